package dev.skytally.ephemeris;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SepticHermiteTest {
  private static final double STEP_SECONDS = 900;

  /** Coefficients up to 1e7, conditioned by the small matrix of the map. */
  private static final double ROUNDING = 1e-7;

  /** The error bound is a bound, and nearly reached for slow motions. */
  private static final double MOST_OF_THE_BOUND = 0.8;

  private static double polynomial(double[] c, double tau) {
    double sum = 0;
    for (int power = c.length - 1; power >= 0; power--) {
      sum = sum * tau + c[power];
    }
    return sum;
  }

  private static double derivative(double[] c, double tau) {
    double sum = 0;
    for (int power = c.length - 1; power >= 1; power--) {
      sum = sum * tau + power * c[power];
    }
    return sum;
  }

  @Property(tries = 200)
  void everyPolynomialOfDegreeSevenComesBack(
      @ForAll @Size(8) double @DoubleRange(min = -1e7, max = 1e7) [] c) {
    double[] states = new double[8];
    for (int node = 0; node < 4; node++) {
      states[2 * node] = polynomial(c, node - 1);
      states[2 * node + 1] = derivative(c, node - 1) / STEP_SECONDS;
    }
    double[] fitted = new double[8];
    SepticHermite.fit(states, 0, 2, 1, STEP_SECONDS, fitted, 0);
    for (double tau = 0; tau <= 1; tau += 0.125) {
      assertEquals(polynomial(c, tau), polynomial(fitted, tau), ROUNDING * 1e7 * Math.pow(2, 7));
    }
  }

  @Test
  void theErrorOnACircleIsTheOneOfTheTextbook() {
    double radiusMeters = 26_560_000;
    double turnPerStep = 0.3;
    double[] states = new double[8];
    for (int node = 0; node < 4; node++) {
      double angle = turnPerStep * (node - 1.5);
      states[2 * node] = radiusMeters * Math.cos(angle);
      states[2 * node + 1] = -radiusMeters * Math.sin(angle) * turnPerStep / STEP_SECONDS;
    }
    double[] fitted = new double[8];
    SepticHermite.fit(states, 0, 2, 1, STEP_SECONDS, fitted, 0);
    double boundMeters = radiusMeters * Math.pow(turnPerStep, 8) / 40_320 * Math.pow(9 / 16.0, 2);
    double errorMeters = Math.abs(polynomial(fitted, 0.5) - radiusMeters);
    assertEquals(boundMeters, errorMeters, boundMeters * (1 - MOST_OF_THE_BOUND));
  }
}
