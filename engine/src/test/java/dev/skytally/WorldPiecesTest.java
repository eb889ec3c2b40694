package dev.skytally;

import static dev.skytally.WorldDay.ALL_SYSTEMS;
import static dev.skytally.WorldDay.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.ElementSet;
import dev.skytally.grid.WorldGrid;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.PVCoordinatesProvider;
import org.orekit.utils.TimeStampedPVCoordinates;

/** The pieces of a world study and their sum. */
class WorldPiecesTest {
  private static final double RADIUS_METERS = 26_560_000;
  private static final double RADIANS_PER_SECOND = 1.458e-4;
  private static final double HALF_DAY_SECONDS = 43_200;

  private static WorldStudy study(Constellation constellation) {
    return WorldStudy.of(constellation)
        .on(WorldGrid.cells(5))
        .over(START, Duration.ofDays(3))
        .above(ElevationMask.ofDegrees(10))
        .every(Duration.ofSeconds(700));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void piecesInAnyOrderMakeTheWholeBitForBit(boolean settled) {
    WorldStudy study = settled ? study(ALL_SYSTEMS).settled() : study(ALL_SYSTEMS);
    List<WorldStudy> pieces = new ArrayList<>();
    for (int[] rows : new int[][] {{0, 1}, {1, 20}, {20, 36}}) {
      for (long[] instants : new long[][] {{0, 7}, {7, 108}, {108, 109}, {109, 500}}) {
        pieces.add(study.rows(rows[0], rows[1]).instants(instants[0], instants[1]));
      }
    }
    Collections.shuffle(pieces, new Random(6));
    WorldResult sum = pieces.stream().map(WorldStudy::run).reduce(WorldResult::plus).orElseThrow();
    WorldResult whole = study(ALL_SYSTEMS).run();
    assertEquals(whole.tally(), sum.tally());
    assertEquals(whole.constellation(), sum.constellation());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 40, 1000})
  void anyNumberOfPiecesMakesTheWhole(int count) {
    WorldStudy study = study(ALL_SYSTEMS).over(START.plusSeconds(7_000), Duration.ofDays(3));
    List<WorldStudy> pieces = study.pieces(count);
    assertTrue(pieces.size() >= Math.min(count, 7 * 36) && pieces.size() <= count + 36);
    WorldResult sum = WorldResult.sum(pieces.stream().map(WorldStudy::run).toList());
    assertEquals(study.run().tally(), sum.tally());
    assertTrue(sum.isComplete());
  }

  @Test
  void instantsBeyondTheWindowHaveNoPieces() {
    WorldStudy beyond = study(ALL_SYSTEMS).instants(500, 501);
    assertEquals(
        "instants from 500 on are beyond the window's 371",
        assertThrows(IllegalArgumentException.class, () -> beyond.pieces(3)).getMessage());
    assertEquals(36 * 6, study(ALL_SYSTEMS).pieces(Integer.MAX_VALUE).size());
  }

  @Test
  void piecesOfAPieceMakeThePiece() {
    WorldStudy piece = study(ALL_SYSTEMS).rows(3, 9).instants(11, 200);
    WorldResult sum = WorldResult.sum(piece.pieces(9).stream().map(WorldStudy::run).toList());
    assertEquals(
        piece.run().tally().mean(GnssSystem.BDS, 4, 7), sum.tally().mean(GnssSystem.BDS, 4, 7));
    assertEquals(189, sum.tally().instants(8));
    assertEquals(0, sum.tally().instants(9));
  }

  @Test
  void piecesOfDifferentStudiesDoNotMix() {
    WorldStudy study = study(ALL_SYSTEMS);
    assertNotAdded("[step]", study.every(Duration.ofDays(1)));
    assertNotAdded("[grid]", study.on(WorldGrid.cells(5).atHeight(9)));
    assertNotAdded("[window]", study.over(START.plusSeconds(60), Duration.ofDays(3)));
    assertNotAdded("[mask]", study.above(ElevationMask.ofDegrees(7)));
    assertNotAdded("[figures]", study.tallying(Set.of()));
    assertNotAdded("[outages]", study.without(outOfGps(START.plusSeconds(3_600))));
    Member first = ALL_SYSTEMS.members().get(0);
    Constellation fewer =
        new Constellation(
            ALL_SYSTEMS.systems(),
            ALL_SYSTEMS.members().stream().filter(member -> !member.equals(first)).toList(),
            List.of());
    assertNotAdded("[satellites]", study(fewer));
  }

  @Test
  void outagesOutsideTheWindowChangeNoPiece() {
    WorldStudy without = study(ALL_SYSTEMS).without(outOfGps(START.minusSeconds(3_600)));
    WorldResult sum = study(ALL_SYSTEMS).rows(0, 1).run().plus(without.rows(1, 36).run());
    assertEquals(study(ALL_SYSTEMS).run(), sum);
  }

