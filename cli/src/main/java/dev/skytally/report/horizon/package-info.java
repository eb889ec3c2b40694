/**
 * The output of {@code horizon}.
 *
 * <p>Takes horizons from an elevation model. Returns a table, CSV, JSON and a picture.
 *
 * <p>Finds no horizon itself.
 */
package dev.skytally.report.horizon;
