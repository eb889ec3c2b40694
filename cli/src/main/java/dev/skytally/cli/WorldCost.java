package dev.skytally.cli;

import dev.skytally.grid.WorldGrid;

/**
 * The estimated processor time of a study of a grid and its output. The constants come from
 * measurements on one machine, of grids of 0.25 to 5 degrees, of one column and of one cell. A
 * process that has just begun takes up to four seconds more.
 */
final class WorldCost {
  private static final int SATELLITES_OF_SYSTEM = 35;
  private static final double POSITION_NANOS = 80;
  private static final double STRETCH_NANOS = 10;
  private static final double CELL_NANOS = 0.6;

  /** Each system is compared with each other. */
  private static final double PAIR_NANOS = 0.125;

  private static final double STORED_CELL_NANOS = 1_500;
  private static final double DILUTION_INSTANT_NANOS = 3_500;
  private static final double DILUTION_ROW_NANOS = 1_300;
  private static final double DILUTION_CELL_NANOS = 15;

  /** The cells of a block share its nodes, however many there are. */
  private static final double DILUTION_DEGREE_NANOS = 36;

  private static final double STORED_DILUTION_NANOS = 7_000;

  private WorldCost() {}

  static double seconds(WorldGrid grid, long instants, int systems, boolean hasDilution) {
    double rows = grid.rows();
    double cells = rows * grid.columns();
    double satellites = systems * SATELLITES_OF_SYSTEM;
    double instantNanos =
        satellites * (POSITION_NANOS + rows * STRETCH_NANOS)
            + cells * systems * (CELL_NANOS + systems * PAIR_NANOS);
    double nanos = instants * instantNanos + cells * systems * STORED_CELL_NANOS;
    if (hasDilution) {
      int sets = systems > 1 ? systems + 1 : 1;
      double cellNanos = DILUTION_CELL_NANOS + grid.resolutionDegrees() * DILUTION_DEGREE_NANOS;
      double setNanos = DILUTION_INSTANT_NANOS + rows * DILUTION_ROW_NANOS + cells * cellNanos;
      nanos += sets * (instants * setNanos + cells * STORED_DILUTION_NANOS);
    }
    return nanos / 1e9;
  }
}
