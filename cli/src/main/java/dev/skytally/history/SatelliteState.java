package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.SatelliteStatus;

/**
 * A satellite as a run found it.
 *
 * @param designator as {@code 2023-207A}; empty if unknown
 * @param block as {@code GPS-IIF}; empty if unknown
 * @param prn as {@code C19}; empty if it has none
 * @param counted whether it counts in the run
 */
public record SatelliteState(
    int catalogNumber,
    String designator,
    GnssSystem system,
    String block,
    String prn,
    SatelliteStatus status,
    boolean counted) {

  /** The PRN, or else the catalogue number. */
  public String label() {
    return prn.isEmpty() ? Integer.toString(catalogNumber) : prn;
  }
}
