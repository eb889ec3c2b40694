/**
 * Measurements of speed, each with a check of its answer.
 *
 * <p>Runs the engine, Orekit's detectors and plain counting. Returns JMH's results, or sums that
 * the scripts in {@code benchmarks/peers} compare with theirs.
 *
 * <p>No other module may use it.
 */
package dev.skytally.benchmarks;
