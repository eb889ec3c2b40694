package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import java.util.ArrayList;
import java.util.List;

/** Collects what the readers find, good and bad. */
final class SnapshotBuilder {
  /** More than any catalogue holds: a large file of something else must not fill the memory. */
  private static final int MOST_PROBLEMS = 100_000;

  private final List<ElementSet> elementSets = new ArrayList<>();
  private final List<ElementSetProblem> problems = new ArrayList<>();

  void add(ElementSet elementSet) {
    elementSets.add(elementSet);
  }

  /**
   * Notes an element set, or a piece of one, that cannot be used.
   *
   * @throws InputFormatException when there are more problems than any catalogue could have
   */
  void refuse(int catalogNumber, String name, InputFormatException problem)
      throws InputFormatException {
    if (problems.size() == MOST_PROBLEMS) {
      throw firstProblem();
    }
    problems.add(new ElementSetProblem(catalogNumber, name, problem.getMessage()));
  }

  /** How many element sets were found, good and bad. */
  int size() {
    return elementSets.size() + problems.size();
  }

  /**
   * The snapshot of what was collected: at least one, good or bad.
   *
   * @throws InputFormatException naming the first problem, when no element set is good
   */
  Snapshot build(String label, String origin) throws InputFormatException {
    if (elementSets.isEmpty()) {
      throw firstProblem();
    }
    return new Snapshot(label, origin, elementSets, problems);
  }

  private InputFormatException firstProblem() {
    int others = problems.size() - 1;
    return new InputFormatException(
        problems.get(0).reason() + (others == 0 ? "" : " (and " + others + " more)"));
  }
}
