package dev.skytally.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.outage.Outages.Coverage;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of outages: their order, what they cover, and whose they are. */
class OutageListTest {
  private static final String TABLE = "prn,from,to,source\n";

  @TempDir Path folder;

  private static Instant at(String time) {
    return Instant.parse(time + ":00Z");
  }

  private static Outage outage(String prn, String from, String to) {
    return new Outage(GnssSystem.GPS, prn, at(from), Optional.of(at(to)), false, "a test");
  }

  private static Outages read(String text) throws IOException {
    return Outages.read(TextFile.of("a test", text));
  }

  private static List<String> prns(List<Outage> outages) {
    return outages.stream().map(Outage::prn).toList();
  }

  private static boolean knowsDay(Outages outages, String day) {
    Instant start = at(day + "T00:00");
    return outages.knows(GnssSystem.GPS, start, start.plusSeconds(86_400));
  }

  @Test
  void outagesComeInTheOrderOfTheirBeginningsThenPrns() throws IOException {
    Outage first = outage("G09", "2022-07-01T00:00", "2022-07-02T00:00");
    Outage second = outage("G03", "2022-07-03T00:00", "2022-07-04T00:00");
    Outage third = outage("G05", "2022-07-03T00:00", "2022-07-04T00:00");
    assertEquals(
        List.of(first, second, third), Outages.of("a", List.of(third, second, first)).all());
    assertEquals(
        List.of(first, second, third),
        Outages.of("a", List.of(second, third)).filledBy(Outages.of("b", List.of(first))).all());
    Outages listed =
        read(
            TABLE + "G05,2022-07-03T00:00,,log\nG03,2022-07-03T00:00,,log\nG09,2022-07-01T00:00,,");
    assertEquals(List.of("G09", "G03", "G05"), prns(listed.all()));
    Outages noticed =
        read(
            Notices.nanu("UNUNOREF", "2022011", "09", "", "2022-03-05T15:00", "2022-03-05T16:00")
                + Notices.nanu(
                    "UNUNOREF", "2022012", "10", "", "2022-03-01T15:00", "2022-03-01T16:00"));
    assertEquals(List.of("G10", "G09"), prns(noticed.all()));
  }

