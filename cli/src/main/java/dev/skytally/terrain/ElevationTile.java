package dev.skytally.terrain;

/**
 * The heights of one file in memory, at posts on a grid of latitude and longitude.
 *
 * <p>Immutable.
 */
final class ElevationTile {
  private final TileGrid grid;
  private final float[] heightsMeters;
  private final double highestMeters;

  /**
   * Creates a tile.
   *
   * @param heightsMeters by rows from the north, each from the west; NaN if there is none
   */
  ElevationTile(TileGrid grid, float[] heightsMeters) {
    this.grid = grid;
    this.heightsMeters = heightsMeters;
    double highest = 0;
    for (float meters : heightsMeters) {
      highest = Math.max(highest, Float.isNaN(meters) ? ElevationFile.HIGHEST_METERS : meters);
    }
    highestMeters = highest;
  }

  TileGrid grid() {
    return grid;
  }

  /**
   * Returns a bound of the heights, at least that of the sea; where there is none, all are
   * possible.
   */
  double highestMeters() {
    return highestMeters;
  }

  /** Returns the height at a post, or NaN. */
  double postMeters(int row, int column) {
    return heightsMeters[row * grid.columns() + column];
  }

  /** Returns the height at the post nearest to a place. */
  double nearestMeters(double row, double column) {
    int nearestRow = (int) Math.max(0, Math.min(Math.rint(row), grid.rows() - 1));
    int nearestColumn = (int) Math.max(0, Math.min(Math.rint(column), grid.columns() - 1));
    return postMeters(nearestRow, nearestColumn);
  }
}
