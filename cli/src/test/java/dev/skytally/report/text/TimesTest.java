package dev.skytally.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void isoHasMillisecondsAlways() {
    assertEquals("2020-11-25T00:00:00.000Z", Times.UTC.iso(Instant.parse("2020-11-25T00:00:00Z")));
    assertEquals(
        "1969-12-31T23:59:59.007Z", Times.UTC.iso(Instant.parse("1969-12-31T23:59:59.007Z")));
  }

  @Test
  void roundingCarriesIntoTheNextDay() {
    assertEquals(
        "2021-01-01T00:00:00.000Z", Times.UTC.iso(Instant.parse("2020-12-31T23:59:59.9996Z")));
    assertEquals("01-01 00:00:00", Times.UTC.seconds(Instant.parse("2020-12-31T23:59:59.6Z")));
  }

  @Test
  void momentShowsSecondsOnlyIfThereAreAny() {
    assertEquals("2020-11-25 06:30", Times.UTC.moment(Instant.parse("2020-11-25T06:30:00Z")));
    assertEquals("2020-11-25 06:30:05", Times.UTC.moment(Instant.parse("2020-11-25T06:30:05Z")));
    assertEquals("2020-11-25 06:30", Times.UTC.minutes(Instant.parse("2020-11-25T06:30:59Z")));
    assertEquals("2020-11-25", Times.UTC.date(Instant.parse("2020-11-25T23:59:59.9999Z")));
  }
}
