/**
 * Parsing of parts of texts: tables with named columns, decimal numbers and dates; and digests.
 *
 * <p>Takes a {@link dev.skytally.input.TextFile} or a part of it, returns checked values or an
 * {@link dev.skytally.input.InputFormatException} with the place.
 *
 * <p>Does not interpret the content. For Skytally's own modules only.
 */
@NullMarked
package dev.skytally.internal.input;

import org.jspecify.annotations.NullMarked;
