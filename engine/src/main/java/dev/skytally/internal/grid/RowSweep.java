package dev.skytally.internal.grid;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Counts the satellites in view from every cell of a row, for all instants of some {@link Tracks}.
 *
 * <p>How it works. A satellite is in view from one stretch of columns ({@link RowStretches}). Each
 * stretch adds 1 at its begin and subtracts 1 at its end; a running sum over the columns gives the
 * counts. Means need only one sum for all instants. All other figures need each instant separately.
 * For a lap of instants at a time, one array contains the changes by column, then instant, with one
 * byte per instant, eight in a long. The bytes of a long do not affect each other, because all
 * counts are 0 to 127 after the sum, even if bytes borrowed before. They are also compared eight at
 * a time. If only the lead between two systems is needed, one array is enough: the changes of the
 * first system minus those of the second. With more systems, the system ahead of all is the one
 * above the runner-up, the second-greatest count (equal counts are separate).
 *
 * <p>Not safe for use by several threads at once.
 */
public final class RowSweep {
  /** The greatest number in view that fits into seven bits. */
  public static final int MOST_SATELLITES_OF_SYSTEM = 127;

  /**
   * The number of instants in a lap, a power of two. The changes of a system take 128 bytes per
   * column: 184 kB around the Earth at a quarter of a degree, which fits into a core's own cache,
   * and 4.6 MB at the finest resolution, which may not fit.
   */
  private static final int LONGS = 16;

  static final int LAP = LONGS * Long.BYTES;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final int ENOUGH = 4;
  private static final Set<GridFigure> COUNTED =
      EnumSet.complementOf(EnumSet.of(GridFigure.DILUTION));
  private static final Set<GridFigure> AHEAD = EnumSet.of(GridFigure.LEADER, GridFigure.PAIRS);

  /** The figures that need each instant separately. */
  private enum PerInstant {
    NONE,
    /** The lead of the first of two systems over the second. */
    LEADS,
    COUNTS
  }

  private final WorldGrid grid;
  private final int[] systemOfSatellite;
  private final int systems;

  private final RowStretches stretches;

  /** The column that stands for all columns of the row outside the grid. */
  private final int beyond;

  // Values of a lap: the begins and ends of stretches, and how many cross the first column of the
  // grid.
  private final double[] starts;
  private final double[] ends;
  private final double[][] overFirst;
  private final int[] overAll;
  private final int[][] steps;
  private final long[][] changes;
  private final long[] greatest;
  private final long[] runnersUp;
  private final long[] unused = new long[LONGS];

  /**
   * Creates a sweep for one thread.
   *
   * @param systemOfSatellite the number of each satellite's system
   * @param maskRadians the least elevation that counts
   */
  public RowSweep(WorldGrid grid, double maskRadians, int[] systemOfSatellite, int systems) {
    this.grid = grid;
    this.systemOfSatellite = systemOfSatellite.clone();
    this.systems = systems;
    stretches = new RowStretches(grid, maskRadians);
    starts = stretches.starts;
    ends = stretches.ends;
    overFirst = new double[systems][LAP];
    overAll = new int[systems];
    beyond = grid.columns();
    steps = new int[systems][beyond + 1];
    changes = new long[systems][(beyond + 1) * LONGS];
    greatest = new long[systems > 2 ? grid.columns() * LONGS : 0];
    runnersUp = new long[greatest.length];
  }

  /** Adds the instants of some tracks to a row of a tally. */
  public void sweep(int row, Tracks tracks, GridSums tally) {
    stretches.standOn(row);
    for (int[] ofSystem : steps) {
      Arrays.fill(ofSystem, 0);
    }
    PerInstant kept = perInstant(tally.figures());
    for (int lap = 0; lap < tracks.laps(); lap++) {
      int instants = tracks.instants(lap);
      sweepLap(tracks.lap(lap), instants, kept);
      switch (kept) {
        case NONE -> {}
        case LEADS -> tallyLeads(row, tally);
        case COUNTS -> tallyLap(row, instants, tally);
      }
    }
    for (int system = 0; system < systems; system++) {
      addRunningSum(steps[system], tally.countSums(system, row));
    }
    tally.addInstants(row, tracks.instants());
  }

