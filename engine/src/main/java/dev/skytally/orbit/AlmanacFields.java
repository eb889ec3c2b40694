package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.Locale;
import java.util.regex.Pattern;

/** The numbers in the text of an almanac, each checked against the range of its field. */
final class AlmanacFields {
  static final double SECONDS_PER_WEEK = 7 * 86_400;

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d{1,12}(\\.\\d{0,20})?|\\.\\d{1,20})([EeDd][-+]?\\d{1,3})?");

  private final TextFile file;

  AlmanacFields(TextFile file) {
    this.file = file;
  }

  /** The text, name and place of a field; the column is 0 if the line alone is precise enough. */
  record Field(int line, int column, String name, String text) {}

  double decimal(Field field, double least, double most, String unit) throws InputFormatException {
    String text = field.text();
    double value =
        DECIMAL.matcher(text).matches()
            ? Double.parseDouble(text.replace('D', 'E').replace('d', 'e'))
            : Double.NaN;
    if (value >= least && value <= most) {
      return value;
    }
    throw problem(field, String.format(Locale.ROOT, "%s to %s%s", plain(least), plain(most), unit));
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  double eccentricity(Field field) throws InputFormatException {
    return decimal(field, 0, 0.999, "");
  }

  double sqrtA(Field field) throws InputFormatException {
    return decimal(field, 0, 20_000, " m^1/2");
  }

  double secondsOfWeek(Field field) throws InputFormatException {
    return decimal(field, 0, SECONDS_PER_WEEK, " seconds");
  }

  int whole(Field field, int most) throws InputFormatException {
    if (field.text().matches("\\d{1,9}") && Integer.parseInt(field.text()) <= most) {
      return Integer.parseInt(field.text());
    }
    throw problem(field, "a whole number from 0 to " + most);
  }

  InputFormatException problem(Field field, String expected) {
    return file.problem(
        field.line(),
        field.column(),
        "%s is %s, expected %s".formatted(field.name(), TextFile.quoted(field.text()), expected));
  }
}
