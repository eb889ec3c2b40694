/**
 * Snapshots of element sets in a folder, each kept as it was received.
 *
 * <p>Takes texts with their origin. Returns entries, damage, and for each satellite the element set
 * nearest to an instant. A stored snapshot is never lost or changed, even if processes are killed
 * or the disk is full.
 *
 * <p>Knows neither the network nor the satellites that count.
 */
package dev.skytally.archive;
