package dev.skytally.grid;

import dev.skytally.site.GroundSite;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A regular grid of places by latitude and longitude on the WGS-84 ellipsoid, or at a height above
 * it: the whole Earth, or a window of it.
 *
 * <p>Rows run from north to south and columns from west to east, as on a map. Each place stands for
 * the cell of {@link #resolutionDegrees} around it. Instances are immutable.
 *
 * <p>Immutable.
 */
public final class WorldGrid {
  private static final double FINEST_DEGREES = 0.01;
  private static final double COARSEST_DEGREES = 5;

  /** The part of a cell by which a place may lie beyond an edge and still count as on it. */
  private static final double EDGE = 1e-6;

  private static final double ECCENTRICITY =
      Math.sqrt(GroundSite.FLATTENING * (2 - GroundSite.FLATTENING));

  private final int cellsInHalfTurn;
  private final boolean nodes;
  private final double heightMeters;
  private final int firstRow;
  private final int rows;
  private final int firstColumn;
  private final int columns;

  private WorldGrid(
      int cellsInHalfTurn,
      boolean nodes,
      double heightMeters,
      int firstRow,
      int rows,
      int firstColumn,
      int columns) {
    this.cellsInHalfTurn = cellsInHalfTurn;
    this.nodes = nodes;
    this.heightMeters = heightMeters;
    this.firstRow = firstRow;
    this.rows = rows;
    this.firstColumn = firstColumn;
    this.columns = columns;
  }

  /**
   * {@return the centres of cells that tile the Earth, starting at 180 degrees west and 90 degrees
   * north}
   *
   * @param resolutionDegrees the side of a cell, 0.01 to 5, a whole number of times in 180
   */
  public static WorldGrid cells(double resolutionDegrees) {
    int halfTurn = halfTurn(resolutionDegrees);
    return new WorldGrid(halfTurn, false, 0, 0, halfTurn, 0, 2 * halfTurn);
  }

  /**
   * {@return the points where whole multiples of the resolution cross, including both poles}
   *
   * @param resolutionDegrees the distance between neighbours, 0.01 to 5, a whole number of times in
   *     180
   */
  public static WorldGrid nodes(double resolutionDegrees) {
    int halfTurn = halfTurn(resolutionDegrees);
    return new WorldGrid(halfTurn, true, 0, 0, halfTurn + 1, 0, 2 * halfTurn);
  }

  private static int halfTurn(double resolutionDegrees) {
    if (!(resolutionDegrees >= FINEST_DEGREES && resolutionDegrees <= COARSEST_DEGREES)) {
      throw new IllegalArgumentException(
          "resolution %s is outside 0.01 to 5 degrees".formatted(resolutionDegrees));
    }
    double cells = 180 / resolutionDegrees;
    if (Math.abs(cells - Math.rint(cells)) > EDGE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "resolution %s does not divide the globe: 180 / %s is %.4f, expected a whole number",
              resolutionDegrees,
              resolutionDegrees,
              cells));
    }
    return (int) Math.rint(cells);
  }

  /**
   * {@return the places of this grid within bounds, including the edges}
   *
   * @param westDegrees -180 to 360
   * @param southDegrees -90 to 90
   * @param eastDegrees -180 to 360; less than {@code westDegrees} for a window across the
   *     antimeridian
   * @param northDegrees above {@code southDegrees}
   */
  public WorldGrid within(
      double westDegrees, double southDegrees, double eastDegrees, double northDegrees) {
    requireWithin("west", westDegrees, -180, 360);
    requireWithin("south", southDegrees, -90, 90);
    requireWithin("east", eastDegrees, -180, 360);
    requireWithin("north", northDegrees, -90, 90);
    if (southDegrees >= northDegrees) {
      throw new IllegalArgumentException(
          "south %s is not below north %s".formatted(southDegrees, northDegrees));
    }
    if (westDegrees == eastDegrees) {
      throw new IllegalArgumentException("west and east are the same, " + westDegrees);
    }
    double resolution = resolutionDegrees();
    double toEast = eastDegrees - westDegrees + (eastDegrees < westDegrees ? 360 : 0);
    WorldGrid whole = nodes ? nodes(resolution) : cells(resolution);
    int north = (int) Math.ceil((whole.latitudeDegrees(0) - northDegrees) / resolution - EDGE);
    int south = (int) Math.floor((whole.latitudeDegrees(0) - southDegrees) / resolution + EDGE);
    double fromFirst = (westDegrees - whole.longitudeDegrees(0)) / resolution;
    int west = (int) Math.ceil(fromFirst - EDGE);
    int east = (int) Math.floor(fromFirst + toEast / resolution + EDGE);
    int firstWithin = Math.max(north, 0);
    int rowsWithin = Math.min(south, whole.rows - 1) - firstWithin + 1;
    int columnsWithin = Math.min(east - west + 1, whole.columns);
    if (rowsWithin < 1 || columnsWithin < 1) {
      throw new IllegalArgumentException(
          "no place of a grid of %s degrees is within these bounds".formatted(resolution));
    }
    return new WorldGrid(
        cellsInHalfTurn,
        nodes,
        heightMeters,
        firstWithin,
        rowsWithin,
        Math.floorMod(west, whole.columns),
        columnsWithin);
  }

  /**
   * {@return the places of some rows and columns of the whole grid that this grid belongs to}
   *
   * @param firstRow the northernmost, counted from the north
   * @param rows the number of rows
   * @param firstColumn the westernmost, counted from 180 degrees west; columns may go on beyond the
   *     antimeridian
   * @param columns the number of columns
   * @throws IllegalArgumentException if the whole grid has no such rows or columns
   */
  public WorldGrid window(int firstRow, int rows, int firstColumn, int columns) {
    int allRows = cellsInHalfTurn + (nodes ? 1 : 0);
    if (firstRow < 0
        || rows < 1
        || rows > allRows - firstRow
        || firstColumn < 0
        || firstColumn >= columnsAround()
        || columns < 1
        || columns > columnsAround()) {
      throw new IllegalArgumentException(
          "%s rows from %s on and %s columns from %s on are not within %s rows and %s columns"
              .formatted(rows, firstRow, columns, firstColumn, allRows, columnsAround()));
    }
    return new WorldGrid(
        cellsInHalfTurn, nodes, heightMeters, firstRow, rows, firstColumn, columns);
  }

  /** {@return the first row, counted in the whole grid} */
  public int firstRow() {
    return firstRow;
  }

  /** {@return the first column, counted in the whole grid} */
  public int firstColumn() {
    return firstColumn;
  }

  /**
   * {@return the same places at a height above the ellipsoid}
   *
   * @param heightMeters -10,000 to 100,000
   */
  public WorldGrid atHeight(double heightMeters) {
    GroundSite.ofDegrees("", 0, 0, heightMeters);
    return new WorldGrid(
        cellsInHalfTurn, nodes, heightMeters, firstRow, rows, firstColumn, columns);
  }

  private static void requireWithin(String what, double degrees, double least, double most) {
    if (!(degrees >= least && degrees <= most)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s %s is outside %.0f to %.0f degrees", what, degrees, least, most));
    }
  }

  /** {@return the distance of two rows or columns, degrees} */
  public double resolutionDegrees() {
    return 180.0 / cellsInHalfTurn;
  }

  /** {@return the height above the ellipsoid, metres} */
  public double heightMeters() {
    return heightMeters;
  }

  /** {@return the number of rows} */
  public int rows() {
    return rows;
  }

  /** {@return the number of columns} */
  public int columns() {
    return columns;
  }

  /** {@return the number of columns of a full turn} */
  public int columnsAround() {
    return 2 * cellsInHalfTurn;
  }

  /** {@return whether the columns go once around the Earth} */
  public boolean isAround() {
    return columns == columnsAround();
  }

  /**
   * {@return whether the places are crossings of whole multiples of the resolution instead of
   * centres of cells}
   */
  public boolean isOfNodes() {
    return nodes;
  }

  /**
   * {@return the geodetic latitude of a row, positive north; row 0 is the northernmost}
   *
   * @param row the row, 0 for the northernmost of the grid
   */
  public double latitudeDegrees(int row) {
    return (cellsInHalfTurn - 2 * (firstRow + row) - (nodes ? 0 : 1)) * 90.0 / cellsInHalfTurn;
  }

  /**
   * {@return the longitude of a column, positive east; column 0 is the westernmost, -180 to 180,
   * and the others continue from there, beyond 180 if the window crosses the antimeridian}
   *
   * @param column the column, 0 for the westernmost of the grid
   */
  public double longitudeDegrees(int column) {
    return (2 * (firstColumn + column) + (nodes ? 0 : 1)) * 90.0 / cellsInHalfTurn - 180;
  }

  /**
   * {@return a place of this grid}
   *
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   */
  public GroundSite site(int row, int column) {
    double longitude = longitudeDegrees(column);
    return GroundSite.ofDegrees(
        "row " + row + " column " + column,
        latitudeDegrees(row),
        longitude > 180 ? longitude - 360 : longitude,
        heightMeters);
  }

  /**
   * {@return the row of the cell that a latitude of this grid's window falls into}
   *
   * @param latitudeDegrees the latitude, degrees north
   */
  public int rowAt(double latitudeDegrees) {
    long row = Math.round((latitudeDegrees(0) - latitudeDegrees) / resolutionDegrees());
    return (int) Math.max(0, Math.min(rows - 1, row));
  }

  /**
   * {@return the column of the cell that a longitude of this grid's window falls into}
   *
   * @param longitudeDegrees the longitude, degrees east
   */
  public int columnAt(double longitudeDegrees) {
    long column = Math.round((longitudeDegrees - longitudeDegrees(0)) / resolutionDegrees());
    return (int) Math.min(columns - 1, Math.floorMod(column, (long) columnsAround()));
  }

  /**
   * {@return the share of the ellipsoid's surface that each cell of a row has}
   *
   * @param row the row, 0 for the northernmost of the grid
   */
  public double cellShareOfEarth(int row) {
    double latitude = latitudeDegrees(row);
    double half = resolutionDegrees() / 2;
    double zone =
        zoneBelow(Math.min(90, latitude + half)) - zoneBelow(Math.max(-90, latitude - half));
    return zone / (2 * zoneBelow(90)) / columnsAround();
  }

  /**
   * Returns the ellipsoid's surface between the equator and a latitude (Snyder 1987, equation
   * 3-12).
   */
  private static double zoneBelow(double latitudeDegrees) {
    double sine = Math.sin(Math.toRadians(latitudeDegrees));
    double es = ECCENTRICITY * sine;
    return sine / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * ECCENTRICITY);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorldGrid grid
        && grid.cellsInHalfTurn == cellsInHalfTurn
        && grid.nodes == nodes
        && grid.heightMeters == heightMeters
        && grid.firstRow == firstRow
        && grid.rows == rows
        && grid.firstColumn == firstColumn
        && grid.columns == columns;
  }

  @Override
  public int hashCode() {
    return Objects.hash(cellsInHalfTurn, nodes, heightMeters, firstRow, rows, firstColumn, columns);
  }
}
