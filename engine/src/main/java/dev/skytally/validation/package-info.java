/**
 * Errors of predicted orbits, compared with more accurate orbits or with a receiver.
 *
 * <p>Takes a {@link dev.skytally.validation.ValidationQuestion} about sources of element sets, and
 * a file of orbits or of a receiver's observations. Returns errors of positions, of rises and sets,
 * of counts and of leaders, or a comparison of tracked and predicted satellites.
 *
 * <p>Does not depend on options or output formats.
 */
@NullMarked
package dev.skytally.validation;

import org.jspecify.annotations.NullMarked;
