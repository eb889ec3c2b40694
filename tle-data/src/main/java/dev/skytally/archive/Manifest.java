package dev.skytally.archive;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.IsoDate;
import dev.skytally.internal.storage.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of an archive: a line of column names, then a line for each snapshot, with
 * cells separated by tabs.
 */
final class Manifest {
  private static final String NAMES = "file\tepoch_median\telement_sets\tsha256\tstored\torigin";
  private static final int COLUMNS = 6;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int PIECE_BYTES = 1 << 16;

  private final Path file;

  /**
   * The content that was read last, because a manifest has thousands of lines after years, and most
   * reads return the same.
   */
  private byte[] lastText = {};

  private Content last = new Content(List.of(), List.of());

  /**
   * The lines of {@link #last}, because formatting thousands of lines again takes a tenth of a run.
   * They are found by identity, because comparing thousands of entries also takes time.
   */
  private IdentityHashMap<Entry, String> lastLines = new IdentityHashMap<>();

  /** The entries of a manifest, and the problems of lines that cannot be read. */
  record Content(List<Entry> entries, List<String> problems) {
    Content {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }
  }

  Manifest(Path file) {
    this.file = file;
  }

  synchronized Content read() throws IOException {
    if (!isAsReadLast()) {
      lastText = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      last = parse(new String(lastText, StandardCharsets.UTF_8));
    }
    return last;
  }

  /**
   * Returns whether the file is unchanged. It is compared in pieces, because the garbage of whole
   * copies causes another run of the collector.
   */
  private boolean isAsReadLast() throws IOException {
    if (!Files.exists(file)) {
      return lastText.length == 0;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE_BYTES];
      int read = 0;
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (read + n > lastText.length || !Arrays.equals(piece, 0, n, lastText, read, read + n)) {
          return false;
        }
        read += n;
      }
      return read == lastText.length;
    }
  }

  private Content parse(String text) {
    List<Entry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> lines = text.lines().toList();
    lastLines = new IdentityHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      Entry entry = entryOrNull(lines.get(i));
      if (entry == null) {
        problems.add(
            "%s, line %s: %s is not a row of %s cells; the next import or fetch repairs it"
                .formatted(file, i + 1, TextFile.quoted(lines.get(i)), COLUMNS));
      } else {
        entries.add(entry);
        lastLines.put(entry, lines.get(i));
      }
    }
    return new Content(entries, problems);
  }

  private static @Nullable Entry entryOrNull(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS || !SnapshotArchive.isSnapshot(cells[0])) {
      return null;
    }
    try {
      return new Entry(
          cells[0],
          toSecond(cells[1]),
          Integer.parseInt(cells[2]),
          cells[3],
          toSecond(cells[4]),
          cells[5]);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /**
   * Parses a time such as {@code 2021-12-06T09:21:07Z}; setting up Java's own formatter would take
   * longer.
   */
  private static Instant toSecond(String text) {
    if (text.length() != 20 || text.charAt(10) != 'T' || text.charAt(19) != 'Z') {
      throw new DateTimeException(text + " is not a time such as 2021-12-06T09:21:07Z");
    }
    LocalTime time = LocalTime.of(digits(text, 11), digits(text, 14), digits(text, 17));
    long day = IsoDate.parse(text.substring(0, 10)).toEpochDay();
    return Instant.ofEpochSecond(day * SECONDS_PER_DAY + time.toSecondOfDay());
  }

  private static int digits(String text, int start) {
    return Integer.parseInt(text, start, start + 2, 10);
  }

  synchronized void write(Collection<Entry> entries) throws IOException {
    StringBuilder text = new StringBuilder(lastText.length + 1_000).append(NAMES).append('\n');
    IdentityHashMap<Entry, String> lines = new IdentityHashMap<>();
    for (Entry entry : entries) {
      String known = lastLines.get(entry);
      String line = known == null ? line(entry) : known;
      lines.put(entry, line);
      text.append(line).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    DurableFile.write(file, bytes);
    last = new Content(List.copyOf(entries), List.of());
    lastText = bytes;
    lastLines = lines;
  }

  private static String line(Entry entry) {
    return String.join(
        "\t",
        entry.file(),
        entry.medianEpoch().toString(),
        Integer.toString(entry.elementSets()),
        entry.sha256(),
        entry.stored().toString(),
        entry.origin());
  }
}
