package dev.skytally.satellites;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The completeness of an answer: whether it has every satellite that should count, as far as this
 * is known.
 *
 * @param missing the satellites that should count and do not
 * @param assumption the assumption if the registry does not cover the day, in one line for people;
 *     then more satellites may be missing. Empty if it covers the day
 */
public record Completeness(List<Missing> missing, Optional<String> assumption) {
  public Completeness {
    missing = List.copyOf(missing);
    Objects.requireNonNull(assumption);
  }

  /** Returns whether every satellite that should count does; false if this is not known. */
  public boolean isComplete() {
    return missing.isEmpty() && assumption.isEmpty();
  }

  /** Returns whether no satellite is known to be missing, but one may be. */
  public boolean isUnknown() {
    return missing.isEmpty() && assumption.isPresent();
  }
}
