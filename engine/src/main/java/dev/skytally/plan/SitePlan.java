package dev.skytally.plan;

import dev.skytally.site.GroundSite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The windows and the series of one site.
 *
 * <p>Immutable.
 *
 * @param site the site
 * @param windows by median PDOP, least first, then by time
 * @param avoid the rest of the allowed hours, in order of time; empty without conditions
 * @param longest if there is no window, the longest stretch of the allowed hours in which all
 *     conditions hold, which is too short; empty if they hold at no time
 * @param series the series, if it was asked for
 */
public record SitePlan(
    GroundSite site,
    List<PlanWindow> windows,
    List<Avoid> avoid,
    Optional<PlanWindow> longest,
    Optional<PlanSeries> series) {
  /** Checks the components, and copies those that can change. */
  public SitePlan {
    windows = List.copyOf(windows);
    avoid = List.copyOf(avoid);
  }

  /** {@return this plan without its series} */
  public SitePlan withoutSeries() {
    return new SitePlan(site, windows, avoid, longest, Optional.empty());
  }

  /**
   * A period without a window. Either at least one condition fails at every instant, or all hold.
   *
   * @param begin the beginning
   * @param end the end (exclusive)
   * @param failing the conditions that fail at some time in it; empty if all hold throughout, but
   *     not for long enough
   */
  public record Avoid(Instant begin, Instant end, List<Condition> failing) {
    /** Checks the components, and copies those that can change. */
    public Avoid {
      failing = List.copyOf(failing);
    }
  }
}
