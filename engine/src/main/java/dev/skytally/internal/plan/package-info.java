/**
 * Finds the windows of a plan over one site, and its series.
 *
 * <p>Takes crossings and positions, block by block ({@link
 * dev.skytally.internal.plan.PlanRecorder}). Returns a {@link dev.skytally.plan.SitePlan}.
 *
 * <p>Does not propagate. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.plan;

import org.jspecify.annotations.NullMarked;
