/**
 * Output of {@code validate}: errors of element sets.
 *
 * <p>Takes comparisons with precise orbits or with a receiver. Returns table, CSV and JSON.
 *
 * <p>Compares nothing itself, and knows no options.
 */
package dev.skytally.report.validation;
