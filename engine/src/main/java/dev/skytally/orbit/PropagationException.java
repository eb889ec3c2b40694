package dev.skytally.orbit;

/** Thrown if an orbit cannot be propagated; the message says why, for people. */
public final class PropagationException extends Exception {
  private static final long serialVersionUID = 1L;

  PropagationException(String message) {
    super(message);
  }
}
