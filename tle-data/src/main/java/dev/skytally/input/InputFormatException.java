package dev.skytally.input;

import java.io.IOException;
import java.util.Objects;

/**
 * Thrown if an input is wrong. The message is one line for people: the place (file, line, column),
 * the text found and the text expected. Whatever the input contains, the message is visible text of
 * at most {@link VisibleText#LONGEST_ERROR} characters.
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
   * @param line the 1-based line, or 0 for the input as a whole
   * @param column the 1-based column of characters, or 0 for the line as a whole
   * @param problem the text found and the text expected, for example "checksum is 3, expected 5"
   */
  public InputFormatException(String source, int line, int column, String problem) {
    super(VisibleText.ofError(at(VisibleText.ofName(source), line, column) + problem));
    this.source = source;
    this.line = line;
    this.column = column;
  }

  /**
   * Creates a problem of several inputs, whose message names the places.
   *
   * @param message the message
   */
  public InputFormatException(String message) {
    super(VisibleText.ofError(message));
    source = "";
    line = 0;
    column = 0;
  }

  private InputFormatException(InputFormatException problem, String remedy) {
    super(VisibleText.ofError(problem.getMessage() + "; " + remedy), problem);
    source = problem.source;
    line = problem.line;
    column = problem.column;
  }

  /**
   * {@return the same problem with one more remedy at the end of its message}
   *
   * @param remedy what the user can do, for example an option of a command
   */
  public InputFormatException withRemedy(String remedy) {
    return new InputFormatException(this, remedy);
  }

  /** Returns the message, which is never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** {@return the input's name as the caller gave it; empty for several inputs} */
  public String source() {
    return source;
  }

  /** {@return the 1-based line; 0 for the input as a whole} */
  public int line() {
    return line;
  }

  /** {@return the 1-based column of characters; 0 for the line as a whole} */
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
