package dev.skytally.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines are of the bundled snapshot of 2022-06-16. */
class TleReaderTest {
  private static final String NAME = "GPS BIIR-2  (PRN 13)";
  private static final String LINE_1 =
      "1 24876U 97035A   22166.36794129  .00000059  00000+0  00000+0 0  9991";
  private static final String LINE_2 =
      "2 24876  55.5113 155.7549 0058190  51.0303 309.4739  2.00563182182610";
  private static final List<String> GOOD =
      List.of(
          "GPS BIIR-4  (PRN 20)",
          "1 26360U 00025A   22166.49330454 -.00000046  00000+0  00000+0 0  9992",
          "2 26360  54.0564  78.9469 0047719 184.0302 355.4076  2.00572310161932");

  @Test
  void everyFieldIsReadFromItsColumns() throws IOException {
    String line1 = "1 25544C 98067A   20336.50000001  .00001264 -11606-4  12345-3 0  9990";
    String line2 = "2 25544  51.6456 130.1325 0001234 100.0000 260.5000 15.49180547 29280";
    ElementSet set = only("ISS (ZARYA)", checked(line1), checked(line2));
    assertEquals(25544, set.catalogNumber());
    assertEquals("ISS (ZARYA)", set.name());
    assertEquals('C', set.classification());
    assertEquals("1998-067A", set.internationalDesignator());
    assertEquals(Instant.parse("2020-12-01T12:00:00.000864Z"), set.epoch());
    assertEquals(.00001264, set.meanMotionDotRevolutionsPerDaySquared());
    assertEquals(-.11606e-4, set.meanMotionDdotRevolutionsPerDayCubed());
    assertEquals(.12345e-3, set.bstarPerEarthRadius());
    assertEquals(999, set.elementSetNumber());
    assertEquals(51.6456, set.inclinationDegrees());
    assertEquals(130.1325, set.rightAscensionDegrees());
    assertEquals(.0001234, set.eccentricity());
    assertEquals(100, set.argumentOfPerigeeDegrees());
    assertEquals(260.5, set.meanAnomalyDegrees());
    assertEquals(15.49180547, set.meanMotionRevolutionsPerDay());
    assertEquals(2928, set.revolutionNumber());
    assertEquals("ISS (ZARYA)\n" + checked(line1) + "\n" + checked(line2), set.text());
  }

  @Test
  void namesAreOptionalAndMayBeMarkedWithZero() throws IOException {
    assertEquals("", only(LINE_1, LINE_2).name());
    assertEquals(NAME, only(NAME, LINE_1, LINE_2).name());
    assertEquals(NAME, only("0 " + NAME, LINE_1, LINE_2).name());
    Snapshot mixed = read(LINE_1, LINE_2, GOOD.get(0), GOOD.get(1), GOOD.get(2), LINE_1, LINE_2);
    assertEquals(
        List.of("", "GPS BIIR-4  (PRN 20)", ""),
        mixed.elementSets().stream().map(ElementSet::name).toList());
    assertEquals(List.of(), mixed.problems());
  }

  @Test
  void controlCharactersInANameAreNotPassedOn() throws IOException {
    assertEquals("A\\u001b[31mB", only("A\u001B[31mB", LINE_1, LINE_2).name());
  }

  @Test
  void carriageReturnsTrailingBlanksBlankLinesAndCommentsDoNotMatter() throws IOException {
    String text =
        "# made by hand\r\n\r\n" + NAME + "  \r\n" + LINE_1 + "\t \r\n\r\n" + LINE_2 + "\r\n\r\n";
    Snapshot snapshot = ElementSetReader.read(TextFile.of("x.tle", text));
    assertEquals(List.of(), snapshot.problems());
    assertEquals(NAME + "\n" + LINE_1 + "\n" + LINE_2, snapshot.elementSets().get(0).text());
  }

  @ParameterizedTest
  @CsvSource({
    "A0000, 100000",
    "H9999, 179999",
    "J0000, 180000",
    "N0000, 220000",
    "P0000, 230000",
    "Z9999, 339999",
    "'    5', 5",
    "'5    ', 5",
    "00005, 5"
  })
  void catalogNumbersMayBeAlpha5OrPaddedWithBlanks(String columns, int expected)
      throws IOException {
    ElementSet set = only(edit(LINE_1, 3, columns), edit(LINE_2, 3, columns));
    assertEquals(expected, set.catalogNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"I0000", "O0000", "a0000", "A 001", "     ", "00000", "1 234", "-1234"})
  void otherCatalogNumbersAreRefused(String columns) throws IOException {
    assertEquals(
        "x.tle, line 1, column 3: catalogue number (columns 3 to 7) is \""
            + columns
            + "\", expected 1 to 99999 or A0000 to Z9999",
        reasonFor(edit(LINE_1, 3, columns), edit(LINE_2, 3, columns)));
  }

