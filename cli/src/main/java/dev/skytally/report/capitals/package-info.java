/**
 * Output of {@code capitals}: the figures of each site and who leads.
 *
 * <p>Takes a {@link dev.skytally.StudyResult}. Returns table, CSV, JSON and a map of the sites;
 * also the verdict in words, which other reports use.
 *
 * <p>Computes nothing beyond sums for the verdict, and knows no options.
 */
package dev.skytally.report.capitals;
