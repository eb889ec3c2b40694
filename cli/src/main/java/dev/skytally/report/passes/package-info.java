/**
 * Output of {@code passes}: rise, culmination and set of each pass over one site.
 *
 * <p>Takes a {@link dev.skytally.PassList}. Returns table, CSV and JSON.
 *
 * <p>Finds no passes, and knows no options.
 */
package dev.skytally.report.passes;
