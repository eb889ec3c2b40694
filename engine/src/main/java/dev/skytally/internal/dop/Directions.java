package dev.skytally.internal.dop;

/**
 * Sums over the unit vectors to the satellites of one receiver clock, in any axes. The sums of
 * systems that share a clock can be added.
 */
public final class Directions {
  private int n;
  private double x;
  private double y;
  private double z;
  private double xx;
  private double xy;
  private double xz;
  private double yy;
  private double yz;
  private double zz;

  public void clear() {
    n = 0;
    x = 0;
    y = 0;
    z = 0;
    xx = 0;
    xy = 0;
    xz = 0;
    yy = 0;
    yz = 0;
    zz = 0;
  }

  public boolean isEmpty() {
    return n == 0;
  }

  /** Adds a unit vector. */
  public void add(double ex, double ey, double ez) {
    add(1, ex, ey, ez, ex * ex, ex * ey, ex * ez, ey * ey, ey * ez, ez * ez);
  }

  /** Adds sums over unit vectors: their number, of their x, of their x times x, and so on. */
  public void add(
      int otherN,
      double otherX,
      double otherY,
      double otherZ,
      double otherXx,
      double otherXy,
      double otherXz,
      double otherYy,
      double otherYz,
      double otherZz) {
    n += otherN;
    x += otherX;
    y += otherY;
    z += otherZ;
    xx += otherXx;
    xy += otherXy;
    xz += otherXz;
    yy += otherYy;
    yz += otherYz;
    zz += otherZz;
  }

  public void writeTo(PositionNormals normals) {
    normals.setClock(n, x, y, z, xx, xy, xz, yy, yz, zz);
  }

  /** Returns the variance of this clock, given the solved position from all clocks. */
  public double clockVariance(PositionNormals solved) {
    return 1.0 / n + solved.variance(x / n, y / n, z / n);
  }
}
