package dev.skytally.satellites;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A navigation satellite at a date.
 *
 * <p>Immutable.
 *
 * @param generation for example {@code BDS-3}; empty if unknown
 * @param orbitClass null if the satellite comes from a history, which does not store it
 * @param status the status according to the registry's sources
 * @param statusIsUncertain whether the evidence for the status is second-hand or contradictory
 * @param inRegistry whether it is in the registry; if not, system, orbit class and PRN come from
 *     its orbit and name, and the status is {@link SatelliteStatus#UNKNOWN}
 * @param catalogNumber the catalogue (NORAD) number
 * @param internationalDesignator for example {@code 1997-035A}; empty if unknown
 * @param name the name published with the element set; may contain an outdated PRN; may be empty
 * @param system the system
 * @param prn the RINEX name, for example {@code C19}; empty if it has none
 * @param block the operator's block, for example {@code GPS-IIF}; empty if unknown
 */
public record Satellite(
    int catalogNumber,
    String internationalDesignator,
    String name,
    GnssSystem system,
    String prn,
    String block,
    String generation,
    @Nullable OrbitClass orbitClass,
    SatelliteStatus status,
    boolean statusIsUncertain,
    boolean inRegistry) {

  /** Checks the components, and copies those that can change. */
  public Satellite {
    Objects.requireNonNull(internationalDesignator);
    Objects.requireNonNull(name);
    Objects.requireNonNull(system);
    Objects.requireNonNull(prn);
    Objects.requireNonNull(block);
    Objects.requireNonNull(generation);
    Objects.requireNonNull(status);
  }

  /**
   * Defines a satellite that need not be in the registry.
   *
   * @param system the system
   * @param prn for example {@code C19}; its letter need not be that of the system
   * @param catalogNumber 0 if it has none
   * @param orbitClass the class of the orbit
   * @return the satellite
   */
  public static Satellite of(
      GnssSystem system, String prn, int catalogNumber, OrbitClass orbitClass) {
    return new Satellite(
        catalogNumber,
        "",
        "",
        system,
        prn,
        "",
        "",
        Objects.requireNonNull(orbitClass, "orbitClass"),
        SatelliteStatus.UNKNOWN,
        false,
        false);
  }

  /**
   * {@return the satellite that had a PRN on the UTC day of an instant, according to the registry}
   *
   * @param prn the RINEX name, for example {@code C19}
   * @param instant the instant
   */
  public static Optional<Satellite> withPrn(String prn, Instant instant) {
    return SatelliteRegistry.bundled().findByPrn(prn, LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** {@return the PRN, or else the catalogue number: a short label that is never empty} */
  public String label() {
    return prn.isEmpty() ? Integer.toString(catalogNumber) : prn;
  }

  /** {@return the name of the orbit class; empty if it is unknown} */
  public String orbitClassName() {
    return orbitClass == null ? "" : orbitClass.name();
  }

  /** Returns the same satellite with the name from an element set. */
  Satellite named(int newCatalogNumber, String newName) {
    return new Satellite(
        newCatalogNumber,
        internationalDesignator,
        newName,
        system,
        prn,
        block,
        generation,
        orbitClass,
        status,
        statusIsUncertain,
        inRegistry);
  }
}
