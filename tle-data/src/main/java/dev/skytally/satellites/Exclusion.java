package dev.skytally.satellites;

import java.util.Optional;

/**
 * An object that a constellation excludes, or a satellite that its source lacks, with the reason.
 *
 * <p>A reason that many objects share is reported once for all, for example "11,234 objects are not
 * satellites of the six navigation systems". Then the catalogue number is 0 and the name empty.
 *
 * <p>Immutable.
 *
 * @param catalogNumber the catalogue number; 0 if it could not be read, or for many objects
 * @param name the published name, or the PRN of a satellite whose orbit comes without a name; may
 *     be empty
 * @param kind the kind of reason
 * @param reason the reason in English, for example {@code status is test on 2020-11-25}
 * @param missing the satellite that should count, if it is one
 */
public record Exclusion(
    int catalogNumber, String name, Kind kind, String reason, Optional<Missing> missing) {

  /** The kinds of reasons. */
  public enum Kind {
    /** Its status, or that of a satellite which the registry does not know, does not count. */
    STATUS,
    /** The question excludes it, or lists others. */
    AS_ASKED,
    /** The question asks for other systems. */
    SYSTEM_NOT_ASKED,
    /** It is known not to belong to the six navigation systems. */
    OTHER_OBJECT,
    /** Neither the registry nor its name and orbit identify it. */
    UNIDENTIFIED,
    /** Another element set of the same object is nearer in time. */
    SUPERSEDED,
    /** It is reported as unhealthy, and the question excludes such satellites. */
    UNHEALTHY,
    /** See {@link Missing.Reason#NOT_IN_SOURCE}. */
    NOT_IN_SOURCE,
    /** See {@link Missing.Reason#DAMAGED}. */
    DAMAGED,
    /** See {@link Missing.Reason#TOO_OLD}. */
    TOO_OLD,
    /** See {@link Missing.Reason#NOT_FLOWN}. */
    NOT_FLOWN
  }

  /**
   * Creates an exclusion of an object that need not count.
   *
   * @param catalogNumber the catalogue (NORAD) number
   * @param name the name of the satellite; may be empty
   * @param kind the kind of reason
   * @param reason the reason, for people
   */
  public Exclusion(int catalogNumber, String name, Kind kind, String reason) {
    this(catalogNumber, name, kind, reason, Optional.empty());
  }

  /** {@return whether it is known not to belong to the six navigation systems} */
  public boolean isOther() {
    return kind == Kind.OTHER_OBJECT;
  }

  /** {@return whether the exclusion is for many objects} */
  public boolean isOfMany() {
    return catalogNumber == 0 && name.isEmpty();
  }

  /**
   * {@return the exclusion of a satellite that should count, with its name or else its label; a
   * retired one need not count}
   *
   * @param missing the missing satellite
   */
  public static Exclusion of(Missing missing) {
    Satellite satellite = missing.satellite();
    String name = satellite.name().isEmpty() ? satellite.label() : satellite.name();
    return new Exclusion(
        satellite.catalogNumber(),
        name,
        Kind.valueOf(missing.reason().name()),
        missing.detail(),
        Optional.of(missing).filter(of -> of.satellite().status() != SatelliteStatus.RETIRED));
  }
}
