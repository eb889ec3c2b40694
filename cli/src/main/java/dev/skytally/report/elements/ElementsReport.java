package dev.skytally.report.elements;

import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every satellite that counts, and every exclusion with its reason.
 *
 * @param membership which satellites were asked for, for example {@code "status operational"}
 * @param times writes the times
 */
public record ElementsReport(Selection selection, String membership, Times times)
    implements Report {
  private static final int NAME_WIDTH = 24;

  @Override
  public String table() {
    StringBuilder text = new StringBuilder(16_384);
    Words.append(
        text,
        "On %s, %s: %s."
            .formatted(times.date(selection.start()), membership, SettingText.counted(selection)),
        0);
    SettingText.appendMarks(text, selection);
    Words.append(
        text,
        (isOfElementSets() ? "Snapshot " : "Orbits of ")
            + "%s: %s".formatted(selection.source().label(), selection.source().origin()),
        0);
    SettingText.appendUncertain(text, selection);
    text.append('\n');
    TextTable table =
        new TextTable()
            .words("PRN", 3)
            .numbers("norad")
            .words("name", NAME_WIDTH)
            .words("orbit", 5)
            .words("block", 12)
            .words("status", 13)
            .numbers("age, days");
    if (selection.reportsHealth()) {
      table.words("health", 9);
    }
    for (Member member : selection.constellation().members()) {
      Satellite satellite = member.satellite();
      List<String> cells = new ArrayList<>();
      cells.add(satellite.prn());
      cells.add(Integer.toString(satellite.catalogNumber()));
      cells.add(satellite.name());
      cells.add(satellite.orbitClassName());
      cells.add(satellite.block());
      cells.add(status(satellite));
      cells.add(Decimals.fixed(member.ageDays(selection.middle()), 1));
      if (selection.reportsHealth()) {
        cells.add(selection.healthWord(member));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    text.append("Age: between the ");
    text.append(isOfElementSets() ? "element set's epoch" : "orbit's own time").append(" and ");
    text.append(times.withOffset(selection.middle())).append(".\n");
    appendExcluded(text);
    return text.toString();
  }

  private boolean isOfElementSets() {
    return selection.source().known().isEmpty();
  }

  private void appendExcluded(StringBuilder text) {
    List<Exclusion> excluded = selection.constellation().excluded();
    text.append("\nExcluded:").append(excluded.isEmpty() ? " none\n" : "\n");
    for (Exclusion exclusion : excluded) {
      String number =
          exclusion.catalogNumber() == 0 ? "" : Integer.toString(exclusion.catalogNumber());
      String satellite = (number + " " + exclusion.name()).strip();
      Words.append(
          text, "  " + satellite + (satellite.isEmpty() ? "" : ": ") + exclusion.reason(), 4);
    }
  }

  /** A row of the sheet: a satellite that counts, or one that is excluded. */
  private record Row(Optional<Member> member, Optional<Exclusion> exclusion) {
    Optional<Satellite> satellite() {
      return member.map(Member::satellite);
    }

    String name() {
      return satellite().map(Satellite::name).orElseGet(() -> exclusion.orElseThrow().name());
    }

    int catalogNumber() {
      return satellite()
          .map(Satellite::catalogNumber)
          .orElseGet(() -> exclusion.orElseThrow().catalogNumber());
    }

    boolean shouldCount() {
      return exclusion.isEmpty() || exclusion.get().missing().isPresent();
    }
  }

  @Override
  public Sheet<?> sheet() {
    List<Row> rows = new ArrayList<>();
    for (Member member : selection.constellation().members()) {
      rows.add(new Row(Optional.of(member), Optional.empty()));
    }
    for (Exclusion exclusion : selection.constellation().excluded()) {
      rows.add(new Row(Optional.empty(), Optional.of(exclusion)));
    }
    return new Sheet<>(columns(), rows);
  }

  private List<Column<Row>> columns() {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                Column.flag(
                    "counted", "whether the satellite counts", row -> row.member().isPresent()),
                SatelliteColumns.SYSTEM.fromAny(row -> row.satellite().map(Satellite::system)),
                SatelliteColumns.PRN.fromAny(row -> row.satellite().map(Satellite::prn)),
                SatelliteColumns.NORAD.from(Row::catalogNumber),
                SatelliteColumns.NAME.from(Row::name)));
    columns.addAll(Column.fromAny(SatelliteColumns.facts(selection, times), Row::member));
    columns.add(SatelliteColumns.REASON.fromAny(Row::exclusion));
    columns.add(
        Column.flag("should_count", "whether the satellite should count", Row::shouldCount));
    if (selection.reportsHealth()) {
      columns.add(SatelliteColumns.<Member>health(selection::healthWord).fromAny(Row::member));
    }
    return columns;
  }

  @Override
  public String json() {
    return ElementsJson.text(this);
  }

  private static String status(Satellite satellite) {
    return Words.key(satellite.status());
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class ElementsJson {
    static String text(ElementsReport report) {
      return JsonText.of(
          json -> {
            json.writeStringField("date", report.times().date(report.selection().start()));
            SettingJson.writeSelection(json, report.selection(), report.times());
          });
    }
  }
}
