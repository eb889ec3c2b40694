/**
 * Dated facts about satellites, and the selection of those that count.
 *
 * <p>Takes a snapshot or other orbits, and a {@link
 * dev.skytally.satellites.ConstellationSelection}. Returns a {@link
 * dev.skytally.satellites.Constellation}: the members with their orbits, every exclusion with its
 * reason, the satellites that are missing, and old orbits.
 *
 * <p>Does not propagate, and does not depend on sites, the archive or the command line.
 */
@NullMarked
package dev.skytally.satellites;

import org.jspecify.annotations.NullMarked;
