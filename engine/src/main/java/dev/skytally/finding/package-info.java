/**
 * A published figure, computed anew: in how many capitals BeiDou is ahead of GPS.
 *
 * <p>Takes a {@link dev.skytally.finding.PublishedFigure} and element sets of about its time.
 * Returns the figures of each setting that its source leaves open, so that a reader can judge which
 * settings give it and how far it moves.
 *
 * <p>Knows neither options nor output.
 */
package dev.skytally.finding;
