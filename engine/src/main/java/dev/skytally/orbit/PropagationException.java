package dev.skytally.orbit;

/** An element set that does not lead to a usable orbit; the message says why, for people. */
public final class PropagationException extends Exception {
  private static final long serialVersionUID = 1L;

  PropagationException(String message) {
    super(message);
  }
}
