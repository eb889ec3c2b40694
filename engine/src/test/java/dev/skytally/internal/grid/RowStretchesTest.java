package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.reference.PlainView;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which satellites a whole row sees, or none of it, by the angles at its cells. */
class RowStretchesTest {
  private static final WorldGrid GRID = WorldGrid.nodes(5);
  private static final int EQUATOR = 18;

  /** The margin of a quick decision is one metre, a few metres from the cone of a high mask. */
  private static final double MORE_METERS = 10;

  private static final double LESS_METERS = 0.5;

  private static final double LOWEST_ORBIT_METERS = 7e6;

  private static RowStretches stretches(int row, double maskDegrees) {
    RowStretches stretches = new RowStretches(GRID, Math.toRadians(maskDegrees));
    stretches.standOn(row);
    return stretches;
  }

  private static TrackLap lap(List<double[]> positions) {
    TrackLap lap = new TrackLap(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      double[] position = positions.get(i);
      lap.set(i, GRID, position[0], position[1], position[2]);
    }
    return lap;
  }

  /**
   * A satellite on the meridian of a cell, where the cell sees it highest, or on the opposite one,
   * where the cell sees it lowest.
   *
   * @param northwards 1 if the cell sees it in the north, -1 in the south
   * @param aboveMaskMeters its height above the mask at this range, along the zenith
   */
  private static double[] satellite(
      int row, double maskDegrees, double rangeMeters, int northwards, double aboveMaskMeters) {
    LocalHorizon horizon =
        new LocalHorizon(GroundSite.ofDegrees("", GRID.latitudeDegrees(row), 0, 0));
    double up = Math.sin(Math.toRadians(maskDegrees)) + aboveMaskMeters / rangeMeters;
    double north = northwards * Math.sqrt(1 - up * up);
    return new double[] {
      horizon.xMeters + rangeMeters * (up * horizon.upX - north * horizon.upZ),
      0,
      horizon.zMeters + rangeMeters * (up * horizon.upZ + north * horizon.upX)
    };
  }

  private static boolean isInOrbit(double[] position) {
    return Math.hypot(position[0], position[2]) > LOWEST_ORBIT_METERS;
  }

  /** At the equator the quick decision is as sharp as its margin. */
  @ParameterizedTest
  @ValueSource(doubles = {-60, -30, -20, -5, 0, 5, 30, 60})
  void atTheEquatorTheQuickDecisionsAreSharp(double maskDegrees) {
    RowStretches equator = stretches(EQUATOR, maskDegrees);
    int below = 0;
    int above = 0;
    for (double rangeMeters = 2e6; rangeMeters < 4e7; rangeMeters += 1e6) {
      for (int northwards : new int[] {-1, 1}) {
        double[] lower = satellite(EQUATOR, maskDegrees, rangeMeters, northwards, -MORE_METERS);
        double[] seen = satellite(EQUATOR, maskDegrees, rangeMeters, northwards, LESS_METERS);
        double[] hidden = satellite(EQUATOR, maskDegrees, rangeMeters, northwards, -LESS_METERS);
        double[] higher = satellite(EQUATOR, maskDegrees, rangeMeters, northwards, MORE_METERS);
        if (!isInOrbit(seen)) {
          continue;
        }
        if (seen[0] > 0) {
          assertTrue(equator.isBelow(lap(List.of(lower))));
          assertFalse(equator.isBelow(lap(List.of(seen))));
          below++;
        } else {
          assertTrue(equator.isAbove(lap(List.of(higher))));
          assertFalse(equator.isAbove(lap(List.of(hidden))));
          above++;
        }
      }
    }
    assertTrue(below + above > 0);
  }

  /** A cell sees the satellite, so it is not below for the whole row; and the reverse. */
  @ParameterizedTest
  @ValueSource(doubles = {-60, -30, -5, 0, 5, 30, 60, 85})
  void onEveryRowTheQuickDecisionsAreRight(double maskDegrees) {
    for (int row = 0; row < GRID.rows(); row++) {
      RowStretches stretches = stretches(row, maskDegrees);
      for (double rangeMeters = 2e6; rangeMeters < 4e7; rangeMeters *= 1.2) {
        for (int northwards : new int[] {-1, 1}) {
          double[] seen = satellite(row, maskDegrees, rangeMeters, northwards, LESS_METERS);
          double[] hidden = satellite(row, maskDegrees, rangeMeters, northwards, -LESS_METERS);
          if (!isInOrbit(seen)) {
            continue;
          }
          assertFalse(stretches.isBelow(lap(List.of(seen))));
          assertFalse(stretches.isAbove(lap(List.of(hidden))));
          double[] higher = satellite(row, maskDegrees, rangeMeters, northwards, 9e5);
          double[] lower = satellite(row, maskDegrees, rangeMeters, northwards, -9e5);
          assertFalse(stretches.isBelow(lap(List.of(hidden, lower, seen))));
          assertFalse(stretches.isAbove(lap(List.of(hidden, higher, seen))));
        }
      }
    }
  }

  /** The bounds of several positions contain those of each. */
  @Test
  void ofAnyPositionsTheQuickDecisionsAreRight() {
    Random random = new Random(21);
    int below = 0;
    int above = 0;
    for (int k = 0; k < 3000; k++) {
      double maskDegrees = 90 * random.nextDouble() - 60;
      int row = random.nextInt(GRID.rows());
      List<double[]> positions = new ArrayList<>();
      double latitude = Math.PI * (random.nextDouble() - 0.5);
      double spread = 0.5 * random.nextDouble();
      for (int i = 0; i < 3; i++) {
        double angle = latitude + spread * (random.nextDouble() - 0.5);
        double radius = 1e7 * (1 + 3 * random.nextDouble());
        positions.add(new double[] {Math.cos(angle) * radius, 0, Math.sin(angle) * radius});
      }
      RowStretches stretches = stretches(row, maskDegrees);
      TrackLap lap = lap(positions);
      ElevationMask mask = ElevationMask.ofDegrees(maskDegrees);
      PlainView nearest = view(row, 0, mask);
      PlainView farthest = view(row, 180, mask);
      for (double[] position : positions) {
        if (stretches.isBelow(lap)) {
          assertTrue(nearest.aboveMaskDegrees(position, 0) < 0);
          below++;
        }
        if (stretches.isAbove(lap)) {
          assertTrue(farthest.aboveMaskDegrees(position, 0) >= 0);
          above++;
        }
      }
    }
    assertTrue(below > 300 && above > 300, below + " below, " + above + " above");
  }

  private static PlainView view(int row, double longitudeDegrees, ElevationMask mask) {
    double latitude = GRID.latitudeDegrees(row);
    return new PlainView(GroundSite.ofDegrees("", latitude, longitudeDegrees, 0), mask);
  }

  /** Above the North Pole at all times, but out of service at one. */
  @Test
  void aSatelliteOutOfServiceIsSeenByNobodyThen() {
    RowStretches pole = stretches(0, 5);
    TrackLap lap = lap(List.of(new double[] {1e5, 0, 3e7}, new double[] {1e5, 0, 3e7}));
    assertTrue(pole.isAbove(lap));
    lap.hide(1);
    assertFalse(pole.isAbove(lap));
    double[] turns = new double[RowSweep.LAP];
    pole.find(lap, turns);
    int around = GRID.columnsAround();
    assertEquals(around, pole.ends[0] - pole.starts[0] + around * turns[0]);
    assertEquals(0, pole.ends[1] - pole.starts[1] + around * turns[1]);
  }
}
