package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads element sets, in any of the forms in which catalogues publish them:
 *
 * <ul>
 *   <li>lines: two-line sets with or without a line for the name before them, catalogue numbers to
 *       99999 or, with a letter (Alpha-5), to 339999;
 *   <li>CCSDS Orbit Mean-elements Messages (OMM, CCSDS 502.0-B) as JSON, CSV, XML and KVN,
 *       catalogue numbers to 999999999.
 * </ul>
 *
 * <p>The form is told by the content, whatever the file is called. A bad element set becomes an
 * {@link ElementSetProblem} and spoils no other. Only when no element set is good does reading
 * fail, with the first problem as the message.
 */
public final class ElementSetReader {
  private static final String ORIGIN = "file";

  private ElementSetReader() {}

  /**
   * Reads a file, or every regular file of a folder in the order of their names. Hidden files and
   * folders within the folder are passed over.
   *
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
        snapshot.refuse(0, "", e);
      }
    }
    return snapshot.build(path.toString(), ORIGIN);
  }

  /**
   * Reads a text.
   *
   * @throws InputFormatException when nothing of it can be used
   */
  public static Snapshot read(TextFile file) throws IOException {
    return read(file, file.source(), ORIGIN);
  }

  static Snapshot read(TextFile file, String label, String origin) throws IOException {
    SnapshotBuilder snapshot = new SnapshotBuilder();
    read(file, snapshot);
    return snapshot.build(label, origin);
  }

  private static void read(TextFile file, SnapshotBuilder snapshot) throws IOException {
    int before = snapshot.size();
    readByForm(file, snapshot);
    if (snapshot.size() == before) {
      throw file.problem(0, 0, "holds no element sets, expected at least one");
    }
  }

  /** Tells the form by the content; only the classes of that form are loaded. */
  private static void readByForm(TextFile file, SnapshotBuilder snapshot) throws IOException {
    String text = file.text();
    String stripped = text.stripLeading();
    int end = stripped.indexOf('\n');
    String firstLine = (end < 0 ? stripped : stripped.substring(0, end)).stripTrailing();
    if (beginsWith(text, '{', "\"}") || beginsWith(text, '[', "{]")) {
      JsonOmmReader.read(file, snapshot);
    } else if (firstLine.startsWith("<") && text.contains("omm")) {
      XmlOmmReader.read(file, snapshot);
    } else if (firstLine.startsWith(KvnOmmReader.FIRST_KEYWORD)
        || (firstLine.startsWith("OBJECT_NAME") && firstLine.contains("="))) {
      KvnOmmReader.read(file, snapshot);
    } else if (firstLine.contains(",") && firstLine.contains("MEAN_MOTION")) {
      CsvOmmReader.read(file, snapshot);
    } else if (TleReader.mayRead(text)) {
      TleReader.read(file, snapshot);
    } else {
      throw file.problem(
          0,
          0,
          "begins with "
              + TextFile.quoted(firstLine)
              + ", expected element sets as lines (TLE) or as OMM in JSON, CSV, XML or KVN");
    }
  }

  /**
   * Whether a text begins with a bracket and then, blanks aside, one of some others. A bracket
   * alone may be the name of a satellite or a damaged letter of one.
   */
  private static boolean beginsWith(String text, char bracket, String others) {
    String stripped = text.stripLeading();
    if (stripped.isEmpty() || stripped.charAt(0) != bracket) {
      return false;
    }
    String inside = stripped.substring(1).stripLeading();
    return !inside.isEmpty() && others.indexOf(inside.charAt(0)) >= 0;
  }
}
