package dev.skytally.internal.grid;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The whole numbers of a tally of a grid: the number of instants, the sums of the counts over them,
 * the instants ahead and with enough in view, and the greatest and least counts. The arrays of a
 * row are not copies, because {@link RowSweep} adds to them.
 */
public final class GridSums {
  /** The greatest number of instants whose counts fit into a sum, some 17 million. */
  public static final long MOST_INSTANTS = Integer.MAX_VALUE / RowSweep.MOST_SATELLITES_OF_SYSTEM;

  private final WorldGrid grid;
  private final List<GnssSystem> systems;
  private final Set<GridFigure> figures;
  private final int firstRow;
  private final long[] instants;

  /** The sums by system, then row of this tally, then column, as in the arrays below. */
  private final int[][][] countSums;

  private final int[][][] enoughInstants;
  private final byte[][][] greatestCounts;
  private final byte[][][] leastCounts;

  /** Empty for a single system. */
  private final int[][][] aheadOfAllInstants;

  /**
   * By system times the number of systems plus the other system; empty for two systems, whose pairs
   * the array above contains.
   */
  private final int[][][] aheadInstants;

  private final DilutionSetting dilutionSetting;

  /**
   * The packed {@link DilutionCells} of each system alone and of all together, by row of this
   * tally, then {@link ColumnBlock}.
   */
  private final byte[][][][] dilution;

  /**
   * Creates empty sums of the rows from {@code firstRow} (inclusive) to {@code endRow} (exclusive).
   */
  public GridSums(
      WorldGrid grid,
      List<GnssSystem> systems,
      Set<GridFigure> figures,
      DilutionSetting dilutionSetting,
      int firstRow,
      int endRow) {
    this.grid = grid;
    this.systems = List.copyOf(systems);
    this.figures = Set.copyOf(figures);
    this.dilutionSetting = dilutionSetting;
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
    boolean hasDilution = figures.contains(GridFigure.DILUTION);
    dilution = new byte[hasDilution ? RowDilution.sets(n) : 0][rows][][];
    byte[][] empty = hasDilution ? emptyBlocks() : new byte[0][];
    for (byte[][][] ofSet : dilution) {
      for (int row = 0; row < rows; row++) {
        ofSet[row] = empty.clone();
      }
    }
  }

  private byte[][] emptyBlocks() {
    DilutionCells none = new DilutionCells(ColumnBlock.widest(grid));
    return ColumnBlock.of(grid).stream()
        .map(block -> none.pack(block.columns()))
        .toArray(byte[][]::new);
  }

  /** Creates empty sums of other rows of the same study. */
  public GridSums ofRows(int newFirstRow, int endRow) {
    return new GridSums(grid, systems, figures, dilutionSetting, newFirstRow, endRow);
  }

  public WorldGrid grid() {
    return grid;
  }

  public List<GnssSystem> systems() {
    return systems;
  }

  /** Returns the figures that were tallied besides the mean. */
  public Set<GridFigure> figures() {
    return figures;
  }

  /** Returns the first row of the grid that this tally covers. */
  public int firstRow() {
    return firstRow;
  }

  /** Returns the row after the last one that this tally covers. */
  public int endRow() {
    return firstRow + instants.length;
  }

  /** Returns the number of instants that were counted in a row. */
  public long instants(int row) {
    return row >= firstRow && row < endRow() ? instants[row - firstRow] : 0;
  }

  /** Writes the sums. */
  public void writeTo(AnswerOutput out) throws IOException {
    out.grid(grid);
    out.systems(systems);
    List<GridFigure> sorted = figures.stream().sorted().toList();
    out.number(sorted.size());
    for (GridFigure figure : sorted) {
      out.name(figure);
    }
    dilutionSetting.writeTo(out);
    out.number(firstRow);
    out.number(endRow());
    out.numbers(instants);
    for (int[][][] sums : List.of(countSums, enoughInstants, aheadOfAllInstants, aheadInstants)) {
      for (int[][] rows : sums) {
        for (int[] row : rows) {
          out.numbers(row);
        }
      }
    }
    for (byte[][][] counts : List.of(greatestCounts, leastCounts)) {
      for (byte[][] rows : counts) {
        for (byte[] row : rows) {
          out.bytes(row);
        }
      }
    }
    for (byte[][][] rows : dilution) {
      for (byte[][] row : rows) {
        for (byte[] block : row) {
          out.bytes(block);
        }
      }
    }
  }

  /** Reads sums that {@link #writeTo} wrote. */
  public static GridSums read(AnswerInput in) throws IOException {
    WorldGrid grid = in.grid();
    List<GnssSystem> systems = in.systems();
    Set<GridFigure> figures = Set.copyOf(in.list(one -> one.name(GridFigure.class)));
    DilutionSetting dilution = DilutionSetting.read(in);
    int firstRow = in.integer();
    int endRow = in.integer();
    if (firstRow < 0 || firstRow >= endRow || endRow > grid.rows()) {
      throw new IllegalArgumentException("rows " + firstRow + " to " + endRow);
    }
    GridSums read = new GridSums(grid, systems, figures, dilution, firstRow, endRow);
    in.longIntegers(read.instants);
    for (int[][][] sums :
        List.of(read.countSums, read.enoughInstants, read.aheadOfAllInstants, read.aheadInstants)) {
      for (int[][] rows : sums) {
        for (int[] row : rows) {
          in.integers(row);
        }
      }
    }
    for (byte[][][] counts : List.of(read.greatestCounts, read.leastCounts)) {
      for (byte[][] rows : counts) {
        for (byte[] row : rows) {
          in.bytes(row);
        }
      }
    }
    for (byte[][][] rows : read.dilution) {
      for (int row = 0; row < rows.length; row++) {
        read.readDilution(rows[row], read.instants[row], in);
      }
    }
    return read;
  }

