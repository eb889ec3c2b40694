package dev.skytally.report.draw;

/**
 * The Equal Earth projection, which preserves areas. Formulas and constants: B. Savric, T.
 * Patterson and B. Jenny, The Equal Earth map projection, International Journal of Geographical
 * Information Science 33, 2019.
 */
final class EqualEarth {
  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;
  private static final double M = Math.sqrt(3) / 2;

  private EqualEarth() {}

  private static double parameter(double latitude) {
    return Math.asin(M * Math.sin(latitude));
  }

  /** Returns the distance to the right of the map's middle, in Earth radii; angles in radians. */
  static double x(double longitude, double latitude) {
    double theta = parameter(latitude);
    double theta2 = theta * theta;
    double theta6 = theta2 * theta2 * theta2;
    return longitude
        * Math.cos(theta)
        / (M * (A1 + 3 * A2 * theta2 + theta6 * (7 * A3 + 9 * A4 * theta2)));
  }

  /** Returns the height above the equator, in Earth radii; the angle is in radians. */
  static double y(double latitude) {
    double theta = parameter(latitude);
    double theta2 = theta * theta;
    double theta6 = theta2 * theta2 * theta2;
    return theta * (A1 + A2 * theta2 + theta6 * (A3 + A4 * theta2));
  }
}
