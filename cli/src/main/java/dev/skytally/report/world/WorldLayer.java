package dev.skytally.report.world;

/** The figure that a map of the world shows. */
public enum WorldLayer {
  LEAD,
  MEAN,
  MAX,
  MIN,
  AVAILABLE,
  PDOP
}
