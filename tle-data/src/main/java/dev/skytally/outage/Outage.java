package dev.skytally.outage;

import dev.skytally.satellites.GnssSystem;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a satellite is out of service according to a notice.
 *
 * <p>Immutable.
 *
 * @param system the system
 * @param prn the RINEX name, for example {@code G02}; empty for all satellites of the system
 * @param from the beginning
 * @param to the end (exclusive), not before the beginning; empty if no notice ends the outage
 * @param isForecast whether the notice was issued in advance and no later one confirms it
 * @param source the notice, for example {@code NANU 2022034}; {@code source unknown} if a table
 *     names none
 */
public record Outage(
    GnssSystem system,
    String prn,
    Instant from,
    Optional<Instant> to,
    boolean isForecast,
    String source) {

  /** Checks that the outage does not end before it begins. */
  public Outage {
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException(
          "an outage of %s ends at %s, expected an end after its beginning at %s"
              .formatted(prn.isEmpty() ? system : prn, to.get(), from));
    }
  }

  /**
   * {@return whether the outage has a time in common with a window}
   *
   * @param start the beginning of the window
   * @param end the end of the window (exclusive)
   */
  public boolean overlaps(Instant start, Instant end) {
    if (to.isPresent() && (to.get().equals(from) || !to.get().isAfter(start))) {
      return false;
    }
    return from.isBefore(end);
  }
}
