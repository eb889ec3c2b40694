package dev.skytally.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.files.ccsds.ndm.odm.omm.Omm;
import org.orekit.time.AbsoluteDate;

class OmmReadersTest {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double A_FEW_ROUNDINGS = 1e-15;
  private static final double ONE_NANOSECOND = 1e-9;

  /** The formats of a whole file that catalogues publish. */
  enum Syntax {
    JSON {
      @Override
      String file(List<Map<String, String>> sets) {
        return sets.stream().map(OmmText::json).collect(Collectors.joining(",", "[", "]"));
      }
    },
    JSON_OF_STRINGS {
      @Override
      String file(List<Map<String, String>> sets) {
        return sets.stream()
            .map(OmmText::jsonOfStrings)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
      }
    },
    CSV {
      @Override
      String file(List<Map<String, String>> sets) {
        return sets.stream()
            .map(OmmText::csvRow)
            .collect(Collectors.joining("\r\n", OmmText.csvHeader(sets.get(0)) + "\r\n", "\r\n"));
      }
    },
    XML {
      @Override
      String file(List<Map<String, String>> sets) {
        return sets.stream()
            .map(OmmText::xml)
            .collect(
                Collectors.joining(
                    "\r\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<ndm>", "</ndm>\r\n"));
      }
    },
    KVN {
      @Override
      String file(List<Map<String, String>> sets) {
        return sets.stream().map(OmmText::kvn).collect(Collectors.joining("\n"));
      }
    };

    abstract String file(List<Map<String, String>> sets);
  }

  private static List<ElementSet> bundled() {
    return BundledSnapshots.dates().stream()
        .flatMap(date -> BundledSnapshots.load(date).elementSets().stream())
        .toList();
  }

  private static Map<String, String> one() {
    return OmmText.keywords(BundledSnapshots.load(LocalDate.of(2022, 6, 16)).elementSets().get(0));
  }

