package dev.skytally.internal.grid;

/**
 * The loops of {@link DilutionNodes} over the instants of a lap, from {@code begin} (inclusive; the
 * first instant where it is missing) to {@code end} (exclusive). Each has one index for at most
 * seven arrays and no branch, because the compiler vectorises only such loops.
 */
final class NormalLoops {
  /** Added to a number of satellites, which may be 0, before dividing by it. */
  private static final float NOT_ZERO = 1e-30f;

  private NormalLoops() {}

  /** Sets unit vectors from a place to a satellite, less a mean vector. */
  static void directions(
      float[] ex,
      float[] ey,
      float[] ez,
      float[] xMeters,
      float[] yMeters,
      float[] zMeters,
      float placeXMeters,
      float placeYMeters,
      float placeZMeters,
      float meanX,
      float meanY,
      float meanZ,
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      float dx = xMeters[i] - placeXMeters;
      float dy = yMeters[i] - placeYMeters;
      float dz = zMeters[i] - placeZMeters;
      float scale = 1 / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
      ex[i] = dx * scale - meanX;
      ey[i] = dy * scale - meanY;
      ez[i] = dz * scale - meanZ;
    }
  }

  /** Counts one satellite. */
  static void plusOne(float[] counts, int begin, int end) {
    for (int i = begin; i < end; i++) {
      counts[i]++;
    }
  }

  /** Adds an array. */
  static void plus(float[] a, float[] x, int end) {
    for (int i = 0; i < end; i++) {
      a[i] += x[i];
    }
  }

  /** Adds three arrays. */
  static void plus(
      float[] a, float[] b, float[] c, float[] x, float[] y, float[] z, int begin, int end) {
    for (int i = begin; i < end; i++) {
      a[i] += x[i];
      b[i] += y[i];
      c[i] += z[i];
    }
  }

  /** Adds the products of an array with itself and two others. */
  static void plusProducts(
      float[] xx, float[] xy, float[] xz, float[] x, float[] y, float[] z, int begin, int end) {
    for (int i = begin; i < end; i++) {
      xx[i] += x[i] * x[i];
      xy[i] += x[i] * y[i];
      xz[i] += x[i] * z[i];
    }
  }

  /** Adds the products of two arrays with themselves and each other. */
  static void plusProducts(
      float[] yy, float[] yz, float[] zz, float[] y, float[] z, int begin, int end) {
    for (int i = begin; i < end; i++) {
      yy[i] += y[i] * y[i];
      yz[i] += y[i] * z[i];
      zz[i] += z[i] * z[i];
    }
  }

  /** Sets the combination of four arrays. */
  static void combine(
      float[] sum,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float ofA,
      float ofB,
      float ofC,
      float ofD,
      int end) {
    for (int i = 0; i < end; i++) {
      sum[i] = ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
    }
  }

  /** Divides three sums by the number of satellites. */
  static void divide(
      float[] meanX,
      float[] meanY,
      float[] meanZ,
      float[] x,
      float[] y,
      float[] z,
      float[] counts,
      int end) {
    for (int i = 0; i < end; i++) {
      float scale = 1 / (counts[i] + NOT_ZERO);
      meanX[i] = x[i] * scale;
      meanY[i] = y[i] * scale;
      meanZ[i] = z[i] * scale;
    }
  }

  /** Subtracts the products of one array with two others. */
  static void lessProducts(float[] a, float[] b, float[] factor, float[] x, float[] y, int end) {
    for (int i = 0; i < end; i++) {
      a[i] -= factor[i] * x[i];
      b[i] -= factor[i] * y[i];
    }
  }

  /** Sets the number of equations that the satellites of one clock leave for the position. */
  static void surplus(float[] surplus, float[] counts, int end) {
    for (int i = 0; i < end; i++) {
      surplus[i] = counts[i] - Math.min(counts[i], 1);
    }
  }

  /**
   * Sets two cofactors of a symmetric matrix of three rows: the one of the diagonal that has the
   * elements {@code a} and {@code b} of the diagonal, and the one in the same row as it and in the
   * column of {@code a}.
   *
   * @param c the element in the row of {@code a} and the column of {@code b}
   * @param ofA the other element in the row of {@code a}
   * @param ofB the other element in the row of {@code b}
   */
  static void cofactors(
      float[] diagonal,
      float[] other,
      float[] a,
      float[] b,
      float[] c,
      float[] ofB,
      float[] ofA,
      int end) {
    for (int i = 0; i < end; i++) {
      diagonal[i] = a[i] * b[i] - c[i] * c[i];
      other[i] = c[i] * ofB[i] - ofA[i] * b[i];
    }
  }

  /** Sets a determinant from a row and its cofactors. */
  static void determinant(
      float[] determinant,
      float[] xx,
      float[] xy,
      float[] xz,
      float[] cxx,
      float[] cxy,
      float[] cxz,
      int end) {
    for (int i = 0; i < end; i++) {
      determinant[i] = xx[i] * cxx[i] + xy[i] * cxy[i] + xz[i] * cxz[i];
    }
  }

  /** Sets the sum of three arrays. */
  static void sum(float[] sum, float[] a, float[] b, float[] c, int end) {
    for (int i = 0; i < end; i++) {
      sum[i] = a[i] + b[i] + c[i];
    }
  }

  /** Sets the combination of three arrays. */
  static void combine(
      float[] sum, float[] a, float[] b, float[] c, float ofA, float ofB, float ofC, int end) {
    for (int i = 0; i < end; i++) {
      sum[i] = ofA * a[i] + ofB * b[i] + ofC * c[i];
    }
  }

  /** Adds the combination of three arrays. */
  static void plusCombination(
      float[] sum, float[] a, float[] b, float[] c, float ofA, float ofB, float ofC, int end) {
    for (int i = 0; i < end; i++) {
      sum[i] += ofA * a[i] + ofB * b[i] + ofC * c[i];
    }
  }

  /** Sets PDOP, HDOP and VDOP, rounded. */
  static void dilutions(
      float[] pdop,
      float[] hdop,
      float[] vdop,
      float[] determinant,
      float[] trace,
      float[] vertical,
      int end) {
    for (int i = 0; i < end; i++) {
      float scale = 1 / determinant[i];
      pdop[i] = (float) Math.sqrt(trace[i] * scale) + DilutionCells.ROUNDING;
      hdop[i] = (float) Math.sqrt((trace[i] - vertical[i]) * scale) + DilutionCells.ROUNDING;
      vdop[i] = (float) Math.sqrt(vertical[i] * scale) + DilutionCells.ROUNDING;
    }
  }
}
