package dev.skytally.tally;

/** A figure by which systems are compared at a site. */
public enum Metric {
  /** The greatest number in view at any moment of the window. */
  MAX,
  /** The mean number in view over the window. */
  MEAN,
  /** The share of the window in which a system has more in view than every other. */
  SHARE
}
