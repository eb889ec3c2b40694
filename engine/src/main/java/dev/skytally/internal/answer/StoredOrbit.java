package dev.skytally.internal.answer;

import dev.skytally.elements.Orbit;
import java.time.Duration;
import java.time.Instant;

/**
 * The part of an orbit other than an element set that a stored answer keeps: enough to report it,
 * but not to propagate it.
 *
 * @param from the first instant for which its source gives positions; its age is 0 from there
 * @param to the last such instant
 */
public record StoredOrbit(
    Instant from, Instant to, double meanMotionRevolutionsPerDay, double eccentricity)
    implements Orbit {
  private static final Instant BEFORE_ALL = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant AFTER_ALL = Instant.parse("2300-01-01T00:00:00Z");

  /** Returns the stored part of an orbit. */
  static StoredOrbit of(Orbit orbit) {
    return new StoredOrbit(
        BEFORE_ALL.minus(orbit.age(BEFORE_ALL)),
        AFTER_ALL.minus(orbit.age(AFTER_ALL)),
        orbit.meanMotionRevolutionsPerDay(),
        orbit.eccentricity());
  }

  @Override
  public Duration age(Instant at) {
    if (at.isBefore(from)) {
      return Duration.between(from, at);
    }
    return at.isAfter(to) ? Duration.between(to, at) : Duration.ZERO;
  }
}
