package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a satellite in a run.
 *
 * @param designator for example {@code 2023-207A}; empty if unknown
 * @param block for example {@code GPS-IIF}; empty if unknown
 * @param prn for example {@code C19}; empty if it has none
 * @param counted whether it counts in the run
 * @param lack why it does not count, if it should
 * @param fill the element set of another snapshot, if the run uses one
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

  /** Returns the PRN, or else the catalogue number. */
  public String label() {
    return prn.isEmpty() ? Integer.toString(catalogNumber) : prn;
  }

  /** Names the satellite by PRN and catalogue number, for example {@code G22 (26407)}. */
  public String who() {
    return prn.isEmpty() ? label() : prn + " (" + catalogNumber + ")";
  }

  /** Returns whether the snapshot has an element set of it, even an unusable one. */
  boolean isInElementSets() {
    return fill.isEmpty()
        && lack.filter(of -> of.reason() == Missing.Reason.NOT_IN_SOURCE).isEmpty();
  }

  /** Returns the satellite as a missing one, if it is missing. */
  Optional<Missing> missing() {
    return lack.map(of -> new Missing(satellite(), of.reason(), of.detail()));
  }

  /** Returns the satellite, without what a run does not store. */
  Satellite satellite() {
    return new Satellite(
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
        status != SatelliteStatus.UNKNOWN);
  }
}
