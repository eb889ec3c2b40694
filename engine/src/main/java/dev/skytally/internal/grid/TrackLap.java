package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;

/**
 * The track of one satellite over a lap of some dozens of equally spaced instants, prepared for the
 * rows of a grid. It also has bounds on the distances and latitudes of the satellite. They quickly
 * identify most rows that see it everywhere all the time, or never.
 */
final class TrackLap {
  /** The least distance from the axis at which the longitude is defined. */
  private static final double NEAREST_TO_AXIS_METERS = 1;

  /**
   * The fraction to which columns are rounded, so that half a turn can be added without rounding.
   */
  private static final double PARTS_OF_COLUMN = 1L << 32;

  /**
   * The columns east of the first column of the grid, between one and two turns; by instant, as in
   * the arrays below.
   */
  final double[] columns;

  final double[] zMeters;
  final double[] radiiSquaredMeters;
  final double[] perAxisDistance;

  /** Whether the satellite is out of service, so that no cell sees it. */
  final boolean[] isHidden;

  private boolean isEverHidden;

  private double leastRadiusMeters = Double.POSITIVE_INFINITY;
  private double greatestRadiusMeters;

  // Values of the southernmost and northernmost geocentric latitude.
  private double southSine = 1;
  private double northSine = -1;
  private double southCosine;
  private double northCosine;

  TrackLap(int instants) {
    columns = new double[instants];
    zMeters = new double[instants];
    radiiSquaredMeters = new double[instants];
    perAxisDistance = new double[instants];
    isHidden = new boolean[instants];
  }

  int instants() {
    return columns.length;
  }

  /** Fills in an Earth-fixed position. */
  void set(int instant, WorldGrid grid, double xMeters, double yMeters, double zMeters) {
    double axisDistance = Math.sqrt(xMeters * xMeters + yMeters * yMeters);
    double radiusSquared = axisDistance * axisDistance + zMeters * zMeters;
    double column =
        (Math.toDegrees(Math.atan2(yMeters, xMeters)) - grid.longitudeDegrees(0))
            / grid.resolutionDegrees();
    int around = grid.columnsAround();
    column += around * (1 - Math.floor(column / around));
    columns[instant] = Math.rint(column * PARTS_OF_COLUMN) / PARTS_OF_COLUMN;
    this.zMeters[instant] = zMeters;
    radiiSquaredMeters[instant] = radiusSquared;
    perAxisDistance[instant] = 1 / Math.max(axisDistance, NEAREST_TO_AXIS_METERS);
    include(Math.sqrt(radiusSquared), axisDistance, zMeters);
  }

  /** Hides the satellite at an instant. */
  void hide(int instant) {
    isHidden[instant] = true;
    isEverHidden = true;
  }

  /** Returns whether the satellite is hidden at any instant. */
  boolean isEverHidden() {
    return isEverHidden;
  }

  private void include(double radiusMeters, double axisDistanceMeters, double zMeters) {
    leastRadiusMeters = Math.min(leastRadiusMeters, radiusMeters);
    greatestRadiusMeters = Math.max(greatestRadiusMeters, radiusMeters);
    double sine = zMeters / radiusMeters;
    if (sine < southSine) {
      southSine = sine;
      southCosine = axisDistanceMeters / radiusMeters;
    }
    if (sine > northSine) {
      northSine = sine;
      northCosine = axisDistanceMeters / radiusMeters;
    }
  }

  /**
   * Returns the greatest height of the satellite along the zenith of a latitude on its own
   * meridian.
   */
  double greatestUpMeters(double sinLatitude, double cosLatitude) {
    boolean overhead = sinLatitude >= southSine && sinLatitude <= northSine;
    double up =
        overhead
            ? 1
            : Math.max(
                northSine * sinLatitude + northCosine * cosLatitude,
                southSine * sinLatitude + southCosine * cosLatitude);
    return Math.max(up * leastRadiusMeters, up * greatestRadiusMeters);
  }

  /** Returns its least height along the zenith of a latitude on the meridian opposite its own. */
  double leastUpMeters(double sinLatitude, double cosLatitude) {
    boolean underfoot = -sinLatitude >= southSine && -sinLatitude <= northSine;
    double up =
        underfoot
            ? -1
            : Math.min(
                northSine * sinLatitude - northCosine * cosLatitude,
                southSine * sinLatitude - southCosine * cosLatitude);
    return Math.min(up * leastRadiusMeters, up * greatestRadiusMeters);
  }

  /** Returns a lower bound of {@code radius^2 + factor z}. */
  double leastSquareMeters(double factorMeters) {
    return leastRadiusMeters * leastRadiusMeters - Math.abs(factorMeters) * greatestRadiusMeters;
  }

  /** Returns an upper bound of {@code radius^2 + factor z}. */
  double greatestSquareMeters(double factorMeters) {
    return greatestRadiusMeters * greatestRadiusMeters
        + Math.abs(factorMeters) * greatestRadiusMeters;
  }
}
