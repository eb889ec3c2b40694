package dev.skytally;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.internal.flight.Flight;
import dev.skytally.internal.flight.SampleTimes;
import dev.skytally.internal.flight.SkySampling;
import dev.skytally.internal.flight.Sweep;
import dev.skytally.internal.flight.Workers;
import dev.skytally.internal.plan.PlanRecorder;
import dev.skytally.internal.tally.DilutionCounter;
import dev.skytally.internal.tally.SiteCounter;
import dev.skytally.internal.visibility.CrossingFinder;
import dev.skytally.internal.visibility.PassRecorder;
import dev.skytally.internal.visibility.SkyEvents;
import dev.skytally.internal.visibility.SkyRecorder;
import dev.skytally.internal.visibility.TimelineRecorder;
import dev.skytally.plan.Condition;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.SitePlan;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.Sky;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A study of the satellites in view from some sites in a window, above a mask.
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
 *
 * <p>Immutable.
 */
public final class VisibilityStudy extends Study<VisibilityStudy> {
  /** The greatest number of skies that a stream keeps, about 20 MB. */
  private static final int SKIES_AT_ONCE = 4096;

  /** The greatest number of sites that are planned at once. */
  private static final int SITES_AT_ONCE = 64;

  /** The greatest size of their series, if there are more sites than threads. */
  private static final long SERIES_BYTES_AT_ONCE = 32_000_000;

  /** The size of the figures of one system at an instant, and about that of a sky. */
  private static final long BYTES_A_GROUP = 48;

  private static final long BYTES_A_SKY = 5_000;

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
   * Creates a study of these satellites, without sites yet.
   *
   * @param constellation the satellites
   * @return the study
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

  /**
   * Sets the sites, in the order of the answer; sites with the same name stay separate.
   *
   * @param newSites the sites
   * @return the study with this setting
   */
  public VisibilityStudy at(Collection<GroundSite> newSites) {
    return new VisibilityStudy(setting(), List.copyOf(newSites), sampledEvery, clocks);
  }

  /**
   * Counts at {@code start + k * step} only, as planning tools do, instead of exactly.
   *
   * @param step the time between two samples
   * @return the study with this setting
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   */
  public VisibilityStudy sampledEvery(Duration step) {
    return new VisibilityStudy(
        setting(), sites, Optional.of(StudySetting.requireStep(step)), clocks);
  }

  /**
   * Sets the systems that share a receiver clock (default: {@link ReceiverClocks#DEFAULT}).
   *
   * @param newClocks the systems that share a clock
   * @return the study with this setting
   */
  public VisibilityStudy clocks(ReceiverClocks newClocks) {
    return new VisibilityStudy(setting(), sites, sampledEvery, newClocks);
  }

  /**
   * Propagates the satellites through the window and keeps their positions, for several questions
   * about the same window. The answers are the same bit for bit. A hundred satellites need about a
   * megabyte for each day. Another window or orientation of the Earth drops the positions.
   *
   * @return the study of the satellites that could be propagated, with their positions
   * @throws IllegalStateException if {@link #over} was not called
   */
  public VisibilityStudy propagated() {
    return with(setting().propagated());
  }

  /**
   * Tallies every site.
   *
   * @return the answer
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
   * Tallies every site and keeps every rise and set, and the satellites' tracks. Timelines are
   * exact, with or without {@link #sampledEvery}.
   *
   * @return the answer
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
              List<Satellite> satellites = satellites(flying);
              return site ->
                  new Recorder(
                      counters.apply(site),
                      new TimelineRecorder(
                          site, satellites, window.startMicros(), window.endMicros()));
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
   * @return the answer
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
   * {@code start + k * step}. {@link #clocks} sets which systems share a receiver clock.
   *
   * @param step the time between two samples
   * @return the answer
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   * @throws IllegalStateException if {@link #over} was not called
   */
  public DilutionResult dilution(Duration step) {
    return dilution(every(step), Optional.of(step));
  }

  /**
   * Finds the dilution of precision as {@link #dilution(Duration)} does, but at instants of your
   * own, to the microsecond. They replace the window of the study.
   *
   * @param instants in order of time
   * @return the answer
   * @throws IllegalArgumentException if there are none, if they are not a microsecond or more
   *     apart, or if one is not within the years 1957 to 2199
   */
  public DilutionResult dilution(List<Instant> instants) {
    return dilution(at(instants), Optional.empty());
  }

  private DilutionResult dilution(Samples samples, Optional<Duration> step) {
    Sweep sweep = sweep(samples, setting());
    List<DilutionCounter> counters =
        sweep.run(
            flying -> {
              int[] systemOfSatellite = Flight.systemIndices(flying);
              return site -> new DilutionCounter(site, flying.systems(), systemOfSatellite, clocks);
            },
            new SkySampling<>(samples.times(), SkySampling.SAMPLES_AT_ONCE, all -> {}));
    return new DilutionResult(
        sweep.flying(), step, clocks, counters.stream().map(DilutionCounter::dilution).toList());
  }

