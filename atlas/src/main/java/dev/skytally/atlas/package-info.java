/**
 * Atlases: counts of long windows with the element sets of each day, computed on Apache Spark.
 *
 * <p>Input: a plan and an archive of element sets. Output: a folder with Zarr arrays, GeoTIFFs, a
 * table by country and a page.
 *
 * <p>Counts nothing itself: every piece is a {@link dev.skytally.WorldStudy} per day, whose tallies
 * are added.
 */
@NullMarked
package dev.skytally.atlas;

import org.jspecify.annotations.NullMarked;
