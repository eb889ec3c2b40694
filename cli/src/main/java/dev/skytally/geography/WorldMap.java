package dev.skytally.geography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Land, coasts and borders of the Earth, after Natural Earth (public domain). The Caspian Sea and
 * ice shelves count as water, lakes as land. The borders are those of the data.
 */
public final class WorldMap {
  /** The data mark the South Pole by a ring of points, which is not a coast. */
  private static final double POLE_DEGREES = 89.9;

  private final List<Line> coasts = new ArrayList<>();
  private final List<Line> borders = new ArrayList<>();
  private final List<Line> landRings = new ArrayList<>();
  private final List<Country> countries = new ArrayList<>();

  private record Country(String name, List<Line> rings) {}

  private WorldMap(TopoJson topology) {
    for (int[] arcs : topology.landRings()) {
      Line ring = unwrapped(topology.ring(arcs));
      if (!isPole(ring)) {
        landRings.add(ring);
        addCoasts(ring);
      }
    }
    for (double[][] arc : topology.arcsBetweenCountries()) {
      borders.add(unwrapped(arc));
    }
    for (TopoJson.Country country : topology.countries()) {
      List<Line> rings = new ArrayList<>();
      for (int[] arcs : country.rings()) {
        Line ring = unwrapped(topology.ring(arcs));
        if (!isPole(ring)) {
          rings.add(ring);
        }
      }
      countries.add(new Country(country.name(), rings));
    }
  }

  /** Returns a map at the scale 1:110 million, for pictures of up to 800 pixels or so. */
  public static WorldMap small() {
    return new WorldMap(TopoJson.load("countries-110m.json.gz"));
  }

  /** Returns a map at the scale 1:50 million, for pictures of up to 4000 pixels or so. */
  public static WorldMap medium() {
    return new WorldMap(TopoJson.load("countries-50m.json.gz"));
  }

  /** Returns the coasts, without the cuts of the data along the antimeridian. */
  public List<Line> coasts() {
    return coasts;
  }

  /** Returns the borders between countries on land. */
  public List<Line> borders() {
    return borders;
  }

  /**
   * Returns the edges of all land and of the waters within, to be filled by the even-odd rule. The
   * last point of each ring is its first. The exception is Antarctica, whose ring runs once around
   * the Earth and must be closed over the pole.
   */
  public List<Line> landRings() {
    return landRings;
  }

  /** Returns the names of the countries and territories, in the order of the data. */
  public List<String> countries() {
    return countries.stream().map(Country::name).toList();
  }

  /**
   * Returns the country of each place, by latitude, then longitude: its index among {@link
   * #countries}, or -1 outside all of them.
   *
   * @param longitudesDegrees ascending, over less than a turn, within -540 and 540
   */
  public int[][] countryAt(double[] latitudesDegrees, double[] longitudesDegrees) {
    int[][] at = new int[latitudesDegrees.length][longitudesDegrees.length];
    for (int[] row : at) {
      Arrays.fill(row, -1);
    }
    for (int country = 0; country < countries.size(); country++) {
      boolean[][] inside =
          isInside(countries.get(country).rings(), latitudesDegrees, longitudesDegrees);
      for (int row = 0; row < at.length; row++) {
        for (int column = 0; column < at[row].length; column++) {
          if (inside[row][column]) {
            at[row][column] = country;
          }
        }
      }
    }
    return at;
  }

  /**
   * Returns which places are land.
   *
   * @param longitudesDegrees ascending, over less than a turn, within -540 and 540
   * @return whether it is land, by latitude, then longitude
   */
  public boolean[][] isLand(double[] latitudesDegrees, double[] longitudesDegrees) {
    return isInside(landRings, latitudesDegrees, longitudesDegrees);
  }

