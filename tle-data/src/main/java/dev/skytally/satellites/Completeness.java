package dev.skytally.satellites;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The completeness of an answer: whether it has every satellite that should count, as far as this
 * is known.
 *
 * <p>Immutable.
 *
 * @param missing the satellites that should count and do not
 * @param assumption if the registry does not cover the day, what is assumed instead, in one line
 *     for people; more satellites than {@code missing} may then be missing. Empty if the registry
 *     covers the day, or if the question itself says which satellites count
 */
public record Completeness(List<Missing> missing, Optional<String> assumption) {
  /** Checks the components, and copies those that can change. */
  public Completeness {
    missing = List.copyOf(missing);
    Objects.requireNonNull(assumption);
  }

  /** {@return whether every satellite that should count does; false if this is not known} */
  public boolean isComplete() {
    return missing.isEmpty() && assumption.isEmpty();
  }

  /** {@return whether no satellite is known to be missing, but one may be} */
  public boolean isUnknown() {
    return missing.isEmpty() && assumption.isPresent();
  }
}
