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
import dev.skytally.outage.Outages;
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
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The errors of predicted orbits against true orbits, and their effect on the satellites in view.
 *
 * <p>Positions are compared at every instant at which the true orbit is known. Satellites in view
 * are compared over a window, for the satellites whose orbits are known over all of it.
 *
 * <p>Only satellites in both sets are compared, by catalogue number. Both are Earth-fixed. The
 * prediction uses mean sidereal time with UT1 taken as UTC, so the error of this approximation is
 * included, as in every answer.
 *
 * <p>Immutable.
 */
public final class OrbitComparison {
  /** The interval at which positions are compared. */
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
   * The errors of the satellites of one system and orbit class: of their positions, every five
   * minutes, in metres, and the effect on the satellites in view.
   *
   * @param alongMeters along the track, where the error grows most with the age of an element set
   * @param crossMeters across the orbit's plane
   * @param radialMeters away from the Earth
   * @param shareDiffering the share, 0 to 1, of all (site, satellite, instant) in which one is in
   *     view and the other is not; NaN if none of them is known over the whole window
   * @param system the system
   * @param orbitClass the class of the orbit
   * @param satellites the number of satellites with compared positions
   * @param positionsLeftOut the number of all (satellite, instant) at which the true orbit is not
   *     known or the predicted one cannot be propagated
   * @param worst the satellite with the greatest error
   * @param meters the distances between the positions, metres
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
   * The effect of the errors of one system's positions on the satellites in view.
   *
   * @param greatestCountError the greatest difference of the number in view
   * @param maxDiffers the number of sites at which the window's greatest number in view differs
   * @param meanInView errors of the sites' mean numbers in view
   * @param shareAhead errors of the sites' shares of time, 0 to 1, ahead of every other system
   * @param system the system
   * @param satellites the number of satellites compared
   * @param shareDiffering the share, 0 to 1, of all (site, satellite, instant) in which one is in
   *     view and the other is not
   * @param riseAndSetSeconds errors of the times of rises and sets
   * @param unmatched rises and sets of one orbit without a counterpart of the other within half an
   *     hour. They belong to short passes that only one of them has
   * @param shareCountDiffers the share, 0 to 1, of all (site, instant) in which the number in view
   *     differs
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
   * The satellites of both sets, and of only one.
   *
   * @param inBoth the number of satellites in both
   * @param leftOut satellites in both that are not compared in view, with the reason why one of
   *     their orbits cannot be propagated over the whole window
   * @param onlyPredicted satellites that only the prediction has
   * @param onlyTrue satellites that only the truth has
   */
  public record Matches(
      int inBoth,
      List<Exclusion> leftOut,
      List<Satellite> onlyPredicted,
      List<Satellite> onlyTrue) {}

  /** The satellites in view of the sites, of those that could be propagated. */
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
              mask,
              Outages.none());
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
   * @param positionsOver the time over which positions are compared, at whole multiples of five
   *     minutes from {@code start}
   * @param start the start of the window over which the satellites in view are compared
   * @throws IllegalArgumentException if no satellite can be propagated by both over the whole
   *     window
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

  /** A satellite in both sets, with its two orbits. */
  private record Pair(Satellite satellite, Orbit predicted, Orbit truth) {}

  /**
   * Returns the satellites in both sets, of each system in the order of their catalogue numbers.
   */
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

  /** Returns the satellites that could not be propagated, with the reasons. */
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

  /** Returns only these members, of each system in the order of their catalogue numbers. */
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
          .computeIfAbsent(
              Objects.requireNonNull(pair.satellite().orbitClass()), c -> new ArrayList<>())
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

  /**
   * Returns the first instant, in steps from the window's start, at which positions are compared.
   */
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
          // Instants that were not reached count as excluded.
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

  /** {@return how rises and sets agree} */
  public Matches matches() {
    return matches;
  }

  /** {@return the compared satellites with their predicted orbits} */
  public Constellation predicted() {
    return predicted;
  }

  /** {@return the compared satellites with their true orbits, in the same order} */
  public Constellation truth() {
    return truth;
  }

  /** {@return the time over which positions are compared} */
  public Stretch positionsOver() {
    return positionsOver;
  }

  /** {@return the number of all (satellite, instant) at which positions are compared} */
  public long positionsCompared() {
    return positionErrors.stream().mapToLong(errors -> errors.meters().count()).sum();
  }

  /**
   * {@return the number of all (satellite, instant) at which positions are not compared because one
   * orbit is not known}
   */
  public long positionsLeftOut() {
    return positionErrors.stream().mapToLong(PositionErrors::positionsLeftOut).sum();
  }

  /** {@return the beginning of the window} */
  public Instant start() {
    return window.start().truncatedTo(ChronoUnit.MICROS);
  }

  /** {@return the end of the window (exclusive)} */
  public Instant end() {
    return window.end().truncatedTo(ChronoUnit.MICROS);
  }

  /** {@return the position errors by system and class of orbit} */
  public List<PositionErrors> positionErrors() {
    return positionErrors;
  }

  /**
   * {@return the position errors of all compared satellites of a system, in metres}
   *
   * @param system one of the systems that were asked for
   * @throws NoSuchElementException if none of the system was compared
   */
  public Spread meters(GnssSystem system) {
    return Optional.ofNullable(meters.get(system)).orElseThrow();
  }

  /**
   * {@return the view errors of each system, in the order of the systems, without systems that have
   * no common satellite}
   */
  public List<ViewErrors> viewErrors() {
    return viewErrors;
  }

  /**
   * {@return the share, 0 to 1, of all (site, satellite, instant) in which a satellite is in view
   * for only one of the two}
   */
  public double shareDiffering() {
    double sum = 0;
    int satellites = 0;
    for (ViewErrors errors : viewErrors) {
      sum += errors.shareDiffering() * errors.satellites();
      satellites += errors.satellites();
    }
    return sum / satellites;
  }

  /** {@return the result of the study with the predicted orbits} */
  public StudyResult predictedResult() {
    return predictedResult;
  }

  /** {@return the result of the study with the true orbits} */
  public StudyResult trueResult() {
    return trueResult;
  }

  /**
   * {@return the sites, in order, whose leader (or tie) by a metric differs between the orbits}
   *
   * @param metric the figure that decides who leads
   */
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
