package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.AlmanacFields.Field;
import dev.skytally.orbit.AlmanacReader.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.orekit.gnss.SatelliteSystem;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;

/**
 * A reader of YUMA almanacs: for each satellite, a heading and 13 lines of a name and a number.
 *
 * <p>Orekit's parser is not used because it skips unknown lines and cannot say where it fails.
 */
final class YumaAlmanac {
  private static final double MOST_RADIANS = 6.3;

  /** The beginnings of the field names, since some software abbreviates the names. */
  private static final List<String> NAMES =
      List.of(
          "id",
          "health",
          "eccentricity",
          "time",
          "orbital",
          "rate",
          "sqrt",
          "right",
          "argument",
          "mean",
          "af0",
          "af1",
          "week");

  private final TextFile file;
  private final AlmanacFields fields;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Field> record = new LinkedHashMap<>();
  private int heading;

  private YumaAlmanac(TextFile file) {
    this.file = file;
    fields = new AlmanacFields(file);
  }

  static boolean isHeading(String line) {
    return line.toLowerCase(Locale.ROOT).contains("almanac for prn");
  }

  static List<Entry> read(TextFile file) throws InputFormatException {
    return new YumaAlmanac(file).read();
  }

  private List<Entry> read() throws InputFormatException {
    List<String> lines = file.lines();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (isHeading(line)) {
        finish();
        heading = number;
      } else if (!line.isEmpty()) {
        add(number, line);
      }
    }
    finish();
    return entries;
  }

  private void add(int number, String line) throws InputFormatException {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).strip();
    String key =
        NAMES.stream().filter(name.toLowerCase(Locale.ROOT)::startsWith).findFirst().orElse("");
    if (key.isEmpty()) {
      throw file.problem(
          number,
          0,
          TextFile.quoted(line)
              + " is not a field of a YUMA almanac, expected for example \"ID: 05\"");
    }
    String text = line.substring(colon + 1).strip();
    if (record.put(key, new Field(number, 0, TextFile.printable(name), text)) != null) {
      throw file.problem(number, 0, "%s occurs twice, expected once".formatted(name));
    }
  }

  private void finish() throws InputFormatException {
    if (heading == 0) {
      return;
    }
    for (String name : NAMES) {
      if (!record.containsKey(name)) {
        throw file.problem(
            heading,
            0,
            "the satellite has no field \"%s\", expected %s fields below this line"
                .formatted(name, NAMES.size()));
      }
    }
    GPSAlmanac almanac = new GPSAlmanac(OrekitContext.timeScales(), SatelliteSystem.GPS);
    almanac.setPRN(fields.whole(field("id"), 999));
    almanac.setHealth(fields.whole(field("health"), 999));
    almanac.setE(fields.eccentricity(field("eccentricity")));
    almanac.setTime(fields.secondsOfWeek(field("time")));
    almanac.setI0(radians("orbital"));
    almanac.setOmegaDot(fields.decimal(field("rate"), -1, 1, " r/s"));
    almanac.setSqrtA(fields.sqrtA(field("sqrt")));
    almanac.setOmega0(radians("right"));
    almanac.setPa(radians("argument"));
    almanac.setM0(radians("mean"));
    almanac.setWeek(fields.whole(field("week"), 9_999));
    entries.add(new Entry(field("id"), prn(almanac.getPRN()), almanac));
    record.clear();
  }

  private Field field(String name) {
    return Objects.requireNonNull(record.get(name));
  }

  private double radians(String name) throws InputFormatException {
    return fields.decimal(field(name), -MOST_RADIANS, MOST_RADIANS, " radians");
  }

  /**
   * Returns the RINEX name for a number of the interface specification IS-GPS-200, section 3.2.1.3.
   */
  private static Optional<String> prn(int number) {
    if (number >= 1 && number <= 32) {
      return Optional.of(OrbitFile.prn('G', number));
    }
    if (number >= 120 && number <= 158) {
      return Optional.of(OrbitFile.prn('S', number - 100));
    }
    return number >= OrbitFile.FIRST_QZSS_PRN && number <= 202
        ? Optional.of(OrbitFile.prn('J', number))
        : Optional.empty();
  }
}
