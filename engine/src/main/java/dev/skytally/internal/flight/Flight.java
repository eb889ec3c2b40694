package dev.skytally.internal.flight;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.tally.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * Propagates satellites through a window and removes those that cannot be propagated to its end.
 *
 * <p>How it works: the window is cut into blocks of half a day, which fit into a processor's cache.
 * While {@link BlockWork} runs on one block, every satellite is propagated through the next ({@link
 * EphemerisBlock}). So memory does not grow with the window, and threads wait for each other once
 * per block. If an orbit breaks down, the flight starts again without that satellite. So a
 * satellite counts either for the whole window or not at all.
 */
public final class Flight {
  private static final double REPORTED_PART = 0.01;

  private final Window window;
  private final long fromMicros;
  private final long endMicros;
  private final EarthOrientation orientation;
  private final int threads;
  private final Optional<Executor> executor;
  private final DoubleConsumer progress;
  private Optional<SampleTimes> only = Optional.empty();

  /** Of an earlier flight, by their starts, microseconds of UTC. */
  private Map<Long, EphemerisBlock> kept = Map.of();

  private Constellation flying;
  private double reported;

  /**
   * Creates a flight, not begun yet.
   *
   * @param window the window for which the orbits must be known
   * @param fromMicros the start of the part of the window to propagate through, microseconds of UTC
   * @param endMicros the end of that part
   * @param threads the greatest number of threads
   * @param executor provides all threads except the caller's; empty to create threads
   * @param progress receives the finished share, 0 to 1, in steps of a hundredth
   */
  public Flight(
      Constellation constellation,
      Window window,
      long fromMicros,
      long endMicros,
      EarthOrientation orientation,
      int threads,
      Optional<Executor> executor,
      DoubleConsumer progress) {
    this.window = window;
    this.fromMicros = fromMicros;
    this.endMicros = endMicros;
    this.orientation = orientation;
    this.threads = threads;
    this.executor = executor;
    this.progress = progress;
    flying = constellation;
  }

  /** Skips all blocks without a sample. */
  public Flight through(SampleTimes times) {
    only = Optional.of(times);
    return this;
  }

  /**
   * Takes blocks of {@link #blocks} of an earlier flight, of the same satellites through the same
   * window, instead of propagating.
   */
  public Flight reusing(Map<Long, EphemerisBlock> blocks) {
    kept = blocks;
    return this;
  }

  /** Work on each block, one block after the other. By default there is none. */
  public interface BlockWork {
    /** Returns the number of independent pieces of work on a block. */
    default int pieces() {
      return 0;
    }

    /** Does one piece while the satellites are propagated through the next block. */
    public default void run(int worker, int piece, EphemerisBlock block) {}

    /** Runs once all pieces of a block are done. */
    default void finish(EphemerisBlock block, Workers workers) {}
  }

  Window window() {
    return window;
  }

  public int threads() {
    return threads;
  }

  /** Returns the constellation without the members that could not be propagated. */
  public Constellation flying() {
    return flying;
  }

  /**
   * Propagates without work on the blocks, and returns the constellation that could be propagated.
   */
  public Constellation run() {
    run(constellation -> new BlockWork() {});
    return flying;
  }

  /** Propagates without work on the blocks, and returns them by their starts. */
  public Map<Long, EphemerisBlock> blocks() {
    return run(constellation -> new KeepingWork()).blocks;
  }

  private static final class KeepingWork implements BlockWork {
    private final Map<Long, EphemerisBlock> blocks = new HashMap<>();

    @Override
    public void finish(EphemerisBlock block, Workers workers) {
      blocks.put(block.startMicros(0), block);
    }
  }

  /**
   * Propagates through the window.
   *
   * @param newWork creates the work for the satellites; called again if some cannot be propagated
   * @return the work that received all blocks
   */
  public <W extends BlockWork> W run(Function<Constellation, W> newWork) {
    try (Workers workers = new Workers(threads, executor)) {
      while (true) {
        W work = newWork.apply(flying);
        if (fly(work, workers)) {
          return work;
        }
      }
    }
  }

