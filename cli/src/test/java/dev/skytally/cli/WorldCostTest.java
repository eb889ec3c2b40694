package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldCostTest {
  private static final double MOST_TIMES_TOO_LONG = 1.7;

  /** Much of it is the compilation of the code that writes figures. */
  private static final double START_SECONDS = 4;

  /**
   * The processor times of {@code world --threads 1} for 5 October 2026 and JDK 17, minus the 0.6 s
   * that every command takes, on a machine of 2.6 GHz that had other work. One column goes from
   * pole to pole.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 72, 5760, 2, true, 8.9",
    "3, 120, 2880, 2, true, 9.8",
    "1, 360, 1440, 2, true, 16.0",
    "1, 360, 1440, 1, true, 7.0",
    "1, 360, 96, 6, true, 7.2",
    "5, 72, 2880, 6, true, 9.7",
    "0.25, 1440, 48, 2, true, 23.5",
    "0.25, 1440, 12, 6, true, 43.2",
    "1, 1, 8640, 2, true, 7.8",
    "1, 1, 43200, 2, false, 4.4",
    "1, 360, 28800, 6, false, 19.5",
    "1, 360, 28800, 2, false, 5.5",
    "0.25, 1440, 48, 6, false, 9.9",
    "0.25, 1440, 1440, 6, false, 19.1",
    "0.25, 1440, 1440, 2, false, 4.9"
  })
  void estimatesAreNearTheTimesThatWereMeasured(
      double degrees,
      int columns,
      int instants,
      int systems,
      boolean hasDilution,
      double measuredSeconds) {
    WorldGrid grid = WorldGrid.cells(degrees).within(-180, -90, -180 + columns * degrees, 90);
    double seconds = WorldCost.seconds(grid, instants, systems, hasDilution);
    String estimate = "estimated: " + seconds;
    assertTrue(seconds < MOST_TIMES_TOO_LONG * measuredSeconds, estimate);
    assertTrue(seconds > measuredSeconds - START_SECONDS, estimate);
  }
}
