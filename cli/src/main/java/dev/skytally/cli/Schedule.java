package dev.skytally.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a job is due that is to be done every so often: at once, then each time a little later than
 * asked, by chance, so that many users do not ask a server at the same moment.
 *
 * <p>It goes by the wall clock alone. After a sleep, or when the clock was put forward, the job is
 * due as soon as this is asked; when the clock was put back, it is due too, rather than not for as
 * long as the clock was wrong.
 */
final class Schedule {
  /** The most that is added, as a part of the interval. */
  private static final double JITTER = 0.1;

  private final Duration every;
  private final RandomGenerator random;
  private Instant last;
  private Instant next;

  Schedule(Duration every, RandomGenerator random) {
    this.every = every;
    this.random = random;
  }

  /** Whether the job is due; if so, it is taken to be done now. */
  boolean isDue(Instant now) {
    if (last != null && !now.isBefore(last) && now.isBefore(next)) {
      return false;
    }
    last = now;
    next = now.plus(every).plusNanos((long) (every.toNanos() * JITTER * random.nextDouble()));
    return true;
  }

  /** When the job is due next, if the clock runs on. */
  Instant next() {
    return next;
  }
}
