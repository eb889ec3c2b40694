package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.io.InputStream;
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

  /**
   * Reads a stream to its end, gzip or not.
   *
   * @param label the name of the source in messages and answers
   * @throws InputFormatException when nothing of it can be used
   */
  public static Snapshot read(InputStream in, String label) throws IOException {
    return read(TextFile.read(label, in));
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

  /** Reads by the form; only the classes of that form are loaded. */
  private static void readByForm(TextFile file, SnapshotBuilder snapshot) throws IOException {
    switch (form(file)) {
      case "json" -> JsonOmmReader.read(file, snapshot);
      case "xml" -> XmlOmmReader.read(file, snapshot);
      case "kvn" -> KvnOmmReader.read(file, snapshot);
      case "csv" -> CsvOmmReader.read(file, snapshot);
      case "tle" -> TleReader.read(file, snapshot);
      default ->
          throw file.problem(
              0,
              0,
              "begins with "
                  + TextFile.quoted(file.text().strip().lines().findFirst().orElse("").strip())
                  + ", expected element sets as lines (TLE) or as OMM in JSON, CSV, XML or KVN");
    }
  }

  /**
   * Tells the form of element sets by the content.
   *
   * @return the usual ending of such files: json, xml, kvn, csv or tle; empty if it is none of them
   */
  public static String form(TextFile file) {
    String text = file.text();
    String stripped = text.stripLeading();
    int end = stripped.indexOf('\n');
    String firstLine = (end < 0 ? stripped : stripped.substring(0, end)).stripTrailing();
    if (beginsWith(text, '{', "\"}") || beginsWith(text, '[', "{]")) {
      return "json";
    }
    if (firstLine.startsWith("<") && text.contains("omm") && !stripped.startsWith("1 ", end + 1)) {
      return "xml";
    }
    if (firstLine.startsWith(KvnOmmReader.FIRST_KEYWORD)
        || (firstLine.startsWith("OBJECT_NAME") && firstLine.contains("="))) {
      return "kvn";
    }
    if (firstLine.contains(",") && firstLine.contains("MEAN_MOTION")) {
      return "csv";
    }
    return TleReader.mayRead(text) ? "tle" : "";
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
