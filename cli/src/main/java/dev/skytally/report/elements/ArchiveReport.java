package dev.skytally.report.elements;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import java.util.List;

/**
 * The snapshots of an archive.
 *
 * @param folder the folder of the archive
 * @param entries oldest first
 * @param times writes the times
 */
public record ArchiveReport(String folder, List<Entry> entries, Times times) implements Report {
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
        "%s in %s, with median epochs from %s. File names begin with the median epoch."
            .formatted(
                Words.count(entries.size(), "snapshot", "snapshots"),
                folder,
                times.window(
                    entries.get(0).medianEpoch(), entries.get(entries.size() - 1).medianEpoch())),
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
          times.date(entry.stored()),
          endOf(entry.origin()));
    }
    table.appendTo(text);
    return text.toString();
  }

  /** Returns the end of an address or a path, which says more than its beginning. */
  private static String endOf(String origin) {
    int begin = origin.length() - ORIGIN_WIDTH;
    return begin <= 0 ? origin : "…" + origin.substring(begin + 1);
  }

  private List<Column<Entry>> columns() {
    return List.of(
        Column.text("file", "name of the file", Entry::file),
        Column.text(
            "epoch_median",
            "median epoch of the element sets",
            entry -> times.iso(entry.medianEpoch())),
        Column.count("element_sets", "number of element sets", Entry::elementSets),
        Column.text("sha256", "SHA-256 of the unpacked text", Entry::sha256),
        Column.text("stored", "when it was stored", entry -> times.iso(entry.stored())),
        Column.text("origin", "where the element sets came from", Entry::origin));
  }

  @Override
  public Sheet<?> sheet() {
    return new Sheet<>(columns(), entries);
  }

  @Override
  public String json() {
    return ArchiveJson.text(this);
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class ArchiveJson {
    static String text(ArchiveReport report) {
      return JsonText.of(
          json -> {
            json.writeStringField("archive", report.folder());
            ColumnJson.writeList(json, "snapshots", report.columns(), report.entries());
          });
    }
  }
}
