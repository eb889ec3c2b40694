package dev.skytally.report.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.validation.ReceiverComparison;
import dev.skytally.validation.ReceiverComparison.Band;
import dev.skytally.validation.ReceiverComparison.SystemRow;
import dev.skytally.validation.Validation.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a receiver tracked, beside what element sets predict where it stands.
 *
 * @param entries the element sets, the nearest in age first; at least one
 * @param times writes the times
 */
public record ReceiverReport(List<Entry<ReceiverComparison>> entries, Times times)
    implements Report {

  private static final List<Column<SystemRow>> SYSTEM = system();

  private static final List<Column<Band>> BAND =
      List.of(
          Column.count("predicted", "(satellite, epoch) predicted", Band::predicted),
          Column.count("tracked", "those of them tracked", Band::tracked));

  private static List<Column<SystemRow>> system() {
    List<Column<SystemRow>> columns =
        new ArrayList<>(
            List.of(
                SatelliteColumns.SYSTEM.from(SystemRow::system),
                Column.count("satellites", "satellites predicted", SystemRow::satellites),
                Column.count("observations", "(satellite, epoch) tracked", SystemRow::observations),
                Column.count(
                    "below_horizon", "those predicted below the horizon", SystemRow::belowHorizon),
                Column.numberIfAny(
                    "lowest_deg", 3, "least predicted elevation tracked", SystemRow::lowestDegrees),
                Column.number("mean_tracked", 4, "mean number tracked", SystemRow::meanTracked)));
    for (int i = 0; i < ReceiverComparison.MASKS_DEGREES.size(); i++) {
      int mask = i;
      columns.add(
          Column.<SystemRow>number(
                  ReceiverComparison.MASKS_DEGREES.get(i).toString(),
                  4,
                  "above this mask",
                  row -> row.meanPredicted().get(mask))
              .within("mean_predicted_by_mask_deg", "mean number predicted"));
    }
    return columns;
  }

  public ReceiverReport {
    entries = List.copyOf(entries);
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder(4_096);
    for (Entry<ReceiverComparison> entry : entries) {
      text.append(text.isEmpty() ? "" : "\n");
      append(text, entry);
    }
    return text.toString();
  }

  private void append(StringBuilder text, Entry<ReceiverComparison> entry) {
    ReceiverComparison comparison = entry.comparison();
    Words.append(
        text,
        "Tracked although predicted below the horizon: %s of %s observations (%s %%), by %s."
            .formatted(
                comparison.belowHorizon(),
                comparison.observations(),
                Decimals.percent(
                    (double) comparison.belowHorizon() / Math.max(1, comparison.observations())),
                SourceColumns.name(entry)),
        0);
    SettingText.appendIncomplete(text, entry.completeness());
    text.append('\n');
    var receiver = comparison.file().receiver();
    SettingText.line(
        text,
        "Receiver",
        "%s at %s, %s, %s m; %s"
            .formatted(
                receiver.name(),
                Decimals.fixed(receiver.latitudeDegrees(), 4),
                Decimals.fixed(receiver.longitudeDegrees(), 4),
                Decimals.fixed(receiver.heightMeters(), 0),
                comparison.file().format()));
    SettingText.line(
        text,
        "Window",
        "%s epochs from %s"
            .formatted(
                comparison.file().tracked().size(),
                times.window(
                    comparison.file().tracked().firstKey(),
                    comparison.file().tracked().lastKey())));
    SourceColumns.appendLine(text, entry);
    text.append('\n');
    appendCounts(text, comparison);
    text.append('\n');
    appendBands(text, comparison);
    for (SystemRow row : comparison.rows()) {
      appendPrns(
          text, row, "never tracked though predicted at 10 degrees or more", row.neverTracked());
      appendPrns(text, row, "tracked in less than half of that time", row.seldomTracked());
      appendPrns(text, row, "tracked, but not predicted", row.withoutPrediction());
    }
  }

  private static void appendCounts(StringBuilder text, ReceiverComparison comparison) {
    TextTable table =
        new TextTable()
            .words("", 8)
            .numbers("obs.")
            .numbers("below horizon")
            .numbers("lowest, deg")
            .numbers("mean", "tracked");
    for (int mask : ReceiverComparison.MASKS_DEGREES) {
      table.numbers("mean predicted, by mask", mask + " deg");
    }
    for (SystemRow row : comparison.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.system().displayName());
      cells.add(Long.toString(row.observations()));
      cells.add(Long.toString(row.belowHorizon()));
      cells.add(Double.isNaN(row.lowestDegrees()) ? "-" : Decimals.fixed(row.lowestDegrees(), 2));
      cells.add(Decimals.fixed(row.meanTracked(), 2));
      for (double mean : row.meanPredicted()) {
        cells.add(Decimals.fixed(mean, 2));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
  }

  private static void appendBands(StringBuilder text, ReceiverComparison comparison) {
    TextTable table = new TextTable().words("", 8);
    for (Band band : comparison.rows().get(0).bands()) {
      table.numbers(
          "predicted and tracked, %, by elevation, degrees",
          band.fromDegrees() + " to " + band.toDegrees());
    }
    for (SystemRow row : comparison.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.system().displayName());
      for (Band band : row.bands()) {
        cells.add(
            band.predicted() == 0
                ? "-"
                : Decimals.fixed(100.0 * band.tracked() / band.predicted(), 1));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
  }

  private static void appendPrns(
      StringBuilder text, SystemRow row, String what, List<String> prns) {
    if (!prns.isEmpty()) {
      Words.append(
          text, row.system().displayName() + " " + what + ": " + String.join(", ", prns) + ".", 2);
    }
  }

  /** A row of the sheet: one system beside one source of element sets. */
  private record Row(Entry<ReceiverComparison> entry, SystemRow system) {}

  @Override
  public Sheet<?> sheet() {
    List<Column<SystemRow>> ofSystem = new ArrayList<>(SYSTEM);
    List<Integer> edges = ReceiverComparison.BANDS_DEGREES;
    for (int i = 0; i + 1 < edges.size(); i++) {
      int band = i;
      String degrees = edges.get(i) + "_to_" + edges.get(i + 1) + "_deg";
      ofSystem.addAll(
          Column.within(
              "at_" + degrees, "in this band", Column.from(BAND, row -> row.bands().get(band))));
    }
    ofSystem.add(
        prns(
            "never_tracked",
            "predicted at 10 degrees or more, never tracked",
            SystemRow::neverTracked));
    ofSystem.add(
        prns("seldom_tracked", "tracked in less than half of that time", SystemRow::seldomTracked));
    ofSystem.add(
        prns("without_prediction", "tracked, not predicted", SystemRow::withoutPrediction));
    List<Column<Row>> columns = Column.from(SourceColumns.ALL, Row::entry);
    columns.addAll(Column.from(ofSystem, Row::system));
    columns.add(SettingColumns.MISSING.from(row -> row.entry().completeness()));
    List<Row> rows = new ArrayList<>();
    for (Entry<ReceiverComparison> entry : entries) {
      entry.comparison().rows().forEach(system -> rows.add(new Row(entry, system)));
    }
    return new Sheet<>(columns, rows);
  }

  private static Column<SystemRow> prns(
      String name, String description, Function<SystemRow, List<String>> prns) {
    return Column.text(name, "PRNs " + description, row -> String.join(" ", prns.apply(row)));
  }

  @Override
  public String json() {
    return ReceiverJson.text(this);
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class ReceiverJson {
    static String text(ReceiverReport report) {
      var file = report.entries().get(0).comparison().file();
      return JsonText.of(
          json -> {
            json.writeObjectFieldStart("receiver");
            json.writeStringField("name", file.receiver().name());
            json.writeStringField("format", file.format());
            JsonText.number(json, "latitude_deg", file.receiver().latitudeDegrees(), 6);
            JsonText.number(json, "longitude_deg", file.receiver().longitudeDegrees(), 6);
            JsonText.number(json, "height_m", file.receiver().heightMeters(), 3);
            json.writeEndObject();
            json.writeObjectFieldStart("window");
            json.writeStringField("start", report.times().iso(file.tracked().firstKey()));
            json.writeStringField("end", report.times().iso(file.tracked().lastKey()));
            json.writeNumberField("epochs", file.tracked().size());
            json.writeEndObject();
            json.writeArrayFieldStart("comparisons");
            for (Entry<ReceiverComparison> entry : report.entries()) {
              json.writeStartObject();
              ColumnJson.write(json, SourceColumns.ALL, entry);
              SettingJson.writeMissing(json, entry.completeness());
              json.writeNumberField("observations", entry.comparison().observations());
              json.writeNumberField("below_horizon", entry.comparison().belowHorizon());
              json.writeArrayFieldStart("systems");
              for (SystemRow row : entry.comparison().rows()) {
                write(json, row);
              }
              json.writeEndArray();
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }

    private static void write(JsonGenerator json, SystemRow row) throws IOException {
      json.writeStartObject();
      ColumnJson.write(json, SYSTEM, row);
      json.writeArrayFieldStart("bands");
      for (Band band : row.bands()) {
        json.writeStartObject();
        json.writeNumberField("from_deg", band.fromDegrees());
        json.writeNumberField("to_deg", band.toDegrees());
        ColumnJson.write(json, BAND, band);
        json.writeEndObject();
      }
      json.writeEndArray();
      JsonText.texts(json, "never_tracked", row.neverTracked());
      JsonText.texts(json, "seldom_tracked", row.seldomTracked());
      JsonText.texts(json, "without_prediction", row.withoutPrediction());
      json.writeEndObject();
    }
  }
}
