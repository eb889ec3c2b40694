/**
 * An archive of snapshots of element sets in a folder, each kept as it was received.
 *
 * <p>Takes texts with their origin. Returns entries, damage, and for each satellite the element set
 * nearest to an instant. A stored snapshot never changes. It survives killed processes and full
 * disks; only pruning removes it.
 *
 * <p>Does not use the network, and does not decide which satellites count.
 */
@NullMarked
package dev.skytally.archive;

import org.jspecify.annotations.NullMarked;
