package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orekit.gnss.SatelliteSystem;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;

/**
 * The almanac text of Trimble's planning software, which has satellites of all systems.
 *
 * <p>The format is not published; this follows from the files and was checked against element sets.
 * Six satellites at a time stand side by side in columns of ten characters, 13 lines each: number,
 * health (hexadecimal), eccentricity, square root of the semi-major axis (m^1/2), longitude of the
 * ascending node at the start of the week, argument of perigee and mean anomaly (degrees), time of
 * applicability (seconds of the week), inclination less 54 degrees (degrees), rate of the node
 * (degrees in 1000 seconds), two figures of the clock, and the GPS week, which is not reduced
 * modulo 1024. All satellites, GLONASS too, have elements as those of GPS, in GPS time.
 */
final class TrimbleAlmanac {
  private static final int COLUMN_CHARACTERS = 10;
  private static final double REFERENCE_INCLINATION_DEGREES = 54;
  private static final double SECONDS_PER_WEEK = 7 * 86_400;

  private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\s+\\d{1,3}){0,5}");
  private static final Pattern HEALTHS =
      Pattern.compile("\\p{XDigit}{1,2}(\\s+\\p{XDigit}{1,2}){0,5}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,7}(\\.\\d{1,9})?");

  private static final String[] FIELDS = {
    "number",
    "health",
    "eccentricity",
    "square root of the semi-major axis",
    "longitude of the node",
    "argument of perigee",
    "mean anomaly",
    "time of applicability",
    "inclination",
    "rate of the node",
    "clock offset",
    "clock drift",
    "week"
  };

  private final TextFile file;
  private final List<String> lines;

  private TrimbleAlmanac(TextFile file) {
    this.file = file;
    lines = file.lines();
  }

  /** Whether a text begins as such a file: numbers of satellites, below them their health. */
  static boolean begins(String firstLine, String secondLine) {
    return NUMBERS.matcher(firstLine).matches()
        && HEALTHS.matcher(secondLine).matches()
        && firstLine.split("\\s+", -1).length == secondLine.split("\\s+", -1).length;
  }

  /** The RINEX name of a satellite by its number in such a file. */
  static Optional<String> prn(int number) {
    if (number >= 1 && number <= 32) {
      return Optional.of(OrbitFile.prn('G', number));
    }
    if (number >= 38 && number <= 64) {
      return Optional.of(OrbitFile.prn('R', number - 37));
    }
    if (number >= 111 && number <= 119) {
      return Optional.of(OrbitFile.prn('J', number - 110));
    }
    if (number >= 120 && number <= 158) {
      return Optional.of(OrbitFile.prn('S', number - 100));
    }
    if (number >= 201 && number <= 236) {
      return Optional.of(OrbitFile.prn('E', number - 200));
    }
    return number >= 264 && number <= 326
        ? Optional.of(OrbitFile.prn('C', number - 263))
        : Optional.empty();
  }

  /** Reads all satellites; what {@code getPRN} gives is the number in the file. */
  static List<GPSAlmanac> read(TextFile file) throws InputFormatException {
    return new TrimbleAlmanac(file).read();
  }

  private List<GPSAlmanac> read() throws InputFormatException {
    List<GPSAlmanac> almanacs = new ArrayList<>();
    for (int first = 0; first < lines.size(); first++) {
      if (!lines.get(first).isBlank()) {
        if (first + FIELDS.length > lines.size()) {
          throw file.problem(
              first + 1,
              0,
              "the file ends %s lines after this one, expected %s lines for these satellites"
                  .formatted(lines.size() - first - 1, FIELDS.length));
        }
        int columns = columns(first);
        for (int line = first + 1; line < first + FIELDS.length; line++) {
          if (columns(line) > columns) {
            throw file.problem(
                line + 1,
                columns * COLUMN_CHARACTERS + 1,
                "goes on, expected %s satellites as in line %s".formatted(columns, first + 1));
          }
        }
        for (int column = 0; column < columns; column++) {
          almanacs.add(almanac(first, column));
        }
        first += FIELDS.length - 1;
      }
    }
    return almanacs;
  }

  private int columns(int line) {
    int characters = lines.get(line).stripTrailing().length();
    return (characters + COLUMN_CHARACTERS - 1) / COLUMN_CHARACTERS;
  }

  private GPSAlmanac almanac(int first, int column) throws InputFormatException {
    GPSAlmanac almanac = new GPSAlmanac(OrekitContext.timeScales(), SatelliteSystem.GPS);
    almanac.setPRN(whole(first, 0, column));
    almanac.setHealth(health(first, column));
    almanac.setE(within(first, 2, column, 0, 0.999999, "0 to less than 1"));
    almanac.setSqrtA(within(first, 3, column, 0, 20_000, "0 to 20000 m^1/2"));
    almanac.setOmega0(radians(first, 4, column));
    almanac.setPa(radians(first, 5, column));
    almanac.setM0(radians(first, 6, column));
    almanac.setTime(within(first, 7, column, 0, SECONDS_PER_WEEK, "0 to 604800 seconds"));
    almanac.setI0(
        Math.toRadians(
            REFERENCE_INCLINATION_DEGREES
                + within(first, 8, column, -54, 126, "-54 to 126 degrees")));
    almanac.setOmegaDot(
        Math.toRadians(within(first, 9, column, -1, 1, "-1 to 1 degree in 1000 s")) / 1000);
    almanac.setWeek(whole(first, 12, column));
    return almanac;
  }

  private double radians(int first, int field, int column) throws InputFormatException {
    return Math.toRadians(within(first, field, column, -360, 360, "-360 to 360 degrees"));
  }

  private double within(
      int first, int field, int column, double least, double most, String expected)
      throws InputFormatException {
    String text = text(first, field, column);
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (value >= least && value <= most) {
      return value;
    }
    throw problem(first, field, column, expected);
  }

  private int whole(int first, int field, int column) throws InputFormatException {
    String text = text(first, field, column);
    if (text.matches("\\d{1,4}")) {
      return Integer.parseInt(text);
    }
    throw problem(first, field, column, "a whole number of one to four digits");
  }

  private int health(int first, int column) throws InputFormatException {
    String text = text(first, 1, column);
    if (text.matches("\\p{XDigit}{1,2}")) {
      return Integer.parseInt(text, 16);
    }
    throw problem(first, 1, column, "00 to ff");
  }

  private String text(int first, int field, int column) {
    String line = lines.get(first + field);
    int begin = Math.min(column * COLUMN_CHARACTERS, line.length());
    int end = Math.min(begin + COLUMN_CHARACTERS, line.length());
    return line.substring(begin, end).strip();
  }

  private InputFormatException problem(int first, int field, int column, String expected) {
    return file.problem(
        first + field + 1,
        column * COLUMN_CHARACTERS + 1,
        "%s is %s, expected %s"
            .formatted(FIELDS[field], TextFile.quoted(text(first, field, column)), expected));
  }
}
