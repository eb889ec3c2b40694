package dev.skytally.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {
  @TempDir Path folder;

  private Outages read(String... texts) throws IOException {
    Path file = folder.resolve("notices.txt");
    Files.writeString(file, String.join("\n", texts));
    return Outages.read(file);
  }

  /** Writes an outage as {@code G02 2022-07-14T15:24 to 2022-07-14T22:16, NANU 2022034}. */
  private static List<String> lines(Outages outages) {
    List<String> lines = new ArrayList<>();
    for (Outage outage : outages.all()) {
      lines.add(
          "%s %s to %s, %s%s"
              .formatted(
                  outage.prn(),
                  minute(outage.from()),
                  outage.to().map(OutagesTest::minute).orElse("?"),
                  outage.source(),
                  outage.isForecast() ? ", forecast" : ""));
    }
    return lines;
  }

  private static void assertOneProblem(Outages outages, String part) {
    assertEquals(1, outages.problems().size(), () -> outages.problems().toString());
    assertTrue(outages.problems().get(0).contains(part), () -> outages.problems().toString());
  }

  private static String minute(Instant instant) {
    return instant.toString().substring(0, 16);
  }

  /** The first list decides the time that it covers. */
  @Test
  void otherOutagesCountWhereTheFirstDoNotCover() {
    Outage first = outage("G05", "2022-07-14T03:00Z", "2022-07-14T09:00Z");
    Outage within = outage("G07", "2022-07-14T10:00Z", "2022-07-14T11:00Z");
    Outage after = outage("G07", "2022-07-20T10:00Z", "2022-07-20T11:00Z");
    Outages both =
        Outages.of("one", List.of(first)).filledBy(Outages.of("other", List.of(within, after)));
    assertEquals(List.of(first, after), both.all());
    assertEquals("one and other", both.source());
    assertTrue(both.knows(GnssSystem.GPS, after.from(), after.to().orElseThrow()));
    assertTrue(both.knows(GnssSystem.GPS, first.from(), first.to().orElseThrow()));
  }

  @Test
  void theSumOfTwoListsHasEachOutageOfBothOnce() {
    Outage first = outage("G05", "2022-07-14T03:00Z", "2022-07-14T09:00Z");
    Outage within = outage("G07", "2022-07-14T05:00Z", "2022-07-14T11:00Z");
    Outage shorter = outage("G05", "2022-07-14T03:00Z", "2022-07-14T04:00Z");
    Outage ofAll = outage("", "2022-07-14T03:00Z", "2022-07-14T09:00Z");
    Outages both =
        Outages.of("one", List.of(first))
            .plus(Outages.of("other", List.of(within, shorter, ofAll, first)));
    assertEquals(4, both.all().size(), () -> both.all().toString());
    assertEquals(Set.of(first, within, shorter, ofAll), Set.copyOf(both.all()));
    assertEquals(within, both.all().get(3));
    assertEquals("one and other", both.source());
    assertTrue(knowsDay(both, GnssSystem.GPS, "2022-07-14"));
  }

  @Test
  void anOutageThatBeginsWhenTheFirstListEndsCounts() {
    Outage first = outage("G05", "2022-07-14T03:00Z", "2022-07-14T09:00Z");
    Outage next = outage("G07", "2022-07-15T00:00Z", "2022-07-15T12:00Z");
    Outages both = Outages.of("one", List.of(first)).filledBy(Outages.of("other", List.of(next)));
    assertEquals(List.of(first, next), both.all());
  }

  /** Whole days cover: the lists touch, overlap, contain each other, or leave a day out. */
  @ParameterizedTest
  @CsvSource({
    "2022-07-14, 2022-07-15, 2022-07-16, 2022-07-17, true",
    "2022-07-16, 2022-07-17, 2022-07-14, 2022-07-15, true",
    "2022-07-14, 2022-07-16, 2022-07-15, 2022-07-17, true",
    "2022-07-14, 2022-07-17, 2022-07-15, 2022-07-15, true",
    "2022-07-15, 2022-07-15, 2022-07-14, 2022-07-17, true",
    "2022-07-14, 2022-07-15, 2022-07-17, 2022-07-17, false",
  })
  void twoListsKnowAWindowThatTheyCoverTogether(
      String first, String last, String otherFirst, String otherLast, boolean isKnown) {
    Outages both = over(first, last).filledBy(over(otherFirst, otherLast));
    Instant start = Instant.parse("2022-07-14T00:00:00Z");
    Instant end = Instant.parse("2022-07-18T00:00:00Z");
    assertEquals(isKnown, both.knows(GnssSystem.GPS, start, end), () -> both.coverage().toString());
    assertFalse(both.knows(GnssSystem.GPS, start, end.plusSeconds(1)));
    assertFalse(both.knows(GnssSystem.GPS, start.minusSeconds(1), end));
  }

  private static Outages over(String firstDay, String lastDay) {
    return Outages.of("a test", List.of(outage("G05", firstDay + "T03:00Z", lastDay + "T09:00Z")));
  }

  @Test
  void aListOfAnotherSystemDoesNotContinueTheCoverage() throws IOException {
    Outages galileo = read("prn,from,to,source", "E05,2022-07-16T03:00,2022-07-17T09:00,my log");
    Outages both = over("2022-07-14", "2022-07-15").filledBy(galileo);
    assertTrue(knowsDay(both, GnssSystem.GPS, "2022-07-15"));
    assertFalse(knowsDay(both, GnssSystem.GPS, "2022-07-16"));
    assertFalse(knowsDay(both, GnssSystem.GAL, "2022-07-15"));
    assertTrue(knowsDay(both, GnssSystem.GAL, "2022-07-16"));
  }

  private static Outage outage(String prn, String from, String to) {
    Optional<Instant> end = Optional.of(OffsetDateTime.parse(to).toInstant());
    return new Outage(
        GnssSystem.GPS, prn, OffsetDateTime.parse(from).toInstant(), end, false, "a test");
  }

  @Test
  void anAnnouncedOutageIsAForecastUntilItsSummary() throws IOException {
    String forecast =
        Notices.nanu("FCSTDV", "2022033", "02", "", "2022-07-14T14:25", "2022-07-15T14:25");
    assertEquals(
        List.of("G02 2022-07-14T14:25 to 2022-07-15T14:25, NANU 2022033, forecast"),
        lines(read(forecast)));
    String summary =
        Notices.nanu(
            "FCSTSUMM", "2022034", "02", "2022033", "2022-07-14T15:24", "2022-07-14T22:16");
    assertEquals(
        List.of("G02 2022-07-14T15:24 to 2022-07-14T22:16, NANU 2022034"),
        lines(read(forecast, summary)));
  }

  @Test
  void theOrderOfTheNoticesInTheFileDoesNotMatter() throws IOException {
    Outages outages =
        read(
            Notices.nanu(
                "FCSTSUMM", "2022034", "02", "2022033", "2022-07-14T15:24", "2022-07-14T22:16"),
            Notices.nanu("FCSTDV", "2022033", "02", "", "2022-07-14T14:25", "2022-07-15T14:25"));
    assertEquals(List.of("G02 2022-07-14T15:24 to 2022-07-14T22:16, NANU 2022034"), lines(outages));
  }

  @Test
  void aCancelledOutageDoesNotTakePlace() throws IOException {
    Outages outages =
        read(
            Notices.nanu("FCSTMX", "2022049", "06", "", "2022-09-15T15:00", "2022-09-16T03:00"),
            Notices.nanu("FCSTCANC", "2022052", "06", "2022049", "2022-09-15T15:00", "CANCELLED"));
    assertTrue(outages.all().isEmpty());
    assertTrue(outages.problems().isEmpty());
  }

  @Test
  void aRescheduledOutageTakesPlaceAtItsNewTimeOnly() throws IOException {
    String forecast =
        Notices.nanu("FCSTDV", "2022092", "05", "", "2022-11-05T10:00", "2022-11-05T22:00");
    String moved =
        Notices.nanu(
            "FCSTRESCD", "2022105", "05", "2022092", "2022-11-07T10:00", "2022-11-07T22:00");
    assertEquals(
        List.of("G05 2022-11-07T10:00 to 2022-11-07T22:00, NANU 2022105, forecast"),
        lines(read(forecast, moved)));
    String cancelled = Notices.nanu("FCSTCANC", "2022107", "05", "2022105", "", "CANCELLED");
    assertTrue(read(forecast, moved, cancelled).all().isEmpty());
  }

  @Test
  void anExtendedOutageLastsUntilANoticeEndsIt() throws IOException {
    String forecast =
        Notices.nanu("FCSTMX", "2022064", "32", "", "2022-10-13T14:30", "2022-10-14T02:30");
    String extended =
        Notices.nanu("FCSTEXTD", "2022068", "32", "2022064", "2022-10-13T14:30", "UFN");
    assertEquals(
        List.of("G32 2022-10-13T14:30 to ?, NANU 2022068, forecast"),
        lines(read(forecast, extended)));
    assertSummaryDecides(forecast, extended);
  }

  /** The summary of an extended outage says when it took place. */
  private void assertSummaryDecides(String forecast, String extended) throws IOException {
    String summary =
        Notices.nanu(
            "FCSTSUMM", "2022069", "32", "2022068", "2022-10-13T15:23", "2022-10-13T20:57");
    assertEquals(
        List.of("G32 2022-10-13T15:23 to 2022-10-13T20:57, NANU 2022069"),
        lines(read(forecast, extended, summary)));
  }

  @Test
  void anExtensionThatEndsBeforeTheOutageBeginsDoesNotCount() throws IOException {
    String forecast =
        Notices.nanu("FCSTMX", "2022064", "32", "", "2022-10-13T14:30", "2022-10-14T02:30");
    String extended = Notices.nanu("FCSTEXTD", "2022068", "32", "2022064", "", "2022-10-12T02:30");
    Outages outages = read(forecast, extended);
    assertEquals(
        List.of("G32 2022-10-13T14:30 to 2022-10-14T02:30, NANU 2022064, forecast"),
        lines(outages));
    assertOneProblem(outages, "NANU 2022068 ends the outage before it starts");
    assertSummaryDecides(forecast, extended);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-06-16 09:00", "2022-06-16 10:00"})
  void anOutageOfASatelliteThatIsUsableBeforeItDoesNotTakePlace(String usable) throws IOException {
    Outages outages =
        read(
            Notices.nagu("PLN_OUTAGE", "2022010", "05", "", "2022-06-16 10:00", "2022-06-16 14:00"),
            Notices.nagu("USABLE", "2022011", "05", "2022010", usable, ""));
    assertEquals(List.of(), lines(outages));
    assertEquals(List.of(), outages.problems());
  }

  @Test
  void anOutageCannotEndBeforeItBegins() {
    assertThrows(
        IllegalArgumentException.class,
        () -> outage("G05", "2022-07-14T03:00Z", "2022-07-14T02:59Z"));
    assertFalse(
        outage("G05", "2022-07-14T03:00Z", "2022-07-14T03:00Z")
            .overlaps(Instant.EPOCH, Instant.MAX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNUSUFN", "FCSTUUFN"})
  void anOutageUntilFurtherNoticeEndsWithTheNoticeThatRefersToIt(String type) throws IOException {
    String begun = Notices.nanu(type, "2022004", "14", "", "2022-02-15T00:39", "UFN");
    assertTrue(read(begun).all().get(0).to().isEmpty());
    String ended =
        Notices.nanu(
            "UNUSABLE", "2022005", "14", "2022004", "2022-02-15T00:39", "2022-02-15T21:02");
    assertEquals(
        List.of("G14 2022-02-15T00:39 to 2022-02-15T21:02, NANU 2022005"),
        lines(read(begun, ended)));
  }

  @Test
  void aSatelliteIsUsableAfterAnOutageThatHasEnded() throws IOException {
    Outages outages =
        read(
            Notices.nanu("UNUSUFN", "2013061", "02", "", "2013-11-03T17:04", "UFN"),
            Notices.nanu("UNUNOREF", "2014014", "02", "", "2014-02-14T09:41", "2014-02-14T15:07"),
            Notices.nanu("UNUNOREF", "2014015", "03", "", "2014-02-15T09:41", "2014-02-15T15:07"));
    assertEquals(
        List.of(
            "G02 2013-11-03T17:04 to 2014-02-14T15:07, NANU 2014014",
            "G02 2014-02-14T09:41 to 2014-02-14T15:07, NANU 2014014",
            "G03 2014-02-15T09:41 to 2014-02-15T15:07, NANU 2014015"),
        lines(outages));
  }

  @Test
  void aDecommissionedSatelliteDoesNotReturn() throws IOException {
    Outages outages =
        read(
            Notices.nanu("UNUSUFN", "2021058", "22", "", "2021-12-02T16:37", "UFN"),
            Notices.nanu("DECOM", "2022001", "22", "2021058", "2021-12-02T16:37", ""));
    assertEquals(List.of("G22 2021-12-02T16:37 to ?, NANU 2022001"), lines(outages));
  }

  @Test
  void aNewSatelliteCountsFromTheMinuteOfItsNotice() throws IOException {
    assertEquals(
        List.of("G22 2022-01-26T00:00 to 2022-01-26T21:40, NANU 2022003"),
        lines(read(Notices.nanu("USABINIT", "2022003", "22", "", "2022-01-26T21:40", ""))));
  }

  @Test
  void aLaunchIsNoOutageAndAGeneralMessageIsNamed() throws IOException {
    Outages outages =
        read(
            "NOTICE ADVISORY TO NAVSTAR USERS (NANU) 2023007 NANU TYPE: LAUNCH",
            "*** ANY TEXT ***",
            "NOTICE ADVISORY TO NAVSTAR USERS (NANU) 2022016 NANU TYPE: GENERAL",
            "*** PLEASE DISREGARD ANOTHER NOTICE ***");
    assertTrue(outages.all().isEmpty());
    assertOneProblem(
        outages, "line 3: this notice NANU 2022016 is a general message, which is not interpreted");
  }

  @Test
  void aSummaryHasOneNoticeALine() throws IOException {
    Outages outages =
        read(
            "+nanu_sum",
            "*   NANU TYPE       PRN REF_NANU  EPO_BEG        EPO_END         EPO_INC",
            " 2022033 FCSTDV      02        -  2022_195_1425  2022_196_1425   2022.01.01 17:24",
            " 2022034 FCSTSUMM    02  2022033  2022_195_1524  2022_195_2216   2022.01.01 17:24",
            " 2022047 UNUSUFN     23        -  2022_251_0651              -   2022.01.01 17:24",
            "-nanu_sum",
            "***",
            "FCSTDV, announces an outage");
    assertEquals(
        List.of(
            "G02 2022-07-14T15:24 to 2022-07-14T22:16, NANU 2022034",
            "G23 2022-09-08T06:51 to ?, NANU 2022047"),
        lines(outages));
    assertTrue(outages.problems().isEmpty());
  }

  @Test
  void galileoNoticesNameOneSatelliteOrAll() throws IOException {
    Outages outages =
        read(
            Notices.nagu("UNP_UNUFN", "2026030", "36", "", "2026-05-07 10:00", ""),
            Notices.nagu("USABLE", "2026031", "36", "2026030", "2026-05-08 08:31", ""),
            Notices.nagu("PLN_OUTAGE", "2026032", "12", "", "2026-06-01 06:00", "2026-06-02 06:00"),
            Notices.nagu("EXTNS", "2026033", "12", "2026032", "", "2026-06-03 07:00"),
            Notices.nagu(
                "UNP_SHTRCVR", "2026034", "ALL", "", "2026-07-12 01:50", "2026-07-17 20:52"));
    assertEquals(
        List.of(
            "E36 2026-05-07T10:00 to 2026-05-08T08:31, NAGU 2026031",
            "E12 2026-06-01T06:00 to 2026-06-03T07:00, NAGU 2026033, forecast",
            " 2026-07-12T01:50 to 2026-07-17T20:52, NAGU 2026034"),
        lines(outages));
  }

  @Test
  void onlyPositioningNoticesOfQzssCount() throws IOException {
    String ofPositioning =
        Notices.nanu("UNUNOREF", "2025600", "196", "", "2025-12-26T01:05", "2025-12-26T02:05")
            .replace("NANU", "NAQU")
            .replace("TYPE: ", "TYPE: PNT_");
    assertEquals(
        List.of("J04 2025-12-26T01:05 to 2025-12-26T02:05, NAQU 2025600"),
        lines(read(ofPositioning)));
    Outages other = read(ofPositioning.replace("PNT_", "L6_"));
    assertTrue(other.all().isEmpty());
    assertEquals(
        List.of(
            folder.resolve("notices.txt")
                + ", line 1: this notice NAQU 2025600 concerns L6_UNUNOREF, not positioning"),
        other.problems());
  }

  @Test
  void aTableListsOutages() throws IOException {
    Outages outages =
        read(
            "prn,from,to,source",
            "C19,2022-07-14T03:10,2022-07-14T09:52,my log",
            "R01,2022-07-15T03:10Z,,my log",
            "X01,2022-07-15T03:10,,my log",
            "G01,yesterday,,my log");
    assertEquals(
        List.of(
            "C19 2022-07-14T03:10 to 2022-07-14T09:52, my log",
            "R01 2022-07-15T03:10 to ?, my log"),
        lines(outages));
    assertEquals(2, outages.problems().size());
    assertTrue(outages.problems().get(0).contains("line 4, column 1: prn is \"X01\""));
    assertTrue(outages.problems().get(1).contains("line 5, column 5: from is \"yesterday\""));
  }

  @Test
  void theNoticesOfAFolderAreReadTogether() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"),
        Notices.nanu(
            "FCSTSUMM", "2022034", "02", "2022033", "2022-07-14T15:24", "2022-07-14T22:16"));
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.gz")))) {
      packed.write(
          Notices.nanu("FCSTDV", "2022033", "02", "", "2022-07-14T14:25", "2022-07-15T14:25")
              .getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("c.txt"), "no notices");
    Outages outages = Outages.read(folder);
    assertEquals(List.of("G02 2022-07-14T15:24 to 2022-07-14T22:16, NANU 2022034"), lines(outages));
    assertOneProblem(outages, "c.txt");
    InputFormatException problem =
        assertThrows(InputFormatException.class, () -> Outages.read(folder.resolve("c.txt")));
    assertTrue(problem.getMessage().contains("holds no notices"), problem.getMessage());
  }

  @Test
  void aNoticeThatContradictsAnotherOfItsNumberIsNamed() throws IOException {
    Outages outages =
        read(
            Notices.nanu("UNUNOREF", "2022103", "29", "", "2022-11-04T08:43", "2022-11-04T10:32"),
            Notices.nanu("UNUNOREF", "2022103", "29", "", "2022-11-04T08:43", "2022-11-04T10:32"),
            Notices.nanu("UNUNOREF", "2022103", "29", "", "2022-11-04T08:43", "2022-11-04T11:32"));
    assertEquals(List.of("G29 2022-11-04T08:43 to 2022-11-04T10:32, NANU 2022103"), lines(outages));
    assertOneProblem(outages, "occurs twice");
  }

  /** What damages a notice, so that it cannot be understood. */
  @ParameterizedTest
  @CsvSource({
    "NANU TYPE: UNUNOREF, NANU TYPE: UNUN?REF",
    "NANU TYPE: UNUNOREF, N?NU TYPE: UNUNOREF",
    "NANU NUMBER: , NANU NUMBER: 9",
    "(NANU) 2, (NANU) 1",
    "'       PRN: ', '       PRN: 7'",
    "'       PRN: ', '       PRN? '",
    "START JDAY: 0, START JDAY: 3",
    "START TIME ZULU: 1, START TIME ZULU: 9",
    "START TIME ZULU: 1, START TIME ZULU: x",
    "'START CALENDAR DATE: ', START CALENDAR DATE: 3",
    "' JAN 2022\n       STOP', ' XAN 2022\n       STOP'",
    "' JAN 2022\n       STOP', ' JAN 2O22\n       STOP'",
    "STOP JDAY: 0, STOP JDAY: 5",
    "STOP TIME ZULU: 1, STOP TIME ZULU:",
    "STOP TIME ZULU: 1, STOP TIME ZULU: 7",
    "'STOP CALENDAR DATE: ', STOP CALENDAR DATE: 4",
    "STOP CALENDAR DATE, STOP CALENDAR DOTE",
    "'STOP TIME ZULU: 16', 'STOP TIME ZULU: 14'",
    "' JAN 2022\n\n2.', ' JAN 2021\n\n2.'",
    "' JAN 2022\n\n2.', ' FEB 2022\n\n2.'",
  })
  void aDamagedNoticeIsOneLineAndAffectsNoOther(String found, String damage) throws IOException {
    StringBuilder text = new StringBuilder();
    int damaged = 10;
    for (int i = 0; i <= 2 * damaged; i++) {
      String two = (i < 9 ? "0" : "") + (1 + i);
      String day = "2022-01-" + two;
      String notice =
          Notices.nanu("UNUNOREF", "20220" + two, two, "", day + "T15:00", day + "T16:00");
      assertTrue(notice.contains(found), notice);
      text.append(i % 2 == 0 ? notice : notice.replace(found, damage));
    }
    Outages outages = read(text.toString());
    assertEquals(damaged + 1, outages.all().size());
    for (Outage outage : outages.all()) {
      assertEquals(1, outage.source().charAt(11) & 1, outage.source());
    }
    assertEquals(damaged, outages.problems().size(), () -> outages.problems().toString());
    outages.problems().forEach(problem -> assertFalse(problem.contains("\n"), problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20x2034 FCSTSUMM    02  2022033  2022_195_1524  2022_195_2216",
        "202234 FCSTSUMM    02  2022033  2022_195_1524  2022_195_2216",
        "2022034 FCSTSUM?    02  2022033  2022_195_1524  2022_195_2216",
        "2022034 FCSTSUMM    0x  2022033  2022_195_1524  2022_195_2216",
        "2022034 FCSTSUMM    99  2022033  2022_195_1524  2022_195_2216",
        "2022034 FCSTSUMM    02  20220    2022_195_1524  2022_195_2216",
        "2022034 FCSTSUMM    02  2022033  2022_395_1524  2022_195_2216",
        "2022034 FCSTSUMM    02  2022033  2012_195_1524  2022_195_2216",
        "2022034 FCSTSUMM    02  2022033  2022_195_1524  2022_195_2716",
        "2022034 FCSTSUMM    02  2022033  2022_195_1524  2022_195_1516",
        "2022034 FCSTSUMM    02  2022033  2022_195_1524  -",
        "2022034 FCSTSUMM    02  2022033  -              2022_195_2216",
        "2022034 FCSTSUMM    02  2022033  2022_195_1524",
        "2022034             02  2022033  2022_195_1524  2022_195_2216",
      })
  void aDamagedLineOfASummaryIsOneProblem(String line) throws IOException {
    Outages outages =
        read(
            "+nanu_sum",
            " 2022028 FCSTSUMM    15  2022027  2022_158_1317  2022_158_2044",
            " " + line,
            " 2022036 FCSTSUMM    04  2022035  2022_210_0227  2022_210_0733",
            "-nanu_sum");
    assertEquals(List.of("G15", "G04"), outages.all().stream().map(Outage::prn).toList());
    assertOneProblem(outages, "line 3: this notice");
  }

  @Test
  void thePrnOfADecommissionedSatelliteIsFreeForAnother() {
    Instant start = Instant.parse("2019-06-01T00:00:00Z");
    Instant end = Instant.parse("2019-06-02T00:00:00Z");
    Satellite svn34 = Satellite.of(GnssSystem.GPS, "G18", 22877, OrbitClass.MEO);
    Satellite svn54 = Satellite.of(GnssSystem.GPS, "G18", 26690, OrbitClass.MEO);
    Outages bundled = Outages.bundled();
    assertTrue(bundled.of(svn34, start, end).isEmpty());
    assertEquals(
        List.of("NANU 2021010"),
        bundled.of(svn54, start, end).stream().map(Outage::source).toList());
  }

  @Test
  void aSatelliteWithoutACatalogueNumberIsIdentifiedByItsPrn() {
    Instant start = Instant.parse("2022-07-14T00:00:00Z");
    Satellite g02 = Satellite.of(GnssSystem.GPS, "G02", 0, OrbitClass.MEO);
    assertEquals(1, Outages.bundled().of(g02, start, start.plusSeconds(86_400)).size());
  }

  @Test
  void theBundledListKnowsGpsIn2022AndNotIn2019() {
    Outages bundled = Outages.bundled();
    Instant july = Instant.parse("2022-07-14T00:00:00Z");
    Satellite g02 = Satellite.of(GnssSystem.GPS, "G02", 28474, OrbitClass.MEO);
    assertEquals(
        List.of(
            new Outage(
                GnssSystem.GPS,
                "G02",
                Instant.parse("2022-07-14T15:24:00Z"),
                Optional.of(Instant.parse("2022-07-14T22:16:00Z")),
                false,
                "NANU 2022034")),
        bundled.of(g02, july, july.plusSeconds(86_400)));
    assertTrue(bundled.knows(GnssSystem.GPS, july, july.plusSeconds(86_400)));
    assertFalse(bundled.knows(GnssSystem.BDS, july, july.plusSeconds(86_400)));
    Instant in2019 = Instant.parse("2019-06-01T00:00:00Z");
    assertFalse(bundled.knows(GnssSystem.GPS, in2019, in2019.plusSeconds(86_400)));
  }

  @Test
  void everyBundledOutageIsOfASatelliteThatHeldThePrnThen() {
    for (Outage outage : Outages.bundled().all()) {
      if (!outage.prn().isEmpty()) {
        assertTrue(Satellite.withPrn(outage.prn(), outage.from()).isPresent(), outage.toString());
      }
    }
  }

  @Test
  void allSatellitesOfGalileoWereOutInJuly2019() {
    Satellite e11 = Satellite.of(GnssSystem.GAL, "E11", 37846, OrbitClass.MEO);
    Satellite g11 = Satellite.of(GnssSystem.GPS, "G11", 25933, OrbitClass.MEO);
    Instant start = Instant.parse("2019-07-14T00:00:00Z");
    Outages bundled = Outages.bundled();
    assertEquals(1, bundled.of(e11, start, start.plusSeconds(86_400)).size());
    assertTrue(bundled.of(g11, start, start.plusSeconds(86_400)).isEmpty());
    assertTrue(bundled.knows(GnssSystem.GAL, start, start.plusSeconds(86_400)));
  }

  private static boolean knowsDay(Outages outages, GnssSystem system, String day) {
    Instant start = Instant.parse(day + "T00:00:00Z");
    return outages.knows(system, start, start.plusSeconds(86_400));
  }

  @Test
  void noticesCoverTheirSystemFromTheirFirstDayToTheirLast() throws IOException {
    Outages outages =
        read(
            Notices.nanu("UNUNOREF", "2022010", "02", "", "2022-03-01T15:00", "2022-03-02T16:00"),
            Notices.nanu("UNUNOREF", "2023010", "03", "", "2023-07-01T15:00", "2023-07-01T16:00"),
            Notices.nanu("UNUNOREF", "2025010", "04", "", "2025-05-05T15:00", "2025-05-05T16:00"));
    for (String day :
        List.of("2022-03-01", "2022-03-02", "2022-11-30", "2023-07-01", "2025-05-05")) {
      assertTrue(knowsDay(outages, GnssSystem.GPS, day), day);
      assertFalse(knowsDay(outages, GnssSystem.GAL, day), day);
    }
    for (String day : List.of("2022-02-28", "2023-07-02", "2024-06-01", "2025-05-06")) {
      assertFalse(knowsDay(outages, GnssSystem.GPS, day), day);
    }
    Instant start = Instant.parse("2023-06-30T00:00:00Z");
    assertTrue(outages.knows(GnssSystem.GPS, start, start.plusSeconds(2 * 86_400)));
    assertFalse(outages.knows(GnssSystem.GPS, start, start.plusSeconds(2 * 86_400 + 1)));
  }

  @Test
  void aSummaryCoversItsYearFromTheBeginning() throws IOException {
    Outages outages =
        read("+nanu_sum", "2022034 FCSTSUMM 02 2022033 2022_195_1524 2022_195_2216", "-nanu_sum");
    assertTrue(knowsDay(outages, GnssSystem.GPS, "2022-01-01"));
    assertTrue(knowsDay(outages, GnssSystem.GPS, "2022-07-14"));
    assertFalse(knowsDay(outages, GnssSystem.GPS, "2022-07-15"));
    assertFalse(knowsDay(outages, GnssSystem.GPS, "2021-12-31"));
  }

  @Test
  void aTableCoversTheDaysOfItsOutages() throws IOException {
    Outages outages = read("prn,from,to,source", "C19,2022-07-14T03:10,2022-07-15T00:00,my log");
    assertTrue(knowsDay(outages, GnssSystem.BDS, "2022-07-14"));
    assertFalse(knowsDay(outages, GnssSystem.BDS, "2022-07-15"));
    assertFalse(Outages.none().knows(GnssSystem.BDS, Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
  }

  /** G50 is a typing error: the highest PRN of GPS is G32. */
  @Test
  void whatIsAboutNoSatelliteCoversNothing() throws IOException {
    Outages table = read("prn,from,to,source", "G50,2022-07-14T03:10,2022-07-14T09:00,my log");
    assertFalse(knowsDay(table, GnssSystem.GPS, "2022-07-14"));
    Outages notice =
        read(Notices.nanu("UNUNOREF", "2022010", "50", "", "2022-07-14T15:00", "2022-07-14T16:00"));
    assertEquals(1, notice.all().size());
    assertFalse(knowsDay(notice, GnssSystem.GPS, "2022-07-14"));
  }

  @Test
  void anExtensionOfAnUnknownOutageWithoutAStartIsNamed() throws IOException {
    Outages outages =
        read(Notices.nagu("EXTNS", "2026033", "12", "2026032", "", "2026-06-03 07:00"));
    assertTrue(outages.all().isEmpty());
    assertOneProblem(
        outages,
        "NAGU 2026033 extends an outage without a known start, expected its start or NAGU");
    assertOneProblem(outages, "2026032");
  }

  @Test
  void aSecondNumberBeginsANoticeWhoseMissingTypeIsNamed() throws IOException {
    String first =
        Notices.nanu("UNUNOREF", "2022010", "02", "", "2022-03-01T15:00", "2022-03-01T16:00");
    String second =
        Notices.nanu("UNUNOREF", "2022011", "03", "", "2022-03-02T15:00", "2022-03-02T16:00")
            .replaceAll("NOTICE ADVISORY.*|.*NANU TYPE.*", "");
    Outages outages = read(first, second);
    assertEquals(1, outages.all().size());
    assertOneProblem(outages, "has no type");
  }
}
