/**
 * What every report has in common.
 *
 * <p>A {@link dev.skytally.report.Report} is a result that can be written as a table, CSV or JSON,
 * whole, before anything is printed.
 *
 * <p>Knows no subject, no options and no streams.
 */
package dev.skytally.report;
