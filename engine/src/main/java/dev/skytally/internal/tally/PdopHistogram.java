package dev.skytally.internal.tally;

import dev.skytally.dop.Dilution;
import dev.skytally.dop.DilutionSummary;
import java.util.OptionalDouble;

/**
 * A histogram of the PDOP at equally spaced instants, in a fixed amount of memory. The PDOP is
 * rounded to 0.01 up to 10, to 0.1 up to 100 and to 1 up to {@link Dilution#WORST_PDOP}. Instants
 * without a position count separately, as worse than all others.
 */
final class PdopHistogram {
  /**
   * The bounds at which the rounding becomes coarser, in units of the finer and of the coarser
   * rounding.
   */
  private static final int TURN = 1000;

  private static final int TURN_COARSER = TURN / 10;

  private static final int BINS = 3 * TURN - 2 * TURN_COARSER + 1;

  /**
   * The greatest PDOP that navigation accepts: the GPS Standard Positioning Service Performance
   * Standard, section 3.8, calls a PDOP of 6 or less available.
   */
  private static final double GOOD_PDOP = 6;

  private final int[] counts = new int[BINS];
  private int samples;
  private int good;

  /**
   * Adds a sample.
   *
   * @param pdopSquared infinite if there is no position
   */
  void add(double pdopSquared) {
    samples++;
    if (pdopSquared == Double.POSITIVE_INFINITY) {
      return;
    }
    if (pdopSquared <= GOOD_PDOP * GOOD_PDOP) {
      good++;
    }
    counts[bin(Math.sqrt(pdopSquared))]++;
  }

  private static int bin(double pdop) {
    int bin = (int) Math.round(100 * pdop);
    if (bin <= TURN) {
      return bin;
    }
    bin = (int) Math.round(10 * pdop);
    if (bin <= TURN) {
      return TURN - TURN_COARSER + bin;
    }
    return 2 * (TURN - TURN_COARSER) + (int) Math.round(pdop);
  }

  private static double pdop(int bin) {
    if (bin <= TURN) {
      return bin / 100.0;
    }
    int finer = TURN - TURN_COARSER;
    return bin - finer <= TURN ? (bin - finer) / 10.0 : bin - 2 * finer;
  }

  DilutionSummary summary() {
    return new DilutionSummary(percentile(50), percentile(95), (double) good / samples);
  }

  /** Returns the least PDOP that at least the given percentage of the samples does not exceed. */
  private OptionalDouble percentile(int percent) {
    long wanted = ((long) samples * percent + 99) / 100;
    long soFar = 0;
    for (int bin = 0; bin < BINS; bin++) {
      soFar += counts[bin];
      if (soFar >= wanted) {
        return OptionalDouble.of(pdop(bin));
      }
    }
    return OptionalDouble.empty();
  }
}
