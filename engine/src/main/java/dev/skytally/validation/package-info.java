/**
 * Errors of predicted orbits: against orbits that are known better, and against a receiver.
 *
 * <p>Takes constellations with both orbits, or a receiver's observations. Returns errors of
 * positions, of rises and sets, of counts and of leaders, or the satellites tracked beside those
 * predicted.
 *
 * <p>Knows neither options nor output formats.
 */
package dev.skytally.validation;