  /**
   * Returns whether all satellites were propagated to the end; if not, the others were removed from
   * {@link #flying}.
   */
  private boolean fly(BlockWork work, Workers workers) {
    Fleet fleet = new Fleet(flying.members());
    TimeGrid grid = TimeGrid.of(flying.members().stream().map(Member::orbit).toList());
    long[] spans = spans(grid.stepMicros() * grid.stepsPerSpan());
    reported = 0;
    EphemerisBlock first = block(grid, spans[0]);
    workers.run(fleet.toFly(first), (worker, j) -> fleet.fly(j, first));
    EphemerisBlock block = first;
    for (int i = 0; i < spans.length; i++) {
      if (grounded(fleet.failures)) {
        return false;
      }
      EphemerisBlock current = block;
      boolean isLast = i + 1 == spans.length;
      EphemerisBlock next = isLast ? current : block(grid, spans[i + 1]);
      int toFly = isLast ? 0 : fleet.toFly(next);
      double done = i;
      workers.run(
          toFly + work.pieces(),
          (worker, piece) -> {
            if (piece < toFly) {
              fleet.fly(piece, next);
            } else {
              work.run(worker, piece - toFly, current);
            }
          },
          part -> report((done + part) / spans.length));
      work.finish(current, workers);
      report((done + 1) / spans.length);
      block = next;
    }
    return true;
  }

  /** Returns the numbers of the blocks to fly, each of {@code spanMicros}, ascending. */
  private long[] spans(long spanMicros) {
    long first = Math.floorDiv(fromMicros, spanMicros);
    long last = Math.floorDiv(endMicros - 1, spanMicros);
    long[] spans = new long[(int) (last - first + 1)];
    int count = 0;
    for (long span = first; span <= last; span++) {
      if (only.isEmpty()
          || only.get().countBefore(span * spanMicros)
              < only.get().countBefore((span + 1) * spanMicros)) {
        spans[count++] = span;
      }
    }
    return Arrays.copyOf(spans, count);
  }

  private void report(double part) {
    if (part >= reported + REPORTED_PART || (part == 1 && reported < 1)) {
      reported = part;
      progress.accept(part);
    }
  }

  private EphemerisBlock block(TimeGrid grid, long span) {
    EphemerisBlock block = kept.get(span * EphemerisBlock.SPAN_MICROS);
    return block == null
        ? new EphemerisBlock(grid, orientation, span, flying.members().size())
        : block;
  }

  /** The position source of each satellite, created on first use, and the reasons why some fail. */
  private final class Fleet {
    final String[] failures;
    private final List<Member> members;
    private final PositionSource[] sources;

    Fleet(List<Member> members) {
      this.members = members;
      failures = new String[members.size()];
      sources = new PositionSource[members.size()];
    }

    /** Returns the number of satellites to propagate through a block. */
    int toFly(EphemerisBlock block) {
      return kept.containsValue(block) ? 0 : sources.length;
    }

    void fly(int satellite, EphemerisBlock block) {
      try {
        if (sources[satellite] == null) {
          sources[satellite] =
              PositionSource.of(members.get(satellite).orbit(), window.start(), window.end());
        }
        block.propagate(satellite, sources[satellite]);
      } catch (PropagationException e) {
        failures[satellite] = e.getMessage();
      }
    }
  }

  /** Removes the satellites that failed from {@link #flying}, and returns whether there are any. */
  private boolean grounded(String[] failures) {
    List<Member> members = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>(flying.excluded());
    for (int j = 0; j < failures.length; j++) {
      Member member = flying.members().get(j);
      if (failures[j] == null) {
        members.add(member);
      } else {
        excluded.add(
            Exclusion.of(new Missing(member.satellite(), Missing.Reason.NOT_FLOWN, failures[j])));
      }
    }
    if (members.size() == flying.members().size()) {
      return false;
    }
    flying = flying.with(members, excluded);
    return true;
  }

  /** Returns the index of each member's system among the constellation's systems. */
  public static int[] systemIndices(Constellation constellation) {
    return constellation.members().stream()
        .mapToInt(member -> constellation.systems().indexOf(member.satellite().system()))
        .toArray();
  }
}
