package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.dop.Directions;
import dev.skytally.internal.dop.PositionNormals;
import dev.skytally.internal.grid.StretchBounds.View;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Collects the dilution of precision in every cell of a row, of each system alone and of all
 * together, for all instants of some {@link Tracks}.
 *
 * <p>How it works. A row is divided into blocks of some 7.5 degrees, counted from 180 degrees west.
 * The {@linkplain RowStretches stretches} say which satellites a block's first column sees, and at
 * which columns of the block a satellite comes into view or goes out of it. {@link DilutionNodes}
 * follows these changes from column to column and gives the dilutions, in single precision.
 *
 * <p>Below a PDOP of 16, the errors are less than 1e-4 of the value. From there on, an instant is
 * computed again in doubles, and those decide which geometries are singular. No value depends on
 * the instants, rows or columns that are computed together, so all pieces of a study have the same
 * bits.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class RowDilution {
  /**
   * Nearer to the Earth's centre than this, a satellite's direction changes too fast along a block;
   * where a block sees it, the instant is computed in doubles.
   */
  private static final float NEAR_METERS = 20e6f;

  private static final int NONE = -1;

  /** The greatest number of instants of the tracks. */
  public static final int MOST_INSTANTS = 4096;

  /** The number of instants whose values at the nodes stay near a core. */
  static final int LAP = 256;

  /** The instants of a part of a lap, in which a block mostly sees a satellite always or never. */
  private static final int PART = 16;

  private final WorldGrid grid;
  private final int around;
  private final int systems;
  private final int[] systemOfSatellite;
  private final int[][] satellitesOfSystem;

  /** The systems of each clock. */
  private final int[][] clocks;

  private final List<ColumnBlock> blocks;
  private final RowStretches stretches;
  private final DilutionNodes nodes;
  private final double[] sines;
  private final double[] cosines;

  /** The statistics of each system alone, then of all together. */
  private final DilutionCells[] cells;

  // Values of the row.
  private LocalHorizon horizon;
  private int instants;
  private double[][][] meters = {};
  private int goodParts;

  // Values of a lap.
  private int lapBegin;
  private float[][][] roundedMeters = {};

  /** The first column in view, counted from 180 degrees west, by satellite, then instant. */
  private final int[][] starts;

  /** The number of columns in view. */
  private final int[][] lengths;

  private final StretchBounds boundsOfLaps;
  private final StretchBounds boundsOfParts;

  // The edges of a block: where and when satellites come into view or go out of view.
  private int edges;

  /** By column; each edge leads to the one noted before it at the same column. */
  private final int[] lastEdge;

  private int[] edgeBefore = new int[1024];

  /** {@code satellite * LAP + instant}; the complement of that if the satellite goes out. */
  private int[] edgeOf = new int[1024];

  private final float[] pdop;
  private final float[] hdop;
  private final float[] vdop;
  private final int[] notAdded = new int[LAP];

  /**
   * Creates a sweep for one thread.
   *
   * @param maskRadians the least elevation that counts
   * @param systemOfSatellite the number of each satellite's system
   * @param systemsOfClock the systems of each receiver clock where all are used together
   */
  public RowDilution(
      WorldGrid grid,
      double maskRadians,
      int[] systemOfSatellite,
      List<GnssSystem> systemList,
      List<List<GnssSystem>> systemsOfClock) {
    this.grid = grid;
    this.systemOfSatellite = systemOfSatellite.clone();
    systems = systemList.size();
    around = grid.columnsAround();
    satellitesOfSystem = new int[systems][];
    for (int system = 0; system < systems; system++) {
      int wanted = system;
      satellitesOfSystem[system] =
          IntStream.range(0, systemOfSatellite.length)
              .filter(j -> systemOfSatellite[j] == wanted)
              .toArray();
    }
    clocks =
        systemsOfClock.stream()
            .map(clock -> clock.stream().mapToInt(systemList::indexOf).toArray())
            .toArray(int[][]::new);
    stretches = new RowStretches(grid, maskRadians);
    horizon = new LocalHorizon(grid.site(0, 0));
    blocks = ColumnBlock.of(grid);
    int widest = ColumnBlock.widest(grid);
    lastEdge = new int[widest];
    sines = new double[around];
    cosines = new double[around];
    for (int column = 0; column < around; column++) {
      double longitude = ColumnBlock.longitudeRadians(grid, column);
      sines[column] = StrictMath.sin(longitude);
      cosines[column] = StrictMath.cos(longitude);
    }
    int satellites = systemOfSatellite.length;
    starts = new int[satellites][MOST_INSTANTS];
    lengths = new int[satellites][MOST_INSTANTS];
    boundsOfLaps = new StretchBounds(around, LAP, satellites, MOST_INSTANTS);
    boundsOfParts = new StretchBounds(around, PART, satellites, MOST_INSTANTS);
    nodes = new DilutionNodes(grid, systems, clocks);
    pdop = new float[LAP];
    hdop = new float[LAP];
    vdop = new float[LAP];
    cells = new DilutionCells[sets(systems)];
    for (int set = 0; set < cells.length; set++) {
      cells[set] = new DilutionCells(widest);
    }
  }

  /** Returns the number of sets of systems: each alone, and all together if that differs. */
  static int sets(int systems) {
    return systems == 1 ? 1 : systems + 1;
  }

  /** Adds the instants of some tracks to a row of a tally. */
  public void sweep(int row, Tracks tracks, GridSums tally) {
    instants = tracks.instants();
    meters = tracks.meters();
    goodParts = DilutionCells.parts(tally.dilutionSetting().goodPdop());
    horizon =
        new LocalHorizon(
            GroundSite.ofDegrees("", grid.latitudeDegrees(row), 0, grid.heightMeters()));
    findStretches(row, tracks);
    for (int b = 0; b < blocks.size(); b++) {
      ColumnBlock block = blocks.get(b);
      for (int set = 0; set < cells.length; set++) {
        cells[set].clear();
        cells[set].add(tally.dilution(set, row)[b], block.columns());
      }
      nodes.goTo(horizon, block);
      for (int lap = 0; lap * LAP < instants; lap++) {
        lapBegin = lap * LAP;
        roundedMeters = tracks.roundedMeters(lap);
        addLap(block, Math.min(LAP, instants - lapBegin));
      }
      for (int set = 0; set < cells.length; set++) {
        tally.dilution(set, row)[b] = cells[set].pack(block.columns());
      }
    }
  }

  private void findStretches(int row, Tracks tracks) {
    stretches.standOn(row);
    double[] turns = new double[RowSweep.LAP];
    for (int lap = 0; lap < tracks.laps(); lap++) {
      TrackLap[] ofLap = tracks.lap(lap);
      for (int j = 0; j < ofLap.length; j++) {
        int at = lap * RowSweep.LAP;
        int count = ofLap[j].instants();
        if (stretches.isBelow(ofLap[j]) || stretches.isAbove(ofLap[j])) {
          int length = stretches.isBelow(ofLap[j]) ? 0 : around;
          Arrays.fill(starts[j], at, at + count, 0);
          Arrays.fill(lengths[j], at, at + count, length);
          continue;
        }
        Arrays.fill(turns, 0);
        stretches.find(ofLap[j], turns);
        for (int i = 0; i < count; i++) {
          int start = (int) stretches.starts[i];
          lengths[j][at + i] = (int) (stretches.ends[i] - start + around * turns[i]);
          starts[j][at + i] = (start + grid.firstColumn()) % around;
        }
      }
    }
    for (int j = 0; j < systemOfSatellite.length; j++) {
      boundsOfLaps.find(j, starts[j], lengths[j], instants);
      boundsOfParts.find(j, starts[j], lengths[j], instants);
      for (int instant = 0; instant < instants; instant++) {
        if (isNear(tracks.roundedMeters(instant / LAP)[j], instant % LAP)) {
          boundsOfLaps.excludeWhole(j, instant);
          boundsOfParts.excludeWhole(j, instant);
        }
      }
    }
  }

  private void addLap(ColumnBlock block, int end) {
    edges = 0;
    Arrays.fill(lastEdge, NONE);
    nodes.clear(end);
    for (int j = 0; j < systemOfSatellite.length; j++) {
      addSatellite(block, j, end);
    }
    nodes.solve(end);
    for (int column = 1; column < block.from(); column++) {
      cross(column);
    }
    for (int column = 0; column < block.columns(); column++) {
      cross(block.from() + column);
      addColumn(block, column, end);
    }
  }

  /** Adds a satellite where the block's first column sees it, and notes the edges in the block. */
  private void addSatellite(ColumnBlock block, int j, int end) {
    View ofLap = boundsOfLaps.view(j, lapBegin, block);
    if (ofLap == View.NONE) {
      return;
    }
    int system = systemOfSatellite[j];
    if (ofLap == View.WHOLE) {
      nodes.add(system, roundedMeters[j], 0, end);
      return;
    }
    boolean firstSaw = false;
    int since = 0;
    for (int begin = 0; begin < end; begin += PART) {
      View ofPart = boundsOfParts.view(j, lapBegin + begin, block);
      int step = ofPart == View.UNKNOWN ? 1 : PART;
      for (int i = begin; i < Math.min(begin + PART, end); i += step) {
        boolean firstSees =
            ofPart == View.WHOLE || (ofPart == View.UNKNOWN && noteEdges(block, j, i));
        if (firstSees != firstSaw) {
          if (firstSaw) {
            nodes.add(system, roundedMeters[j], since, i);
          }
          firstSaw = firstSees;
          since = i;
        }
      }
    }
    if (firstSaw) {
      nodes.add(system, roundedMeters[j], since, end);
    }
  }

  /**
   * Notes a satellite's edges, and returns whether the block's first column sees it. A satellite
   * near the Earth makes the dilution NaN instead, and is not added.
   */
  private boolean noteEdges(ColumnBlock block, int j, int i) {
    int width = block.width();
    int first = starts[j][lapBegin + i] - block.start();
    first += first <= 0 ? around : 0;
    int length = lengths[j][lapBegin + i];
    int endColumn = first + length;
    int endOfTurn = endColumn - around;
    boolean anySees = (first < width && length > 0) || endOfTurn > 0;
    if (anySees && isNear(roundedMeters[j], i)) {
      nodes.makeNaN(systemOfSatellite[j], i);
      return false;
    }
    if (endOfTurn < first && length > 0) {
      noteEdge(first, width, j * LAP + i);
      noteEdge(endColumn, width, ~(j * LAP + i));
      noteEdge(endOfTurn, width, ~(j * LAP + i));
    }
    return endOfTurn > 0;
  }

  private void noteEdge(int column, int width, int of) {
    if (column <= 0 || column >= width) {
      return;
    }
    if (edges == edgeOf.length) {
      edgeOf = Arrays.copyOf(edgeOf, 2 * edges);
      edgeBefore = Arrays.copyOf(edgeBefore, 2 * edges);
    }
    edgeOf[edges] = of;
    edgeBefore[edges] = lastEdge[column];
    lastEdge[column] = edges++;
  }

  private static boolean isNear(float[][] meters, int i) {
    float x = meters[0][i];
    float y = meters[1][i];
    float z = meters[2][i];
    return x * x + y * y + z * z < NEAR_METERS * NEAR_METERS;
  }

  /** Adds the satellites that come into view at a column, and removes those that go out of view. */
  private void cross(int column) {
    for (int edge = lastEdge[column]; edge != NONE; edge = edgeBefore[edge]) {
      int of = edgeOf[edge];
      int at = Math.max(of, ~of);
      int j = at / LAP;
      nodes.change(systemOfSatellite[j], roundedMeters[j], at % LAP, of < 0 ? -1 : 1);
    }
  }

  /** Adds the dilutions at a column to the statistics. */
  private void addColumn(ColumnBlock block, int column, int end) {
    int absolute = block.column(column);
    nodes.goToColumn(absolute);
    for (int set = 0; set < cells.length; set++) {
      nodes.dilutions(set, pdop, hdop, vdop, end);
      int rest =
          cells[set].add(column, goodParts, nodes.surplus(set), pdop, hdop, vdop, end, notAdded);
      for (int i = 0; i < rest; i++) {
        addExactly(set, column, absolute, lapBegin + notAdded[i]);
      }
    }
  }

  /** Adds an instant in doubles, satellite by satellite. */
  private void addExactly(int set, int column, int absolute, int instant) {
    double cosine = cosines[absolute];
    double sine = sines[absolute];
    PositionNormals position = new PositionNormals();
    PositionNormals ofClock = new PositionNormals();
    for (int[] clock : set < systems ? new int[][] {{set}} : clocks) {
      Directions directions = new Directions();
      for (int system : clock) {
        for (int j : satellitesOfSystem[system]) {
          if (Math.floorMod(absolute - starts[j][instant], around) < lengths[j][instant]) {
            double dx = meters[j][0][instant] - horizon.xMeters * cosine;
            double dy = meters[j][1][instant] - horizon.xMeters * sine;
            double dz = meters[j][2][instant] - horizon.zMeters;
            double scale = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
            directions.add(dx * scale, dy * scale, dz * scale);
          }
        }
      }
      directions.writeTo(ofClock);
      position.add(ofClock);
    }
    double pdopSquared = position.solve();
    if (pdopSquared < Double.POSITIVE_INFINITY) {
      double vertical = position.variance(horizon.upX * cosine, horizon.upX * sine, horizon.upZ);
      cells[set].add(
          column,
          goodParts,
          Math.sqrt(pdopSquared),
          Math.sqrt(pdopSquared - vertical),
          Math.sqrt(vertical));
    }
  }
}
