package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.dop.PositionNormals;
import dev.skytally.internal.visibility.LocalHorizon;
import java.util.Arrays;

/**
 * The dilution of precision along a block of columns, at the instants of a lap, of each system
 * alone and of all together.
 *
 * <p>How it works. Let N be the matrix of the normal equations for a position ({@link
 * PositionNormals}) and A its adjugate. Then PDOP is the root of {@code trace(A) / det(N)}, and
 * VDOP that of {@code up' A up / det(N)}. As long as the same satellites are in view, the
 * determinant, the trace and {@code up' A up} change smoothly with the longitude. So they are
 * computed at four Chebyshev nodes, and the cubics through these give them at each column. If the
 * blocks of a grid have fewer columns than that, the columns are the nodes.
 *
 * <p>{@link NormalLoops} computes them for all instants. Where one column sees a satellite that the
 * column before does not see, or the reverse, {@link #change} computes them again for that instant.
 * As a unit vector e comes to n others of mean m, N grows by {@code n / (n + 1) (e - m) (e - m)'};
 * as it leaves n with mean m, by {@code -n / (n - 1) (e - m) (e - m)'}.
 *
 * <p>The arrays by instant are of single precision. A vector near their mean is subtracted from all
 * unit vectors, which avoids cancellation; N does not depend on it. The axes are Earth-fixed.
 *
 * <p>Not safe for use by several threads at once.
 */
final class DilutionNodes {
  private static final int LAP = RowDilution.LAP;

  private static final int MOST_NODES = 4;

  /** The elements of N that differ: xx, xy, xz, yy, yz, zz. */
  private static final int ELEMENTS = 6;

  private static final int AXES = 3;

  /** The length of the mean of unit vectors that are spread over the sky. */
  private static final double MEAN_LENGTH = 0.6;

  private final int systems;
  private final int[][] clocks;

  /** The index of the sums of each system's clock: the system's own, or after all systems. */
  private final int[] clockSums;

  /** Each system alone, then all together if that differs. */
  private final int sets;

  private final WorldGrid grid;
  private final int nodeCount;

  /** The weight of each node at a column; 0 for those that a grid does not need. */
  private final float[] weights = new float[MOST_NODES];

  // Values of a block.
  private final double[] columns;
  private final float[] placeX;
  private final float[] placeY;
  private final float[] upX;
  private final float[] upY;
  private float placeZ;
  private float upZ;
  private float meanX;
  private float meanY;
  private float meanZ;

  // Arrays by instant.
  private final float[][] counts;
  private final float[][] surplus;

  /** By node, then system or shared clock, then axis: the sum of unit vectors. */
  private final float[][][][] sums;

  /** By node, then set, then element of N. */
  private final float[][][][] normals;

  // By set, then node.
  private final float[][][] determinants;
  private final float[][][] traces;
  private final float[][][] verticals;

  // The growth of N by one satellite.
  private float growXx;
  private float growXy;
  private float growXz;
  private float growYy;
  private float growYz;
  private float growZz;

  // Scratch.
  private final float[] ex = new float[LAP];
  private final float[] ey = new float[LAP];
  private final float[] ez = new float[LAP];
  private final float[][] ofClock = new float[ELEMENTS][LAP];
  private final float[][] cofactors = new float[ELEMENTS][LAP];
  private final float[] surplusOfClock = new float[LAP];
  private final float[] determinant = new float[LAP];
  private final float[] trace = new float[LAP];
  private final float[] vertical = new float[LAP];

