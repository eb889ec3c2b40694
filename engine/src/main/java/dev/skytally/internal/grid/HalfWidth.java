package dev.skytally.internal.grid;

/**
 * The arccosine, for half the width of the part of a row that a satellite sees.
 *
 * <p>How it works: with {@code y = sqrt((1 + c) / 2)}, the cosine of half the angle, {@code acos(c)
 * = 2 acos(y)}, and {@code acos(y) = pi/2 sqrt(1 - y) Q(y)} with a smooth Q on the whole of 0 to 1.
 * So one polynomial and two square roots are enough, without a branch, and a loop over arrays
 * compiles to vector instructions. Q is the minimax polynomial of degree 8 for the absolute error
 * of the angle, found by Remez' algorithm with 40 digits under the condition Q(0) = 1, which makes
 * the full turn exact.
 */
final class HalfWidth {
  private static final double Q1 = -0.13661961804634234;
  private static final double Q2 = 0.05668417954506822;
  private static final double Q3 = -0.032257498721621765;
  private static final double Q4 = 0.0209364584256898;
  private static final double Q5 = -0.013648029650407949;
  private static final double Q6 = 0.00758492044745298;
  private static final double Q7 = -0.002896071293773383;
  private static final double Q8 = 0.0005319985329054159;

  private HalfWidth() {}

  /**
   * Returns the arccosine in half turns: 0 for a cosine of 1 or more, exactly 1 for a cosine of -1
   * or less. The error of the angle is less than 4e-9 radians; below 1e-3 radians it is less than
   * 3e-8, because of the rounding of a cosine near 1.
   *
   * @param halfVersedSine {@code (1 + cosine) / 2}, any finite number
   */
  static double halfTurns(double halfVersedSine) {
    double y = Math.sqrt(Math.max(halfVersedSine, 0));
    double polynomial =
        1 + y * (Q1 + y * (Q2 + y * (Q3 + y * (Q4 + y * (Q5 + y * (Q6 + y * (Q7 + y * Q8)))))));
    return Math.sqrt(Math.max(1 - y, 0)) * polynomial;
  }
}
