package dev.skytally.satellites;

/** A class of orbits of navigation satellites. */
public enum OrbitClass {
  /** Medium Earth orbit, some 19,000 to 23,000 km up. */
  MEO,
  /** Inclined geosynchronous orbit. */
  IGSO,
  /** Geostationary orbit. */
  GEO
}
