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
 * Element sets to select from.
 *
 * @param picked how, if they were picked from an archive one by one
 * @param isChosen whether the caller chose them, rather than the nearest there are
 */
public record ElementChoice(
    Snapshot snapshot, Optional<NearestElementSets> picked, boolean isChosen) {
  /** Element sets of a snapshot. */
  public static ElementChoice of(Snapshot snapshot, boolean isChosen) {
    return new ElementChoice(snapshot, Optional.empty(), isChosen);
  }

  /** Element sets picked from an archive. */
  public static ElementChoice of(NearestElementSets picked, boolean isChosen) {
    return new ElementChoice(picked.snapshot(), Optional.of(picked), isChosen);
  }

  /** The files of the archive that are damaged and do not count, a line each. */
  List<String> damagedFiles() {
    return picked.isPresent() ? picked.get().damagedFiles() : List.of();
  }

  /** All of them, named by the snapshots that the members' are of. */
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

  /** The newest epoch where it decides the window: of the nearest there are. */
  Optional<Instant> newestEpoch() {
    return isChosen ? Optional.empty() : picked.map(NearestElementSets::newestEpoch);
  }

  /** Whether it holds several element sets of some satellite. */
  boolean isOfSeveralMoments() {
    return snapshot.elementSets().stream().map(ElementSet::catalogNumber).distinct().count()
        < snapshot.elementSets().size();
  }
}
