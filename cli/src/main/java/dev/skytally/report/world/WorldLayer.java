package dev.skytally.report.world;

/** What a map of the world shows. */
public enum WorldLayer {
  LEAD,
  MEAN,
  MAX,
  MIN,
  AVAILABLE
}
