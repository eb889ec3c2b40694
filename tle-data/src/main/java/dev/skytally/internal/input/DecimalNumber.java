package dev.skytally.internal.input;

/** Reads numbers as people write them; Java's own suffixes, hexadecimals and NaN are none. */
public final class DecimalNumber {
  private DecimalNumber() {}

  /**
   * The number that a text is, without blanks, as {@code -7.5} or {@code 1e3}.
   *
   * @throws NumberFormatException if the text is no decimal number
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
