/**
 * Output of {@code history} and {@code recompute}: who led when, and what changed.
 *
 * <p>Takes stored runs and events. Returns tables, CSV, JSON and a line chart.
 *
 * <p>Knows neither SQL nor options.
 */
package dev.skytally.report.history;
