package dev.skytally.elements;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.IsoDate;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The snapshots that come with Skytally, each named by its date. Their manifest gives the origin
 * and licence terms of each, its number of element sets and the SHA-256 of its text.
 *
 * <p>Safe for use by several threads.
 */
public final class BundledSnapshots {
  private static final String FOLDER = "bundled/";
  private static final SortedMap<LocalDate, Entry> MANIFEST = readManifest();

  /** A row of the manifest; the digest is of the text before it was packed. */
  record Entry(
      String file,
      int elementSets,
      String sha256,
      String origin,
      String terms,
      Instant medianEpoch) {}

  private BundledSnapshots() {}

  /** {@return the dates of all bundled snapshots, the earliest first} */
  public static List<LocalDate> dates() {
    return List.copyOf(MANIFEST.keySet());
  }

  /**
   * {@return the median of the epochs of the bundled snapshot of a date, to the second} Its day is
   * the one that the snapshot describes best; the date is that of the collection.
   *
   * @param date the day of a bundled snapshot
   * @throws IllegalArgumentException if no snapshot has exactly that date
   */
  public static Instant medianEpoch(LocalDate date) {
    return entry(date).medianEpoch();
  }

  /** {@return the date of the newest bundled snapshot} */
  public static LocalDate newest() {
    return MANIFEST.lastKey();
  }

  /**
   * {@return the date of the bundled snapshot nearest to a date; of two equally near ones, the
   * earlier}
   *
   * @param date any day
   */
  public static LocalDate nearest(LocalDate date) {
    LocalDate nearest = MANIFEST.firstKey();
    for (LocalDate candidate : MANIFEST.keySet()) {
      if (daysBetween(candidate, date) < daysBetween(nearest, date)) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  /**
   * {@return the bundled snapshot of a date}
   *
   * @param date the day of a bundled snapshot
   * @throws IllegalArgumentException if no snapshot has exactly that date
   */
  public static Snapshot load(LocalDate date) {
    Entry entry = entry(date);
    try {
      return ElementSetReader.read(resource(entry.file()), date.toString(), entry.origin());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the text of the bundled snapshot of a date}
   *
   * @param date the day of a bundled snapshot
   * @throws IllegalArgumentException if no snapshot has exactly that date
   * @throws IOException if a file cannot be read
   */
  public static TextFile text(LocalDate date) throws IOException {
    return resource(entry(date).file());
  }

  private static Entry entry(LocalDate date) {
    Entry entry = MANIFEST.get(date);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no snapshot of " + date + " is bundled, expected one of " + MANIFEST.keySet());
    }
    return entry;
  }

  static Map<LocalDate, Entry> manifest() {
    return MANIFEST;
  }

  static TextFile resource(String name) throws IOException {
    InputStream in = BundledSnapshots.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new FileNotFoundException("the product lacks its resource " + FOLDER + name);
    }
    return TextFile.read(FOLDER + name, in);
  }

  private static SortedMap<LocalDate, Entry> readManifest() {
    SortedMap<LocalDate, Entry> manifest = new TreeMap<>();
    try {
      List<String> lines = resource("manifest.tsv").lines();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        manifest.put(
            IsoDate.parse(cells[0]),
            new Entry(
                cells[1],
                Integer.parseInt(cells[2]),
                cells[3],
                cells[4],
                cells[5],
                Instant.parse(cells[6])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return manifest;
  }

  private static long daysBetween(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }
}
