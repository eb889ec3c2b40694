/**
 * The columns that identify a site.
 *
 * <p>Takes sites. Returns the first columns of a table, and the columns of CSV and JSON.
 *
 * <p>Knows no figures of a site.
 */
package dev.skytally.report.site;
