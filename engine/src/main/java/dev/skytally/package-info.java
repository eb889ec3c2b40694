/**
 * The library: questions about visibility and their answers.
 *
 * <p>Takes a {@link dev.skytally.satellites.Constellation}, sites or a grid, a window and a mask.
 * {@link dev.skytally.VisibilityStudy} answers exactly for sites, {@link dev.skytally.WorldStudy}
 * at instants for every cell of a grid. The answer is the same for any number of threads.
 *
 * <p>Does not contain output formats, options or texts for users.
 */
@NullMarked
package dev.skytally;

import org.jspecify.annotations.NullMarked;
