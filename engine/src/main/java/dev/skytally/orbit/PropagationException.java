package dev.skytally.orbit;

import java.util.Objects;

/** Thrown if an orbit cannot be propagated; the message says why, for people. */
public final class PropagationException extends Exception {
  private static final long serialVersionUID = 1L;

  PropagationException(String message) {
    super(message);
  }

  /** Returns the message, which is never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