  private PerInstant perInstant(Set<GridFigure> wanted) {
    Set<GridFigure> figures = EnumSet.copyOf(COUNTED);
    figures.retainAll(wanted);
    boolean onlyAhead = AHEAD.containsAll(figures);
    if (figures.isEmpty() || (onlyAhead && systems < 2)) {
      return PerInstant.NONE;
    }
    return onlyAhead && systems == 2 ? PerInstant.LEADS : PerInstant.COUNTS;
  }

  private void sweepLap(TrackLap[] lap, int instants, PerInstant kept) {
    for (int system = 0; system < systems; system++) {
      Arrays.fill(overFirst[system], 0);
      overAll[system] = 0;
      if (kept == PerInstant.COUNTS || (kept == PerInstant.LEADS && system == 0)) {
        Arrays.fill(changes[system], 0);
      }
    }
    for (int j = 0; j < lap.length; j++) {
      int system = systemOfSatellite[j];
      if (stretches.isBelow(lap[j])) {
        continue;
      }
      if (stretches.isAbove(lap[j])) {
        overAll[system]++;
        continue;
      }
      stretches.find(lap[j], overFirst[system]);
      switch (kept) {
        case NONE -> mark(steps[system], instants);
        case LEADS -> markEach(steps[system], changes[0], sign(system), instants);
        case COUNTS -> markEach(steps[system], changes[system], 1, instants);
      }
    }
    for (int system = 0; system < systems; system++) {
      for (int i = 0; i < instants; i++) {
        long over = (long) overFirst[system][i] + overAll[system];
        steps[system][0] += (int) over;
        switch (kept) {
          case NONE -> {}
          case LEADS -> changes[0][i % LONGS] += (sign(system) * over) << shift(i);
          case COUNTS -> changes[system][i % LONGS] += over << shift(i);
        }
      }
    }
  }

  private void mark(int[] steps, int instants) {
    for (int i = 0; i < instants; i++) {
      steps[Math.min((int) starts[i], beyond)]++;
      steps[Math.min((int) ends[i], beyond)]--;
    }
  }

  private void markEach(int[] steps, long[] changes, long unit, int instants) {
    for (int i = 0; i < instants; i++) {
      int start = Math.min((int) starts[i], beyond);
      int end = Math.min((int) ends[i], beyond);
      long one = unit << shift(i);
      steps[start]++;
      steps[end]--;
      changes[start * LONGS + i % LONGS] += one;
      changes[end * LONGS + i % LONGS] -= one;
    }
  }

  /**
   * Returns the shift of an instant within its long. Neighbouring instants are in neighbouring
   * longs.
   */
  private static int shift(int instant) {
    return instant / LONGS * Byte.SIZE;
  }

  private static void addRunningSum(int[] steps, int[] sums) {
    int sum = 0;
    for (int column = 0; column < sums.length; column++) {
      sum += steps[column];
      sums[column] += sum;
    }
  }

  private void tallyLap(int row, int instants, GridSums tally) {
    for (int system = 0; system < systems; system++) {
      sumUp(changes[system], grid.columns() * LONGS);
    }
    markUnused(instants);
    if (tally.hasAheadOfAll()) {
      tallyAheadOfAll(row, tally);
    }
    if (tally.hasPairs()) {
      tallyPairs(row, tally);
    }
    for (int system = 0; system < systems; system++) {
      long[] counts = changes[system];
      if (tally.figures().contains(GridFigure.AVAILABLE)) {
        addEnough(counts, tally.enoughInstants(system, row));
      }
      if (tally.figures().contains(GridFigure.RANGE)) {
        extend(counts, tally.greatestCounts(system, row), tally.leastCounts(system, row));
      }
    }
  }

  /** Returns the sign of the satellites of a system in the lead of the first over the second. */
  private static int sign(int system) {
    return system == 0 ? 1 : -1;
  }

  /**
   * Tallies the lead between two systems. A lead of 0 is stored as 128, so all leads are 1 to 255.
   */
  private void tallyLeads(int row, GridSums tally) {
    long[] leads = changes[0];
    for (int i = 0; i < LONGS; i++) {
      leads[i] += HIGH_BITS;
    }
    sumUp(leads, grid.columns() * LONGS);
    int[] first = tally.aheadOfAllInstants(0, row);
    int[] second = tally.aheadOfAllInstants(1, row);
    for (int column = 0; column < first.length; column++) {
      long above = 0;
      long below = 0;
      for (int i = column * LONGS; i < (column + 1) * LONGS; i++) {
        above += ((leads[i] - ONES) & HIGH_BITS) >>> 7;
        below += (~leads[i] & HIGH_BITS) >>> 7;
      }
      first[column] += sumOfBytes(above);
      second[column] += sumOfBytes(below);
    }
  }

