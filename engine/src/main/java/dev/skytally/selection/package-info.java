/**
 * Selection of the satellites that count over a window, with notices of facts that can change an
 * answer.
 *
 * <p>Takes a {@link dev.skytally.selection.SelectionQuestion} and element sets or a file of orbits.
 * Returns a {@link dev.skytally.selection.Selection} with its window, constellation and typed
 * notices, or rejects orbits that cannot be trusted. {@link dev.skytally.selection.FilledGaps}
 * finds how missing satellites change an answer.
 *
 * <p>Does not depend on options or output. The command line prints its notices; the same rules
 * apply to any other caller.
 */
@NullMarked
package dev.skytally.selection;

import org.jspecify.annotations.NullMarked;
