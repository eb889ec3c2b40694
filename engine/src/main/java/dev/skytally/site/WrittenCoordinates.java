package dev.skytally.site;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates as people and maps write them: with letters of the hemispheres, in degrees or in
 * degrees, minutes and seconds, or as a {@code geo:} URI (RFC 5870).
 */
final class WrittenCoordinates {
  /** Possessive, so that no digit is left for the next number. */
  private static final String NUMBER = "(\\d++(?:\\.\\d++)?+)";

  private static final String ANGLE =
      NUMBER + " *+°? *+(?:" + NUMBER + " *+['′’] *+)?(?:" + NUMBER + " *+(?:[\"″”]|''|’’|′′) *+)?";
  private static final String HEIGHT = "(?: *, *(-?\\d+(?:\\.\\d+)?) *M?)?";

  private static final Pattern LETTER_LAST =
      Pattern.compile(ANGLE + "([NS])[ ,]*+" + ANGLE + "([EW])" + HEIGHT);
  private static final Pattern LETTER_FIRST =
      Pattern.compile("([NS]) *+" + ANGLE + "[ ,]*+([EW]) *+" + ANGLE + HEIGHT);
  private static final Pattern GEO_URI =
      Pattern.compile(
          "GEO:(-?\\d+(?:\\.\\d+)?),(-?\\d+(?:\\.\\d+)?)(?:,(-?\\d+(?:\\.\\d+)?))?((?:;[^;=]+(?:=[^;=]*)?)*)");

  private WrittenCoordinates() {}

  /**
   * Returns latitude and longitude in degrees and height in metres; null if the text is none of
   * these forms.
   *
   * @throws IllegalArgumentException if an angle is impossible, or the URI has another datum
   */
  static double @Nullable [] parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Matcher last = LETTER_LAST.matcher(upper);
    if (last.matches()) {
      return new double[] {
        degrees(last, 1, last.group(4)), degrees(last, 5, last.group(8)), height(last.group(9))
      };
    }
    Matcher first = LETTER_FIRST.matcher(upper);
    if (first.matches()) {
      return new double[] {
        degrees(first, 2, first.group(1)), degrees(first, 6, first.group(5)), height(first.group(9))
      };
    }
    Matcher uri = GEO_URI.matcher(upper);
    if (!uri.matches()) {
      return null;
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

  /** Returns an angle from the groups of its degrees, minutes and seconds. */
  private static double degrees(Matcher matcher, int group, String hemisphere) {
    double degrees = Double.parseDouble(matcher.group(group));
    double minutes = sixtieths(matcher.group(group), matcher.group(group + 1), "minutes");
    String above =
        matcher.group(group + 1) == null ? matcher.group(group) : matcher.group(group + 1);
    double seconds = sixtieths(above, matcher.group(group + 2), "seconds");
    double sum = degrees + minutes / 60 + seconds / 3600;
    return hemisphere.equals("S") || hemisphere.equals("W") ? -sum : sum;
  }

  private static double sixtieths(String above, @Nullable String text, String unit) {
    if (text == null) {
      return 0;
    }
    if (above.contains(".")) {
      throw new IllegalArgumentException(
          "%s has a fraction, expected none before %s".formatted(above, unit));
    }
    double value = Double.parseDouble(text);
    if (value >= 60) {
      throw new IllegalArgumentException("%s are %s, expected less than 60".formatted(unit, text));
    }
    return value;
  }

  private static double height(@Nullable String text) {
    return text == null ? 0 : Double.parseDouble(text);
  }
}
