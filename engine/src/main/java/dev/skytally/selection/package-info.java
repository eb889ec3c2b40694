/**
 * Which satellites count over which window, and what an answer from them depends on.
 *
 * <p>Takes a {@link dev.skytally.selection.SelectionQuestion} and element sets or a file of orbits.
 * Returns a {@link dev.skytally.selection.Selection} with its window, constellation and typed
 * notices, or rejects orbits that cannot be trusted. {@link dev.skytally.selection.FilledGaps}
 * finds what missing satellites change in an answer.
 *
 * <p>Knows neither options nor output: the command line prints its notices, and any other caller is
 * judged by the same rules.
 */
package dev.skytally.selection;
