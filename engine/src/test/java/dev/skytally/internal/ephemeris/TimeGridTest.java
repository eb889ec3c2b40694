package dev.skytally.internal.ephemeris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.Orbit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimeGridTest {
  private static final double HALF_DAY_SECONDS = 43_200;

  /** Of the Earth, WGS-84. */
  private static final double MU_METERS_CUBED_PER_SECOND_SQUARED = 3.986004418e14;

  private static final double EARTH_ROTATION_RADIANS_PER_SECOND = 7.2921151467e-5;

  private static final int LONGEST_STEPS = 16;
  private static final int SHORTEST_STEPS = 256;

  /** Polynomials of degree six have seven nodes. */
  private static final int NODES = 7;

  private record Motion(double meanMotionRevolutionsPerDay, double eccentricity) implements Orbit {
    @Override
    public Duration age(Instant at) {
      return Duration.ZERO;
    }
  }

  private static int stepsOf(double revolutionsPerDay, double eccentricity) {
    return TimeGrid.of(List.of(new Motion(revolutionsPerDay, eccentricity))).stepsPerSpan();
  }

  /** GPS, Galileo, GLONASS, BeiDou in medium orbit, and geosynchronous orbits. */
  @Test
  void navigationSatellitesHaveStepsOfThreeQuartersOfAnHour() {
    for (double revolutionsPerDay : new double[] {2.0056, 1.7047, 2.1310, 1.8623, 1.0027}) {
      TimeGrid grid = TimeGrid.of(List.of(new Motion(revolutionsPerDay, 0.002)));
      assertEquals(LONGEST_STEPS, grid.stepsPerSpan());
      assertEquals(45L * 60 * 1_000_000, grid.stepMicros());
      assertEquals(5, grid.levels());
      assertEquals(LONGEST_STEPS, grid.piece(0).steps());
      assertEquals(1, grid.piece(4).steps());
    }
  }

  /**
   * For a circular motion as fast as at perigee: the step is accurate, and twice the step would not
   * be. The grid's bound is a little greater than the error.
   */
  @Test
  void theStepIsTheLongestThatIsAccurate() {
    Set<Integer> found = new TreeSet<>();
    for (double revolutionsPerDay = 1; revolutionsPerDay < 16.5; revolutionsPerDay += 0.05) {
      for (double eccentricity : new double[] {0, 0.1, 0.3, 0.6}) {
        int steps = stepsOf(revolutionsPerDay, eccentricity);
        found.add(steps);
        double error = errorMeters(revolutionsPerDay, eccentricity, HALF_DAY_SECONDS / steps);
        assertTrue(
            error <= TimeGrid.STEP_ERROR_METERS || steps == SHORTEST_STEPS,
            revolutionsPerDay + ", " + eccentricity + ": " + error);
        double errorOfTwo =
            errorMeters(revolutionsPerDay, eccentricity, 2 * HALF_DAY_SECONDS / steps);
        assertTrue(
            errorOfTwo > 0.85 * TimeGrid.STEP_ERROR_METERS || steps == LONGEST_STEPS,
            revolutionsPerDay + ", " + eccentricity + ": " + errorOfTwo);
      }
    }
    assertEquals(Set.of(16, 32, 64, 128, 256), found);
    assertEquals(SHORTEST_STEPS, stepsOf(16, 0.95));
  }

  @Test
  void theFastestOrbitDecides() {
    Orbit slow = new Motion(2, 0);
    Orbit fast = new Motion(15.5, 0);
    int steps = stepsOf(15.5, 0);
    assertTrue(steps > LONGEST_STEPS);
    assertEquals(steps, TimeGrid.of(List.of(slow, fast)).stepsPerSpan());
    assertEquals(steps, TimeGrid.of(List.of(fast, slow)).stepsPerSpan());
    assertEquals(LONGEST_STEPS, TimeGrid.of(List.<Orbit>of()).stepsPerSpan());
  }

  /** The greatest error of polynomials through seven Chebyshev nodes of a step. */
  private static double errorMeters(
      double revolutionsPerDay, double eccentricity, double stepSeconds) {
    double meanMotion = revolutionsPerDay * 2 * Math.PI / 86_400;
    double radiusMeters = Math.cbrt(MU_METERS_CUBED_PER_SECOND_SQUARED / (meanMotion * meanMotion));
    double rate = perigeeRate(meanMotion, eccentricity) + EARTH_ROTATION_RADIANS_PER_SECOND;
    double worst = 0;
    for (int k = 0; k <= 200; k++) {
      double tau = k / 200.0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < NODES; i++) {
        double weight = 1;
        for (int j = 0; j < NODES; j++) {
          weight *= i == j ? 1 : (tau - node(j)) / (node(i) - node(j));
        }
        x += weight * Math.cos(rate * stepSeconds * node(i));
        y += weight * Math.sin(rate * stepSeconds * node(i));
      }
      double angle = rate * stepSeconds * tau;
      worst = Math.max(worst, Math.hypot(x - Math.cos(angle), y - Math.sin(angle)));
    }
    return radiusMeters * worst;
  }

  private static double node(int i) {
    return 0.5 - 0.5 * Math.cos(Math.PI * i / (NODES - 1));
  }

  /** The rate of the true anomaly just after perigee, by Kepler's equation. */
  private static double perigeeRate(double meanMotion, double e) {
    double meanAnomaly = 1e-4;
    double eccentricAnomaly = meanAnomaly;
    for (int i = 0; i < 500; i++) {
      eccentricAnomaly = meanAnomaly + e * Math.sin(eccentricAnomaly);
    }
    double trueAnomaly =
        2 * Math.atan(Math.sqrt((1 + e) / (1 - e)) * Math.tan(eccentricAnomaly / 2));
    return meanMotion * trueAnomaly / meanAnomaly;
  }
}
