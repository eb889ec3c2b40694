/**
 * How a table and JSON name a site.
 *
 * <p>Takes sites. Returns the first columns of a table, and the JSON fields of a site.
 *
 * <p>Knows no figures of a site.
 */
package dev.skytally.report.site;
