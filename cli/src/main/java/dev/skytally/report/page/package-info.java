/**
 * The report as one HTML page that needs nothing else, and the planner, a page that asks a server.
 *
 * <p>Takes a {@link dev.skytally.StudyRecord}. Returns the report with its scripts, style and data,
 * or the files of the planner and the data that it shows. Both run only their own scripts and share
 * those of a site. The report requests nothing, and the planner nothing but from its own server.
 *
 * <p>Leaders and figures come from the engine; only the scripts compute what is between them.
 */
package dev.skytally.report.page;
