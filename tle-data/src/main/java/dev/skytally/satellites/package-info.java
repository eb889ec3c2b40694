/**
 * Dated facts about satellites, and the selection of those that count.
 *
 * <p>Takes a snapshot or other orbits, and a {@link
 * dev.skytally.satellites.ConstellationSelection}. Returns a {@link
 * dev.skytally.satellites.Constellation}: the members with their orbits, every exclusion with its
 * reason, the satellites that are missing, and old orbits.
 *
 * <p>Does not propagate, and knows nothing of sites, of the archive and of the command line.
 */
package dev.skytally.satellites;
