/**
 * Snapshots of element sets in a folder, each kept as it was received.
 *
 * <p>Takes texts with their origin. Returns entries, damage, and for each satellite the element set
 * nearest to an instant. A stored snapshot never changes, and is lost neither by killed processes
 * nor on a full disk; only pruning removes it.
 *
 * <p>Knows neither the network nor the satellites that count.
 */
package dev.skytally.archive;
