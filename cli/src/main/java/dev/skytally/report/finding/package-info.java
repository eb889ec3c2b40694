/**
 * Output of {@code finding}: a published figure beside the settings that may be behind it.
 *
 * <p>Takes the answers for each setting. Returns table, CSV and JSON, and the sentence that says
 * how firm the figure is.
 *
 * <p>Knows no options.
 */
package dev.skytally.report.finding;
