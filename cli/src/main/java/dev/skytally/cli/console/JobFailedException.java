package dev.skytally.cli.console;

/** The job was asked for properly and cannot be done; the message tells a person why. */
public final class JobFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public JobFailedException(String message) {
    super(message);
  }
}
