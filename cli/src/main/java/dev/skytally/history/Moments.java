package dev.skytally.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Moments as the file holds them: ISO 8601 to the second, so that order of text is order of time.
 */
final class Moments {
  private Moments() {}

  static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static Instant parse(String text) {
    return Instant.parse(text);
  }
}
