/**
 * Errors of predicted orbits: against orbits that are known better, and against a receiver.
 *
 * <p>Takes a {@link dev.skytally.validation.ValidationQuestion} about sources of element sets, and
 * a file of orbits or of a receiver's observations. Returns errors of positions, of rises and sets,
 * of counts and of leaders, or the satellites tracked beside those predicted.
 *
 * <p>Knows neither options nor output formats.
 */
package dev.skytally.validation;
