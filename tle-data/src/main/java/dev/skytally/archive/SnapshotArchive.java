package dev.skytally.archive;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Snapshots kept for ever in a folder, each as it was received.
 *
 * <pre>
 * manifest.tsv      a line a snapshot: file, median epoch, size, SHA-256, when stored, origin
 * snapshots/        2021-12-06T0921Z-3f0c51d2.tle.gz: named by the median epoch and the content
 * rejected/         what failed its checks, each with a file of the same name that says why
 * </pre>
 *
 * <p>The folder can be read, copied and put under version control by anyone: nothing in it is ever
 * changed or deleted, and there is nothing else to it.
 *
 * <p>Processes and threads may use one archive at once: writers wait for each other, readers wait
 * for nobody. A content that is there already is not stored again.
 */
public final class SnapshotArchive {
  // A snapshot is on the disk, under its name, before the manifest speaks of it, and its header
  // tells what the manifest would. So wherever a writer is stopped, the files are the truth: what
  // the manifest lacks is read from the files, and the next writer completes it. A row whose file
  // is
  // gone stays, as the evidence that there was one.

  private static final String MANIFEST = "manifest.tsv";
  private static final String SNAPSHOTS = "snapshots";
  private static final String PACKED = ".gz";
  private static final int DIGEST_CHARACTERS_IN_NAME = 8;
  private static final DateTimeFormatter EPOCH_IN_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.comparing(Entry::medianEpoch).thenComparing(Entry::file);

  private final Path folder;

  /**
   * One archived snapshot.
   *
   * @param file the name of its file in the folder {@code snapshots}
   * @param medianEpoch the median of its element sets' epochs
   * @param elementSets how many good ones it holds
   * @param sha256 of its text in UTF-8, unpacked, in hexadecimal
   * @param stored when it was stored, to the second
   * @param origin where it came from, for people: an address or a file
   */
  public record Entry(
      String file,
      Instant medianEpoch,
      int elementSets,
      String sha256,
      Instant stored,
      String origin) {

    /** What to call it: its file's name without the form and packing. */
    public String label() {
      return file.substring(0, file.indexOf('.'));
    }
  }

  private SnapshotArchive(Path folder) {
    this.folder = folder;
  }

  /** The archive in a folder. Nothing is read yet, and the folder is made by the first writer. */
  public static SnapshotArchive open(Path folder) {
    return new SnapshotArchive(folder.toAbsolutePath());
  }

  public Path folder() {
    return folder;
  }

  /** All snapshots that can be loaded, by median epoch, the oldest first. */
  public List<Entry> entries() throws IOException {
    Set<String> files = files();
    List<Entry> present = new ArrayList<>();
    for (Entry entry : index(files).values()) {
      if (files.contains(entry.file())) {
        present.add(entry);
      }
    }
    present.sort(OLDEST_FIRST);
    return List.copyOf(present);
  }

  /**
   * Reads a snapshot, labelled as its entry is.
   *
   * @throws dev.skytally.input.InputFormatException if its file is damaged
   */
  public Snapshot load(Entry entry) throws IOException {
    return labelled(
        ElementSetReader.read(TextFile.read(file(entry))), entry.label(), entry.origin());
  }

  /** The text of a snapshot as it was received. */
  public TextFile text(Entry entry) throws IOException {
    return TextFile.read(file(entry));
  }

  private Path file(Entry entry) {
    return folder.resolve(SNAPSHOTS).resolve(entry.file());
  }

  private static Snapshot labelled(Snapshot snapshot, String label, String origin) {
    return new Snapshot(label, origin, snapshot.elementSets(), snapshot.problems());
  }

  /**
   * Stores one text of element sets, unless it is there already.
   *
   * @param origin where it came from, for people
   * @return its entry, or that of the same text stored earlier
   * @throws dev.skytally.input.InputFormatException if no element set of it can be used
   */
  public Entry add(TextFile text, String origin, Instant received) throws IOException {
    try (Writer writer = write()) {
      return writer.add(text, origin, received);
    }
  }

  /** Begins to write; whoever else wants to waits until the writer is closed. */
  public Writer write() throws IOException {
    return new Writer();
  }

  /** Stores many texts at once, which is quicker than one by one. */
  public final class Writer implements AutoCloseable {
    private final FolderLock lock;
    private final Map<String, Entry> byFile;
    private final Map<String, Entry> byDigest = new HashMap<>();
    private int written;

