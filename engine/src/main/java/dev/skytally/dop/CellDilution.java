package dev.skytally.dop;

import java.util.OptionalDouble;

/**
 * The dilution of precision in a cell of a grid over some instants, of one system or of all
 * together.
 *
 * <p>Immutable.
 *
 * @param sharePosition the share of the instants, 0 to 1, with a position (see {@link Dilution})
 * @param shareGood the share of the instants, 0 to 1, with a PDOP up to the limit of the study
 * @param pdop the figures of PDOP
 * @param hdop the figures of HDOP
 * @param vdop the figures of VDOP
 */
public record CellDilution(
    double sharePosition, double shareGood, Figures pdop, Figures hdop, Figures vdop) {
  /**
   * The figures of one dilution. Mean and maximum are those of the instants with a position. For
   * median and percentile, an instant without a position is worse than any other.
   *
   * <p>Immutable.
   *
   * @param mean the mean; empty if no instant has a position
   * @param median the value that half of the instants do not exceed; empty if more than half have
   *     no position. It is interpolated in a histogram with 16 bins from 1 to 2, 16 from 2 to 4,
   *     and so on
   * @param percentile95 the same for 95 % of the instants
   * @param max the greatest; empty if no instant has a position
   */
  public record Figures(
      OptionalDouble mean,
      OptionalDouble median,
      OptionalDouble percentile95,
      OptionalDouble max) {}
}
