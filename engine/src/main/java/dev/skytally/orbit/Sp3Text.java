package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of SP3, checked and changed where Orekit 13.1.8 would misread or reject it. */
final class Sp3Text {
  /** What precedes the data used, five columns, in the first line. */
  private static final Pattern BEFORE_DATA_USED = Pattern.compile("\\A(\\s*#.{39}).{5}");

  /** The year in the first line, and in the line of an epoch. */
  private static final Pattern YEAR = Pattern.compile("\\s*(?:#[a-z][PV]|\\*)\\s*(\\S+).*");

  private Sp3Text() {}

  /**
   * The text as Orekit is to read it. Orekit rejects all but some words for the data used, though
   * centres choose theirs, for example {@code TRACK}.
   *
   * @throws InputFormatException if an epoch comes twice or is in no year of satellite navigation,
   *     or if a satellite has two positions at an epoch
   */
  static TextFile of(TextFile file) throws InputFormatException {
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
    return TextFile.of(
        file.source(), BEFORE_DATA_USED.matcher(file.text()).replaceFirst("$1ORBIT"));
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
}
