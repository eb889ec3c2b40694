package dev.skytally;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.flight.Flight;
import dev.skytally.internal.flight.Workers;
import dev.skytally.internal.grid.GridSums;
import dev.skytally.internal.grid.RowSweep;
import dev.skytally.internal.grid.Tracks;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * A question: how many of these satellites are in view from every cell of a grid, and which system
 * is ahead there, at equally spaced instants?
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
 * pieces that were run anywhere and in any order make the whole by {@link WorldResult#plus}. Each
 * flies the satellites through the whole window, as one that falls on the last day counts on none.
 *
 * <p>Instances are immutable; each step returns a new one. The same question gives the same answer,
 * bit for bit, for any number of threads and any pieces.
 */
public final class WorldStudy {
  /** More instants than that are not tallied; some 17 million. */
  public static final long MOST_INSTANTS = GridSums.MOST_INSTANTS;

  /** What is sampled at once, at most, so that memory does not grow with the window. */
  private static final int INSTANTS_AT_ONCE = 4096;

  /** The rows between two reports of progress. */
  private static final int ROWS_AT_ONCE = 64;

  private final Constellation constellation;
  private WorldGrid grid = WorldGrid.cells(1);
  private Instant start;
  private Duration duration;
  private Duration step = Duration.ofMinutes(1);
  private ElevationMask mask = ElevationMask.ofDegrees(0);
  private EarthOrientation orientation = EarthOrientation.mean();
  private Set<GridFigure> figures = EnumSet.allOf(GridFigure.class);
  private int firstRow;
  private int endRow;
  private long firstInstant;
  private long endInstant = Long.MAX_VALUE;
  private int threads = Runtime.getRuntime().availableProcessors();
  private DoubleConsumer progress = part -> {};

  private WorldStudy(Constellation constellation) {
    this.constellation = constellation;
    endRow = grid.rows();
  }

  private WorldStudy copy() {
    WorldStudy copy = new WorldStudy(constellation);
    copy.grid = grid;
    copy.start = start;
    copy.duration = duration;
    copy.step = step;
    copy.mask = mask;
    copy.orientation = orientation;
    copy.figures = figures;
    copy.firstRow = firstRow;
    copy.endRow = endRow;
    copy.firstInstant = firstInstant;
    copy.endInstant = endInstant;
    copy.threads = threads;
    copy.progress = progress;
    return copy;
  }

  /**
   * A question about these satellites.
   *
   * @throws IllegalArgumentException if a system has more than 127
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
    return new WorldStudy(constellation);
  }

  /** The places to look from; the cells of one degree if not called. All their rows again. */
  public WorldStudy on(WorldGrid grid) {
    WorldStudy next = copy();
    next.grid = grid;
    next.firstRow = 0;
    next.endRow = grid.rows();
    return next;
  }

  /**
   * The window, from {@code start} (inclusive) to {@code start + duration} (exclusive), to the
   * microsecond.
   *
   * @throws IllegalArgumentException if the duration is less than a millisecond, or the window is
   *     not within the years 1957 to 2199
   */
  public WorldStudy over(Instant start, Duration duration) {
    VisibilityStudy.requireWindow(start, duration);
    WorldStudy next = copy();
    next.start = start;
    next.duration = duration;
    return next;
  }

  /**
   * Counts at {@code start + k * step}; every minute if not called.
   *
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   */
  public WorldStudy every(Duration step) {
    WorldStudy next = copy();
    next.step = VisibilityStudy.requireStep(step);
    return next;
  }

  /**
   * The mask of every cell; 0 degrees if not called.
   *
   * @throws IllegalArgumentException if the mask is not the same all around
   */
  public WorldStudy above(ElevationMask mask) {
    if (!mask.isConstant()) {
      throw new IllegalArgumentException("the mask of a grid must be the same all around");
    }
    WorldStudy next = copy();
    next.mask = mask;
    return next;
  }

  /** How the Earth is turned; by mean sidereal time if not called. */
  public WorldStudy orientedBy(EarthOrientation orientation) {
    WorldStudy next = copy();
    next.orientation = orientation;
    return next;
  }

  /** What to tally beside the mean, which costs least alone; everything if not called. */
  public WorldStudy tallying(Set<GridFigure> figures) {
    WorldStudy next = copy();
    next.figures = Set.copyOf(figures);
    return next;
  }

  /** A piece of the study: the rows from the first (inclusive) to the end (exclusive) alone. */
  public WorldStudy rows(int firstRow, int endRow) {
    if (firstRow < 0 || firstRow >= endRow || endRow > grid.rows()) {
      throw new IllegalArgumentException(
          "rows %s to %s are no rows of 0 to %s".formatted(firstRow, endRow, grid.rows()));
    }
    WorldStudy next = copy();
    next.firstRow = firstRow;
    next.endRow = endRow;
    return next;
  }

  /**
   * A piece of the study: the instants from the first (inclusive) to the end (exclusive) alone,
   * counted in steps from the start. Those beyond the window do not count.
   */
  public WorldStudy instants(long firstInstant, long endInstant) {
    if (firstInstant < 0 || firstInstant >= endInstant) {
      throw new IllegalArgumentException(
          "instants %s to %s are none".formatted(firstInstant, endInstant));
    }
    WorldStudy next = copy();
    next.firstInstant = firstInstant;
    next.endInstant = endInstant;
    return next;
  }

  /** At most so many threads; all processors if not called. */
  public WorldStudy threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads are too few; at least 1");
    }
    WorldStudy next = copy();
    next.threads = threads;
    return next;
  }

  /** Told the finished part, 0 to 1, now and then, from the caller's thread. */
  public WorldStudy reporting(DoubleConsumer progress) {
    WorldStudy next = copy();
    next.progress = progress;
    return next;
  }

  /**
   * Tallies every cell.
   *
   * @throws IllegalStateException if {@link #over} was not called
   * @throws IllegalArgumentException if there are more than {@link #MOST_INSTANTS}
   */
  public WorldResult run() {
    if (start == null) {
      throw new IllegalStateException("a study needs a window: call over(start, duration)");
    }
    Window window = new Window(start, duration, Optional.of(step));
    long inWindow = window.weightBefore(window.endMicros());
    long end = Math.min(endInstant, inWindow);
    if (end - firstInstant > MOST_INSTANTS) {
      throw new IllegalArgumentException(
          "%s instants are more than the %s that a world study takes: lengthen the step"
              .formatted(end - firstInstant, MOST_INSTANTS));
    }
    if (firstInstant >= end) {
      throw new IllegalArgumentException(
          "instants from %s on are beyond the window's %s".formatted(firstInstant, inWindow));
    }
    Flight flight = new Flight(constellation, window, orientation, threads, part -> {});
    RowWork work = flight.run(flying -> new RowWork(flying, flight.threads(), window, end));
    return new WorldResult(
        flight.flying(),
        start,
        duration,
        step,
        mask,
        new GridTally(work.sums),
        List.of(new WorldResult.Piece(firstRow, endRow, firstInstant, end)));
  }

  /** The instants of a piece, block by block. */
  private final class RowWork implements Flight.BlockWork {
    private final Window window;
    private final long end;
    private final GridSums sums;
    private final RowSweep[] sweeps;

    RowWork(Constellation flying, int threads, Window window, long end) {
      this.window = window;
      this.end = end;
      sums = new GridSums(grid, flying.systems(), figures, firstRow, endRow);
      int[] systems = Flight.systemIndices(flying);
      sweeps = new RowSweep[threads];
      for (int worker = 0; worker < sweeps.length; worker++) {
        sweeps[worker] =
            new RowSweep(grid, mask.leastElevationRadians(), systems, flying.systems().size());
      }
    }

    @Override
    public void finish(EphemerisBlock block, Workers workers) {
      long from = firstFrom(block.startMicros(0));
      long to = firstFrom(block.startMicros(block.steps()));
      for (long first = from; first < to; first += INSTANTS_AT_ONCE) {
        int count = (int) Math.min(INSTANTS_AT_ONCE, to - first);
        Tracks tracks =
            new Tracks(grid, block, window.sampleMicros(first), window.stepMicros(), count);
        workers.run(block.satellites(), (worker, j) -> tracks.sample(j));
        sweepRows(tracks, first, workers);
      }
    }

    private void sweepRows(Tracks tracks, long first, Workers workers) {
      for (int from = firstRow; from < endRow; from += ROWS_AT_ONCE) {
        int begin = from;
        int rows = Math.min(ROWS_AT_ONCE, endRow - from);
        workers.run(rows, (worker, i) -> sweeps[worker].sweep(begin + i, tracks, sums));
        double partOfRows = (double) (from + rows - firstRow) / (endRow - firstRow);
        progress.accept(
            (first - firstInstant + partOfRows * tracks.instants()) / (end - firstInstant));
      }
    }

    /** The first instant of this piece that is not before a time, or its end. */
    private long firstFrom(long utcMicros) {
      return Math.max(firstInstant, Math.min(end, window.weightBefore(utcMicros)));
    }
  }
}
