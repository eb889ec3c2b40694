package dev.skytally.satellites;

/**
 * What the registry's sources say of a satellite at a date. It says nothing of the signal's health.
 */
public enum SatelliteStatus {
  /** In service. */
  OPERATIONAL,
  /** Transmits or may transmit, but is not in service. */
  TEST,
  /** Launched, not yet in service. */
  COMMISSIONING,
  /** Withdrawn but kept. */
  RESERVE,
  RETIRED,
  /** The registry does not know this satellite, or not at this date. */
  UNKNOWN
}
