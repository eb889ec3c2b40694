package dev.skytally.report.elements;

import dev.skytally.elements.Snapshot;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bundled element sets.
 *
 * @param times writes the times
 * @param archive the folder of the archive, if it exists
 */
public record BundleReport(List<Entry> entries, Times times, Optional<Path> archive)
    implements Report {
  /**
   * One bundled snapshot.
   *
   * @param operational its satellites that were operational on its date, of every system
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
    table.words(times.isUtc() ? "median epoch, UTC" : "median epoch", times.isUtc() ? 20 : 23);
    for (Entry entry : entries) {
      List<String> cells = new ArrayList<>();
      cells.add(entry.date().toString());
      cells.add(Integer.toString(entry.snapshot().elementSets().size()));
      for (GnssSystem system : GnssSystem.values()) {
        cells.add(Integer.toString(entry.operational().members(system).size()));
      }
      cells.add(epoch(entry));
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
                    "There are more in the archive %s (skytally archive list). For each satellite,"
                            .formatted(folder)
                        + " Skytally uses the element set nearest to the window, archived or bundled.")
            .orElse(
                "There is no archive yet; create one with skytally fetch or skytally archive"
                    + " import."),
        0);
    text.append("To list the satellites of a day: skytally elements --date ");
    return text.append(entries.get(0).date()).append('\n').toString();
  }

  private String epoch(Entry entry) {
    Instant epoch = entry.snapshot().medianEpoch();
    return times.minutes(epoch) + (times.isUtc() ? "" : " " + times.offset(epoch));
  }

  @Override
  public Sheet<Entry> sheet() {
    List<Column<Entry>> columns =
        new ArrayList<>(
            List.of(
                Column.text("snapshot", "day of the snapshot", entry -> entry.date().toString()),
                Column.count(
                    "element_sets",
                    "number of element sets",
                    entry -> entry.snapshot().elementSets().size()),
                Column.text(
                    "epoch_median",
                    "median epoch of the element sets",
                    entry -> times.iso(entry.snapshot().medianEpoch()))));
    for (GnssSystem system : GnssSystem.values()) {
      columns.add(
          Column.<Entry>count(
                  "operational",
                  "operational satellites",
                  entry -> entry.operational().members(system).size())
              .of(system));
    }
    columns.add(
        Column.text(
            "origin", "where the element sets came from", entry -> entry.snapshot().origin()));
    return new Sheet<>(columns, entries);
  }

  @Override
  public String json() {
    return BundleJson.text(this);
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class BundleJson {
    static String text(BundleReport report) {
      return JsonText.of(
          json -> {
            Sheet<Entry> sheet = report.sheet();
            ColumnJson.writeList(json, "snapshots", sheet.columns(), sheet.rows());
          });
    }
  }
}
