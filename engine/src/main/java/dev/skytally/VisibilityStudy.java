package dev.skytally;

import dev.skytally.dop.DilutionCounter;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.internal.flight.Flight;
import dev.skytally.internal.flight.SkySampling;
import dev.skytally.internal.flight.Sweep;
import dev.skytally.internal.tally.SiteCounter;
import dev.skytally.internal.visibility.CrossingFinder;
import dev.skytally.internal.visibility.PassRecorder;
import dev.skytally.internal.visibility.SkyEvents;
import dev.skytally.internal.visibility.SkyRecorder;
import dev.skytally.internal.visibility.TimelineRecorder;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.Sky;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * A question: which of these satellites can be seen from these sites in this window, above this
 * mask?
 *
 * <pre>{@code
 * var result = VisibilityStudy.of(constellation)
 *     .at(WorldCapitals.all())
 *     .over(start, Duration.ofDays(1))
 *     .above(ElevationMask.ofDegrees(5))
 *     .run();
 * result.tally("Addis Ababa").inView(BDS).max();
 * }</pre>
 *
 * <p>Instances are immutable; each step returns a new one. The same question gives the same answer,
 * bit for bit, for any number of threads.
 */
public final class VisibilityStudy {
  private static final Instant FIRST = Instant.parse("1957-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration LONGEST_STEP = Duration.ofDays(36_525);

  private final Constellation constellation;
  private List<GroundSite> sites = List.of();
  private Instant start;
  private Duration duration;
  private ElevationMask mask = ElevationMask.ofDegrees(0);
  private EarthOrientation orientation = EarthOrientation.mean();
  private Optional<Duration> sampledEvery = Optional.empty();
  private ReceiverClocks clocks = ReceiverClocks.DEFAULT;
  private int threads = Runtime.getRuntime().availableProcessors();
  private DoubleConsumer progress = part -> {};

  private VisibilityStudy(Constellation constellation) {
    this.constellation = constellation;
  }

  private VisibilityStudy copy() {
    VisibilityStudy copy = new VisibilityStudy(constellation);
    copy.sites = sites;
    copy.start = start;
    copy.duration = duration;
    copy.mask = mask;
    copy.orientation = orientation;
    copy.sampledEvery = sampledEvery;
    copy.clocks = clocks;
    copy.threads = threads;
    copy.progress = progress;
    return copy;
  }

  /**
   * A question about these satellites.
   *
   * @throws IllegalArgumentException if there are more than 4096
   */
  public static VisibilityStudy of(Constellation constellation) {
    int satellites = constellation.members().size();
    if (satellites > CrossingFinder.MOST_SATELLITES) {
      throw new IllegalArgumentException(
          "%s satellites are more than the %s that a study takes"
              .formatted(satellites, CrossingFinder.MOST_SATELLITES));
    }
    return new VisibilityStudy(constellation);
  }

  /** The sites, in the order in which the answer tells of them; equal names are kept apart. */
  public VisibilityStudy at(Collection<GroundSite> sites) {
    VisibilityStudy next = copy();
    next.sites = List.copyOf(sites);
    return next;
  }

  /**
   * The window, from {@code start} (inclusive) to {@code start + duration} (exclusive), to the
   * microsecond.
   *
   * @throws IllegalArgumentException if the duration is less than a millisecond, or the window is
   *     not within the years 1957 to 2199
   */
  public VisibilityStudy over(Instant start, Duration duration) {
    requireWindow(start, duration);
    VisibilityStudy next = copy();
    next.start = start;
    next.duration = duration;
    return next;
  }

  /** The mask of every site; 0 degrees if not called. */
  public VisibilityStudy above(ElevationMask mask) {
    VisibilityStudy next = copy();
    next.mask = mask;
    return next;
  }

  /** How the Earth is turned; by mean sidereal time if not called. */
  public VisibilityStudy orientedBy(EarthOrientation orientation) {
    VisibilityStudy next = copy();
    next.orientation = orientation;
    return next;
  }

  /**
   * Counts at {@code start + k * step} only, as planning tools do, instead of exactly.
   *
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   */
  public VisibilityStudy sampledEvery(Duration step) {
    VisibilityStudy next = copy();
    next.sampledEvery = Optional.of(requireStep(step));
    return next;
  }

  /** The systems that share a receiver clock; {@link ReceiverClocks#DEFAULT} if not called. */
  public VisibilityStudy clocks(ReceiverClocks clocks) {
    VisibilityStudy next = copy();
    next.clocks = clocks;
    return next;
  }

  /** At most so many threads; all processors if not called. */
  public VisibilityStudy threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads are too few; at least 1");
    }
    VisibilityStudy next = copy();
    next.threads = threads;
    return next;
  }

  /**
   * Told the finished part, 0 to 1, after each block, from the caller's thread. It falls back to
   * the start where a satellite turns out not to fly to the end.
   */
  public VisibilityStudy reporting(DoubleConsumer progress) {
    VisibilityStudy next = copy();
    next.progress = progress;
    return next;
  }

  /**
   * Tallies every site.
   *
   * @throws IllegalStateException if {@link #over} was not called
   */
  public StudyResult run() {
    Window window = window(sampledEvery);
    Sweep sweep = sweep(window);
    List<SiteCounter> counters =
        sweep.run(flying -> counters(window, flying), (block, all, workers) -> {});
    return result(sweep, window, counters);
  }

  /**
   * Finds which satellites can be flown over the whole window.
   *
   * @return the constellation without the others, which are {@linkplain Constellation#missing()
   *     missing} in it
   * @throws IllegalStateException if {@link #over} was not called
   */
  public Constellation flown() {
    return flight(window(Optional.empty())).run();
  }

  /**
   * Tallies every site and keeps what it tallied: every rise and set, and the satellites' tracks.
   * Timelines are exact, with or without {@link #sampledEvery}.
   *
   * @throws IllegalStateException if {@link #over} was not called
   */
  public StudyRecord record() {
    Window window = window(sampledEvery);
    Sweep sweep = sweep(window);
    SatelliteTracks tracks = new SatelliteTracks(window.startMicros(), window.endMicros());
    List<Recorder> recorders =
        sweep.run(
            flying -> {
              Function<GroundSite, SiteCounter> counters = counters(window, flying);
              return site ->
                  new Recorder(
                      counters.apply(site),
                      new TimelineRecorder(window.startMicros(), window.endMicros()));
            },
            (block, all, workers) -> tracks.add(block));
    return new StudyRecord(
        result(sweep, window, recorders.stream().map(Recorder::counter).toList()),
        recorders.stream().map(recorder -> recorder.timeline().timeline()).toList(),
        tracks);
  }

  private record Recorder(SiteCounter counter, TimelineRecorder timeline) implements SkyEvents {
    @Override
    public void begin(boolean[] inView) {
      counter.begin(inView);
      timeline.begin(inView);
    }

    @Override
    public void crossing(long utcMicros, int satellite, boolean rising) {
      counter.crossing(utcMicros, satellite, rising);
      timeline.crossing(utcMicros, satellite, rising);
    }
  }

  private static Function<GroundSite, SiteCounter> counters(Window window, Constellation flying) {
    int systems = flying.systems().size();
    int[] systemOfSatellite = Flight.systemIndices(flying);
    return site -> new SiteCounter(window, systems, systemOfSatellite);
  }

  private StudyResult result(Sweep sweep, Window window, List<SiteCounter> counters) {
    List<SiteTally> tallies = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      tallies.add(counters.get(i).tally(sites.get(i), constellation.systems()));
    }
    return new StudyResult(sweep.flying(), window, mask, tallies);
  }

  /**
   * Finds every pass over every site: in the order of the sites, then by rise, then by satellite.
   * Passes are exact, with or without {@link #sampledEvery}.
   *
   * @throws IllegalStateException if {@link #over} was not called
   */
  public PassList passes() {
    Window window = window(Optional.empty());
    Sweep sweep = sweep(window);
    List<PassRecorder> recorders =
        sweep.run(
            flying -> {
              List<Satellite> satellites = satellites(flying);
              return site ->
                  new PassRecorder(site, satellites, window.startMicros(), window.endMicros());
            },
            (block, all, workers) ->
                workers.run(all.size(), (worker, i) -> all.get(i).finishBlock(block)));
    List<Pass> passes = new ArrayList<>();
    for (PassRecorder recorder : recorders) {
      passes.addAll(recorder.passes());
    }
    return new PassList(sweep.flying(), passes);
  }

  /**
   * Finds the dilution of precision at every site, of each system alone and of all together, at
   * {@code start + k * step}. Which systems share a receiver clock is set by {@link #clocks}.
   *
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   * @throws IllegalStateException if {@link #over} was not called
   */
  public DilutionResult dilution(Duration step) {
    Window window = window(Optional.of(requireStep(step)));
    Sweep sweep = sweep(window);
    List<DilutionCounter> counters =
        sweep.run(
            flying -> {
              int[] systemOfSatellite = Flight.systemIndices(flying);
              return site -> new DilutionCounter(site, flying.systems(), systemOfSatellite, clocks);
            },
            new SkySampling(window)::sample);
    return new DilutionResult(
        sweep.flying(), step, clocks, counters.stream().map(DilutionCounter::dilution).toList());
  }

  /**
   * Finds what is in view of every site at {@code start + k * step}, and where it stands; {@link
   * dev.skytally.dop.Dilution#of} tells the dilution of precision of each sky. All are kept in
   * memory: for few sites or few samples.
   *
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   * @throws IllegalStateException if {@link #over} was not called
   */
  public SkyList skies(Duration step) {
    Window window = window(Optional.of(requireStep(step)));
    Sweep sweep = sweep(window);
    List<SkyRecorder> recorders =
        sweep.run(
            flying -> {
              List<Satellite> satellites = satellites(flying);
              int systems = flying.systems().size();
              int[] systemOfSatellite = Flight.systemIndices(flying);
              return site -> new SkyRecorder(site, satellites, systems, systemOfSatellite);
            },
            new SkySampling(window)::sample);
    List<Sky> skies = new ArrayList<>();
    for (SkyRecorder recorder : recorders) {
      skies.addAll(recorder.skies());
    }
    return new SkyList(sweep.flying(), skies);
  }

  static void requireWindow(Instant start, Duration duration) {
    if (duration.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("the window " + duration + " is less than a millisecond");
    }
    if (start.isBefore(FIRST)
        || start.isAfter(LAST)
        || duration.compareTo(Duration.between(start, LAST)) > 0) {
      throw new IllegalArgumentException(
          "the window from %s, %s long, is not within the years 1957 to 2199"
              .formatted(start, duration));
    }
  }

  static Duration requireStep(Duration step) {
    if (step.compareTo(Duration.ofMillis(1)) < 0
        || step.compareTo(LONGEST_STEP) > 0
        || step.toNanos() % 1000 != 0) {
      throw new IllegalArgumentException(
          "the step %s is not a millisecond to a century in whole microseconds".formatted(step));
    }
    return step;
  }

  private Sweep sweep(Window window) {
    return new Sweep(flight(window), sites, mask);
  }

  private Flight flight(Window window) {
    return new Flight(constellation, window, orientation, threads, progress);
  }

  private Window window(Optional<Duration> sampledEvery) {
    if (start == null) {
      throw new IllegalStateException("a study needs a window: call over(start, duration)");
    }
    return new Window(start, duration, sampledEvery);
  }

  private static List<Satellite> satellites(Constellation constellation) {
    return constellation.members().stream().map(Member::satellite).toList();
  }
}
