package dev.skytally.terrain;

/**
 * A piece of a line of sight that is straight in latitude and longitude. Places on it are parts of
 * the leg, from 0 to 1.
 *
 * @param beginMeters the distance of its start from the site
 */
record Leg(
    double beginMeters,
    double lengthMeters,
    double beginLatitudeDegrees,
    double beginLongitudeDegrees,
    double northDegrees,
    double eastDegrees) {
  /** A step over the edge of a file, 0.1 mm at most. */
  static final double OVER_THE_EDGE = 1e-7;

  double meters(double at) {
    return beginMeters + at * lengthMeters;
  }

  double latitudeDegrees(double at) {
    return beginLatitudeDegrees + at * northDegrees;
  }

  double longitudeDegrees(double at) {
    return beginLongitudeDegrees + at * eastDegrees;
  }

  /** Returns the rows of a grid that the leg crosses, positive southwards. */
  double rows(TileGrid grid) {
    return -northDegrees / grid.rowDegrees();
  }

  /** Returns the columns of a grid that the leg crosses, positive eastwards. */
  double columns(TileGrid grid) {
    return eastDegrees / grid.columnDegrees();
  }

  /** Returns where the leg leaves the area of a grid, 1 if it does not. */
  double leaves(TileGrid grid, double at) {
    double rowsLeft = left(grid.row(latitudeDegrees(at)), rows(grid), grid.rows());
    double columnsLeft = left(grid.column(longitudeDegrees(at)), columns(grid), grid.columns());
    return Math.min(1, at + Math.min(rowsLeft, columnsLeft));
  }

  /** Returns how long a place stays within half a step of the posts, at its speed. */
  private static double left(double place, double speed, int posts) {
    double edge = speed > 0 ? posts - 0.5 : -0.5;
    return speed == 0 ? Double.POSITIVE_INFINITY : Math.max(0, (edge - place) / speed);
  }

  /** Returns where the leg enters the area of a grid from outside, 1 if it does not. */
  double enters(TileGrid grid, double at) {
    double first = 1;
    for (double side : new double[] {0, 1}) {
      double row = side * grid.rows() - 0.5;
      double column = side * grid.columns() - 0.5;
      double toRow = (grid.latitudeDegrees(row) - beginLatitudeDegrees) / northDegrees;
      double toColumn =
          Math.IEEEremainder(grid.longitudeDegrees(column) - beginLongitudeDegrees, 360)
              / eastDegrees;
      for (double edge : new double[] {toRow, toColumn}) {
        double inside = edge + OVER_THE_EDGE;
        if (edge >= at
            && edge < first
            && grid.covers(latitudeDegrees(inside), longitudeDegrees(inside))) {
          first = edge;
        }
      }
    }
    return first;
  }
}
