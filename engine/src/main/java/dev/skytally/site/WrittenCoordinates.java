package dev.skytally.site;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.DecimalNumber;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates as people and maps write them: numbers with the latitude first; with letters of the
 * hemispheres, latitude or longitude first, in degrees or in degrees, minutes and seconds; or as a
 * {@code geo:} URI (RFC 5870).
 */
final class WrittenCoordinates {
  /** Possessive, so that no digit is left for the next number. */
  private static final String NUMBER = "(\\d++(?:\\.\\d++)?+)";

  /** The same, also with a decimal comma. */
  private static final String NUMBER_OR_COMMA = "(\\d++(?:[.,]\\d++)?+)";

  /** Degrees, minutes and seconds; blanks may stand for their signs. */
  private static final String ANGLE =
      NUMBER
          + " *+°? *+(?:"
          + NUMBER
          + " *+['′’]?+ *+)?(?:"
          + NUMBER
          + " *+(?:[\"″”]|''|’’|′′)?+ *+)?";

  private static final String LAST = ANGLE.replace(NUMBER, NUMBER_OR_COMMA) + "([NSEW])";
  private static final String FIRST = "([NSEW]) *+" + ANGLE;
  private static final String FIRST_OR_COMMA = FIRST.replace(NUMBER, NUMBER_OR_COMMA);
  private static final String BETWEEN = "[ ,;]*+";
  private static final String HEIGHT = "(?: *[,;] *(-?\\d+(?:\\.\\d+)?) *M?)?";
  private static final String HEIGHT_OR_COMMA = HEIGHT.replace("\\.", "[.,]");

  private static final Pattern ONE_LETTER_LAST = Pattern.compile(LAST);
  private static final Pattern ONE_LETTER_FIRST = Pattern.compile(FIRST);
  private static final Pattern LETTER_LAST =
      Pattern.compile(LAST + BETWEEN + LAST + HEIGHT_OR_COMMA);
  private static final Pattern LETTER_FIRST = Pattern.compile(FIRST + BETWEEN + FIRST + HEIGHT);

  /** The first angle must have a decimal comma; in {@code N47 E28,25}, a height follows it. */
  private static final Pattern LETTER_FIRST_WITH_COMMA =
      Pattern.compile(
          "(?=[^,]*\\d,\\d[^,NSEW]*[ ,;]*[NSEW])"
              + FIRST_OR_COMMA
              + BETWEEN
              + FIRST_OR_COMMA
              + HEIGHT_OR_COMMA);

  private static final Pattern GEO_URI =
      Pattern.compile(
          "GEO:(-?\\d+(?:\\.\\d+)?),(-?\\d+(?:\\.\\d+)?)(?:,(-?\\d+(?:\\.\\d+)?))?((?:;[^;=]+(?:=[^;=]*)?)*)");

  private static final String SIGNED = "([-+]?\\d+(?:[.,]\\d+)?)";

  /** Numbers between semicolons, each with a decimal comma or point. */
  private static final Pattern BETWEEN_SEMICOLONS =
      Pattern.compile(SIGNED + " *; *" + SIGNED + "(?: *; *" + SIGNED + ")?");

  /** Numbers with decimal commas; blanks separate them, or commas followed by blanks. */
  private static final Pattern DECIMAL_COMMAS =
      Pattern.compile("([-+]?\\d+,\\d+),? +([-+]?\\d+,\\d+)(?:,? +([-+]?\\d+(?:,\\d+)?))?");

  /** Numbers with the sign of degrees but without letters, as maps and web pages show them. */
  private static final Pattern SIGNED_DEGREES =
      Pattern.compile(
          SIGNED + " ?°(?: *[,;] *| +)" + SIGNED + " ?°(?: *[,;] *" + SIGNED + " *M?)?");

  private WrittenCoordinates() {}

  /**
   * Returns latitude and longitude in degrees and height in metres; null if the text is none of
   * these forms.
   *
   * @throws IllegalArgumentException if an angle is impossible, has the letter O for east or west,
   *     the URI has another datum, or only some of several parts are numbers
   */
  static double @Nullable [] parse(String text) {
    String plain = text.strip().replace('−', '-');
    String upper = plain.toUpperCase(Locale.ROOT);
    Matcher last = LETTER_LAST.matcher(upper);
    if (last.matches()) {
      return place(
          angle(last, 1, last.group(4)), angle(last, 5, last.group(8)), height(last.group(9)));
    }
    Matcher first = LETTER_FIRST_WITH_COMMA.matcher(upper);
    if (first.matches() || first.usePattern(LETTER_FIRST).matches()) {
      return place(
          angle(first, 2, first.group(1)), angle(first, 6, first.group(5)), height(first.group(9)));
    }
    for (Pattern pattern : List.of(SIGNED_DEGREES, BETWEEN_SEMICOLONS, DECIMAL_COMMAS)) {
      Matcher numbers = pattern.matcher(upper);
      if (numbers.matches()) {
        return new double[] {
          number(numbers.group(1)), number(numbers.group(2)), height(numbers.group(3))
        };
      }
    }
    Matcher uri = GEO_URI.matcher(upper);
    if (!uri.matches()) {
      requireEastOrWest(upper);
      return numbers(plain);
    }
    for (String parameter : uri.group(4).split(";", -1)) {
      if (parameter.startsWith("CRS=") && !parameter.equals("CRS=WGS84")) {
        throw new IllegalArgumentException(
            "%s is another datum, expected WGS-84".formatted(parameter.toLowerCase(Locale.ROOT)));
      }
    }
    return new double[] {
      Double.parseDouble(uri.group(1)), Double.parseDouble(uri.group(2)), height(uri.group(3))
    };
  }

