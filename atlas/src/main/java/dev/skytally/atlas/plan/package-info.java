/**
 * What an atlas contains, and how the work is divided.
 *
 * <p>Input: a plan file. Output: a {@link dev.skytally.atlas.plan.Plan} and its {@link
 * dev.skytally.atlas.plan.Division} into pieces.
 *
 * <p>Knows neither Spark nor files other than the plan.
 */
@NullMarked
package dev.skytally.atlas.plan;

import org.jspecify.annotations.NullMarked;
