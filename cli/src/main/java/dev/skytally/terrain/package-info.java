/**
 * Horizons from elevation models.
 *
 * <p>Reads GeoTIFF files of heights, and takes sites. Returns the elevation of the terrain by
 * azimuth.
 *
 * <p>Knows only what an elevation model contains: at 30 m, neither buildings nor single trees.
 */
package dev.skytally.terrain;
