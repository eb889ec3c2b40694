package dev.skytally.internal.ephemeris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ChebyshevPieceTest {
  private static double[] atNodes(DoubleUnaryOperator function) {
    long[] micros = ChebyshevPiece.nodeMicros(0, 0);
    double[] values = new double[micros.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble((double) micros[i] / ChebyshevPiece.SPAN_MICROS);
    }
    return values;
  }

  /** Compares the polynomials of all steps of a new piece with a function over 0 to 1. */
  private static void assertFollows(DoubleUnaryOperator function, int steps, double tolerance) {
    double[] coefficients = new ChebyshevPiece(steps).expand(atNodes(function));
    assertEquals(steps * ChebyshevPiece.COEFFICIENTS, coefficients.length);
    for (int step = 0; step < steps; step++) {
      for (double tau : new double[] {0, 0.1, 0.5, 0.77, 1}) {
        double value = 0;
        for (int power = ChebyshevPiece.COEFFICIENTS - 1; power >= 0; power--) {
          value = value * tau + coefficients[step * ChebyshevPiece.COEFFICIENTS + power];
        }
        assertEquals(function.applyAsDouble((step + tau) / steps), value, tolerance);
      }
    }
  }

  /** Polynomials of degree six are their own, even if a single step is the whole piece. */
  @Test
  void aPolynomialOfDegreeSixIsExact() {
    for (int steps : new int[] {1, 4, 16}) {
      assertFollows(t -> 1 - 3 * t + 2 * t * t - Math.pow(t, 6), steps, 1e-12);
    }
  }

  /** One revolution in half a day, as of GPS. */
  @Test
  void aCircleIsFollowedInShortSteps() {
    assertFollows(t -> Math.cos(2 * Math.PI * t), 64, 1e-11);
    assertFollows(t -> Math.sin(2 * Math.PI * t), 64, 1e-11);
  }

  /** Both ends are nodes, and nodes are dense there. */
  @Test
  void nodesAreTheExtremaOfAChebyshevPolynomial() {
    long[] half = ChebyshevPiece.nodeMicros(1_000_000, 1);
    assertEquals(ChebyshevPiece.NODES, half.length);
    for (int i = 0; i < half.length; i++) {
      double part = (1 - Math.cos(Math.PI * i / ChebyshevPiece.DEGREE)) / 2;
      // Rounded to microseconds in the shortest piece.
      assertEquals(1_000_000 + part * ChebyshevPiece.SPAN_MICROS / 2, (double) half[i], 128);
    }
    assertEquals(1_000_000, half[0]);
    assertEquals(1_000_000 + ChebyshevPiece.SPAN_MICROS / 2, half[half.length - 1]);
  }

  /** Of 3 T18 + 4 T17 in one axis and 12 T18 in another. */
  @Test
  void theTailIsTheLastTwoCoefficientsOfAllAxes() {
    double[] one = atNodes(t -> 3 * chebyshev(18, t) + 4 * chebyshev(17, t) + chebyshev(5, t));
    double[] other = atNodes(t -> 12 * chebyshev(18, t) + 7);
    double[] none = atNodes(t -> 100 * chebyshev(16, t));
    assertEquals(13, ChebyshevPiece.tailMeters(new double[][] {one, other, none}), 1e-4);
  }

  private static double chebyshev(int degree, double t) {
    return Math.cos(degree * Math.acos(Math.max(-1, Math.min(1, 1 - 2 * t))));
  }

  @Test
  void aPieceIsMadeOnce() {
    assertSame(ChebyshevPiece.ofSteps(8), ChebyshevPiece.ofSteps(8));
    assertEquals(8, ChebyshevPiece.ofSteps(8).steps());
    assertEquals(4, ChebyshevPiece.ofSteps(4).steps());
  }
}
