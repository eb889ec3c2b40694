package dev.skytally.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals("resolution 0.0 is outside 0.05 to 5 degrees", problem(() -> WorldGrid.cells(0)));
    assertEquals(
        "resolution 1.0E-9 is outside 0.05 to 5 degrees", problem(() -> WorldGrid.cells(1e-9)));
    assertEquals(
        "resolution NaN is outside 0.05 to 5 degrees", problem(() -> WorldGrid.cells(Double.NaN)));
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
}
