/**
 * Counts the satellites of each system over one site, from its rises and sets.
 *
 * <p>Takes events in order of time. Returns whole numbers, from which {@link
 * dev.skytally.tally.SiteTally} gives its figures.
 *
 * <p>Does not know how events are found. Only the engine may use it.
 */
package dev.skytally.internal.tally;