  /** Reads a row's packed cells, and unpacks them once, so that damage is found here. */
  private void readDilution(byte[][] row, long instants, AnswerInput in) throws IOException {
    List<ColumnBlock> blocks = ColumnBlock.of(grid);
    DilutionCells cells = new DilutionCells(ColumnBlock.widest(grid));
    for (int block = 0; block < row.length; block++) {
      row[block] = in.bytes();
      cells.clear();
      cells.add(row[block], blocks.get(block).columns());
      cells.requireAtMost(instants);
    }
  }

  /**
   * Returns the sums of this part and another part of the same study, of other rows or instants.
   */
  public GridSums plus(GridSums other) {
    GridSums sum = ofRows(Math.min(firstRow, other.firstRow), Math.max(endRow(), other.endRow()));
    sum.add(this);
    sum.add(other);
    return sum;
  }

  /** Adds another part of the same study, whose rows these sums contain. */
  public void add(GridSums part) {
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
    if (dilution.length > 0) {
      addDilution(part, at);
    }
  }

  private void addDilution(GridSums part, int at) {
    List<ColumnBlock> blocks = ColumnBlock.of(grid);
    DilutionCells cells = new DilutionCells(ColumnBlock.widest(grid));
    for (int set = 0; set < dilution.length; set++) {
      for (int row = 0; row < part.instants.length; row++) {
        byte[][] sums = dilution[set][at + row];
        for (int block = 0; block < sums.length; block++) {
          int columns = blocks.get(block).columns();
          if (DilutionCells.areEmpty(sums[block], columns)) {
            sums[block] = part.dilution[set][row][block];
            continue;
          }
          cells.clear();
          cells.add(sums[block], columns);
          cells.add(part.dilution[set][row][block], columns);
          sums[block] = cells.pack(columns);
        }
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

  public void addInstants(int row, long more) {
    long sum = instants(row) + more;
    if (sum > MOST_INSTANTS) {
      throw new IllegalArgumentException(
          "%s instants are more than the %s that a tally takes".formatted(sum, MOST_INSTANTS));
    }
    instants[row - firstRow] = sum;
  }

  public int[] countSums(int system, int row) {
    return countSums[system][row - firstRow];
  }

  public int[] enoughInstants(int system, int row) {
    return enoughInstants[system][row - firstRow];
  }

  public byte[] greatestCounts(int system, int row) {
    return greatestCounts[system][row - firstRow];
  }

  public byte[] leastCounts(int system, int row) {
    return leastCounts[system][row - firstRow];
  }

  public boolean hasAheadOfAll() {
    return aheadOfAllInstants.length > 0;
  }

  public int[] aheadOfAllInstants(int system, int row) {
    return aheadOfAllInstants[system][row - firstRow];
  }

  /**
   * Returns whether the lead over each other system is stored separately from the lead over all.
   */
  public boolean hasPairs() {
    return aheadInstants.length > 0;
  }

  public int[] aheadInstants(int system, int other, int row) {
    return aheadInstants[system * systems.size() + other][row - firstRow];
  }

  public DilutionSetting dilutionSetting() {
    return dilutionSetting;
  }

  byte[][] dilution(int set, int row) {
    return dilution[set][row - firstRow];
  }

  /**
   * Returns what a function makes of the dilution in each cell of a row, from west to east.
   *
   * @param set the number of a system alone, or the number of systems for all together
   * @param ofCell receives statistics and the number of a cell in them; they change afterwards
   */
  public <T> List<T> dilution(int set, int row, BiFunction<DilutionCells, Integer, T> ofCell) {
    DilutionCells cells = new DilutionCells(ColumnBlock.widest(grid));
    byte[][] packed = dilution(Math.min(set, dilution.length - 1), row);
    List<ColumnBlock> blocks = ColumnBlock.of(grid);
    List<T> made = new ArrayList<>(grid.columns());
    for (int block = 0; block < packed.length; block++) {
      int columns = blocks.get(block).columns();
      cells.clear();
      cells.add(packed[block], columns);
      for (int cell = 0; cell < columns; cell++) {
        made.add(ofCell.apply(cells, cell));
      }
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GridSums sums
        && sums.grid.equals(grid)
        && sums.systems.equals(systems)
        && sums.figures.equals(figures)
        && sums.firstRow == firstRow
        && Arrays.equals(sums.instants, instants)
        && Arrays.deepEquals(sums.countSums, countSums)
        && Arrays.deepEquals(sums.enoughInstants, enoughInstants)
        && Arrays.deepEquals(sums.greatestCounts, greatestCounts)
        && Arrays.deepEquals(sums.leastCounts, leastCounts)
        && Arrays.deepEquals(sums.aheadOfAllInstants, aheadOfAllInstants)
        && Arrays.deepEquals(sums.aheadInstants, aheadInstants)
        && (dilution.length == 0 || sums.dilutionSetting.equals(dilutionSetting))
        && Arrays.deepEquals(sums.dilution, dilution);
  }

  @Override
  public int hashCode() {
    return Objects.hash(grid, systems, figures, firstRow, Arrays.hashCode(instants));
  }
}
