package dev.skytally.report.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Writes moments as text in a time zone.
 *
 * @param zone the time zone
 */
public record Times(ZoneId zone) {
  public static final Times UTC = new Times(ZoneOffset.UTC);

  public boolean isUtc() {
    return zone.equals(ZoneOffset.UTC);
  }

  /**
   * Rounds to milliseconds: {@code 2020-11-25T06:30:00.125Z}, or in another zone {@code
   * 2020-11-25T08:30:00.125+02:00}.
   */
  public String iso(Instant instant) {
    long epochMillis = epochMillis(instant);
    long epochSecond = Math.floorDiv(epochMillis, 1000L);
    LocalDateTime time = atSecond(epochSecond);
    StringBuilder text = date(new StringBuilder(29), time).append('T');
    clock(text, time).append('.');
    int millis = Math.floorMod(epochMillis, 1000);
    text.append((char) ('0' + millis / 100));
    return twoDigits(text, millis % 100).append(isoOffset(epochSecond)).toString();
  }

  /** Returns the seconds between two instants as {@link #iso} writes them. */
  public static double seconds(Instant begin, Instant end) {
    return (epochMillis(end) - epochMillis(begin)) / 1e3;
  }

  private static long epochMillis(Instant instant) {
    return instant.plusNanos(500_000).toEpochMilli();
  }

  /** Returns {@code 2020-11-25 06:30}, without the offset. */
  public String minutes(Instant instant) {
    StringBuilder text = clock(toSecond(instant));
    text.setLength(text.length() - ":00".length());
    return text.toString();
  }

  /** Returns {@code 06:30}, the time of the day, or with seconds if there are any. */
  public String timeOfDay(Instant instant) {
    return moment(instant).substring("2020-11-25 ".length());
  }

  /** Returns {@code 2020-11-25 06:30}, or with seconds if there are any, without the offset. */
  public String moment(Instant instant) {
    LocalDateTime time = toSecond(instant);
    return time.getSecond() == 0 ? minutes(instant) : clock(time).toString();
  }

  /** Rounds to seconds: {@code 11-25 06:30:07}, without the offset. */
  public String seconds(Instant instant) {
    LocalDateTime time = toSecond(instant);
    StringBuilder text = twoDigits(new StringBuilder(14), time.getMonthValue()).append('-');
    twoDigits(text, time.getDayOfMonth()).append(' ');
    return clock(text, time).toString();
  }

  /** Returns the offset at a moment for people: {@code UTC} or {@code +02:00}. */
  public String offset(Instant instant) {
    return isUtc() ? "UTC" : isoOffset(instant.getEpochSecond());
  }

  /** Returns a moment with its offset, {@code 2020-11-25 06:30 UTC}. */
  public String withOffset(Instant instant) {
    return moment(instant) + ' ' + offset(instant);
  }

  /**
   * Returns {@code 2020-11-25 00:00 to 2020-11-26 00:00 UTC}, with two offsets if they differ, and
   * with the name of a zone that has one.
   */
  public String window(Instant start, Instant end) {
    return span(start, end) + name();
  }

  /** Returns the same without the name of the zone. */
  public String span(Instant start, Instant end) {
    String first = offset(start).equals(offset(end)) ? moment(start) : withOffset(start);
    return first + " to " + withOffset(end);
  }

  /** Returns the zone as {@code --timezone} accepts it, for example {@code utc}. */
  public String id() {
    return isUtc() ? "utc" : zone.getId();
  }

  /** Returns {@code " (Europe/Chisinau)"}; empty if the zone is only an offset. */
  public String name() {
    return zone instanceof ZoneOffset ? "" : " (" + zone.getId() + ")";
  }

  /** Returns whether every moment of a window has the same offset. */
  public boolean haveOneOffset(Instant start, Instant end) {
    if (zone instanceof ZoneOffset) {
      return true;
    }
    var change = zone.getRules().nextTransition(start);
    return change == null || !change.getInstant().isBefore(end);
  }

  /** Returns whether a window is a day from one midnight to the next, however long. */
  public boolean isDay(Instant start, Instant end) {
    LocalDate day = LocalDate.ofInstant(start, zone);
    return day.atStartOfDay(zone).toInstant().equals(start)
        && day.plusDays(1).atStartOfDay(zone).toInstant().equals(end);
  }

  public int year(Instant instant) {
    return atSecond(instant.getEpochSecond()).getYear();
  }

  /** Returns the day of a moment: {@code 2020-11-25}. */
  public String date(Instant instant) {
    return date(new StringBuilder(10), atSecond(instant.getEpochSecond())).toString();
  }

  /** Returns the offset in effect; only a zone with a history has to look it up. */
  private ZoneOffset offsetAt(long epochSecond) {
    return zone instanceof ZoneOffset fixed
        ? fixed
        : zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond));
  }

  private String isoOffset(long epochSecond) {
    String offset = offsetAt(epochSecond).getId();
    return offset.equals("Z") && !isUtc() ? "+00:00" : offset;
  }

  private LocalDateTime toSecond(Instant instant) {
    return atSecond(instant.plusMillis(500).getEpochSecond());
  }

  private LocalDateTime atSecond(long epochSecond) {
    return LocalDateTime.ofEpochSecond(epochSecond, 0, offsetAt(epochSecond));
  }

  private static StringBuilder clock(LocalDateTime time) {
    return clock(date(new StringBuilder(19), time).append(' '), time);
  }

  private static StringBuilder date(StringBuilder text, LocalDateTime time) {
    text.append(time.getYear()).append('-');
    twoDigits(text, time.getMonthValue()).append('-');
    return twoDigits(text, time.getDayOfMonth());
  }

  private static StringBuilder clock(StringBuilder text, LocalDateTime time) {
    twoDigits(text, time.getHour()).append(':');
    twoDigits(text, time.getMinute()).append(':');
    return twoDigits(text, time.getSecond());
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
