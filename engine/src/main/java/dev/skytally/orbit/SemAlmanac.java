package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.AlmanacFields.Field;
import dev.skytally.orbit.AlmanacReader.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orekit.gnss.SatelliteSystem;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;

/**
 * A reader of SEM almanacs: the number of satellites and a name, a week and its second, then eight
 * lines for each satellite. Angles are in semicircles as in the interface specification IS-GPS-200.
 * The inclination is an offset from 0.3 semicircles, which applies only to GPS.
 *
 * <p>Orekit's parser is not used because it cannot say where it fails.
 */
final class SemAlmanac {
  private static final double PI = 3.1415926535898;
  private static final double REFERENCE_INCLINATION_SEMICIRCLES = 0.3;
  private static final int LINES_PER_SATELLITE = 8;

  private final TextFile file;
  private final AlmanacFields fields;
  private final List<String> lines;

  /** The index of the next line. */
  private int next;

  private SemAlmanac(TextFile file) {
    this.file = file;
    fields = new AlmanacFields(file);
    lines = file.lines();
  }

  /**
   * Returns whether a text begins with a number of records and a name, then a week and its second.
   */
  static boolean begins(String firstLine, String secondLine) {
    return firstLine.matches("\\d{1,9}\\s+\\S.*")
        && secondLine.matches("\\d{1,4}\\s+\\d{1,6}(\\.0*)?");
  }

  static List<Entry> read(TextFile file) throws InputFormatException {
    return new SemAlmanac(file).read();
  }

  private List<Entry> read() throws InputFormatException {
    int satellites = fields.whole(next("number of satellites")[0], 999);
    Field[] time = next("week", "time of applicability");
    int week = fields.whole(time[0], 9_999);
    double secondsOfWeek = fields.secondsOfWeek(time[1]);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < satellites; i++) {
      Entry entry = entry();
      entry.elements().setWeek(week);
      entry.elements().setTime(secondsOfWeek);
      entries.add(entry);
    }
    skipBlankLines();
    if (next < lines.size()) {
      throw file.problem(
          next + 1, 0, "goes on, expected the %s satellites of line 1".formatted(satellites));
    }
    return entries;
  }

  private Entry entry() throws InputFormatException {
    GPSAlmanac almanac = new GPSAlmanac(OrekitContext.timeScales(), SatelliteSystem.GPS);
    Field number = next("PRN")[0];
    almanac.setPRN(fields.whole(number, 999));
    almanac.setSVN(fields.whole(next("SVN")[0], 999));
    almanac.setURA(fields.whole(next("URA")[0], 15));
    Field[] shape = next("eccentricity", "inclination offset", "rate of the node");
    almanac.setE(fields.eccentricity(shape[0]));
    almanac.setI0(PI * (REFERENCE_INCLINATION_SEMICIRCLES + semicircles(shape[1])));
    almanac.setOmegaDot(PI * semicircles(shape[2]));
    Field[] size =
        next("square root of the semi-major axis", "longitude of the node", "argument of perigee");
    almanac.setSqrtA(fields.sqrtA(size[0]));
    almanac.setOmega0(PI * semicircles(size[1]));
    almanac.setPa(PI * semicircles(size[2]));
    almanac.setM0(PI * semicircles(next("mean anomaly", "clock offset", "clock drift")[0]));
    almanac.setHealth(fields.whole(next("health")[0], 255));
    almanac.setSatConfiguration(fields.whole(next("configuration")[0], 15));
    return new Entry(number, prn(almanac.getPRN()), almanac);
  }

  private static Optional<String> prn(int number) {
    return number >= 1 && number <= 32 ? Optional.of(OrbitFile.prn('G', number)) : Optional.empty();
  }

  private double semicircles(Field field) throws InputFormatException {
    return fields.decimal(field, -2, 2, " semicircles");
  }

  /** Returns the fields of the next line that is not blank. The rest of the line is a comment. */
  private Field[] next(String... names) throws InputFormatException {
    skipBlankLines();
    if (next == lines.size()) {
      throw file.problem(
          lines.size(),
          0,
          "the file ends before %s, expected %s lines for each satellite of line 1"
              .formatted(names[0], LINES_PER_SATELLITE));
    }
    String line = lines.get(next).strip();
    next++;
    String[] tokens = line.split("\\s+", names.length + 1);
    Field[] found = new Field[names.length];
    for (int i = 0; i < names.length; i++) {
      found[i] = new Field(next, 0, names[i], i < tokens.length ? tokens[i] : "");
    }
    return found;
  }

  private void skipBlankLines() {
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
  }
}
