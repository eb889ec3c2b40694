package dev.skytally.history;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.Sha256;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
    return archive.entries().stream()
        .map(entry -> new ElementsSource(entry.label(), entry.origin(), () -> archive.text(entry)))
        .toList();
  }

  private static ElementsSource file(Path file) {
    return new ElementsSource(file.getFileName().toString(), "file", () -> TextFile.read(file));
  }

  Content read() throws IOException {
    TextFile read = text.read();
    return new Content(Sha256.of(read.text()), read);
  }

  Run compute(Content content, RunSetting setting, int threads) throws IOException {
    Snapshot snapshot = ElementSetReader.read(content.text());
    return Run.compute(
        new Snapshot(label, origin, snapshot.elementSets(), snapshot.problems()),
        content.sha256(),
        setting,
        threads);
  }
}
