package dev.skytally.internal.input;

/**
 * Parses decimal numbers as people write them, without Java's suffixes, hexadecimal numbers and
 * NaN.
 */
public final class DecimalNumber {
  private DecimalNumber() {}

  /**
   * Parses a number without blanks, for example {@code -7.5} or {@code 1e3}.
   *
   * @throws NumberFormatException if the text is not a decimal number
   */
  public static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("+-.0123456789eE".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException(text);
      }
    }
    return Double.parseDouble(text);
  }
}
