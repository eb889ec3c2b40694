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
 * <p>How it works. The equations of a position ({@link PositionNormals}) follow from the number of
 * satellites of each clock and nine sums over the unit vectors to them: x, y, z, xx, xy, xz, yy,
 * yz, zz. These change slowly along a row. So a row is divided into blocks of some three degrees,
 * counted from 180 degrees west. A satellite in view from a whole block is summed only at three
 * Chebyshev nodes, and a parabola through these gives the sums at each column. A satellite whose
 * {@linkplain RowStretches stretch} begins or ends within the block is added at each column.
 *
 * <p>All sums are arrays by instant of a lap, and {@link NormalLoops} computes them in single
 * precision. A vector near their mean is subtracted from all unit vectors, which avoids
 * cancellation; the equations do not depend on it. The axes are Earth-fixed: PDOP is the same in
 * all axes, and VDOP is the deviation along the zenith.
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
   * it is added at each column.
   */
  private static final float NEAR_METERS = 15e6f;

  private static final int NODES = 3;
  private static final int SUMS = 9;

  /** The greatest number of instants of the tracks. */
  public static final int MOST_INSTANTS = 4096;

  /** The number of instants whose sums stay in a core's nearest cache. */
  static final int LAP = 256;

  /** The instants of a part of a lap, in which a block mostly sees a satellite always or never. */
  private static final int PART = 16;

  /** The length of the mean of unit vectors that are spread over the sky. */
  private static final double MEAN_LENGTH = 0.6;

  private final WorldGrid grid;
  private final int around;
  private final int systems;
  private final int[] systemOfSatellite;
  private final int[][] satellitesOfSystem;

  /** The systems of each clock. */
  private final int[][] clocks;

  private final List<ColumnBlock> blocks;
  private final RowStretches stretches;
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

  // Values of a block: the nodes, the mean direction and the weights of the nodes at each column.
  private final float[] nodesX = new float[NODES];
  private final float[] nodesY = new float[NODES];
  private float placeZ;
  private float meanX;
  private float meanY;
  private float meanZ;
  private final float[][] weights;
  private int weightsOfWidth;

  // The runs of instants in which a satellite is in view from a part of the block.
  private int runs;
  private final int[] endOfSystemsRuns;
  private int[] runSatellite = new int[16];
  private int[] runBegin = new int[16];
  private int[] runEnd = new int[16];
  private int[] runMasks = new int[16];
  private long[] masks = new long[1024];
  private int usedMasks;

  // Arrays by instant.
  private final float[] ex;
  private final float[] ey;
  private final float[] ez;
  private final float[][][] nodeSums;
  private final float[][] wholeCounts;
  private final float[][] sums;
  private final float[][] clockSums;
  private final float[] counts;
  private final float[] clockCounts;
  private final float[][] normals;
  private final float[][] allNormals;
  private final float[] surplus;
  private final float[] allSurplus;
  private final float[][] cofactors;
  private final float[] reciprocal;
  private final float[] position;
  private final float[] height;
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
    endOfSystemsRuns = new int[systems];
    stretches = new RowStretches(grid, maskRadians);
    horizon = new LocalHorizon(grid.site(0, 0));
    blocks = ColumnBlock.of(grid);
    int widest = ColumnBlock.widest(grid);
    weights = new float[widest][NODES];
    sines = new double[around];
    cosines = new double[around];
    for (int column = 0; column < around; column++) {
      double longitude = longitudeRadians(column);
      sines[column] = StrictMath.sin(longitude);
      cosines[column] = StrictMath.cos(longitude);
    }
    int satellites = systemOfSatellite.length;
    starts = new int[satellites][MOST_INSTANTS];
    lengths = new int[satellites][MOST_INSTANTS];
    boundsOfLaps = new StretchBounds(around, LAP, satellites, MOST_INSTANTS);
    boundsOfParts = new StretchBounds(around, PART, satellites, MOST_INSTANTS);
    ex = new float[LAP];
    ey = new float[LAP];
    ez = new float[LAP];
    nodeSums = new float[NODES][systems * SUMS][LAP];
    wholeCounts = new float[systems][LAP];
    sums = new float[SUMS][LAP];
    clockSums = new float[SUMS][LAP];
    counts = new float[LAP];
    clockCounts = new float[LAP];
    normals = new float[6][LAP];
    allNormals = new float[6][LAP];
    surplus = new float[LAP];
    allSurplus = new float[LAP];
    cofactors = new float[6][LAP];
    reciprocal = new float[LAP];
    position = new float[LAP];
    height = new float[LAP];
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

  private double longitudeRadians(double column) {
    double degrees = (column + (grid.isOfNodes() ? 0 : 0.5)) * grid.resolutionDegrees() - 180;
    return StrictMath.toRadians(degrees);
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
      goTo(block);
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

  private void goTo(ColumnBlock block) {
    int used = Math.min(NODES, block.width());
    double[] at = new double[used];
    for (int k = 0; k < used; k++) {
      double chebyshev = StrictMath.cos(Math.PI * (2 * k + 1) / (2 * used));
      at[k] = block.width() <= NODES ? k : (block.width() - 1) / 2.0 * (1 - chebyshev);
      double longitude = longitudeRadians(block.start() + at[k]);
      nodesX[k] = (float) (horizon.xMeters * StrictMath.cos(longitude));
      nodesY[k] = (float) (horizon.xMeters * StrictMath.sin(longitude));
    }
    placeZ = (float) horizon.zMeters;
    double middle = longitudeRadians(block.start() + (block.width() - 1) / 2.0);
    meanX = (float) (MEAN_LENGTH * horizon.upX * StrictMath.cos(middle));
    meanY = (float) (MEAN_LENGTH * horizon.upX * StrictMath.sin(middle));
    meanZ = (float) (MEAN_LENGTH * horizon.upZ);
    if (weightsOfWidth != block.width()) {
      weightsOfWidth = block.width();
      for (int column = 0; column < block.width(); column++) {
        for (int k = 0; k < used; k++) {
          weights[column][k] = (float) weight(at, k, column);
        }
      }
    }
  }

  /** Returns Lagrange's weight of a node. */
  private static double weight(double[] nodes, int k, double at) {
    double weight = 1;
    for (int other = 0; other < nodes.length; other++) {
      if (other != k) {
        weight *= (at - nodes[other]) / (nodes[k] - nodes[other]);
      }
    }
    return weight;
  }

  private void addLap(ColumnBlock block, int end) {
    runs = 0;
    usedMasks = 0;
    for (int system = 0; system < systems; system++) {
      Arrays.fill(wholeCounts[system], 0, end, 0);
      for (float[][] ofNode : nodeSums) {
        for (int sum = system * SUMS; sum < (system + 1) * SUMS; sum++) {
          Arrays.fill(ofNode[sum], 0, end, 0);
        }
      }
      for (int j : satellitesOfSystem[system]) {
        addSatellite(block, j, end);
      }
      endOfSystemsRuns[system] = runs;
    }
    for (int column = 0; column < block.columns(); column++) {
      addColumn(block, column, end);
    }
  }

  private void addSatellite(ColumnBlock block, int j, int end) {
    View ofLap = boundsOfLaps.view(j, lapBegin, block);
    if (ofLap == View.NONE) {
      return;
    }
    if (ofLap == View.WHOLE) {
      addWhole(j, 0, end);
      return;
    }
    long whole = -1L >>> (Long.SIZE - block.width());
    long was = 0;
    boolean wasPart = false;
    int since = 0;
    for (int begin = 0; begin < end; begin += PART) {
      View ofPart = boundsOfParts.view(j, lapBegin + begin, block);
      int step = ofPart == View.UNKNOWN ? 1 : PART;
      for (int i = begin; i < Math.min(begin + PART, end); i += step) {
        long mask =
            switch (ofPart) {
              case WHOLE -> whole;
              case NONE -> 0;
              case UNKNOWN -> mask(block, j, lapBegin + i);
            };
        boolean isPart =
            ofPart == View.UNKNOWN && mask != 0 && (mask != whole || isNear(roundedMeters[j], i));
        if (isPart != wasPart || (!isPart && mask != was)) {
          endRun(j, since, i, was, wasPart);
          since = i;
        }
        if (isPart) {
          addMask(mask);
        }
        was = mask;
        wasPart = isPart;
      }
    }
    endRun(j, since, end, was, wasPart);
  }

  /** Returns the columns of a block that see a satellite, as bits. */
  private long mask(ColumnBlock block, int j, int instant) {
    int first = starts[j][instant] - block.start();
    first += first < 0 ? around : 0;
    int end = first + lengths[j][instant];
    return bits(first, end, block.width()) | bits(0, end - around, block.width());
  }

  private static boolean isNear(float[][] meters, int i) {
    float x = meters[0][i];
    float y = meters[1][i];
    float z = meters[2][i];
    return x * x + y * y + z * z < NEAR_METERS * NEAR_METERS;
  }

  /** Returns the columns from the first (inclusive) to the end (exclusive) as bits. */
  private static long bits(int first, int end, int width) {
    int from = Math.max(first, 0);
    int to = Math.min(end, width);
    return from >= to ? 0 : -1L >>> (Long.SIZE - (to - from)) << from;
  }

  private void addMask(long mask) {
    if (usedMasks == masks.length) {
      masks = Arrays.copyOf(masks, 2 * usedMasks);
    }
    masks[usedMasks++] = mask;
  }

  private void endRun(int j, int begin, int end, long mask, boolean isPart) {
    if (begin == end || mask == 0) {
      return;
    }
    if (!isPart) {
      addWhole(j, begin, end);
      return;
    }
    if (runs == runSatellite.length) {
      runSatellite = Arrays.copyOf(runSatellite, 2 * runs);
      runBegin = Arrays.copyOf(runBegin, 2 * runs);
      runEnd = Arrays.copyOf(runEnd, 2 * runs);
      runMasks = Arrays.copyOf(runMasks, 2 * runs);
    }
    runSatellite[runs] = j;
    runBegin[runs] = begin;
    runEnd[runs] = end;
    runMasks[runs] = usedMasks - (end - begin);
    runs++;
  }

  /** Adds a satellite that the whole block sees to the sums at the nodes. */
  private void addWhole(int j, int begin, int end) {
    int system = systemOfSatellite[j];
    NormalLoops.plusOne(wholeCounts[system], begin, end);
    float[] x = roundedMeters[j][0];
    float[] y = roundedMeters[j][1];
    float[] z = roundedMeters[j][2];
    int first = system * SUMS;
    for (int k = 0; k < Math.min(NODES, weightsOfWidth); k++) {
      NormalLoops.directions(
          ex, ey, ez, x, y, z, nodesX[k], nodesY[k], placeZ, meanX, meanY, meanZ, begin, end);
      float[][] to = nodeSums[k];
      NormalLoops.plus(to[first], to[first + 1], to[first + 2], ex, ey, ez, begin, end);
      NormalLoops.plusProducts(to[first + 3], to[first + 4], to[first + 5], ex, ey, ez, begin, end);
      NormalLoops.plusProducts(to[first + 6], to[first + 7], to[first + 8], ey, ez, begin, end);
    }
  }

  private void addColumn(ColumnBlock block, int column, int end) {
    boolean hasTogether = cells.length > systems;
    for (float[] normal : allNormals) {
      Arrays.fill(normal, 0, end, 0);
    }
    Arrays.fill(allSurplus, 0, end, 0);
    for (int[] clock : clocks) {
      boolean isShared = clock.length > 1;
      if (isShared) {
        for (float[] sum : clockSums) {
          Arrays.fill(sum, 0, end, 0);
        }
        Arrays.fill(clockCounts, 0, end, 0);
      }
      for (int system : clock) {
        sumUp(block, column, system, end);
        eliminateClock(sums, counts, end);
        collect(system, block, column, normals, surplus, end);
        if (isShared) {
          plus(clockSums, sums, end);
          NormalLoops.plus(clockCounts, counts, end);
        } else if (hasTogether) {
          plus(allNormals, normals, end);
          NormalLoops.plus(allSurplus, surplus, end);
        }
      }
      if (isShared) {
        eliminateClock(clockSums, clockCounts, end);
        plus(allNormals, normals, end);
        NormalLoops.plus(allSurplus, surplus, end);
      }
    }
    if (hasTogether) {
      collect(systems, block, column, allNormals, allSurplus, end);
    }
  }

  private static void plus(float[][] to, float[][] added, int end) {
    for (int i = 0; i < to.length; i += 3) {
      NormalLoops.plus(to[i], to[i + 1], to[i + 2], added[i], added[i + 1], added[i + 2], 0, end);
    }
  }

  /** Sets the sums of one system at a column. */
  private void sumUp(ColumnBlock block, int column, int system, int end) {
    float[] weight = weights[block.from() + column];
    for (int sum = 0; sum < SUMS; sum++) {
      int at = system * SUMS + sum;
      NormalLoops.combine(
          sums[sum],
          nodeSums[0][at],
          nodeSums[1][at],
          nodeSums[2][at],
          weight[0],
          weight[1],
          weight[2],
          end);
    }
    System.arraycopy(wholeCounts[system], 0, counts, 0, end);
    int absolute = block.column(column);
    float placeX = (float) (horizon.xMeters * cosines[absolute]);
    float placeY = (float) (horizon.xMeters * sines[absolute]);
    for (int run = system == 0 ? 0 : endOfSystemsRuns[system - 1];
        run < endOfSystemsRuns[system];
        run++) {
      addRun(run, block.from() + column, placeX, placeY);
    }
  }

  /** Adds a satellite at the instants at which it is in view from a column. */
  private void addRun(int run, int bit, float placeX, float placeY) {
    float[] xMeters = roundedMeters[runSatellite[run]][0];
    float[] yMeters = roundedMeters[runSatellite[run]][1];
    float[] zMeters = roundedMeters[runSatellite[run]][2];
    float[] sumX = sums[0];
    float[] sumY = sums[1];
    float[] sumZ = sums[2];
    float[] sumXx = sums[3];
    float[] sumXy = sums[4];
    float[] sumXz = sums[5];
    float[] sumYy = sums[6];
    float[] sumYz = sums[7];
    float[] sumZz = sums[8];
    int toMask = runMasks[run] - runBegin[run];
    for (int i = runBegin[run]; i < runEnd[run]; i++) {
      if ((masks[toMask + i] >>> bit & 1) != 0) {
        float dx = xMeters[i] - placeX;
        float dy = yMeters[i] - placeY;
        float dz = zMeters[i] - placeZ;
        float scale = 1 / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        float x = dx * scale - meanX;
        float y = dy * scale - meanY;
        float z = dz * scale - meanZ;
        counts[i]++;
        sumX[i] += x;
        sumY[i] += y;
        sumZ[i] += z;
        sumXx[i] += x * x;
        sumXy[i] += x * y;
        sumXz[i] += x * z;
        sumYy[i] += y * y;
        sumYz[i] += y * z;
        sumZz[i] += z * z;
      }
    }
  }

  /** Sets the normal equations of one clock and their number. */
  private void eliminateClock(float[][] of, float[] satellites, int end) {
    float[] x = of[0];
    float[] y = of[1];
    float[] z = of[2];
    NormalLoops.divide(ex, ey, ez, x, y, z, satellites, end);
    NormalLoops.lessProducts(normals[0], normals[1], of[3], of[4], ex, x, y, end);
    NormalLoops.lessProducts(normals[2], normals[5], of[5], of[8], z, ex, ez, end);
    NormalLoops.lessProducts(normals[3], normals[4], of[6], of[7], ey, y, z, end);
    NormalLoops.surplus(surplus, satellites, end);
  }

  /** Adds the dilutions of some normal equations to the statistics. */
  private void collect(
      int set, ColumnBlock block, int column, float[][] of, float[] equations, int end) {
    int absolute = block.column(column);
    float upX = (float) (horizon.upX * cosines[absolute]);
    float upY = (float) (horizon.upX * sines[absolute]);
    float upZ = (float) horizon.upZ;
    float[] cxx = cofactors[0];
    float[] cxy = cofactors[1];
    float[] cxz = cofactors[2];
    float[] cyy = cofactors[3];
    float[] cyz = cofactors[4];
    float[] czz = cofactors[5];
    float[] xx = of[0];
    float[] xy = of[1];
    float[] xz = of[2];
    float[] yy = of[3];
    float[] yz = of[4];
    float[] zz = of[5];
    NormalLoops.cofactors(cxx, cxy, yy, zz, yz, xz, xy, end);
    NormalLoops.cofactors(cyy, cyz, zz, xx, xz, xy, yz, end);
    NormalLoops.cofactors(czz, cxz, xx, yy, xy, yz, xz, end);
    NormalLoops.perDeterminant(reciprocal, xx, xy, xz, cxx, cxy, cxz, end);
    NormalLoops.position(
        position, height, cxx, cyy, czz, upX * upX, upY * upY, upZ * upZ, reciprocal, end);
    NormalLoops.height(
        height, cxy, cxz, cyz, 2 * upX * upY, 2 * upX * upZ, 2 * upY * upZ, reciprocal, end);
    NormalLoops.dilutions(pdop, hdop, vdop, position, height, end);
    int rest = cells[set].add(column, goodParts, equations, pdop, hdop, vdop, end, notAdded);
    for (int i = 0; i < rest; i++) {
      addExactly(set, column, absolute, lapBegin + notAdded[i]);
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
          int first = starts[j][instant] - absolute;
          int length = lengths[j][instant];
          if (bits(first, first + length, 1) != 0
              || bits(first - around, first - around + length, 1) != 0
              || bits(first + around, first + around + length, 1) != 0) {
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
