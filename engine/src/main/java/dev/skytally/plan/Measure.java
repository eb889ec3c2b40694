package dev.skytally.plan;

/** A figure of one system, or of all together, at an instant. */
public enum Measure {
  /** The number of satellites in view. */
  SATELLITES,
  /** The dilution of position and clocks. */
  GDOP,
  /** The dilution of the position. */
  PDOP,
  /** The dilution of the horizontal position. */
  HDOP,
  /** The dilution of the height. */
  VDOP,
  /** The dilution of the clocks. */
  TDOP
}
