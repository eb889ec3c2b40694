/**
 * Counting of the satellites of each system over one site, and of their dilution of precision.
 *
 * <p>Takes events in order of time, or samples of the sky. Returns whole numbers, from which {@link
 * dev.skytally.tally.SiteTally} computes its figures, or a {@link dev.skytally.dop.SiteDilution}.
 *
 * <p>Does not find the events. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.tally;

import org.jspecify.annotations.NullMarked;
