/**
 * Counts of satellites in view over a window, and who leads.
 *
 * <p>Holds the window, and the figures of one site as whole numbers: greatest, mean and least
 * number in view, shares of time ahead.
 *
 * <p>Does not know how rises and sets are found.
 */
package dev.skytally.tally;
