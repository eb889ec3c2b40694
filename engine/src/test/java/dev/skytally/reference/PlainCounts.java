package dev.skytally.reference;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How many satellites of each system are in view of a site at every sample, and their figures. */
public final class PlainCounts {
  private static final int ENOUGH = 4;

  /** By system, then sample. */
  private final int[][] counts;

  PlainCounts(int[][] counts) {
    this.counts = counts;
  }

  public int at(int system, int sample) {
    return counts[system][sample];
  }

  public double mean(int system) {
    return Arrays.stream(counts[system]).average().orElseThrow();
  }

  public int max(int system) {
    return Arrays.stream(counts[system]).max().orElseThrow();
  }

  public int min(int system) {
    return Arrays.stream(counts[system]).min().orElseThrow();
  }

  public double shareAtLeastFour(int system) {
    return share(sample -> counts[system][sample] >= ENOUGH);
  }

  /** The share of the samples at which a system has more in view than every other. */
  public double shareAheadOfAll(int system) {
    return shareAheadOfAll(system, this);
  }

  /** As {@link #shareAheadOfAll(int)}, the other systems counted in another way. */
  public double shareAheadOfAll(int system, PlainCounts others) {
    return share(
        sample ->
            IntStream.range(0, counts.length)
                .allMatch(
                    other ->
                        other == system || counts[system][sample] > others.counts[other][sample]));
  }

  /** The share of the samples at which a system has more in view than one other. */
  public double shareAhead(int system, int other, PlainCounts others) {
    return share(sample -> counts[system][sample] > others.counts[other][sample]);
  }

  private double share(IntPredicate holds) {
    int samples = counts[0].length;
    return (double) IntStream.range(0, samples).filter(holds).count() / samples;
  }
}
