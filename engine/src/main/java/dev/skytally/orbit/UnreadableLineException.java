package dev.skytally.orbit;

/** Thrown if a parser of another library fails at a line. */
final class UnreadableLineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int number;
  private final String line;
  private final RuntimeException parserFailure;

  UnreadableLineException(int number, String line, RuntimeException parserFailure) {
    super(parserFailure);
    this.number = number;
    this.line = line;
    this.parserFailure = parserFailure;
  }

  int number() {
    return number;
  }

  String line() {
    return line;
  }

  RuntimeException parserFailure() {
    return parserFailure;
  }
}
