package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnBlockTest {
  private static final double ROUNDING_RADIANS = 1e-14;
  private static final double ROUNDING_COLUMNS = 1e-12;

  static Stream<WorldGrid> grids() {
    return Stream.of(
        WorldGrid.cells(0.05).window(0, 1, 7_000, 500),
        WorldGrid.cells(0.05).window(0, 1, 130, 3),
        WorldGrid.nodes(0.25),
        WorldGrid.cells(0.45),
        WorldGrid.cells(0.45).window(0, 1, 790, 30),
        WorldGrid.nodes(1).window(0, 1, 5, 358),
        WorldGrid.cells(4),
        WorldGrid.cells(5));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void eachColumnIsInTheBlockThatItHasOnTheWholeEarth(WorldGrid grid) {
    int widest = ColumnBlock.widest(grid);
    int next = 0;
    for (ColumnBlock block : ColumnBlock.of(grid)) {
      assertEquals(next, block.first());
      assertTrue(block.columns() > 0);
      for (int k = 0; k < block.columns(); k++, next++) {
        int column = (grid.firstColumn() + next) % grid.columnsAround();
        assertEquals(column, block.column(k));
        assertEquals(column / widest, block.start() / widest);
        assertEquals(column, block.start() + block.from() + k);
        assertEquals(
            Math.cos(Math.toRadians(grid.longitudeDegrees(next))),
            Math.cos(ColumnBlock.longitudeRadians(grid, column)),
            ROUNDING_RADIANS);
        assertEquals(
            Math.sin(Math.toRadians(grid.longitudeDegrees(next))),
            Math.sin(ColumnBlock.longitudeRadians(grid, column)),
            ROUNDING_RADIANS);
      }
      assertEquals(0, block.start() % widest);
      assertEquals(Math.min(widest, grid.columnsAround() - block.start()), block.width());
      double middle = (block.column(-block.from()) + block.start() + block.width() - 1) / 2.0;
      assertEquals(middle, block.middle());
    }
    assertEquals(grid.columns(), next);
  }

  @Test
  void columnsAreCountedFrom180DegreesWest() {
    assertEquals(-Math.PI, ColumnBlock.longitudeRadians(WorldGrid.nodes(1), 0));
    assertEquals(Math.toRadians(-179.5), ColumnBlock.longitudeRadians(WorldGrid.cells(1), 0));
  }

  /** As the format of stored answers says. */
  @Test
  void blocksAreSevenAndAHalfDegreesWideOr120Columns() {
    assertEquals(120, ColumnBlock.widest(WorldGrid.cells(0.05)));
    assertEquals(30, ColumnBlock.widest(WorldGrid.cells(0.25)));
    assertEquals(17, ColumnBlock.widest(WorldGrid.cells(0.45)));
    assertEquals(8, ColumnBlock.widest(WorldGrid.cells(1)));
    assertEquals(2, ColumnBlock.widest(WorldGrid.cells(4)));
    assertEquals(2, ColumnBlock.widest(WorldGrid.cells(5)));
  }

  /** Nodes are within the block and within 3.75 degrees of its middle. */
  @ParameterizedTest
  @MethodSource("grids")
  void nodesReachTheNearerOfTheBlocksEndAndHalfOfSevenAndAHalfDegrees(WorldGrid grid) {
    List<ColumnBlock> blocks = ColumnBlock.of(grid);
    for (ColumnBlock block : blocks) {
      double nearer = Math.min(block.width() / 2.0, 3.75 / grid.resolutionDegrees());
      assertEquals(nearer, block.nodeReach(grid), ROUNDING_COLUMNS);
    }
  }
}
