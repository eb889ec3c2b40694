package dev.skytally.cli.report;

import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The definition behind the figures, which every report states.
 *
 * @param horizonFile the file that the mask came from, as the user gave it, if it is a horizon
 * @param step of the sampled mode; empty if the counts are exact
 * @param membership which satellites were asked for, for people, as {@code "status operational"}
 * @param constellation as it flew, with everything left out
 */
public record Setting(
    Instant start,
    Instant end,
    ElevationMask mask,
    Optional<String> horizonFile,
    Optional<Duration> step,
    Snapshot snapshot,
    String membership,
    Constellation constellation) {

  List<GnssSystem> systems() {
    return constellation.systems();
  }

  Instant medianEpoch() {
    return constellation.medianEpoch().orElseThrow();
  }

  /** The median of the days between the element sets' epochs and the middle of the window. */
  double medianAgeDays() {
    Instant middle = start.plus(Duration.between(start, end).dividedBy(2));
    return constellation.medianAgeDays(middle).orElseThrow();
  }

  double maskDegrees() {
    return Math.toDegrees(mask.leastElevationRadians());
  }

  boolean isOneDay() {
    return Duration.between(start, end).equals(Duration.ofDays(1));
  }

  double stepSeconds() {
    return step.orElseThrow().toMillis() / 1e3;
  }
}
