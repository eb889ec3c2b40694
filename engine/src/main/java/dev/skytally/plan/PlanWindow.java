package dev.skytally.plan;

import dev.skytally.satellites.Satellite;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stretch of time in which all conditions hold.
 *
 * <p>Immutable.
 *
 * @param begin the beginning, to a millisecond
 * @param end the end (exclusive), to a millisecond
 * @param medianPdop the PDOP of all systems together that half of the whole minutes in the window
 *     do not exceed; that at the beginning if it contains no whole minute; empty if there is no
 *     position
 * @param leastInView the least number of satellites in view, of all systems together
 * @param ending what ends the window
 */
public record PlanWindow(
    Instant begin, Instant end, OptionalDouble medianPdop, int leastInView, Ending ending) {
  /**
   * What ends a window.
   *
   * @param kind the kind
   * @param satellite the satellite that sets, rises or changes its service; empty for other kinds
   * @param condition the first condition that fails from then on; empty for other kinds
   */
  public record Ending(Kind kind, Optional<Satellite> satellite, Optional<Condition> condition) {}

  /** The kinds of endings. */
  public enum Kind {
    /** A satellite sets, so that a condition fails. */
    SET,
    /** A satellite rises, so that a condition fails. */
    RISE,
    /** A satellite in view goes out of service, so that a condition fails. */
    OUT_OF_SERVICE,
    /** A satellite in view is back in service, so that a condition fails. */
    BACK_IN_SERVICE,
    /** A dilution of precision crosses its limit while the same satellites are in view. */
    DILUTION,
    /** The allowed hours of the day end. */
    HOURS,
    /** The window of the study ends. */
    STUDY,
    /** The window has the length that was asked for. */
    LENGTH
  }
}
