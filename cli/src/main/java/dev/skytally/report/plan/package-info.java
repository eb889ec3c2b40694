/**
 * Output of {@code plan}: windows in which conditions hold, and series of the figures.
 *
 * <p>Takes {@link dev.skytally.plan.SitePlan}s. Returns table, CSV, JSON, GeoJSON and calendar, and
 * writes series to a stream, site by site.
 *
 * <p>Finds no windows, and knows no options.
 */
package dev.skytally.report.plan;
