/**
 * The normal equations behind the dilution of precision.
 *
 * <p>Takes unit vectors to satellites, or sums over them, clock by clock. Returns the square of the
 * PDOP and the variances of coordinates and clocks.
 *
 * <p>Does not depend on sites, systems or time. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.dop;

import org.jspecify.annotations.NullMarked;
