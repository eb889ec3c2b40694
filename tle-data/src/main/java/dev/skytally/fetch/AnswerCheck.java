package dev.skytally.fetch;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A check whether an answer is acceptable. It must be complete and contain enough satellites of
 * each system. No system may have lost half of its satellites. The epochs must not be in the future
 * or older than those held. What is held are the archived and the bundled element sets.
 *
 * <p>Only satellites that are or may be in service count. Sources differ in whether they include
 * satellites that the registry lists as retired or spare.
 */
final class AnswerCheck {
  /** A system of two or three satellites may really lose one or two. */
  private static final int FEW = 2;

  /**
   * Some sources publish element sets for the next day or two; a week means a wrong clock on one
   * side.
   */
  private static final Duration MOST_AHEAD = Duration.ofDays(7);

  /**
   * Only element sets of the last half year count as held; a satellite with older ones counts as
   * lost.
   */
  private static final Duration HELD = Duration.ofDays(ElementSet.OLDEST_DAYS);

  /** TLE lines give an epoch only to a millisecond. */
  private static final Duration SAME_EPOCH_WITHIN = Duration.ofSeconds(1);

  /** The action for an answer. */
  enum Verdict {
    GOOD,
    NOTHING_NEW,
    BAD
  }

  /**
   * A verdict and its reason.
   *
   * @param reason in one line, for people; empty if the answer is good
   */
  record Result(Verdict verdict, String reason) {}

  private final Map<Integer, Instant> answered;
  private final Map<Integer, Instant> held;
  private final Map<GnssSystem, Integer> answeredCounts = new EnumMap<>(GnssSystem.class);
  private final Map<GnssSystem, Integer> heldCounts = new EnumMap<>(GnssSystem.class);

  private AnswerCheck(Snapshot answer, Snapshot holding) {
    Instant at = answer.medianEpoch();
    answered = count(answer, at, answeredCounts);
    held = count(holding, at, heldCounts);
  }

  static Result check(
      FetchSource source, TextFile text, Snapshot answer, SnapshotArchive archive, Instant now)
      throws IOException {
    Instant newest = archive.newestEpoch();
    Instant later = (newest.isBefore(now) ? newest : now).plus(MOST_AHEAD);
    AnswerCheck check =
        new AnswerCheck(answer, archive.nearest(later, HELD.plus(MOST_AHEAD)).snapshot());
    Optional<String> reason =
        reasonOfFormat(text, answer)
            .or(() -> check.reasonOfCounts(source.systems()))
            .or(() -> check.reasonOfEpochs(now));
    if (reason.isPresent()) {
      return new Result(Verdict.BAD, reason.get());
    }
    return check.isAnyNewer()
        ? new Result(Verdict.GOOD, "")
        : new Result(
            Verdict.NOTHING_NEW,
            "no element set is newer than the archived or bundled one of its satellite");
  }

  /** Returns the epochs of the satellites that count, and counts them. */
  private static Map<Integer, Instant> count(
      Snapshot snapshot, Instant at, Map<GnssSystem, Integer> counts) {
    Constellation constellation =
        ConstellationSelection.on(LocalDate.ofInstant(at, ZoneOffset.UTC))
            .systems(List.of(GnssSystem.values()))
            .status(StatusFilter.ALL)
            .from(snapshot, at.plus(HELD));
    Map<Integer, Instant> epochs = new HashMap<>();
    for (Constellation.Member member : constellation.members()) {
      Satellite satellite = member.satellite();
      if (mayBeInService(satellite)) {
        epochs.put(satellite.catalogNumber(), member.elementSet().epoch());
        counts.merge(satellite.system(), 1, Integer::sum);
      }
    }
    return epochs;
  }

  private static boolean mayBeInService(Satellite satellite) {
    return switch (satellite.status()) {
      case OPERATIONAL, TEST, COMMISSIONING -> true;
      case UNKNOWN -> !satellite.inRegistry();
      case RESERVE, RETIRED -> false;
    };
  }

  private static Optional<String> reasonOfFormat(TextFile text, Snapshot answer) {
    if (isCutOff(text.text().strip(), answer)) {
      return Optional.of("ends in the middle of an element set");
    }
    int damaged = answer.problems().size();
    return answer.isTooDamaged()
        ? Optional.of(
            "has %s damaged element sets of %s, the first: %s"
                .formatted(
                    damaged,
                    damaged + answer.elementSets().size(),
                    answer.problems().get(0).reason()))
        : Optional.empty();
  }

  /** Returns whether the end of the text does not fit its format. */
  private static boolean isCutOff(String text, Snapshot answer) {
    char last = text.charAt(text.length() - 1);
    return switch (text.charAt(0)) {
      case '[' -> last != ']';
      case '{' -> last != '}';
      case '<' -> last != '>';
      default -> {
        List<ElementSet> elementSets = answer.elementSets();
        List<String> lastSet = elementSets.get(elementSets.size() - 1).text().lines().toList();
        yield !text.endsWith(lastSet.get(lastSet.size() - 1).strip());
      }
    };
  }

  private Optional<String> reasonOfCounts(Set<GnssSystem> required) {
    for (GnssSystem system : required) {
      int least = system.leastSatellites();
      if (answered(system) < least) {
        return Optional.of("holds %s, expected at least %s".formatted(satellites(system), least));
      }
    }
    if (answered.isEmpty()) {
      return Optional.of("holds no navigation satellite that may be in service");
    }
    for (Map.Entry<GnssSystem, Integer> system : answeredCounts.entrySet()) {
      int before = heldCounts.getOrDefault(system.getKey(), 0);
      if (2 * system.getValue() <= before && before - system.getValue() > FEW) {
        return Optional.of(
            "holds %s, but the archived or bundled element sets hold %s: no system loses half of its satellites at once"
                .formatted(satellites(system.getKey()), before));
      }
    }
    return Optional.empty();
  }

  private int answered(GnssSystem system) {
    return answeredCounts.getOrDefault(system, 0);
  }

  private String satellites(GnssSystem system) {
    int count = answered(system);
    return (count == 0 ? "no satellite" : count == 1 ? "1 satellite" : count + " satellites")
        + " of "
        + system.displayName();
  }

  private Optional<String> reasonOfEpochs(Instant now) {
    Instant median =
        answered.values().stream().sorted().skip(answered.size() / 2).findFirst().orElseThrow();
    if (median.isAfter(now.plus(MOST_AHEAD))) {
      return Optional.of(
          "is in the future (median epoch %s, here it is %s): it is wrong, or this machine's clock is"
              .formatted(toMinute(median), toMinute(now)));
    }
    int older = 0;
    int common = 0;
    for (Map.Entry<Integer, Instant> satellite : answered.entrySet()) {
      Instant before = held.get(satellite.getKey());
      if (before != null) {
        common++;
        older += isLater(before, satellite.getValue()) ? 1 : 0;
      }
    }
    return 2 * older > common
        ? Optional.of(
            ("is older than the archived or bundled element sets for %s of its %s satellites"
                    + " (median epoch %s)")
                .formatted(older, common, toMinute(median)))
        : Optional.empty();
  }

  private static boolean isLater(Instant epoch, Instant than) {
    return epoch.isAfter(than.plus(SAME_EPOCH_WITHIN));
  }

  private static String toMinute(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private boolean isAnyNewer() {
    for (Map.Entry<Integer, Instant> satellite : answered.entrySet()) {
      Instant before = held.get(satellite.getKey());
      if (before == null || isLater(satellite.getValue(), before)) {
        return true;
      }
    }
    return false;
  }
}
