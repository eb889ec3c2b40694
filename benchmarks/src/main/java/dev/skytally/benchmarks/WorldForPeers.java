package dev.skytally.benchmarks;

import dev.skytally.GridTally;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;

/**
 * Writes the satellites of {@link WorldBenchmark} for {@code peers/world.c}, and prints Skytally's
 * counts in the same rows, so that the answers can be compared.
 */
public final class WorldForPeers {
  private static final double RESOLUTION_DEGREES = 0.25;

  private WorldForPeers() {}

  /**
   * Writes Earth-fixed positions in metres, propagated, not interpolated, as little-endian doubles:
   * by satellite, first those of GPS, then x, y or z, then minute of the day. Prints the sums of
   * the numbers in view and the instants ahead over all cells and minutes of some equally spaced
   * rows.
   *
   * @param arguments the file to write and the number of rows
   */
  public static void main(String[] arguments) throws IOException {
    Constellation constellation = Workload.constellation();
    writePositions(constellation, Path.of(arguments[0]));
    System.out.println(tallies(constellation, Integer.parseInt(arguments[1])));
  }

  static void writePositions(Constellation constellation, Path file) throws IOException {
    PlainCounting counting = new PlainCounting(constellation);
    int satellites = constellation.members().size();
    ByteBuffer bytes =
        ByteBuffer.allocate(satellites * 3 * PlainCounting.MINUTES * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (GnssSystem system : constellation.systems()) {
      for (int j = 0; j < satellites; j++) {
        if (constellation.members().get(j).satellite().system() == system) {
          double[] positions = counting.positionsMeters(j);
          for (int axis = 0; axis < EarthFixedPositions.SIZE; axis++) {
            for (int minute = 0; minute < PlainCounting.MINUTES; minute++) {
              bytes.putDouble(positions[minute * EarthFixedPositions.SIZE + axis]);
            }
          }
        }
      }
    }
    Files.write(file, bytes.array());
  }

  static String tallies(Constellation constellation, int rows) {
    WorldGrid grid = WorldGrid.cells(RESOLUTION_DEGREES);
    WorldStudy study =
        WorldStudy.of(constellation)
            .on(grid)
            .over(Workload.START, Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .tallying(EnumSet.of(GridFigure.LEADER));
    double[] inView = new double[2];
    double[] ahead = new double[2];
    for (int r = 0; r < rows; r++) {
      int row = (2 * r + 1) * grid.rows() / (2 * rows);
      WorldResult result = study.rows(row, row + 1).run();
      GridTally tally = result.tally();
      for (int column = 0; column < grid.columns(); column++) {
        for (int i = 0; i < 2; i++) {
          GnssSystem system = constellation.systems().get(i);
          inView[i] += tally.mean(system, row, column) * PlainCounting.MINUTES;
          ahead[i] += tally.shareAheadOfAll(system, row, column) * PlainCounting.MINUTES;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "{\"rows_done\": %d, \"in_view\": [%.0f, %.0f], \"ahead\": [%.0f, %.0f]}",
        rows,
        inView[0],
        inView[1],
        ahead[0],
        ahead[1]);
  }
}
