package dev.skytally.cli.console;

/** The arguments are right, but the job cannot be done; the message says why, for people. */
public final class JobFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public JobFailedException(String message) {
    super(message);
  }

  /**
   * @param cause why the job cannot be done, for programs
   */
  public JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
