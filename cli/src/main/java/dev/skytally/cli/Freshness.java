package dev.skytally.cli;

import dev.skytally.report.text.Times;
import dev.skytally.satellites.Constellation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The age of the newest element sets by this machine's clock.
 *
 * @param newestEpoch their median epoch, never before that of the newest bundled ones
 * @param times writes the times of messages
 */
record Freshness(Instant newestEpoch, Instant now, Times times) {
  private static final double SECONDS_A_DAY = 86_400;

  /** Element sets can be dated some hours ahead of the time at which they are published. */
  private static final double LARGEST_LEAD_DAYS = 1;

  double ageDays() {
    return Duration.between(newestEpoch, now).toSeconds() / SECONDS_A_DAY;
  }

  /** Returns a warning if the element sets are outdated or the clock is wrong. */
  Optional<String> warning() {
    if (isClockBehind()) {
      return Optional.of(clockProblem());
    }
    return Constellation.isBehind(ageDays(), 0)
        ? Optional.of(
            ("the newest element sets are of %s, %s days ago: either nobody fetches them, or the"
                    + " source no longer renews them")
                .formatted(times.date(newestEpoch), (long) ageDays()))
        : Optional.empty();
  }

  /** Returns why the element sets do not count as fresh, if they do not. */
  Optional<String> failure(int mostDays) {
    if (isClockBehind()) {
      return Optional.of(clockProblem());
    }
    return ageDays() > mostDays
        ? Optional.of(
            "the newest element sets are over %s days old, and --fail-on-stale allows %s"
                .formatted((long) ageDays(), mostDays))
        : Optional.empty();
  }

  private boolean isClockBehind() {
    return ageDays() < -LARGEST_LEAD_DAYS;
  }

  private String clockProblem() {
    return "this machine's clock shows %s, but there are element sets of %s: set the clock"
        .formatted(times.withOffset(now.truncatedTo(ChronoUnit.MINUTES)), times.date(newestEpoch));
  }
}
