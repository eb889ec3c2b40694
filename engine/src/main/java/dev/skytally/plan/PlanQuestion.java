package dev.skytally.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
 * @param conditions the conditions; a window needs all of them; may be empty
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
  /** A greater number can fill the memory, at about 300 bytes each. */
  private static final long MOST_SAMPLES = 1_000_000;

  /** The limit with directions, at about 5,000 bytes each. */
  private static final long MOST_SAMPLES_WITH_DIRECTIONS = 100_000;

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
   * {@return the question about the windows in which conditions hold, of any length and at any time
   * of day, without a series}
   *
   * @param conditions the conditions; may be empty
   */
  public static PlanQuestion of(List<Condition> conditions) {
    return new PlanQuestion(
        conditions, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * {@return the same question about windows of a length}
   *
   * @param newLength the least length; without conditions, the exact one
   */
  public PlanQuestion lasting(Duration newLength) {
    return new PlanQuestion(conditions, Optional.of(newLength), hours, seriesStep, withDirections);
  }

  /**
   * {@return the same question about windows in some hours of each day}
   *
   * @param newHours the hours
   */
  public PlanQuestion within(Hours newHours) {
    return new PlanQuestion(conditions, length, Optional.of(newHours), seriesStep, withDirections);
  }

  /**
   * {@return the same question with a series}
   *
   * @param step the time between two samples
   */
  public PlanQuestion sampledEvery(Duration step) {
    return new PlanQuestion(conditions, length, hours, Optional.of(step), withDirections);
  }

  /** {@return the same question with the direction of each satellite in view in its series} */
  public PlanQuestion withDirectionsInView() {
    return new PlanQuestion(conditions, length, hours, seriesStep, true);
  }

  /**
   * Checks that the series of a site fits into memory.
   *
   * @param window the length of the study's window
   * @throws IllegalArgumentException if there are more than a million samples, or more than 100,000
   *     with directions
   */
  public void requireFitting(Duration window) {
    if (seriesStep.isEmpty()) {
      return;
    }
    Duration step = seriesStep.get();
    long whole = window.dividedBy(step);
    long samples = step.multipliedBy(whole).equals(window) ? whole : whole + 1;
    long most = withDirections ? MOST_SAMPLES_WITH_DIRECTIONS : MOST_SAMPLES;
    if (samples > most) {
      throw new IllegalArgumentException(
          "a series every %s has %s samples, expected at most %s%s: lengthen the step"
              .formatted(
                  step.toString().substring(2).toLowerCase(Locale.ROOT),
                  samples,
                  most,
                  withDirections ? " with directions" : ""));
    }
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