  private static void sumUp(long[] counts, int length) {
    for (int i = LONGS; i < length; i++) {
      counts[i] += counts[i - LONGS];
    }
  }

  private void tallyAheadOfAll(int row, GridSums tally) {
    if (systems > 2) {
      findRunnersUp();
    }
    for (int system = 0; system < systems; system++) {
      long[] rivals = systems == 2 ? changes[1 - system] : runnersUp;
      addAhead(changes[system], rivals, tally.aheadOfAllInstants(system, row));
    }
  }

  private void findRunnersUp() {
    Arrays.fill(greatest, 0);
    Arrays.fill(runnersUp, 0);
    for (long[] counts : changes) {
      for (int i = 0; i < greatest.length; i++) {
        long swap = (counts[i] ^ greatest[i]) & lowBits(atLeast(counts[i], greatest[i]));
        long lesser = counts[i] ^ swap;
        greatest[i] ^= swap;
        runnersUp[i] ^= (lesser ^ runnersUp[i]) & lowBits(atLeast(lesser, runnersUp[i]));
      }
    }
  }

  private void tallyPairs(int row, GridSums tally) {
    for (int system = 0; system < systems; system++) {
      for (int other = 0; other < systems; other++) {
        if (other != system) {
          addAhead(changes[system], changes[other], tally.aheadInstants(system, other, row));
        }
      }
    }
  }

  private static void addAhead(long[] counts, long[] others, int[] instants) {
    for (int column = 0; column < instants.length; column++) {
      int first = column * LONGS;
      long sum = 0;
      for (int i = first; i < first + LONGS; i++) {
        sum += atLeast(counts[i], others[i] + ONES) >>> 7;
      }
      instants[column] += sumOfBytes(sum);
    }
  }

  private static void addEnough(long[] counts, int[] instants) {
    for (int column = 0; column < instants.length; column++) {
      int first = column * LONGS;
      long sum = 0;
      for (int i = first; i < first + LONGS; i++) {
        sum += atLeast(counts[i], ENOUGH * ONES) >>> 7;
      }
      instants[column] += sumOfBytes(sum);
    }
  }

  /**
   * Returns the high bit of each byte in which the first (at most 127) is at least the second (at
   * most 128).
   */
  private static long atLeast(long counts, long others) {
    return ((counts | HIGH_BITS) - others) & HIGH_BITS;
  }

  private static int sumOfBytes(long bytes) {
    return (int) ((bytes * ONES) >>> 56);
  }

  /** Sets the bytes that a short lap does not use to the greatest count. */
  private void markUnused(int instants) {
    Arrays.fill(unused, 0);
    for (int i = instants; i < LAP; i++) {
      unused[i % LONGS] |= (long) MOST_SATELLITES_OF_SYSTEM << shift(i);
    }
  }

  private void extend(long[] counts, byte[] greatest, byte[] least) {
    for (int column = 0; column < greatest.length; column++) {
      long most = 0;
      long fewest = ONES * MOST_SATELLITES_OF_SYSTEM;
      for (int k = 0; k < LONGS; k++) {
        long count = counts[column * LONGS + k];
        most = greaterBytes(most, count);
        fewest = lesserBytes(fewest, count | unused[k]);
      }
      for (int shift = Long.SIZE / 2; shift >= Byte.SIZE; shift /= 2) {
        most = greaterBytes(most, most >>> shift);
        fewest = lesserBytes(fewest, fewest >>> shift);
      }
      greatest[column] = (byte) Math.max(greatest[column], most & 0x7f);
      least[column] = (byte) Math.min(least[column], fewest & 0x7f);
    }
  }

  /** Returns the greater of each two bytes, all 0 to 127. */
  private static long greaterBytes(long first, long second) {
    return first ^ ((first ^ second) & lowBits(atLeast(second, first)));
  }

  private static long lesserBytes(long first, long second) {
    return first ^ ((first ^ second) & lowBits(atLeast(first, second)));
  }

  /** Returns all bits except the highest, of the bytes whose highest bit is set. */
  private static long lowBits(long highBits) {
    return highBits - (highBits >>> 7);
  }
}
