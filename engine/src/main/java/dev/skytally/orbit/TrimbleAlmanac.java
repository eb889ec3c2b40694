package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.AlmanacFields.Field;
import dev.skytally.orbit.AlmanacReader.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orekit.gnss.SatelliteSystem;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;

/**
 * A reader of the almanac text of Trimble's planning software, which contains satellites of all
 * systems.
 *
 * <p>The format is not published. This description follows from the files and was checked against
 * element sets. Up to six satellites are side by side in columns of ten characters, with 13 lines
 * each: number, health (hexadecimal), eccentricity, square root of the semi-major axis (m^1/2),
 * longitude of the ascending node at the start of the week, argument of perigee and mean anomaly
 * (degrees), time of applicability (seconds of the week), inclination less 54 degrees (degrees),
 * rate of the node (degrees in 1000 seconds), two figures of the clock, and the GPS week, which is
 * not reduced modulo 1024. All satellites, including GLONASS, have elements like those of GPS, in
 * GPS time.
 */
final class TrimbleAlmanac {
  private static final int COLUMN_CHARACTERS = 10;
  private static final double REFERENCE_INCLINATION_DEGREES = 54;

  private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\s+\\d{1,3}){0,5}");
  private static final Pattern HEALTHS =
      Pattern.compile("\\p{XDigit}{1,2}(\\s+\\p{XDigit}{1,2}){0,5}");

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
  private final AlmanacFields fields;
  private final List<String> lines;

  private TrimbleAlmanac(TextFile file) {
    this.file = file;
    fields = new AlmanacFields(file);
    lines = file.lines();
  }

  /**
   * Returns whether a text begins like such a file: with numbers of satellites, and their health
   * below.
   */
  static boolean begins(String firstLine, String secondLine) {
    return NUMBERS.matcher(firstLine).matches()
        && HEALTHS.matcher(secondLine).matches()
        && firstLine.split("\\s+", -1).length == secondLine.split("\\s+", -1).length;
  }

  /** Returns the RINEX name of a satellite by its number in such a file. */
  private static Optional<String> prn(int number) {
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

  static List<Entry> read(TextFile file) throws InputFormatException {
    return new TrimbleAlmanac(file).read();
  }

  private List<Entry> read() throws InputFormatException {
    List<Entry> entries = new ArrayList<>();
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
          entries.add(entry(first, column));
        }
        first += FIELDS.length - 1;
      }
    }
    return entries;
  }

  private int columns(int line) {
    int characters = lines.get(line).stripTrailing().length();
    return (characters + COLUMN_CHARACTERS - 1) / COLUMN_CHARACTERS;
  }

  private Entry entry(int first, int column) throws InputFormatException {
    GPSAlmanac almanac = new GPSAlmanac(OrekitContext.timeScales(), SatelliteSystem.GPS);
    Field number = field(first, 0, column);
    almanac.setPRN(fields.whole(number, 999));
    almanac.setHealth(health(field(first, 1, column)));
    almanac.setE(fields.eccentricity(field(first, 2, column)));
    almanac.setSqrtA(fields.sqrtA(field(first, 3, column)));
    almanac.setOmega0(radians(field(first, 4, column)));
    almanac.setPa(radians(field(first, 5, column)));
    almanac.setM0(radians(field(first, 6, column)));
    almanac.setTime(fields.secondsOfWeek(field(first, 7, column)));
    double offsetDegrees = fields.decimal(field(first, 8, column), -54, 126, " degrees");
    almanac.setI0(Math.toRadians(REFERENCE_INCLINATION_DEGREES + offsetDegrees));
    double degreesIn1000s = fields.decimal(field(first, 9, column), -1, 1, " degrees in 1000 s");
    almanac.setOmegaDot(Math.toRadians(degreesIn1000s) / 1000);
    almanac.setWeek(fields.whole(field(first, 12, column), 9_999));
    return new Entry(number, prn(almanac.getPRN()), almanac);
  }

  private double radians(Field field) throws InputFormatException {
    return Math.toRadians(fields.decimal(field, -360, 360, " degrees"));
  }

  private int health(Field field) throws InputFormatException {
    if (field.text().matches("\\p{XDigit}{1,2}")) {
      return Integer.parseInt(field.text(), 16);
    }
    throw fields.problem(field, "00 to ff");
  }

  private Field field(int first, int row, int column) {
    String line = lines.get(first + row);
    int begin = Math.min(column * COLUMN_CHARACTERS, line.length());
    int end = Math.min(begin + COLUMN_CHARACTERS, line.length());
    return new Field(
        first + row + 1,
        column * COLUMN_CHARACTERS + 1,
        FIELDS[row],
        line.substring(begin, end).strip());
  }
}
