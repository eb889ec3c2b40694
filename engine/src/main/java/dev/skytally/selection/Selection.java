package dev.skytally.selection;

import dev.skytally.elements.Health;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A window and the satellites that are looked at in it.
 *
 * @param source what the satellites' orbits were taken from
 * @param isWhatIsCovered whether the window, as none was asked for, is what a file of orbits covers
 * @param notices what a reader of an answer from this selection should know
 */
public record Selection(
    Instant start,
    Instant end,
    OrbitSource source,
    Constellation constellation,
    boolean isWhatIsCovered,
    List<Notice> notices) {

  public Selection {
    notices = List.copyOf(notices);
  }

  /** The same question, with the constellation as it flew, and notices of those that did not. */
  public Selection of(Constellation flown) {
    List<Notice> all = new ArrayList<>(notices);
    all.removeIf(notice -> notice.kind() == Notice.Kind.MISSING);
    all.addAll(SelectionRules.missing(flown));
    return new Selection(start, end, source, flown, isWhatIsCovered, all);
  }

  /** The same with another constellation and further notices. */
  Selection with(Constellation other, List<Notice> more) {
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(more);
    return new Selection(start, end, source, other, isWhatIsCovered, all);
  }

  public Duration duration() {
    return Duration.between(start, end);
  }

  public List<GnssSystem> systems() {
    return constellation.systems();
  }

  /** The middle of the window. */
  public Instant middle() {
    return start.plus(duration().dividedBy(2));
  }

  /** The median of the element sets' epochs; empty if the orbits are others. */
  public Optional<Instant> medianEpoch() {
    return constellation.medianEpoch();
  }

  /** The median of the days between the orbits' own times and the middle of the window. */
  public double medianAgeDays() {
    return constellation.medianAgeDays(middle()).orElseThrow();
  }

  /** The members whose orbits make the answer uncertain. */
  public OldOrbits oldOrbits() {
    return constellation.oldOrbits(middle());
  }

  /**
   * A member's health over the window; empty if its orbit's source does not report it within {@link
   * Health#LIMIT_DAYS}.
   */
  public Optional<Health> health(Constellation.Member member) {
    return member
        .orbit()
        .health(start, end)
        .filter(health -> health.ageDays(start, end) <= Health.LIMIT_DAYS);
  }

  /** Whether the health of any satellite is known. */
  public boolean reportsHealth() {
    return constellation.members().stream().anyMatch(member -> health(member).isPresent());
  }

  /** As {@code healthy} or {@code unhealthy}; empty if it is not known. */
  public String healthWord(Constellation.Member member) {
    return health(member).map(health -> health.isHealthy() ? "healthy" : "unhealthy").orElse("");
  }

  /** As {@link #healthWord(Constellation.Member)}, of the member that is this satellite. */
  public String healthWord(Satellite satellite) {
    return constellation.members().stream()
        .filter(member -> member.satellite().equals(satellite))
        .map(this::healthWord)
        .findFirst()
        .orElse("");
  }

  /** The labels of the satellites that count though their status is uncertain. */
  public List<String> uncertain() {
    return constellation.members().stream()
        .map(Constellation.Member::satellite)
        .filter(Satellite::statusIsUncertain)
        .map(Satellite::label)
        .toList();
  }
}
