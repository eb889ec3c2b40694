package dev.skytally.satellites;

/** Which satellites count, by what the registry says of them at a date. */
public enum StatusFilter {
  /** Those in service. */
  OPERATIONAL,
  /**
   * Operational ones, and test ones while they have a PRN (without one a receiver has nothing to
   * follow). Planning services count like this.
   */
  TRANSMITTING,
  /** Whatever is in orbit, retired ones and those that the registry does not know too. */
  ALL;

  boolean accepts(Satellite satellite) {
    return switch (this) {
      case OPERATIONAL -> satellite.status() == SatelliteStatus.OPERATIONAL;
      case TRANSMITTING ->
          satellite.status() == SatelliteStatus.OPERATIONAL
              || (satellite.status() == SatelliteStatus.TEST && !satellite.prn().isEmpty());
      case ALL -> true;
    };
  }

  /**
   * Whether an answer is incomplete without a satellite. What is retired or unknown may have left
   * every catalogue.
   */
  boolean expects(Satellite satellite) {
    return accepts(satellite)
        && satellite.status() != SatelliteStatus.RETIRED
        && satellite.status() != SatelliteStatus.UNKNOWN;
  }
}
