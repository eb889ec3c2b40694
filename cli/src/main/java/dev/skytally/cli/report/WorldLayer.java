package dev.skytally.cli.report;

/** What a map of the world shows. */
public enum WorldLayer {
  LEAD,
  MEAN,
  MAX,
  MIN,
  AVAILABLE
}
