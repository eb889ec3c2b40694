/**
 * Texts that a user gives: the only way in, and the tools that read them.
 *
 * <p>Takes files and streams, plain or compressed. Returns bounded texts of checked encoding,
 * tables, numbers and dates, or an {@link dev.skytally.input.InputFormatException} that names file,
 * line, column and expectation.
 *
 * <p>Knows nothing of satellites.
 */
package dev.skytally.input;
