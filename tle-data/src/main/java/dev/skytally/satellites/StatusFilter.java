package dev.skytally.satellites;

/** A filter of the satellites that count, by their status in the registry at a date. */
public enum StatusFilter {
  /** Those in service. */
  OPERATIONAL,
  /**
   * Those in service, and those in test while they have a PRN, but not those being commissioned.
   */
  OPERATIONAL_OR_TEST,
  /**
   * Those in service, and those in test or being commissioned while they have a PRN: a satellite
   * transmits from the day on which it gets its PRN, often months before it is declared in service.
   * Without a PRN, a receiver cannot track it. Planning services count like this: Trimble's almanac
   * of 29 November 2019 contains C59, which was being commissioned then. Satellites in reserve do
   * not count, because the registry does not say which of them still transmit.
   */
  TRANSMITTING,
  /** All satellites in orbit, including retired ones and those that are not in the registry. */
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
   * Returns whether an answer is incomplete without a satellite. A retired or unknown satellite may
   * no longer be in any catalogue.
   */
  boolean expects(Satellite satellite) {
    return accepts(satellite)
        && satellite.status() != SatelliteStatus.RETIRED
        && satellite.status() != SatelliteStatus.UNKNOWN;
  }
}
