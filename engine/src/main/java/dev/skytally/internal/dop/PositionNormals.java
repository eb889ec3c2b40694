package dev.skytally.internal.dop;

/**
 * The normal equations of a position from pseudoranges, with the receiver's clocks eliminated.
 *
 * <p>How it works. Let the unit vectors e to the n satellites of one receiver clock have the sum q.
 * In the full normal matrix of a position and the clocks, the row of the clock contains n on the
 * diagonal and q in the columns of the position. Eliminating the clocks (Schur's complement) leaves
 *
 * <pre>
 *   N = sum over the clocks of (sum e e' - q q' / n)
 * </pre>
 *
 * a 3 x 3 matrix for any number of clocks. Its inverse C is the position part of the full inverse.
 * A clock has the variance {@code 1/n + (q/n)' C (q/n)}. So each clock contributes to N
 * independently. Systems that share a clock are first summed as {@link Directions}.
 *
 * <p>N is inverted through its factors L D L' (Cholesky decomposition without roots).
 */
public final class PositionNormals {
  /** A geometry with a greater PDOP counts as singular. */
  public static final double WORST_PDOP = 1000;

  private static final int UNKNOWN_COORDINATES = 3;

  private double xx;
  private double xy;
  private double xz;
  private double yy;
  private double yz;
  private double zz;

  /** Satellites minus clocks: the number of equations that remain for the position. */
  private int surplus;

  /** The inverse, once solved. */
  private double inverseXx;

  private double inverseXy;
  private double inverseXz;
  private double inverseYy;
  private double inverseYz;
  private double inverseZz;

  public void clear() {
    xx = 0;
    xy = 0;
    xz = 0;
    yy = 0;
    yz = 0;
    zz = 0;
    surplus = 0;
  }

  /** Adds the equations of the satellites of other clocks for the same position. */
  public void add(PositionNormals other) {
    xx += other.xx;
    xy += other.xy;
    xz += other.xz;
    yy += other.yy;
    yz += other.yz;
    zz += other.zz;
    surplus += other.surplus;
  }

  /**
   * Sets the satellites of one clock. Without satellites, the clock does not count as an unknown.
   *
   * @param n the number of satellites
   * @param x the sum of the unit vectors' x; y and z likewise
   * @param xx the sum of their x times x; the others likewise
   */
  public void setClock(
      int n,
      double x,
      double y,
      double z,
      double xx,
      double xy,
      double xz,
      double yy,
      double yz,
      double zz) {
    if (n == 0) {
      clear();
      return;
    }
    double meanX = x / n;
    double meanY = y / n;
    double meanZ = z / n;
    this.xx = xx - x * meanX;
    this.xy = xy - x * meanY;
    this.xz = xz - x * meanZ;
    this.yy = yy - y * meanY;
    this.yz = yz - y * meanZ;
    this.zz = zz - z * meanZ;
    surplus = n - 1;
  }

  /**
   * Inverts the matrix.
   *
   * @return the square of the PDOP; infinite if there is no position because of too few satellites
   *     or a nearly singular geometry ({@link #WORST_PDOP})
   */
  public double solve() {
    if (surplus < UNKNOWN_COORDINATES) {
      return Double.POSITIVE_INFINITY;
    }
    double l21 = xy / xx;
    double l31 = xz / xx;
    double d2 = yy - l21 * xy;
    double below = yz - l31 * xy;
    double l32 = below / d2;
    double d3 = zz - l31 * xz - l32 * below;
    double inverse2 = 1 / d2;
    double inverse3 = 1 / d3;
    double m31 = l32 * l21 - l31;
    inverseXx = 1 / xx + l21 * l21 * inverse2 + m31 * m31 * inverse3;
    inverseXy = -l21 * inverse2 - m31 * l32 * inverse3;
    inverseXz = m31 * inverse3;
    inverseYy = inverse2 + l32 * l32 * inverse3;
    inverseYz = -l32 * inverse3;
    inverseZz = inverse3;
    double pdopSquared = inverseXx + inverseYy + inverseZz;
    boolean isPosition = xx > 0 && d2 > 0 && d3 > 0 && pdopSquared <= WORST_PDOP * WORST_PDOP;
    return isPosition ? pdopSquared : Double.POSITIVE_INFINITY;
  }

  /** Returns the variance of a sum of the coordinates with these weights, once solved. */
  public double variance(double x, double y, double z) {
    return x * (x * inverseXx + 2 * (y * inverseXy + z * inverseXz))
        + y * (y * inverseYy + 2 * z * inverseYz)
        + z * z * inverseZz;
  }
}
