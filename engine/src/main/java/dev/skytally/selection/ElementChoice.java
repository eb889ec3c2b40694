package dev.skytally.selection;

import dev.skytally.archive.NearestElementSets;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The element sets to select from.
 *
 * <p>Immutable.
 *
 * @param snapshot the element sets
 * @param picked the picked element sets, if they were picked from an archive one by one
 * @param isChosen whether the caller chose them; if not, they are the nearest available. This
 *     decides what an error calls them, and the default day of element sets from an archive
 */
public record ElementChoice(
    Snapshot snapshot, Optional<NearestElementSets> picked, boolean isChosen) {
  /**
   * {@return the element sets of a snapshot}
   *
   * @param snapshot the element sets
   * @param isChosen whether the caller chose these element sets
   */
  public static ElementChoice of(Snapshot snapshot, boolean isChosen) {
    return new ElementChoice(snapshot, Optional.empty(), isChosen);
  }

  /**
   * {@return element sets picked from an archive}
   *
   * @param picked the element sets of several snapshots
   * @param isChosen whether the caller chose these element sets
   */
  public static ElementChoice of(NearestElementSets picked, boolean isChosen) {
    return new ElementChoice(picked.snapshot(), Optional.of(picked), isChosen);
  }

  /** Returns one line for each damaged file of the archive, which does not count. */
  List<String> damagedFiles() {
    return picked.isPresent() ? picked.get().damagedFiles() : List.of();
  }

  /** Returns all element sets as a snapshot, labelled by the snapshots of the members. */
  Snapshot namedFor(Constellation constellation) {
    if (picked.isEmpty() || constellation.members().isEmpty()) {
      return snapshot;
    }
    List<Integer> numbers = new ArrayList<>();
    for (Constellation.Member member : constellation.members()) {
      numbers.add(member.elementSet().catalogNumber());
    }
    return picked.get().snapshotNamedFor(numbers);
  }

  /**
   * Returns the newest epoch if it decides the window, which is so for the nearest available
   * element sets.
   */
  Optional<Instant> newestEpoch() {
    return isChosen ? Optional.empty() : picked.map(NearestElementSets::newestEpoch);
  }

  /** Returns whether it contains several element sets of one satellite. */
  boolean isOfSeveralMoments() {
    return snapshot.elementSets().stream().map(ElementSet::catalogNumber).distinct().count()
        < snapshot.elementSets().size();
  }
}
