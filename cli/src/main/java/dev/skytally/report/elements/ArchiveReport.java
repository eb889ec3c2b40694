package dev.skytally.report.elements;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.report.Report;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import java.io.IOException;
import java.util.List;

/**
 * Which snapshots are archived.
 *
 * @param folder the archive's
 * @param entries oldest first
 */
public record ArchiveReport(String folder, List<Entry> entries) implements Report {
  private static final int FILE_WIDTH = 40;
  private static final int ORIGIN_WIDTH = 22;

  public ArchiveReport {
    entries = List.copyOf(entries);
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    if (entries.isEmpty()) {
      Words.append(text, "No snapshots yet in " + folder + ".", 0);
      return text.toString();
    }
    Words.append(
        text,
        "%s in %s, median epochs from %s to %s UTC, named by them:"
            .formatted(
                Words.count(entries.size(), "snapshot", "snapshots"),
                folder,
                Utc.minutes(entries.get(0).medianEpoch()),
                Utc.minutes(entries.get(entries.size() - 1).medianEpoch())),
        0);
    text.append('\n');
    TextTable table =
        new TextTable()
            .words("file", FILE_WIDTH)
            .numbers("sets")
            .words("stored", 10)
            .words("from", ORIGIN_WIDTH);
    for (Entry entry : entries) {
      table.row(
          entry.file(),
          Integer.toString(entry.elementSets()),
          Utc.date(entry.stored()),
          endOf(entry.origin()));
    }
    table.appendTo(text);
    return text.toString();
  }

  /** Of an address or a path the end tells more than the beginning. */
  private static String endOf(String origin) {
    int begin = origin.length() - ORIGIN_WIDTH;
    return begin <= 0 ? origin : "…" + origin.substring(begin + 1);
  }

  @Override
  public String csv() {
    CsvText csv = new CsvText().cells("file", "epoch_median", "element_sets", "sha256");
    csv.cells("stored", "origin").endRow();
    for (Entry entry : entries) {
      csv.cells(entry.file(), Utc.iso(entry.medianEpoch())).cell(entry.elementSets());
      csv.cells(entry.sha256(), Utc.iso(entry.stored()), entry.origin()).endRow();
    }
    return csv.toString();
  }

  @Override
  public String json() {
    return ArchiveJson.text(this);
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class ArchiveJson {
    static String text(ArchiveReport report) {
      return JsonText.of(
          json -> {
            json.writeStringField("archive", report.folder());
            json.writeArrayFieldStart("snapshots");
            for (Entry entry : report.entries()) {
              write(json, entry);
            }
            json.writeEndArray();
          });
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
      json.writeStartObject();
      json.writeStringField("file", entry.file());
      json.writeStringField("epoch_median", Utc.iso(entry.medianEpoch()));
      json.writeNumberField("element_sets", entry.elementSets());
      json.writeStringField("sha256", entry.sha256());
      json.writeStringField("stored", Utc.iso(entry.stored()));
      JsonText.textOrNull(json, "origin", entry.origin());
      json.writeEndObject();
    }
  }
}
