package dev.skytally.report.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a map's marks for whole numbers. Areas grow evenly from the least to the greatest
 * number of the legend, which includes all numbers of the map.
 */
public final class MarkSizes {
  private static final double LEAST_RADIUS = 2.6;
  private static final double GREATEST_RADIUS = 9;
  private static final int[] STEPS = {1, 2, 5, 10, 20, 50};
  private static final int MOST_STEPS = 4;

  private final int least;
  private final int greatest;
  private final int step;

  /** Creates sizes for numbers of at least 1. */
  public MarkSizes(int least, int greatest) {
    int i = 0;
    while (i < STEPS.length - 1 && greatest - least > MOST_STEPS * STEPS[i]) {
      i++;
    }
    step = STEPS[i];
    this.least = Math.max(1, Math.floorDiv(least, step) * step);
    this.greatest = -Math.floorDiv(-greatest, step) * step;
  }

  /** Returns the numbers of the legend: the least, the greatest, and round ones between them. */
  public List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>(List.of(least));
    for (int number = (least / step + 1) * step; number <= greatest; number += step) {
      numbers.add(number);
    }
    return numbers;
  }

  public double radius(int number) {
    double share = greatest == least ? 1 : (double) (number - least) / (greatest - least);
    return Math.sqrt(
        LEAST_RADIUS * LEAST_RADIUS * (1 - share) + GREATEST_RADIUS * GREATEST_RADIUS * share);
  }
}
