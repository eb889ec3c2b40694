package dev.skytally.internal.ephemeris;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Converts positions at the 19 Chebyshev nodes of a piece of time to short polynomials of degree
 * six, one for each of the equal steps of the piece.
 *
 * <p>How it works. The nodes are the extrema of the Chebyshev polynomial T18 over the piece,
 * including both ends, so neighbouring pieces meet exactly. The polynomial of degree 18 through
 * them is evaluated by the barycentric formula [1] at the seven Chebyshev nodes of each step, and
 * these values give the step's coefficients. Both maps are linear and the same for all satellites,
 * so their product is one matrix. The nodes are rounded to microseconds, which the matrix takes
 * into account.
 *
 * <p>Accuracy. The error of an interpolant is at most twice the sum of the omitted Chebyshev
 * coefficients ([2], theorem 4.2), and for smooth motion the coefficients decrease geometrically.
 * So the last two coefficients show whether it is accurate enough: {@link #tailMeters}.
 *
 * <ol>
 *   <li>J.-P. Berrut and L. N. Trefethen, Barycentric Lagrange interpolation, SIAM Review 46
 *       (2004).
 *   <li>L. N. Trefethen, Approximation Theory and Approximation Practice, SIAM (2013).
 * </ol>
 */
final class ChebyshevPiece {
  /** The longest piece: half a day. Shorter pieces are halves, quarters, ... of it. */
  static final long SPAN_MICROS = 43_200_000_000L;

  /** A piece of level k is 2^k times shorter than a span. */
  static final int HIGHEST_LEVEL = 8;

  static final int DEGREE = 18;
  static final int NODES = DEGREE + 1;

  /** Coefficients of a step's polynomial, of ascending powers of tau. */
  static final int COEFFICIENTS = 7;

  /** The highest level, at which a unit is a microsecond. */
  private static final long UNITS = SPAN_MICROS >> HIGHEST_LEVEL;

  private static final long[] NODE_UNITS = nodeUnits();
  private static final double[] BARYCENTRIC_WEIGHTS = barycentricWeights();

  /** The values of T17 at the nodes. */
  private static final double[] LAST_BUT_ONE = new double[NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      LAST_BUT_ONE[i] = Math.cos(Math.PI * i * (DEGREE - 1) / DEGREE);
    }
  }

  /** The pieces by the logarithm of the number of steps, each created on first use. */
  private static final AtomicReferenceArray<ChebyshevPiece> MADE = new AtomicReferenceArray<>(32);

  private final int steps;

  /** The matrix, by node, then step, then power. */
  private final double[][] matrix;

  /**
   * Returns the piece with the given number of steps.
   *
   * @param steps a power of two
   */
  static ChebyshevPiece ofSteps(int steps) {
    int logarithm = Integer.numberOfTrailingZeros(steps);
    ChebyshevPiece piece = MADE.get(logarithm);
    if (piece == null) {
      piece = new ChebyshevPiece(steps);
      MADE.set(logarithm, piece);
    }
    return piece;
  }

  ChebyshevPiece(int steps) {
    this.steps = steps;
    matrix = new double[NODES][steps * COEFFICIENTS];
    double[][] toCoefficients = inverseVandermonde();
    for (int step = 0; step < steps; step++) {
      for (int point = 0; point < COEFFICIENTS; point++) {
        double[] weights = lagrangeWeights((step + extremum(point, COEFFICIENTS - 1)) / steps);
        for (int node = 0; node < NODES; node++) {
          for (int power = 0; power < COEFFICIENTS; power++) {
            matrix[node][step * COEFFICIENTS + power] +=
                toCoefficients[power][point] * weights[node];
          }
        }
      }
    }
  }

  /** Returns the i-th of the extrema of T_degree, moved to 0 ... 1, in ascending order. */
  private static double extremum(int i, int degree) {
    return 0.5 * (1 - Math.cos(Math.PI * i / degree));
  }

  private static long[] nodeUnits() {
    long[] units = new long[NODES];
    for (int i = 0; i < NODES; i++) {
      units[i] = Math.round(extremum(i, DEGREE) * UNITS);
    }
    return units;
  }

  /** Returns the instants of a piece's nodes, microseconds since 1970. */
  static long[] nodeMicros(long startMicros, int level) {
    long[] micros = new long[NODES];
    for (int i = 0; i < NODES; i++) {
      micros[i] = startMicros + (NODE_UNITS[i] << (HIGHEST_LEVEL - level));
    }
    return micros;
  }

  /** Returns the size of the last two Chebyshev coefficients, over three axes of node values. */
  static double tailMeters(double[][] positions) {
    double sum = 0;
    for (double[] values : positions) {
      double last = 0;
      double lastButOne = 0;
      for (int i = 0; i < NODES; i++) {
        double value = i == 0 || i == DEGREE ? 0.5 * values[i] : values[i];
        last += (i % 2 == 0 ? value : -value) / DEGREE;
        lastButOne += 2 * value * LAST_BUT_ONE[i] / DEGREE;
      }
      sum += last * last + lastButOne * lastButOne;
    }
    return Math.sqrt(sum);
  }

  private static double[] barycentricWeights() {
    double[] weights = new double[NODES];
    for (int i = 0; i < NODES; i++) {
      weights[i] = 1;
      for (int k = 0; k < NODES; k++) {
        if (k != i) {
          weights[i] /= 4 * (double) (NODE_UNITS[i] - NODE_UNITS[k]) / UNITS;
        }
      }
    }
    return weights;
  }

  /** Returns the weight of the value at each node in the interpolated value. */
  private static double[] lagrangeWeights(double at) {
    double[] weights = new double[NODES];
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double distance = at - (double) NODE_UNITS[i] / UNITS;
      if (distance == 0) {
        double[] unit = new double[NODES];
        unit[i] = 1;
        return unit;
      }
      weights[i] = BARYCENTRIC_WEIGHTS[i] / distance;
      sum += weights[i];
    }
    for (int i = 0; i < NODES; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /**
   * Returns the matrix from the values at the seven Chebyshev nodes of a step to coefficients, by
   * Gauss-Jordan elimination.
   */
  private static double[][] inverseVandermonde() {
    int n = COEFFICIENTS;
    double[][] rows = new double[n][2 * n];
    for (int point = 0; point < n; point++) {
      for (int power = 0; power < n; power++) {
        rows[point][power] = Math.pow(extremum(point, n - 1), power);
      }
      rows[point][n + point] = 1;
    }
    for (int column = 0; column < n; column++) {
      double[] pivot = rows[column];
      double scale = pivot[column];
      for (int k = 0; k < 2 * n; k++) {
        pivot[k] /= scale;
      }
      for (double[] row : rows) {
        if (row != pivot) {
          double factor = row[column];
          for (int k = 0; k < 2 * n; k++) {
            row[k] -= factor * pivot[k];
          }
        }
      }
    }
    double[][] inverse = new double[n][];
    for (int row = 0; row < n; row++) {
      inverse[row] = Arrays.copyOfRange(rows[row], n, 2 * n);
    }
    return inverse;
  }

  int steps() {
    return steps;
  }

  /**
   * Returns the coefficients of one axis over all steps.
   *
   * @param values one number per node
   * @return by step, then power
   */
  double[] expand(double[] values) {
    double[] coefficients = new double[steps * COEFFICIENTS];
    for (int node = 0; node < NODES; node++) {
      double value = values[node];
      double[] row = matrix[node];
      for (int i = 0; i < coefficients.length; i++) {
        coefficients[i] += value * row[i];
      }
    }
    return coefficients;
  }
}
