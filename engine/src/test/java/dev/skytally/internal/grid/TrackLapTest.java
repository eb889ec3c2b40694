package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bounds of a lap against many positions within its latitudes and distances. */
class TrackLapTest {
  private static final WorldGrid GRID = WorldGrid.cells(5).window(3, 20, 10, 30);
  private static final double ONE_SQUARE_METER = 1;

  private static TrackLap lap(double[] radiiMeters, double[] latitudes) {
    TrackLap lap = new TrackLap(radiiMeters.length);
    for (int i = 0; i < radiiMeters.length; i++) {
      double axisDistance = radiiMeters[i] * Math.cos(latitudes[i]);
      lap.set(
          i,
          GRID,
          axisDistance * Math.cos(i),
          axisDistance * Math.sin(i),
          radiiMeters[i] * Math.sin(latitudes[i]));
    }
    return lap;
  }

  @Test
  void columnsAreEastOfTheFirstOfTheGridByOneToTwoTurns() {
    int around = GRID.columnsAround();
    for (int longitude = -179; longitude < 180; longitude++) {
      TrackLap lap = new TrackLap(1);
      double radians = Math.toRadians(longitude);
      lap.set(0, GRID, 2e7 * Math.cos(radians), 2e7 * Math.sin(radians), -1e7);
      double turned = longitude < GRID.longitudeDegrees(0) ? longitude + 360 : longitude;
      assertEquals(
          around + (turned - GRID.longitudeDegrees(0)) / GRID.resolutionDegrees(),
          lap.columns[0],
          1e-9);
      assertEquals(-1e7, lap.zMeters[0]);
      assertEquals(5e14, lap.radiiSquaredMeters[0], 1);
      assertEquals(1 / 2e7, lap.perAxisDistance[0], 1e-20);
    }
  }

  /** The greatest and the least height of all positions between those of the lap. */
  @Test
  void heightsAreThoseOfThePositionsBetween() {
    Random random = new Random(31);
    int overhead = 0;
    for (int k = 0; k < 300; k++) {
      double[] radii = {1e7 + 3e7 * random.nextDouble(), 1e7 + 3e7 * random.nextDouble(), 2e7};
      double south = Math.PI * (random.nextDouble() - 0.5);
      double north = south + (Math.PI / 2 - south) * random.nextDouble();
      double[] latitudes = {north, south, south + random.nextDouble() * (north - south)};
      TrackLap lap = lap(radii, latitudes);
      double nearest = Math.min(2e7, Math.min(radii[0], radii[1]));
      double farthest = Math.max(2e7, Math.max(radii[0], radii[1]));
      double row = Math.PI * (random.nextDouble() - 0.5);
      double greatest = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      int steps = 2000;
      for (int i = 0; i <= steps; i++) {
        double latitude = south + (north - south) * i / steps;
        for (double radius : new double[] {nearest, farthest}) {
          greatest = Math.max(greatest, radius * Math.cos(latitude - row));
          least = Math.min(least, -radius * Math.cos(latitude + row));
        }
      }
      double actualGreatest = lap.greatestUpMeters(Math.sin(row), Math.cos(row));
      double actualLeast = lap.leastUpMeters(Math.sin(row), Math.cos(row));
      // Between two samples of the latitude, a height grows by at most a part of its square.
      double betweenMeters = 4e7 * Math.pow(Math.PI / steps, 2);
      assertTrue(actualGreatest >= greatest - 1e-6);
      assertEquals(greatest, actualGreatest, betweenMeters);
      assertTrue(actualLeast <= least + 1e-6);
      assertEquals(least, actualLeast, betweenMeters);
      overhead += south < row && row < north ? 1 : 0;
    }
    assertTrue(overhead > 30 && overhead < 270);
  }

  /** At a pole, one of the bounds is the value itself. */
  @Test
  void squaresAreBounded() {
    double[] latitudes = {Math.PI / 2, -0.3, 0.7, -Math.PI / 2};
    double[] radii = {1.2e7, 3e7, 2e7, 1.5e7};
    TrackLap lap = lap(radii, latitudes);
    for (double factor : new double[] {-85_000, 0, 85_000}) {
      for (int i = 0; i < radii.length; i++) {
        double z = radii[i] * Math.sin(latitudes[i]);
        double square = radii[i] * radii[i] + factor * z;
        assertTrue(lap.leastSquareMeters(factor) <= square + ONE_SQUARE_METER);
        assertTrue(lap.greatestSquareMeters(factor) >= square - ONE_SQUARE_METER);
        TrackLap alone = lap(new double[] {radii[i]}, new double[] {latitudes[i]});
        if (Math.abs(latitudes[i]) > 1) {
          double bound =
              factor * z < 0 ? alone.leastSquareMeters(factor) : alone.greatestSquareMeters(factor);
          assertEquals(square, bound, ONE_SQUARE_METER);
        }
      }
    }
    assertEquals(1.2e7 * 1.2e7, lap.leastSquareMeters(0), ONE_SQUARE_METER);
    assertEquals(3e7 * 3e7, lap.greatestSquareMeters(0), ONE_SQUARE_METER);
  }

  @Test
  void onlyAHiddenSatelliteIsEverHidden() {
    TrackLap lap = lap(new double[] {2e7, 2e7}, new double[] {0, 0.1});
    assertFalse(lap.isEverHidden());
    lap.hide(1);
    assertTrue(lap.isEverHidden());
    assertFalse(lap.isHidden[0]);
    assertTrue(lap.isHidden[1]);
    assertEquals(2, lap.instants());
  }
}
