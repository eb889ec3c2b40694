package dev.skytally.atlas;

/** A problem that the user can solve; its message is one line. */
final class AtlasException extends Exception {
  private static final long serialVersionUID = 1;

  AtlasException(String message) {
    super(message);
  }
}
