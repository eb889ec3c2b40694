package dev.skytally.report.elements;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.elements.Snapshot;
import dev.skytally.report.Report;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which element sets are bundled.
 *
 * @param archive where more of them are; empty if nowhere
 */
public record BundleReport(List<Entry> entries, Optional<Path> archive) implements Report {
  /**
   * One bundled snapshot.
   *
   * @param operational its satellites of every system that were operational on its date
   */
  public record Entry(LocalDate date, Snapshot snapshot, Constellation operational) {}

  public BundleReport {
    entries = List.copyOf(entries);
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append("Bundled element sets, and the operational satellites on their dates:\n\n");
    TextTable table = new TextTable().words("Date", 10).numbers("sets");
    for (GnssSystem system : GnssSystem.values()) {
      table.numbers(system.name());
    }
    table.words("median epoch, UTC", 20);
    for (Entry entry : entries) {
      List<String> cells = new ArrayList<>();
      cells.add(entry.date().toString());
      cells.add(Integer.toString(entry.snapshot().elementSets().size()));
      for (GnssSystem system : GnssSystem.values()) {
        cells.add(Integer.toString(entry.operational().members(system).size()));
      }
      cells.add(Utc.minutes(entry.snapshot().medianEpoch()));
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    text.append('\n');
    for (Entry entry : entries) {
      Words.append(text, entry.date() + "  " + entry.snapshot().origin(), 12);
    }
    text.append('\n');
    Words.append(
        text,
        archive
            .map(
                folder ->
                    "More are archived in %s (skytally archive list). Each satellite flies by the"
                            .formatted(folder)
                        + " element set nearest to the window, archived or bundled.")
            .orElse(
                "Nothing is archived yet; skytally fetch and skytally archive import begin an"
                    + " archive."),
        0);
    text.append("The satellites of a day, each by name: skytally elements --date ");
    return text.append(entries.get(0).date()).append('\n').toString();
  }

  @Override
  public String csv() {
    CsvText csv = new CsvText().cells("snapshot", "element_sets", "epoch_median");
    for (GnssSystem system : GnssSystem.values()) {
      csv.cell(system + "_operational");
    }
    csv.cell("origin").endRow();
    for (Entry entry : entries) {
      csv.cell(entry.date().toString()).cell(entry.snapshot().elementSets().size());
      csv.cell(Utc.iso(entry.snapshot().medianEpoch()));
      for (GnssSystem system : GnssSystem.values()) {
        csv.cell(entry.operational().members(system).size());
      }
      csv.cell(entry.snapshot().origin()).endRow();
    }
    return csv.toString();
  }

  @Override
  public String json() {
    return BundleJson.text(this);
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class BundleJson {
    static String text(BundleReport report) {
      return JsonText.of(
          json -> {
            json.writeArrayFieldStart("snapshots");
            for (Entry entry : report.entries()) {
              write(json, entry);
            }
            json.writeEndArray();
          });
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
      json.writeStartObject();
      json.writeStringField("snapshot", entry.date().toString());
      json.writeNumberField("element_sets", entry.snapshot().elementSets().size());
      json.writeStringField("epoch_median", Utc.iso(entry.snapshot().medianEpoch()));
      json.writeObjectFieldStart("operational");
      for (GnssSystem system : GnssSystem.values()) {
        json.writeNumberField(system.name(), entry.operational().members(system).size());
      }
      json.writeEndObject();
      json.writeStringField("origin", entry.snapshot().origin());
      json.writeEndObject();
    }
  }
}
