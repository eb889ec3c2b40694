/**
 * The definition behind the figures, which every report states.
 *
 * <p>Takes the window, the satellites, their orbits and the mask of an answer. Returns the
 * definition as lines for people and as JSON, with missing satellites, old orbits and their effect.
 *
 * <p>Computes no figures.
 */
package dev.skytally.report.setting;
