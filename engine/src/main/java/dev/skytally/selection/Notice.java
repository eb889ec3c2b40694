package dev.skytally.selection;

import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import java.util.List;
import java.util.Optional;

/**
 * A fact that a reader of an answer should know, because it can change the answer.
 *
 * <p>Immutable.
 *
 * @param kind the subject
 * @param satellites the satellites concerned; empty if no particular one is
 * @param text one sentence in English, without a full stop; programs compare the kind
 */
public record Notice(Kind kind, List<Satellite> satellites, String text) {
  /** The subject of a notice. */
  public enum Kind {
    /** Satellites that should count by their status and do not. */
    MISSING(false),
    /** It is unknown whether all operational satellites count. */
    COMPLETENESS_UNKNOWN(false),
    /** The registry does not cover the day, so the nearest day's entries count. */
    REGISTRY_ASSUMED(true),
    /** A damaged file of an archive, which does not count. */
    DAMAGED_FILE(false),
    /** A damaged element set, which does not count. */
    DAMAGED_ELEMENTS(true),
    /** Several element sets of one satellite have the same epoch; the last one counts. */
    CONTRADICTORY_ELEMENTS(true),
    /** Orbits so far from the window that the leader can be wrong. */
    OLD_ORBITS(false),
    /** One system's element sets are further from the window than another's. */
    SYSTEM_BEHIND(true),
    /** Health that is reported too far from the window to count. */
    OLD_HEALTH(false),
    /** Whole sources of element sets that are too far from the window to count. */
    OLD_SOURCES(true),
    /** A notice of an outage that does not count: not understood, or of no satellite. */
    DAMAGED_NOTICE(false),
    /** Nothing is known about the outages of a system in the window. */
    OUTAGES_UNKNOWN(false);

    private final boolean isMinor;

    Kind(boolean isMinor) {
      this.isMinor = isMinor;
    }

    /** {@return whether a quiet program may omit the notice} */
    public boolean isMinor() {
      return isMinor;
    }
  }

  /** Checks the components, and copies those that can change. */
  public Notice {
    satellites = List.copyOf(satellites);
  }

  Notice(Kind kind, String text) {
    this(kind, List.of(), text);
  }

  /**
   * {@return notices of the satellites that are missing from an answer}
   *
   * @param flown the satellites that were propagated
   */
  public static List<Notice> missing(Constellation flown) {
    return SelectionRules.missing(flown);
  }

  /**
   * {@return notices of missing satellites, one for all of a system that share a reason}
   *
   * @param missing the missing satellites
   */
  public static List<Notice> missing(List<Missing> missing) {
    return SelectionRules.missing(missing);
  }

  /**
   * {@return a notice of orbits that make an answer uncertain, if there are any}
   *
   * @param old the old orbits
   */
  public static Optional<Notice> of(OldOrbits old) {
    return old.isEmpty() ? Optional.empty() : Optional.of(SelectionRules.oldOrbits(old));
  }
}
