package dev.skytally.selection;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Health;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.Notice.Kind;
import dev.skytally.selection.SelectionException.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question about which satellites count over which window. The answer is a {@link Selection}: a
 * constellation, its window, and notices of facts that can change an answer.
 *
 * <pre>{@code
 * Selection selection =
 *     SelectionQuestion.over(Duration.ofDays(1))
 *         .from(Instant.parse("2020-11-25T00:00:00Z"))
 *         .systems(List.of(GPS, GAL, BDS))
 *         .of(ElementSetReader.read(file));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param begin when the window begins; empty for the day of the orbits themselves
 * @param duration the length of the window
 * @param mayNarrow whether a file of orbits may narrow the window to what it covers
 * @param wanted the satellites to select by day; it receives the day on which the window begins
 * @param maxAgeDays orbits further from the middle of the window do not count
 * @param healthyOnly whether satellites that their source reports as unhealthy are excluded
 */
public record SelectionQuestion(
    Optional<Instant> begin,
    Duration duration,
    boolean mayNarrow,
    Function<LocalDate, ConstellationSelection> wanted,
    int maxAgeDays,
    boolean healthyOnly) {

  /**
   * {@return the question about the operational satellites of GPS and BeiDou, over the day of the
   * orbits themselves}
   *
   * @param duration the length of the window, above zero
   */
  public static SelectionQuestion over(Duration duration) {
    return new SelectionQuestion(
        Optional.empty(),
        duration,
        false,
        ConstellationSelection::on,
        ElementSet.OLDEST_DAYS,
        false);
  }

  /**
   * {@return the same question about a window that begins at an instant}
   *
   * @param newBegin the beginning of the window
   */
  public SelectionQuestion from(Instant newBegin) {
    return new SelectionQuestion(
        Optional.of(newBegin), duration, mayNarrow, wanted, maxAgeDays, healthyOnly);
  }

  /** {@return the middle of the window, if its start is given} */
  public Optional<Instant> middle() {
    return begin.map(from -> from.plus(duration.dividedBy(2)));
  }

  /**
   * {@return the same question about the satellites of other systems}
   *
   * @param systems the systems, in the order of the answer
   */
  public SelectionQuestion systems(List<GnssSystem> systems) {
    return wanting(day -> wanted.apply(day).systems(systems));
  }

  /**
   * {@return the same question with another age at which orbits no longer count}
   *
   * @param newMaxAgeDays the greatest distance from the middle of the window
   */
  public SelectionQuestion maxAgeDays(int newMaxAgeDays) {
    return new SelectionQuestion(begin, duration, mayNarrow, wanted, newMaxAgeDays, healthyOnly);
  }

  /**
   * {@return the same question about all other wishes of a selection, such as status or exceptions}
   *
   * @param newWanted the request for a date
   */
  public SelectionQuestion wanting(Function<LocalDate, ConstellationSelection> newWanted) {
    return new SelectionQuestion(begin, duration, mayNarrow, newWanted, maxAgeDays, healthyOnly);
  }

  /**
   * Selects from the element sets of a snapshot, as {@link #of(ElementChoice)} does.
   *
   * @param snapshot the element sets
   * @return the selection
   * @throws InputFormatException if too many of them are damaged
   * @throws SelectionException if the remaining orbits cannot be trusted
   * @throws IllegalArgumentException if a named satellite cannot be selected
   */
  public Selection of(Snapshot snapshot) throws InputFormatException, SelectionException {
    return of(ElementChoice.of(snapshot, true));
  }

  /**
   * Selects from element sets.
   *
   * @param choice the element sets
   * @return the selection
   * @throws InputFormatException if too many of them are damaged
   * @throws SelectionException if the remaining orbits cannot be trusted
   * @throws IllegalArgumentException if a named satellite cannot be selected
   */
  public Selection of(ElementChoice choice) throws InputFormatException, SelectionException {
    choice.snapshot().requireSound();
    return select(choice);
  }

  /**
   * Selects from a file of orbits.
   *
   * @param file the file
   * @return the selection
   * @throws SelectionException if the remaining orbits cannot be trusted
   * @throws IllegalArgumentException if a named satellite cannot be selected
   */
  public Selection of(OrbitFile file) throws SelectionException {
    Selection selection = select(file);
    Set<String> prns =
        selection.constellation().members().stream()
            .map(member -> member.satellite().prn())
            .collect(Collectors.toSet());
    new OrbitCoverage(file, prns).requireMost(new Stretch(selection.start(), selection.end()));
    return healthy(selection);
  }

  /**
   * Selects the satellites that can be propagated from element sets, even if many are damaged.
   *
   * @param choice the element sets
   * @return the selection
   * @throws SelectionException if the orbits cannot be trusted
   */
  public Selection flownOf(ElementChoice choice) throws SelectionException {
    return flown(select(choice));
  }

  /**
   * Selects the satellites that can be propagated from a file, even if few cover the window.
   *
   * @param file the file
   * @return the selection
   * @throws SelectionException if the orbits cannot be trusted
   */
  public Selection flownOf(OrbitFile file) throws SelectionException {
    return healthy(flown(select(file)));
  }

  private static Selection flown(Selection selection) {
    Constellation flown =
        VisibilityStudy.of(selection.constellation())
            .over(selection.start(), selection.duration())
            .flown();
    return flown.members().isEmpty() ? selection : selection.of(flown);
  }

  private Selection select(ElementChoice choice) throws SelectionException {
    Instant from = begin.isPresent() ? begin.get() : midnight(day(ownEpoch(choice)));
    Instant to = from.plus(duration);
    Instant middle = from.plus(duration.dividedBy(2));
    ConstellationSelection asked = wanted.apply(day(from));
    Constellation constellation = asked.from(choice.snapshot(), middle);
    Snapshot snapshot = choice.namedFor(constellation);
    if (!snapshot.label().equals(choice.snapshot().label())) {
      constellation = asked.from(snapshot, middle);
    }
    List<Notice> notices = new ArrayList<>();
    choice.damagedFiles().forEach(file -> notices.add(new Notice(Kind.DAMAGED_FILE, file)));
    notices.addAll(SelectionRules.assumption(asked, constellation));
    Instant epoch =
        constellation.members().isEmpty()
            ? snapshot.medianEpoch()
            : constellation.medianEpoch().orElseThrow();
    try {
      SelectionRules.requireNear(choice, snapshot.label(), epoch, from, to, maxAgeDays);
      constellation = SelectionRules.withoutOld(constellation, maxAgeDays, middle);
      requireAny(constellation, "the snapshot " + snapshot.label());
    } catch (SelectionException e) {
      throw e.after(notices);
    }
    notices.addAll(SelectionRules.damaged(snapshot.problems(), constellation));
    notices.addAll(SelectionRules.contradictions(snapshot, constellation));
    Notice.of(constellation.oldOrbits(middle)).ifPresent(notices::add);
    notices.addAll(SelectionRules.systemsBehind(constellation, middle));
    notices.addAll(SelectionRules.missing(constellation));
    return new Selection(
        from,
        to,
        OrbitSource.of(snapshot),
        withDamagedFiles(choice.damagedFiles(), constellation),
        false,
        notices);
  }

  /** Adds damaged files to the exclusions. */
  private static Constellation withDamagedFiles(List<String> files, Constellation constellation) {
    if (files.isEmpty()) {
      return constellation;
    }
    List<Exclusion> excluded = new ArrayList<>();
    for (String file : files) {
      excluded.add(new Exclusion(0, "", Exclusion.Kind.DAMAGED, file));
    }
    excluded.addAll(constellation.excluded());
    return constellation.with(constellation.members(), excluded);
  }

  /**
   * Returns the epoch that decides the day: the newest of an archive; the median of a snapshot,
   * which contains each object once; or the median of the newest element sets of a file with
   * several moments.
   */
  private Instant ownEpoch(ElementChoice choice) {
    Snapshot snapshot = choice.snapshot();
    if (choice.newestEpoch().isPresent()) {
      return choice.newestEpoch().get();
    }
    if (!choice.isOfSeveralMoments()) {
      return snapshot.medianEpoch();
    }
    Instant newest =
        snapshot.elementSets().stream()
            .map(ElementSet::epoch)
            .max(Instant::compareTo)
            .orElseThrow();
    List<Instant> epochs =
        wanted.apply(day(newest)).status(StatusFilter.ALL).from(snapshot, newest).members().stream()
            .map(member -> member.elementSet().epoch())
            .sorted()
            .toList();
    if (epochs.isEmpty()) {
      return snapshot.medianEpoch();
    }
    Instant oldest = epochs.get(epochs.size() - 1).minus(Snapshot.OF_ONE_CATALOGUE);
    List<Instant> recent = epochs.stream().filter(epoch -> !epoch.isBefore(oldest)).toList();
    return recent.get(recent.size() / 2);
  }

  private Selection select(OrbitFile file) throws SelectionException {
    Instant from = begin.orElseGet(() -> midnight(day(file.middle())));
    Stretch asked = new Stretch(from, from.plus(duration));
    Stretch window = mayNarrow ? covered(file, asked) : asked;
    ConstellationSelection wantedThen = wanted.apply(day(window.from()));
    Constellation constellation = file.select(wantedThen);
    Instant middle = window.from().plus(Duration.between(window.from(), window.to()).dividedBy(2));
    List<Notice> notices = new ArrayList<>(SelectionRules.assumption(wantedThen, constellation));
    try {
      constellation = SelectionRules.withoutOld(constellation, maxAgeDays, middle);
    } catch (SelectionException e) {
      throw e.after(notices);
    }
    if (prns(file).isEmpty()) {
      throw noneOf(constellation.systems(), file);
    }
    requireAny(constellation, "the file " + file.label());
    Notice.of(constellation.oldOrbits(middle)).ifPresent(notices::add);
    notices.addAll(SelectionRules.missing(constellation));
    return new Selection(
        window.from(),
        window.to(),
        OrbitSource.of(file),
        constellation,
        !window.equals(asked),
        notices);
  }

  private Stretch covered(OrbitFile file, Stretch asked) {
    OrbitCoverage coverage = new OrbitCoverage(file, prns(file));
    return begin.isPresent() ? coverage.within(asked) : coverage.like(asked);
  }

  /** Returns the PRNs of a file that belong to the wanted systems. */
  private Set<String> prns(OrbitFile file) {
    Set<Character> letters =
        wanted.apply(day(file.knownFrom())).systems().stream()
            .map(GnssSystem::rinexLetter)
            .collect(Collectors.toSet());
    return file.orbits().keySet().stream()
        .filter(prn -> letters.contains(prn.charAt(0)))
        .collect(Collectors.toSet());
  }

  /**
   * {@return the exception for a file that contains no orbits of the wanted systems}
   *
   * @param systems the systems that were asked for
   * @param file the file
   */
  public static SelectionException noneOf(List<GnssSystem> systems, OrbitFile file) {
    List<GnssSystem> held =
        Stream.of(GnssSystem.values())
            .filter(
                system ->
                    file.orbits().keySet().stream()
                        .anyMatch(prn -> prn.charAt(0) == system.rinexLetter()))
            .toList();
    return new SelectionException(
        Cause.OTHER_SYSTEMS,
        "%s holds no usable orbits of %s%s"
            .formatted(
                file.label(),
                names(systems),
                held.isEmpty() ? "" : "; it holds those of " + names(held)));
  }

  private static String names(List<GnssSystem> systems) {
    return systems.stream().map(GnssSystem::name).collect(Collectors.joining(", "));
  }

  private static void requireAny(Constellation constellation, String source)
      throws SelectionException {
    if (constellation.members().isEmpty()) {
      throw new SelectionException(
          Cause.NO_SATELLITE,
          "no satellite is left: %s holds none of %s"
              .formatted(source, names(constellation.systems())));
    }
  }

  /** Excludes unhealthy satellites if they are not wanted. */
  private Selection healthy(Selection selection) throws SelectionException {
    if (!healthyOnly) {
      return selection;
    }
    List<Satellite> withOldHealth =
        selection.constellation().members().stream()
            .filter(member -> selection.health(member).isEmpty())
            .filter(member -> member.orbit().health(selection.start(), selection.end()).isPresent())
            .map(Member::satellite)
            .toList();
    String label = selection.source().label();
    if (!selection.reportsHealth()) {
      throw new SelectionException(
          withOldHealth.isEmpty() ? Cause.NO_HEALTH : Cause.OLD_HEALTH,
          withOldHealth.isEmpty()
              ? label + " reports no satellite's health"
              : "%s reports health more than %s days from the window, which does not count"
                  .formatted(label, Health.LIMIT_DAYS));
    }
    List<Notice> notices =
        withOldHealth.isEmpty()
            ? List.of()
            : List.of(
                new Notice(
                    Kind.OLD_HEALTH,
                    withOldHealth,
                    "unhealthy satellites are excluded, but none of %s, because their health is"
                            .formatted(SelectionRules.labels(withOldHealth))
                        + " reported more than %s days from the window"
                            .formatted(Health.LIMIT_DAYS)));
    Constellation constellation = selection.constellation();
    List<Member> members = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>(constellation.excluded());
    for (Member member : constellation.members()) {
      Optional<Health> unhealthy = selection.health(member).filter(health -> !health.isHealthy());
      if (unhealthy.isEmpty()) {
        members.add(member);
      } else {
        Satellite satellite = member.satellite();
        long days = (long) unhealthy.get().ageDays(selection.start(), selection.end());
        String age =
            days == 0 ? "" : ", " + days + (days == 1 ? " day" : " days") + " from the window";
        excluded.add(
            new Exclusion(
                satellite.catalogNumber(),
                satellite.label(),
                Exclusion.Kind.UNHEALTHY,
                "unhealthy: " + unhealthy.get().detail() + age));
      }
    }
    Constellation left = constellation.with(members, excluded);
    requireAny(left, "the file " + label);
    return selection.with(left, notices);
  }

  private static Instant midnight(LocalDate day) {
    return day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
