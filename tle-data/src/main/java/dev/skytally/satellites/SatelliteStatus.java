package dev.skytally.satellites;

/** What a satellite's operator says of it at a date. It says nothing of the signal's health. */
public enum SatelliteStatus {
  /** Counted by its operator as in service. */
  OPERATIONAL,
  /** Transmits or may transmit, but was never declared in service. */
  TEST,
  /** Launched, not yet in service. */
  COMMISSIONING,
  /** Withdrawn but kept. */
  RESERVE,
  RETIRED,
  /** The registry does not know this satellite, or not at this date. */
  UNKNOWN
}
