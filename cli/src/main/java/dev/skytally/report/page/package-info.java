/**
 * The report as one HTML page that needs nothing else.
 *
 * <p>Takes a {@link dev.skytally.StudyRecord}. Returns the page with its scripts, style and data.
 * The page requests nothing and runs only its own scripts.
 *
 * <p>Leaders and figures come from the engine; only the scripts compute what is between them.
 */
package dev.skytally.report.page;
