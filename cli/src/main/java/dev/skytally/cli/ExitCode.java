package dev.skytally.cli;

/** What the program returns to the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Returned by commands that are asked to, so that a schedule can act on it. */
  static final int CHANGED = 3;

  private ExitCode() {}
}
