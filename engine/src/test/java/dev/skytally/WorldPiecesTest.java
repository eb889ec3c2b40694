package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.WorldGrid;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.PVCoordinatesProvider;
import org.orekit.utils.TimeStampedPVCoordinates;

/** The pieces of a settled study, each propagated through its own instants alone. */
class WorldPiecesTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");

  /** All orbit classes: geostationary and inclined ones have a propagator of their own. */
  private static final Constellation ALL_SYSTEMS =
      ConstellationSelection.on(DAY)
          .systems(List.of(GnssSystem.values()))
          .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), START);

  private static WorldStudy study(Constellation constellation) {
    return WorldStudy.of(constellation)
        .on(WorldGrid.cells(5))
        .over(START, Duration.ofDays(3))
        .above(ElevationMask.ofDegrees(10))
        .every(Duration.ofSeconds(700));
  }

  @Test
  void piecesOfASettledStudyMakeTheWholeBitForBit() {
    WorldStudy settled = study(ALL_SYSTEMS).settled();
    List<WorldStudy> pieces = new ArrayList<>();
    for (int[] rows : new int[][] {{0, 1}, {1, 20}, {20, 36}}) {
      for (long[] instants : new long[][] {{0, 7}, {7, 108}, {108, 109}, {109, 500}}) {
        pieces.add(settled.rows(rows[0], rows[1]).instants(instants[0], instants[1]));
      }
    }
    Collections.shuffle(pieces, new Random(6));
    WorldResult sum = pieces.stream().map(WorldStudy::run).reduce(WorldResult::plus).orElseThrow();
    WorldResult whole = study(ALL_SYSTEMS).run();
    assertEquals(whole.tally(), sum.tally());
    assertEquals(whole.constellation(), sum.constellation());
  }

  private static final double RADIUS_METERS = 26_560_000;
  private static final double RADIANS_PER_SECOND = 1.458e-4;
  private static final double HALF_DAY_SECONDS = 43_200;

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
}
