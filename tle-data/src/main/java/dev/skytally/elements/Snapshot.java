package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import java.time.Duration;
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

  /** Catalogues are renewed more often; what is older than the rest is left from an archive. */
  public static final Duration OF_ONE_CATALOGUE = Duration.ofDays(30);

  /** One bad record may always be; beyond that, who leads would hang on what is missing. */
  private static final double MOST_DAMAGED = 0.1;

  public Snapshot {
    elementSets = List.copyOf(elementSets);
    problems = List.copyOf(problems);
    if (elementSets.isEmpty()) {
      throw new IllegalArgumentException("a snapshot holds at least one element set");
    }
  }

  /** Whether too many element sets could not be used to trust the rest: more than a tenth. */
  public boolean isTooDamaged() {
    return problems.size() > MOST_DAMAGED * (problems.size() + elementSets.size());
  }

  /**
   * Refuses element sets of which too many are damaged to trust the rest.
   *
   * @throws InputFormatException that tells how many, and the first
   */
  public void requireSound() throws InputFormatException {
    if (isTooDamaged()) {
      throw new InputFormatException(damage(", more than a tenth"));
    }
  }

  /**
   * How many element sets are damaged, and the first; there must be one.
   *
   * @param judgement what to say of them, to go on with
   */
  public String damage(String judgement) {
    return "%s of %s element sets are damaged%s; the first: %s"
        .formatted(
            problems.size(),
            problems.size() + elementSets.size(),
            judgement,
            problems.get(0).text());
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
