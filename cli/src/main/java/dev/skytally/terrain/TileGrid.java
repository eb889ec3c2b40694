package dev.skytally.terrain;

/**
 * The grid of a file: posts at equal steps of latitude and longitude. The file covers half a step
 * beyond its outermost posts, so that the areas of neighbouring files touch or overlap.
 *
 * @param northDegrees the latitude of the northernmost posts
 * @param westDegrees the longitude of the westernmost posts
 * @param rowDegrees the step of latitude between rows, positive southwards
 * @param columnDegrees the step of longitude between columns, positive eastwards
 */
record TileGrid(
    int rows,
    int columns,
    double northDegrees,
    double westDegrees,
    double rowDegrees,
    double columnDegrees) {
  /** Files that touch may differ in the last bits of their bounds. */
  private static final double ROUNDING_STEPS = 1e-6;

  /** Returns the place of a latitude in rows from the northernmost posts. */
  double row(double latitudeDegrees) {
    return (northDegrees - latitudeDegrees) / rowDegrees;
  }

  /** Returns the place of a longitude in columns from the westernmost posts, -0.5 or more. */
  double column(double longitudeDegrees) {
    double east = longitudeDegrees - westDegrees + (0.5 + ROUNDING_STEPS) * columnDegrees;
    double turned = east - 360 * Math.floor(east / 360);
    return turned / columnDegrees - 0.5 - ROUNDING_STEPS;
  }

  boolean covers(double latitudeDegrees, double longitudeDegrees) {
    return Math.abs(row(latitudeDegrees) - (rows - 1) / 2.0) <= rows / 2.0 + ROUNDING_STEPS
        && column(longitudeDegrees) <= columns - 0.5 + ROUNDING_STEPS;
  }

  double latitudeDegrees(double row) {
    return northDegrees - row * rowDegrees;
  }

  double longitudeDegrees(double column) {
    return westDegrees + column * columnDegrees;
  }
}
