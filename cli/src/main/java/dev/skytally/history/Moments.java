package dev.skytally.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Moments as text in the file: ISO 8601 to the second, so that the order of texts is that of time.
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
