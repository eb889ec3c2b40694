package dev.skytally.input;

import java.io.IOException;

/**
 * Says, in one line that a person can act on, what is wrong with an input: where it is (file, line,
 * column), what was found and what was expected. Whatever the input holds, the message is visible
 * text of at most {@link VisibleText#LONGEST_ERROR} characters.
 */
public final class InputFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A problem at a place of an input.
   *
   * @param source the file's name as the user gave it
   * @param line the 1-based line, or 0 when the input as a whole is meant
   * @param column the 1-based column of characters, or 0 when the line as a whole is meant
   * @param problem what was found and what was expected, as "checksum is 3, expected 5"
   */
  public InputFormatException(String source, int line, int column, String problem) {
    super(VisibleText.ofError(at(VisibleText.ofName(source), line, column) + problem));
  }

  /** A problem whose message already names its place. */
  public InputFormatException(String message) {
    super(VisibleText.ofError(message));
  }

  private static String at(String source, int line, int column) {
    if (line == 0) {
      return source + ": ";
    }
    return column == 0
        ? source + ", line " + line + ": "
        : source + ", line " + line + ", column " + column + ": ";
  }
}
