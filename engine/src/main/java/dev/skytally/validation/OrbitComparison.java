package dev.skytally.validation;

import dev.skytally.StudyResult;
import dev.skytally.elements.Orbit;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.internal.flight.Flight;
import dev.skytally.internal.flight.Sweep;
import dev.skytally.internal.tally.SiteCounter;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far predicted orbits are from the true ones, and what that does to what is in view.
 *
 * <p>Positions are compared at every instant at which the true orbit is known. What is in view is
 * compared over a window, with the satellites whose orbits are known over all of it.
 *
 * <p>Compared are the satellites in both, by catalogue number, and nothing else. Both are
 * Earth-fixed: the prediction by mean sidereal time with UT1 taken as UTC, so that what this leaves
 * out is part of the error, as it is part of every answer.
 */
public final class OrbitComparison {
  /** How often positions are compared. */
  private static final Duration POSITIONS_EVERY = Duration.ofMinutes(5);

  private final Constellation predicted;
  private final Constellation truth;
  private final Stretch positionsOver;
  private final List<GroundSite> sites;
  private final Window window;
  private final Matches matches;
  private final StudyResult predictedResult;
  private final StudyResult trueResult;
  private final Map<GnssSystem, Spread> meters = new EnumMap<>(GnssSystem.class);
  private final List<PositionErrors> positionErrors;
  private final List<ViewErrors> viewErrors;

  /**
   * Errors of the satellites of one system and orbit class: of their positions, every five minutes,
   * metres, and what these do to what is in view.
   *
   * @param satellites how many have a position that is compared
   * @param positionsLeftOut the number of all (satellite, instant) at which the true orbit is not
   *     known, or the predicted one cannot be flown
   * @param worst the satellite with the greatest error
   * @param alongMeters along the track, which is what the age of an element set does most to
   * @param crossMeters across the orbit's plane
   * @param radialMeters away from the Earth
   * @param shareDiffering the share, 0 to 1, of all (site, satellite, instant) in which one is in
   *     view and the other is not; NaN if none of them is known over the whole window
   */
  public record PositionErrors(
      GnssSystem system,
      OrbitClass orbitClass,
      int satellites,
      int positionsLeftOut,
      Satellite worst,
      Spread meters,
      Spread alongMeters,
      Spread crossMeters,
      Spread radialMeters,
      double shareDiffering) {}

  /**
   * What the errors of one system's positions do to what is in view.
   *
   * @param shareDiffering the share, 0 to 1, of all (site, satellite, instant) in which one is in
   *     view and the other is not
   * @param riseAndSetSeconds errors of the times of rises and sets
   * @param unmatched rises and sets of either that the other has not within half an hour: of short
   *     passes, which the one has and the other has not
   * @param shareCountDiffers the share, 0 to 1, of all (site, instant) in which the number in view
   *     differs
   * @param greatestCountError by how many it differs at most
   * @param maxDiffers the number of sites at which the window's greatest number in view differs
   * @param meanInView errors of the sites' mean numbers in view
   * @param shareAhead errors of the sites' shares of time, 0 to 1, ahead of every other system
   */
  public record ViewErrors(
      GnssSystem system,
      int satellites,
      double shareDiffering,
      Spread riseAndSetSeconds,
      int unmatched,
      double shareCountDiffers,
      int greatestCountError,
      int maxDiffers,
      Spread meanInView,
      Spread shareAhead) {}

  /**
   * Which satellites are in both.
   *
   * @param inBoth how many
   * @param leftOut those in both whose views are not compared, because one of the two orbits cannot
   *     be flown over the whole window, and why
   * @param onlyPredicted those that the truth does not know
   * @param onlyTrue those that the prediction does not know
   */
  public record Matches(
      int inBoth,
      List<Exclusion> leftOut,
      List<Satellite> onlyPredicted,
      List<Satellite> onlyTrue) {}

