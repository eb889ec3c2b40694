package dev.skytally.internal.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads dates as {@code 2020-11-25}. Java's own formatter does so too, but setting it up takes
 * longer than all other reading of a short run.
 */
public final class IsoDate {
  private static final int LENGTH = 10;

  private IsoDate() {}

  /**
   * The date that a text is, without blanks.
   *
   * @throws DateTimeException if the text is no date of the years 0 to 9999
   */
  public static LocalDate parse(String text) {
    if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException(text + " is not a date such as 2020-11-25");
    }
    int year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
    return LocalDate.of(year, twoDigits(text, 5), twoDigits(text, 8));
  }

  /** As {@link #parse}, but empty for what is no date. */
  public static Optional<LocalDate> find(String text) {
    try {
      return Optional.of(parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int twoDigits(String text, int start) {
    return 10 * digit(text, start) + digit(text, start + 1);
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    if (digit < 0 || digit > 9) {
      throw new DateTimeException(text + " is not a date such as 2020-11-25");
    }
    return digit;
  }
}