  @ParameterizedTest
  @EnumSource
  void everySyntaxSaysWhatTheLinesSay(Syntax syntax) throws IOException {
    List<ElementSet> expected = bundled();
    Snapshot snapshot = read(syntax.file(expected.stream().map(OmmText::keywords).toList()));
    assertEquals(List.of(), snapshot.problems());
    assertEquals(expected.size(), snapshot.elementSets().size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(fields(expected.get(i)), fields(snapshot.elementSets().get(i)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void elementSetIsReadAgainFromItsOwnText(Syntax syntax) throws IOException {
    List<Map<String, String>> sets = bundled().stream().map(OmmText::keywords).toList();
    for (ElementSet set : read(syntax.file(sets)).elementSets()) {
      ElementSet again = read(set.text()).elementSets().get(0);
      assertEquals(fields(set), fields(again));
      assertEquals(set.text(), again.text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void catalogNumbersMayHaveNineDigits(Syntax syntax) throws IOException {
    Map<String, String> set = with("NORAD_CAT_ID", "799500123");
    assertEquals(799_500_123, read(syntax.file(List.of(set))).elementSets().get(0).catalogNumber());
  }

  @ParameterizedTest
  @EnumSource
  void badMessageCostsOneElementSet(Syntax syntax) throws IOException {
    Snapshot snapshot =
        read(syntax.file(List.of(one(), with("INCLINATION", "180.5"), one(), one())));
    assertEquals(3, snapshot.elementSets().size());
    assertEquals(1, snapshot.problems().size());
    ElementSetProblem problem = snapshot.problems().get(0);
    assertEquals(24876, problem.catalogNumber());
    assertEquals("GPS BIIR-2  (PRN 13)", problem.name());
    assertTrue(
        problem.reason().endsWith("INCLINATION is \"180.5\", expected 0 to 180 degrees"),
        problem::reason);
  }

  @Test
  void orekitReadsTheSameNumbersFromKvn() throws IOException {
    for (ElementSet set : bundled()) {
      String kvn = OmmText.kvn(OmmText.keywords(set));
      assertSameAsOrekit(OrekitReference.kvn(kvn), read(kvn).elementSets().get(0));
    }
  }

  @Test
  void orekitReadsTheSameNumbersFromXml() throws IOException {
    String xml = Syntax.XML.file(bundled().stream().map(OmmText::keywords).toList());
    List<Omm> expected = OrekitReference.xml(xml);
    List<ElementSet> actual = read(xml).elementSets();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < actual.size(); i++) {
      assertSameAsOrekit(expected.get(i), actual.get(i));
    }
  }

  private static void assertSameAsOrekit(Omm expected, ElementSet actual) {
    var elements = expected.getData().getKeplerianElementsBlock();
    var tle = expected.getData().getTLEBlock();
    double radiansPerSecond = 2 * Math.PI / SECONDS_PER_DAY;
    assertEquals(tle.getNoradID(), actual.catalogNumber());
    assertEquals(expected.getMetadata().getObjectName(), actual.name().replaceAll(" +", " "));
    assertEquals(expected.getMetadata().getObjectID(), actual.internationalDesignator());
    assertEquals(tle.getClassificationType(), actual.classification());
    assertEquals(tle.getElementSetNumber(), actual.elementSetNumber());
    assertEquals(tle.getRevAtEpoch(), actual.revolutionNumber());
    assertEquals(
        0,
        new AbsoluteDate(actual.epoch(), OrekitReference.utc()).durationFrom(elements.getEpoch()),
        ONE_NANOSECOND);
    assertClose(elements.getMeanMotion(), actual.meanMotionRevolutionsPerDay() * radiansPerSecond);
    assertClose(elements.getE(), actual.eccentricity());
    assertClose(elements.getI(), FastMath.toRadians(actual.inclinationDegrees()));
    assertClose(elements.getRaan(), FastMath.toRadians(actual.rightAscensionDegrees()));
    assertClose(elements.getPa(), FastMath.toRadians(actual.argumentOfPerigeeDegrees()));
    assertClose(elements.getAnomaly(), FastMath.toRadians(actual.meanAnomalyDegrees()));
    assertClose(tle.getBStar(), actual.bstarPerEarthRadius());
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, A_FEW_ROUNDINGS * (1 + Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-01T12:34:56.789012, 2020-12-01T12:34:56.789012Z",
    "2020-12-01T12:34:56.789012Z, 2020-12-01T12:34:56.789012Z",
    "2020-12-01T12:34:56, 2020-12-01T12:34:56Z",
    "2020-366T00:00:00.5, 2020-12-31T00:00:00.500Z",
    "2020-366T00:00:00Z, 2020-12-31T00:00:00Z"
  })
  void epochMayBeADateOrADayOfTheYear(String text, Instant expected) throws IOException {
    assertEquals(expected, read(OmmText.json(with("EPOCH", text))).elementSets().get(0).epoch());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPOCH|2021-366T00:00:00|a time in UTC as 2020-12-01T12:34:56.789",
        "EPOCH|2021-02-29T00:00:00|a time in UTC as 2020-12-01T12:34:56.789",
        "EPOCH|2021-02-28T24:00:01|a time in UTC as 2020-12-01T12:34:56.789",
        "EPOCH|2-020336T00:00:00|a time in UTC as 2020-12-01T12:34:56.789",
        "EPOCH|yesterday|a time in UTC as 2020-12-01T12:34:56.789",
        "MEAN_MOTION|0.0049|0.005 to 20 revolutions a day",
        "MEAN_MOTION|20.1|0.005 to 20 revolutions a day",
        "MEAN_MOTION|0x1p1|0.005 to 20 revolutions a day",
        "MEAN_MOTION|2d|0.005 to 20 revolutions a day",
        "ECCENTRICITY|1|at least 0 and below 1",
        "ECCENTRICITY|-1E-9|at least 0 and below 1",
        "INCLINATION|NaN|0 to 180 degrees",
        "INCLINATION|55,5|0 to 180 degrees",
        "RA_OF_ASC_NODE|360.001|0 to 360 degrees",
        "ARG_OF_PERICENTER|-1|0 to 360 degrees",
        "MEAN_ANOMALY|Infinity|0 to 360 degrees",
        "BSTAR|1E999|a decimal number",
        "MEAN_MOTION_DOT|-Infinity|a decimal number",
        "MEAN_MOTION_DDOT|none|a decimal number",
        "NORAD_CAT_ID|0|1 to 999999999",
        "NORAD_CAT_ID|1234567890|1 to 999999999",
        "NORAD_CAT_ID|A0001|1 to 999999999",
        "ELEMENT_SET_NO|-1|a whole number",
        "REV_AT_EPOCH|1.5|a whole number",
        "CLASSIFICATION_TYPE|X|U, C or S",
        "EPHEMERIS_TYPE|4|0 (SGP4); 4 is SGP4-XP, another theory",
        "EPHEMERIS_TYPE|1|0 (SGP4)",
        "MEAN_ELEMENT_THEORY|SGP4-XP|SGP4",
        "MEAN_ELEMENT_THEORY|DSST|SGP4",
        "TIME_SYSTEM|TAI|UTC",
        "REF_FRAME|GCRF|TEME",
        "CENTER_NAME|MARS|EARTH"
      })
  void valueThatCannotBeUsedIsRefused(String keyword, String value, String expected) {
    Map<String, String> keywords = with(keyword, value);
    String json = "{\n\"" + keyword + "\": \"" + value + "\",\n";
    keywords.remove(keyword);
    assertEquals(
        "x.omm, line 2, column %s: %s is \"%s\", expected %s"
            .formatted(keyword.length() + 5, keyword, value, expected),
        refusal(json + OmmText.json(keywords).substring(1)).getMessage());
  }

  @ParameterizedTest
  @EnumSource(
      value = OmmKeyword.class,
      names = {
        "NORAD_CAT_ID",
        "EPOCH",
        "MEAN_MOTION",
        "ECCENTRICITY",
        "INCLINATION",
        "RA_OF_ASC_NODE",
        "ARG_OF_PERICENTER",
        "MEAN_ANOMALY",
        "BSTAR"
      })
  void elementSetWithoutANeededKeywordIsRefused(OmmKeyword keyword) {
    Map<String, String> keywords = one();
    keywords.remove(keyword.name());
    assertEquals(
        "x.omm, line 1, column 1: " + keyword + " is missing, expected in every element set",
        refusal(OmmText.json(keywords)).getMessage());
    assertEquals(
        "x.omm, line 1, column 1: found no column " + keyword + ", expected one",
        refusal(Syntax.CSV.file(List.of(keywords))).getMessage());
  }

  @Test
  void otherKeywordsMayBeMissing() throws IOException {
    Map<String, String> keywords = one();
    keywords.keySet().removeIf(keyword -> !OmmKeyword.valueOf(keyword).isRequired());
    ElementSet set = read(OmmText.json(keywords)).elementSets().get(0);
    assertEquals("", set.name());
    assertEquals("", set.internationalDesignator());
    assertEquals('U', set.classification());
    assertEquals(0, set.meanMotionDotRevolutionsPerDaySquared());
  }

  @Test
  void jsonNumberThatIsNoneCostsOneElementSet() throws IOException {
    String nan = OmmText.json(one()).replace("\"INCLINATION\":55.5113", "\"INCLINATION\":NaN");
    Snapshot snapshot = read("[" + nan + "," + OmmText.json(one()) + "]");
    assertEquals(1, snapshot.elementSets().size());
    assertTrue(snapshot.problems().get(0).reason().contains("INCLINATION is \"NaN\""));
  }

  @Test
  void truncatedJsonKeepsWhatCameBefore() throws IOException {
    String json = "[" + OmmText.json(one()) + ",\n" + OmmText.json(one()).substring(0, 320);
    Snapshot snapshot = read(json);
    assertEquals(1, snapshot.elementSets().size());
    assertEquals(
        new ElementSetProblem(
            24876,
            "GPS BIIR-2  (PRN 13)",
            "x.omm, line 2, column 321: the text ends too early, expected the rest of the JSON"),
        snapshot.problems().get(0));
  }

  @Test
  void keywordGivenTwiceIsRefused() {
    String json = OmmText.json(one()).replace("{", "{\"BSTAR\":0,");
    assertTrue(refusal(json).getMessage().endsWith("BSTAR is given twice, expected once"));
  }

  @Test
  void jsonThatIsNoObjectIsReported() throws IOException {
    Snapshot snapshot = read("[" + OmmText.json(one()) + ",\n 3]");
    assertEquals(
        "x.omm, line 2, column 2: found \"3\", expected an object",
        snapshot.problems().get(0).reason());
  }

  @Test
  void csvRowOfAnotherLengthIsRefused() {
    String csv = OmmText.csvHeader(one()) + "\n" + OmmText.csvRow(one()) + ",1\n";
    assertEquals(
        "x.omm, line 2, column 1: the row has 18 values, expected 17 as in the row of keywords",
        refusal(csv).getMessage());
  }

  @Test
  void csvWithCountlessColumnsIsRefused() {
    String commas = ",".repeat(5_000_000);
    assertEquals(
        "x.omm, line 1, column 1: the row has 5000017 values, expected at most 1000",
        refusal(OmmText.csvHeader(one()) + commas).getMessage());
    assertEquals(
        "x.omm, line 2, column 1: the row has 5000001 values, expected 17 as in the row of keywords",
        refusal(OmmText.csvHeader(one()) + "\n" + commas).getMessage());
  }

  @Test
  void csvWithAnOpenQuoteKeepsWhatCameBefore() throws IOException {
    String csv = OmmText.csvHeader(one()) + "\n" + OmmText.csvRow(one()) + "\n\"GPS";
    Snapshot snapshot = read(csv);
    assertEquals(1, snapshot.elementSets().size());
    assertEquals(
        "x.omm, line 3, column 5: is not valid CSV: Missing closing quote for value",
        snapshot.problems().get(0).reason());
  }

  @Test
  void jsonOfCountlessLevelsIsRefused() {
    assertTrue(
        refusal("[{\"a\":" + "[".repeat(1_000_000))
            .getMessage()
            .startsWith("x.omm, line 1, column 1006: is not valid JSON here"));
  }

  @Test
  void csvNamesLineAndColumnOfAValue() {
    String row = OmmText.csvRow(with("INCLINATION", "NaN"));
    assertEquals(
        "x.omm, line 2, column "
            + (row.indexOf("NaN") + 1)
            + ": INCLINATION is \"NaN\", expected 0 to 180 degrees",
        refusal(OmmText.csvHeader(one()) + "\n" + row).getMessage());
  }

  @Test
  void kvnNamesLineAndColumnOfAValueAndAllowsUnits() throws IOException {
    String kvn = OmmText.kvn(one()).replace("55.5113", "55.5113 [deg]");
    assertEquals(55.5113, read(kvn).elementSets().get(0).inclinationDegrees());
    List<String> lines = kvn.replace("55.5113", "NaN").lines().toList();
    int index = lines.indexOf("INCLINATION          = NaN [deg]");
    assertEquals(
        "x.omm, line "
            + (index + 1)
            + ", column 24: INCLINATION is \"NaN\", expected 0 to 180 degrees",
        refusal(String.join("\n", lines)).getMessage());
  }

  @Test
  void kvnNameMayEndInABracket() throws IOException {
    String kvn = OmmText.kvn(with("OBJECT_NAME", "NAVSTAR 43 [-]"));
    assertEquals("NAVSTAR 43 [-]", read(kvn).elementSets().get(0).name());
  }

  @Test
  void kvnStrayLineIsReported() throws IOException {
    Snapshot snapshot = read(OmmText.kvn(one()) + "hello\n" + OmmText.kvn(one()));
    assertEquals(2, snapshot.elementSets().size());
    assertTrue(
        snapshot.problems().get(0).reason().endsWith("found \"hello\", expected KEYWORD = value"));
  }

  @Test
  void kvnMessagesMayLackTheirVersion() throws IOException {
    String kvn =
        OmmText.kvn(one())
            .lines()
            .dropWhile(line -> !line.startsWith("OBJECT_NAME"))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(2, read(kvn + kvn).elementSets().size());
  }

  @Test
  void xmlNamesLineAndColumnOfAValue() {
    assertEquals(
        "x.omm, line 2, column 14: INCLINATION is \"NaN\", expected 0 to 180 degrees",
        refusal(
                OmmText.xml(one())
                    .replace("\n", " ")
                    .replace("<INCLINATION>55.5113", "\r\n<INCLINATION>NaN"))
            .getMessage());
  }

  @Test
  void xmlMayHaveBareCarriageReturns() throws IOException {
    String xml = Syntax.XML.file(List.of(one(), one())).replace("\r\n", "\r").replace("\n", "\r");
    assertEquals(2, read(xml).elementSets().size());
  }

  @Test
  void xmlDocumentTypeIsRefused() {
    assertEquals(
        "x.omm, line 1: found a document type, expected an OMM, which has none",
        refusal("<!DOCTYPE ndm [<!ENTITY e SYSTEM \"file:/dev/zero\">]>\n<ndm><omm>&e;</omm></ndm>")
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?>\n<!-- omm -->\n<!DOCTYPE omm [\n<b\u0001",
        "<!-- omm\n -->\n<!DOCTYPE omm [",
        "<!--\n\n --><!doctype omm>\n<omm/>"
      })
  void damagedDocumentTypeIsRefusedToo(String text) {
    assertEquals(
        "x.omm, line 3: found a document type, expected an OMM, which has none",
        refusal(text).getMessage());
  }

  @Test
  void nameOfMoreThan200CharactersIsRefused() {
    Map<String, String> keywords = one();
    keywords.put("OBJECT_NAME", "A".repeat(201));
    assertEquals(
        "x.omm, line 1, column 16: OBJECT_NAME is \"%s...\", expected at most 200 characters"
            .formatted("A".repeat(80)),
        refusal(OmmText.json(keywords)).getMessage());
  }

  @Test
  void xmlOfAnotherKindIsRefused() {
    assertEquals(
        "x.omm, line 1, column 7: found an element \"html\", expected \"omm\" or \"ndm\" with them",
        refusal("<html>come</html>".replace("come", "comment")).getMessage());
    assertEquals(
        "x.omm: begins with \"<ndm/>\", expected element sets as lines (TLE) or as OMM in JSON, CSV,"
            + " XML or KVN",
        refusal("<ndm/>").getMessage());
  }

  @Test
  void otherMessagesWithinXmlAreReported() throws IOException {
    Snapshot snapshot =
        read("<ndm><COMMENT>x</COMMENT><opm><A/></opm>" + OmmText.xml(one()) + "</ndm>");
    assertEquals(1, snapshot.elementSets().size());
    assertEquals(
        "x.omm, line 1, column 31: found an element \"opm\", expected \"omm\" or \"ndm\" with them",
        snapshot.problems().get(0).reason());
  }

  @Test
  void truncatedXmlKeepsWhatCameBefore() throws IOException {
    String xml = Syntax.XML.file(List.of(one(), one()));
    Snapshot snapshot = read(xml.substring(0, xml.length() - 40));
    assertEquals(1, snapshot.elementSets().size());
    assertEquals(24876, snapshot.problems().get(0).catalogNumber());
    assertTrue(
        snapshot.problems().get(0).reason().contains(": is not valid XML: "),
        () -> snapshot.problems().toString());
  }

  @Test
  void filesWithoutElementSetsAreRefused() {
    String message = "x.omm: holds no element sets, expected at least one";
    assertEquals(message, refusal("[]").getMessage());
    assertEquals(message, refusal("<ndm><!-- no omm --></ndm>").getMessage());
    assertEquals(message, refusal(OmmText.csvHeader(one()) + "\n").getMessage());
  }

  private static Map<String, String> with(String keyword, String value) {
    Map<String, String> keywords = new LinkedHashMap<>(one());
    keywords.put(keyword, value);
    return keywords;
  }

  private static InputFormatException refusal(String text) {
    return assertThrows(InputFormatException.class, () -> read(text));
  }

  private static Snapshot read(String text) throws IOException {
    return ElementSetReader.read(TextFile.of("x.omm", text));
  }

  /** Everything but the text, which differs by syntax. */
  private static List<Object> fields(ElementSet set) {
    return List.of(
        set.catalogNumber(),
        set.name(),
        set.internationalDesignator(),
        set.classification(),
        set.epoch(),
        set.meanMotionRevolutionsPerDay(),
        set.meanMotionDotRevolutionsPerDaySquared(),
        set.meanMotionDdotRevolutionsPerDayCubed(),
        set.eccentricity(),
        set.inclinationDegrees(),
        set.rightAscensionDegrees(),
        set.argumentOfPerigeeDegrees(),
        set.meanAnomalyDegrees(),
        set.bstarPerEarthRadius(),
        set.elementSetNumber(),
        set.revolutionNumber());
  }
}
