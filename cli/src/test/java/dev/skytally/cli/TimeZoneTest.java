package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --timezone} changes; every run is made on 2026-10-07 at 12:00 UTC. */
class TimeZoneTest {
  /** Clocks go back in this night. */
  private static final String PASSES =
      "passes Berlin --systems GPS --start 2026-10-24T22:00Z --duration 25h --format ";

  private static String inLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static void assertWindow(Instant start, Instant end, JsonNode answer) {
    assertEquals(start, OffsetDateTime.parse(answer.at("/window/start").asText()).toInstant());
    assertEquals(end, OffsetDateTime.parse(answer.at("/window/end").asText()).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals --format json",
        "passes ET",
        "passes ET --format csv",
        "sky ET --format json",
        "elements --date 2026-10-05",
        "elements",
        "finding --format json",
        "world --resolution 5 --every 6h"
      })
  void utcIsTheDefault(String command) {
    Run run = Run.ofLine(command);
    assertEquals(run, Run.ofLine(command + " --timezone UTC"));
    assertNotEquals(run.out(), Run.ofLine(command + " --timezone +01:00").out());
  }

  @Test
  void passesAreTheSameInAnyZone() {
    Run utc = Run.ofLine(PASSES + "csv");
    Run local = Run.ofLine(PASSES + "csv --timezone Europe/Berlin");
    List<String> names = List.of(local.cells(0));
    int rise = names.indexOf("rise_time");
    assertEquals("rise_utc", utc.cells(0)[rise]);
    int summer = 0;
    int winter = 0;
    for (int line = 1; line < utc.lines().size(); line++) {
      String written = local.cells(line)[rise];
      if (!written.isEmpty()) {
        Instant moment = Instant.parse(utc.cells(line)[rise]);
        assertEquals(moment, OffsetDateTime.parse(written).toInstant());
        boolean isSummer = moment.isBefore(Instant.parse("2026-10-25T01:00:00Z"));
        assertTrue(written.endsWith(isSummer ? "+02:00" : "+01:00"), written);
        summer += isSummer ? 1 : 0;
        winter += isSummer ? 0 : 1;
      }
    }
    assertTrue(summer > 0 && winter > 0);
  }

  @Test
  void tableShowsTheOffsetOfEachTimeIfClocksChange() {
    String table = Run.ofLine(PASSES + "table --timezone Europe/Berlin").out();
    assertTrue(
        table.contains(
            "\nWindow    2026-10-25 00:00 +02:00 to 2026-10-26 00:00 +01:00 (Europe/Berlin)\n"),
        table);
    assertTrue(table.contains("\nSat  local "), table);
    assertTrue(table.contains(" +02:00 ") && table.contains(" +01:00 "), table);
    String oneOffset = Run.ofLine("passes Berlin --timezone Europe/Berlin").out();
    assertTrue(oneOffset.contains("\nWindow    2026-10-05 00:00 to 2026-10-06 00:00 +02:00"));
    assertTrue(oneOffset.contains("\nSat  +02:00"), oneOffset);
  }

  @Test
  void planShowsTheOffsetOfEachTimeIfClocksChange() {
    String plan = "plan Berlin --systems GPS --need pdop<=2 --timezone Europe/Berlin";
    String table = Run.ofLine(plan + " --date 2026-10-25").out();
    assertTrue(inLine(table).contains(" Times are local (Europe/Berlin)."), table);
    assertTrue(table.contains(" +02:00 ") && table.contains(" +01:00 "), table);
    String oneOffset = inLine(Run.ofLine(plan + " --date 2026-10-05 --between 08:00-18:00").out());
    assertTrue(oneOffset.contains(" Times are +02:00 (Europe/Berlin)."), oneOffset);
    assertTrue(oneOffset.contains(", from 08:00 to 18:00 Europe/Berlin each day"), oneOffset);
  }

