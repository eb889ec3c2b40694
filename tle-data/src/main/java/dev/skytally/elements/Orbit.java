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
   * How old it is at an instant: how long ago it was measured or told; negative before. Zero where
   * positions of that very time are told.
   */
  Duration age(Instant at);

  /** Roughly how often it goes round, revolutions a day. */
  double meanMotionRevolutionsPerDay();

  /** Roughly its eccentricity, at least 0 and below 1. */
  double eccentricity();

  /**
   * The satellite's health over a window, as its orbit's source reports it: unhealthy if it is so
   * at any instant. Empty if the source says nothing of it, as element sets do.
   */
  default Optional<Health> health(Instant from, Instant to) {
    return Optional.empty();
  }
}
