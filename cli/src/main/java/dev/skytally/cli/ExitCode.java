package dev.skytally.cli;

/** The exit codes of the program. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Something changed: returned only if an option asks for it, so that a scheduler can act. */
  static final int CHANGED = 3;

  private ExitCode() {}
}