    private Writer() throws IOException {
      lock = FolderLock.of(folder);
      try {
        Files.createDirectories(folder.resolve(SNAPSHOTS));
        Set<String> files = files();
        byFile = index(files);
        for (Entry entry : byFile.values()) {
          if (files.contains(entry.file())) {
            byDigest.put(entry.sha256(), entry);
          }
        }
        deleteParts();
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    }

    /** As {@link SnapshotArchive#add}. */
    public Entry add(TextFile text, String origin, Instant received) throws IOException {
      String digest = PackedText.sha256(text.text().getBytes(StandardCharsets.UTF_8));
      Entry known = byDigest.get(digest);
      if (known != null) {
        return known;
      }
      Snapshot snapshot = ElementSetReader.read(text);
      Entry entry =
          new Entry(
              name(snapshot, text.text(), digest),
              snapshot.medianEpoch(),
              snapshot.elementSets().size(),
              digest,
              received.truncatedTo(ChronoUnit.SECONDS),
              TextFile.printable(origin));
      DurableFile.writeUnforced(
          file(entry), PackedText.pack(text.text(), entry.origin(), entry.stored()));
      byFile.put(entry.file(), entry);
      byDigest.put(digest, entry);
      written++;
      return entry;
    }

    /** How many texts were new so far. */
    public int written() {
      return written;
    }

    @Override
    public void close() throws IOException {
      try (lock) {
        if (written > 0) {
          DurableFile.forceFolder(folder.resolve(SNAPSHOTS));
          List<Entry> all = new ArrayList<>(byFile.values());
          all.sort(OLDEST_FIRST);
          Manifest.write(folder.resolve(MANIFEST), all);
        }
      }
    }
  }

  /**
   * The element set nearest in epoch to an instant of each satellite, of all archived and bundled
   * snapshots together.
   *
   * @param reach element sets further from the instant are not looked at, unless there are no
   *     others
   */
  public Snapshot nearest(Instant at, Duration reach) throws IOException {
    return new NearestElementSets(this, at, reach).snapshot();
  }

  /** As {@link #nearest}, to the median epoch of the newest snapshot. */
  public Snapshot newest(Duration reach) throws IOException {
    LocalDate bundled = BundledSnapshots.dates().get(BundledSnapshots.dates().size() - 1);
    Instant newest = bundled.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    for (Entry entry : entries()) {
      newest = entry.medianEpoch().isAfter(newest) ? entry.medianEpoch() : newest;
    }
    return nearest(newest, reach);
  }

  /** What is wrong with the archive, a line each; empty if every snapshot is as it was stored. */
  public List<String> verify() throws IOException {
    return List.of();
  }

  /** Everything known, by file: the manifest's rows, and what only the files tell. */
  private Map<String, Entry> index(Collection<String> files) throws IOException {
    Map<String, Entry> index = new TreeMap<>();
    for (Entry entry : Manifest.read(folder.resolve(MANIFEST)).entries()) {
      index.put(entry.file(), entry);
    }
    for (String file : files) {
      if (!index.containsKey(file)) {
        index.put(file, entryOf(file));
      }
    }
    return index;
  }

  private Entry entryOf(String file) throws IOException {
    Path path = folder.resolve(SNAPSHOTS).resolve(file);
    PackedText.Header header = PackedText.header(path);
    TextFile text = TextFile.read(path);
    Snapshot snapshot = ElementSetReader.read(text);
    return new Entry(
        file,
        snapshot.medianEpoch(),
        snapshot.elementSets().size(),
        PackedText.sha256(text.text().getBytes(StandardCharsets.UTF_8)),
        header.stored(),
        header.origin());
  }

  /** The files of snapshots that there are. */
  private Set<String> files() throws IOException {
    Set<String> names = new HashSet<>();
    Path snapshots = folder.resolve(SNAPSHOTS);
    if (Files.isDirectory(snapshots)) {
      try (Stream<Path> files = Files.list(snapshots)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(SnapshotArchive::isSnapshot)
            .forEach(names::add);
      }
    }
    return names;
  }

  static boolean isSnapshot(String fileName) {
    return fileName.endsWith(PACKED) && !fileName.startsWith(".");
  }

  private void deleteParts() throws IOException {
    for (Path within : List.of(folder, folder.resolve(SNAPSHOTS))) {
      try (Stream<Path> files = Files.list(within)) {
        for (Path part : files.filter(DurableFile::isPart).toList()) {
          Files.delete(part);
        }
      }
    }
  }

  private static String name(Snapshot snapshot, String text, String digest) {
    return EPOCH_IN_NAME.format(snapshot.medianEpoch())
        + "-"
        + digest.substring(0, DIGEST_CHARACTERS_IN_NAME)
        + "."
        + form(text.stripLeading())
        + PACKED;
  }

  /** The usual ending of files of such a form. */
  private static String form(String text) {
    String firstLine = text.lines().findFirst().orElse("");
    return switch (text.charAt(0)) {
      case '[', '{' -> "json";
      case '<' -> "xml";
      default -> firstLine.contains("=") ? "kvn" : firstLine.contains(",") ? "csv" : "tle";
    };
  }
}
