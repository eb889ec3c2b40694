/**
 * Element sets and their formats: TLE, 3LE, 2LE and OMM as JSON, CSV, XML or KVN.
 *
 * <p>Takes a text and finds its format by the content. Returns a {@link
 * dev.skytally.elements.Snapshot} of element sets, and a problem for each damaged record. Includes
 * the bundled snapshots.
 *
 * <p>Does not know which satellites count, nor where they are at an instant.
 */
package dev.skytally.elements;
