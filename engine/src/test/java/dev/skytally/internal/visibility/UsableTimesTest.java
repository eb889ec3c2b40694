package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsableTimesTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Instant END = Instant.parse("2020-12-02T00:00:00Z");
  private static final Constellation CONSTELLATION =
      ConstellationSelection.on(LocalDate.of(2020, 12, 1))
          .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START);

  private static Outage outage(String from, String to) {
    return new Outage(
        GnssSystem.GPS,
        "G02",
        Instant.parse(from + ":00Z"),
        Optional.of(Instant.parse(to + ":00Z")),
        false,
        "this test");
  }

  private static UsableTimes times(Outage... outages) {
    return UsableTimes.of(CONSTELLATION, Outages.of("this test", List.of(outages)), START, END);
  }

  @Test
  void withoutAnOutageInTheWindowAllSatellitesAreAlwaysUsable() {
    UsableTimes times = times(outage("2020-11-01T00:00", "2020-11-02T00:00"));
    assertEquals(UsableTimes.ALWAYS, times);
    assertTrue(times.isAlways());
    for (int j = 0; j < CONSTELLATION.members().size(); j++) {
      assertFalse(times.isOut(j, START.getEpochSecond() * 1_000_000));
    }
  }

  @Test
  void anOutageThatBeginsWhereAnotherEndsContinuesIt() {
    UsableTimes whole = times(outage("2020-12-01T10:00", "2020-12-01T14:00"));
    assertFalse(whole.isAlways());
    assertEquals(
        whole,
        times(
            outage("2020-12-01T10:00", "2020-12-01T12:00"),
            outage("2020-12-01T12:00", "2020-12-01T14:00")));
    assertNotEquals(
        whole,
        times(
            outage("2020-12-01T10:00", "2020-12-01T12:00"),
            outage("2020-12-01T12:01", "2020-12-01T14:00")));
  }
}
