package dev.skytally.selection;

import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.archive.ElementPool.Found;
import dev.skytally.elements.ElementSet;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A constellation with the missing satellites added by their nearest usable element sets. A study
 * of it shows how they change the answer.
 *
 * <pre>{@code
 * FilledGaps filled = FilledGaps.of(result.constellation(), result.start(), result.end(), pool);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param constellation in which the satellites without a usable element set are still missing
 * @param added the satellites that count in addition
 */
public record FilledGaps(Constellation constellation, List<Added> added) {
  /** Older element sets cannot locate a satellite. */
  private static final Duration REACH = Duration.ofDays(ElementSet.OLDEST_DAYS);

  /**
   * A satellite that was missing.
   *
   * @param satellite the satellite
   * @param elements the element set
   * @param snapshot the label of the snapshot that holds the element set, or its file's name
   * @param ageDays the whole days between the element set and the middle of the window
   */
  public record Added(Satellite satellite, ElementSet elements, String snapshot, long ageDays) {}

  /**
   * The answer of a study with the satellites added.
   *
   * @param <R> the type of the answer
   * @param added the added satellites
   * @param result the answer
   */
  public record Answer<R>(List<Added> added, R result) {}

  /** Checks the components, and copies those that can change. */
  public FilledGaps {
    added = List.copyOf(added);
  }

  /**
   * Fills the gaps of a constellation.
   *
   * @param flown the constellation that was propagated from the start to the end of the window
   * @param start the beginning of the window
   * @param end the end of the window
   * @param pool all element sets that may fill a gap; those that cannot be propagated over the
   *     whole window are ignored
   * @return the added satellites
   * @throws IOException if a file cannot be read
   */
  public static FilledGaps of(Constellation flown, Instant start, Instant end, ElementPool pool)
      throws IOException {
    Duration window = Duration.between(start, end);
    Instant middle = start.plus(window.dividedBy(2));
    Map<Integer, Satellite> missing =
        flown.missing().stream()
            .map(Missing::satellite)
            .collect(Collectors.toMap(Satellite::catalogNumber, Function.identity(), (a, b) -> a));
    Map<Integer, Found> found =
        pool.nearest(
            missing.keySet(),
            middle,
            REACH,
            elements -> {
              Satellite satellite = missing.get(elements.catalogNumber());
              return satellite != null && canFly(new Member(satellite, elements), start, window);
            });
    List<Added> added = new ArrayList<>();
    List<Member> members = new ArrayList<>(flown.members());
    List<Exclusion> excluded = new ArrayList<>();
    for (Exclusion exclusion : flown.excluded()) {
      Found nearest =
          exclusion.missing().isPresent() ? found.remove(exclusion.catalogNumber()) : null;
      if (nearest == null) {
        excluded.add(exclusion);
      } else {
        Member member = new Member(exclusion.missing().get().satellite(), nearest.elements());
        members.add(member);
        added.add(
            new Added(
                member.satellite(),
                nearest.elements(),
                nearest.snapshot(),
                (long) member.ageDays(middle)));
      }
    }
    members.sort(
        Comparator.comparingInt(member -> flown.systems().indexOf(member.satellite().system())));
    return new FilledGaps(flown.with(members, excluded), added);
  }

  private static boolean canFly(Member member, Instant start, Duration window) {
    Constellation alone =
        new Constellation(List.of(member.satellite().system()), List.of(member), List.of());
    return VisibilityStudy.of(alone).over(start, window).threads(1).flown().missing().isEmpty();
  }

  /**
   * Runs a study again with the satellites added; empty if no satellite was missing.
   *
   * @param <R> the type of the answer
   * @param result the answer without them, which is also the new answer if none could be added
   * @param study answers the same question for other satellites
   * @return the other answer
   */
  public <R> Optional<Answer<R>> answer(R result, Function<Constellation, R> study) {
    if (added.isEmpty()) {
      return constellation.missing().isEmpty()
          ? Optional.empty()
          : Optional.of(new Answer<>(added, result));
    }
    return Optional.of(new Answer<>(added, study.apply(constellation)));
  }
}