  /**
   * Finds azimuth, elevation and distance of the satellites in view of every site at {@code start +
   * k * step}. {@link dev.skytally.dop.Dilution#of} computes the dilution of precision of each sky.
   * All skies are kept in memory; {@link #skies(Duration, Consumer)} keeps none.
   *
   * @param step the time between two samples
   * @return the answer
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   * @throws IllegalStateException if {@link #over} was not called
   */
  public SkyList skies(Duration step) {
    return skies(every(step));
  }

  /**
   * Finds the skies as {@link #skies(Duration)} does, but at instants of your own, to the
   * microsecond. They replace the window of the study.
   *
   * @param instants in order of time
   * @return the answer
   * @throws IllegalArgumentException if there are none, if they are not a microsecond or more
   *     apart, or if one is not within the years 1957 to 2199
   */
  public SkyList skies(List<Instant> instants) {
    return skies(at(instants));
  }

  private SkyList skies(Samples samples) {
    Sweep sweep = sweep(samples, setting());
    List<SkyRecorder> recorders =
        sweep.run(
            VisibilityStudy::skyRecorders,
            new SkySampling<>(samples.times(), SkySampling.SAMPLES_AT_ONCE, all -> {}));
    List<Sky> skies = new ArrayList<>();
    for (SkyRecorder recorder : recorders) {
      skies.addAll(recorder.take());
    }
    return new SkyList(sweep.flying(), skies);
  }

  /**
   * Passes each sky of {@link #skies(Duration)} to a consumer, by time, then in the order of the
   * sites, on the calling thread. Memory grows neither with the window nor with a shorter step. An
   * exception of the consumer ends the study and reaches the caller.
   *
   * @param step the time between two samples
   * @param consumer receives each sky
   * @return the constellation that was propagated
   * @throws IllegalArgumentException if the step is less than a millisecond, longer than a century
   *     or not of whole microseconds
   * @throws IllegalStateException if {@link #over} was not called
   */
  public Constellation skies(Duration step, Consumer<Sky> consumer) {
    return stream(every(step), consumer);
  }

  /**
   * Passes each sky of {@link #skies(List)} to a consumer, as {@link #skies(Duration, Consumer)}
   * does.
   *
   * @param instants in order of time
   * @param consumer receives each sky
   * @return the constellation that was propagated
   * @throws IllegalArgumentException if there are none, if they are not a microsecond or more
   *     apart, or if one is not within the years 1957 to 2199
   */
  public Constellation skies(List<Instant> instants, Consumer<Sky> consumer) {
    return stream(at(instants), consumer);
  }

  /**
   * Finds the windows and the series of each site, one group of sites after the other, so that
   * memory does not grow with the number of sites. {@link #clocks} sets which systems share a
   * receiver clock.
   *
   * @param question the conditions, the hours and the step of the series
   * @param convert changes the plan of a site to what the consumer needs, on any thread of the
   *     study
   * @param consumer receives each site in the order of the sites, on the calling thread
   * @param <T> what the consumer needs
   * @return the constellation that was propagated
   * @throws IllegalArgumentException if a condition has a system that the study does not have, or
   *     if the step of the series is less than a millisecond, longer than a century or not of whole
   *     microseconds, or if the series has {@linkplain PlanQuestion#requireFitting too many
   *     samples}
   * @throws IllegalStateException if {@link #over} was not called
   */
  public <T> Constellation plan(
      PlanQuestion question, Function<SitePlan, T> convert, Consumer<T> consumer) {
    Window window = setting().window(question.seriesStep().map(StudySetting::requireStep));
    question.requireFitting(window.duration());
    requireSystems(question.conditions());
    int atOnce = sitesAtOnce(question, window);
    boolean areAtOnce = sites.size() <= atOnce;
    Constellation flown =
        areAtOnce
            ? setting().constellation()
            : setting().reporting(part -> {}).flight(window).run();
    for (int from = 0; from < sites.size(); from += atOnce) {
      List<GroundSite> group = sites.subList(from, Math.min(from + atOnce, sites.size()));
      double done = (double) from / sites.size();
      double share = (double) group.size() / sites.size();
      StudySetting setting =
          setting()
              .about(flown)
              .reporting(part -> setting().progress().accept(done + share * part));
      Sweep sweep = new Sweep(setting.flight(window), group, setting.mask(), setting.outages());
      List<PlanRecorder> recorders =
          sweep.run(
              flying -> planRecorders(flying, window, question),
              (block, all, workers) ->
                  workers.run(all.size(), (worker, i) -> all.get(i).finishBlock(block)));
      flown = sweep.flying();
      convert(recorders, convert, consumer);
    }
    return flown;
  }

