package dev.skytally.report.draw;

import java.util.Optional;

/**
 * How the words of a picture are written.
 *
 * @param title the title instead of the usual one, if one was given
 */
public record PictureStyle(Optional<String> title) {
  /** The usual style. */
  public static final PictureStyle USUAL = new PictureStyle(Optional.empty());

  /** Returns the title that was given, or else the usual one. */
  public String titleOr(String usual) {
    return title.orElse(usual);
  }
}
