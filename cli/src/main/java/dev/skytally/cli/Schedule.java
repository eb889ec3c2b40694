package dev.skytally.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A schedule for a periodic job: due at once, then after each interval plus a random delay, so that
 * many users do not send requests to a server at the same moment.
 *
 * <p>It uses the wall clock. The job is due at once after a sleep, and whenever the clock is set
 * forward beyond the interval or back.
 */
final class Schedule {
  /** The longest delay, as a part of the interval. */
  private static final double JITTER = 0.1;

  private final Duration every;
  private final RandomGenerator random;
  private Instant last;
  private Instant next;

  Schedule(Duration every, RandomGenerator random) {
    this.every = every;
    this.random = random;
  }

  /** Returns whether the job is due; if so, the next interval begins now. */
  boolean isDue(Instant now) {
    if (last != null && !now.isBefore(last) && now.isBefore(next)) {
      return false;
    }
    last = now;
    next = now.plus(every).plusNanos((long) (every.toNanos() * JITTER * random.nextDouble()));
    return true;
  }

  /** Returns when the job is due next, unless the clock is set. */
  Instant next() {
    return next;
  }
}
