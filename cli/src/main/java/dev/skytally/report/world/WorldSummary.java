package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.GnssSystem;
import java.util.Arrays;
import java.util.List;

/** The figures of a grid's whole surface and of its land, weighted by area. */
final class WorldSummary {
  /** The means over a surface, and the shares of it that each system leads, by system. */
  static final class Surface {
    double share;
    final double[] ledByShare;
    final double[] ledByMean;
    final double[] means;

    private Surface(int systems) {
      ledByShare = new double[systems];
      ledByMean = new double[systems];
      means = new double[systems];
    }

    private void add(GridTally tally, int row, int column, double area) {
      share += area;
      int byMean = 0;
      boolean tie = false;
      double most = -1;
      for (int i = 0; i < means.length; i++) {
        double mean = tally.mean(tally.systems().get(i), row, column);
        means[i] += area * mean;
        tie = mean == most || (mean < most && tie);
        if (mean > most) {
          most = mean;
          byMean = i;
        }
      }
      if (!tie) {
        ledByMean[byMean] += area;
      }
      if (means.length > 1) {
        tally
            .leader(row, column)
            .ifPresent(leader -> ledByShare[tally.systems().indexOf(leader)] += area);
      }
    }

    private void divide() {
      for (double[] sums : List.of(ledByShare, ledByMean, means)) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] /= share;
        }
      }
    }
  }

  final Surface all;
  final Surface land;

  WorldSummary(GridTally tally, WorldMap map) {
    WorldGrid grid = tally.grid();
    List<GnssSystem> systems = tally.systems();
    all = new Surface(systems.size());
    land = new Surface(systems.size());
    boolean[][] isLand = land(grid, map);
    for (int row = 0; row < grid.rows(); row++) {
      double area = grid.cellShareOfEarth(row);
      for (int column = 0; column < grid.columns(); column++) {
        all.add(tally, row, column, area);
        if (isLand[row][column]) {
          land.add(tally, row, column, area);
        }
      }
    }
    all.divide();
    land.divide();
  }

  private static boolean[][] land(WorldGrid grid, WorldMap map) {
    double[] latitudes = new double[grid.rows()];
    Arrays.setAll(latitudes, grid::latitudeDegrees);
    double[] longitudes = new double[grid.columns()];
    Arrays.setAll(longitudes, grid::longitudeDegrees);
    return map.isLand(latitudes, longitudes);
  }

  boolean hasLand() {
    return land.share > 0;
  }
}
