package dev.skytally.archive;

import dev.skytally.archive.EpochIndex.Epochs;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.input.VisibleText;
import dev.skytally.internal.input.Sha256;
import dev.skytally.internal.storage.DurableFile;
import dev.skytally.internal.storage.FolderLock;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An archive of snapshots in a folder, each kept as it was received.
 *
 * <pre>
 * manifest.tsv   a line for each snapshot: file, median epoch, size, SHA-256, when stored, origin
 * snapshots/     2021-12-06T0921Z-3f0c51d2.tle.gz: named by median epoch and content, packed
 * rejected/      answers that failed the checks, each with a file that gives the reason
 * epochs.bin     an index of the epochs in the snapshots; writers rebuild it
 * </pre>
 *
 * <p>Anyone can read and copy the folder. A snapshot in it never changes, is deleted only by {@link
 * Writer#remove}, and is not stored twice.
 *
 * <p>Several processes and threads may use an archive at once. Writers wait for each other; readers
 * never wait.
 *
 * <p>Safe for use by several threads, and by several processes at once.
 */
public final class SnapshotArchive {
  // A snapshot is on the disk under its name before the manifest lists it, and its own header
  // contains the data of its row.
  // So wherever a writer is stopped, the files are decisive: snapshots that the manifest lacks are
  // read from their
  // files, and the next writer lists them. A row stays in the manifest if its file is lost, as
  // evidence that there was
  // one. A removal deletes the row first and then the file, so a snapshot stays intact if the
  // writer is stopped.

  private static final String MANIFEST = "manifest.tsv";
  private static final String SNAPSHOTS = "snapshots";
  private static final String REJECTED = "rejected";
  private static final String PACKED = ".gz";
  private static final String REJECTED_ENDING = ".answer.gz";
  private static final String REASON_ENDING = ".reason.txt";
  private static final int DIGEST_CHARACTERS_IN_NAME = 8;

  /** The pattern of a snapshot's name, with the beginning of the digest of its text. */
  private static final Pattern NAME = Pattern.compile("[^-]+-[^-]+-[^-]+-([0-9a-f]{8,64})\\..*");

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.comparing(Entry::medianEpoch).thenComparing(Entry::file);

  private final Path folder;
  private final Manifest manifest;

  /** The latest result of {@link #entries}, with the names and manifest that it is from. */
  private List<Entry> lastEntries = List.of();

  private List<String> lastNames = List.of();
  private @Nullable List<Entry> lastListed = List.of();

  /**
   * One archived snapshot.
   *
   * @param file the name of its file in the folder {@code snapshots}
   * @param medianEpoch the median of its element sets' epochs, to the second
   * @param elementSets the number of its usable element sets
   * @param sha256 the digest of its unpacked text in UTF-8, in hexadecimal
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

    /** {@return the name of its file without the extensions of format and packing} */
    public String label() {
      return file.substring(0, file.indexOf('.'));
    }
  }

  private SnapshotArchive(Path folder) {
    this.folder = folder;
    manifest = new Manifest(folder.resolve(MANIFEST));
  }

  /**
   * Opens the archive in a folder. This reads nothing; the first writer creates the folder.
   *
   * @param folder the folder
   * @return the archive
   */
  public static SnapshotArchive open(Path folder) {
    return new SnapshotArchive(folder.toAbsolutePath());
  }

  /** {@return the folder} */
  public Path folder() {
    return folder;
  }

  /**
   * {@return a text that changes whenever a snapshot is added or removed} This reads no snapshot.
   *
   * @throws IOException if the folder cannot be read
   */
  public String state() throws IOException {
    StringBuilder state = new StringBuilder();
    for (String name : List.of(MANIFEST, SNAPSHOTS)) {
      Path path = folder.resolve(name);
      state.append(name).append(' ');
      if (Files.exists(path)) {
        state.append(Files.getLastModifiedTime(path).toInstant()).append(' ');
        state.append(Files.size(path)).append(' ');
      }
    }
    return state.toString();
  }

  /**
   * {@return all snapshots of the archive by median epoch, the oldest first}
   *
   * @throws IOException if a file cannot be read
   */
  public synchronized List<Entry> entries() throws IOException {
    List<String> names = namesIn(folder.resolve(SNAPSHOTS));
    List<Entry> listed = manifest.read().entries();
    if (listed.equals(lastListed) && names.equals(lastNames)) {
      return lastEntries;
    }
    Set<String> unlisted = snapshots(names);
    List<Entry> present = new ArrayList<>();
    for (Entry entry : listed) {
      if (unlisted.remove(entry.file())) {
        present.add(entry);
      }
    }
    for (String file : unlisted) {
      entryIfSound(file).ifPresent(present::add);
    }
    present.sort(OLDEST_FIRST);
    lastEntries = List.copyOf(present);
    // The content of an unlisted file can change while names and manifest stay the same.
    lastListed = unlisted.isEmpty() ? listed : null;
    lastNames = names;
    return lastEntries;
  }

  /**
   * Reads a snapshot with the label of its entry.
   *
   * @param entry the snapshot's entry
   * @return the snapshot
   * @throws InputFormatException if its file is damaged or holds another text
   */
  public Snapshot load(Entry entry) throws IOException {
    Snapshot snapshot = ElementSetReader.read(text(entry));
    return new Snapshot(entry.label(), entry.origin(), snapshot.elementSets(), snapshot.problems());
  }

  /**
   * {@return the text of a snapshot as it was received}
   *
   * @param entry the snapshot's entry
   * @throws InputFormatException if its file is damaged or holds another text
   */
  public TextFile text(Entry entry) throws IOException {
    TextFile text = TextFile.read(file(entry.file()));
    String found = Sha256.of(text.text());
    if (!found.equals(entry.sha256())) {
      throw notAsStored(text, found, entry.sha256());
    }
    return text;
  }

  /**
   * {@return the size of a snapshot's file, packed}
   *
   * @param entry the snapshot's entry
   * @throws IOException if a file cannot be read
   */
  public long sizeBytes(Entry entry) throws IOException {
    return Files.size(file(entry.file()));
  }

  /** Returns whether a snapshot's file is undamaged and holds the text that was stored. */
  boolean isSound(Entry entry) throws IOException {
    return problemOf(entry).isEmpty();
  }

  private Path file(String name) {
    return folder.resolve(SNAPSHOTS).resolve(name);
  }

  /**
   * {@return the origin that a file gives in its header, if it belongs to an archive}
   *
   * @param file the file of a rejected answer
   * @throws IOException if a file cannot be read
   */
  public static Optional<String> originOf(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? Optional.of(PackedText.header(file).origin()).filter(origin -> !origin.isEmpty())
        : Optional.empty();
  }

  /**
   * Stores one text of element sets, unless the archive already contains it.
   *
   * @param text the element sets
   * @param origin where it came from, for people
   * @param received when it was received
   * @return its entry, or that of the same text stored earlier
   * @throws InputFormatException if it contains no usable element set
   */
  public Entry add(TextFile text, String origin, Instant received) throws IOException {
    try (Writer writer = write()) {
      return writer.add(text, origin, received);
    }
  }

  /**
   * Opens a writer. Other writers wait until it is closed.
   *
   * @return the writer
   * @throws IOException if a file cannot be read or written
   */
  public Writer write() throws IOException {
    return new Writer();
  }

  /** Stores or removes many snapshots together, which is faster than one by one. */
  public final class Writer implements AutoCloseable {
    private final FolderLock lock;
    private final Set<String> files;
    private final Map<String, Entry> byFile;
    private final Map<String, Entry> byDigest = new HashMap<>();
    private final Map<String, Epochs> addedEpochs = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private int written;

    private Writer() throws IOException {
      lock = FolderLock.of(folder);
      try {
        DurableFile.createFolders(folder.resolve(SNAPSHOTS));
        deleteParts();
        files = files();
        byFile = index(files);
        for (Entry entry : byFile.values()) {
          byDigest.put(entry.sha256(), entry);
        }
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    }

    /**
     * Stores one text of element sets; see {@link SnapshotArchive#add}.
     *
     * @param text the element sets
     * @param origin where it comes from, for people
     * @param received when it was received
     * @return the entry of the stored snapshot
     * @throws IOException if a file cannot be read or written
     */
    public Entry add(TextFile text, String origin, Instant received) throws IOException {
      String digest = Sha256.of(text.text());
      Entry known = byDigest.get(digest);
      if (known != null && files.contains(known.file()) && problemOf(known).isEmpty()) {
        return known;
      }
      Snapshot snapshot = ElementSetReader.read(text);
      String name = known == null ? newName(snapshot, text, digest) : known.file();
      Entry entry = entry(name, snapshot, digest, received, origin);
      DurableFile.writeUnforced(
          file(name),
          PackedText.pack(
              text.text().getBytes(StandardCharsets.UTF_8), entry.origin(), entry.stored()));
      removed.remove(name);
      files.add(name);
      byFile.put(name, entry);
      byDigest.put(digest, entry);
      addedEpochs.put(name, Epochs.of(snapshot));
      written++;
      return entry;
    }

    /** Returns a name with more of the digest, if another text already has the usual name. */
    private String newName(Snapshot snapshot, TextFile text, String digest)
        throws InputFormatException {
      String extension = ElementSetReader.extension(text);
      String shortDigest = digest.substring(0, DIGEST_CHARACTERS_IN_NAME);
      String name = name(snapshot, shortDigest, extension);
      return byFile.containsKey(name) ? name(snapshot, digest, extension) : name;
    }

    /** {@return the number of new texts so far} */
    public int written() {
      return written;
    }

    /**
     * Removes a snapshot from the archive when this writer is closed.
     *
     * @param entry the snapshot's entry
     */
    public void remove(Entry entry) {
      files.remove(entry.file());
      byFile.remove(entry.file());
      byDigest.remove(entry.sha256());
      addedEpochs.remove(entry.file());
      removed.add(entry.file());
    }

    /**
     * Makes additions and removals durable, updates the manifest, and releases the lock for the
     * next writer.
     */
    @Override
    public void close() throws IOException {
      try (lock) {
        if (written > 0 || !removed.isEmpty()) {
          DurableFile.forceFolder(folder.resolve(SNAPSHOTS));
          List<Entry> all = new ArrayList<>(byFile.values());
          all.sort(OLDEST_FIRST);
          manifest.write(all);
          for (String name : removed) {
            Files.deleteIfExists(file(name));
          }
          DurableFile.forceFolder(folder.resolve(SNAPSHOTS));
          if (!removed.isEmpty()) {
            EpochIndex.remove(folder, removed);
          }
          EpochIndex.add(folder, addedEpochs, files, SnapshotArchive.this::epochsIfSound);
        }
      }
    }
  }

  /**
   * Finds the element set of each satellite nearest in epoch to an instant, from all archived and
   * bundled snapshots. Of two equally near ones, it takes the later. Damaged snapshots are skipped.
   *
   * @param at the instant
   * @param reach element sets further from the instant are ignored, unless that excludes all; then
   *     the nearest available ones are taken
   * @return the element sets
   * @throws IOException if a file cannot be read
   */
  public NearestElementSets nearest(Instant at, Duration reach) throws IOException {
    return NearestElementSets.of(this, at, reach);
  }

  /**
   * {@return the archived snapshot with the median epoch nearest to an instant, if there is one}
   *
   * @param at the instant
   * @throws IOException if a file cannot be read
   */
  public Optional<Entry> nearestEntry(Instant at) throws IOException {
    return entries().stream()
        .min(Comparator.comparing(entry -> Duration.between(entry.medianEpoch(), at).abs()));
  }

  /**
   * {@return the median epoch of the newest snapshot, archived or bundled}
   *
   * @throws IOException if a file cannot be read
   */
  public Instant newestEpoch() throws IOException {
    Instant newest = BundledSnapshots.medianEpoch(BundledSnapshots.newest());
    for (Entry entry : entries()) {
      newest = entry.medianEpoch().isAfter(newest) ? entry.medianEpoch() : newest;
    }
    return newest;
  }

  /**
   * Keeps an answer that failed its checks, with the reason, for inspection by people. The same
   * content is kept once, with the time and the reason of its last rejection.
   *
   * @param content the bytes
   * @param origin where it comes from, for people
   * @param received when it was received
   * @param reason the reason, for people
   * @return the packed file of the answer; the reason is in a file beside it
   * @throws IOException if a file cannot be read or written
   */
  public Path reject(byte[] content, String origin, Instant received, String reason)
      throws IOException {
    FolderLock lock = FolderLock.of(folder);
    try {
      Path rejected = folder.resolve(REJECTED);
      DurableFile.createFolders(rejected);
      String digest = Sha256.of(content).substring(0, DIGEST_CHARACTERS_IN_NAME);
      Instant stored = received.truncatedTo(ChronoUnit.SECONDS);
      String name = minute(stored) + "-" + digest;
      String why = "%s\nreceived %s from %s\n".formatted(reason, stored, origin);
      DurableFile.write(
          rejected.resolve(name + REASON_ENDING), why.getBytes(StandardCharsets.UTF_8));
      Path kept = rejected.resolve(name + REJECTED_ENDING);
      DurableFile.write(kept, PackedText.pack(content, TextFile.printable(origin), stored));
      for (String other : namesIn(rejected)) {
        boolean isSameContent =
            other.endsWith(digest + REJECTED_ENDING) || other.endsWith(digest + REASON_ENDING);
        if (isSameContent && !other.startsWith(name)) {
          Files.delete(rejected.resolve(other));
        }
      }
      return kept;
    } finally {
      lock.close();
    }
  }

  /**
   * Reads every snapshot and compares it with its record from when it was stored.
   *
   * @return one line for each problem; empty if every snapshot exists and is as it was stored, and
   *     every packed file has a name by which it is read
   * @throws IOException if a file cannot be read
   */
  public List<String> verify() throws IOException {
    Manifest.Content listed = manifest.read();
    List<String> problems = new ArrayList<>(listed.problems());
    Set<String> files = new TreeSet<>(files());
    for (Entry entry : listed.entries()) {
      if (files.remove(entry.file())) {
        problemOf(entry).ifPresent(problems::add);
      } else {
        problems.add(
            VisibleText.ofName(file(entry.file()).toString())
                + ": is missing, though the manifest lists it");
      }
    }
    for (String unlisted : files) {
      try {
        entryOf(unlisted);
      } catch (InputFormatException e) {
        problems.add(e.getMessage());
      }
    }
    Path snapshots = folder.resolve(SNAPSHOTS);
    for (String name : namesIn(snapshots)) {
      if (name.endsWith(PACKED) && !isAscii(name)) {
        problems.add(
            VisibleText.ofName(snapshots + File.separator + name)
                + ": is not read, because its name has other characters than visible ASCII;"
                + " rename it");
      }
    }
    return List.copyOf(problems);
  }

  /**
   * Returns the snapshots that the manifest does not list, for example after a writer was killed.
   * They count like the others, and the next writer that stores a snapshot lists them.
   *
   * @return their files, sorted by name
   * @throws IOException if a file cannot be read
   */
  public List<Path> unlisted() throws IOException {
    Set<String> files = files();
    for (Entry entry : manifest.read().entries()) {
      files.remove(entry.file());
    }
    return files.stream().sorted().map(this::file).toList();
  }

  private Optional<String> problemOf(Entry entry) throws IOException {
    try {
      ElementSetReader.read(text(entry));
      return Optional.empty();
    } catch (InputFormatException e) {
      return Optional.of(damage(e));
    }
  }

  /** Returns the problem of a snapshot's file, and what to do. */
  static String damage(InputFormatException problem) {
    return problem.getMessage() + "; import its text again to repair it";
  }

  /**
   * Returns all entries by file: the rows of the manifest, and the entries of files that it lacks.
   */
  private Map<String, Entry> index(Collection<String> files) throws IOException {
    Map<String, Entry> index = new HashMap<>();
    for (Entry entry : manifest.read().entries()) {
      index.put(entry.file(), entry);
    }
    for (String file : files) {
      if (!index.containsKey(file)) {
        entryIfSound(file).ifPresent(entry -> index.put(file, entry));
      }
    }
    return index;
  }

  /** Returns the entry of a file; empty if it is damaged, which {@link #verify} reports. */
  private Optional<Entry> entryIfSound(String file) throws IOException {
    try {
      return Optional.of(entryOf(file));
    } catch (InputFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<Epochs> epochsIfSound(String file) throws IOException {
    try {
      return Optional.of(Epochs.of(ElementSetReader.read(TextFile.read(file(file)))));
    } catch (InputFormatException e) {
      return Optional.empty();
    }
  }

  private Entry entryOf(String file) throws IOException {
    TextFile text = TextFile.read(file(file));
    PackedText.Header header = PackedText.header(file(file));
    String digest = Sha256.of(text.text());
    String named = digestInName(file);
    if (!digest.startsWith(named)) {
      throw notAsStored(text, digest, named);
    }
    return entry(file, ElementSetReader.read(text), digest, header.stored(), header.origin());
  }

  /** Returns the beginning of the digest in the name of a snapshot; empty if there is none. */
  private static String digestInName(String file) {
    Matcher name = NAME.matcher(file);
    return name.matches() ? name.group(1) : "";
  }

  private static InputFormatException notAsStored(TextFile text, String found, String expected) {
    return text.problem(
        0,
        0,
        "is not the text that was stored (SHA-256 %s, expected %s)".formatted(found, expected));
  }

  private static Entry entry(
      String file, Snapshot snapshot, String sha256, Instant stored, String origin) {
    return new Entry(
        file,
        snapshot.medianEpoch().truncatedTo(ChronoUnit.SECONDS),
        snapshot.elementSets().size(),
        sha256,
        stored.truncatedTo(ChronoUnit.SECONDS),
        TextFile.printable(origin));
  }

  /** Returns the existing files of snapshots. */
  private Set<String> files() throws IOException {
    return snapshots(namesIn(folder.resolve(SNAPSHOTS)));
  }

  private static Set<String> snapshots(List<String> names) {
    Set<String> files = new HashSet<>();
    for (String name : names) {
      if (isSnapshot(name)) {
        files.add(name);
      }
    }
    return files;
  }

  static boolean isSnapshot(String fileName) {
    return fileName.endsWith(PACKED)
        && !fileName.startsWith(".")
        && fileName.indexOf('/') < 0
        && fileName.indexOf('\\') < 0
        && isAscii(fileName);
  }

  /**
   * Returns whether a text consists of visible ASCII characters, which are legal in names of files
   * in every locale. This is a loop, because a stream for each of thousands of names takes a tenth
   * of a run.
   */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the names in a folder; none if it does not exist. A folder that cannot be read is an
   * error.
   */
  private static List<String> namesIn(Path within) throws IOException {
    String[] names = within.toFile().list();
    if (names == null && !Files.notExists(within)) {
      throw new IOException(within + ": cannot be read; is it a folder, and permitted to you?");
    }
    return names == null ? List.of() : List.of(names);
  }

  private void deleteParts() throws IOException {
    for (Path within : List.of(folder, folder.resolve(SNAPSHOTS), folder.resolve(REJECTED))) {
      for (String name : namesIn(within)) {
        if (DurableFile.isPart(name)) {
          Files.delete(within.resolve(name));
        }
      }
    }
  }

  private static String name(Snapshot snapshot, String digest, String extension) {
    return minute(snapshot.medianEpoch()) + "-" + digest + "." + extension + PACKED;
  }

  /** Returns a time such as {@code 2021-12-06T0921Z}. */
  private static String minute(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    int colon = text.indexOf(':');
    return text.substring(0, colon) + text.substring(colon + 1, colon + 3) + "Z";
  }
}
