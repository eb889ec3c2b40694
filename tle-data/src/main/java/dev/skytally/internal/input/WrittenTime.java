package dev.skytally.internal.input;

import dev.skytally.input.TextFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads dates and times as people write them, in a time zone: {@code tomorrow}, {@code friday
 * 14:30}, {@code +3h} or {@code 2020-11-25T06:00}.
 *
 * <p>A time without an offset must exist once in the zone. Where clocks change, an error names the
 * two moments that may be meant.
 *
 * @param zone the zone of what has no offset
 * @param now the present
 */
public record WrittenTime(ZoneId zone, Instant now) {
  /** The year of the first satellite. */
  private static final int FIRST_YEAR = 1957;

  /** The formulas of Earth's rotation are good for this century. */
  private static final int LAST_YEAR = 2100;

  private static final int FEWEST_LETTERS_OF_WEEKDAY = 3;

  /** The end of {@code 1h30}. */
  private static final Pattern MINUTES_AFTER_HOURS = Pattern.compile("(?<=h ?)[0-5]\\d$");

  /** The length of {@code 2020-11-25}. */
  private static final int DATE_LENGTH = 10;

  /**
   * Reads a date: {@code 2020-11-25}, {@code yesterday}, {@code today} (or {@code now}), {@code
   * tomorrow}, a weekday, which is the next one after today, or a number of days or weeks such as
   * {@code +3d}.
   *
   * @throws DateTimeException if the text is no date, or the zone skips it; the message quotes the
   *     text
   */
  public LocalDate date(String text) {
    LocalDate date =
        find(text.strip().toLowerCase(Locale.ROOT))
            .orElseThrow(
                () -> expected(text, "a date such as 2020-11-25, today, tomorrow, friday or +3d"));
    requireYear(text, date.getYear());
    LocalDate begun = date.atStartOfDay(zone).toLocalDate();
    if (!begun.equals(date)) {
      throw expected(
          text,
          "a day that exists in %s, where %s follows %s".formatted(zone, begun, date.minusDays(1)));
    }
    return date;
  }