  /** What was in view of the sites, by the satellites that could be flown. */
  private record View(Constellation flown, List<SiteLog> logs) {
    static View of(
        Constellation constellation,
        List<GroundSite> sites,
        Window window,
        ElevationMask mask,
        int threads) {
      Sweep sweep =
          new Sweep(
              new Flight(
                  constellation,
                  window,
                  window.startMicros(),
                  window.endMicros(),
                  EarthOrientation.mean(),
                  threads,
                  Optional.empty(),
                  part -> {}),
              sites,
              mask);
      List<SiteLog> logs =
          sweep.run(
              flying -> {
                int systems = flying.systems().size();
                int[] systemOfSatellite = Flight.systemIndices(flying);
                return site -> new SiteLog(new SiteCounter(window, systems, systemOfSatellite));
              },
              (block, all, workers) -> {});
      return new View(sweep.flying(), logs);
    }

    StudyResult result(List<GroundSite> sites, Window window, ElevationMask mask) {
      List<SiteTally> tallies = new ArrayList<>();
      for (int i = 0; i < sites.size(); i++) {
        tallies.add(logs.get(i).counter.tally(sites.get(i), flown.systems()));
      }
      return new StudyResult(flown, window, mask, tallies);
    }
  }

  private OrbitComparison(
      View predicted,
      View truth,
      List<Pair> pairs,
      Stretch positionsOver,
      List<GroundSite> sites,
      Window window,
      ElevationMask mask,
      Matches matches) {
    this.predicted = predicted.flown();
    this.truth = truth.flown();
    this.positionsOver = positionsOver;
    this.sites = sites;
    this.window = window;
    this.matches = matches;
    predictedResult = predicted.result(sites, window, mask);
    trueResult = truth.result(sites, window, mask);
    positionErrors = comparePositions(pairs, predicted.logs(), truth.logs());
    viewErrors = compareViews(predicted.logs(), truth.logs());
  }

  /**
   * Compares two constellations.
   *
   * @param truth selected for the same systems, in the same order, as the prediction
   * @param positionsOver from when to when positions are compared, at whole multiples of five
   *     minutes from {@code start}
   * @param start when the window begins over which views are compared
   * @throws IllegalArgumentException if no satellite can be flown by both over the whole window
   */
  static OrbitComparison of(
      Constellation predicted,
      Constellation truth,
      List<GroundSite> sites,
      Stretch positionsOver,
      Instant start,
      Duration duration,
      ElevationMask mask,
      int threads) {
    Window window = new Window(start, duration, Optional.empty());
    Constellation left = predicted;
    Constellation right = truth;
    List<Pair> pairs = pairs(predicted, truth);
    int inBoth = 0;
    while (true) {
      Set<Integer> common = numbers(left);
      common.retainAll(numbers(right));
      inBoth = Math.max(inBoth, common.size());
      left = only(left, common);
      right = only(right, common);
      if (common.isEmpty()) {
        throw new IllegalArgumentException(
            "no satellite is in both that can be flown over the whole window");
      }
      View leftView = View.of(left, sites, window, mask, threads);
      View rightView = View.of(right, sites, window, mask, threads);
      left = leftView.flown();
      right = rightView.flown();
      if (left.members().size() == common.size() && right.members().size() == common.size()) {
        List<Exclusion> leftOut = new ArrayList<>(grounded(predicted, left));
        leftOut.addAll(grounded(truth, right));
        Matches matches =
            new Matches(inBoth, leftOut, others(predicted, truth), others(truth, predicted));
        return new OrbitComparison(
            leftView, rightView, pairs, positionsOver, sites, window, mask, matches);
      }
    }
  }

  /** A satellite in both, with its two orbits. */
  private record Pair(Satellite satellite, Orbit predicted, Orbit truth) {}

