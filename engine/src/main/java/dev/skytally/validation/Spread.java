package dev.skytally.validation;

import java.util.Arrays;

/**
 * How large some errors are, whatever their signs.
 *
 * @param count how many errors there are
 * @param median the middle one (the greater of two); NaN without errors
 * @param percentile95 what 95 of 100 do not exceed; NaN without errors
 * @param max the greatest; NaN without errors
 */
public record Spread(int count, double median, double percentile95, double max) {

  /** The spread of the first {@code count} of some errors; these are changed. */
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
