package dev.skytally.validation;

import java.util.Arrays;

/**
 * The size of some errors, without their signs.
 *
 * <p>Immutable.
 *
 * @param count the number of errors
 * @param median the middle one (the greater of two); NaN without errors
 * @param percentile95 the 95th percentile; NaN without errors
 * @param max the greatest; NaN without errors
 */
public record Spread(int count, double median, double percentile95, double max) {

  /** Returns the spread of the first {@code count} errors. The array is changed. */
  static Spread of(double[] errors, int count) {
    if (count == 0) {
      return new Spread(0, Double.NaN, Double.NaN, Double.NaN);
    }
    for (int i = 0; i < count; i++) {
      errors[i] = Math.abs(errors[i]);
    }
    Arrays.sort(errors, 0, count);
    int rank95 = (int) Math.ceil(0.95 * count) - 1;
    return new Spread(count, errors[count / 2], errors[rank95], errors[count - 1]);
  }

  static Spread of(double[] errors) {
    return of(errors.clone(), errors.length);
  }
}
