package dev.skytally.cli;

/** The job was asked for properly and cannot be done; the message tells a person why. */
final class JobFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  JobFailedException(String message) {
    super(message);
  }
}
