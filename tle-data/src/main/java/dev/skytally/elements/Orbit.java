package dev.skytally.elements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The orbit of a satellite: an {@link ElementSet}, or a {@code ProvidedOrbit} of another source.
 * Studies cannot propagate other implementations.
 *
 * <p>Implementations are immutable, so they are safe for use by several threads, unless they say
 * otherwise.
 */
public interface Orbit {
  /**
   * {@return its age at an instant: the time since it was measured or published; negative before}
   * It is zero where its source gives positions for that time.
   *
   * @param at the instant
   */
  Duration age(Instant at);

  /** {@return the approximate mean motion, revolutions per day} */
  double meanMotionRevolutionsPerDay();

  /** {@return the approximate eccentricity, at least 0 and below 1} */
  double eccentricity();

  /**
   * {@return the satellite's health over a window, as the source of its orbit reports it: unhealthy
   * if it is so at any instant} Empty if the source does not report health, like element sets.
   *
   * @param from the beginning of the window
   * @param to the end of the window
   */
  default Optional<Health> health(Instant from, Instant to) {
    return Optional.empty();
  }
}
