package dev.skytally.report.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as text, in UTC. */
public final class Utc {
  private Utc() {}

  /** Rounds to milliseconds: {@code 2020-11-25T06:30:00.125Z}. */
  public static String iso(Instant instant) {
    long epochMillis = instant.plusNanos(500_000).toEpochMilli();
    LocalDateTime time = atSecond(Math.floorDiv(epochMillis, 1000L));
    StringBuilder text = date(new StringBuilder(24), time).append('T');
    clock(text, time).append('.');
    int millis = Math.floorMod(epochMillis, 1000);
    text.append((char) ('0' + millis / 100));
    return twoDigits(text, millis % 100).append('Z').toString();
  }

  /** Returns {@code 2020-11-25 06:30}, without the word UTC. */
  public static String minutes(Instant instant) {
    StringBuilder text = clock(toSecond(instant));
    text.setLength(text.length() - ":00".length());
    return text.toString();
  }

  /** Returns {@code 2020-11-25 06:30}, or with seconds if there are any, without the word UTC. */
  public static String moment(Instant instant) {
    LocalDateTime time = toSecond(instant);
    return time.getSecond() == 0 ? minutes(instant) : clock(time).toString();
  }

  /** Rounds to seconds: {@code 11-25 06:30:07}, without the word UTC. */
  public static String seconds(Instant instant) {
    LocalDateTime time = toSecond(instant);
    StringBuilder text = twoDigits(new StringBuilder(14), time.getMonthValue()).append('-');
    twoDigits(text, time.getDayOfMonth()).append(' ');
    return clock(text, time).toString();
  }

  public static int year(Instant instant) {
    return atSecond(instant.getEpochSecond()).getYear();
  }

  /** Returns the day of a moment: {@code 2020-11-25}. */
  public static String date(Instant instant) {
    return date(new StringBuilder(10), atSecond(instant.getEpochSecond())).toString();
  }

  private static LocalDateTime toSecond(Instant instant) {
    return atSecond(instant.plusMillis(500).getEpochSecond());
  }

  private static LocalDateTime atSecond(long epochSecond) {
    return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
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
