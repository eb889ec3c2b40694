/**
 * Output of {@code world}: shares of the Earth, maps and grids.
 *
 * <p>Takes a {@link dev.skytally.WorldResult}. Returns the summary, and writes the grid as a
 * picture, GeoTIFF, CSV or JSON, without a second copy of it in memory.
 *
 * <p>Counts nothing, and knows no options.
 */
package dev.skytally.report.world;