  /**
   * Creates arrays for one thread.
   *
   * @param clocks the systems of each receiver clock where all are used together
   */
  DilutionNodes(WorldGrid grid, int systems, int[][] clocks) {
    this.grid = grid;
    nodeCount = Math.min(MOST_NODES, ColumnBlock.widest(grid));
    columns = new double[nodeCount];
    placeX = new float[nodeCount];
    placeY = new float[nodeCount];
    upX = new float[nodeCount];
    upY = new float[nodeCount];
    this.systems = systems;
    this.clocks = clocks;
    sets = RowDilution.sets(systems);
    clockSums = new int[systems];
    int allSums = systems;
    for (int[] clock : clocks) {
      int sum = clock.length == 1 ? clock[0] : allSums++;
      for (int system : clock) {
        clockSums[system] = sum;
      }
    }
    counts = new float[allSums][LAP];
    surplus = new float[sets][LAP];
    sums = new float[nodeCount][allSums][AXES][LAP];
    normals = new float[nodeCount][sets][ELEMENTS][LAP];
    determinants = new float[sets][MOST_NODES][LAP];
    traces = new float[sets][MOST_NODES][LAP];
    verticals = new float[sets][MOST_NODES][LAP];
  }

  /** Goes to a block of a row. */
  void goTo(LocalHorizon horizon, ColumnBlock block) {
    double middle = block.middle();
    for (int k = 0; k < nodeCount; k++) {
      columns[k] =
          nodeCount < MOST_NODES
              ? block.start() + k
              : middle
                  - block.nodeReach(grid) * StrictMath.cos(Math.PI * (2 * k + 1) / (2 * nodeCount));
      double longitude = ColumnBlock.longitudeRadians(grid, columns[k]);
      double cosine = StrictMath.cos(longitude);
      double sine = StrictMath.sin(longitude);
      placeX[k] = (float) (horizon.xMeters * cosine);
      placeY[k] = (float) (horizon.xMeters * sine);
      upX[k] = (float) (horizon.upX * cosine);
      upY[k] = (float) (horizon.upX * sine);
    }
    placeZ = (float) horizon.zMeters;
    upZ = (float) horizon.upZ;
    double longitude = ColumnBlock.longitudeRadians(grid, middle);
    meanX = (float) (MEAN_LENGTH * horizon.upX * StrictMath.cos(longitude));
    meanY = (float) (MEAN_LENGTH * horizon.upX * StrictMath.sin(longitude));
    meanZ = (float) (MEAN_LENGTH * horizon.upZ);
  }

  /** Goes to a column, counted from 180 degrees west. */
  void goToColumn(int column) {
    for (int k = 0; k < nodeCount; k++) {
      double weight = 1;
      for (int other = 0; other < nodeCount; other++) {
        if (other != k) {
          weight *= (column - columns[other]) / (columns[k] - columns[other]);
        }
      }
      weights[k] = (float) weight;
    }
  }

  /** Removes all satellites. */
  void clear(int end) {
    for (float[] count : counts) {
      Arrays.fill(count, 0, end, 0);
    }
    for (int k = 0; k < nodeCount; k++) {
      for (float[][] sum : sums[k]) {
        clear(sum, end);
      }
      for (float[][] normal : normals[k]) {
        clear(normal, end);
      }
    }
  }

  private static void clear(float[][] arrays, int end) {
    for (float[] array : arrays) {
      Arrays.fill(array, 0, end, 0);
    }
  }

  /**
   * Adds a satellite of a system from one instant (inclusive) to another (exclusive).
   *
   * @param meters its positions by coordinate, then instant
   */
  void add(int system, float[][] meters, int begin, int end) {
    NormalLoops.plusOne(counts[system], begin, end);
    float[] x = meters[0];
    float[] y = meters[1];
    float[] z = meters[2];
    for (int k = 0; k < nodeCount; k++) {
      NormalLoops.directions(
          ex, ey, ez, x, y, z, placeX[k], placeY[k], placeZ, meanX, meanY, meanZ, begin, end);
      float[][] sum = sums[k][system];
      float[][] products = normals[k][system];
      NormalLoops.plus(sum[0], sum[1], sum[2], ex, ey, ez, begin, end);
      NormalLoops.plusProducts(products[0], products[1], products[2], ex, ey, ez, begin, end);
      NormalLoops.plusProducts(products[3], products[4], products[5], ey, ez, begin, end);
    }
  }

  /** Makes the dilution NaN at an instant, of each set that contains a system. */
  void makeNaN(int system, int instant) {
    counts[system][instant] = Float.NaN;
  }

