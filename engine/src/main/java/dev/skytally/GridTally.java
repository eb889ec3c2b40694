package dev.skytally;

import dev.skytally.dop.CellDilution;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.internal.grid.DilutionCells;
import dev.skytally.internal.grid.GridSums;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of satellites in view from the cells of some rows of a grid, by system, over some
 * instants.
 *
 * <p>Asking for a figure of a row that has no instants throws an {@link IllegalStateException}.
 *
 * <p>It holds only whole numbers, so tallies of different rows or instants can be {@linkplain #plus
 * added} in any order with the same result to the last bit.
 *
 * <p>Immutable.
 */
public final class GridTally {
  private static final String KIND = "tally";

  private final GridSums sums;
  private final List<Optional<GnssSystem>> leaders;

  GridTally(GridSums sums) {
    this.sums = sums;
    leaders = sums.systems().stream().map(Optional::of).toList();
  }

  GridSums sums() {
    return sums;
  }

  /** {@return the grid} */
  public WorldGrid grid() {
    return sums.grid();
  }

  /** {@return the systems, in the order of the answer} */
  public List<GnssSystem> systems() {
    return sums.systems();
  }

  /** {@return the figures that were tallied besides the mean} */
  public Set<GridFigure> figures() {
    return sums.figures();
  }

  /** {@return the first row of the grid that this tally covers} */
  public int firstRow() {
    return sums.firstRow();
  }

  /** {@return the row after the last one that this tally covers} */
  public int endRow() {
    return sums.endRow();
  }

  /**
   * {@return the number of instants counted in a row; 0 for a row that this tally does not cover}
   *
   * @param row the row, 0 for the northernmost of the grid
   */
  public long instants(int row) {
    return sums.instants(row);
  }

  /**
   * {@return the mean number in view}
   *
   * @param system one of the systems that were asked for
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   */
  public double mean(GnssSystem system, int row, int column) {
    long instants = instantsCounted(row);
    return (double) sums.countSums(index(system), row)[column] / instants;
  }

  /**
   * {@return the greatest number in view}
   *
   * @param system one of the systems that were asked for
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#RANGE} was not tallied
   */
  public int max(GnssSystem system, int row, int column) {
    require(GridFigure.RANGE);
    instantsCounted(row);
    return sums.greatestCounts(index(system), row)[column];
  }

  /**
   * {@return the least number in view}
   *
   * @param system one of the systems that were asked for
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#RANGE} was not tallied
   */
  public int min(GnssSystem system, int row, int column) {
    require(GridFigure.RANGE);
    instantsCounted(row);
    return sums.leastCounts(index(system), row)[column];
  }

  /**
   * {@return the share of the instants, 0 to 1, with four or more in view}
   *
   * @param system one of the systems that were asked for
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#AVAILABLE} was not tallied
   */
  public double shareAtLeastFour(GnssSystem system, int row, int column) {
    require(GridFigure.AVAILABLE);
    return share(sums.enoughInstants(index(system), row)[column], row);
  }

  /**
   * {@return the share of the instants, 0 to 1, in which one system has more in view than another}
   *
   * @param system one of the systems that were asked for
   * @param other another system
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#PAIRS} was not tallied
   */
  public double shareAhead(GnssSystem system, GnssSystem other, int row, int column) {
    require(GridFigure.PAIRS);
    int first = index(system);
    int second = index(other);
    if (first == second) {
      return 0;
    }
    int[] ahead =
        sums.hasPairs()
            ? sums.aheadInstants(first, second, row)
            : sums.aheadOfAllInstants(first, row);
    return share(ahead[column], row);
  }

  /**
   * {@return the share of the instants, 0 to 1, in which a system has more in view than every
   * other} If there is no other system, the share is 1.
   *
   * @param system one of the systems that were asked for
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#LEADER} was not tallied
   */
  public double shareAheadOfAll(GnssSystem system, int row, int column) {
    require(GridFigure.LEADER);
    int i = index(system);
    return systems().size() == 1 ? 1 : share(sums.aheadOfAllInstants(i, row)[column], row);
  }

  /**
   * {@return the system that is ahead of all others at the most instants of a cell; empty if two or
   * more share the first place, or there is no system}
   *
   * @param row the row, 0 for the northernmost of the grid
   * @param column the column, 0 for the westernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#LEADER} was not tallied
   */
  public Optional<GnssSystem> leader(int row, int column) {
    require(GridFigure.LEADER);
    instantsCounted(row);
    int first = 0;
    boolean tie = systems().isEmpty();
    for (int i = 1; i < systems().size(); i++) {
      int order =
          Integer.compare(
              sums.aheadOfAllInstants(i, row)[column], sums.aheadOfAllInstants(first, row)[column]);
      if (order > 0) {
        first = i;
        tie = false;
      } else if (order == 0) {
        tie = true;
      }
    }
    return tie ? Optional.empty() : leaders.get(first);
  }