  private Optional<LocalDate> find(String word) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return switch (word) {
      case "now", "today" -> Optional.of(today);
      case "yesterday" -> Optional.of(today.minusDays(1));
      case "tomorrow" -> Optional.of(today.plusDays(1));
      default -> isSigned(word) ? distantDay(word, today) : weekday(word, today);
    };
  }

  private static Optional<LocalDate> distantDay(String word, LocalDate today) {
    OptionalInt days = wholeDays(word);
    return days.isPresent() ? Optional.of(today.plusDays(days.getAsInt())) : Optional.empty();
  }

  /** Returns the next day of that name, or a date in numbers. */
  private static Optional<LocalDate> weekday(String word, LocalDate today) {
    for (int days = 1; days <= 7; days++) {
      LocalDate day = today.plusDays(days);
      if (word.length() >= FEWEST_LETTERS_OF_WEEKDAY
          && day.getDayOfWeek().name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return Optional.of(day);
      }
    }
    return IsoDate.find(word);
  }

  /**
   * Reads a moment: {@code now}, a distance from now such as {@code +3h} or {@code -90m}, a time of
   * today such as {@code 12:00}, or a {@linkplain #date date} and optionally a time, without which
   * the day's beginning is meant. A time may have an offset such as {@code Z} or {@code +02:00}.
   *
   * @throws DateTimeException if the text is no moment, or stands for none or for two in the zone;
   *     the message quotes the text
   */
  public Instant moment(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("now")) {
      return now;
    }
    Optional<Instant> distant = isSigned(plain) ? distant(plain) : Optional.empty();
    if (distant.isPresent()) {
      requireYear(text, LocalDate.ofInstant(distant.get(), zone).getYear());
      return distant.get();
    }
    if (plain.isEmpty()) {
      throw expectedMoment(text);
    }
    int dateEnds = dateEnds(plain);
    String day = plain.substring(0, dateEnds);
    LocalDate date = find(day.isEmpty() ? "today" : day).orElseThrow(() -> expectedMoment(text));
    requireYear(text, date.getYear());
    if (dateEnds == plain.length()) {
      return startOf(date(day));
    }
    String time = plain.substring(dateEnds).replace(" ", "");
    return at(text, date, time.charAt(0) == 't' ? time.substring(1) : time);
  }

  /** Returns where the date ends: at a blank, at a T, or at once if the text begins with a time. */
  private static int dateEnds(String text) {
    int blank = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
    if (blank > DATE_LENGTH && text.charAt(DATE_LENGTH) == 't') {
      return DATE_LENGTH;
    }
    return text.substring(0, blank).indexOf(':') < 0 ? blank : 0;
  }

  private Optional<Instant> distant(String text) {
    return length(text.substring(1))
        .map(length -> text.charAt(0) == '-' ? now.minus(length) : now.plus(length));
  }

  private static boolean isSigned(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }

  private Instant at(String text, LocalDate date, String timeAndOffset) {
    int length = 0;
    while (length < timeAndOffset.length()
        && ":.0123456789".indexOf(timeAndOffset.charAt(length)) >= 0) {
      length++;
    }
    String time = timeAndOffset.substring(0, length);
    String offset = timeAndOffset.substring(length).toUpperCase(Locale.ROOT);
    LocalDateTime local;
    try {
      local = date.atTime(LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time));
      if (!offset.isEmpty()) {
        return local.toInstant(offset.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(offset));
      }
    } catch (DateTimeException e) {
      throw expectedMoment(text);
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(zone).toInstant();
    }
    LocalDateTime early = change.isGap() ? local.minus(change.getDuration()) : local;
    LocalDateTime late = change.isGap() ? local.plus(change.getDuration()) : local;
    throw expected(
        text,
        "%s%s or %s%s, because %s %s"
            .formatted(
                early,
                change.getOffsetBefore(),
                late,
                change.getOffsetAfter(),
                zone,
                change.isGap() ? "skips this time" : "has this time twice"));
  }

  /** Returns the beginning of a day, which is not 00:00 where clocks skip it. */
  public Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  /**
   * Returns the length of some days as a calendar counts them, to the beginning of a day or to the
   * same time of day: 24 hours each, or for example 23 or 25 if clocks change.
   */
  public Duration lengthOfDays(Instant begin, int days) {
    ZonedDateTime from = begin.atZone(zone);
    LocalDate day = from.toLocalDate();
    Instant end =
        begin.equals(startOf(day)) ? startOf(day.plusDays(days)) : from.plusDays(days).toInstant();
    return Duration.between(begin, end);
  }

  /**
   * Returns the number of days of a length in whole days or weeks, such as {@code 7d} or {@code
   * 1w}; empty for any other text.
   */
  public static OptionalInt wholeDays(String text) {
    String plain = withLetters(text);
    if (!plain.endsWith("d") && !plain.endsWith("w")) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(plain.substring(0, plain.length() - 1).strip());
      return OptionalInt.of(plain.endsWith("w") ? Math.multiplyExact(number, 7) : number);
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * Reads a length of time such as {@code 24h}, {@code 90m}, {@code 90 minutes}, {@code 1h30m},
   * {@code 1h30}, {@code 1:30} (hours and minutes), {@code 1:30:00}, {@code 1,5h}, {@code 0.5s},
   * {@code 7d} (of 24 hours), {@code 1w} or {@code PT24H}; empty if the text is none, or has a
   * comma that may separate thousands.
   */
  public static Optional<Duration> length(String text) {
    // A comma before three digits may separate thousands, unless it follows a 0.
    String plain = withLetters(text).replaceAll("(?<=\\b0),|,(?!\\d{3}(?!\\d))", ".");
    try {
      if (plain.indexOf('p') >= 0) {
        return Optional.of(Duration.parse(plain));
      }
      if (plain.indexOf(':') >= 0) {
        return hoursAndMinutes(plain.split(":", -1));
      }
      String units = MINUTES_AFTER_HOURS.matcher(plain).replaceFirst("$0m");
      return units.startsWith("-")
          ? ofUnits(units.substring(1)).map(Duration::negated)
          : ofUnits(units);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns a length in lower case, with one letter for each unit. */
  private static String withLetters(String length) {
    return length
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?:(w)eek|(d)ay|(h)our|(m)in(?:ute)?|(s)ec(?:ond)?)s?", "$1$2$3$4$5");
  }

  /** Returns the sum of numbers with units, the largest unit first. */
  private static Optional<Duration> ofUnits(String text) {
    Duration sum = Duration.ZERO;
    double unitBefore = Double.MAX_VALUE;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      double unit = secondsAUnit(text.charAt(i));
      if (!Double.isNaN(unit)) {
        String number = text.substring(start, i).strip();
        if (unit >= unitBefore || number.startsWith("-")) {
          return Optional.empty();
        }
        double seconds = unit * DecimalNumber.parse(number);
        sum = sum.plusNanos(Math.round(seconds * 1e9));
        unitBefore = unit;
        start = i + 1;
      }
    }
    return start > 0 && start == text.length() ? Optional.of(sum) : Optional.empty();
  }

  private static double secondsAUnit(char letter) {
    return switch (letter) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3_600;
      case 'd' -> 86_400;
      case 'w' -> 604_800;
      default -> Double.NaN;
    };
  }

  /** Returns hours and minutes, maybe with seconds. */
  private static Optional<Duration> hoursAndMinutes(String[] parts) {
    int seconds = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean isNumber = parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
      int digits = parts[i].length();
      if (!isNumber || parts.length > 3 || (i == 0 ? digits < 1 || digits > 4 : digits != 2)) {
        return Optional.empty();
      }
      int number = Integer.parseInt(parts[i]);
      if (i > 0 && number >= 60) {
        return Optional.empty();
      }
      seconds = 60 * seconds + number;
    }
    return Optional.of(Duration.ofSeconds(parts.length == 2 ? 60L * seconds : seconds));
  }

  private static void requireYear(String text, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw expected(text, "a year from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  private static DateTimeException expectedMoment(String text) {
    return expected(
        text, "a moment such as 2020-11-25T06:00, tomorrow, \"friday 12:00\", 12:00, now or +3h");
  }

  private static DateTimeException expected(String text, String what) {
    return new DateTimeException(TextFile.quoted(text) + ", expected " + what);
  }
}
