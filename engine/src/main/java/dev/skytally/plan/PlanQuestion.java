package dev.skytally.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to find at each site, besides what a study has: window, satellites, mask and clocks.
 *
 * <p>With conditions, every stretch of time in which all of them hold is a window, if it is long
 * enough. Without conditions, the window is that part of each allowed period which has the given
 * length and the least median PDOP. Without conditions and length, there are no windows.
 *
 * <p>Immutable.
 *
 * @param conditions the conditions, all of which must hold; may be empty
 * @param length the least length of a window; without conditions, its exact length
 * @param hours the hours of each day in which windows may lie; empty for all
 * @param seriesStep the time between two samples of the series; empty for no series
 * @param withDirections whether the series contains the direction of each satellite in view
 */
public record PlanQuestion(
    List<Condition> conditions,
    Optional<Duration> length,
    Optional<Hours> hours,
    Optional<Duration> seriesStep,
    boolean withDirections) {
  /** Checks the components, and copies those that can change. */
  public PlanQuestion {
    conditions = List.copyOf(conditions);
    if (length.isPresent() && (length.get().isZero() || length.get().isNegative())) {
      throw new IllegalArgumentException("the length of a window is " + length.get());
    }
    Objects.requireNonNull(hours);
    Objects.requireNonNull(seriesStep);
  }

  /**
   * Hours of each local day.
   *
   * @param from the beginning; a local time that clocks skip is later by as much as they skip
   * @param to the end (exclusive); on the next day if it is not after the beginning
   * @param zone the time zone of both
   */
  public record Hours(LocalTime from, LocalTime to, ZoneId zone) {
    /** Checks the components. */
    public Hours {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(zone);
    }
  }
}
