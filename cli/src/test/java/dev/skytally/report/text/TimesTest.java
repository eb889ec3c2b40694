package dev.skytally.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UtcTest {
  @Test
  void isoHasMillisecondsAlways() {
    assertEquals("2020-11-25T00:00:00.000Z", Utc.iso(Instant.parse("2020-11-25T00:00:00Z")));
    assertEquals("1969-12-31T23:59:59.007Z", Utc.iso(Instant.parse("1969-12-31T23:59:59.007Z")));
  }

  @Test
  void roundingCarriesIntoTheNextDay() {
    assertEquals("2021-01-01T00:00:00.000Z", Utc.iso(Instant.parse("2020-12-31T23:59:59.9996Z")));
    assertEquals("01-01 00:00:00", Utc.seconds(Instant.parse("2020-12-31T23:59:59.6Z")));
  }

  @Test
  void momentShowsSecondsOnlyIfThereAreAny() {
    assertEquals("2020-11-25 06:30", Utc.moment(Instant.parse("2020-11-25T06:30:00Z")));
    assertEquals("2020-11-25 06:30:05", Utc.moment(Instant.parse("2020-11-25T06:30:05Z")));
    assertEquals("2020-11-25 06:30", Utc.minutes(Instant.parse("2020-11-25T06:30:59Z")));
    assertEquals("2020-11-25", Utc.date(Instant.parse("2020-11-25T23:59:59.9999Z")));
  }
}
