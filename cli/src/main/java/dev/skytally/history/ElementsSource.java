package dev.skytally.history;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.Sha256;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.ConstellationSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Element sets of one moment, read when their turn comes.
 *
 * @param label what to call them
 * @param origin where they came from, for people
 */
public record ElementsSource(String label, String origin, Text text) {
  /** Gives the text of the element sets. */
  public interface Text {
    TextFile read() throws IOException;
  }

  /** What was read. */
  record Content(String sha256, TextFile text) {}

  /** A file, or each regular file of a folder, in the order of their names; hidden ones are not. */
  public static List<ElementsSource> of(Path path) throws IOException {
    return TextFile.filesOf(path).stream().map(ElementsSource::file).toList();
  }

  /** Every snapshot of an archive, the oldest first. */
  public static List<ElementsSource> of(SnapshotArchive archive) throws IOException {
    return archive.entries().stream().map(entry -> archived(archive, entry)).toList();
  }

  /** Every snapshot, archived or bundled, whose median epoch is not before an instant. */
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
   * Computes the run of them alone.
   *
   * @throws InputFormatException if too many are damaged
   * @throws NoSatelliteException if they lack a system, or hold less than half of one: a file that
   *     was cut short is no day of the history
   */
  Run compute(Content content, RunSetting setting, int threads) throws IOException {
    Snapshot snapshot = parse(content);
    snapshot.requireSound();
    SnapshotFacts facts = SnapshotFacts.of(snapshot, content.sha256());
    List<String> gaps =
        ConstellationSelection.on(facts.day()).systems(setting.systems()).wideGaps(snapshot);
    if (!gaps.isEmpty()) {
      throw new NoSatelliteException(gaps.get(0));
    }
    return Run.compute(snapshot, facts, setting, threads);
  }
}
