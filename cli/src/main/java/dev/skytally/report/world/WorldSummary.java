package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
      for (int i = 0; i < means.length; i++) {
        means[i] += area * tally.mean(tally.systems().get(i), row, column);
      }
      int byMean = WorldFigures.leaderByMean(tally, row, column);
      if (byMean < means.length) {
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

  /** The dilution over a surface, by system, then of all together. */
  static final class DilutionSurface {
    private static final int BINS_OF_ONE = 100;
    private static final int BINS = 1000 * BINS_OF_ONE;

    final double[] sharesGood;
    final double[] ledByPdop;
    private final double[][] areaOfPdop;
    private double area;

    private DilutionSurface(int systems) {
      int sets = systems > 1 ? systems + 1 : systems;
      sharesGood = new double[sets];
      ledByPdop = new double[systems + 1];
      areaOfPdop = new double[sets][BINS + 1];
    }

    private void add(WorldDilution dilution, int row, int column, double cell) {
      area += cell;
      for (int set = 0; set < sharesGood.length; set++) {
        sharesGood[set] += cell * dilution.shareGood(set, row, column);
        double pdop = dilution.medianPdop(set, row, column);
        if (!Double.isNaN(pdop)) {
          areaOfPdop[set][(int) Math.round(pdop * BINS_OF_ONE)] += cell;
        }
      }
      ledByPdop[dilution.leader(row, column)] += cell;
    }

    boolean isEmpty() {
      return area == 0;
    }

    private void divide() {
      for (int set = 0; set < sharesGood.length; set++) {
        sharesGood[set] /= area;
      }
      for (int leader = 0; leader < ledByPdop.length; leader++) {
        ledByPdop[leader] /= area;
      }
    }

    /**
     * Returns the median PDOP that half of the area does not exceed, to 0.01; NaN if more than half
     * of the area has none.
     */
    double medianPdop(int set) {
      double below = 0;
      for (int bin = 0; bin <= BINS; bin++) {
        below += areaOfPdop[set][bin];
        if (below >= area / 2) {
          return (double) bin / BINS_OF_ONE;
        }
      }
      return Double.NaN;
    }
  }

  final Surface all;
  final Surface land;

  /** That of the Earth, the sea and the land; an empty list if it was not tallied. */
  final List<DilutionSurface> dilutions = new ArrayList<>();

  WorldSummary(GridTally tally, Optional<WorldDilution> dilution, WorldMap map) {
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
    dilution.ifPresent(tallied -> addDilutions(tallied, grid, isLand));
  }

  private void addDilutions(WorldDilution dilution, WorldGrid grid, boolean[][] isLand) {
    int systems = all.means.length;
    DilutionSurface everywhere = new DilutionSurface(systems);
    DilutionSurface sea = new DilutionSurface(systems);
    DilutionSurface onLand = new DilutionSurface(systems);
    for (int row = 0; row < grid.rows(); row++) {
      double area = grid.cellShareOfEarth(row);
      for (int column = 0; column < grid.columns(); column++) {
        everywhere.add(dilution, row, column, area);
        (isLand[row][column] ? onLand : sea).add(dilution, row, column, area);
      }
    }
    for (DilutionSurface surface : List.of(everywhere, sea, onLand)) {
      surface.divide();
      dilutions.add(surface);
    }
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
