package dev.skytally.elements;

import java.time.Duration;
import java.time.Instant;

/**
 * The health of a satellite in a navigation message or an almanac.
 *
 * <p>Immutable.
 *
 * @param isHealthy whether users may rely on its signals, according to the system
 * @param detail for people, for example {@code health 63 in its message of 2020-06-25T06:00:00Z}
 * @param at the reference time of the message or almanac
 */
public record Health(boolean isHealthy, String detail, Instant at) {
  /**
   * The greatest number of days between a window and a message whose health applies to it. Most
   * outages last hours or days, and almanacs are renewed every few days.
   */
  public static final int LIMIT_DAYS = 7;

  private static final double SECONDS_A_DAY = 86_400;

  /**
   * {@return the days between a window and the time of the message; 0 if the time is within the
   * window}
   *
   * @param from the beginning of the window
   * @param to the end of the window
   */
  public double ageDays(Instant from, Instant to) {
    Duration age =
        at.isBefore(from)
            ? Duration.between(at, from)
            : at.isAfter(to) ? Duration.between(to, at) : Duration.ZERO;
    return age.toSeconds() / SECONDS_A_DAY;
  }
}
