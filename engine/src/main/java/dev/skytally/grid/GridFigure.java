package dev.skytally.grid;

/**
 * A figure, or a group of figures, that can be tallied for every cell. The mean number in view is
 * always tallied.
 */
public enum GridFigure {
  /** The share of time in which a system has more in view than every other. */
  LEADER,
  /** The same for each pair of systems. The time grows with the square of the number of systems. */
  PAIRS,
  /** The greatest and the least number in view. */
  RANGE,
  /** The share of time with at least four in view, the number needed for a position and a clock. */
  AVAILABLE,
  /**
   * The dilution of precision of each system alone and of all together. It takes some ten times as
   * long as the other figures.
   */
  DILUTION
}
