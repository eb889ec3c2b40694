package dev.skytally.atlas.plan;

import dev.skytally.grid.WorldGrid;
import java.io.Serializable;
import java.util.Locale;

/**
 * Some rows and columns of the grid of a plan: one chunk of every array of the output.
 *
 * @param band the index of its rows, from the north
 * @param tile the index of its columns, from the west
 * @param firstRow the first row in the grid of the plan
 * @param firstColumn the first column in the grid of the plan
 */
public record Chunk(int band, int tile, int firstRow, int rows, int firstColumn, int columns)
    implements Serializable {
  public WorldGrid grid(Plan plan) {
    WorldGrid whole = plan.grid();
    return whole.window(
        whole.firstRow() + firstRow,
        rows,
        (whole.firstColumn() + firstColumn) % whole.columnsAround(),
        columns);
  }

  public long cells() {
    return (long) rows * columns;
  }

  public String name() {
    return String.format(Locale.ROOT, "row-%05d-column-%05d", firstRow, firstColumn);
  }
}
