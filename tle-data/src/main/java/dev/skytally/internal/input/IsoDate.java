package dev.skytally.internal.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Parses dates such as {@code 2020-11-25}. Setting up Java's own formatter takes longer than all
 * other reading in a short run.
 */
public final class IsoDate {
  private static final int LENGTH = 10;

  private IsoDate() {}

  /**
   * Parses a date without blanks.
   *
   * @throws DateTimeException if the text is not a date of the years 0 to 9999
   */
  public static LocalDate parse(String text) {
    if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException(text + " is not a date such as 2020-11-25");
    }
    int year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
    return LocalDate.of(year, twoDigits(text, 5), twoDigits(text, 8));
  }

  /** Parses a date as {@link #parse} does; empty if the text is not a date. */
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
