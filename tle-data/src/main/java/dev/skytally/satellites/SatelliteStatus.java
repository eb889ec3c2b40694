package dev.skytally.satellites;

/**
 * The status of a satellite at a date according to the registry's sources. It does not describe the
 * health of the signal.
 */
public enum SatelliteStatus {
  /** In service. */
  OPERATIONAL,
  /** Transmits or may transmit, but is not in service. */
  TEST,
  /** Launched, not yet in service. */
  COMMISSIONING,
  /** Withdrawn, but kept in reserve. */
  RESERVE,
  /** No longer in service. */
  RETIRED,
  /** The registry lacks this satellite, or its status at this date. */
  UNKNOWN
}