  private void requireSystems(List<Condition> conditions) {
    List<GnssSystem> systems = setting().constellation().systems();
    for (Condition condition : conditions) {
      if (condition.system().isPresent() && !systems.contains(condition.system().get())) {
        throw new IllegalArgumentException(
            "the condition %s is about none of the study's systems %s"
                .formatted(condition, systems));
      }
    }
  }

  /** Returns the number of sites whose series fit into memory at once. */
  private int sitesAtOnce(PlanQuestion question, Window window) {
    if (question.seriesStep().isEmpty()) {
      return SITES_AT_ONCE;
    }
    int groups = setting().constellation().systems().size() + 1;
    long bytes = groups * BYTES_A_GROUP + (question.withDirections() ? BYTES_A_SKY : 0);
    long fitting = SERIES_BYTES_AT_ONCE / (window.totalWeight() * bytes);
    return (int) Math.max(setting().threads(), Math.min(fitting, SITES_AT_ONCE));
  }

  private Function<GroundSite, PlanRecorder> planRecorders(
      Constellation flying, Window window, PlanQuestion question) {
    List<Satellite> satellites = satellites(flying);
    int[] systemOfSatellite = Flight.systemIndices(flying);
    return site ->
        new PlanRecorder(
            site, satellites, flying.systems(), systemOfSatellite, clocks, window, question);
  }

  private <T> void convert(
      List<PlanRecorder> recorders, Function<SitePlan, T> convert, Consumer<T> consumer) {
    List<T> converted = new ArrayList<>(Collections.nCopies(recorders.size(), null));
    try (Workers workers = new Workers(setting().threads(), setting().executor())) {
      workers.run(
          recorders.size(),
          (worker, i) -> converted.set(i, convert.apply(recorders.get(i).plan())));
    }
    converted.forEach(consumer);
  }

  /** Removes the satellites that fail first, because a stream cannot begin again. */
  private Constellation stream(Samples samples, Consumer<Sky> consumer) {
    StudySetting quiet = setting().reporting(part -> {});
    Constellation flown = flight(samples, quiet).run();
    int samplesAtOnce = Math.max(1, SKIES_AT_ONCE / Math.max(1, sites.size()));
    sweep(samples, setting().about(flown))
        .run(
            VisibilityStudy::skyRecorders,
            new SkySampling<SkyRecorder>(
                samples.times(),
                Math.min(samplesAtOnce, SkySampling.SAMPLES_AT_ONCE),
                recorders -> deliver(recorders, consumer)));
    return flown;
  }

  private static void deliver(List<SkyRecorder> recorders, Consumer<Sky> consumer) {
    List<List<Sky>> bySite = recorders.stream().map(SkyRecorder::take).toList();
    int samples = bySite.isEmpty() ? 0 : bySite.get(0).size();
    for (int k = 0; k < samples; k++) {
      for (List<Sky> skies : bySite) {
        consumer.accept(skies.get(k));
      }
    }
  }

  private static Function<GroundSite, SkyRecorder> skyRecorders(Constellation flying) {
    List<Satellite> satellites = satellites(flying);
    int systems = flying.systems().size();
    int[] systemOfSatellite = Flight.systemIndices(flying);
    return site -> new SkyRecorder(site, satellites, systems, systemOfSatellite);
  }

  /** Instants at which skies are sampled, and the window for which the orbits must be known. */
  private record Samples(Window window, SampleTimes times) {}

  private Samples every(Duration step) {
    Window window = setting().window(Optional.of(StudySetting.requireStep(step)));
    return new Samples(window, SampleTimes.of(window));
  }

  private Samples at(List<Instant> instants) {
    instants.forEach(StudySetting::requireYears);
    SampleTimes times = SampleTimes.at(instants);
    Instant first = instants.get(0);
    Instant last = instants.get(instants.size() - 1);
    return new Samples(new Window(first, Duration.between(first, last), Optional.empty()), times);
  }

  /** The last sample may be at the end of the window, which a flight does not reach. */
  private static Flight flight(Samples samples, StudySetting setting) {
    Window window = samples.window();
    return setting
        .flight(window, window.startMicros(), window.endMicros() + 1)
        .through(samples.times());
  }

  private Sweep sweep(Samples samples, StudySetting setting) {
    return new Sweep(flight(samples, setting), sites, setting.mask(), setting.outages());
  }

  private Sweep sweep(Window window) {
    return new Sweep(setting().flight(window), sites, setting().mask(), setting().outages());
  }

  private static List<Satellite> satellites(Constellation constellation) {
    return constellation.members().stream().map(Member::satellite).toList();
  }
}
