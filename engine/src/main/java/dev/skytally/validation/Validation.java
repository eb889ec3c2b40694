package dev.skytally.validation;

import dev.skytally.satellites.Completeness;
import dev.skytally.selection.Notice;
import java.util.List;

/**
 * The answer of a {@link ValidationQuestion}.
 *
 * <p>Immutable.
 *
 * @param <C> the comparison of each source of element sets: an {@link OrbitComparison} or a {@link
 *     ReceiverComparison}
 * @param entries the sources of element sets, at least one, the nearest in time first
 * @param notices the facts that a reader of the answer should know
 */
public record Validation<C>(List<Entry<C>> entries, List<Notice> notices) {

  /**
   * One source of element sets.
   *
   * @param <C> the type of the comparison
   * @param label the snapshot's label
   * @param ageDays the median age at the middle of the window; negative if the epochs are later
   * @param completeness whether every satellite in service has an element set
   * @param comparison the comparison
   */
  public record Entry<C>(String label, double ageDays, Completeness completeness, C comparison) {}

  /** Checks the components, and copies those that can change. */
  public Validation {
    entries = List.copyOf(entries);
    notices = List.copyOf(notices);
  }
}