  @Test
  void theBundledListIsReadAsATableOfTheSameLines() throws IOException {
    String lines;
    try (var resource = Outages.class.getResourceAsStream(BundledOutages.RESOURCE)) {
      lines = new String(resource.readAllBytes(), UTF_8);
    }
    StringBuilder table = new StringBuilder("prn\tfrom\tto\tsource\n");
    List<Coverage> coverage = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (line.startsWith("#")) {
        continue;
      }
      if (fields.length == 3) {
        coverage.add(new Coverage(GnssSystem.valueOf(fields[0]), at(fields[1]), at(fields[2])));
      } else {
        table.append(line).append('\n');
      }
    }
    assertEquals(coverage, Outages.bundled().coverage());
    assertEquals(read(table.toString()).all(), Outages.bundled().all());
  }

  @Test
  void aListCoversTheDaysOnWhichItsOutagesBeginAndEnd() {
    Outages list = Outages.of("a", List.of(outage("G05", "2022-03-01T15:00", "2022-03-03T00:01")));
    assertEquals(
        List.of(new Coverage(GnssSystem.GPS, at("2022-03-01T00:00"), at("2022-03-04T00:00"))),
        list.coverage());
    Outages toMidnight =
        Outages.of("a", List.of(outage("G05", "2022-03-01T15:00", "2022-03-03T00:00")));
    assertTrue(knowsDay(toMidnight, "2022-03-02"));
    assertFalse(knowsDay(toMidnight, "2022-03-03"));
    Outages ofNoTime =
        Outages.of("a", List.of(outage("G05", "2022-03-02T00:00", "2022-03-02T00:00")));
    assertFalse(knowsDay(ofNoTime, "2022-03-01"));
    assertTrue(knowsDay(ofNoTime, "2022-03-02"));
  }

  @Test
  void onlyTheListOfNoNoticesIsNone() {
    assertTrue(Outages.none().isNone());
    assertFalse(Outages.of("a", List.of()).isNone());
  }

  @Test
  void eachWindowHasItsOwnOutages() {
    Outages list =
        Outages.of(
            "a",
            List.of(
                outage("G02", "2022-07-01T10:00", "2022-07-01T11:00"),
                outage("G02", "2022-07-02T10:00", "2022-07-02T11:00")));
    Satellite g02 = Satellite.of(GnssSystem.GPS, "G02", 28474, OrbitClass.MEO);
    Instant first = at("2022-07-01T00:00");
    Instant second = at("2022-07-02T00:00");
    Instant third = at("2022-07-03T00:00");
    assertEquals(1, list.of(g02, first, second).size());
    assertEquals(2, list.of(g02, first, third).size());
    assertEquals(1, list.of(g02, second, third).size());
  }

  @Test
  void outagesOfPrnsThatNoSatelliteHadAreFound() {
    Outages list =
        Outages.of(
            "a",
            List.of(
                outage("G63", "2022-07-01T10:00", "2022-07-01T11:00"),
                outage("G02", "2022-07-01T10:00", "2022-07-01T11:00"),
                outage("", "2022-07-01T10:00", "2022-07-01T11:00")));
    Instant start = at("2022-07-01T00:00");
    Instant end = at("2022-07-02T00:00");
    List<Satellite> other = List.of(Satellite.of(GnssSystem.GPS, "G62", 99_998, OrbitClass.MEO));
    List<Satellite> same = List.of(Satellite.of(GnssSystem.GPS, "G63", 99_999, OrbitClass.MEO));
    assertEquals(List.of("G63"), prns(list.ofNobody(GnssSystem.GPS, other, start, end)));
    assertEquals(List.of(), list.ofNobody(GnssSystem.GPS, same, start, end));
    assertEquals(List.of(), list.ofNobody(GnssSystem.GAL, other, start, end));
  }

  /** A study may have a satellite of its own with any PRN. */
  @Test
  void aPrnThatNoSatelliteHadIsUnderstood() throws IOException {
    Outages outages = read(TABLE + "G99,2022-07-01,2022-07-02,log\n");
    assertEquals(List.of("G99"), prns(outages.all()));
    assertEquals(List.of(), outages.problems());
    Satellite own = Satellite.of(GnssSystem.GPS, "G99", 0, OrbitClass.MEO);
    assertEquals(1, outages.of(own, at("2022-07-01T00:00"), at("2022-07-02T00:00")).size());
  }

  /** A text and a summary can give a decommissioning different times. */
  @ParameterizedTest
  @CsvSource({"a.txt, b.txt", "b.txt, a.txt"})
  void theEarlierTimeOfADecommissioningCounts(String ofText, String ofSummary) throws IOException {
    Files.writeString(
        folder.resolve(ofText), Notices.nanu("DECOM", "2022001", "22", "", "2021-12-02T16:37", ""));
    Files.writeString(
        folder.resolve(ofSummary), "2022001 DECOM 22 - 2021_335_1637 - 2022.01.01 17:24\n");
    Outages outages = Outages.read(folder);
    assertEquals(List.of(), outages.problems());
    assertEquals(
        List.of(at("2021-12-01T16:37")), outages.all().stream().map(Outage::from).toList());
  }

  @Test
  void aNoticeThatOccursTwiceIsNamedOnlyIfItsTimesDiffer() throws IOException {
    String notice =
        Notices.nanu("UNUNOREF", "2022011", "09", "", "2022-03-05T15:00", "2022-03-05T16:00");
    Files.writeString(folder.resolve("a.txt"), notice);
    Files.writeString(folder.resolve("b.txt"), notice);
    assertEquals(List.of(), Outages.read(folder).problems());
    Files.writeString(folder.resolve("b.txt"), notice.replace("ZULU: 1600", "ZULU: 1700"));
    Outages outages = Outages.read(folder);
    assertEquals(1, outages.problems().size());
    assertTrue(outages.problems().get(0).contains("NANU 2022011 occurs twice"));
    assertEquals(
        Optional.of(at("2022-03-05T16:00")), outages.all().get(0).to(), "the first one counts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"G1", "G/9", "G9:", "GG2", "G022", "X02", "", "X"})
  void aPrnHasALetterAndTwoDigits(String prn) throws IOException {
    Outages outages = read(TABLE + prn + ",2022-07-14T03:10,,log\nG02,2022-07-14T03:10,,log\n");
    assertEquals(List.of("G02"), prns(outages.all()));
    assertEquals(1, outages.problems().size());
    assertTrue(outages.problems().get(0).contains("line 2"), outages.problems().get(0));
  }

  @Test
  void aLetterStandsForAllSatellitesOfItsSystem() throws IOException {
    Outage all = read(TABLE + "E,2019-07-12T01:50,2019-07-17T20:52,log\n").all().get(0);
    assertEquals(GnssSystem.GAL, all.system());
    Satellite e11 = Satellite.of(GnssSystem.GAL, "E11", 37846, OrbitClass.MEO);
    assertEquals(
        List.of(all),
        Outages.of("a", List.of(all)).of(e11, at("2019-07-14T00:00"), at("2019-07-15T00:00")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-06, 2026-10-06T00:00:00Z",
    "2026-10-06T03:00+02:00, 2026-10-06T01:00:00Z",
    "2026-10-06 03:00 +0200, 2026-10-06T01:00:00Z",
    "2026-10-06T23:00-05:00, 2026-10-07T04:00:00Z",
    "2026-10-06T03:00:30, 2026-10-06T03:00:30Z",
    "2026-10-06 03:00:30Z, 2026-10-06T03:00:30Z",
    "2026-10-06t03:00:00.500z, 2026-10-06T03:00:00.500Z",
    "2026-10-06 3:00 UTC, 2026-10-06T03:00:00Z",
    "2026-10-05T24:00, 2026-10-06T00:00:00Z",
  })
  void theTimesOfATableHaveOffsetsOrAreUtc(String written, String utc) throws IOException {
    Outages outages =
        read(TABLE + "G02," + written + ",,log\nG05,2026-01-01," + written + ",log\n");
    assertEquals(List.of(), outages.problems());
    assertEquals(Optional.of(Instant.parse(utc)), outages.all().get(0).to());
    assertEquals(Instant.parse(utc), outages.all().get(1).from());
  }

  @ParameterizedTest
  @CsvSource({
    "'tomorrow,,log', 'line 3, column 5: from is \"tomorrow\"'",
    "'2026-02-30,,log', 'line 3, column 5: from is \"2026-02-30\"'",
    "'2026-10-06,06.10.2026,log', 'line 3, column 16: to is \"06.10.2026\"'",
    "'2026-10-06,2026-10-06T25:00,log', 'line 3, column 16: to is \"2026-10-06T25:00\"'",
    "',,log', 'line 3, column 5: from is empty'",
    "'2026-10-06,2026-10-06,log', 'line 3, column 16: to is \"2026-10-06\", expected a time after'",
    "'2026-10-06,2026-10-05,log', 'line 3, column 16: to is \"2026-10-05\", expected a time after'",
  })
  void aFieldThatIsNotUnderstoodIsNamedByLineAndColumn(String fields, String problem)
      throws IOException {
    Outages outages = read(TABLE + "G02,2026-10-06,,log\nG05," + fields + "\n");
    assertEquals(List.of("G02"), prns(outages.all()));
    assertEquals(1, outages.problems().size());
    assertTrue(
        outages.problems().get(0).startsWith("a test, " + problem), outages.problems().get(0));
  }

  @Test
  void aRowWithACommaTooManyDoesNotStopTheOthers() throws IOException {
    Outages outages =
        read(TABLE + "G19,2026-10-05,2026-10-06,a,b\nG02,2026-10-05,2026-10-06,log\n");
    assertEquals(List.of("G02"), prns(outages.all()));
    assertEquals(1, outages.problems().size());
    assertTrue(
        outages.problems().get(0).startsWith("a test, line 2, column 29: has 5 fields"),
        outages.problems().get(0));
  }

  @Test
  void aPrnMayBeInLowerCase() throws IOException {
    Outages outages = read(TABLE + "g02,2026-10-06,,log\ne,2026-10-07,,log\n");
    assertEquals(List.of("G02", ""), prns(outages.all()));
    assertEquals(GnssSystem.GAL, outages.all().get(1).system());
  }

  @Test
  void aTableOfOnlyItsColumnsHasNoOutages() throws IOException {
    Outages outages = read(TABLE);
    assertEquals(List.of(), outages.all());
    assertEquals(List.of(), outages.problems());
    assertFalse(outages.isNone());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void aTableMayBeSeparatedBySemicolonsOrTabs(String separator) throws IOException {
    String table = "PRN,from,to,source\nG02,2022-07-14T03:10,,log\n".replace(",", separator);
    assertEquals(List.of("G02"), prns(read(table).all()));
  }

  @ParameterizedTest
  @CsvSource({"',source', ','", "',source', ', '", "',source', ''", "'', ''", "',note', ',rain'"})
  void anOutageCountsWithoutItsSource(String endOfNames, String end) throws IOException {
    String row = "G02,2022-07-14T03:10,2022-07-15T00:00" + end;
    Outages outages = read("prn,from,to" + endOfNames + "\n" + row + "\n");
    assertEquals(List.of("G02"), prns(outages.all()));
    assertEquals("source unknown", outages.all().get(0).source());
    assertEquals(List.of(), outages.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"prn,from,source", "prn only", "from,to,source"})
  void aTextWithoutTheColumnsOfATableIsNone(String header) {
    assertThrows(InputFormatException.class, () -> read(header + "\nG02,2022-07-14T03:10,\n"));
  }

  /** A date alone in a notice is damage, because notices give the minute. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-06-02", "2026-06-02 06:00+02:00", "2026-06-02 06:00:30"})
  void aNoticeWithoutTheUsualTimeIsNamed(String end) throws IOException {
    Outages outages =
        read(Notices.nagu("PLN_OUTAGE", "2026032", "12", "", "2026-06-01 06:00", end));
    assertEquals(List.of(), outages.all());
    assertEquals(1, outages.problems().size());
    assertTrue(outages.problems().get(0).contains(end), outages.problems().get(0));
  }

  @Test
  void aNoticeNeedsNoHeading() throws IOException {
    String notice =
        Notices.nagu("PLN_OUTAGE", "2026032", "12", "", "2026-06-01 06:00", "2026-06-02 06:00");
    assertEquals(List.of("E12"), prns(read(notice.substring(notice.indexOf("NAGU TYPE"))).all()));
  }

  @ParameterizedTest
  @CsvSource({"01, G01", "09, G09", "10, G10", "63, G63"})
  void thePrnsOfGpsAreOneToSixtyThree(String number, String prn) throws IOException {
    String notice =
        Notices.nanu("UNUNOREF", "2022011", number, "", "2022-03-05T15:00", "2022-03-05T16:00");
    String summary = "2022011 UNUNOREF " + number + " - 2022_064_1500 2022_064_1600 x\n";
    assertEquals(List.of(prn), prns(read(notice).all()));
    assertEquals(List.of(prn), prns(read(summary).all()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "64", "0002", "", "0x"})
  void anyOtherPrnIsNamed(String number) throws IOException {
    String notice =
        Notices.nanu("UNUNOREF", "2022011", number, "", "2022-03-05T15:00", "2022-03-05T16:00");
    assertEquals(1, read(notice).problems().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022O11", "20220110", "202201"})
  void aNumberHasSevenDigits(String number) throws IOException {
    String notice =
        Notices.nanu("UNUNOREF", number, "02", "", "2022-03-05T15:00", "2022-03-05T16:00");
    assertEquals(1, read(notice).problems().size());
    assertEquals(List.of(), read(notice).all());
  }

  @Test
  void aDecommissioningWithoutATimeOfItsOwnBeginsAtTheStart() throws IOException {
    String notice =
        Notices.nanu("DECOM", "2022001", "22", "", "2021-12-02T16:37", "")
            .replaceAll(" +UNUSABLE START.*\n", "");
    assertEquals(at("2021-12-02T16:37"), read(notice).all().get(0).from());
  }

  /** The other lines look almost like notices, and are words of the summary's author. */
  @Test
  void aSummaryNeedsNoFrame() throws IOException {
    Outages outages =
        read(
            """
            2022010
            2022010x UNUNOREF 01 - 2022_064_1500 2022_064_1600
            20220 10 UNUNOREF 01 - 2022_064_1500 2022_064_1600
            202201: UNUNOREF 01 - 2022_064_1500 2022_064_1600
            2022/10 UNUNOREF 01 - 2022_064_1500 2022_064_1600
            2022010 UNUNOREF 02 - 2022_064_1500 2022_064_1600
            2022009 UNUNOREF 03 - 2022_063_0000 2022_063_2400
            """);
    assertEquals(List.of(), outages.problems());
    assertEquals(List.of("G03", "G02"), prns(outages.all()));
    assertEquals(Optional.of(at("2022-03-05T00:00")), outages.all().get(0).to());
  }

  @Test
  void aNoticeMayBeAboutTheYearBeforeOrAfterAndNoOther() throws IOException {
    assertEquals(1, read("2022001 UNUNOREF 02 - 2021_364_1500 2021_364_1600 x\n").all().size());
    assertEquals(1, read("2021999 UNUNOREF 02 - 2022_001_1500 2022_001_1600 x\n").all().size());
    assertEquals(1, read("2022001 UNUNOREF 02 - 2020_364_1500 2020_364_1600\n").problems().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2400", "2359", "0000", "1009"})
  void everyMinuteOfADayIsATime(String time) throws IOException {
    String line = "2022001 UNUNOREF 02 - 2022_001_0000 2022_002_%s x\n".formatted(time);
    assertEquals(List.of(), read(line).problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2401", "2360", "2500", "24:0", "/900"})
  void nothingElseIsATime(String time) throws IOException {
    String line = "2022001 UNUNOREF 02 - 2022_001_0000 2022_002_%s x\n".formatted(time);
    assertEquals(1, read(line).problems().size());
  }

  @Test
  void aNoticeAboutAnotherSatelliteDoesNotEndAnOutage() throws IOException {
    Outages outages =
        read(
            Notices.nanu("UNUSUFN", "2022004", "14", "", "2022-02-15T00:39", "UFN")
                + Notices.nanu(
                    "UNUSABLE",
                    "2022005",
                    "15",
                    "2022004",
                    "2022-02-15T00:39",
                    "2022-02-15T21:02"));
    assertEquals(List.of("G14", "G15"), prns(outages.all()));
    assertEquals(Optional.empty(), outages.all().get(0).to());
  }

  @Test
  void aNewSatelliteEndsItsOwnOutage() throws IOException {
    Outages outages =
        read(
            Notices.nanu("UNUSUFN", "2022002", "22", "", "2022-01-20T10:00", "UFN")
                + Notices.nanu("USABINIT", "2022003", "22", "", "2022-01-26T21:40", ""));
    assertEquals(
        List.of(Optional.of(at("2022-01-26T21:40")), Optional.of(at("2022-01-26T21:40"))),
        outages.all().stream().map(Outage::to).toList());
  }
}
