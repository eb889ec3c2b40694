package dev.skytally.satellites;

import java.util.Optional;

/**
 * Something that a snapshot holds, or should, and a constellation leaves out, and why.
 *
 * <p>What many objects share is told once for all of them, as "11,234 objects are not satellites of
 * the six navigation systems": then the catalogue number is 0 and the name empty.
 *
 * @param catalogNumber the catalogue number; 0 if it could not be read or many are meant
 * @param name as published, or the PRN of a satellite whose orbit comes without a name; may be
 *     empty
 * @param reason for people, as {@code status is test on 2020-11-25}
 * @param isOther whether it is known to be a satellite of none of the six navigation systems
 * @param missing the satellite that should count, if it is one
 */
public record Exclusion(
    int catalogNumber, String name, String reason, boolean isOther, Optional<Missing> missing) {

  /** Of one that is, or may be, a satellite of a navigation system. */
  public Exclusion(int catalogNumber, String name, String reason) {
    this(catalogNumber, name, reason, false);
  }

  /** Of one that need not count. */
  public Exclusion(int catalogNumber, String name, String reason, boolean isOther) {
    this(catalogNumber, name, reason, isOther, Optional.empty());
  }

  /** Whether the reason is told once for many. */
  public boolean isOfMany() {
    return catalogNumber == 0 && name.isEmpty();
  }

  /** A satellite that should count, by its name or else its label; a retired one need not count. */
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
