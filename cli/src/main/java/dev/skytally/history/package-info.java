/**
 * Runs of many days in one SQLite file, and what happened between them.
 *
 * <p>Takes element sets and a {@link dev.skytally.history.RunSetting}. Computes, stores and reads
 * runs, fills gaps from other snapshots, and finds the events that explain a change. A run is
 * stored whole or not at all.
 *
 * <p>The only package that uses SQL. Knows neither options nor output formats.
 */
package dev.skytally.history;
