package dev.skytally.history;

import dev.skytally.archive.ElementPool;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.Sha256;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A snapshot that is read only when it is needed.
 *
 * @param label its name, for people
 * @param origin where its element sets came from, for people
 */
public record ElementsSource(String label, String origin, Text text) {
  /** Reads the text of the element sets. */
  public interface Text {
    TextFile read() throws IOException;
  }

  /** The text, and its SHA-256. */
  record Content(String sha256, TextFile text) {}

  /**
   * Returns a file, or the regular files of a folder in the order of their names, except hidden
   * ones.
   */
  public static List<ElementsSource> of(Path path) throws IOException {
    return TextFile.filesOf(path).stream().map(ElementsSource::file).toList();
  }

  /** Returns every snapshot of an archive, oldest first. */
  public static List<ElementsSource> of(SnapshotArchive archive) throws IOException {
    return archive.entries().stream().map(entry -> archived(archive, entry)).toList();
  }

  /** Returns every bundled snapshot, oldest first. */
  public static List<ElementsSource> ofBundled() {
    return BundledSnapshots.dates().stream()
        .map(date -> bundled(date, BundledSnapshots.load(date).origin()))
        .toList();
  }

  /** Returns the archived and bundled snapshots since a median epoch, newest first. */
  static List<ElementsSource> newestFirst(SnapshotArchive archive, Instant since)
      throws IOException {
    List<Map.Entry<Instant, ElementsSource>> byEpoch = new ArrayList<>();
    for (Entry entry : archive.entries()) {
      byEpoch.add(Map.entry(entry.medianEpoch(), archived(archive, entry)));
    }
    for (LocalDate date : BundledSnapshots.dates()) {
      if (!BundledSnapshots.medianEpoch(date).isBefore(since)) {
        Snapshot snapshot = BundledSnapshots.load(date);
        byEpoch.add(Map.entry(snapshot.medianEpoch(), bundled(date, snapshot.origin())));
      }
    }
    return byEpoch.stream()
        .filter(source -> !source.getKey().isBefore(since))
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static ElementsSource archived(SnapshotArchive archive, Entry entry) {
    return new ElementsSource(entry.label(), entry.origin(), () -> archive.text(entry));
  }

  private static ElementsSource bundled(LocalDate date, String origin) {
    return new ElementsSource(
        date.toString(), "bundled; " + origin, () -> BundledSnapshots.text(date));
  }

  private static ElementsSource file(Path file) {
    return new ElementsSource(file.getFileName().toString(), "file", () -> TextFile.read(file));
  }

  Content read() throws IOException {
    TextFile read = text.read();
    return new Content(Sha256.of(read.text()), read);
  }

  Snapshot parse(Content content) throws IOException {
    Snapshot snapshot = ElementSetReader.read(content.text());
    return new Snapshot(label, origin, snapshot.elementSets(), snapshot.problems());
  }

  /**
   * Returns the element sets of a run, with their gaps filled.
   *
   * @throws InputFormatException if too many are damaged
   * @throws NoSatelliteException if they lack more than half of a system, because a truncated file
   *     must not become a day of the history
   */
  FilledElements fill(Content content, RunSetting setting, ElementPool pool) throws IOException {
    Snapshot snapshot = parse(content);
    snapshot.requireSound();
    SnapshotFacts facts = SnapshotFacts.of(snapshot, content.sha256());
    Constellation held = FilledElements.select(snapshot, facts, setting);
    for (GnssSystem system : setting.systems()) {
      int members = held.members(system).size();
      int missing =
          (int) held.missing().stream().filter(m -> m.satellite().system() == system).count();
      if (members == 0) {
        throw new NoSatelliteException(facts.label(), system, setting.status());
      }
      if (missing > members) {
        throw new NoSatelliteException(
            "only %s of %s %s satellites that should count have element sets in %s"
                .formatted(members, members + missing, system.displayName(), facts.label()));
      }
    }
    return FilledElements.of(snapshot, facts, setting, pool);
  }
}
