package dev.skytally.cli.report;

/**
 * The Equal Earth projection: areas are true to each other, and shapes look familiar. Formulas and
 * constants: B. Savric, T. Patterson and B. Jenny, The Equal Earth map projection, International
 * Journal of Geographical Information Science 33, 2019.
 */
final class EqualEarth {
  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;
  private static final double M = Math.sqrt(3) / 2;

  /** Height over width of the whole Earth. */
  static final double ASPECT = rawY(Math.PI / 2) / rawX(Math.PI, 0);

  private final double left;
  private final double top;
  private final double scale;

  /** The whole Earth, so many pixels wide. */
  EqualEarth(double left, double top, double width) {
    this.left = left;
    this.top = top;
    scale = width / (2 * rawX(Math.PI, 0));
  }

  /** Pixels to the right. Longitudes beyond 180 degrees go on beyond the edge of the map. */
  double x(double longitudeDegrees, double latitudeDegrees) {
    double x = rawX(Math.toRadians(longitudeDegrees), Math.toRadians(latitudeDegrees));
    return left + scale * (rawX(Math.PI, 0) + x);
  }

  /** Pixels down. */
  double y(double latitudeDegrees) {
    return top + scale * (rawY(Math.PI / 2) - rawY(Math.toRadians(latitudeDegrees)));
  }

  private static double parameter(double latitude) {
    return Math.asin(M * Math.sin(latitude));
  }

  static double rawX(double longitude, double latitude) {
    double theta = parameter(latitude);
    double theta2 = theta * theta;
    double theta6 = theta2 * theta2 * theta2;
    return longitude
        * Math.cos(theta)
        / (M * (A1 + 3 * A2 * theta2 + theta6 * (7 * A3 + 9 * A4 * theta2)));
  }

  static double rawY(double latitude) {
    double theta = parameter(latitude);
    double theta2 = theta * theta;
    double theta6 = theta2 * theta2 * theta2;
    return theta * (A1 + A2 * theta2 + theta6 * (A3 + A4 * theta2));
  }
}
