/**
 * Output of {@code sky}: where each satellite stands over one site.
 *
 * <p>Takes skies at a moment and after it. Returns table, CSV, JSON and a sky plot.
 *
 * <p>Computes no positions, and knows no options.
 */
package dev.skytally.report.sky;