  /** All satellites of GPS are out of service for an hour. */
  private static Outages outOfGps(Instant from) {
    Instant to = from.plusSeconds(3_600);
    return Outages.of(
        "a test", List.of(new Outage(GnssSystem.GPS, "", from, Optional.of(to), false, "a test")));
  }

  private static void assertNotAdded(String differences, WorldStudy other) {
    WorldResult one = study(ALL_SYSTEMS).rows(0, 1).instants(0, 1).run();
    WorldResult another = other.rows(1, 2).instants(0, 1).run();
    assertEquals(
        "these pieces are of different " + differences,
        assertThrows(IllegalArgumentException.class, () -> one.plus(another)).getMessage());
  }

  /** By drag one satellite comes down on 8 December. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void piecesBeforeASatelliteFallsMakeTheWholeWithThoseAfter(boolean settled) {
    List<Member> members = new ArrayList<>(ALL_SYSTEMS.members(GnssSystem.GPS).subList(0, 5));
    ElementSet falling = ReferenceData.fallingSatellite(99901, 16.0, 0.003, 0);
    members.addAll(ReferenceData.anySystem(falling).members());
    Constellation constellation = new Constellation(List.of(GnssSystem.GPS), members, List.of());
    WorldStudy study =
        study(constellation)
            .over(Instant.parse("2020-12-01T00:00:00Z"), Duration.ofDays(10))
            .every(Duration.ofHours(1));
    WorldResult whole = study.run();
    WorldStudy divided = settled ? study.settled() : study;
    WorldResult pieces = divided.instants(0, 24).run().plus(divided.instants(24, 240).run());
    assertEquals(5, whole.constellation().members().size());
    assertEquals(whole.constellation(), pieces.constellation());
    assertEquals(whole.tally(), pieces.tally());
  }

  @Test
  void nothingIsAddedTwice() {
    WorldResult one = study(ALL_SYSTEMS).rows(0, 2).instants(0, 5).run();
    assertThrows(IllegalArgumentException.class, () -> one.plus(one));
    WorldResult next = one.plus(study(ALL_SYSTEMS).rows(0, 2).instants(5, 8).run());
    WorldResult overlapping = study(ALL_SYSTEMS).rows(1, 3).instants(7, 9).run();
    assertEquals(
        "rows 1 to 2 at instants 7 to 8 are in both: each may be added once",
        assertThrows(IllegalArgumentException.class, () -> next.plus(overlapping)).getMessage());
  }

  /** An equatorial circle, Earth-fixed: the Earth turns half as fast as the satellite. */
  private static PVCoordinates circle(double seconds) {
    double angle = RADIANS_PER_SECOND / 2 * seconds;
    double speed = RADIUS_METERS * RADIANS_PER_SECOND / 2;
    return new PVCoordinates(
        new Vector3D(RADIUS_METERS * Math.cos(angle), RADIUS_METERS * Math.sin(angle), 0),
        new Vector3D(-speed * Math.sin(angle), speed * Math.cos(angle), 0));
  }

  @Test
  void aPieceOfASettledStudyAsksForItsOwnHalfDayAndItsNeighboursOnly() throws Exception {
    List<AbsoluteDate> asked = Collections.synchronizedList(new ArrayList<>());
    PVCoordinatesProvider noting =
        (date, frame) -> {
          asked.add(date);
          PVCoordinates at = circle(date.durationFrom(AbsoluteDate.ARBITRARY_EPOCH));
          return new TimeStampedPVCoordinates(date, at);
        };
    Satellite satellite = ALL_SYSTEMS.members(GnssSystem.GPS).get(0).satellite();
    ProvidedOrbit orbit =
        ProvidedOrbit.of(noting, Frame.getRoot(), START, START.plus(Duration.ofDays(3)));
    Constellation one =
        new Constellation(
            List.of(GnssSystem.GPS), List.of(new Member(satellite, orbit)), List.of());
    WorldStudy settled = study(one).every(Duration.ofHours(1)).settled();
    AbsoluteDate first = Collections.min(asked);
    assertTrue(Collections.max(asked).durationFrom(first) >= 6 * HALF_DAY_SECONDS);
    asked.clear();
    settled.instants(24, 30).run();
    assertTrue(Collections.min(asked).durationFrom(first) >= HALF_DAY_SECONDS);
    assertTrue(Collections.max(asked).durationFrom(first) <= 4 * HALF_DAY_SECONDS);
  }

  @Test
  void aRowOutsideOfAPieceHasNoInstantsAndNoFigures() {
    GridTally piece = study(ALL_SYSTEMS).rows(3, 9).instants(0, 2).run().tally();
    assertEquals(2, piece.instants(3));
    for (int row : new int[] {0, 2, 9, 35}) {
      assertEquals(0, piece.instants(row));
      assertThrows(IllegalStateException.class, () -> piece.mean(GnssSystem.GPS, row, 0));
      assertThrows(IllegalStateException.class, () -> piece.leader(row, 0));
    }
  }
}