  /** Rejects coordinates with the letter O: east in German, west in French and Spanish. */
  private static void requireEastOrWest(String upper) {
    String east = upper.replace('O', 'E');
    if (!east.equals(upper)
        && (LETTER_LAST.matcher(east).matches()
            || LETTER_FIRST_WITH_COMMA.matcher(east).matches()
            || LETTER_FIRST.matcher(east).matches())) {
      throw new IllegalArgumentException("O may be east or west, expected E or W");
    }
  }

  /**
   * A latitude or longitude.
   *
   * @param degrees north and east positive
   */
  record Angle(double degrees, boolean isLatitude) {}

  /**
   * Returns one angle with the letter of its hemisphere, such as {@code 47°01.8'N}; null if the
   * text is none.
   *
   * @throws IllegalArgumentException if the angle is impossible
   */
  static @Nullable Angle angle(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Matcher last = ONE_LETTER_LAST.matcher(upper);
    if (last.matches()) {
      return angle(last, 1, last.group(4));
    }
    Matcher first = ONE_LETTER_FIRST.matcher(upper);
    return first.matches() ? angle(first, 2, first.group(1)) : null;
  }

  /** Reads {@code LAT,LON[,HEIGHT]}, or the same with blanks. */
  private static double @Nullable [] numbers(String text) {
    String[] parts = text.split(isBlankSeparated(text) ? " +" : ",", -1);
    double[] numbers = new double[Math.max(3, parts.length)];
    int read = 0;
    String wrong = parts.length > 3 ? "has " + parts.length + " numbers" : "";
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = DecimalNumber.parse(parts[i].strip());
        read++;
      } catch (NumberFormatException e) {
        wrong = wrong.isEmpty() ? TextFile.quoted(parts[i].strip()) + " is not a number" : wrong;
      }
    }
    if (parts.length == 1 || read == 0) {
      return null;
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          wrong + ", expected LAT,LON[,HEIGHT] such as -33.92,18.42,25");
    }
    return numbers;
  }

  /** Returns whether numbers are separated only by blanks. A name may have a number too. */
  private static boolean isBlankSeparated(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '-' || c == '.' || Character.isDigit(c));
  }

  private static double @Nullable [] place(Angle one, Angle other, double heightMeters) {
    if (one.isLatitude == other.isLatitude) {
      return null;
    }
    return one.isLatitude
        ? new double[] {one.degrees, other.degrees, heightMeters}
        : new double[] {other.degrees, one.degrees, heightMeters};
  }

  /** Returns an angle from the groups of its degrees, minutes and seconds. */
  private static Angle angle(Matcher matcher, int group, String hemisphere) {
    double degrees = number(matcher.group(group));
    double minutes = sixtieths(matcher.group(group), matcher.group(group + 1), "minutes");
    String above =
        matcher.group(group + 1) == null ? matcher.group(group) : matcher.group(group + 1);
    double seconds = sixtieths(above, matcher.group(group + 2), "seconds");
    double sum = degrees + minutes / 60 + seconds / 3600;
    return new Angle(
        hemisphere.equals("S") || hemisphere.equals("W") ? -sum : sum,
        hemisphere.equals("N") || hemisphere.equals("S"));
  }

  private static double sixtieths(String above, @Nullable String text, String unit) {
    if (text == null) {
      return 0;
    }
    if (above.contains(".") || above.contains(",")) {
      throw new IllegalArgumentException(
          "%s has a fraction, expected none before %s".formatted(above, unit));
    }
    double value = number(text);
    if (value >= 60) {
      throw new IllegalArgumentException("%s are %s, expected less than 60".formatted(unit, text));
    }
    return value;
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** A comma before three digits may separate thousands. */
  private static double height(@Nullable String text) {
    if (text != null && text.matches("[-+]?\\d+,\\d{3}")) {
      throw new IllegalArgumentException(
          "the height %s may be %s or %s metres, expected it without a comma"
              .formatted(text, text.replace(",", ""), text.replace(',', '.')));
    }
    return text == null ? 0 : number(text);
  }
}
