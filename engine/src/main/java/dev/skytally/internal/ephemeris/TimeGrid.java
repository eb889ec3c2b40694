package dev.skytally.internal.ephemeris;

import dev.skytally.elements.Orbit;
import java.util.Collection;

/**
 * The division of a study's time into spans of half a day, for which Orekit propagates, and of
 * spans into equal steps, each with its own short polynomials. For any window, spans and steps are
 * at whole multiples since 1970-01-01T00:00:00 UTC, so overlapping windows share them.
 *
 * <p>The step is the longest of 45 minutes, 22.5 minutes, ... whose polynomials of degree six are
 * within {@link #STEP_ERROR_METERS} for every satellite. For a circular motion of radius a and rate
 * w, interpolation at Chebyshev nodes leaves at most {@code 4 a (w h / 4)^7 / 7!}; w is the rate at
 * perigee plus the Earth's rate, which is a safe bound.
 */
public final class TimeGrid {
  static final double STEP_ERROR_METERS = 0.5;

  private static final int STEPS_PER_SPAN = 16;
  private static final int MOST_HALVINGS = 4;
  private static final double MU_METERS_CUBED_PER_SECOND_SQUARED = 3.986005e14;
  private static final double EARTH_ROTATION_RADIANS_PER_SECOND = 7.292115e-5;
  private static final double SEVEN_FACTORIAL = 5040;

  private final int stepsPerSpan;

  private TimeGrid(int stepsPerSpan) {
    this.stepsPerSpan = stepsPerSpan;
  }

  /** Returns the grid that is accurate enough for all of some orbits. */
  public static TimeGrid of(Collection<? extends Orbit> orbits) {
    int halvings = 0;
    for (Orbit orbit : orbits) {
      while (halvings < MOST_HALVINGS
          && stepErrorMeters(orbit, stepSeconds(STEPS_PER_SPAN << halvings)) > STEP_ERROR_METERS) {
        halvings++;
      }
    }
    return new TimeGrid(STEPS_PER_SPAN << halvings);
  }

  private static double stepSeconds(int stepsPerSpan) {
    return ChebyshevPiece.SPAN_MICROS / 1e6 / stepsPerSpan;
  }

  private static double stepErrorMeters(Orbit orbit, double stepSeconds) {
    double meanMotion = orbit.meanMotionRevolutionsPerDay() * 2 * Math.PI / 86_400;
    double e = orbit.eccentricity();
    double semiMajorAxisMeters =
        Math.cbrt(MU_METERS_CUBED_PER_SECOND_SQUARED / (meanMotion * meanMotion));
    double perigeeRate = meanMotion * (1 + e) * (1 + e) / Math.pow(1 - e * e, 1.5);
    double angle = (perigeeRate + EARTH_ROTATION_RADIANS_PER_SECOND) * stepSeconds / 4;
    return 4 * semiMajorAxisMeters * Math.pow(angle, 7) / SEVEN_FACTORIAL;
  }

  public int stepsPerSpan() {
    return stepsPerSpan;
  }

  public long stepMicros() {
    return ChebyshevPiece.SPAN_MICROS / stepsPerSpan;
  }

  /**
   * Returns the number of levels: one more than the number of times that a span may be halved. The
   * shortest piece is one step.
   */
  int levels() {
    return Integer.numberOfTrailingZeros(stepsPerSpan) + 1;
  }

  ChebyshevPiece piece(int level) {
    return ChebyshevPiece.ofSteps(stepsPerSpan >> level);
  }
}
