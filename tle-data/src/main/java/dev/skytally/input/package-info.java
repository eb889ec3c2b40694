/**
 * Texts that a user gives: the only way in.
 *
 * <p>Takes files and streams, plain or compressed. Returns bounded texts of checked encoding, or an
 * {@link dev.skytally.input.InputFormatException} that names file, line, column and expectation.
 *
 * <p>Knows nothing of satellites.
 */
package dev.skytally.input;
