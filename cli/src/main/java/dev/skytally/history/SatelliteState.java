package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A satellite as a run found it.
 *
 * @param designator as {@code 2023-207A}; empty if unknown
 * @param block as {@code GPS-IIF}; empty if unknown
 * @param prn as {@code C19}; empty if it has none
 * @param counted whether it counts in the run
 * @param lack why it does not count, if it should
 * @param fill what it was flown by, if the run's own snapshot could not fly it
 */
public record SatelliteState(
    int catalogNumber,
    String designator,
    GnssSystem system,
    String block,
    String prn,
    SatelliteStatus status,
    boolean counted,
    Optional<Lack> lack,
    Optional<Fill> fill) {

  /**
   * Why a satellite that should count does not.
   *
   * @param detail for people
   */
  public record Lack(Missing.Reason reason, String detail) {}

  /**
   * An element set of another snapshot.
   *
   * @param snapshot the label of that snapshot
   */
  public record Fill(String snapshot, Instant epoch) {}

  static SatelliteState of(
      Satellite satellite, boolean counted, Optional<Lack> lack, Optional<Fill> fill) {
    return new SatelliteState(
        satellite.catalogNumber(),
        satellite.internationalDesignator(),
        satellite.system(),
        satellite.block(),
        satellite.prn(),
        satellite.status(),
        counted,
        lack,
        fill);
  }

  /** The PRN, or else the catalogue number. */
  public String label() {
    return prn.isEmpty() ? Integer.toString(catalogNumber) : prn;
  }

  /** The satellite by PRN and catalogue number, for example {@code G22 (26407)}. */
  public String who() {
    return prn.isEmpty() ? label() : prn + " (" + catalogNumber + ")";
  }

  /** Whether the snapshot holds an element set of it, even one that cannot be used. */
  boolean isInElementSets() {
    return fill.isEmpty()
        && lack.filter(of -> of.reason() == Missing.Reason.NOT_IN_SOURCE).isEmpty();
  }

  /** The satellite as missing from an answer, if it is. */
  Optional<Missing> missing() {
    return lack.map(
        of ->
            new Missing(
                new Satellite(
                    catalogNumber,
                    designator,
                    "",
                    system,
                    prn,
                    block,
                    "",
                    null,
                    status,
                    false,
                    status != SatelliteStatus.UNKNOWN),
                of.reason(),
                of.detail()));
  }
}