  @ParameterizedTest
  @CsvSource({
    "57001.00000000, 1957-01-01T00:00:00Z",
    "99365.00000000, 1999-12-31T00:00:00Z",
    "00366.00000000, 2000-12-31T00:00:00Z",
    "56366.99999999, 2056-12-31T23:59:59.999136Z",
    "22  1.50000000, 2022-01-01T12:00:00Z",
    "' 8001.5       ', 2008-01-01T12:00:00Z"
  })
  void epochIsExact(String columns, Instant expected) throws IOException {
    assertEquals(expected, only(edit(LINE_1, 19, columns), LINE_2).epoch());
  }

  @ParameterizedTest
  @CsvSource({
    "22366.00000000, ', day 1 to 365'",
    "20367.00000000, ', day 1 to 366'",
    "22000.00000000, ', day 1 to 365'",
    "22166a00000000, ''",
    "22166.0000x000, ''",
    "2x166.00000000, ''"
  })
  void otherEpochsAreRefused(String columns, String more) throws IOException {
    assertEquals(
        "x.tle, line 1, column 19: epoch (columns 19 to 32) is \""
            + columns
            + "\", expected year and day as 22166.36794129"
            + more,
        reasonFor(edit(LINE_1, 19, columns), LINE_2));
  }

  @ParameterizedTest
  @CsvSource({
    "' .00000059', .00000059",
    "'-.00000048', -.00000048",
    "'+.00000048', .00000048",
    "'0.00000048', .00000048",
    "' -.0001234', -.0001234",
    "' .0000005 ', .0000005"
  })
  void firstDerivativeMayBeWrittenInManyWays(String columns, double expected) throws IOException {
    assertEquals(
        expected, only(edit(LINE_1, 34, columns), LINE_2).meanMotionDotRevolutionsPerDaySquared());
  }

  @ParameterizedTest
  @CsvSource({
    "' 00000+0', 0",
    "' 00000-0', 0",
    "'+00000-0', 0",
    "'+12345-3', 12.345e-5",
    "'-12345-9', -.12345e-9",
    "' 12345+2', 12.345",
    "'-12345+7', -1234500",
    "'     1-0', .00001"
  })
  void exponentsAreReadAsPublished(String columns, double expected) throws IOException {
    assertEquals(expected, only(edit(LINE_1, 54, columns), LINE_2).bstarPerEarthRadius());
  }

  @ParameterizedTest
  @ValueSource(strings = {" 12345 3", " 1234 -3", " 1234-3 ", "x12345-3", "        ", "     NaN"})
  void otherExponentsAreRefused(String columns) throws IOException {
    assertEquals(
        "x.tle, line 1, column 54: drag term B* (columns 54 to 61) is \""
            + columns
            + "\", expected five digits and an exponent as 12345-3",
        reasonFor(edit(LINE_1, 54, columns), LINE_2));
  }

