package dev.skytally.report.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Finite numbers as text, the same in every locale. */
public final class Decimals {
  private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** What the sum of many shares may be off. */
  private static final double ROUNDING = 1e-9;

  private Decimals() {}

  /**
   * Returns a number with fixed decimals, for example {@code 12.50}; halves are rounded up.
   *
   * @param decimals 0 to 6
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " is not a number that can be reported");
    }
    long scale = POWERS_OF_TEN[decimals];
    long units = Math.round(Math.abs(value) * scale);
    StringBuilder text = new StringBuilder(16);
    if (value < 0 && units != 0) {
      text.append('-');
    }
    text.append(units / scale);
    if (decimals > 0) {
      text.append('.');
      String fraction = Long.toString(units % scale);
      for (int i = fraction.length(); i < decimals; i++) {
        text.append('0');
      }
      text.append(fraction);
    }
    return text.toString();
  }

  /** Returns a share in per cent with two significant digits: {@code 0.0047} or {@code 12}. */
  public static String percent(double share) {
    double percent = 100 * share;
    int decimals = 0;
    for (double size = Math.abs(percent); size < 10 && decimals < 6 && size > 0; size *= 10) {
      decimals++;
    }
    return fixed(percent, decimals);
  }

  /**
   * Returns the part of a whole in per cent with one decimal; {@code 0.0} is nothing, {@code <0.1}
   * is less than the digits show, and {@code >99.9} is not all.
   */
  public static String percentOfWhole(double share) {
    String percent = fixed(100 * share, 1);
    if (percent.equals("0.0") && share > ROUNDING) {
      return "<0.1";
    }
    return percent.equals("100.0") && share < 1 - ROUNDING ? ">99.9" : percent;
  }

  /** Returns a number with four significant digits, for example {@code 4.652E-5}. */
  public static String scientific(double value) {
    return new BigDecimal(value).round(new MathContext(4)).toString();
  }

  /**
   * Returns a number with as many decimals as needed, for example {@code 5} or {@code 7.5}.
   *
   * @param mostDecimals 0 to 6
   */
  public static String plain(double value, int mostDecimals) {
    String text = fixed(value, mostDecimals);
    int end = text.length();
    while (mostDecimals > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
