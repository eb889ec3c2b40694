/**
 * Counting of the satellites of each system over one site, from its rises and sets.
 *
 * <p>Takes events in order of time. Returns whole numbers, from which {@link
 * dev.skytally.tally.SiteTally} computes its figures.
 *
 * <p>Does not find the events. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.tally;

import org.jspecify.annotations.NullMarked;
