/**
 * When conditions are good at a site: windows in which conditions on satellites in view and
 * dilution of precision hold, and the series of these figures.
 *
 * <p>Takes a {@link dev.skytally.plan.PlanQuestion}. {@link dev.skytally.VisibilityStudy#plan}
 * returns a {@link dev.skytally.plan.SitePlan} for each site: instants to the microsecond, angles
 * in radians.
 *
 * <p>Finds no windows; {@code dev.skytally.internal.plan} does.
 */
@NullMarked
package dev.skytally.plan;

import org.jspecify.annotations.NullMarked;
