package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import java.util.ArrayList;
import java.util.List;

/** Collects the element sets and problems that the readers find. */
final class SnapshotBuilder {
  /**
   * A limit above the size of any catalogue, so that a large file of another kind cannot fill the
   * memory.
   */
  private static final int MOST_PROBLEMS = 100_000;

  private final List<ElementSet> elementSets = new ArrayList<>();
  private final List<ElementSetProblem> problems = new ArrayList<>();

  void add(ElementSet elementSet) {
    elementSets.add(elementSet);
  }

  /**
   * Records an element set, or a part of one, that cannot be used.
   *
   * @throws InputFormatException when there are more problems than any catalogue could have
   */
  void reject(int catalogNumber, String name, InputFormatException problem)
      throws InputFormatException {
    if (problems.size() == MOST_PROBLEMS) {
      throw firstProblem();
    }
    problems.add(new ElementSetProblem(catalogNumber, name, problem.getMessage()));
  }

  /** Returns the number of element sets and problems. */
  int size() {
    return elementSets.size() + problems.size();
  }

  /**
   * Returns the snapshot of the collected element sets and problems, at least one.
   *
   * @throws InputFormatException with the first problem, if no element set is usable
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
