package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads element sets in any of the formats that catalogues publish:
 *
 * <ul>
 *   <li>lines: two-line sets with or without a line for the name before them, catalogue numbers to
 *       99999 or, with a letter (Alpha-5), to 339999;
 *   <li>CCSDS Orbit Mean-elements Messages (OMM, CCSDS 502.0-B) as JSON, CSV, XML and KVN,
 *       catalogue numbers to 999999999.
 * </ul>
 *
 * <p>The content decides the format, not the name of the file. A bad element set becomes an {@link
 * ElementSetProblem} and does not affect any other. Reading fails only if no element set is usable;
 * then the message is the first problem.
 *
 * <p>Safe for use by several threads.
 */
public final class ElementSetReader {
  private static final String ORIGIN = "file";

  private ElementSetReader() {}

  /**
   * Reads a file, or every regular file of a folder in the order of their names. Hidden files and
   * nested folders are skipped.
   *
   * @param path the file or folder
   * @return the element sets, and the problems of those that cannot be used
   * @throws InputFormatException when nothing of it can be used
   */
  public static Snapshot read(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return read(TextFile.read(path));
    }
    SnapshotBuilder snapshot = new SnapshotBuilder();
    for (Path file : TextFile.filesOf(path)) {
      try {
        read(TextFile.read(file), snapshot);
      } catch (InputFormatException e) {
        snapshot.reject(0, "", e);
      }
    }
    return snapshot.build(path.toString(), ORIGIN);
  }

  /**
   * Reads a text.
   *
   * @param file the text
   * @return the element sets, and the problems of those that cannot be used
   * @throws InputFormatException when nothing of it can be used
   */
  public static Snapshot read(TextFile file) throws IOException {
    return read(file, file.source(), ORIGIN);
  }

  /**
   * Reads a stream to its end, gzip or not, and closes it.
   *
   * @param in the stream
   * @param label the name of the source in messages and answers
   * @return the element sets, and the problems of those that cannot be used
   * @throws InputFormatException when nothing of it can be used
   */
  public static Snapshot read(InputStream in, String label) throws IOException {
    return read(TextFile.read(label, in));
  }

  /**
   * Reads a string.
   *
   * @param text the element sets
   * @param label the name of the source in messages and answers
   * @return the element sets, and the problems of those that cannot be used
   * @throws InputFormatException when nothing of it can be used
   */
  public static Snapshot read(String text, String label) throws IOException {
    return read(TextFile.of(label, text));
  }

  static Snapshot read(TextFile file, String label, String origin) throws IOException {
    SnapshotBuilder snapshot = new SnapshotBuilder();
    read(file, snapshot);
    return snapshot.build(label, origin);
  }

  private static void read(TextFile file, SnapshotBuilder snapshot) throws IOException {
    int before = snapshot.size();
    ElementSetFormat.of(file).reads(file, snapshot);
    if (snapshot.size() == before) {
      throw file.problem(0, 0, "holds no element sets, expected at least one");
    }
  }

  /**
   * {@return the usual extension of files in the format of a text: json, xml, kvn, csv or tle}
   *
   * @param file the text
   * @throws InputFormatException if the text holds no element sets in any of the formats
   */
  public static String extension(TextFile file) throws InputFormatException {
    return ElementSetFormat.of(file).extension();
  }
}
