/**
 * Search for every rise and set over one site, without a time step.
 *
 * <p>Takes an ephemeris block, a site's horizon and a mask. Calls a listener with each event in
 * order of time. The recorders here convert events to passes, skies and timelines.
 *
 * <p>Does not count. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.visibility;

import org.jspecify.annotations.NullMarked;
