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
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.Sky;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
 * <p>The same question gives the same answer, bit for bit, for any number of threads.
 */
public final class VisibilityStudy extends Study<VisibilityStudy> {
  private final List<GroundSite> sites;
  private final Optional<Duration> sampledEvery;
  private final ReceiverClocks clocks;

  private VisibilityStudy(
      StudySetting setting,
      List<GroundSite> sites,
      Optional<Duration> sampledEvery,
      ReceiverClocks clocks) {
    super(setting);
    this.sites = sites;
    this.sampledEvery = sampledEvery;
    this.clocks = clocks;
  }

  /**
   * Creates a question about these satellites, without sites yet.
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
    return new VisibilityStudy(
        StudySetting.of(constellation), List.of(), Optional.empty(), ReceiverClocks.DEFAULT);
  }

  @Override
  VisibilityStudy with(StudySetting newSetting) {
    return new VisibilityStudy(newSetting, sites, sampledEvery, clocks);
  }

  /** Sets the sites, in the order of the answer; sites of one name stay separate. */
  public VisibilityStudy at(Collection<GroundSite> newSites) {
    return new VisibilityStudy(setting(), List.copyOf(newSites), sampledEvery, clocks);
  }

  /**
   * Counts at {@code start + k * step} only, as planning tools do, instead of exactly.
   *
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   */
  public VisibilityStudy sampledEvery(Duration step) {
    return new VisibilityStudy(
        setting(), sites, Optional.of(StudySetting.requireStep(step)), clocks);
  }

  /** Sets the systems that share a receiver clock (default: {@link ReceiverClocks#DEFAULT}). */
  public VisibilityStudy clocks(ReceiverClocks newClocks) {
    return new VisibilityStudy(setting(), sites, sampledEvery, newClocks);
  }

  /**
   * Tallies every site.
   *
   * @throws IllegalStateException if {@link #over} was not called
   */
  public StudyResult run() {
    Window window = setting().window(sampledEvery);
    Sweep sweep = sweep(window);
    List<SiteCounter> counters =
        sweep.run(flying -> counters(window, flying), (block, all, workers) -> {});
    return result(sweep, window, counters);
  }

  /**
   * Tallies every site and keeps what it tallied: every rise and set, and the satellites' tracks.
   * Timelines are exact, with or without {@link #sampledEvery}.
   *
   * @throws IllegalStateException if {@link #over} was not called
   */
  public StudyRecord record() {
    Window window = setting().window(sampledEvery);
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
      tallies.add(counters.get(i).tally(sites.get(i), sweep.flying().systems()));
    }
    return new StudyResult(sweep.flying(), window, setting().mask(), tallies);
  }

  /**
   * Finds every pass over every site: in the order of the sites, then by rise, then by satellite.
   * Passes are exact, with or without {@link #sampledEvery}.
   *
   * @throws IllegalStateException if {@link #over} was not called
   */
  public PassList passes() {
    Window window = setting().window(Optional.empty());
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
    Window window = setting().window(Optional.of(StudySetting.requireStep(step)));
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
   * Finds azimuth, elevation and distance of the satellites in view of every site at {@code start +
   * k * step}. {@link dev.skytally.dop.Dilution#of} computes the dilution of precision of each sky.
   * All skies are kept in memory, so use few sites or few samples.
   *
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   * @throws IllegalStateException if {@link #over} was not called
   */
  public SkyList skies(Duration step) {
    Window window = setting().window(Optional.of(StudySetting.requireStep(step)));
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

  private Sweep sweep(Window window) {
    return new Sweep(setting().flight(window), sites, setting().mask());
  }

  private static List<Satellite> satellites(Constellation constellation) {
    return constellation.members().stream().map(Member::satellite).toList();
  }
}
