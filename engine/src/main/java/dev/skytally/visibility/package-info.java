/**
 * What a site sees: passes, moments of them, timelines and skies, as answers hold them.
 *
 * <p>Plain values, made by {@link dev.skytally.VisibilityStudy}: times as instants, angles in
 * radians, distances in metres.
 *
 * <p>Does not find rises and sets; {@code dev.skytally.internal.visibility} does.
 */
package dev.skytally.visibility;
