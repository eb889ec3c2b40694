package dev.skytally.selection;

import dev.skytally.elements.Health;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A window and the satellites that count in it.
 *
 * <p>Immutable.
 *
 * @param start the beginning of the window
 * @param end the end of the window (exclusive)
 * @param source the source of the satellites' orbits
 * @param constellation the satellites
 * @param isWhatIsCovered whether the window is the time that a file of orbits covers, because none
 *     was asked for
 * @param notices the facts that a reader of an answer from this selection should know
 * @param outages the outages in which satellites do not count
 */
public record Selection(
    Instant start,
    Instant end,
    OrbitSource source,
    Constellation constellation,
    boolean isWhatIsCovered,
    List<Notice> notices,
    Outages outages) {

  /**
   * A satellite that is out of service in a part of the window.
   *
   * @param satellite the satellite
   * @param outage the outage
   */
  public record OutOfService(Satellite satellite, Outage outage) {}

  /**
   * Creates a selection without outages.
   *
   * @param start the beginning of the window
   * @param end the end of the window (exclusive)
   * @param source the source of the satellites' orbits
   * @param constellation the satellites
   * @param isWhatIsCovered whether the window is the time that a file of orbits covers
   * @param notices the facts that a reader of an answer from this selection should know
   */
  public Selection(
      Instant start,
      Instant end,
      OrbitSource source,
      Constellation constellation,
      boolean isWhatIsCovered,
      List<Notice> notices) {
    this(start, end, source, constellation, isWhatIsCovered, notices, Outages.none());
  }

  /** Checks the components, and copies those that can change. */
  public Selection {
    notices = List.copyOf(notices);
  }

  /**
   * {@return the same selection with the satellites that were propagated, and notices of all that
   * are missing then}
   *
   * @param flown the satellites that were propagated
   */
  public Selection of(Constellation flown) {
    List<Notice> all = new ArrayList<>(notices);
    all.removeIf(notice -> notice.kind() == Notice.Kind.MISSING);
    all.addAll(SelectionRules.missing(flown));
    return new Selection(start, end, source, flown, isWhatIsCovered, all, outages);
  }

  /** Returns the same selection with another constellation and further notices. */
  Selection with(Constellation other, List<Notice> more) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(more);
    return new Selection(start, end, source, other, isWhatIsCovered, all, outages);
  }

  /**
   * {@return the same selection with outages, and notices of what is unknown about them}
   *
   * @param newOutages the outages
   */
  public Selection without(Outages newOutages) {
    Selection without =
        new Selection(start, end, source, constellation, isWhatIsCovered, notices, newOutages);
    return without.with(constellation, SelectionRules.outages(without));
  }

  /** {@return the systems whose outages the notices do not cover; empty if notices are not used} */
  public List<GnssSystem> withUnknownOutages() {
    List<GnssSystem> unknown = new ArrayList<>();
    for (GnssSystem system : systems()) {
      if (!outages.isNone() && !outages.knows(system, start, end)) {
        unknown.add(system);
      }
    }
    return List.copyOf(unknown);
  }

  /** {@return the satellites that are out of service in a part of the window} */
  public List<OutOfService> outOfService() {
    boolean isMoment = start.equals(end);
    Instant until = isMoment ? end.plus(1, ChronoUnit.MICROS) : end;
    List<OutOfService> found = new ArrayList<>();
    for (Constellation.Member member : constellation.members()) {
      Satellite satellite = member.satellite();
      for (Outage outage : outages.of(satellite, start, until)) {
        found.add(new OutOfService(satellite, outage));
      }
    }
    return found;
  }

  /** {@return the systems with a satellite that is out of service in a part of the window} */
  public Set<GnssSystem> systemsOutOfService() {
    Set<GnssSystem> systems = EnumSet.noneOf(GnssSystem.class);
    for (OutOfService one : outOfService()) {
      systems.add(one.satellite().system());
    }
    return systems;
  }

  /** {@return the length of the window} */
  public Duration duration() {
    return Duration.between(start, end);
  }

  /** {@return the systems, in the order of the answer} */
  public List<GnssSystem> systems() {
    return constellation.systems();
  }

  /** {@return the middle of the window} */
  public Instant middle() {
    return start.plus(duration().dividedBy(2));
  }

  /**
   * {@return whether element sets of now would not be {@linkplain OldOrbits old} for this window}
   *
   * @param now the time at which it is asked
   */
  public boolean isAbout(Instant now) {
    return Math.abs(Duration.between(middle(), now).toDays()) < OldOrbits.LIMIT_DAYS;
  }

  /** {@return the median epoch of the element sets; empty for other orbits} */
  public Optional<Instant> medianEpoch() {
    return constellation.medianEpoch();
  }

  /**
   * {@return the median number of days between the times of the orbits and the middle of the
   * window}
   */
  public double medianAgeDays() {
    return constellation.medianAgeDays(middle()).orElseThrow();
  }

  /** {@return the members whose orbits make the answer uncertain} */
  public OldOrbits oldOrbits() {
    return constellation.oldOrbits(middle());
  }

  /**
   * {@return a member's health over the window; empty if the source of its orbit does not report it
   * within {@link Health#LIMIT_DAYS}}
   *
   * @param member a member of the constellation
   */
  public Optional<Health> health(Constellation.Member member) {
    return member
        .orbit()
        .health(start, end)
        .filter(health -> health.ageDays(start, end) <= Health.LIMIT_DAYS);
  }

  /** {@return whether the health of any satellite is known} */
  public boolean reportsHealth() {
    return constellation.members().stream().anyMatch(member -> health(member).isPresent());
  }

  /**
   * {@return the health of a member as {@code healthy} or {@code unhealthy}; empty if it is not
   * known}
   *
   * @param member a member of the constellation
   */
  public String healthWord(Constellation.Member member) {
    return health(member).map(health -> health.isHealthy() ? "healthy" : "unhealthy").orElse("");
  }

  /**
   * {@return the health of a satellite as {@link #healthWord(Constellation.Member)} does}
   *
   * @param satellite the satellite
   */
  public String healthWord(Satellite satellite) {
    return constellation.members().stream()
        .filter(member -> member.satellite().equals(satellite))
        .map(this::healthWord)
        .findFirst()
        .orElse("");
  }

  /** {@return the labels of the satellites that count although their status is uncertain} */
  public List<String> uncertain() {
    return constellation.uncertainSatellites().stream().map(Satellite::label).toList();
  }
}
