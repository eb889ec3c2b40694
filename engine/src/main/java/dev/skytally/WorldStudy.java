package dev.skytally;

import dev.skytally.WorldResult.Piece;
import dev.skytally.dop.CellDilution;
import dev.skytally.dop.Dilution;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.flight.Flight;
import dev.skytally.internal.flight.Workers;
import dev.skytally.internal.grid.DilutionSetting;
import dev.skytally.internal.grid.GridSums;
import dev.skytally.internal.grid.RowDilution;
import dev.skytally.internal.grid.RowSweep;
import dev.skytally.internal.grid.Tracks;
import dev.skytally.internal.visibility.UsableTimes;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A study of how many satellites are in view from every cell of a grid, and which system is ahead
 * there, at equally spaced instants.
 *
 * <pre>{@code
 * var result = WorldStudy.of(constellation)
 *     .on(WorldGrid.cells(0.25))
 *     .over(start, Duration.ofDays(1))
 *     .above(ElevationMask.ofDegrees(5))
 *     .run();
 * result.tally().mean(BDS, row, column);
 * }</pre>
 *
 * <p>The work falls into independent pieces, {@link #rows} times {@link #instants}; the results of
 * pieces that were run anywhere and in any order make the whole by {@link WorldResult#plus}. A
 * satellite counts only if it can be propagated over the whole window. So each piece propagates the
 * whole window, unless {@link #settled} has already found these satellites.
 *
 * <p>The same question gives the same answer, bit for bit, for any number of threads and any
 * pieces.
 *
 * <p>Immutable.
 */
public final class WorldStudy extends Study<WorldStudy> {
  /** The greatest number of instants of a study, some 17 million. */
  public static final long MOST_INSTANTS = GridSums.MOST_INSTANTS;

  /**
   * {@return the number of instants of a window: one at its start and one after each step}
   *
   * @param window the length of the window
   * @param step the time between two instants
   */
  public static long countInstants(Duration window, Duration step) {
    return 1 + window.minusNanos(1).dividedBy(step);
  }

  /**
   * The greatest number of instants that are sampled at once, so that memory does not grow with the
   * window.
   */
  private static final int INSTANTS_AT_ONCE = RowDilution.MOST_INSTANTS;

  /**
   * The greatest PDOP that navigation accepts: the GPS Standard Positioning Service Performance
   * Standard, section 3.8, calls a PDOP of 6 or less available.
   */
  public static final double GOOD_PDOP = 6;

  private final WorldGrid grid;
  private final Duration step;
  private final Set<GridFigure> figures;
  private final ReceiverClocks clocks;
  private final double goodPdop;
  private final Piece piece;
  private final boolean isSettled;

  private WorldStudy(
      StudySetting setting,
      WorldGrid grid,
      Duration step,
      Set<GridFigure> figures,
      ReceiverClocks clocks,
      double goodPdop,
      Piece piece,
      boolean isSettled) {
    super(setting);
    this.grid = grid;
    this.step = step;
    this.figures = figures;
    this.clocks = clocks;
    this.goodPdop = goodPdop;
    this.piece = piece;
    this.isSettled = isSettled;
  }

  /**
   * Creates a study of these satellites with cells of one degree, a step of one minute and all
   * figures except the dilution of precision.
   *
   * @param constellation the satellites
   * @return the study
   * @throws IllegalArgumentException if a system has more than 127 satellites
   */
  public static WorldStudy of(Constellation constellation) {
    for (GnssSystem system : constellation.systems()) {
      int satellites = constellation.members(system).size();
      if (satellites > RowSweep.MOST_SATELLITES_OF_SYSTEM) {
        throw new IllegalArgumentException(
            "%s satellites of %s are more than the %s that a world study takes"
                .formatted(satellites, system, RowSweep.MOST_SATELLITES_OF_SYSTEM));
      }
    }
    WorldGrid grid = WorldGrid.cells(1);
    return new WorldStudy(
        StudySetting.of(constellation),
        grid,
        Duration.ofMinutes(1),
        EnumSet.complementOf(EnumSet.of(GridFigure.DILUTION)),
        ReceiverClocks.DEFAULT,
        GOOD_PDOP,
        Piece.whole(grid),
        false);
  }

  @Override
  WorldStudy with(StudySetting newSetting) {
    if (!newSetting.mask().isConstant()) {
      throw new IllegalArgumentException("the mask of a grid must be the same all around");
    }
    boolean sameWindow = newSetting.window().equals(setting().window());
    return new WorldStudy(
        newSetting, grid, step, figures, clocks, goodPdop, piece, isSettled && sameWindow);
  }

  /**
   * Sets the grid, with all its rows.
   *
   * @param newGrid the grid
   * @return the study with this setting
   */
  public WorldStudy on(WorldGrid newGrid) {
    return new WorldStudy(
        setting(),
        newGrid,
        step,
        figures,
        clocks,
        goodPdop,
        new Piece(0, newGrid.rows(), piece.firstInstant(), piece.endInstant()),
        isSettled);
  }

  /**
   * Counts at {@code start + k * step}.
   *
   * @param newStep the time between two instants
   * @return the study with this setting
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   */
  public WorldStudy every(Duration newStep) {
    return new WorldStudy(
        setting(),
        grid,
        StudySetting.requireStep(newStep),
        figures,
        clocks,
        goodPdop,
        piece,
        isSettled);
  }

  /**
   * Sets the figures to tally besides the mean. The mean alone takes the least time.
   *
   * @param newFigures the figures
   * @return the study with this setting
   */
  public WorldStudy tallying(Set<GridFigure> newFigures) {
    return new WorldStudy(
        setting(), grid, step, Set.copyOf(newFigures), clocks, goodPdop, piece, isSettled);
  }

  /**
   * Tallies the {@linkplain GridFigure#DILUTION dilution of precision} too. Without this setting,
   * it is tallied with the {@linkplain ReceiverClocks#DEFAULT default clocks} and a limit of 6.
   *
   * @param newClocks which systems share a receiver clock where all are used together
   * @param newGoodPdop the greatest PDOP that {@link CellDilution#shareGood} counts
   * @return the study with this setting
   * @throws IllegalArgumentException if the limit is not 0.001 to 1000
   */
  public WorldStudy withDilution(ReceiverClocks newClocks, double newGoodPdop) {
    if (!(newGoodPdop >= 0.001 && newGoodPdop <= Dilution.WORST_PDOP)) {
      throw new IllegalArgumentException(
          "the PDOP limit is %s, expected 0.001 to 1000".formatted(newGoodPdop));
    }
    Set<GridFigure> more = EnumSet.of(GridFigure.DILUTION);
    more.addAll(figures);
    return new WorldStudy(
        setting(), grid, step, Set.copyOf(more), newClocks, newGoodPdop, piece, isSettled);
  }

  /**
   * Restricts the study to a piece, the rows from the first (inclusive) to the end (exclusive).
   *
   * @param firstRow the first row
   * @param endRow the row after the last
   * @return the piece
   * @throws IllegalArgumentException if the grid has no such rows
   */
  public WorldStudy rows(int firstRow, int endRow) {
    if (firstRow < 0 || firstRow >= endRow || endRow > grid.rows()) {
      throw new IllegalArgumentException(
          "rows %s to %s are not within 0 to %s".formatted(firstRow, endRow, grid.rows()));
    }
    return new WorldStudy(
        setting(),
        grid,
        step,
        figures,
        clocks,
        goodPdop,
        new Piece(firstRow, endRow, piece.firstInstant(), piece.endInstant()),
        isSettled);
  }

  /**
   * Restricts the study to a piece, the instants from the first (inclusive) to the end (exclusive),
   * counted in steps from the start. Instants beyond the window do not count.
   *
   * @param firstInstant the first instant
   * @param endInstant the instant after the last
   * @return the piece
   * @throws IllegalArgumentException if there are no such instants
   */
  public WorldStudy instants(long firstInstant, long endInstant) {
    if (firstInstant < 0 || firstInstant >= endInstant) {
      throw new IllegalArgumentException(
          "there are no instants from %s to %s".formatted(firstInstant, endInstant));
    }
    return new WorldStudy(
        setting(),
        grid,
        step,
        figures,
        clocks,
        goodPdop,
        new Piece(piece.firstRow(), piece.endRow(), firstInstant, endInstant),
        isSettled);
  }

  /**
   * Finds once which satellites can be propagated over the whole window, and returns the study of
   * only these. Its pieces propagate only their own instants, and their results are the same bit
   * for bit.
   *
   * @return the study of these satellites
   * @throws IllegalStateException if {@link #over} was not called
   */
  public WorldStudy settled() {
    return new WorldStudy(
        setting().about(flown()), grid, step, figures, clocks, goodPdop, piece, true);
  }

  /**
   * Divides the study into pieces that together cost little more than the whole. The pieces are
   * {@linkplain #settled settled} and consist of half days of UTC, because satellites are
   * propagated by half days. If there are fewer half days than pieces, the rows are divided too.
   * The same study is always divided in the same way.
   *
   * @param count the least number of pieces. There are fewer only if the study has fewer rows times
   *     half days, and more if the rows of each half day do not divide evenly
   * @return the pieces
   * @throws IllegalStateException if {@link #over} was not called
   */
  public List<WorldStudy> pieces(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " pieces are too few; at least 1");
    }
    Window window = setting().window(Optional.of(step));
    List<Long> edges = halfDays(window, endInstant(window));
    int stretches = Math.min(count, edges.size() - 1);
    int allRows = piece.endRow() - piece.firstRow();
    int bands = Math.min((count - 1) / stretches + 1, allRows);
    WorldStudy settled = isSettled ? this : settled();
    List<WorldStudy> pieces = new ArrayList<>();
    for (int stretch = 0; stretch < stretches; stretch++) {
      long first = edges.get(part(edges.size() - 1, stretch, stretches));
      long end = edges.get(part(edges.size() - 1, stretch + 1, stretches));
      for (int band = 0; band < bands; band++) {
        pieces.add(
            settled
                .instants(first, end)
                .rows(
                    piece.firstRow() + part(allRows, band, bands),
                    piece.firstRow() + part(allRows, band + 1, bands)));
      }
    }
    return List.copyOf(pieces);
  }

  /** Returns the end of this piece's instants in a window that has some of them. */
  private long endInstant(Window window) {
    long inWindow = window.totalWeight();
    if (piece.firstInstant() >= inWindow) {
      throw new IllegalArgumentException(
          "instants from %s on are beyond the window's %s"
              .formatted(piece.firstInstant(), inWindow));
    }
    return Math.min(piece.endInstant(), inWindow);
  }

  private static int part(int all, int number, int parts) {
    return (int) ((long) all * number / parts);
  }

  /** Returns the first instant of each half day of this piece that has one, and the end. */
  private List<Long> halfDays(Window window, long end) {
    List<Long> edges = new ArrayList<>();
    long instant = piece.firstInstant();
    while (instant < end) {
      edges.add(instant);
      long halfDay = Math.floorDiv(window.sampleMicros(instant), EphemerisBlock.SPAN_MICROS);
      instant = window.weightBefore((halfDay + 1) * EphemerisBlock.SPAN_MICROS);
    }
    edges.add(end);
    return edges;
  }

  /**
   * Tallies every cell.
   *
   * @return the answer
   * @throws IllegalStateException if {@link #over} was not called
   * @throws IllegalArgumentException if there are more than {@link #MOST_INSTANTS}
   */
  public WorldResult run() {
    Window window = setting().window(Optional.of(step));
    long first = piece.firstInstant();
    long end = endInstant(window);
    if (end - first > MOST_INSTANTS) {
      throw new IllegalArgumentException(
          "%s instants are more than the %s that a world study takes: lengthen the step"
              .formatted(end - first, MOST_INSTANTS));
    }
    Piece run = new Piece(piece.firstRow(), piece.endRow(), first, end);
    StudySetting silent = setting().reporting(part -> {});
    Flight flight =
        isSettled
            ? silent.flight(window, window.sampleMicros(first), window.sampleMicros(end - 1) + 1)
            : silent.flight(window);
    RowWork work = flight.run(flying -> new RowWork(flying, flight.threads(), window, run));
    return new WorldResult(
        flight.flying(),
        window.start(),
        window.duration(),
        step,
        setting().mask(),
        work.usable,
        new GridTally(work.sums),
        List.of(run));
  }

  /** The instants of a piece, block by block. */
  private final class RowWork implements Flight.BlockWork {
    private final Window window;
    private final Piece run;
    private final UsableTimes usable;
    private final GridSums sums;
    private final RowSweep[] sweeps;

    /** Empty if the dilution is not wanted. */
    private final RowDilution[] dilutions;

    RowWork(Constellation flying, int threads, Window window, Piece run) {
      this.window = window;
      this.run = run;
      usable = UsableTimes.of(flying, setting().outages(), window.start(), window.end());
      DilutionSetting dilution = new DilutionSetting(clocks.divide(flying.systems()), goodPdop);
      sums = new GridSums(grid, flying.systems(), figures, dilution, run.firstRow(), run.endRow());
      int[] systems = Flight.systemIndices(flying);
      sweeps = new RowSweep[threads];
      for (int worker = 0; worker < sweeps.length; worker++) {
        sweeps[worker] =
            new RowSweep(
                grid, setting().mask().leastElevationRadians(), systems, flying.systems().size());
      }
      dilutions = new RowDilution[figures.contains(GridFigure.DILUTION) ? threads : 0];
      for (int worker = 0; worker < dilutions.length; worker++) {
        dilutions[worker] =
            new RowDilution(
                grid,
                setting().mask().leastElevationRadians(),
                systems,
                flying.systems(),
                dilution.clocks());
      }
    }

    @Override
    public void finish(EphemerisBlock block, Workers workers) {
      long from = firstFrom(block.startMicros(0));
      long to = firstFrom(block.startMicros(block.steps()));
      for (long first = from; first < to; first += INSTANTS_AT_ONCE) {
        int count = (int) Math.min(INSTANTS_AT_ONCE, to - first);
        Tracks tracks =
            new Tracks(
                grid,
                block,
                window.sampleMicros(first),
                window.stepMicros(),
                count,
                usable,
                dilutions.length > 0);
        workers.run(block.satellites(), (worker, j) -> tracks.sample(j));
        sweepRows(tracks, first, workers);
      }
    }

    private void sweepRows(Tracks tracks, long first, Workers workers) {
      int rows = run.endRow() - run.firstRow();
      double all = run.endInstant() - run.firstInstant();
      workers.run(
          rows,
          (worker, i) -> {
            sweeps[worker].sweep(run.firstRow() + i, tracks, sums);
            if (dilutions.length > 0) {
              dilutions[worker].sweep(run.firstRow() + i, tracks, sums);
            }
          },
          part ->
              setting()
                  .progress()
                  .accept((first - run.firstInstant() + part * tracks.instants()) / all));
    }

    /** Returns the first instant of this piece that is not before a time, or its end. */
    private long firstFrom(long utcMicros) {
      return Math.max(
          run.firstInstant(), Math.min(run.endInstant(), window.weightBefore(utcMicros)));
    }
  }
}