  /** A day of 25 hours, of 23.5 hours on Lord Howe, and the own day of the element sets. */
  @ParameterizedTest
  @CsvSource({
    "--date 2026-10-25 --timezone Europe/Berlin,       2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "--date 2026-10-04 --timezone australia/lord_howe, 2026-10-03T13:30:00Z, 2026-10-04T13:00:00Z",
    "--timezone Asia/Kathmandu,                        2026-10-04T18:15:00Z, 2026-10-05T18:15:00Z",
    "--date today --timezone Pacific/Auckland,         2026-10-07T11:00:00Z, 2026-10-08T11:00:00Z",
    "--start 08:00 --duration 2h --timezone -03:00,    2026-10-07T11:00:00Z, 2026-10-07T13:00:00Z",
    "--start 08:00Z --duration 2h --timezone -03:00,   2026-10-07T08:00:00Z, 2026-10-07T10:00:00Z",
    "--start +3h --timezone Asia/Kathmandu,            2026-10-07T15:00:00Z, 2026-10-08T15:00:00Z",
    "--date 2026-10-25 --duration 24h --timezone Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T22:00:00Z",
    "--date 2026-10-25 --duration 1d --timezone Europe/Berlin,  2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "--start 2026-10-24T08:00 --duration 2d --timezone Europe/Berlin, 2026-10-24T06:00:00Z, 2026-10-26T07:00:00Z",
    "--date 2026-10-03 --duration 2d --timezone Australia/Lord_Howe, 2026-10-02T13:30:00Z, 2026-10-04T13:00:00Z",
  })
  void windowIsInTheZone(String options, Instant start, Instant end) {
    assertWindow(start, end, Run.ofLine("passes ET --systems GPS --format json " + options).json());
  }

  @Test
  void localIsTheZoneOfTheMachine() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    try {
      assertEquals(
          Run.ofLine("sky ET --at 12:00 --timezone Asia/Kathmandu"),
          Run.ofLine("sky ET --at 12:00 --timezone local"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void skyNamesTheZone() {
    String out = Run.of("sky", "ET", "--timezone", "Asia/Kathmandu").out();
    assertTrue(inLine(out).contains(" of Addis Ababa at 2026-10-07 17:45 +05:45. "), out);
    assertTrue(
        inLine(out).contains("Moment 2026-10-07 17:45 +05:45 (Asia/Kathmandu), now; choose"), out);
    assertEquals(
        "2026-10-07T17:45:00.000+05:45",
        Run.ofLine("sky ET --timezone Asia/Kathmandu --format json").json().get("time").asText());
  }

  /** A page that is read tomorrow must repeat today's question. */
  @Test
  void detailsRepeatTheMomentItself() {
    String out = Run.ofLine("passes ET --start +3h --timezone Europe/Berlin").out();
    assertTrue(
        inLine(out)
            .contains(
                "details: skytally elements --start 2026-10-07T17:00:00+02:00 --timezone"
                    + " Europe/Berlin"),
        out);
  }

  /** Kathmandu begins its day 5:45 before UTC, when the day before still lasts. */
  @Test
  void statusIsThatOfTheLocalDay() {
    String out = Run.ofLine("passes ET --date 2026-10-05 --timezone Asia/Kathmandu").out();
    assertTrue(inLine(out).contains("(status is commissioning on 2026-10-05)"), out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Chisinau         | ; did you mean Europe/Chisinau?
          Europe/Chisinaw  | ; did you mean Europe/Chisinau?
          Nowhere/Xyzzyxyz | ''
          +25:00           | ''
          """)
  void unknownZoneSuggestsTheNearest(String zone, String suggestion) {
    assertEquals(
        new Run(
            2,
            "",
            "skytally: --timezone: \"%s\", expected a time zone such as Europe/Chisinau, local, utc or"
                    .formatted(zone)
                + " +03:00%s (see skytally sky --help)\n".formatted(suggestion)),
        Run.ofLine("sky ET --timezone " + zone));
  }

  @Test
  void timeThatClocksRepeatIsAnErrorThatNamesBoth() {
    assertEquals(
        new Run(
            2,
            "",
            "skytally: --at: \"2026-10-25T02:30\", expected 2026-10-25T02:30+02:00 or"
                + " 2026-10-25T02:30+01:00, because Europe/Berlin has this time twice (see skytally"
                + " sky --help)\n"),
        Run.ofLine("sky ET --at 2026-10-25T02:30 --timezone Europe/Berlin"));
  }
}
