package dev.skytally.internal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Times in zones. The expected values come from the tzdata of Debian (2026b), by {@code zdump -v},
 * which prints the seconds before and after each change of clocks in local time and UTC, and are
 * compared with {@code java.time} too.
 */
class WrittenTimeTest {
  /** A Wednesday, 15:30 in Chisinau. */
  private static final Instant NOW = Instant.parse("2026-10-07T12:30:00Z");

  private static WrittenTime in(String zone) {
    return new WrittenTime(ZoneId.of(zone), NOW);
  }

  private static WrittenTime utc() {
    return new WrittenTime(ZoneOffset.UTC, NOW);
  }

  private static String problem(String zone, String text) {
    return assertThrows(DateTimeException.class, () -> in(zone).moment(text)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    // Both changes in the northern hemisphere.
    "Europe/Berlin,       2023-03-26T01:59:59, 2023-03-26T00:59:59Z",
    "Europe/Berlin,       2023-03-26T03:00:00, 2023-03-26T01:00:00Z",
    "America/New_York,    2023-03-12T01:59:59, 2023-03-12T06:59:59Z",
    "America/New_York,    2023-03-12T03:00:00, 2023-03-12T07:00:00Z",
    // And in the southern one.
    "Pacific/Auckland,    2023-09-24T01:59:59, 2023-09-23T13:59:59Z",
    "Pacific/Auckland,    2023-09-24T03:00:00, 2023-09-23T14:00:00Z",
    "America/Santiago,    2023-09-02T23:59:59, 2023-09-03T03:59:59Z",
    "America/Santiago,    2023-09-03T01:00:00, 2023-09-03T04:00:00Z",
    // Lord Howe changes by half an hour, Troll by two hours, Chatham from 12:45 to 13:45.
    "Australia/Lord_Howe, 2023-10-01T01:59:59, 2023-09-30T15:29:59Z",
    "Australia/Lord_Howe, 2023-10-01T02:30:00, 2023-09-30T15:30:00Z",
    "Antarctica/Troll,    2023-03-26T03:00:00, 2023-03-26T01:00:00Z",
    "Pacific/Chatham,     2023-09-24T02:44:59, 2023-09-23T13:59:59Z",
    // Nepal is 5:45 ahead. Dublin is at UTC in winter.
    "Asia/Kathmandu,      2023-06-21T05:45:00, 2023-06-21T00:00:00Z",
    "Asia/Kathmandu,      2023-06-21T00:00:00, 2023-06-20T18:15:00Z",
    "Europe/Dublin,       2023-03-26T00:59:59, 2023-03-26T00:59:59Z",
    // Zones that skip a day.
    "Pacific/Apia,        2011-12-29T23:59:59, 2011-12-30T09:59:59Z",
    "Pacific/Apia,        2011-12-31T00:00:00, 2011-12-30T10:00:00Z",
    "Pacific/Kwajalein,   1993-08-22T00:00:00, 1993-08-21T12:00:00Z",
    "Asia/Pyongyang,      2018-05-05T00:00:00, 2018-05-04T15:00:00Z",
    "Africa/Casablanca,   2023-04-23T01:59:59, 2023-04-23T01:59:59Z",
  })
  void aTimeThatExistsOnceIsThatOfTheZone(String zone, String local, Instant utc) {
    assertEquals(utc, in(zone).moment(local));
    assertEquals(utc, LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2023-03-26T02:30, 2023-03-26T01:30+01:00, 2023-03-26T03:30+02:00",
    "America/New_York,    2023-03-12T02:00, 2023-03-12T01:00-05:00, 2023-03-12T03:00-04:00",
    "Pacific/Auckland,    2023-09-24T02:59, 2023-09-24T01:59+12:00, 2023-09-24T03:59+13:00",
    "America/Santiago,    2023-09-03T00:15, 2023-09-02T23:15-04:00, 2023-09-03T01:15-03:00",
    "Australia/Lord_Howe, 2023-10-01T02:10, 2023-10-01T01:40+10:30, 2023-10-01T02:40+11:00",
    "Antarctica/Troll,    2023-03-26T01:30, 2023-03-25T23:30Z,      2023-03-26T03:30+02:00",
    "Pacific/Apia,        2011-12-30T12:00, 2011-12-29T12:00-10:00, 2011-12-31T12:00+14:00",
    "Asia/Pyongyang,      2018-05-04T23:45, 2018-05-04T23:15+08:30, 2018-05-05T00:15+09:00",
  })
  void aSkippedTimeNamesTheTimesBeforeAndAfter(
      String zone, String local, String before, String after) {
    assertEquals(
        "\"%s\", expected %s or %s, because %s skips this time"
            .formatted(local, before, after, zone),
        problem(zone, local));
    in(zone).moment(before);
    in(zone).moment(after);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2023-10-29T02:30, +02:00, +01:00",
    "America/New_York,    2023-11-05T01:00, -04:00, -05:00",
    "Pacific/Auckland,    2023-04-02T02:59, +13:00, +12:00",
    "America/Santiago,    2023-04-01T23:15, -03:00, -04:00",
    "Australia/Lord_Howe, 2023-04-02T01:45, +11:00, +10:30",
    "Antarctica/Troll,    2023-10-29T01:30, +02:00, Z",
    "Europe/Dublin,       2023-10-29T01:30, +01:00, Z",
    "America/Havana,      2023-11-05T00:00, -04:00, -05:00",
  })
  void aRepeatedTimeNamesBothOffsets(String zone, String local, String first, String second) {
    assertEquals(
        "\"%s\", expected %s%s or %s%s, because %s has this time twice"
            .formatted(local, local, first, local, second, zone),
        problem(zone, local));
    Duration between =
        Duration.between(in(zone).moment(local + first), in(zone).moment(local + second));
    assertEquals(
        ZoneOffset.of(first).getTotalSeconds() - ZoneOffset.of(second).getTotalSeconds(),
        between.toSeconds());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2023-03-26, 2023-03-25T23:00:00Z, PT23H",
    "Europe/Berlin,       2023-10-29, 2023-10-28T22:00:00Z, PT25H",
    "Europe/Berlin,       2023-10-30, 2023-10-29T23:00:00Z, PT24H",
    "Pacific/Auckland,    2023-09-24, 2023-09-23T12:00:00Z, PT23H",
    "Pacific/Auckland,    2023-04-02, 2023-04-01T11:00:00Z, PT25H",
    "Australia/Lord_Howe, 2023-10-01, 2023-09-30T13:30:00Z, PT23H30M",
    "Australia/Lord_Howe, 2023-04-02, 2023-04-01T13:00:00Z, PT24H30M",
    "Antarctica/Troll,    2023-10-29, 2023-10-28T22:00:00Z, PT26H",
    "Asia/Kathmandu,      2023-06-21, 2023-06-20T18:15:00Z, PT24H",
    // Clocks skip midnight, so the day begins at 01:00.
    "America/Santiago,    2023-09-03, 2023-09-03T04:00:00Z, PT23H",
    "America/Santiago,    2023-04-01, 2023-04-01T03:00:00Z, PT25H",
    // The day after it is skipped.
    "Pacific/Apia,        2011-12-29, 2011-12-29T10:00:00Z, PT24H",
  })
  void aDayBeginsAndEndsWithTheZone(String zone, String day, Instant begin, Duration length) {
    LocalDate date = in(zone).date(day);
    assertEquals(begin, in(zone).startOf(date));
    assertEquals(length, in(zone).lengthOfDays(begin, 1));
    assertEquals(begin, in(zone).moment(day));
  }

  /** Weeks across both changes in both hemispheres, also from a time of day that clocks skip. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2023-03-22T00:00+01:00, 7, 2023-03-29T00:00+02:00",
    "Europe/Berlin,       2023-10-25T06:30+02:00, 7, 2023-11-01T06:30+01:00",
    "Europe/Berlin,       2023-03-25T02:30+01:00, 1, 2023-03-26T03:30+02:00",
    "Pacific/Auckland,    2023-09-20T12:00+12:00, 7, 2023-09-27T12:00+13:00",
    "Pacific/Auckland,    2023-03-30T12:00+13:00, 7, 2023-04-06T12:00+12:00",
    "Australia/Lord_Howe, 2023-09-28T08:00+10:30, 7, 2023-10-05T08:00+11:00",
    "Australia/Lord_Howe, 2023-03-30T08:00+11:00, 7, 2023-04-06T08:00+10:30",
    "America/Santiago,    2023-08-31T00:00-04:00, 3, 2023-09-03T01:00-03:00",
    "Asia/Kathmandu,      2023-06-21T00:00+05:45, 366, 2024-06-21T00:00+05:45",
    "Z,                   2023-10-25T06:30Z,      7, 2023-11-01T06:30Z",
  })
  void wholeDaysEndAtTheSameTimeOfDay(
      String zone, OffsetDateTime begin, int days, OffsetDateTime end) {
    Duration length = in(zone).lengthOfDays(begin.toInstant(), days);
    assertEquals(end.toInstant(), begin.toInstant().plus(length));
  }

  @Test
  void wholeDaysAreWholeNumbersOfDays() {
    for (String week : List.of("7d", "7D", "7 d", " 7d ", "7 days", "1w", "1 week")) {
      assertEquals(OptionalInt.of(7), WrittenTime.wholeDays(week), week);
    }
    for (String other : List.of("0.5d", "0.5w", "168h", "d", "", "PT24H", "400000000w")) {
      assertEquals(OptionalInt.empty(), WrittenTime.wholeDays(other), other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H30M, 90",
    "pt1h30m, 90",
    "1h30m, 90",
    "1H 30M, 90",
    "90m, 90",
    "90min, 90",
    "1h30, 90",
    "1 h 30 min, 90",
    "1.5h, 90",
    "1:30, 90",
    "01:30, 90",
    "1:30:00, 90",
    "1h29m60s, 90",
    "26:00, 1560",
    "1d2h, 1560",
    "1w, 10080",
    "1w1d, 11520",
    "1 day 2 hours, 1560",
    "2 weeks, 20160",
    "1 hour 30 minutes, 90",
    "60sec, 1",
    "'1,5h', 90",
    "'1,25 h', 75",
    "'0,125h 7,5m', 15",
    "0:05, 5",
    "P1D, 1440",
    "-90m, -90",
    "-1h30m, -90",
  })
  void aLengthIsWrittenInAnyOfTheseWays(String text, long minutes) {
    assertEquals(Optional.of(Duration.ofMinutes(minutes)), WrittenTime.length(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "90",
        "h",
        "m",
        "1h5",
        "1h75",
        "1d30",
        "min",
        "30m1h",
        "1h1h",
        "1h-30m",
        "--1h",
        "1:3",
        "1:60",
        "1:30:60",
        "1:-5",
        ":30",
        "1:",
        "1:00:00:00",
        "12345:00",
        "1h30m!",
        "one hour",
        "1,500s",
        "1,,5h",
        "1dour",
        "P",
        "1:30h"
      })
  void anythingElseIsNoLength(String text) {
    assertEquals(Optional.empty(), WrittenTime.length(text));
  }

  @Test
  void aMomentMayBeADistanceOfHoursAndMinutes() {
    WrittenTime utc = in("Z");
    assertEquals(utc.now().plusSeconds(5400), utc.moment("+1h30m"));
    assertEquals(utc.now().minusSeconds(5400), utc.moment("-1:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Apia,      2011-12-30, 2011-12-31, 2011-12-29",
    "Pacific/Kwajalein, 1993-08-21, 1993-08-22, 1993-08-20",
  })
  void aSkippedDayNamesItsNeighbours(String zone, String day, String after, String before) {
    DateTimeException problem = assertThrows(DateTimeException.class, () -> in(zone).date(day));
    assertEquals(
        "\"%s\", expected a day that exists in %s, where %s follows %s"
            .formatted(day, zone, after, before),
        problem.getMessage());
  }

  /** The seventh of October 2026 is a Wednesday. */
  @ParameterizedTest
  @CsvSource({
    "today,      2026-10-07",
    "now,        2026-10-07",
    "Yesterday,  2026-10-06",
    "TOMORROW,   2026-10-08",
    "thursday,   2026-10-08",
    "Sun,        2026-10-11",
    "tue,        2026-10-13",
    "wednesday,  2026-10-14",
    "+3d,        2026-10-10",
    "-7d,        2026-09-30",
    "2020-11-25, 2020-11-25",
  })
  void datesAreWords(String text, LocalDate date) {
    assertEquals(date, utc().date(text));
  }

  /** In Auckland it is 01:30 on Thursday already, in Honolulu still 02:30 on Wednesday. */
  @Test
  void todayIsThatOfTheZone() {
    assertEquals(LocalDate.parse("2026-10-08"), in("Pacific/Auckland").date("today"));
    assertEquals(LocalDate.parse("2026-10-07"), in("Pacific/Honolulu").date("today"));
    assertEquals(LocalDate.parse("2026-10-15"), in("Pacific/Auckland").date("thursday"));
  }

  @ParameterizedTest
  @CsvSource({
    "now,                       2026-10-07T12:30:00Z",
    "+3h,                       2026-10-07T15:30:00Z",
    "+90m,                      2026-10-07T14:00:00Z",
    "-1.5h,                     2026-10-07T11:00:00Z",
    "+1d,                       2026-10-08T12:30:00Z",
    "12:00,                     2026-10-07T09:00:00Z",
    "8:05,                      2026-10-07T05:05:00Z",
    "12:00Z,                    2026-10-07T12:00:00Z",
    "12:00 +01:00,              2026-10-07T11:00:00Z",
    "today,                     2026-10-06T21:00:00Z",
    "tomorrow 08:00,            2026-10-08T05:00:00Z",
    "Friday 14:30,              2026-10-09T11:30:00Z",
    "fri 14:30:15,              2026-10-09T11:30:15Z",
    "2026-10-08,                2026-10-07T21:00:00Z",
    "2026-10-08 06:00,          2026-10-08T03:00:00Z",
    "2026-10-08T06:00:00.5,     2026-10-08T03:00:00.500Z",
    "2026-10-08T06:00Z,         2026-10-08T06:00:00Z",
    "2026-10-08T06:00-05:30,    2026-10-08T11:30:00Z",
    "2026-10-08 06:00 UTC,      2026-10-08T06:00:00Z",
    "2026-10-08 06:00:30 +0200, 2026-10-08T04:00:30Z",
    "2026-12-08T06:00,          2026-12-08T04:00:00Z",
  })
  void momentsAreWords(String text, Instant moment) {
    assertEquals(moment, in("Europe/Chisinau").moment(text));
  }

  @ParameterizedTest
  @CsvSource({
    "noon",
    "12",
    "12:60",
    "25:00",
    "th",
    "friday noon",
    "2026-13-01",
    "2026-10-08T",
    "+3",
    "+h",
    "2026-10-08 06:00 XYZ",
    "06:00 2026-10-08",
    "next friday",
    "''",
    "+"
  })
  void otherTextIsNoMoment(String text) {
    assertEquals(
        "\"%s\", expected a moment such as 2020-11-25T06:00, tomorrow, \"friday 12:00\", 12:00, now"
                .formatted(text)
            + " or +3h",
        assertThrows(DateTimeException.class, () -> utc().moment(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"12:00", "+3h", "fr", "2026-02-29", "+999999999999d", "1. 10. 2026", "''"})
  void otherTextIsNoDate(String text) {
    assertEquals(
        "\"%s\", expected a date such as 2020-11-25, today, tomorrow, friday or +3d"
            .formatted(text),
        assertThrows(DateTimeException.class, () -> utc().date(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"1956-12-31", "2101-01-01", "+99999d", "2101-01-01T00:00Z"})
  void yearsEndWhereSatellitesAndFormulasDo(String text) {
    assertEquals(
        "\"%s\", expected a year from 1957 to 2100".formatted(text),
        assertThrows(DateTimeException.class, () -> utc().moment(text)).getMessage());
  }
}
