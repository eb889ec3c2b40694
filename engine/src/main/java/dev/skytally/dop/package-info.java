/**
 * Dilution of precision: how the geometry of the satellites in view multiplies an error of the
 * ranges.
 *
 * <p>Takes directions to satellites and the systems that share a receiver clock. Returns GDOP,
 * PDOP, HDOP, VDOP and TDOP of a moment, or medians and percentiles of PDOP over a window.
 *
 * <p>Does not find the satellites in view.
 */
@NullMarked
package dev.skytally.dop;

import org.jspecify.annotations.NullMarked;