  @Test
  void designatorMayBeBlankAndOldOnesBelongToTheLastCentury() throws IOException {
    assertEquals("", only(edit(LINE_1, 10, "        "), LINE_2).internationalDesignator());
    assertEquals("1958-002B", designator("58002B  "));
    assertEquals("2019-029BFZ", designator("19029BFZ"));
    assertEquals("1957-001AZ", designator("57001AZ "));
    assertEquals("2056-001A", designator("56001A  "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "97035   ",
        "97035a  ",
        "970351  ",
        "97035@  ",
        "97035[  ",
        "9703 A  ",
        "x7035A  "
      })
  void otherDesignatorsAreRefused(String columns) throws IOException {
    assertEquals(
        "x.tle, line 1, column 10: international designator (columns 10 to 17) is \""
            + columns
            + "\", expected launch year, number and piece as 97035A",
        reasonFor(edit(LINE_1, 10, columns), LINE_2));
  }

  private static String designator(String columns) throws IOException {
    return only(edit(LINE_1, 10, columns), LINE_2).internationalDesignator();
  }

  @Test
  void wrongChecksumIsRefused() throws IOException {
    assertEquals(
        "x.tle, line 2, column 69: checksum is 7, expected 1",
        reasonFor(NAME, LINE_1.substring(0, 68) + "7", LINE_2));
    assertEquals(
        "x.tle, line 3, column 69: checksum is x, expected 0",
        reasonFor(NAME, LINE_1, LINE_2.substring(0, 68) + "x"));
  }

  @Test
  void truncatedLineIsRefused() throws IOException {
    assertEquals(
        "x.tle, line 3, column 45: TLE line 2 has 44 characters, expected 69: \""
            + LINE_2.substring(0, 44)
            + "\"",
        reasonFor(NAME, LINE_1, LINE_2.substring(0, 44)));
  }

  @Test
  void overlongLineIsRefusedAndQuotedInPart() throws IOException {
    String tooLong = LINE_1 + "x".repeat(1000);
    assertEquals(
        "x.tle, line 1, column 70: TLE line 1 has 1069 characters, expected 69: \""
            + LINE_1
            + "xxxxxxxxxxx...\"",
        reasonFor(tooLong, LINE_2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 9|'     NaN'|inclination (columns 9 to 16)|0 to 180 degrees",
        " 9|'180.0001'|inclination (columns 9 to 16)|0 to 180 degrees",
        " 9|' -0.0001'|inclination (columns 9 to 16)|0 to 180 degrees",
        " 9|'      55'|inclination (columns 9 to 16)|0 to 180 degrees",
        " 9|'       .'|inclination (columns 9 to 16)|0 to 180 degrees",
        " 9|'  5.5.11'|inclination (columns 9 to 16)|0 to 180 degrees",
        "18|'360.0001'|right ascension of the ascending node (columns 18 to 25)|0 to 360 degrees",
        "27|'    NaN'|eccentricity (columns 27 to 33)|7 digits",
        "27|'-058190'|eccentricity (columns 27 to 33)|7 digits",
        "27|'05819  '|eccentricity (columns 27 to 33)|7 digits",
        "35|'Infinity'|argument of perigee (columns 35 to 42)|0 to 360 degrees",
        "44|'        '|mean anomaly (columns 44 to 51)|0 to 360 degrees",
        "53|' 0.00499999'|mean motion (columns 53 to 63)|0.005 to 20 revolutions a day",
        "53|'20.00000001'|mean motion (columns 53 to 63)|0.005 to 20 revolutions a day",
        "64|'1x261'|revolution number (columns 64 to 68)|a whole number"
      })
  void numberOutOfRangeIsRefused(int column, String columns, String field, String expected)
      throws IOException {
    assertEquals(
        "x.tle, line 2, column %s: %s is \"%s\", expected %s"
            .formatted(column, field, columns, expected),
        reasonFor(LINE_1, edit(LINE_2, column, columns)));
  }

  @ParameterizedTest
  @CsvSource({"'   0.0000', 0", "'180.0000', 180"})
  void inclinationMayBeAtEitherEnd(String columns, double expected) throws IOException {
    String column9 = columns.substring(columns.length() - 8);
    assertEquals(expected, only(LINE_1, edit(LINE_2, 9, column9)).inclinationDegrees());
  }

  @Test
  void numberThatSpillsIntoTheNextColumnIsRefused() throws IOException {
    assertEquals(
        "x.tle, line 2, column 34: found \"4\", expected a blank",
        reasonFor(LINE_1, edit(LINE_2, 27, "00042154")));
  }

  @Test
  void nonAsciiIsRefused() throws IOException {
    assertEquals(
        "x.tle, line 2, column 12: found \"\u0665\", expected plain ASCII",
        reasonFor(LINE_1, edit(LINE_2, 12, "\u0665")));
  }

  @Test
  void elementsOfAnotherTheoryAreRefused() throws IOException {
    assertEquals(
        "x.tle, line 1, column 63: ephemeris type is 4 (SGP4-XP), expected 0 (SGP4)",
        reasonFor(edit(LINE_1, 63, "4"), LINE_2));
    assertEquals(
        "x.tle, line 1, column 63: ephemeris type (column 63) is \"3\", expected 0 (SGP4)",
        reasonFor(edit(LINE_1, 63, "3"), LINE_2));
  }

  /** Old element sets leave the column blank, or name SGP4 by 2. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "2", " "})
  void elementsOfSgp4MayBeMarkedInThreeWays(String type) throws IOException {
    assertEquals(24876, only(edit(LINE_1, 63, type), LINE_2).catalogNumber());
  }

  @Test
  void linesOfDifferentSatellitesAreRefused() throws IOException {
    assertEquals(
        "x.tle, line 3, column 3: TLE line 2 is of satellite 26360, expected 24876 as in line 1",
        reasonFor(NAME, LINE_1, GOOD.get(2)));
  }

  @Test
  void missingLineCostsOneElementSet() throws IOException {
    assertEquals(
        "x.tle, line 2, column 1: TLE line 2 is missing, expected it after this line 1",
        reasonFor(NAME, LINE_1));
    assertEquals(
        "x.tle, line 2, column 1: TLE line 1 is missing, expected it before this line 2",
        reasonFor(NAME, LINE_2));
  }

  @Test
  void missingLineAtTheEndCostsOneElementSet() throws IOException {
    Snapshot snapshot = read(GOOD.get(0), GOOD.get(1), GOOD.get(2), NAME, LINE_1);
    assertEquals(1, snapshot.elementSets().size());
    assertEquals(
        List.of(
            new ElementSetProblem(
                24876,
                NAME,
                "x.tle, line 5, column 1: TLE line 2 is missing, expected it after this line 1")),
        snapshot.problems());
  }

  @Test
  void numberIsReadFromALineThatEndsAfterIt() throws IOException {
    Snapshot snapshot = read("1 24876", GOOD.get(0), GOOD.get(1), GOOD.get(2));
    assertEquals(24876, snapshot.problems().get(0).catalogNumber());
  }

  @Test
  void nameHasAtMostSixtyCharacters() throws IOException {
    assertEquals("x".repeat(60), only("x".repeat(60), LINE_1, LINE_2).name());
    Snapshot tooLong = read("x".repeat(61), LINE_1, LINE_2);
    assertEquals("", tooLong.elementSets().get(0).name());
    assertEquals(1, tooLong.problems().size());
  }

  @Test
  void strayLineIsReportedAndCostsNothing() throws IOException {
    String stray = "\" belongs to no element set, expected a name and then TLE lines 1 and 2";
    assertEquals("x.tle, line 1, column 1: \"hello" + stray, reasonFor("hello"));
    assertEquals(
        "x.tle, line 1, column 1: \"x" + LINE_1.substring(1) + stray,
        reasonFor("x" + LINE_1.substring(1)));
    Snapshot between = read(NAME, LINE_1, "hello", "again", LINE_2);
    assertEquals(1, between.elementSets().size());
    assertEquals(
        List.of(
            new ElementSetProblem(0, "", "x.tle, line 3, column 1: \"hello" + stray),
            new ElementSetProblem(0, "", "x.tle, line 4, column 1: \"again" + stray)),
        between.problems());
    assertEquals(1, read(NAME, LINE_1, LINE_2, "the end").problems().size());
  }

  @Test
  void problemNamesTheSatelliteAsFarAsItCanBeTold() throws IOException {
    Snapshot snapshot =
        read("0 " + NAME, LINE_1, LINE_2 + "1", GOOD.get(0), GOOD.get(1), GOOD.get(2));
    assertEquals(24876, snapshot.problems().get(0).catalogNumber());
    assertEquals(NAME, snapshot.problems().get(0).name());
  }

  @Test
  void nothingGoodIsAnErrorWithTheFirstProblem() {
    assertEquals(
        "x.tle, line 1, column 69: checksum is 7, expected 1 (and 1 more)",
        refusal(LINE_1.substring(0, 68) + "7", LINE_2, NAME).getMessage());
    assertEquals(
        "x.tle, line 1, column 69: checksum is 7, expected 1",
        refusal(LINE_1.substring(0, 68) + "7", LINE_2).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"No GP data found", "<!DOCTYPE html>", "{broken", "[3]", "%PDF-1.7"})
  void somethingElseIsRefusedAsAWhole(String text) {
    assertEquals(
        "x.tle: begins with \""
            + text
            + "\", expected element sets as lines (TLE) or as OMM in JSON, CSV, XML or KVN",
        refusal(text, "and so on").getMessage());
  }

  /** What is wrong with lines that come before a good element set, which must survive. */
  private static String reasonFor(String... lines) throws IOException {
    Snapshot snapshot = read(String.join("\n", lines) + "\n" + String.join("\n", GOOD));
    assertEquals(
        List.of(String.join("\n", GOOD)),
        snapshot.elementSets().stream().map(ElementSet::text).toList());
    assertEquals(1, snapshot.problems().size(), () -> snapshot.problems().toString());
    return snapshot.problems().get(0).reason();
  }

  private static ElementSet only(String... lines) throws IOException {
    Snapshot snapshot = read(lines);
    assertEquals(List.of(), snapshot.problems());
    assertEquals(1, snapshot.elementSets().size());
    return snapshot.elementSets().get(0);
  }

  private static InputFormatException refusal(String... lines) {
    return assertThrows(InputFormatException.class, () -> read(lines));
  }

  private static Snapshot read(String... lines) throws IOException {
    return ElementSetReader.read(TextFile.of("x.tle", String.join("\n", lines) + "\n"));
  }

  private static String edit(String line, int column, String replacement) {
    int end = column - 1 + replacement.length();
    return checked(line.substring(0, column - 1) + replacement + line.substring(end));
  }

  /** The line with its checksum made right. */
  private static String checked(String line) {
    String body = line.substring(0, 68);
    int sum =
        body.replace('-', '1').chars().filter(c -> c >= '0' && c <= '9').map(c -> c - '0').sum();
    return body + sum % 10;
  }
}
