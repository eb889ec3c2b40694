package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldOrbitsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 1);
  private static final Instant NOON = Instant.parse("2020-12-01T12:00:00Z");

  private static Constellation of(GnssSystem system) {
    return ConstellationSelection.on(DAY)
        .systems(List.of(system))
        .from(BundledSnapshots.load(DAY), NOON);
  }

  @Test
  void freshOrbitsAreNotOld() {
    OldOrbits old = of(GnssSystem.BDS).oldOrbits(NOON);
    assertTrue(old.isEmpty());
    assertEquals("", old.text());
  }

  @Test
  void anOrbitIsOldFromTheLimitOnOnBothSides() {
    Constellation.Member member = of(GnssSystem.GPS).members().get(0);
    Constellation alone = new Constellation(List.of(GnssSystem.GPS), List.of(member), List.of());
    Instant epoch = member.elementSet().epoch();
    Duration limit = Duration.ofDays(OldOrbits.LIMIT_DAYS);
    for (Duration age : List.of(limit, limit.negated())) {
      assertTrue(alone.oldOrbits(epoch.plus(age)).isEmpty());
      Duration more = age.plus(age.dividedBy(OldOrbits.LIMIT_DAYS));
      assertEquals(List.of(member), alone.oldOrbits(epoch.plus(more)).members());
      assertEquals(
          "1 GPS MEO satellite by an element set %s days away".formatted(OldOrbits.LIMIT_DAYS + 1),
          alone.oldOrbits(epoch.plus(more)).text());
    }
  }

  /** By the registry: 24 MEO of BDS-3 and 3 of BDS-2, 17 at geosynchronous height. */
  @Test
  void theTextCountsTheSatellitesOfEachHeight() {
    String text = of(GnssSystem.BDS).oldOrbits(NOON.plus(Duration.ofDays(100))).text();
    assertTrue(
        text.matches(
            "17 BeiDou GEO/IGSO satellites by element sets (\\d+ to )?10\\d days away;"
                + " 27 BeiDou MEO satellites by element sets (\\d+ to )?10\\d days away"),
        text);
  }
}
