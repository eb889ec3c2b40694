package dev.skytally.elements;

import java.time.Duration;
import java.time.Instant;

/**
 * What a navigation message or an almanac says of a satellite's health.
 *
 * @param isHealthy whether users may rely on its signals, by the system's own word
 * @param detail for people, for example {@code health 63 in its message of 2020-06-25T06:00:00Z}
 * @param at the message's or almanac's own time
 */
public record Health(boolean isHealthy, String detail, Instant at) {
  /**
   * The greatest number of days between a window and a message whose health counts in it. Most
   * outages last hours or days, and almanacs are renewed every few days.
   */
  public static final int LIMIT_DAYS = 7;

  private static final double SECONDS_A_DAY = 86_400;

  /** The days between a window and the message's own time; 0 if that is within. */
  public double ageDays(Instant from, Instant to) {
    Duration age =
        at.isBefore(from)
            ? Duration.between(at, from)
            : at.isAfter(to) ? Duration.between(to, at) : Duration.ZERO;
    return age.toSeconds() / SECONDS_A_DAY;
  }
}
