/**
 * Grids of places by latitude and longitude, and the figures that can be counted of their cells.
 *
 * <p>Holds resolution, rows, columns and areas of a {@link dev.skytally.grid.WorldGrid}.
 *
 * <p>Counts nothing itself, and knows no maps and no files.
 */
package dev.skytally.grid;
