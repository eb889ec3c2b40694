package dev.skytally.tally;

/**
 * The numbers of satellites of one system in view of one site over a window.
 *
 * <p>Immutable.
 *
 * @param max the greatest number in view at any moment
 * @param mean the mean number in view
 * @param min the least number in view at any moment
 * @param shareAtLeastFour the share of the window, 0 to 1, with four or more in view, the number
 *     needed for a position and a clock
 */
public record SystemTally(int max, double mean, int min, double shareAtLeastFour) {
  private static final int ENOUGH_FOR_A_POSITION = 4;

  /**
   * Computes the figures of a window.
   *
   * @param numberWeights by number in view, the weight of the part of the window with that number
   */
  static SystemTally of(long[] numberWeights) {
    int max = 0;
    int min = numberWeights.length;
    long total = 0;
    long enough = 0;
    for (int number = 0; number < numberWeights.length; number++) {
      long weight = numberWeights[number];
      if (weight != 0) {
        max = number;
        min = Math.min(min, number);
      }
      total += weight;
      enough += number >= ENOUGH_FOR_A_POSITION ? weight : 0;
    }
    return new SystemTally(max, (double) sum(numberWeights) / total, min, (double) enough / total);
  }

  /** Returns the sum of each number in view times its weight. */
  static long sum(long[] numberWeights) {
    long sum = 0;
    for (int number = 1; number < numberWeights.length; number++) {
      sum += number * numberWeights[number];
    }
    return sum;
  }
}
