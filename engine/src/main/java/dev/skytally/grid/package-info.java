/**
 * Grids of places by latitude and longitude, and the figures that can be counted for their cells.
 *
 * <p>Contains the resolution, rows, columns and areas of a {@link dev.skytally.grid.WorldGrid}.
 *
 * <p>Does not count, and does not depend on maps or files.
 */
@NullMarked
package dev.skytally.grid;

import org.jspecify.annotations.NullMarked;
