package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What one site saw on the day of a run.
 *
 * @param leaders by metric, empty for a tie; without entries where a single system was looked at
 */
public record SiteDay(
    LocalDate day, Map<GnssSystem, InView> inView, Map<Metric, Optional<GnssSystem>> leaders) {

  /**
   * Of one system.
   *
   * @param shareAhead the share of the day, 0 to 1, with more in view than of every other system
   */
  public record InView(int max, double mean, int min, double shareAhead) {}

  public SiteDay {
    inView = Map.copyOf(inView);
    leaders = Map.copyOf(leaders);
  }
}
