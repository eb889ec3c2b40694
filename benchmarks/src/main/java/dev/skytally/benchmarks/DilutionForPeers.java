package dev.skytally.benchmarks;

import dev.skytally.GridTally;
import dev.skytally.WorldStudy;
import dev.skytally.dop.CellDilution;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Prints the dilution of precision in the rows of {@code peers/dop.c}, so that the answers can be
 * compared, and the time for it on one thread, warm.
 */
public final class DilutionForPeers {
  private static final int WARM_UPS = 2;

  private DilutionForPeers() {}

  /**
   * Prints the instants with a position and the mean PDOP over them, of GPS, BeiDou and both, and
   * the nanoseconds for each PDOP with its HDOP and VDOP.
   *
   * @param arguments the first row, the number of rows and the resolution in degrees
   */
  public static void main(String[] arguments) {
    Constellation constellation = Workload.constellation();
    int firstRow = Integer.parseInt(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    WorldGrid grid = WorldGrid.cells(Double.parseDouble(arguments[2]));
    String dilution = "";
    for (int run = 0; run <= WARM_UPS; run++) {
      dilution = dilution(constellation, grid, firstRow, rows);
    }
    System.out.println(dilution);
  }

  static String dilution(Constellation constellation, WorldGrid grid, int firstRow, int rows) {
    WorldStudy study =
        WorldStudy.of(constellation)
            .on(grid)
            .over(Workload.START, Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .tallying(EnumSet.of(GridFigure.DILUTION))
            .threads(1)
            .settled();
    double[] positions = new double[3];
    double[] sums = new double[3];
    long begin = System.nanoTime();
    GridTally tally = study.rows(firstRow, firstRow + rows).run().tally();
    long nanos = System.nanoTime() - begin;
    for (int row = firstRow; row < firstRow + rows; row++) {
      for (int set = 0; set < 3; set++) {
        List<CellDilution> cells =
            set < 2
                ? tally.dilution(constellation.systems().get(set), row)
                : tally.dilutionTogether(row);
        for (CellDilution cell : cells) {
          double found = cell.sharePosition() * PlainCounting.MINUTES;
          positions[set] += found;
          sums[set] += found * cell.pdop().mean().orElse(0);
        }
      }
    }
    double dops = 3.0 * rows * grid.columns() * PlainCounting.MINUTES;
    return String.format(
        Locale.ROOT,
        "{\"rows\": %d, \"ns_per_dop\": %.2f, \"positions\": [%.0f, %.0f, %.0f], "
            + "\"pdop_mean\": [%.5f, %.5f, %.5f]}",
        rows,
        nanos / dops,
        positions[0],
        positions[1],
        positions[2],
        sums[0] / positions[0],
        sums[1] / positions[1],
        sums[2] / positions[2]);
  }
}
