/**
 * Counts over every cell of a row of a grid, at equally spaced instants.
 *
 * <p>Takes the tracks of the satellites and a row's latitude. Adds to sums of whole numbers, in a
 * time that hardly depends on the number of columns.
 *
 * <p>Does not depend on Orekit or files. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.grid;

import org.jspecify.annotations.NullMarked;
