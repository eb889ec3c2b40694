/**
 * Counts of satellites in view over a window, and the leading system.
 *
 * <p>Contains the window, and the figures of one site as whole numbers: greatest, mean and least
 * number in view, and shares of time ahead.
 *
 * <p>Does not find rises and sets.
 */
@NullMarked
package dev.skytally.tally;

import org.jspecify.annotations.NullMarked;
