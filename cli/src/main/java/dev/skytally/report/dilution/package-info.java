/**
 * The part of a report about dilution of precision.
 *
 * <p>Takes a {@link dev.skytally.DilutionResult} or one sky's values. Returns lines of a table,
 * columns of CSV and fields of JSON.
 *
 * <p>Computes no dilution of precision.
 */
package dev.skytally.report.dilution;
