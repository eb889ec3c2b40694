/**
 * Parts of texts: tables with named columns, decimal numbers, dates and digests.
 *
 * <p>Takes a {@link dev.skytally.input.TextFile} or a part of it, returns checked values or an
 * {@link dev.skytally.input.InputFormatException} with the place.
 *
 * <p>Does not know what a text is about. For Skytally's own modules only.
 */
package dev.skytally.internal.input;
