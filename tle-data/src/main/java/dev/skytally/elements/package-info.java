/**
 * Element sets and their formats: TLE, 3LE, 2LE and OMM as JSON, CSV, XML or KVN.
 *
 * <p>Takes a text and detects its format by the content. Returns a {@link
 * dev.skytally.elements.Snapshot} of element sets, and a problem for each damaged record. Includes
 * the bundled snapshots.
 *
 * <p>Does not decide which satellites count, and does not compute positions.
 */
@NullMarked
package dev.skytally.elements;

import org.jspecify.annotations.NullMarked;
