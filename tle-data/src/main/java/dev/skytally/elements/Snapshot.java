package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All element sets of one moment, with their origin.
 *
 * <p>Immutable.
 *
 * @param label the date of a bundled snapshot ({@code 2020-12-01}), or the name of the file as the
 *     user gave it
 * @param origin where the element sets came from, for people
 * @param elementSets the element sets in the order of the source
 * @param problems the element sets of the source that could not be used
 */
public record Snapshot(
    String label, String origin, List<ElementSet> elementSets, List<ElementSetProblem> problems) {

  /** Catalogues are renewed more often; element sets older than the others come from an archive. */
  public static final Duration OF_ONE_CATALOGUE = Duration.ofDays(30);

  /**
   * One bad record is always tolerated; with more, the leader would depend on the missing
   * satellites.
   */
  private static final double MOST_DAMAGED = 0.1;

  /** Checks the components, and copies those that can change. */
  public Snapshot {
    elementSets = List.copyOf(elementSets);
    problems = List.copyOf(problems);
    if (elementSets.isEmpty()) {
      throw new IllegalArgumentException("a snapshot holds at least one element set");
    }
  }

  /** {@return whether too many element sets are damaged to trust the others: more than a tenth} */
  public boolean isTooDamaged() {
    return problems.size() > MOST_DAMAGED * (problems.size() + elementSets.size());
  }

  /**
   * Rejects element sets if too many of them are damaged to trust the others.
   *
   * @throws InputFormatException with their number and the first problem
   */
  public void requireSound() throws InputFormatException {
    if (isTooDamaged()) {
      throw new InputFormatException(damage(", more than a tenth"));
    }
  }

  /**
   * {@return a sentence with the number of damaged element sets, at least one, and the first
   * problem}
   *
   * @param judgement a clause about them that follows their number
   */
  public String damage(String judgement) {
    return "%s of %s element sets are damaged%s; the first: %s"
        .formatted(
            problems.size(),
            problems.size() + elementSets.size(),
            judgement,
            problems.get(0).text());
  }

  /** {@return the median of the element sets' epochs (the later one of two)} */
  public Instant medianEpoch() {
    return elementSets.stream()
        .map(ElementSet::epoch)
        .sorted()
        .skip(elementSets.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
