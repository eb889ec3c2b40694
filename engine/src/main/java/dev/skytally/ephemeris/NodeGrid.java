package dev.skytally.ephemeris;

import dev.skytally.elements.ElementSet;
import java.util.Collection;

/**
 * The spacing of the nodes: as wide as keeps the interpolation error of every satellite below
 * {@link #ERROR_BOUND_METERS}.
 *
 * <p>The error of {@link SepticHermite} is estimated from the mean elements: an orbit of
 * inclination i, seen Earth-fixed, is a sum of circular motions at n - w, n and n + w (w the
 * Earth's rotation) with the amplitudes a (1 + cos i)/2, a sin i and a (1 - cos i)/2; for n the
 * rate at perigee is taken, so that an eccentric orbit is on the safe side. {@code
 * EphemerisAccuracyTest} holds the estimate against direct propagation.
 */
public final class NodeGrid {
  public static final double ERROR_BOUND_METERS = 2;

  /** Each divides the one before, so that narrower nodes contain wider ones. */
  private static final int[] STEPS_SECONDS = {2700, 1350, 675, 225, 75, 25};

  private static final double MU_METERS_CUBED_PER_SECOND_SQUARED = 3.986005e14;
  private static final double EARTH_ROTATION_RADIANS_PER_SECOND = 7.292115e-5;

  /** max of (tau (tau+1) (tau-1) (tau-2))^2 over the middle step, divided by 8!. */
  private static final double HERMITE_FACTOR = 0.31640625 / 40_320;

  private NodeGrid() {}

  /** The widest step, seconds, that suits all of them. */
  public static int stepSeconds(Collection<ElementSet> elementSets) {
    int step = STEPS_SECONDS[0];
    for (ElementSet elements : elementSets) {
      step = Math.min(step, stepSeconds(elements));
    }
    return step;
  }

  private static int stepSeconds(ElementSet elements) {
    for (int step : STEPS_SECONDS) {
      if (errorMeters(elements, step) <= ERROR_BOUND_METERS) {
        return step;
      }
    }
    return STEPS_SECONDS[STEPS_SECONDS.length - 1];
  }

  static double errorMeters(ElementSet elements, double stepSeconds) {
    double n = elements.meanMotionRevolutionsPerDay() * 2 * Math.PI / 86_400;
    double e = elements.eccentricity();
    double cosInclination = Math.cos(Math.toRadians(elements.inclinationDegrees()));
    double sinInclination = Math.sin(Math.toRadians(elements.inclinationDegrees()));
    double semiMajorAxis = Math.cbrt(MU_METERS_CUBED_PER_SECOND_SQUARED / (n * n));
    double perigeeRate = n * (1 + e) * (1 + e) / Math.pow(1 - e * e, 1.5);
    double prograde =
        (1 + cosInclination)
            / 2
            * eighthPower(perigeeRate - EARTH_ROTATION_RADIANS_PER_SECOND, stepSeconds);
    double retrograde =
        (1 - cosInclination)
            / 2
            * eighthPower(perigeeRate + EARTH_ROTATION_RADIANS_PER_SECOND, stepSeconds);
    double polar = sinInclination * eighthPower(perigeeRate, stepSeconds);
    return HERMITE_FACTOR * semiMajorAxis * (prograde + retrograde + polar);
  }

  private static double eighthPower(double rateRadiansPerSecond, double stepSeconds) {
    double squared = rateRadiansPerSecond * stepSeconds * rateRadiansPerSecond * stepSeconds;
    return squared * squared * squared * squared;
  }
}
