package dev.skytally.satellites;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an answer has every satellite that should count, as far as that is known.
 *
 * @param missing the satellites that should count and do not
 * @param assumption if the registry does not cover the day, what is assumed instead, in one line
 *     for people; more satellites than {@code missing} may then be missing. Empty if the registry
 *     covers the day, or if the question itself says which satellites count
 */
public record Completeness(List<Missing> missing, Optional<String> assumption) {
  public Completeness {
    missing = List.copyOf(missing);
    Objects.requireNonNull(assumption);
  }

  /** Whether every satellite that should count does; false where that is not known. */
  public boolean isComplete() {
    return missing.isEmpty() && assumption.isEmpty();
  }

  /** Whether no satellite is known to be missing, yet one may be. */
  public boolean isUnknown() {
    return missing.isEmpty() && assumption.isPresent();
  }
}
