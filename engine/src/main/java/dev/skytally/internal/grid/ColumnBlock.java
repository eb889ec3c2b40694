package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a grid that belong to one block. Blocks are some 7.5 degrees wide and counted from
 * 180 degrees west, so they do not depend on the part of the Earth that the grid covers. Their
 * widths belong to the format of stored answers.
 *
 * <p>Immutable.
 *
 * @param first the first of the columns, counted in the grid
 * @param columns their number
 * @param start the first column of the block, counted from 180 degrees west
 * @param from the first of the columns, counted in the block
 * @param width the number of columns of the whole block
 */
record ColumnBlock(int first, int columns, int start, int from, int width) {
  private static final double WIDTH_DEGREES = 7.5;

  /** The number of columns whose statistics stay in a core's second cache. */
  private static final int MOST_COLUMNS = 120;

  /** Returns the blocks of a grid, from west to east. */
  static List<ColumnBlock> of(WorldGrid grid) {
    int widest = widest(grid);
    int around = grid.columnsAround();
    List<ColumnBlock> blocks = new ArrayList<>();
    for (int first = 0; first < grid.columns(); ) {
      int column = (grid.firstColumn() + first) % around;
      int start = column / widest * widest;
      int width = Math.min(widest, around - start);
      int columns = Math.min(start + width - column, grid.columns() - first);
      blocks.add(new ColumnBlock(first, columns, start, column - start, width));
      first += columns;
    }
    return List.copyOf(blocks);
  }

  /** Returns the number of columns of the widest block. */
  static int widest(WorldGrid grid) {
    return (int) Math.min(MOST_COLUMNS, Math.round(WIDTH_DEGREES / grid.resolutionDegrees()));
  }

  /** Returns the middle of the whole block, as a column counted from 180 degrees west. */
  double middle() {
    return start + (width - 1) / 2.0;
  }

  /** Returns how far nodes may be from the middle, in columns: at most half of 7.5 degrees. */
  double nodeReach(WorldGrid grid) {
    return Math.min(width, WIDTH_DEGREES / grid.resolutionDegrees()) / 2;
  }

  /** Returns the longitude of a column, counted from 180 degrees west. */
  static double longitudeRadians(WorldGrid grid, double column) {
    double degrees = (column + (grid.isOfNodes() ? 0 : 0.5)) * grid.resolutionDegrees() - 180;
    return StrictMath.toRadians(degrees);
  }

  /** Returns a column, counted from 180 degrees west. */
  int column(int ofThese) {
    return start + from + ofThese;
  }
}
