package dev.skytally.archive;

import dev.skytally.archive.EpochIndex.Epochs;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The element sets that may replace those of missing satellites: the bundled snapshots and an
 * archive or some files. Each is read on first use. Damaged snapshots are skipped.
 *
 * <p>Safe for use by several threads.
 */
public final class ElementPool {
  private final Optional<SnapshotArchive> archive;
  private final List<Path> files;

  /** Null until the first search. */
  private @Nullable List<Source> sources;

  /** The source that was read last, because the next satellite often needs the same one. */
  private @Nullable Source lastRead;

  private @Nullable Snapshot lastSnapshot;

  /**
   * An element set that was found.
   *
   * @param elements the element set
   * @param snapshot the label of its snapshot, or its file's name
   */
  public record Found(ElementSet elements, String snapshot) {}

  private interface Reader {
    Snapshot read() throws IOException;
  }

  /** Contains only epochs, so that memory does not grow with the texts of the snapshots. */
  private record Source(String label, Reader reader, Epochs epochs) {}

  /** An element set by its place in a source. */
  private record Place(Source source, int index) {
    long epochMicros() {
      return source.epochs().micros[index];
    }
  }

  private ElementPool(Optional<SnapshotArchive> archive, List<Path> files) {
    this.archive = archive;
    this.files = List.copyOf(files);
  }

  /**
   * Creates a pool of the bundled snapshots, an archive if there is one, and some files of element
   * sets.
   *
   * @param archive the archive
   * @param files files of element sets
   * @return the pool
   */
  public static ElementPool of(Optional<SnapshotArchive> archive, List<Path> files) {
    return new ElementPool(archive, files);
  }

  /**
   * Finds the usable element set nearest in epoch to an instant, for each of some satellites that
   * has one within reach. Of two equally near ones, it takes the later.
   *
   * @param catalogNumbers the catalogue numbers of the satellites
   * @param at the instant
   * @param reach the greatest distance in time
   * @param isUsable decides whether an element set is usable; if not, the next nearest is tried
   * @return by catalogue number
   * @throws IOException if a file cannot be read
   */
  public synchronized Map<Integer, Found> nearest(
      Collection<Integer> catalogNumbers,
      Instant at,
      Duration reach,
      Predicate<ElementSet> isUsable)
      throws IOException {
    Map<Integer, Found> found = new TreeMap<>();
    for (int number : catalogNumbers) {
      nearest(number, EpochIndex.micros(at), reach, isUsable)
          .ifPresent(one -> found.put(number, one));
    }
    return found;
  }

  private Optional<Found> nearest(
      int catalogNumber, long atMicros, Duration reach, Predicate<ElementSet> isUsable)
      throws IOException {
    if (sources == null) {
      sources = sources();
    }
    Set<Place> unusable = new HashSet<>();
    while (true) {
      Place nearest = null;
      for (Source source : sources) {
        Epochs epochs = source.epochs();
        for (int i = 0; i < epochs.size(); i++) {
          if (epochs.catalogNumbers[i] == catalogNumber
              && (nearest == null || isNearer(epochs.micros[i], nearest.epochMicros(), atMicros))) {
            Place place = new Place(source, i);
            nearest = unusable.contains(place) ? nearest : place;
          }
        }
      }
      if (nearest == null
          || Math.abs(nearest.epochMicros() - atMicros) > reach.toSeconds() * 1_000_000) {
        return Optional.empty();
      }
      Optional<Snapshot> snapshot = read(nearest.source());
      if (snapshot.isEmpty()) {
        sources.remove(nearest.source());
        continue;
      }
      ElementSet elements = snapshot.get().elementSets().get(nearest.index());
      if (isUsable.test(elements)) {
        return Optional.of(new Found(elements, nearest.source().label()));
      }
      unusable.add(nearest);
    }
  }

  private static boolean isNearer(long micros, long otherMicros, long atMicros) {
    long distance = Math.abs(micros - atMicros);
    long otherDistance = Math.abs(otherMicros - atMicros);
    return distance < otherDistance || (distance == otherDistance && micros > otherMicros);
  }

  /** Reads a source; empty if it is damaged or differs from the index. */
  private Optional<Snapshot> read(Source source) throws IOException {
    if (lastSnapshot != null && source.equals(lastRead)) {
      return Optional.of(lastSnapshot);
    }
    try {
      Snapshot snapshot = source.reader().read();
      if (Epochs.of(snapshot).isSameAs(source.epochs())) {
        lastRead = source;
        lastSnapshot = snapshot;
        return Optional.of(snapshot);
      }
    } catch (InputFormatException e) {
      // A command that reads this file itself reports the damage.
    }
    return Optional.empty();
  }

  private List<Source> sources() throws IOException {
    List<Source> all = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      Snapshot bundled = BundledSnapshots.load(date);
      all.add(new Source(bundled.label(), () -> bundled, Epochs.of(bundled)));
    }
    for (Path file : files) {
      add(
          all,
          TextFile.printable(file.getFileName().toString()),
          () -> ElementSetReader.read(file),
          null);
    }
    if (archive.isPresent()) {
      Map<String, Epochs> index = EpochIndex.read(archive.get().folder());
      for (Entry entry : archive.get().entries()) {
        add(all, entry.label(), () -> archive.get().load(entry), index.get(entry.file()));
      }
    }
    return all;
  }

  /**
   * Adds a source.
   *
   * @param known its epochs; null to read them from the source
   */
  private static void add(List<Source> all, String label, Reader reader, @Nullable Epochs known)
      throws IOException {
    try {
      all.add(new Source(label, reader, known == null ? Epochs.of(reader.read()) : known));
    } catch (InputFormatException e) {
      // A command that reads this file itself reports the damage.
    }
  }
}