  /** Of each system in the order of their catalogue numbers. */
  private static List<Pair> pairs(Constellation predicted, Constellation truth) {
    Set<Integer> common = numbers(predicted);
    common.retainAll(numbers(truth));
    List<Member> left = only(predicted, common).members();
    List<Member> right = only(truth, common).members();
    List<Pair> pairs = new ArrayList<>();
    for (int j = 0; j < right.size(); j++) {
      pairs.add(new Pair(right.get(j).satellite(), left.get(j).orbit(), right.get(j).orbit()));
    }
    return pairs;
  }

  /** What was left out while flying. */
  private static List<Exclusion> grounded(Constellation selected, Constellation flown) {
    return flown.excluded().subList(selected.excluded().size(), flown.excluded().size());
  }

  private static List<Satellite> others(Constellation of, Constellation than) {
    Set<Integer> known = numbers(than);
    List<Satellite> others = new ArrayList<>();
    for (Member member : of.members()) {
      if (!known.contains(member.satellite().catalogNumber())) {
        others.add(member.satellite());
      }
    }
    return others;
  }

  private static Set<Integer> numbers(Constellation constellation) {
    Set<Integer> numbers = new HashSet<>();
    for (Member member : constellation.members()) {
      numbers.add(member.satellite().catalogNumber());
    }
    return numbers;
  }

  /** Those members, of each system in the order of their catalogue numbers. */
  private static Constellation only(Constellation constellation, Set<Integer> numbers) {
    List<Member> members = new ArrayList<>();
    for (GnssSystem system : constellation.systems()) {
      constellation.members(system).stream()
          .filter(member -> numbers.contains(member.satellite().catalogNumber()))
          .sorted((a, b) -> a.satellite().catalogNumber() - b.satellite().catalogNumber())
          .forEach(members::add);
    }
    return constellation.with(members, constellation.excluded());
  }

  private List<PositionErrors> comparePositions(
      List<Pair> pairs, List<SiteLog> predictedLogs, List<SiteLog> trueLogs) {
    Map<GnssSystem, Map<OrbitClass, List<Pair>>> classes = new EnumMap<>(GnssSystem.class);
    for (Pair pair : pairs) {
      classes
          .computeIfAbsent(pair.satellite().system(), s -> new EnumMap<>(OrbitClass.class))
          .computeIfAbsent(pair.satellite().orbitClass(), c -> new ArrayList<>())
          .add(pair);
    }
    List<PositionErrors> errors = new ArrayList<>();
    for (GnssSystem system : truth.systems()) {
      double[] all = new double[0];
      for (var entry : classes.getOrDefault(system, Map.of()).entrySet()) {
        List<Pair> ofClass = entry.getValue();
        int most = ofClass.size() * (lastInstant() - firstInstant() + 1);
        PositionCollector collector = new PositionCollector(most);
        for (int j = 0; j < ofClass.size(); j++) {
          collect(j, ofClass.get(j), collector);
        }
        if (collector.size == 0) {
          continue;
        }
        int before = all.length;
        all = Arrays.copyOf(all, before + collector.size);
        System.arraycopy(collector.errors[0], 0, all, before, collector.size);
        errors.add(
            new PositionErrors(
                system,
                entry.getKey(),
                collector.satellites,
                most - collector.size,
                ofClass.get(collector.worst).satellite(),
                Spread.of(collector.errors[0], collector.size),
                Spread.of(collector.errors[1], collector.size),
                Spread.of(collector.errors[2], collector.size),
                Spread.of(collector.errors[3], collector.size),
                shareDiffering(system, entry.getKey(), predictedLogs, trueLogs)));
      }
      meters.put(system, Spread.of(all, all.length));
    }
    return List.copyOf(errors);
  }