  /**
   * Returns which places are inside rings.
   *
   * <p>How it works: the North Pole is outside. From there south along each meridian, every edge
   * changes outside to inside or back. So neither the antimeridian nor Antarctica is a special
   * case.
   */
  private static boolean[][] isInside(
      List<Line> rings, double[] latitudesDegrees, double[] longitudesDegrees) {
    int columns = longitudesDegrees.length;
    Crossings[] crossings = new Crossings[columns];
    Arrays.setAll(crossings, column -> new Crossings());
    for (Line ring : rings) {
      for (int i = 1; i < ring.points(); i++) {
        for (int turn = -720; turn <= 720; turn += 360) {
          cross(ring, i, turn, longitudesDegrees, crossings);
        }
      }
    }
    boolean[][] land = new boolean[latitudesDegrees.length][columns];
    for (int column = 0; column < columns; column++) {
      crossings[column].sort();
      for (int row = 0; row < latitudesDegrees.length; row++) {
        land[row][column] = crossings[column].northOf(latitudesDegrees[row]) % 2 == 1;
      }
    }
    return land;
  }

  /** Adds the crossings of meridians by the edge of a ring that ends at a point. */
  private static void cross(
      Line ring, int end, int turnDegrees, double[] longitudesDegrees, Crossings[] crossings) {
    double from = ring.longitudeDegrees(end - 1) + turnDegrees;
    double to = ring.longitudeDegrees(end) + turnDegrees;
    double west = Math.min(from, to);
    double east = Math.max(from, to);
    if (longitudesDegrees.length == 0
        || east <= longitudesDegrees[0]
        || west > longitudesDegrees[longitudesDegrees.length - 1]) {
      return;
    }
    int found = Arrays.binarySearch(longitudesDegrees, west);
    for (int column = found >= 0 ? found : -found - 1;
        column < longitudesDegrees.length && longitudesDegrees[column] < east;
        column++) {
      double part = (longitudesDegrees[column] - from) / (to - from);
      double latitude = ring.latitudeDegrees(end - 1);
      crossings[column].add(latitude + part * (ring.latitudeDegrees(end) - latitude));
    }
  }

  /** The latitudes at which one meridian crosses edges of land. */
  private static final class Crossings {
    private double[] latitudesDegrees = new double[16];
    private int count;

    void add(double latitudeDegrees) {
      if (count == latitudesDegrees.length) {
        latitudesDegrees = Arrays.copyOf(latitudesDegrees, 2 * count);
      }
      latitudesDegrees[count++] = latitudeDegrees;
    }

    void sort() {
      Arrays.sort(latitudesDegrees, 0, count);
    }

    int northOf(double latitudeDegrees) {
      int found = Arrays.binarySearch(latitudesDegrees, 0, count, latitudeDegrees);
      return count - (found >= 0 ? found + 1 : -found - 1);
    }
  }

  private static Line unwrapped(double[][] points) {
    double[] longitudes = points[0].clone();
    for (int i = 1; i < longitudes.length; i++) {
      longitudes[i] -= 360 * Math.rint((longitudes[i] - longitudes[i - 1]) / 360);
    }
    return new Line(longitudes, points[1]);
  }

  private static boolean isPole(Line ring) {
    for (int i = 0; i < ring.points(); i++) {
      if (ring.latitudeDegrees(i) > -POLE_DEGREES) {
        return false;
      }
    }
    return true;
  }

  private void addCoasts(Line ring) {
    int begin = 0;
    for (int i = 1; i <= ring.points(); i++) {
      if (i == ring.points() || isCut(ring, i)) {
        if (i - begin > 1) {
          coasts.add(part(ring, begin, i));
        }
        begin = i;
      }
    }
  }

  /** Returns whether the edge that ends at a point is a cut along the antimeridian. */
  private static boolean isCut(Line ring, int end) {
    return ring.longitudeDegrees(end) == ring.longitudeDegrees(end - 1)
        && Math.abs(ring.longitudeDegrees(end)) % 360 == 180;
  }

  private static Line part(Line ring, int begin, int end) {
    double[] longitudes = new double[end - begin];
    double[] latitudes = new double[end - begin];
    for (int i = begin; i < end; i++) {
      longitudes[i - begin] = ring.longitudeDegrees(i);
      latitudes[i - begin] = ring.latitudeDegrees(i);
    }
    return new Line(longitudes, latitudes);
  }
}
