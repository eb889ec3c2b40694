package dev.skytally.ephemeris;

/**
 * The polynomial of degree seven through four equally spaced positions and velocities.
 *
 * <p>How: with the nodes at -1, 0, 1 and 2, the eight coefficients are a fixed linear map of the
 * eight values; the map is found once, by solving for each unit vector. Between the middle nodes
 * the error is at most {@code max|x^(8)| h^8 / 8! * (9/16)^2} (Hildebrand, Introduction to
 * Numerical Analysis, 2nd ed., section 8.2).
 */
final class SepticHermite {
  static final int COEFFICIENTS = 8;
  private static final int FIRST_NODE = -1;
  private static final int NODES = 4;

  /** Row: power of tau; column: node's position, node's velocity, next node's position, ... */
  private static final double[][] MAP = map();

  private SepticHermite() {}

  /**
   * The coefficients of one coordinate over the middle one of three steps.
   *
   * @param states positions and velocities, node by node
   * @param at index of the first node's position
   * @param nodeStride from a node's position to the next node's
   * @param velocityStride from a node's position to its velocity
   * @param stepSeconds the spacing of the nodes
   * @param coefficients receives eight coefficients of ascending powers of tau, 0 to 1
   */
  static void fit(
      double[] states,
      int at,
      int nodeStride,
      int velocityStride,
      double stepSeconds,
      double[] coefficients,
      int to) {
    for (int power = 0; power < COEFFICIENTS; power++) {
      double[] row = MAP[power];
      double sum = 0;
      for (int node = 0; node < NODES; node++) {
        int i = at + node * nodeStride;
        sum += row[2 * node] * states[i];
        sum += row[2 * node + 1] * (states[i + velocityStride] * stepSeconds);
      }
      coefficients[to + power] = sum;
    }
    coefficients[to] = states[at + nodeStride];
    coefficients[to + 1] = states[at + nodeStride + velocityStride] * stepSeconds;
  }

  private static double[][] map() {
    int n = COEFFICIENTS;
    double[][] equations = new double[n][2 * n];
    for (int node = 0; node < NODES; node++) {
      double tau = FIRST_NODE + node;
      for (int power = 0; power < n; power++) {
        equations[2 * node][power] = Math.pow(tau, power);
        equations[2 * node + 1][power] = power == 0 ? 0 : power * Math.pow(tau, power - 1);
      }
      equations[2 * node][n + 2 * node] = 1;
      equations[2 * node + 1][n + 2 * node + 1] = 1;
    }
    eliminate(equations);
    double[][] inverse = new double[n][n];
    for (int row = 0; row < n; row++) {
      System.arraycopy(equations[row], n, inverse[row], 0, n);
    }
    return inverse;
  }

  /** Gauss-Jordan elimination with row pivoting of the left square half. */
  private static void eliminate(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
          pivot = row;
        }
      }
      double[] pivotRow = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = pivotRow;
      double scale = pivotRow[column];
      for (int k = 0; k < pivotRow.length; k++) {
        pivotRow[k] /= scale;
      }
      for (double[] row : rows) {
        if (row != pivotRow && row[column] != 0) {
          double factor = row[column];
          for (int k = 0; k < row.length; k++) {
            row[k] -= factor * pivotRow[k];
          }
        }
      }
    }
  }
}
