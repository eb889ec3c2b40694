package dev.skytally.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorldGridTest {
  private static String problem(Runnable making) {
    return assertThrows(IllegalArgumentException.class, making::run).getMessage();
  }

  @Test
  void cellsTileTheEarth() {
    WorldGrid grid = WorldGrid.cells(0.25);
    assertEquals(720, grid.rows());
    assertEquals(1440, grid.columns());
    assertEquals(89.875, grid.latitudeDegrees(0));
    assertEquals(-89.875, grid.latitudeDegrees(719));
    assertEquals(-179.875, grid.longitudeDegrees(0));
    assertEquals(179.875, grid.longitudeDegrees(1439));
    double share = 0;
    for (int row = 0; row < grid.rows(); row++) {
      share += grid.cellShareOfEarth(row) * grid.columns();
    }
    assertEquals(1, share, 1e-12);
  }

  @Test
  void nodesHaveBothPolesAndTileTheEarthToo() {
    WorldGrid grid = WorldGrid.nodes(5);
    assertEquals(37, grid.rows());
    assertEquals(72, grid.columns());
    assertEquals(90, grid.latitudeDegrees(0));
    assertEquals(0, grid.latitudeDegrees(18));
    assertEquals(-90, grid.latitudeDegrees(36));
    assertEquals(-180, grid.longitudeDegrees(0));
    double share = 0;
    for (int row = 0; row < grid.rows(); row++) {
      share += grid.cellShareOfEarth(row) * grid.columns();
    }
    assertEquals(1, share, 1e-12);
  }

  /** The zone between 30 degrees north and south: 0.4985 of the ellipsoid, 0.5 of a sphere. */
  @Test
  void areasAreTheEllipsoids() {
    WorldGrid grid = WorldGrid.cells(1).within(-180, -30, 180, 30);
    double share = 0;
    for (int row = 0; row < grid.rows(); row++) {
      share += grid.cellShareOfEarth(row) * grid.columns();
    }
    assertEquals(60, grid.rows());
    double e = Math.sqrt(0.00669437999014);
    double s = 0.5;
    double part = s / (2 * (1 - e * e * s * s)) + Math.log((1 + e * s) / (1 - e * s)) / (4 * e);
    double whole = 1 / (2 * (1 - e * e)) + Math.log((1 + e) / (1 - e)) / (4 * e);
    assertEquals(part / whole, share, 1e-9);
  }

  @Test
  void aWindowMayGoOverTheAntimeridian() {
    WorldGrid grid = WorldGrid.cells(1).within(170, -20, -170, 10);
    assertEquals(30, grid.rows());
    assertEquals(20, grid.columns());
    assertEquals(9.5, grid.latitudeDegrees(0));
    assertEquals(170.5, grid.longitudeDegrees(0));
    assertEquals(189.5, grid.longitudeDegrees(19));
    assertEquals(-170.5, grid.site(0, 19).longitudeDegrees());
    assertFalse(grid.isAround());
    assertEquals(12, grid.columnAt(-177.4));
    assertEquals(3, grid.rowAt(6.2));
  }

  @Test
  void aWindowAllAroundBeginsWhereItIsAsked() {
    WorldGrid grid = WorldGrid.cells(5).within(0, -90, 360, 90);
    assertTrue(grid.isAround());
    assertEquals(36, grid.rows());
    assertEquals(2.5, grid.longitudeDegrees(0));
    assertEquals(357.5, grid.longitudeDegrees(71));
  }

  @Test
  void whatIsNoGridIsRefusedWithTheReason() {
    assertEquals("resolution 0.0 is outside 0.01 to 5 degrees", problem(() -> WorldGrid.cells(0)));
    assertEquals(
        "resolution 1.0E-9 is outside 0.01 to 5 degrees", problem(() -> WorldGrid.cells(1e-9)));
    assertEquals(
        "resolution NaN is outside 0.01 to 5 degrees", problem(() -> WorldGrid.cells(Double.NaN)));
    assertEquals(
        "resolution 0.7 does not divide the globe: 180 / 0.7 is 257.1429, expected a whole number",
        problem(() -> WorldGrid.nodes(0.7)));
    WorldGrid grid = WorldGrid.cells(1);
    assertEquals("south 20.0 is not below north 10.0", problem(() -> grid.within(0, 20, 10, 10)));
    assertEquals("west and east are the same, 5.0", problem(() -> grid.within(5, 0, 5, 10)));
    assertEquals(
        "north 91.0 is outside -90 to 90 degrees", problem(() -> grid.within(0, 0, 5, 91)));
    assertEquals(
        "no place of a grid of 1.0 degrees is within these bounds",
        problem(() -> grid.within(0.6, 0, 0.9, 10)));
  }

  /** A place that lies just on an edge belongs to the window. */
  @Test
  void edgesBelongToAWindow() {
    WorldGrid nodes = WorldGrid.nodes(2.5).within(-10, -5, 10, 7.5);
    assertEquals(6, nodes.rows());
    assertEquals(9, nodes.columns());
    assertEquals(7.5, nodes.latitudeDegrees(0));
    assertEquals(-5, nodes.latitudeDegrees(5));
    assertEquals(-10, nodes.longitudeDegrees(0));
    assertEquals(10, nodes.longitudeDegrees(8));
    WorldGrid cells = WorldGrid.cells(0.5).within(0.25, 0.75, 1.75, 1.25);
    assertEquals(2, cells.rows());
    assertEquals(4, cells.columns());
    WorldGrid one = WorldGrid.cells(0.5).within(0.2, 0.2, 0.3, 0.3);
    assertEquals(1, one.rows() * one.columns());
    assertEquals(0.25, one.latitudeDegrees(0));
    assertEquals(0.25, one.longitudeDegrees(0));
  }

  @Test
  void aWindowIsWithinTheGlobe() {
    WorldGrid grid = WorldGrid.cells(5);
    assertTrue(grid.within(-180, -90, 180, 90).isAround());
    assertEquals(
        "west -181.0 is outside -180 to 360 degrees", problem(() -> grid.within(-181, 0, 5, 9)));
    assertEquals(
        "east 361.0 is outside -180 to 360 degrees", problem(() -> grid.within(0, 0, 361, 9)));
    assertEquals(
        "south -91.0 is outside -90 to 90 degrees", problem(() -> grid.within(0, -91, 5, 9)));
    assertEquals("south 9.0 is not below north 9.0", problem(() -> grid.within(0, 9, 5, 9)));
  }

  @Test
  void rowsAndColumnsAreCountedFromTheNorthAndWest() {
    WorldGrid grid = WorldGrid.nodes(5).atHeight(1000);
    WorldGrid window = grid.window(36, 1, 71, 72);
    assertEquals(36, window.firstRow());
    assertEquals(71, window.firstColumn());
    assertEquals(-90, window.latitudeDegrees(0));
    assertEquals(175, window.longitudeDegrees(0));
    assertEquals(1000, window.heightMeters());
    assertTrue(window.isOfNodes());
    assertFalse(WorldGrid.cells(5).isOfNodes());
    int[][] wrong = {
      {-1, 1, 0, 1},
      {0, 0, 0, 1},
      {36, 2, 0, 1},
      {0, 1, -1, 1},
      {0, 1, 72, 1},
      {0, 1, 0, 0},
      {0, 1, 0, 73}
    };
    for (int[] w : wrong) {
      assertEquals(
          "%s rows from %s on and %s columns from %s on are not within 37 rows and 72 columns"
              .formatted(w[1], w[0], w[3], w[2]),
          problem(() -> grid.window(w[0], w[1], w[2], w[3])));
    }
    assertEquals(
        "2 rows from 35 on and 1 columns from 0 on are not within 36 rows and 72 columns",
        problem(() -> WorldGrid.cells(5).window(35, 2, 0, 1)));
  }

  @Test
  void gridsAreEqualIfTheirPlacesAre() {
    WorldGrid grid = WorldGrid.cells(5).within(0, 0, 20, 20);
    WorldGrid same = WorldGrid.cells(5).window(14, 4, 36, 4);
    assertEquals(same, grid);
    assertEquals(same.hashCode(), grid.hashCode());
    for (WorldGrid other :
        List.of(
            WorldGrid.cells(5),
            WorldGrid.nodes(5).window(14, 4, 36, 4),
            WorldGrid.cells(2.5).window(14, 4, 36, 4),
            same.atHeight(1),
            WorldGrid.cells(5).window(13, 4, 36, 4),
            WorldGrid.cells(5).window(14, 5, 36, 4),
            WorldGrid.cells(5).window(14, 4, 35, 4),
            WorldGrid.cells(5).window(14, 4, 36, 5))) {
      assertNotEquals(grid, other);
      assertNotEquals(grid.hashCode(), other.hashCode());
    }
  }
}