  private double shareDiffering(
      GnssSystem system,
      OrbitClass orbitClass,
      List<SiteLog> predictedLogs,
      List<SiteLog> trueLogs) {
    boolean[] ofClass = new boolean[truth.members().size()];
    int satellites = 0;
    for (int j = 0; j < ofClass.length; j++) {
      Satellite satellite = truth.members().get(j).satellite();
      ofClass[j] = satellite.system() == system && satellite.orbitClass() == orbitClass;
      satellites += ofClass[j] ? 1 : 0;
    }
    long differing = 0;
    for (int i = 0; i < sites.size(); i++) {
      differing +=
          new SkyDifference(ofClass, window, predictedLogs.get(i), trueLogs.get(i)).differingMicros;
    }
    return differing / (siteMicros() * satellites);
  }

  private double siteMicros() {
    return (double) (window.endMicros() - window.startMicros()) * sites.size();
  }

  private static long stepMicros() {
    return POSITIONS_EVERY.toNanos() / 1000;
  }

  /** The first instant, in steps from the window's start, at which positions are compared. */
  private int firstInstant() {
    return -steps(Duration.between(positionsOver.from(), window.start()));
  }

  private int lastInstant() {
    return steps(Duration.between(window.start(), positionsOver.to()));
  }

  private static int steps(Duration duration) {
    return (int) Math.floorDiv(duration.toNanos() / 1000, stepMicros());
  }

  /** Collects the errors of a satellite at all instants at which both orbits are known. */
  private void collect(int index, Pair pair, PositionCollector collector) {
    int before = collector.size;
    List<Stretch> stretches =
        pair.truth() instanceof ProvidedOrbit provided ? provided.known() : List.of(positionsOver);
    for (Stretch stretch : stretches) {
      int first =
          Math.max(firstInstant(), -steps(Duration.between(stretch.from(), window.start())));
      int last = Math.min(lastInstant(), steps(Duration.between(window.start(), stretch.to())));
      if (first <= last) {
        try {
          collect(index, pair, first, last, collector);
        } catch (PropagationException e) {
          // The instants not reached count as left out.
        }
      }
    }
    collector.satellites += collector.size > before ? 1 : 0;
  }

  private void collect(
      int index, Pair pair, int firstInstant, int lastInstant, PositionCollector collector)
      throws PropagationException {
    TimeGrid grid = TimeGrid.of(List.of(pair.predicted(), pair.truth()));
    long spanMicros = grid.stepMicros() * grid.stepsPerSpan();
    Instant from = at(firstInstant);
    Instant to = at(lastInstant);
    PositionSource predictedSource = PositionSource.of(pair.predicted(), from, to);
    PositionSource trueSource = PositionSource.of(pair.truth(), from, to);
    double[] state = new double[6];
    double[] position = new double[6];
    EphemerisBlock block = null;
    for (int k = firstInstant; k <= lastInstant; k++) {
      long micros = window.startMicros() + k * stepMicros();
      if (block == null || micros >= block.startMicros(block.steps())) {
        block =
            new EphemerisBlock(grid, EarthOrientation.mean(), Math.floorDiv(micros, spanMicros), 2);
        block.propagate(0, trueSource);
        block.propagate(1, predictedSource);
      }
      block.stateAt(micros, 0, state);
      block.stateAt(micros, 1, position);
      collector.add(index, state, position);
    }
  }

  private Instant at(int instant) {
    return window.start().plus(POSITIONS_EVERY.multipliedBy(instant));
  }

  private List<ViewErrors> compareViews(List<SiteLog> predictedLogs, List<SiteLog> trueLogs) {
    List<ViewErrors> errors = new ArrayList<>();
    for (int k = 0; k < truth.systems().size(); k++) {
      if (!truth.members(truth.systems().get(k)).isEmpty()) {
        errors.add(compareViews(k, predictedLogs, trueLogs));
      }
    }
    return List.copyOf(errors);
  }

