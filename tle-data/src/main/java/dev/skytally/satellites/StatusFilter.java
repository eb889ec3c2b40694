package dev.skytally.satellites;

/** Which satellites count, by what the registry says of them at a date. */
public enum StatusFilter {
  /** Those in service. */
  OPERATIONAL,
  /** Those in service, and those in test while they have a PRN; none that is being commissioned. */
  OPERATIONAL_OR_TEST,
  /**
   * Those in service, and those in test or being commissioned while they have a PRN: a satellite
   * transmits from the day on which it gets its PRN, often months before it is declared in service.
   * Without a PRN a receiver has nothing to follow. Planning services count like this: Trimble's
   * almanac of 29 November 2019 holds C59, then being commissioned. Not those in reserve, as the
   * registry does not say which of them still transmit.
   */
  TRANSMITTING,
  /** Whatever is in orbit, retired ones and those that the registry does not know too. */
  ALL;

  boolean accepts(Satellite satellite) {
    boolean hasPrn = !satellite.prn().isEmpty();
    return switch (satellite.status()) {
      case OPERATIONAL -> true;
      case TEST -> this == ALL || (this != OPERATIONAL && hasPrn);
      case COMMISSIONING -> this == ALL || (this == TRANSMITTING && hasPrn);
      case RESERVE, RETIRED, UNKNOWN -> this == ALL;
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
