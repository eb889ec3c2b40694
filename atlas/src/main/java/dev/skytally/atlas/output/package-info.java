/**
 * The formats of an atlas: Zarr, Cloud Optimized GeoTIFF, tables, pictures and the page.
 *
 * <p>Input: values of layers, and facts about the plan and its days. Output: bytes. Knows nothing
 * of Spark.
 */
@NullMarked
package dev.skytally.atlas.output;

import org.jspecify.annotations.NullMarked;
