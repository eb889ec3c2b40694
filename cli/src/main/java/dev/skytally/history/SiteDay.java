package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one site on the day of a run.
 *
 * @param leaders by metric, empty for a tie; without entries if there is a single system
 */
public record SiteDay(
    LocalDate day, Map<GnssSystem, InView> inView, Map<Metric, Optional<GnssSystem>> leaders) {

  /**
   * The figures of one system.
   *
   * @param shareAhead the share of the day, 0 to 1, with more in view than every other system
   */
  public record InView(int max, double mean, int min, double shareAhead) {}

  public SiteDay {
    inView = Map.copyOf(inView);
    leaders = Map.copyOf(leaders);
  }
}
