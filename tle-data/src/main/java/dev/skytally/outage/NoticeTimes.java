package dev.skytally.outage;

import dev.skytally.internal.input.IsoDate;
import dev.skytally.internal.input.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Parses the times of notices, which are UTC to the minute, and of tables. */
final class NoticeTimes {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final int DATE_LENGTH = 10;
  private static final long HOURS_PER_DAY = 24;
  private static final long SECONDS_PER_HOUR = 3600;
  private static final long SECONDS_PER_MINUTE = 60;

  private NoticeTimes() {}

  /**
   * Parses {@code 2022-07-14T03:10}, also with a blank for the T or a Z at the end.
   *
   * @throws DateTimeException if the text is no such time
   */
  static Instant iso(String text) {
    if (!isToTheMinute(text)) {
      throw new DateTimeException(text + " is not a time such as 2022-07-14T03:10");
    }
    LocalDate date = IsoDate.parse(text.substring(0, DATE_LENGTH));
    return at(date, twoDigits(text, 11), twoDigits(text, 14), text);
  }

  private static boolean isToTheMinute(String text) {
    boolean hasLength = text.length() == 16 || (text.length() == 17 && text.endsWith("Z"));
    return hasLength
        && (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == ' ')
        && text.charAt(13) == ':';
  }

  /**
   * Parses a time as people write it in tables: as {@link #iso}, also with seconds or an offset; or
   * a date alone, which means 00:00 UTC.
   *
   * @throws DateTimeException if the text is no such time
   */
  static Instant ofTable(String text) {
    if (text.length() < DATE_LENGTH || IsoDate.find(text.substring(0, DATE_LENGTH)).isEmpty()) {
      throw new DateTimeException(text + " is not a time such as 2022-07-14T03:10");
    }
    return isToTheMinute(text)
        ? iso(text)
        : new WrittenTime(ZoneOffset.UTC, Instant.EPOCH).moment(text);
  }

  /**
   * Parses {@code 2022_195_0310}: year, day of the year, hours and minutes.
   *
   * @throws DateTimeException if the text is no such time
   */
  static Instant ofYearAndDay(String text) {
    if (text.length() != 13 || text.charAt(4) != '_' || text.charAt(8) != '_') {
      throw new DateTimeException(text + " is not a time such as 2022_195_0310");
    }
    return at(
        LocalDate.ofYearDay(number(text.substring(0, 4)), number(text.substring(5, 8))),
        text.substring(9));
  }

  /**
   * Parses {@code 14 JUL 2022}.
   *
   * @throws DateTimeException if the text is no such date
   */
  static LocalDate date(String text) {
    String[] parts = text.split(" ", -1);
    int month = parts.length == 3 ? MONTHS.indexOf(parts[1]) + 1 : 0;
    if (month == 0 || parts[2].length() != 4) {
      throw new DateTimeException(text + " is not a date such as 14 JUL 2022");
    }
    return LocalDate.of(number(parts[2]), month, number(parts[0]));
  }

  /**
   * Returns the time of a day.
   *
   * @param hoursAndMinutes for example {@code 0310}; 2400 is the end of the day
   * @throws DateTimeException if they are no time of a day
   */
  static Instant at(LocalDate date, String hoursAndMinutes) {
    if (hoursAndMinutes.length() != 4) {
      throw noTime(hoursAndMinutes);
    }
    return at(
        date,
        number(hoursAndMinutes.substring(0, 2)),
        number(hoursAndMinutes.substring(2)),
        hoursAndMinutes);
  }

  private static Instant at(LocalDate date, int hours, int minutes, String text) {
    boolean isEndOfDay = hours == 24 && minutes == 0;
    if (!isEndOfDay && (hours > 23 || minutes > 59)) {
      throw noTime(text);
    }
    return Instant.ofEpochSecond(
        (date.toEpochDay() * HOURS_PER_DAY + hours) * SECONDS_PER_HOUR
            + minutes * SECONDS_PER_MINUTE);
  }

  private static DateTimeException noTime(String text) {
    return new DateTimeException(text + " is not a time of the day such as 0310");
  }

  private static int twoDigits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new DateTimeException(text + " is not a time such as 2022-07-14T03:10");
    }
    return 10 * tens + ones;
  }

  /**
   * Parses a whole number of digits only.
   *
   * @throws DateTimeException if it is none
   */
  static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 8) {
        throw new DateTimeException(digits + " is not a number");
      }
      number = 10 * number + digit;
    }
    if (digits.isEmpty()) {
      throw new DateTimeException("a number is missing");
    }
    return number;
  }
}
