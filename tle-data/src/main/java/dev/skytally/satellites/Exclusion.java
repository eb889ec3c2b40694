package dev.skytally.satellites;

import java.util.Optional;

/**
 * An object that a constellation excludes, or a satellite that its source lacks, with the reason.
 *
 * <p>A reason that many objects share is reported once for all, for example "11,234 objects are not
 * satellites of the six navigation systems". Then the catalogue number is 0 and the name empty.
 *
 * @param catalogNumber the catalogue number; 0 if it could not be read, or for many objects
 * @param name the published name, or the PRN of a satellite whose orbit comes without a name; may
 *     be empty
 * @param reason the reason for people, for example {@code status is test on 2020-11-25}
 * @param isOther whether it is known not to belong to the six navigation systems
 * @param missing the satellite that should count, if it is one
 */
public record Exclusion(
    int catalogNumber, String name, String reason, boolean isOther, Optional<Missing> missing) {

  /** Creates an exclusion of an object that is, or may be, a satellite of a navigation system. */
  public Exclusion(int catalogNumber, String name, String reason) {
    this(catalogNumber, name, reason, false);
  }

  /** Creates an exclusion of an object that need not count. */
  public Exclusion(int catalogNumber, String name, String reason, boolean isOther) {
    this(catalogNumber, name, reason, isOther, Optional.empty());
  }

  /** Returns whether the exclusion is for many objects. */
  public boolean isOfMany() {
    return catalogNumber == 0 && name.isEmpty();
  }

  /**
   * Returns the exclusion of a satellite that should count, with its name or else its label; a
   * retired one need not count.
   */
  public static Exclusion of(Missing missing) {
    Satellite satellite = missing.satellite();
    String name = satellite.name().isEmpty() ? satellite.label() : satellite.name();
    return new Exclusion(
        satellite.catalogNumber(),
        name,
        missing.detail(),
        false,
        Optional.of(missing).filter(of -> of.satellite().status() != SatelliteStatus.RETIRED));
  }
}
