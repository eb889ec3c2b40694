package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.util.Locale;

/** The formats of element sets. A text is read in the first format that detects it. */
enum ElementSetFormat {
  JSON {
    @Override
    boolean detects(String text) {
      return beginsWith(text, '{', "\"}") || beginsWith(text, '[', "{]");
    }

    @Override
    void reads(TextFile file, SnapshotBuilder snapshot) throws IOException {
      JsonOmmReader.read(file, snapshot);
    }
  },

  XML {
    @Override
    boolean detects(String text) {
      String stripped = text.stripLeading();
      return stripped.startsWith("<")
          && stripped.contains("omm")
          && !stripped.startsWith("1 ", stripped.indexOf('\n') + 1);
    }

    @Override
    void reads(TextFile file, SnapshotBuilder snapshot) throws IOException {
      XmlOmmReader.read(file, snapshot);
    }
  },

  KVN {
    @Override
    boolean detects(String text) {
      String firstLine = firstLine(text);
      return firstLine.startsWith(KvnOmmReader.FIRST_KEYWORD)
          || (firstLine.startsWith("OBJECT_NAME") && firstLine.contains("="));
    }

    @Override
    void reads(TextFile file, SnapshotBuilder snapshot) throws IOException {
      KvnOmmReader.read(file, snapshot);
    }
  },

  CSV {
    @Override
    boolean detects(String text) {
      String firstLine = firstLine(text);
      return firstLine.contains(",") && firstLine.contains("MEAN_MOTION");
    }

    @Override
    void reads(TextFile file, SnapshotBuilder snapshot) throws IOException {
      CsvOmmReader.read(file, snapshot);
    }
  },

  TLE {
    @Override
    boolean detects(String text) {
      return TleReader.mayRead(text);
    }

    @Override
    void reads(TextFile file, SnapshotBuilder snapshot) throws IOException {
      TleReader.read(file, snapshot);
    }
  };

  /** Returns whether a text seems to be in this format. */
  abstract boolean detects(String text);

  /** Reads all element sets of a file into a snapshot. */
  abstract void reads(TextFile file, SnapshotBuilder snapshot) throws IOException;

  /**
   * Detects the format of a file by its content.
   *
   * @throws InputFormatException if it is in none of these formats
   */
  static ElementSetFormat of(TextFile file) throws InputFormatException {
    for (ElementSetFormat format : values()) {
      if (format.detects(file.text())) {
        return format;
      }
    }
    throw file.problem(
        0,
        0,
        "begins with "
            + TextFile.quoted(firstLine(file.text()))
            + ", expected element sets as lines (TLE) or as OMM in JSON, CSV, XML or KVN");
  }

  /** Returns the usual extension of files in this format. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String firstLine(String text) {
    return text.stripLeading().lines().findFirst().orElse("").stripTrailing();
  }

  /**
   * Returns whether a text begins with a bracket and then, ignoring blanks, one of some characters.
   * A bracket alone may be the beginning of a satellite's name, possibly damaged.
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