  /** Solves the equations of the satellites added so far. */
  void solve(int end) {
    boolean hasTogether = sets > systems;
    if (hasTogether) {
      Arrays.fill(surplus[systems], 0, end, 0);
    }
    for (int[] clock : clocks) {
      int sum = clockSums[clock[0]];
      if (sum >= systems) {
        for (int system : clock) {
          NormalLoops.plus(counts[sum], counts[system], end);
        }
        NormalLoops.surplus(surplusOfClock, counts[sum], end);
        NormalLoops.plus(surplus[systems], surplusOfClock, end);
      }
      for (int system : clock) {
        NormalLoops.surplus(surplus[system], counts[system], end);
        if (sum == system && hasTogether) {
          NormalLoops.plus(surplus[systems], surplus[system], end);
        }
      }
    }
    for (int k = 0; k < nodeCount; k++) {
      for (int[] clock : clocks) {
        solveClock(k, clock, end);
      }
      if (hasTogether) {
        solve(k, systems, end);
      }
    }
  }

  private void solveClock(int k, int[] clock, int end) {
    int sum = clockSums[clock[0]];
    if (sum >= systems) {
      clear(ofClock, end);
      for (int system : clock) {
        plus(sums[k][sum], sums[k][system], end);
        plus(ofClock, normals[k][system], end);
      }
      eliminate(ofClock, sums[k][sum], counts[sum], end);
      plus(normals[k][systems], ofClock, end);
    }
    for (int system : clock) {
      eliminate(normals[k][system], sums[k][system], counts[system], end);
      if (sum == system && sets > systems) {
        plus(normals[k][systems], normals[k][system], end);
      }
      solve(k, system, end);
    }
  }

  private static void plus(float[][] to, float[][] added, int end) {
    for (int i = 0; i < to.length; i += 3) {
      NormalLoops.plus(to[i], to[i + 1], to[i + 2], added[i], added[i + 1], added[i + 2], 0, end);
    }
  }

  /** Makes N of the sums of products. */
  private void eliminate(float[][] of, float[][] sum, float[] satellites, int end) {
    float[] x = sum[0];
    float[] y = sum[1];
    float[] z = sum[2];
    NormalLoops.divide(ex, ey, ez, x, y, z, satellites, end);
    NormalLoops.lessProducts(of[0], of[1], ex, x, y, end);
    NormalLoops.lessProducts(of[2], of[5], z, ex, ez, end);
    NormalLoops.lessProducts(of[3], of[4], ey, y, z, end);
  }

  private void solve(int k, int set, int end) {
    float[][] of = normals[k][set];
    float[] xx = of[0];
    float[] xy = of[1];
    float[] xz = of[2];
    float[] yy = of[3];
    float[] yz = of[4];
    float[] zz = of[5];
    float[] cxx = cofactors[0];
    float[] cxy = cofactors[1];
    float[] cxz = cofactors[2];
    float[] cyy = cofactors[3];
    float[] cyz = cofactors[4];
    float[] czz = cofactors[5];
    float ux = upX[k];
    float uy = upY[k];
    float uz = upZ;
    NormalLoops.cofactors(cxx, cxy, yy, zz, yz, xz, xy, end);
    NormalLoops.cofactors(cyy, cyz, zz, xx, xz, xy, yz, end);
    NormalLoops.cofactors(czz, cxz, xx, yy, xy, yz, xz, end);
    NormalLoops.determinant(determinants[set][k], xx, xy, xz, cxx, cxy, cxz, end);
    NormalLoops.sum(traces[set][k], cxx, cyy, czz, end);
    NormalLoops.combine(verticals[set][k], cxx, cyy, czz, ux * ux, uy * uy, uz * uz, end);
    NormalLoops.plusCombination(
        verticals[set][k], cxy, cxz, cyz, 2 * ux * uy, 2 * ux * uz, 2 * uy * uz, end);
  }

