package dev.skytally.elements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The orbit of a satellite: an {@link ElementSet}, or a {@code ProvidedOrbit} of another source.
 * Studies cannot propagate other implementations.
 */
public interface Orbit {
  /**
   * Returns its age at an instant: the time since it was measured or published; negative before. It
   * is zero where its source gives positions for that time.
   */
  Duration age(Instant at);

  /** Returns the approximate mean motion, revolutions per day. */
  double meanMotionRevolutionsPerDay();

  /** Returns the approximate eccentricity, at least 0 and below 1. */
  double eccentricity();

  /**
   * Returns the satellite's health over a window, as the source of its orbit reports it: unhealthy
   * if it is so at any instant. Empty if the source does not report health, like element sets.
   */
  default Optional<Health> health(Instant from, Instant to) {
    return Optional.empty();
  }
}
