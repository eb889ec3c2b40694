package dev.skytally.report.draw;

import dev.skytally.report.text.Language;
import java.util.Optional;

/**
 * How the words of a picture are written.
 *
 * @param title the title instead of the usual one, if one was given
 */
public record PictureStyle(Optional<String> title, Language language) {
  /** The usual style. */
  public static final PictureStyle USUAL = new PictureStyle(Optional.empty(), Language.EN);

  /** Returns the title that was given, or else the usual one. */
  public String titleOr(String usual) {
    return title.orElse(usual);
  }
}
