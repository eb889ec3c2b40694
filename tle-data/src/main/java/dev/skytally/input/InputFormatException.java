package dev.skytally.input;

import java.io.IOException;

/**
 * Says, in one line that a person can act on, what is wrong with an input: where it is (file, line,
 * column), what was found and what was expected. Whatever the input holds, the message is visible
 * text of at most {@link VisibleText#LONGEST_ERROR} characters.
 */
public final class InputFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;
  private final int column;

  /**
   * Creates a problem at a place of an input.
   *
   * @param source the file's name as the user gave it
   * @param line the 1-based line, or 0 when the input as a whole is meant
   * @param column the 1-based column of characters, or 0 when the line as a whole is meant
   * @param problem what was found and what was expected, as "checksum is 3, expected 5"
   */
  public InputFormatException(String source, int line, int column, String problem) {
    super(VisibleText.ofError(at(VisibleText.ofName(source), line, column) + problem));
    this.source = source;
    this.line = line;
    this.column = column;
  }

  /** Creates a problem of several inputs, whose message names the places. */
  public InputFormatException(String message) {
    super(VisibleText.ofError(message));
    source = "";
    line = 0;
    column = 0;
  }

  /** The input's name as the caller gave it; empty if several inputs are meant. */
  public String source() {
    return source;
  }

  /** The 1-based line; 0 if the input as a whole is meant. */
  public int line() {
    return line;
  }

  /** The 1-based column of characters; 0 if the line as a whole is meant. */
  public int column() {
    return column;
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
