package dev.skytally.satellites;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GAL;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.elements.Orbit;
import dev.skytally.satellites.Constellation.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A constellation that contradicts itself is refused where it is made. */
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
}
