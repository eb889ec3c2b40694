package dev.skytally.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How fresh the element sets are.
 *
 * @param clock the present
 * @param newest returns the moment of the newest ones
 * @param oldest the greatest age with which the server is ready; any age if empty
 */
public record Health(Clock clock, Supplier<Instant> newest, Optional<Duration> oldest) {
  Duration age() {
    return Duration.between(newest.get(), clock.instant());
  }

  boolean isReady(Duration age) {
    return oldest.isEmpty() || age.compareTo(oldest.get()) <= 0;
  }
}
