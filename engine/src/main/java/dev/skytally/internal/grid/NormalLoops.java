package dev.skytally.internal.grid;

/**
 * The loops of {@link RowDilution} over instants, from {@code begin} (inclusive) to {@code end}
 * (exclusive). Each is short and has one index for all arrays and no branch, because the compiler
 * vectorises only such loops.
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
  static void plus(float[] a, float[] x, int begin, int end) {
    for (int i = begin; i < end; i++) {
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

  /** Adds the products of one array with three. */
  static void plusProducts(
      float[] a,
      float[] b,
      float[] c,
      float[] factor,
      float[] x,
      float[] y,
      float[] z,
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      a[i] += factor[i] * x[i];
      b[i] += factor[i] * y[i];
      c[i] += factor[i] * z[i];
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

  /** Sets the combination of three arrays. */
  static void combine(
      float[] sum,
      float[] a,
      float[] b,
      float[] c,
      float ofA,
      float ofB,
      float ofC,
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      sum[i] = ofA * a[i] + ofB * b[i] + ofC * c[i];
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
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      float scale = 1 / (counts[i] + NOT_ZERO);
      meanX[i] = x[i] * scale;
      meanY[i] = y[i] * scale;
      meanZ[i] = z[i] * scale;
    }
  }

  /** Subtracts the product of two arrays from a third. */
  static void lessProduct(float[] difference, float[] a, float[] x, float[] y, int begin, int end) {
    for (int i = begin; i < end; i++) {
      difference[i] = a[i] - x[i] * y[i];
    }
  }

  /** Sets the number of equations that the satellites of one clock leave for the position. */
  static void surplus(float[] surplus, float[] counts, int begin, int end) {
    for (int i = begin; i < end; i++) {
      surplus[i] = counts[i] - Math.min(counts[i], 1);
    }
  }

  /** Sets the determinant of two columns a, c and b, d. */
  static void minor(float[] minor, float[] a, float[] b, float[] c, float[] d, int begin, int end) {
    for (int i = begin; i < end; i++) {
      minor[i] = a[i] * d[i] - b[i] * c[i];
    }
  }

  /** Sets the reciprocal of a determinant from a row and its cofactors. */
  static void perDeterminant(
      float[] reciprocal,
      float[] xx,
      float[] xy,
      float[] xz,
      float[] cxx,
      float[] cxy,
      float[] cxz,
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      reciprocal[i] = 1 / (xx[i] * cxx[i] + xy[i] * cxy[i] + xz[i] * cxz[i]);
    }
  }

  /** Sets the scaled sum of two arrays. */
  static void scaledSum(float[] sum, float[] a, float[] b, float[] scale, int begin, int end) {
    for (int i = begin; i < end; i++) {
      sum[i] = (a[i] + b[i]) * scale[i];
    }
  }

  /** Sets the scaled sum of three arrays. */
  static void scaledSum(
      float[] sum, float[] a, float[] b, float[] c, float[] scale, int begin, int end) {
    for (int i = begin; i < end; i++) {
      sum[i] = (a[i] + b[i] + c[i]) * scale[i];
    }
  }

  /** Sets PDOP, HDOP and VDOP, rounded, from the variances of the position and the height. */
  static void dilutions(
      float[] pdop,
      float[] hdop,
      float[] vdop,
      float[] position,
      float[] height,
      int begin,
      int end) {
    for (int i = begin; i < end; i++) {
      pdop[i] = (float) Math.sqrt(position[i]) + DilutionCells.ROUNDING;
      hdop[i] = (float) Math.sqrt(position[i] - height[i]) + DilutionCells.ROUNDING;
      vdop[i] = (float) Math.sqrt(height[i]) + DilutionCells.ROUNDING;
    }
  }
}
