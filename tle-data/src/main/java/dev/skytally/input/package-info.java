/**
 * Input of texts from a user.
 *
 * <p>Takes files and streams, plain or compressed. Returns bounded texts of checked encoding, or an
 * {@link dev.skytally.input.InputFormatException} that names file, line, column and expectation.
 *
 * <p>Does not depend on satellites.
 */
@NullMarked
package dev.skytally.input;

import org.jspecify.annotations.NullMarked;
