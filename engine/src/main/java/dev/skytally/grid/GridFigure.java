package dev.skytally.grid;

/** What can be tallied of every cell beside the mean number in view, which always is. */
public enum GridFigure {
  /** The share of time in which a system has more in view than every other. */
  LEADER,
  /** The same for each pair of systems; what it costs grows with the square of their number. */
  PAIRS,
  /** The greatest and the least number in view. */
  RANGE,
  /** The share of time with at least four in view, as a position and a clock need. */
  AVAILABLE
}
