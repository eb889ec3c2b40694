package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;

/**
 * A line of a file of two-line element sets, and the fields in its columns.
 *
 * <p>Columns count from 1 and both ends belong to the field, as in the format's own description.
 * Numbers may be padded with blanks. Numbers have so few digits that dividing the digits by a power
 * of ten rounds only once. So the result is the nearest double, as from {@link Double#parseDouble}.
 */
final class TleLine {
  private static final int LENGTH = 69;

  /** The first year, that of Sputnik: 57 to 99 are 19xx, 00 to 56 are 20xx. */
  private static final int FIRST_TWO_DIGIT_YEAR = 57;

  private static final int ALPHA_5_STEP = 10_000;

  /**
   * The letters that mean 10 to 33 at the beginning of a catalogue number; I and O are not used.
   */
  private static final String ALPHA_5 = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final String CATALOG_NUMBER = "catalogue number";
  private static final String CATALOG_NUMBERS = "1 to 99999 or A0000 to Z9999";
  private static final String EPOCH = "epoch";
  private static final String EPOCHS = "year and day as 22166.36794129";
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long NANOS_PER_EPOCH_UNIT = 864_000;
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
  };

  private final TextFile file;
  private final int number;
  private final String text;

  /** The text as an array, which is fast to read even before the code is compiled. */
  private final char[] chars;

  /**
   * @param number the 1-based number of the line in its file
   * @param text without trailing blanks
   */
  TleLine(TextFile file, int number, String text) {
    this.file = file;
    this.number = number;
    this.text = text;
    chars = text.toCharArray();
  }

  String text() {
    return text;
  }

  /** Returns 1 or 2 if the line begins like line 1 or 2 of an element set, otherwise 0. */
  int lineOfSet() {
    if (text.startsWith("1 ")) {
      return 1;
    }
    return text.startsWith("2 ") ? 2 : 0;
  }

  InputFormatException problem(int column, String problem) {
    return file.problem(number, column, problem);
  }

  /**
   * Rejects a line of the wrong length, with characters other than plain ASCII, or without its
   * gaps.
   */
  void requireWhole(int... blankColumns) throws InputFormatException {
    if (text.length() != LENGTH) {
      throw problem(
          Math.min(text.length(), LENGTH) + 1,
          "TLE line "
              + lineOfSet()
              + " has "
              + text.length()
              + " characters, expected 69: "
              + TextFile.quoted(text));
    }
    for (int i = 0; i < LENGTH; i++) {
      if (chars[i] < ' ' || chars[i] > '~') {
        throw problem(
            i + 1, "found " + TextFile.quoted(text.substring(i, i + 1)) + ", expected plain ASCII");
      }
    }
    for (int column : blankColumns) {
      if (chars[column - 1] != ' ') {
        throw problem(column, "found " + field(column, column) + ", expected a blank");
      }
    }
  }

  /** Rejects a line whose last digit is not the sum of its digits, with a minus counting as 1. */
  void requireChecksum() throws InputFormatException {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      char c = chars[i];
      if (isDigit(c)) {
        sum += c - '0';
      } else if (c == '-') {
        sum++;
      }
    }
    char expected = (char) ('0' + sum % 10);
    char found = chars[LENGTH - 1];
    if (found != expected) {
      throw problem(LENGTH, "checksum is " + found + ", expected " + expected);
    }
  }

  int catalogNumber() throws InputFormatException {
    int catalogNumber;
    int leading = ALPHA_5.indexOf(chars[2]);
    if (leading < 0) {
      catalogNumber = integer(CATALOG_NUMBER, 3, 7, CATALOG_NUMBERS);
    } else {
      int rest = digits(4, 7);
      catalogNumber = rest < 0 ? 0 : (leading + 10) * ALPHA_5_STEP + rest;
    }
    if (catalogNumber == 0) {
      throw bad(CATALOG_NUMBER, 3, 7, CATALOG_NUMBERS);
    }
    return catalogNumber;
  }

  /** Returns the catalogue number, or 0 if the line is too damaged to read it. */
  int catalogNumberIfReadable() {
    try {
      return text.length() < 7 ? 0 : catalogNumber();
    } catch (InputFormatException e) {
      return 0;
    }
  }

  char classification() throws InputFormatException {
    char classification = chars[7];
    return switch (classification) {
      case 'U', 'C', 'S' -> classification;
      case ' ' -> 'U';
      default -> throw bad("classification", 8, 8, "U, C or S");
    };
  }

  /** Returns the designator, for example {@code 1997-035A}, or empty. */
  String internationalDesignator() throws InputFormatException {
    if (isBlank(10, 17)) {
      return "";
    }
    int twoDigitYear = digits(10, 11);
    int launch = digits(12, 14);
    String piece = text.substring(14, 17).stripTrailing();
    if (twoDigitYear < 0 || launch < 0 || !isCapitals(piece)) {
      throw bad("international designator", 10, 17, "launch year, number and piece as 97035A");
    }
    return fullYear(twoDigitYear) + "-" + text.substring(11, 14) + piece;
  }

  /** Returns the exact epoch; the last digit of the fraction of the day is 864 microseconds. */
  Instant epoch() throws InputFormatException {
    int twoDigitYear = paddedDigits(19, 20);
    int day = paddedDigits(21, 23);
    if (twoDigitYear < 0 || day < 0 || chars[23] != '.') {
      throw bad(EPOCH, 19, 32, EPOCHS);
    }
    int year = fullYear(twoDigitYear);
    int daysOfYear = Year.of(year).length();
    if (day < 1 || day > daysOfYear) {
      throw bad(EPOCH, 19, 32, EPOCHS + ", day 1 to " + daysOfYear);
    }
    int end = 32;
    while (end > 24 && chars[end - 1] == ' ') {
      end--;
    }
    int units = 0;
    for (int i = 24; i < 32; i++) {
      char c = i < end ? chars[i] : '0';
      if (!isDigit(c)) {
        throw bad(EPOCH, 19, 32, EPOCHS);
      }
      units = 10 * units + (c - '0');
    }
    long epochDay = LocalDate.of(year, 1, 1).toEpochDay() + day - 1;
    return Instant.ofEpochSecond(epochDay * SECONDS_PER_DAY, units * NANOS_PER_EPOCH_UNIT);
  }

  /** Rejects elements for a propagator other than SGP4. */
  void requireSgp4() throws InputFormatException {
    char type = chars[62];
    if (type == '4') {
      throw problem(63, "ephemeris type is 4 (SGP4-XP), expected 0 (SGP4)");
    }
    if (type != '0' && type != '2' && type != ' ') {
      throw bad("ephemeris type", 63, 63, "0 (SGP4)");
    }
  }

  /** Returns a number with a decimal point. */
  double decimal(String name, int from, int to, Range range) throws InputFormatException {
    int end = to;
    while (end >= from && chars[end - 1] == ' ') {
      end--;
    }
    int i = from - 1;
    while (i < end && chars[i] == ' ') {
      i++;
    }
    boolean negative = i < end && chars[i] == '-';
    if (negative || (i < end && chars[i] == '+')) {
      i++;
    }
    long digits = 0;
    int decimals = -1;
    boolean isNumber = i < end - 1;
    for (; i < end; i++) {
      char c = chars[i];
      if (isDigit(c)) {
        digits = 10 * digits + (c - '0');
        decimals += decimals < 0 ? 0 : 1;
      } else {
        isNumber &= c == '.' && decimals < 0;
        decimals = 0;
      }
    }
    double value = digits / POWERS_OF_TEN[Math.max(decimals, 0)];
    value = negative ? -value : value;
    if (!isNumber || decimals < 0 || !range.contains(value)) {
      throw bad(name, from, to, range.toString());
    }
    return value;
  }

  /** Returns the number from digits after an implied decimal point. */
  double fraction(String name, int from, int to) throws InputFormatException {
    int length = to - from + 1;
    int digits = chars[to - 1] == ' ' ? -1 : paddedDigits(from, to);
    if (digits < 0) {
      throw bad(name, from, to, length + " digits");
    }
    return digits / POWERS_OF_TEN[length];
  }

  /**
   * Returns the number in eight columns: a sign, five digits after an implied decimal point, an
   * exponent.
   */
  double exponential(String name, int from) throws InputFormatException {
    char sign = chars[from - 1];
    int mantissa = chars[from + 4] == ' ' ? -1 : paddedDigits(from + 1, from + 5);
    char exponentSign = chars[from + 5];
    int exponent = digits(from + 7, from + 7);
    if (" +-".indexOf(sign) < 0 || mantissa < 0 || "+-".indexOf(exponentSign) < 0 || exponent < 0) {
      throw bad(name, from, from + 7, "five digits and an exponent as 12345-3");
    }
    int decimals = 5 - (exponentSign == '-' ? -exponent : exponent);
    double value =
        decimals >= 0 ? mantissa / POWERS_OF_TEN[decimals] : mantissa * POWERS_OF_TEN[-decimals];
    return sign == '-' ? -value : value;
  }

  /** Returns a whole number padded with blanks; nothing but blanks is 0. */
  int integer(String name, int from, int to, String expected) throws InputFormatException {
    int value = isBlank(from, to) ? 0 : paddedDigits(from, to);
    if (value < 0) {
      throw bad(name, from, to, expected);
    }
    return value;
  }

  private InputFormatException bad(String name, int from, int to, String expected) {
    String columns =
        from == to ? " (column " + from + ")" : " (columns " + from + " to " + to + ")";
    return problem(from, name + columns + " is " + field(from, to) + ", expected " + expected);
  }

  private String field(int from, int to) {
    return TextFile.quoted(text.substring(from - 1, to));
  }

  private boolean isBlank(int from, int to) {
    for (int i = from - 1; i < to; i++) {
      if (chars[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  /** Returns the value of columns that hold digits between blanks, or -1. */
  private int paddedDigits(int from, int to) {
    int first = from;
    while (first < to && chars[first - 1] == ' ') {
      first++;
    }
    int last = to;
    while (last > first && chars[last - 1] == ' ') {
      last--;
    }
    return digits(first, last);
  }

  /** Returns the value of columns that hold nothing but digits, or -1. */
  private int digits(int from, int to) {
    int value = 0;
    for (int i = from - 1; i < to; i++) {
      char c = chars[i];
      if (!isDigit(c)) {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isCapitals(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (piece.charAt(i) < 'A' || piece.charAt(i) > 'Z') {
        return false;
      }
    }
    return !piece.isEmpty();
  }

  private static int fullYear(int twoDigitYear) {
    return twoDigitYear + (twoDigitYear < FIRST_TWO_DIGIT_YEAR ? 2000 : 1900);
  }
}
