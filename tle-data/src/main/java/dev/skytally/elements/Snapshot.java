package dev.skytally.elements;

import java.time.Instant;
import java.util.List;

/**
 * All element sets of one moment, with where they came from.
 *
 * @param label what to call it: the date of a bundled snapshot ({@code 2020-12-01}), or the file's
 *     name as the user gave it
 * @param origin where the element sets came from, for people
 * @param elementSets in the order of the source
 * @param problems element sets that the source holds but that could not be used
 */
public record Snapshot(
    String label, String origin, List<ElementSet> elementSets, List<ElementSetProblem> problems) {
  public Snapshot {
    elementSets = List.copyOf(elementSets);
    problems = List.copyOf(problems);
    if (elementSets.isEmpty()) {
      throw new IllegalArgumentException("a snapshot holds at least one element set");
    }
  }

  /** The median of the element sets' epochs (the later one of two). */
  public Instant medianEpoch() {
    return elementSets.stream()
        .map(ElementSet::epoch)
        .sorted()
        .skip(elementSets.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
