package dev.skytally.validation;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.Notice;
import dev.skytally.selection.Notice.Kind;
import dev.skytally.selection.SelectionException;
import dev.skytally.selection.SelectionException.Cause;
import dev.skytally.selection.SelectionQuestion;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.validation.Validation.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * A question about the errors of element sets.
 *
 * <pre>{@code
 * Validation<OrbitComparison> validation =
 *     ValidationQuestion.of(List.of(snapshot))
 *         .against(truth, WorldCapitals.all(), ElevationMask.ofDegrees(5));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param snapshots the sources of element sets, each judged alone; the nearest bundled one if empty
 * @param systems the systems to judge, with every satellite of any status
 * @param maxAgeDays sources and element sets further from the middle of the window do not count
 * @param threads the greatest number of threads
 * @param progress receives the finished share, 0 to 1, after each source
 */
public record ValidationQuestion(
    List<Snapshot> snapshots,
    List<GnssSystem> systems,
    int maxAgeDays,
    int threads,
    DoubleConsumer progress) {

  /** The systems judged by default. */
  public static final List<GnssSystem> SYSTEMS = List.of(GnssSystem.GPS, GnssSystem.BDS);

  private static final Duration LONGEST_TRUTH = Duration.ofDays(31);
  private static final double MILLIS_PER_DAY = 86_400_000;

  /** Added so that a window contains its own end. */
  private static final Duration LEAST = Duration.ofMillis(1);

  /**
   * {@return the question about GPS and BeiDou}
   *
   * @param snapshots the element sets
   */
  public static ValidationQuestion of(List<Snapshot> snapshots) {
    return new ValidationQuestion(
        snapshots,
        SYSTEMS,
        ElementSet.OLDEST_DAYS,
        Runtime.getRuntime().availableProcessors(),
        part -> {});
  }

  /** Checks the components, and copies those that can change. */
  public ValidationQuestion {
    snapshots = List.copyOf(snapshots);
    systems = List.copyOf(systems);
  }

  /**
   * {@return the same question about other systems}
   *
   * @param newSystems the systems
   */
  public ValidationQuestion systems(List<GnssSystem> newSystems) {
    return new ValidationQuestion(snapshots, newSystems, maxAgeDays, threads, progress);
  }

  /**
   * {@return the same question with another limit of age}
   *
   * @param newMaxAgeDays sources and element sets further from the middle of the window do not
   *     count
   */
  public ValidationQuestion maxAgeDays(int newMaxAgeDays) {
    return new ValidationQuestion(snapshots, systems, newMaxAgeDays, threads, progress);
  }

  /**
   * {@return the same question with another number of threads}
   *
   * @param newThreads the greatest number of threads
   */
  public ValidationQuestion threads(int newThreads) {
    return new ValidationQuestion(snapshots, systems, maxAgeDays, newThreads, progress);
  }

  /**
   * {@return the same question with reports of its progress}
   *
   * @param newProgress receives the finished share, 0 to 1, after each source
   */
  public ValidationQuestion reporting(DoubleConsumer newProgress) {
    return new ValidationQuestion(snapshots, systems, maxAgeDays, threads, newProgress);
  }

  /**
   * Compares with more accurate orbits: positions wherever the file has them, and satellites in
   * view over the time for which it has the most satellites.
   *
   * @param truth the more accurate orbits
   * @param sites the sites
   * @param mask the mask of the sites
   * @return the comparison
   * @throws SelectionException if no element sets are near, or the file contains only other systems
   * @throws IllegalArgumentException if the file contains an almanac, or no satellite that is also
   *     in the element sets
   */
  public Validation<OrbitComparison> against(
      OrbitFile truth, List<GroundSite> sites, ElevationMask mask) throws SelectionException {
    Stretch whole = new Stretch(truth.knownFrom(), truth.knownTo());
    if (Duration.between(whole.from(), whole.to()).compareTo(LONGEST_TRUTH) > 0) {
      throw new IllegalArgumentException(
          "%s has orbits from %s to %s, expected at most %s days: SP3 or navigation messages, not an"
                  .formatted(truth.label(), whole.from(), whole.to(), LONGEST_TRUTH.toDays())
              + " almanac, which is no better known than element sets");
    }
    Stretch window = truth.fullest(truth.orbits().keySet());
    Duration duration = Duration.between(window.from(), window.to());
    Constellation known = truth.select(selection(window.from().plus(duration.dividedBy(2))));
    if (known.members().isEmpty()) {
      throw SelectionQuestion.noneOf(systems, truth);
    }
    return compare(
        window.from(),
        duration,
        predicted ->
            OrbitComparison.of(
                predicted, known, sites, whole, window.from(), duration, mask, threads));
  }

  /**
   * Compares with the satellites that a receiver tracked.
   *
   * @param receiver the observations
   * @return the comparison
   * @throws SelectionException if no element sets are near
   */
  public Validation<ReceiverComparison> against(ReceiverFile receiver) throws SelectionException {
    Instant first = receiver.tracked().firstKey();
    return compare(
        first,
        Duration.between(first, receiver.tracked().lastKey()),
        predicted -> ReceiverComparison.of(predicted, receiver));
  }

  private <C> Validation<C> compare(
      Instant start, Duration duration, Function<Constellation, C> comparison)
      throws SelectionException {
    Instant middle = start.plus(duration.dividedBy(2));
    LocalDate day = LocalDate.ofInstant(middle, ZoneOffset.UTC);
    List<Snapshot> sources =
        snapshots.isEmpty()
            ? List.of(BundledSnapshots.load(BundledSnapshots.nearest(day)))
            : snapshots;
    List<Entry<Constellation>> near =
        sources.stream()
            .map(source -> source(source, start, duration))
            .filter(source -> Math.abs(source.ageDays()) <= maxAgeDays)
            .toList();
    if (near.isEmpty()) {
      throw new SelectionException(
          snapshots.isEmpty() ? Cause.NEAREST_ELEMENTS_TOO_OLD : Cause.CHOSEN_ELEMENTS_TOO_OLD,
          "no element sets are within %s days of %s".formatted(maxAgeDays, day));
    }
    List<Entry<C>> entries = new ArrayList<>();
    for (Entry<Constellation> one : near) {
      try {
        C compared = comparison.apply(one.comparison());
        entries.add(new Entry<>(one.label(), one.ageDays(), one.completeness(), compared));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(one.label() + ": " + e.getMessage(), e);
      }
      progress.accept((double) entries.size() / near.size());
    }
    List<Notice> notices = notices(near, sources.size());
    entries.sort(Comparator.comparingDouble(one -> Math.abs(one.ageDays())));
    return new Validation<>(entries, notices);
  }

  /** Returns a source with its satellites in place of a comparison. */
  private Entry<Constellation> source(Snapshot source, Instant start, Duration duration) {
    Instant middle = start.plus(duration.dividedBy(2));
    Constellation all = selection(middle).from(source, middle);
    Constellation inService =
        selection(middle)
            .status(StatusFilter.OPERATIONAL)
            .from(source, middle)
            .withoutOlderThanDays(maxAgeDays, middle);
    return new Entry<>(
        source.label(),
        all.medianEpoch()
            .map(epoch -> Duration.between(epoch, middle).toMillis() / MILLIS_PER_DAY)
            .orElse(Double.POSITIVE_INFINITY),
        VisibilityStudy.of(inService)
            .over(start, duration.plus(LEAST))
            .threads(threads)
            .flown()
            .completeness(),
        all.withoutOlderThanDays(maxAgeDays, middle));
  }

  private List<Notice> notices(List<Entry<Constellation>> near, int sources) {
    List<Notice> notices = new ArrayList<>();
    near.forEach(one -> notices.addAll(Notice.missing(one.completeness().missing())));
    near.stream()
        .flatMap(one -> one.completeness().assumption().stream())
        .sorted()
        .distinct()
        .map(text -> new Notice(Kind.COMPLETENESS_UNKNOWN, List.of(), text))
        .forEach(notices::add);
    if (near.size() < sources) {
      notices.add(
          new Notice(
              Kind.OLD_SOURCES,
              List.of(),
              "skipped: %s of %s sources of element sets, more than %s days away"
                  .formatted(sources - near.size(), sources, maxAgeDays)));
    }
    return notices;
  }

  /**
   * Returns every satellite of the systems, since an orbit can be judged whatever the status of the
   * satellite.
   */
  private ConstellationSelection selection(Instant middle) {
    return ConstellationSelection.on(LocalDate.ofInstant(middle, ZoneOffset.UTC))
        .systems(systems)
        .status(StatusFilter.ALL);
  }
}
