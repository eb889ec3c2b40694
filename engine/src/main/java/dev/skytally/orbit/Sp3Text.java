package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of SP3, checked and changed where Orekit 13.1.8 would misread or reject it. */
final class Sp3Text {
  /** Five columns for the data used, whose content varies between centres (TRACK). */
  private static final int DATA_USED_COLUMN = 40;

  /** The number that the versions a to c require and version d allows. */
  private static final int COMMENTS = 4;

  /** The number of satellites, of three columns each, in a header line that begins with a plus. */
  private static final int FIRST_SATELLITE_COLUMN = 9;

  private static final int SATELLITE_COLUMNS = 3;
  private static final int AFTER_SATELLITES_COLUMN =
      FIRST_SATELLITE_COLUMN + 17 * SATELLITE_COLUMNS;

  /** A letter (none for GPS) and a number of at most two digits. */
  private static final Pattern SATELLITE = Pattern.compile("[A-Z ][0-9 ][0-9]");

  /** The year in the first line and in the line of an epoch. */
  private static final Pattern YEAR = Pattern.compile("\\s*(?:#[a-z][PV]|\\*)\\s*(\\S+).*");

  private Sp3Text() {}

  static boolean begins(String line) {
    return isOfTheFirstVersion(line)
        || (line.length() > 2
            && line.charAt(0) == '#'
            && Character.isLowerCase(line.charAt(1))
            && (line.charAt(2) == 'P' || line.charAt(2) == 'V'));
  }

  /**
   * Returns whether a line begins the format before version a, which differs only in two blank
   * columns.
   */
  private static boolean isOfTheFirstVersion(String line) {
    return line.startsWith("#  ") && line.length() > 3 && Character.isDigit(line.charAt(3));
  }

  /**
   * Returns the lines prepared for Orekit.
   *
   * @throws InputFormatException if the header lists a satellite without a valid identifier, if an
   *     epoch occurs twice or is outside the years of satellite navigation, or if a satellite has
   *     two positions at an epoch
   */
  static KeptLines of(TextFile file) throws InputFormatException {
    requireSatellites(file);
    requireOnePositionAtEachEpoch(file);
    KeptLines kept = new KeptLines();
    boolean isFirst = true;
    boolean isHeader = true;
    for (String line : file.lines()) {
      boolean isComment = line.startsWith("/*") || line.startsWith("%/*");
      if (line.isBlank() || (isComment && isHeader)) {
        kept.drop();
      } else if (isFirst) {
        kept.keep(firstLine(line.strip()));
        isFirst = false;
      } else {
        if (isHeader && line.startsWith("*")) {
          for (int i = 0; i < COMMENTS; i++) {
            kept.add("/*");
          }
          isHeader = false;
        }
        kept.keep(line);
      }
    }
    return kept;
  }

  private static void requireSatellites(TextFile file) throws InputFormatException {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (!line.startsWith("+ ")) {
        continue;
      }
      int end = Math.min(line.length(), AFTER_SATELLITES_COLUMN);
      for (int from = FIRST_SATELLITE_COLUMN; from < end; from += SATELLITE_COLUMNS) {
        String satellite = line.substring(from, Math.min(end, from + SATELLITE_COLUMNS));
        if (!satellite.isBlank() && !SATELLITE.matcher(satellite).matches()) {
          throw file.problem(
              number,
              from + 1,
              "satellite %s, expected a letter and a number such as G05"
                  .formatted(TextFile.quoted(satellite)));
        }
      }
    }
  }

  private static void requireOnePositionAtEachEpoch(TextFile file) throws InputFormatException {
    Set<String> placed = new HashSet<>();
    String epoch = "";
    int number = 0;
    for (String line : file.lines()) {
      number++;
      Matcher year = YEAR.matcher(line);
      if (year.matches()) {
        requireYear(file, number, year.group(1));
        if (line.equals(epoch)) {
          throw file.problem(number, 0, "the same epoch as before, expected a later one");
        }
        epoch = line;
        placed.clear();
      } else if (line.startsWith("P") && line.length() > 3 && !placed.add(line.substring(1, 4))) {
        throw file.problem(
            number,
            1,
            "second position of %s at this epoch, expected one"
                .formatted(TextFile.quoted(line.substring(1, 4).strip())));
      }
    }
  }

  private static void requireYear(TextFile file, int number, String year)
      throws InputFormatException {
    if (!year.matches("\\d{4}")
        || Integer.parseInt(year) < OrekitContext.FIRST_YEAR
        || Integer.parseInt(year) > OrekitContext.LAST_YEAR) {
      throw file.problem(
          number,
          0,
          "year %s, expected %s to %s"
              .formatted(TextFile.quoted(year), OrekitContext.FIRST_YEAR, OrekitContext.LAST_YEAR));
    }
  }

  private static String firstLine(String line) {
    String versioned = isOfTheFirstVersion(line) ? "#aP" + line.substring(3) : line;
    if (versioned.length() < DATA_USED_COLUMN + 5) {
      return versioned;
    }
    return versioned.substring(0, DATA_USED_COLUMN)
        + "ORBIT"
        + versioned.substring(DATA_USED_COLUMN + 5);
  }
}