  /**
   * {@return the dilution of precision of one system in the cells of a row, from west to east}
   *
   * @param system one of the systems that were asked for
   * @param row the row, 0 for the northernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#DILUTION} was not tallied
   */
  public List<CellDilution> dilution(GnssSystem system, int row) {
    return dilution(index(system), row);
  }

  /**
   * {@return the dilution of precision of all systems together in the cells of a row, from west to
   * east}
   *
   * @param row the row, 0 for the northernmost of the grid
   * @throws IllegalStateException if {@link GridFigure#DILUTION} was not tallied
   */
  public List<CellDilution> dilutionTogether(int row) {
    return dilution(systems().size(), row);
  }

  private List<CellDilution> dilution(int set, int row) {
    require(GridFigure.DILUTION);
    long instants = instantsCounted(row);
    return List.copyOf(
        sums.dilution(
            set,
            row,
            (cells, cell) ->
                new CellDilution(
                    (double) cells.positions(cell) / instants,
                    (double) cells.good(cell) / instants,
                    figures(cells, cell, 0, instants),
                    figures(cells, cell, 1, instants),
                    figures(cells, cell, 2, instants))));
  }

  private static CellDilution.Figures figures(
      DilutionCells cells, int column, int figure, long instants) {
    return new CellDilution.Figures(
        cells.mean(column, figure),
        cells.percentile(column, figure, (50 * instants + 99) / 100),
        cells.percentile(column, figure, (95 * instants + 99) / 100),
        cells.greatest(column, figure));
  }

  /** {@return the greatest PDOP that counts as good} */
  public double goodPdop() {
    return sums.dilutionSetting().goodPdop();
  }

  /** {@return which systems share a receiver clock if all are used together} */
  public ReceiverClocks clocks() {
    return new ReceiverClocks(
        sums.dilutionSetting().clocks().stream()
            .filter(clock -> clock.size() > 1)
            .map(Set::copyOf)
            .toList());
  }

  private void require(GridFigure figure) {
    if (!figures().contains(figure)) {
      throw new IllegalStateException(
          "%s was not tallied, only %s: add it in WorldStudy.tallying"
              .formatted(figure, figures().isEmpty() ? "the mean" : figures()));
    }
  }

  private double share(int sum, int row) {
    return (double) sum / instantsCounted(row);
  }

  private long instantsCounted(int row) {
    long instants = sums.instants(row);
    if (instants == 0) {
      throw new IllegalStateException("row " + row + " has no instants yet");
    }
    return instants;
  }

  private int index(GnssSystem system) {
    int i = systems().indexOf(system);
    if (i < 0) {
      throw new IllegalArgumentException(system + " is not among the study's systems " + systems());
    }
    return i;
  }

  /**
   * Adds the tally of other instants or other rows. Rows between the two that neither covers have
   * no instants yet.
   *
   * @param other the other tally, of the same study
   * @return the sum
   * @throws IllegalArgumentException if grids, systems, figures, clocks or limits differ, or a row
   *     would have more instants than a sum of counts can hold, some 17 million
   */
  public GridTally plus(GridTally other) {
    List<String> differences = differences(other);
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException("these tallies are of different " + differences);
    }
    return new GridTally(sums.plus(other.sums));
  }

  /**
   * Writes the tally in a compact format that {@link #readFrom} reads on any machine, for example a
   * sum over days whose satellites differ. The same tally has the same bytes. The stream is not
   * closed, and nothing may follow in it.
   *
   * @param stream the stream, which stays open
   * @throws IOException if the stream cannot be written
   */
  public void writeTo(OutputStream stream) throws IOException {
    AnswerOutput out = new AnswerOutput(stream, KIND);
    sums.writeTo(out);
    out.finish();
  }

  /**
   * Reads a tally that {@link #writeTo} wrote.
   *
   * @param stream holds this tally alone; read to its end, not closed
   * @return the tally
   * @throws dev.skytally.input.InputFormatException if the stream is not such a tally, has another
   *     version, or is truncated or damaged
   * @throws IOException if the stream cannot be read
   */
  public static GridTally readFrom(InputStream stream) throws IOException {
    return AnswerInput.read(stream, KIND, in -> new GridTally(GridSums.read(in)));
  }

  /** Returns what prevents adding another tally. */
  List<String> differences(GridTally other) {
    List<String> differences = new ArrayList<>();
    if (!other.grid().equals(grid())) {
      differences.add("grid");
    }
    if (!other.systems().equals(systems())) {
      differences.add("systems");
    }
    if (!other.figures().equals(figures())) {
      differences.add("figures");
    } else if (figures().contains(GridFigure.DILUTION)
        && !other.sums.dilutionSetting().equals(sums.dilutionSetting())) {
      differences.add("clocks or good PDOP");
    }
    return differences;
  }

  /** Tallies are equal if they are of the same grid, systems and figures, and all numbers agree. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GridTally tally && tally.sums.equals(sums);
  }

  @Override
  public int hashCode() {
    return sums.hashCode();
  }
}
