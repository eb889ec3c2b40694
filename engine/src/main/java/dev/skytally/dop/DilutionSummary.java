package dev.skytally.dop;

import java.util.OptionalDouble;

/**
 * The PDOP at one site over a window, from samples at equal steps. Samples without a position (see
 * {@link Dilution}) count as worse than any number.
 *
 * <p>Immutable.
 *
 * @param medianPdop the least PDOP that half of the samples do not exceed; empty if more than half
 *     have no position. Rounded to 0.01 up to 10, to 0.1 up to 100, and to 1 above
 * @param pdop95 the same for 95 % of the samples
 * @param shareAtMostSix the share of the samples, 0 to 1, with a PDOP of 6 or less
 */
public record DilutionSummary(
    OptionalDouble medianPdop, OptionalDouble pdop95, double shareAtMostSix) {}
