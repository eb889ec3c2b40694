package dev.skytally.atlas.output;

import dev.skytally.GridTally;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sums of all layers over the Earth, its land, its sea and each country, weighted by area, by
 * period; and the area that each system leads. Cells without a value (NaN) do not count.
 */
public final class AreaSums {
  private static final int EARTH = 0;
  private static final int LAND = 1;
  private static final int SEA = 2;
  private static final int FIRST_COUNTRY = 3;

  private final int layers;
  private final int systems;

  /**
   * The sums by period, place and value: the area, then for each layer its sum and the area that
   * has values, then the areas led.
   */
  private final double[][][] sums;

  private final List<String> places = new ArrayList<>(List.of("Earth", "Land", "Sea"));

  public AreaSums(WorldMap map, int periods, int layers, int systems) {
    this.layers = layers;
    this.systems = systems;
    places.addAll(map.countries());
    sums = new double[periods][places.size()][1 + 2 * layers + systems];
  }

  /** The places of the cells of a chunk: by row, then column. */
  public static final class Places {
    private final boolean[][] isLand;
    private final int[][] countries;

    public Places(WorldMap map, WorldGrid grid) {
      double[] latitudes = new double[grid.rows()];
      Arrays.setAll(latitudes, grid::latitudeDegrees);
      double[] longitudes = new double[grid.columns()];
      Arrays.setAll(longitudes, grid::longitudeDegrees);
      isLand = map.isLand(latitudes, longitudes);
      countries = map.countryAt(latitudes, longitudes);
    }
  }

  /** Adds the cells of a chunk over a period. */
  public void add(int period, GridTally tally, List<WorldFigure> figures, Places of) {
    boolean hasLeader = tally.figures().contains(GridFigure.LEADER) && systems > 1;
    double[] values = new double[1 + 2 * layers + systems];
    WorldGrid grid = tally.grid();
    for (int row = 0; row < grid.rows(); row++) {
      double area = grid.cellShareOfEarth(row);
      for (int column = 0; column < grid.columns(); column++) {
        Arrays.fill(values, 0);
        values[0] = area;
        for (int i = 0; i < layers; i++) {
          double value = figures.get(i).value().at(row, column);
          if (!Double.isNaN(value)) {
            values[1 + 2 * i] = area * value;
            values[2 + 2 * i] = area;
          }
        }
        if (hasLeader) {
          int leader = tally.leader(row, column).map(tally.systems()::indexOf).orElse(-1);
          if (leader >= 0) {
            values[1 + 2 * layers + leader] = area;
          }
        }
        addTo(sums[period][EARTH], values);
        addTo(sums[period][of.isLand[row][column] ? LAND : SEA], values);
        int country = of.countries[row][column];
        if (country >= 0) {
          addTo(sums[period][FIRST_COUNTRY + country], values);
        }
      }
    }
  }

  private static void addTo(double[] sum, double[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }

  /** Returns the sums of the places that have any. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int place = 0; place < places.size(); place++) {
      if (sums[0][place][0] > 0) {
        out.writeInt(place);
        for (double[][] period : sums) {
          for (double value : period[place]) {
            out.writeDouble(value);
          }
        }
      }
    }
    out.writeInt(-1);
    return bytes.toByteArray();
  }

  /** Adds what {@link #bytes} returned for another chunk. */
  public void add(InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    for (int place = in.readInt(); place >= 0; place = in.readInt()) {
      for (double[][] period : sums) {
        for (int i = 0; i < period[place].length; i++) {
          period[place][i] += in.readDouble();
        }
      }
    }
  }

  /** Returns the names of the places: the Earth, its land, its sea, and the countries. */
  public List<String> places() {
    return places;
  }

  public boolean has(int place) {
    return sums[0][place][0] > 0;
  }

  /** Returns the share of the Earth's surface that the cells of a place have. */
  public double shareOfEarth(int place) {
    return sums[0][place][0];
  }

  /** Returns the mean of a layer; NaN if no cell of the place has a value. */
  public double mean(int period, int place, int layer) {
    return sums[period][place][1 + 2 * layer] / sums[period][place][2 + 2 * layer];
  }

  /** Returns the share of a place that a system leads. */
  public double shareLed(int period, int place, int system) {
    return sums[period][place][1 + 2 * layers + system] / sums[period][place][0];
  }

  /** Returns the share of the land that a system leads; NaN if there is no land. */
  public double shareOfLandLed(int period, int system) {
    return shareLed(period, LAND, system);
  }
}
