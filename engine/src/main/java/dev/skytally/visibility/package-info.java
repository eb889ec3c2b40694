/**
 * Answers about one site: passes, their events, timelines and skies.
 *
 * <p>Contains plain values, created by {@link dev.skytally.VisibilityStudy}: times as instants,
 * angles in radians, distances in metres.
 *
 * <p>Does not find rises and sets; {@code dev.skytally.internal.visibility} does.
 */
@NullMarked
package dev.skytally.visibility;

import org.jspecify.annotations.NullMarked;