  /** Solves the equations of one instant with a satellite more, or one less if the sign is -1. */
  void change(int system, float[][] meters, int i, float sign) {
    boolean hasTogether = sets > systems;
    int clock = clockSums[system];
    float n = counts[system][i];
    float nOfClock = counts[clock][i];
    for (int k = 0; k < nodeCount; k++) {
      float dx = meters[0][i] - placeX[k];
      float dy = meters[1][i] - placeY[k];
      float dz = meters[2][i] - placeZ;
      float scale = 1 / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
      float x = dx * scale - meanX;
      float y = dy * scale - meanY;
      float z = dz * scale - meanZ;
      changeSum(sums[k][system], n, x, y, z, sign, i);
      grow(k, system, i);
      if (hasTogether) {
        if (clock != system) {
          changeSum(sums[k][clock], nOfClock, x, y, z, sign, i);
        }
        grow(k, systems, i);
      }
    }
    surplus[system][i] = surplus(n + sign);
    counts[system][i] = n + sign;
    counts[clock][i] = nOfClock + sign;
    if (hasTogether) {
      surplus[systems][i] += surplus(nOfClock + sign) - surplus(nOfClock);
    }
  }

  private static float surplus(float satellites) {
    return satellites - Math.min(satellites, 1);
  }

  /** Adds a unit vector to a sum of n, or subtracts it, and finds by what N grows with it. */
  private void changeSum(float[][] sum, float n, float ex, float ey, float ez, float sign, int i) {
    float factor = sign > 0 ? n / (n + 1) : n > 1 ? n / (1 - n) : 0;
    float perSatellite = n > 0 ? 1 / n : 0;
    float sumX = sum[0][i];
    float sumY = sum[1][i];
    float sumZ = sum[2][i];
    float x = ex - sumX * perSatellite;
    float y = ey - sumY * perSatellite;
    float z = ez - sumZ * perSatellite;
    growXx = factor * x * x;
    growXy = factor * x * y;
    growXz = factor * x * z;
    growYy = factor * y * y;
    growYz = factor * y * z;
    growZz = factor * z * z;
    sum[0][i] = sumX + sign * ex;
    sum[1][i] = sumY + sign * ey;
    sum[2][i] = sumZ + sign * ez;
  }

  /** Adds the growth to N of a set at a node, and solves N. */
  private void grow(int k, int set, int i) {
    float[][] of = normals[k][set];
    float xx = of[0][i] + growXx;
    float xy = of[1][i] + growXy;
    float xz = of[2][i] + growXz;
    float yy = of[3][i] + growYy;
    float yz = of[4][i] + growYz;
    float zz = of[5][i] + growZz;
    of[0][i] = xx;
    of[1][i] = xy;
    of[2][i] = xz;
    of[3][i] = yy;
    of[4][i] = yz;
    of[5][i] = zz;
    float cxx = yy * zz - yz * yz;
    float cxy = yz * xz - xy * zz;
    float cxz = xy * yz - xz * yy;
    float cyy = zz * xx - xz * xz;
    float cyz = xz * xy - yz * xx;
    float czz = xx * yy - xy * xy;
    float ux = upX[k];
    float uy = upY[k];
    float uz = upZ;
    determinants[set][k][i] = xx * cxx + xy * cxy + xz * cxz;
    traces[set][k][i] = cxx + cyy + czz;
    verticals[set][k][i] =
        ux * ux * cxx
            + uy * uy * cyy
            + uz * uz * czz
            + 2 * (ux * uy * cxy + ux * uz * cxz + uy * uz * cyz);
  }

  /** Returns the equations that the satellites of a set leave for the position. */
  float[] surplus(int set) {
    return surplus[set];
  }

  /** Sets the dilutions of a set at the column, rounded. */
  void dilutions(int set, float[] pdop, float[] hdop, float[] vdop, int end) {
    combine(determinant, determinants[set], end);
    combine(trace, traces[set], end);
    combine(vertical, verticals[set], end);
    NormalLoops.dilutions(pdop, hdop, vdop, determinant, trace, vertical, end);
  }

  private void combine(float[] value, float[][] atNodes, int end) {
    NormalLoops.combine(
        value,
        atNodes[0],
        atNodes[1],
        atNodes[2],
        atNodes[3],
        weights[0],
        weights[1],
        weights[2],
        weights[3],
        end);
  }
}
