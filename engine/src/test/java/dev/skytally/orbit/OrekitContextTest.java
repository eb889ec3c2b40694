package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.time.AbsoluteDate;

class OrekitContextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1957-10-04T19:28:34",
        "1969-12-31T23:59:59.999999",
        "1970-01-01T00:00:00",
        "2016-12-31T23:59:59.5",
        "2099-12-31T12:00:00.000000001"
      })
  void anInstantIsTheDateThatOrekitReads(String text) {
    assertEquals(
        new AbsoluteDate(text, OrekitContext.utc()), OrekitContext.date(Instant.parse(text + "Z")));
  }
}
