package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.site.ElevationMask;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which stretches of a path over the sky {@link HorizonCrossings} need not search. */
class HorizonStretchTest {
  private static final int PATHS = 15_000;
  private static final int SAMPLES = 8;

  /** The factor by which rounded directions may lengthen a path. */
  private static final double ROUNDING = 1 + 1e-9;

  private static final EphemerisBlock EMPTY =
      new EphemerisBlock(TimeGrid.of(List.of()), EarthOrientation.mean(), 0, 0);

  /** High in the north, low in the south, and a steep side in the east. */
  private static final ElevationMask NORTHERN_WALL =
      ElevationMask.horizonOfDegrees(Map.of(0.0, 40.0, 90.0, 40.0, 100.0, 5.0, 180.0, 5.0));

  /** A direction in the sky. */
  private record Direction(double azimuthRadians, double elevationRadians) {
    static Direction ofDegrees(double azimuth, double elevation) {
      return new Direction(Math.toRadians(azimuth), Math.toRadians(elevation));
    }

    /** The direction at a distance, along a great circle with a bearing from north over east. */
    Direction at(double radians, double bearing) {
      double sine =
          Math.sin(elevationRadians) * Math.cos(radians)
              + Math.cos(elevationRadians) * Math.sin(radians) * Math.cos(bearing);
      double east = Math.sin(bearing) * Math.sin(radians) * Math.cos(elevationRadians);
      double away = Math.cos(radians) - Math.sin(elevationRadians) * sine;
      double turn = 2 * Math.PI;
      double azimuth = azimuthRadians + Math.atan2(east, away);
      return new Direction(
          (azimuth % turn + turn) % turn, Math.asin(Math.max(-1, Math.min(1, sine))));
    }

    double above(ElevationMask mask) {
      return elevationRadians - mask.elevationRadians(azimuthRadians);
    }
  }

  private static boolean nothingHides(
      ElevationMask mask, double turnRadians, Direction from, Direction to) {
    HorizonCrossings finder = new HorizonCrossings();
    finder.prepare(EMPTY, mask);
    return finder.nothingHides(
        turnRadians,
        from.azimuthRadians,
        from.elevationRadians,
        from.above(mask),
        to.elevationRadians,
        to.above(mask));
  }

  private static double between(Random random, double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Some hills, and often a peak just above a direction, or a notch just below it. */
  private static ElevationMask hills(Random random, Direction at) {
    Map<Double, Double> points = new TreeMap<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 45) {
      points.put(azimuth + between(random, 0, 30), between(random, -30, 60));
    }
    if (random.nextBoolean()) {
      double azimuth = Math.toDegrees(at.azimuthRadians) % 360;
      double elevation = Math.toDegrees(at.elevationRadians) + between(random, -1, 1);
      points.put(azimuth, Math.max(-89.9, Math.min(89.9, elevation)));
    }
    return ElevationMask.horizonOfDegrees(points);
  }

  /** A great circle, and then either back along it or on along another one. */
  private record Path(
      Direction from, double first, double bearing, double second, boolean isBack, double onward) {
    static Path any(Random random) {
      double lowest = random.nextInt(4) == 0 ? -89.99 : -30;
      double highest = random.nextInt(4) == 0 ? 89.99 : 60;
      double first = Math.pow(10, between(random, -4, 0));
      return new Path(
          Direction.ofDegrees(between(random, 0, 360), between(random, lowest, highest)),
          first,
          between(random, 0, 2 * Math.PI),
          random.nextBoolean() ? first : first * random.nextDouble(),
          random.nextBoolean(),
          between(random, 0, 2 * Math.PI));
    }

    double length() {
      return first + second;
    }

    Direction at(double radians) {
      if (radians <= first) {
        return from.at(radians, bearing);
      }
      double beyond = radians - first;
      return isBack ? from.at(first - beyond, bearing) : from.at(first, bearing).at(beyond, onward);
    }
  }

  @Test
  void noPathOfAStretchThatIsNotSearchedMeetsTheHorizon() {
    Random random = new Random(11);
    int notSearched = 0;
    for (int k = 0; k < PATHS; k++) {
      Path path = Path.any(random);
      Direction to = path.at(path.length());
      ElevationMask mask = hills(random, path.at(path.first));
      boolean isAbove = path.from.above(mask) >= 0;
      if (isAbove != to.above(mask) >= 0
          || !nothingHides(mask, path.length() * ROUNDING, path.from, to)) {
        continue;
      }
      notSearched++;
      for (int sample = 1; sample < SAMPLES; sample++) {
        Direction first = path.at(path.first * sample / SAMPLES);
        Direction second = path.at(path.length() - path.second * sample / SAMPLES);
        assertEquals(isAbove, first.above(mask) >= 0, () -> mask + ": " + path);
        assertEquals(isAbove, second.above(mask) >= 0, () -> mask + ": " + path);
      }
      assertEquals(isAbove, path.at(path.first).above(mask) >= 0, () -> mask + ": " + path);
    }
    assertTrue(notSearched > PATHS / 10, "only " + notSearched);
  }

  @Test
  void nothingAboveOrBelowTheWholeHorizonIsSearched() {
    Direction north = Direction.ofDegrees(10, 60);
    Direction farther = Direction.ofDegrees(12, 62);
    assertTrue(nothingHides(NORTHERN_WALL, Math.toRadians(3), north, farther));
    Direction low = Direction.ofDegrees(180, -2);
    Direction lower = Direction.ofDegrees(181, -4);
    assertTrue(nothingHides(NORTHERN_WALL, Math.toRadians(3), low, lower));
  }

  /** The wall in the north is higher than these, and the horizon in the south lower. */
  @Test
  void onlyTheHorizonNearAPathMatters() {
    Direction south = Direction.ofDegrees(150, 20);
    Direction farther = Direction.ofDegrees(153, 21);
    assertTrue(nothingHides(NORTHERN_WALL, Math.toRadians(4), south, farther));
    Direction behindTheWall = Direction.ofDegrees(40, 20);
    Direction higher = Direction.ofDegrees(43, 21);
    assertTrue(nothingHides(NORTHERN_WALL, Math.toRadians(4), behindTheWall, higher));
  }

  /**
   * The steep side falls by 3.5 degrees per degree of azimuth. Within half a degree it reaches as
   * high as these directions, but no path of half a degree there and back does.
   */
  @Test
  void aPathTooShortToReachASteepSideIsNotSearched() {
    double turnRadians = Math.toRadians(0.5);
    Direction above = Direction.ofDegrees(95, 22.5 + 1.7);
    assertTrue(nothingHides(NORTHERN_WALL, turnRadians, above, above));
    Direction below = Direction.ofDegrees(95, 22.5 - 1.7);
    assertTrue(nothingHides(NORTHERN_WALL, turnRadians, below, below));
  }
}
