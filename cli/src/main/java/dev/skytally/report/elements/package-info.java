/**
 * Output of {@code elements} and {@code archive}: element sets, satellites and plans for pruning.
 *
 * <p>Takes snapshots, archive entries or a constellation. Returns table, CSV and JSON, with every
 * exclusion and its reason.
 *
 * <p>Selects nothing, and knows no options.
 */
package dev.skytally.report.elements;
