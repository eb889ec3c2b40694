package dev.skytally.satellites;

/** What kind of orbit a navigation satellite flies. */
public enum OrbitClass {
  /** Medium Earth orbit, some 19,000 to 23,000 km up. */
  MEO,
  /** Inclined geosynchronous orbit. */
  IGSO,
  /** Geostationary orbit. */
  GEO
}