  /** Adds up how two logs differ, for the satellites of one system. */
  private ViewErrors compareViews(int system, List<SiteLog> predictedLogs, List<SiteLog> trueLogs) {
    GnssSystem gnss = truth.systems().get(system);
    boolean[] ofSystem = new boolean[truth.members().size()];
    for (int j = 0; j < ofSystem.length; j++) {
      ofSystem[j] = truth.members().get(j).satellite().system() == gnss;
    }
    int satellites = truth.members(gnss).size();
    EventTimes times = new EventTimes(window, ofSystem);
    long differing = 0;
    long countDiffers = 0;
    int greatest = 0;
    int maxDiffers = 0;
    double[] means = new double[sites.size()];
    double[] shares = new double[sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      SkyDifference difference =
          new SkyDifference(ofSystem, window, predictedLogs.get(i), trueLogs.get(i));
      differing += difference.differingMicros;
      countDiffers += difference.countDiffersMicros;
      greatest = Math.max(greatest, difference.greatestCountError);
      times.add(predictedLogs.get(i), trueLogs.get(i));
      SiteTally left = predictedResult.tallies().get(i);
      SiteTally right = trueResult.tallies().get(i);
      maxDiffers += left.inView(gnss).max() == right.inView(gnss).max() ? 0 : 1;
      means[i] = left.inView(gnss).mean() - right.inView(gnss).mean();
      shares[i] = left.shareAheadOfAll(gnss) - right.shareAheadOfAll(gnss);
    }
    return new ViewErrors(
        gnss,
        satellites,
        differing / (siteMicros() * satellites),
        times.spread(),
        times.unmatched,
        countDiffers / siteMicros(),
        greatest,
        maxDiffers,
        Spread.of(means),
        Spread.of(shares));
  }

  public Matches matches() {
    return matches;
  }

  /** The satellites compared, flying by the prediction. */
  public Constellation predicted() {
    return predicted;
  }

  /** The satellites compared, flying by the truth, in the same order. */
  public Constellation truth() {
    return truth;
  }

  /** From when to when positions are compared. */
  public Stretch positionsOver() {
    return positionsOver;
  }

  /** The number of all (satellite, instant) at which positions are compared. */
  public long positionsCompared() {
    return positionErrors.stream().mapToLong(errors -> errors.meters().count()).sum();
  }

  /** The number of all (satellite, instant) at which they are not, as one orbit is not known. */
  public long positionsLeftOut() {
    return positionErrors.stream().mapToLong(PositionErrors::positionsLeftOut).sum();
  }

  public Instant start() {
    return window.start().truncatedTo(ChronoUnit.MICROS);
  }

  public Instant end() {
    return window.end().truncatedTo(ChronoUnit.MICROS);
  }

  public List<PositionErrors> positionErrors() {
    return positionErrors;
  }

  /** The errors of position of all satellites of a system of the comparison, metres. */
  public Spread meters(GnssSystem system) {
    return meters.get(system);
  }

  /** By system, in the order of the systems; those without a common satellite are not there. */
  public List<ViewErrors> viewErrors() {
    return viewErrors;
  }

  /** The share, 0 to 1, of all (site, satellite, instant) in which in view differs. */
  public double shareDiffering() {
    double sum = 0;
    int satellites = 0;
    for (ViewErrors errors : viewErrors) {
      sum += errors.shareDiffering() * errors.satellites();
      satellites += errors.satellites();
    }
    return sum / satellites;
  }

  /** What the prediction says of the satellites compared. */
  public StudyResult predictedResult() {
    return predictedResult;
  }

  /** What the truth says of them. */
  public StudyResult trueResult() {
    return trueResult;
  }

  /** Returns the sites, in order, whose leader (or tie) by a metric differs between the orbits. */
  public List<GroundSite> leaderDiffers(Metric metric) {
    List<GroundSite> differs = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      if (!predictedResult
          .tallies()
          .get(i)
          .leader(metric)
          .equals(trueResult.tallies().get(i).leader(metric))) {
        differs.add(sites.get(i));
      }
    }
    return differs;
  }
}
