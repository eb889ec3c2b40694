package dev.skytally.grid;

import dev.skytally.satellites.GnssSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the cells of some rows of a grid see of every system, over some instants.
 *
 * <p>Within are whole numbers alone: how many instants, the sums of the counts over them, the
 * instants ahead and with enough in view, the greatest and least counts. So tallies of different
 * rows or instants can be {@linkplain #plus added} in any order, and the result is the same to the
 * last bit.
 */
public final class GridTally {
  /** More instants could be too many for a sum of counts; some 17 million. */
  public static final long MOST_INSTANTS = Integer.MAX_VALUE / RowSweep.MOST_SATELLITES_OF_SYSTEM;

  private final WorldGrid grid;
  private final List<GnssSystem> systems;
  private final Set<GridFigure> figures;
  private final int firstRow;
  private final long[] instants;

  /** By system, then row of this tally, then column; so are those below. */
  private final int[][][] countSums;

  private final int[][][] enoughInstants;
  private final byte[][][] greatestCounts;
  private final byte[][][] leastCounts;

  /** Of a single system there are none. */
  private final int[][][] aheadOfAllInstants;

  /** By system times the number of systems plus the other system; of two, those above say it. */
  private final int[][][] aheadInstants;

  /** An empty tally of the rows from {@code firstRow} (inclusive) to {@code endRow} (exclusive). */
  public GridTally(
      WorldGrid grid, List<GnssSystem> systems, Set<GridFigure> figures, int firstRow, int endRow) {
    this.grid = grid;
    this.systems = List.copyOf(systems);
    this.figures = Set.copyOf(figures);
    this.firstRow = firstRow;
    int n = systems.size();
    int rows = endRow - firstRow;
    int columns = grid.columns();
    instants = new long[rows];
    countSums = new int[n][rows][columns];
    enoughInstants = new int[figures.contains(GridFigure.AVAILABLE) ? n : 0][rows][columns];
    int ranges = figures.contains(GridFigure.RANGE) ? n : 0;
    greatestCounts = new byte[ranges][rows][columns];
    leastCounts = new byte[ranges][rows][columns];
    for (byte[][] bySystem : leastCounts) {
      for (byte[] row : bySystem) {
        Arrays.fill(row, Byte.MAX_VALUE);
      }
    }
    boolean pairs = figures.contains(GridFigure.PAIRS);
    boolean aheadOfAll = figures.contains(GridFigure.LEADER) || (pairs && n == 2);
    aheadOfAllInstants = new int[aheadOfAll && n > 1 ? n : 0][rows][columns];
    aheadInstants = new int[pairs && n > 2 ? n * n : 0][][];
    for (int pair = 0; pair < aheadInstants.length; pair++) {
      boolean isPair = pair / n != pair % n;
      aheadInstants[pair] = new int[isPair ? rows : 0][columns];
    }
  }

  public WorldGrid grid() {
    return grid;
  }

  public List<GnssSystem> systems() {
    return systems;
  }

  /** What was tallied beside the mean. */
  public Set<GridFigure> figures() {
    return figures;
  }

  /** The first row that this tally is of, a row of the grid. */
  public int firstRow() {
    return firstRow;
  }

  /** The row after the last one that this tally is of. */
  public int endRow() {
    return firstRow + instants.length;
  }

  /** How many instants were looked at in a row. */
  public long instants(int row) {
    return instants[row - firstRow];
  }

  /** The mean number in view. */
  public double mean(GnssSystem system, int row, int column) {
    return share(countSums[index(system)][row - firstRow][column], row);
  }

  /**
   * The greatest number in view.
   *
   * @throws IllegalStateException if {@link GridFigure#RANGE} was not tallied
   */
  public int max(GnssSystem system, int row, int column) {
    require(GridFigure.RANGE);
    return greatestCounts[index(system)][row - firstRow][column];
  }

  /**
   * The least number in view.
   *
   * @throws IllegalStateException if {@link GridFigure#RANGE} was not tallied
   */
  public int min(GnssSystem system, int row, int column) {
    require(GridFigure.RANGE);
    return leastCounts[index(system)][row - firstRow][column];
  }

  /**
   * The share of the instants, 0 to 1, with four or more in view.
   *
   * @throws IllegalStateException if {@link GridFigure#AVAILABLE} was not tallied
   */
  public double shareAtLeastFour(GnssSystem system, int row, int column) {
    require(GridFigure.AVAILABLE);
    return share(enoughInstants[index(system)][row - firstRow][column], row);
  }

  /**
   * The share of the instants, 0 to 1, in which one system has more in view than another.
   *
   * @throws IllegalStateException if {@link GridFigure#PAIRS} was not tallied
   */
  public double shareAhead(GnssSystem system, GnssSystem other, int row, int column) {
    require(GridFigure.PAIRS);
    int first = index(system);
    int second = index(other);
    if (first == second) {
      return 0;
    }
    int[] ahead = hasPairs() ? aheadInstants(first, second, row) : aheadOfAllInstants(first, row);
    return share(ahead[column], row);
  }

  /**
   * The share of the instants, 0 to 1, in which a system has more in view than every other: all of
   * them if there is no other.
   *
   * @throws IllegalStateException if {@link GridFigure#LEADER} was not tallied
   */
  public double shareAheadOfAll(GnssSystem system, int row, int column) {
    require(GridFigure.LEADER);
    int i = index(system);
    return systems.size() == 1 ? 1 : share(aheadOfAllInstants(i, row)[column], row);
  }

  /**
   * The system that is ahead of all others at the most instants of a cell; -1 if two or more share
   * the first place, or there is no system. An index into {@link #systems}.
   *
   * @throws IllegalStateException if {@link GridFigure#LEADER} was not tallied
   */
  public int leader(int row, int column) {
    require(GridFigure.LEADER);
    int first = 0;
    boolean tie = systems.isEmpty();
    for (int i = 1; i < systems.size(); i++) {
      int order =
          Integer.compare(
              aheadOfAllInstants(i, row)[column], aheadOfAllInstants(first, row)[column]);
      if (order > 0) {
        first = i;
        tie = false;
      } else if (order == 0) {
        tie = true;
      }
    }
    return tie ? -1 : first;
  }

  private void require(GridFigure figure) {
    if (!figures.contains(figure)) {
      throw new IllegalStateException(
          "%s was not tallied, only %s: name it in WorldStudy.tallying"
              .formatted(figure, figures.isEmpty() ? "the mean" : figures));
    }
  }

  private double share(int sum, int row) {
    return (double) sum / instants[row - firstRow];
  }

  private int index(GnssSystem system) {
    int i = systems.indexOf(system);
    if (i < 0) {
      throw new IllegalArgumentException(system + " is not among the study's systems " + systems);
    }
    return i;
  }

  /**
   * This tally and that of other instants, or of other rows, together. Rows between them, that
   * neither is of, have no instants yet.
   *
   * @throws IllegalArgumentException if the grids, systems or figures differ, or a row would be of
   *     more than {@link #MOST_INSTANTS}
   */
  public GridTally plus(GridTally other) {
    if (!other.grid.equals(grid)
        || !other.systems.equals(systems)
        || !other.figures.equals(figures)) {
      throw new IllegalArgumentException("these tallies are not of the same study");
    }
    GridTally sum =
        new GridTally(
            grid,
            systems,
            figures,
            Math.min(firstRow, other.firstRow),
            Math.max(endRow(), other.endRow()));
    sum.add(this);
    sum.add(other);
    return sum;
  }

  private void add(GridTally part) {
    int at = part.firstRow - firstRow;
    for (int row = 0; row < part.instants.length; row++) {
      addInstants(firstRow + at + row, part.instants[row]);
    }
    addSums(countSums, part.countSums, at);
    addSums(enoughInstants, part.enoughInstants, at);
    addSums(aheadInstants, part.aheadInstants, at);
    addSums(aheadOfAllInstants, part.aheadOfAllInstants, at);
    for (int i = 0; i < greatestCounts.length; i++) {
      for (int row = 0; row < part.instants.length; row++) {
        addRange(i, at + row, part.greatestCounts[i][row], part.leastCounts[i][row]);
      }
    }
  }

  private static void addSums(int[][][] sums, int[][][] parts, int at) {
    for (int i = 0; i < sums.length; i++) {
      for (int row = 0; row < parts[i].length; row++) {
        int[] sum = sums[i][at + row];
        int[] part = parts[i][row];
        for (int column = 0; column < sum.length; column++) {
          sum[column] += part[column];
        }
      }
    }
  }

  private void addRange(int system, int at, byte[] greatest, byte[] least) {
    byte[] most = greatestCounts[system][at];
    byte[] fewest = leastCounts[system][at];
    for (int column = 0; column < most.length; column++) {
      most[column] = (byte) Math.max(most[column], greatest[column]);
      fewest[column] = (byte) Math.min(fewest[column], least[column]);
    }
  }

  void addInstants(int row, long more) {
    long sum = instants(row) + more;
    if (sum > MOST_INSTANTS) {
      throw new IllegalArgumentException(
          "%s instants are more than the %s that a tally takes".formatted(sum, MOST_INSTANTS));
    }
    instants[row - firstRow] = sum;
  }

  int[] countSums(int system, int row) {
    return countSums[system][row - firstRow];
  }

  int[] enoughInstants(int system, int row) {
    return enoughInstants[system][row - firstRow];
  }

  byte[] greatestCounts(int system, int row) {
    return greatestCounts[system][row - firstRow];
  }

  byte[] leastCounts(int system, int row) {
    return leastCounts[system][row - firstRow];
  }

  boolean hasAheadOfAll() {
    return aheadOfAllInstants.length > 0;
  }

  int[] aheadOfAllInstants(int system, int row) {
    return aheadOfAllInstants[system][row - firstRow];
  }

  /** Whether who is ahead of each other system is more than who is ahead of all. */
  boolean hasPairs() {
    return aheadInstants.length > 0;
  }

  int[] aheadInstants(int system, int other, int row) {
    return aheadInstants[system * systems.size() + other][row - firstRow];
  }
}
