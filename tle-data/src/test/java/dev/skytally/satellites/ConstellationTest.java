package dev.skytally.satellites;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GAL;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.Orbit;
import dev.skytally.satellites.Constellation.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A constellation that contradicts itself is refused where it is made; the ages of its orbits. */
class ConstellationTest {
  private static final Satellite G05 = Satellite.of(GPS, "G05", 35752, OrbitClass.MEO);
  private static final Satellite G07 = Satellite.of(GPS, "G07", 32711, OrbitClass.MEO);
  private static final Satellite C19 = Satellite.of(BDS, "C19", 43001, OrbitClass.MEO);

  private static final Orbit ORBIT =
      new Orbit() {
        @Override
        public Duration age(Instant at) {
          return Duration.ZERO;
        }

        @Override
        public double meanMotionRevolutionsPerDay() {
          return 2;
        }

        @Override
        public double eccentricity() {
          return 0;
        }
      };

  private static Member member(Satellite satellite) {
    return new Member(satellite, ORBIT);
  }

  private static void assertRefused(String message, Executable made) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
  }

  @Test
  void withoutAnySystemItIsRefused() {
    assertRefused(
        "a constellation has no system, expected at least one",
        () -> new Constellation(List.of(), List.of(), List.of()));
  }

  @Test
  void aMemberOfASystemThatIsNotListedIsRefused() {
    assertRefused(
        "C19 is of BDS, which is not among the systems [GPS, GAL]",
        () -> new Constellation(List.of(GPS, GAL), List.of(member(C19)), List.of()));
  }

  @Test
  void aSatelliteThatIsAMemberTwiceIsRefused() {
    assertRefused(
        "G05 is a member twice",
        () -> new Constellation(List.of(GPS), List.of(member(G05), member(G05)), List.of()));
  }

  @Test
  void ownSatellitesAloneAreGroupedBySystem() {
    Constellation own = Constellation.of(List.of(member(G05), member(C19), member(G07)));
    assertEquals(List.of(GPS, BDS), own.systems());
    assertEquals(List.of(member(G05), member(G07), member(C19)), own.members());
    assertEquals(List.of(), own.missing());
    assertRefused(
        "a constellation has no system, expected at least one", () -> Constellation.of(List.of()));
  }

  @Test
  void nothingIsNull() {
    assertThrows(NullPointerException.class, () -> new Member(null, ORBIT));
    assertThrows(NullPointerException.class, () -> new Member(G05, null));
    assertThrows(NullPointerException.class, () -> Satellite.of(GPS, null, 0, OrbitClass.MEO));
    assertThrows(
        NullPointerException.class,
        () -> new Constellation(List.of(GPS), List.of(), List.of(), null));
  }

  @Test
  void anAddedSatelliteStandsLastInItsSystem() {
    Constellation before =
        new Constellation(List.of(GPS, BDS), List.of(member(G05), member(C19)), List.of());
    assertEquals(List.of(member(G05), member(G07), member(C19)), before.plus(G07, ORBIT).members());
    assertRefused("G05 is a member twice", () -> before.plus(G05, ORBIT));
    assertRefused(
        "E01 is of GAL, which is not among the systems [GPS, BDS]",
        () -> before.plus(Satellite.of(GAL, "E01", 0, OrbitClass.MEO), ORBIT));
  }

  /** An orbit that is known at an instant. */
  private static Orbit known(String instant) {
    return new Orbit() {
      @Override
      public Duration age(Instant at) {
        return Duration.between(Instant.parse(instant), at);
      }

      @Override
      public double meanMotionRevolutionsPerDay() {
        return 2;
      }

      @Override
      public double eccentricity() {
        return 0;
      }
    };
  }

  private static final Instant NOON = Instant.parse("2024-06-15T12:00:00Z");

  private static final Constellation AGED =
      new Constellation(
          List.of(GPS, BDS, GAL),
          List.of(
              new Member(G07, known("2024-06-05T12:00:00Z")),
              new Member(G05, known("2024-06-14T12:00:00Z")),
              new Member(
                  Satellite.of(GPS, "G08", 40730, OrbitClass.MEO), known("2024-06-18T12:00:00Z")),
              new Member(C19, known("2024-06-12T00:00:00Z"))),
          List.of());

  @Test
  void theMedianAgeOfEachSystemCountsDaysOnBothSides() {
    assertEquals(Map.of(GPS, 3.0, BDS, 3.5), AGED.medianAgesDays(NOON));
  }

  @Test
  void aSystemIsBehindFromMoreThanThreeDaysOn() {
    assertFalse(Constellation.isBehind(5, 2));
    assertTrue(Constellation.isBehind(5.1, 2));
    assertFalse(Constellation.isBehind(2, 5));
  }

  @Test
  void orbitsThatAreTooOldAreMissing() {
    Constellation young = AGED.withoutOlderThanDays(9, NOON);
    assertEquals(
        List.of("G05", "G08", "C19"),
        young.members().stream().map(m -> m.satellite().prn()).toList());
    assertEquals(
        List.of("its orbit is 10.0 days from the window's middle, more than 9"),
        young.excluded().stream().map(Exclusion::reason).toList());
    assertSame(AGED, AGED.withoutOlderThanDays(10, NOON));
  }

  @Test
  void anAgeBeyondTheLimitReadsAsMoreThanIt() {
    Constellation young = AGED.withoutOlderThanDays(10, NOON.plusSeconds(3600));
    assertEquals(
        List.of("its orbit is 10.1 days from the window's middle, more than 10"),
        young.excluded().stream().map(Exclusion::reason).toList());
  }

  @Test
  void anOrbitOfAnotherKindIsNoElementSet() {
    assertEquals(
        "G05 flies by no element set",
        assertThrows(IllegalStateException.class, () -> member(G05).elementSet()).getMessage());
  }
}
