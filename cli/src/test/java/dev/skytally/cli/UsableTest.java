package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Satellites count only while they are usable according to notices, if that is wanted. */
class UsableTest {
  /** G02 was out of service from 15:24 to 22:16, NANU 2022034. */
  private static final String DAY = " --date 2022-07-14";

  private static final String ONE_SIDED =
      "skytally: warning: outages of BeiDou in this window are unknown, because no notice of"
          + " the bundled list covers the window, so the comparison is one-sided\n";

  @TempDir Path folder;

  private static String oneLine(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }

  @Test
  void anOutageOfSevenHoursChangesTheVerdict() {
    assertTrue(Run.ofLine("capitals" + DAY).out().startsWith("BeiDou leads in 161 of 195"));
    Run usable = Run.ofLine("capitals --usable" + DAY);
    assertTrue(usable.out().startsWith("BeiDou leads in 173 of 195"), usable.out());
    assertTrue(usable.err().endsWith(ONE_SIDED), usable.err());
    assertTrue(
        oneLine(usable)
            .contains(
                "status operational, while usable according to notices (the bundled list) Outages"
                    + " G02 out of service 15:24-22:16, NANU 2022034"),
        usable.out());
    assertFalse(usable.out().contains("healthy"), usable.out());
  }

  @Test
  void jsonAndCsvNameTheRule() {
    JsonNode json = Run.ofLine("capitals --usable --format json" + DAY).json();
    JsonNode outages = json.get("outages");
    assertEquals("usable according to notices", outages.get("rule").asText());
    assertEquals("the bundled list", outages.get("source").asText());
    JsonNode outage = outages.at("/list/0");
    assertEquals(1, outages.get("list").size());
    assertEquals("G02", outage.get("prn").asText());
    assertEquals("2022-07-14T15:24:00.000Z", outage.get("from").asText());
    assertEquals("2022-07-14T22:16:00.000Z", outage.get("to").asText());
    assertEquals("NANU 2022034", outage.get("notice").asText());
    assertTrue(
        json.get("notices").toString().contains("\"kind\":\"outages_unknown\""),
        json.get("notices").toString());
    List<String> csv = Run.ofLine("capitals --usable --format csv" + DAY).out().lines().toList();
    assertTrue(csv.get(0).endsWith(",usable_according_to,outages_unknown"), csv.get(0));
    assertTrue(csv.get(1).endsWith(",the bundled list,BDS"), csv.get(1));
  }

  @Test
  void aDayWithoutOutagesHasTheSameFigures() {
    String day = " --date 2022-06-15 --format csv";
    List<String> all = Run.ofLine("capitals" + day).out().lines().toList();
    List<String> usable = Run.ofLine("capitals --usable" + day).out().lines().toList();
    assertEquals(all.size(), usable.size());
    for (int i = 1; i < all.size(); i++) {
      assertEquals(all.get(i) + ",the bundled list,BDS", usable.get(i));
    }
    assertTrue(
        oneLine(Run.ofLine("capitals --usable --date 2022-06-15"))
            .contains(
                "Outages none of GPS in this window; unknown of BeiDou, which the notices do not"
                    + " cover, so the comparison is one-sided"));
    assertTrue(
        oneLine(Run.ofLine("capitals --usable --systems GPS --date 2022-06-15"))
            .contains("Outages none in this window"));
  }

  /** The bundled notices end in 2025, and the own ones on 1 December 2020. */
  @ParameterizedTest
  @ValueSource(strings = {"--usable --date 2026-07-01", "--outages %s --date 2024-06-15"})
  void outagesAreUnknownWhereNoNoticeCoversTheWindow(String options) throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(
        table,
        "prn,from,to,source\nG13,2020-12-01,2020-12-02,log\nG14,2020-11-01,2020-11-02,log\n");
    String line = " --systems GPS " + options.formatted(table);
    Run run = Run.ofLine("capitals" + line);
    assertTrue(
        oneLine(run).contains("Outages unknown: the notices do not cover this window"), run.out());
    assertTrue(run.err().contains("outages of GPS in this window are unknown"), run.err());
    assertEquals(
        "[\"GPS\"]",
        Run.ofLine("capitals --format json" + line).json().at("/outages/unknown").toString());
    Path picture = folder.resolve("picture.svg");
    assertTrue(
        words("capitals --language de -q" + line + " --report", picture, "", "")
            .contains("Ausfälle von GPS unbekannt"));
  }

  @Test
  void anOutageWithoutAnEndIsKnownLongAfterTheLastNotice() throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG14,2020-11-01,,log\n");
    Run run = Run.ofLine("capitals --systems GPS --date 2024-06-15 --outages " + table);
    assertTrue(
        oneLine(run)
            .contains(
                "Outages G14 out of service from 2020-11-01 00:00 on, log; GPS may have others,"
                    + " because the notices do not cover"),
        run.out());
    assertTrue(
        run.err()
            .contains("outages of GPS in this window may not all be known, because no notice of"),
        run.err());
  }

  /** The list ends on 1 December 2020, and the window a day later. */
  @Test
  void outagesAreKnownUntilTheNoticesEndInTheWindow() throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG13,2020-12-01T14:00,2020-12-01T16:00,log\n");
    String line = "capitals --date 2020-12-01 --duration 2d --outages " + table;
    Run one = Run.ofLine(line + " --systems GPS");
    assertTrue(
        oneLine(one).contains("2020-12-01 16:00, log; known of GPS only until 2020-12-02 00:00 "),
        oneLine(one));
    assertTrue(
        one.err()
            .endsWith(
                "outages of GPS in this window are known only until 2020-12-02T00:00:00Z, because no"
                    + " notice of %s covers the rest\n".formatted(table)),
        one.err());
    Run both = Run.ofLine(line);
    assertTrue(
        oneLine(both)
            .contains(
                "until 2020-12-02 00:00; unknown of BeiDou: the notices do not cover this window"),
        oneLine(both));
    assertTrue(both.err().contains("outages of BeiDou in this window are unknown"), both.err());
    String german =
        words(line + " --language de -q --report", folder.resolve("picture.svg"), "", "");
    assertTrue(german.contains("Ausfälle von GPS nur bekannt bis 02.12.2020 00:00"), german);
    assertTrue(german.contains("Ausfälle von BeiDou unbekannt"), german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2d | from 2020-12-01T00:00:00Z on
          3d | from 2020-12-01T00:00:00Z to 2020-12-02T00:00:00Z
          """)
  void outagesAreKnownInThePartOfTheWindowThatNoticesCover(String duration, String part)
      throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG13,2020-12-01T14:00,2020-12-01T16:00,log\n");
    Run run =
        Run.ofLine(
            "plan Kabul --systems GPS --date 2020-11-30 --duration %s --outages %s"
                .formatted(duration, table));
    assertTrue(run.err().contains("are known only " + part + ", because"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Outages of GPS known only until 2020-12-02 00:00; outages of BeiDou unknown
          de | Ausfälle von GPS nur bekannt bis 02.12.2020 00:00; Ausfälle von BeiDou unbekannt
          fr | Indisponibilités de GPS connues seulement jusqu’au 02/12/2020 00:00
          """)
  void topOfThePageSaysWhichOutagesAreUnknown(String language, String expected) throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG13,2020-12-01T14:00,2020-12-01T16:00,log\n");
    String line = "plan Kabul --systems GPS,BDS --format page --date 2020-12-01 --duration 2d";
    assertFalse(page(line).at("/incomplete/" + language).asText().contains("GPS"));
    String mark = page(line + " --outages " + table).at("/incomplete/" + language).asText();
    assertTrue(mark.contains(expected), mark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder/log.csv", ".log.csv"})
  void aFolderOfFetchedNoticesMayHoldNoFiles(String ignored) throws IOException {
    Path file = folder.resolve("skytally/notices").resolve(ignored);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Dear reader");
    String line = "sky Kabul --systems GPS --at 2022-07-14T12:00 --usable";
    assertEquals(
        Run.ofLine(line), Run.in(Map.of("XDG_DATA_HOME", folder.toString()), line.split(" ", -1)));
  }

  @Test
  void nothingIsOneSidedWhereAllSystemsAreKnown() {
    Run run = Run.ofLine("capitals --usable --systems GPS --date 2022-06-15");
    assertFalse(run.err().contains("one-sided"), run.err());
    Run unknown = Run.ofLine("capitals --usable --systems BDS --date 2022-06-15");
    assertTrue(
        unknown
            .err()
            .endsWith("are unknown, because no notice of the bundled list covers the window\n"),
        unknown.err());
  }

  @Test
  void aPassNamesTheNoticeThatCutsIt() throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(
        table,
        """
        prn,from,to,source
        G13,2020-12-01T14:00,2020-12-01T16:00,my log
        """);
    Run run =
        Run.of("passes", "Addis Ababa", "--date", "2020-12-01", "--outages", table.toString());
    List<String> passes = run.out().lines().filter(line -> line.startsWith("G13")).toList();
    assertTrue(
        passes.stream().anyMatch(line -> line.matches("G13 .* 12-01 14:00:00 .* my log")),
        passes.toString());
    assertTrue(
        passes.stream()
            .anyMatch(line -> line.matches("G13 +12-01 16:00:00 .*out of service 14:00-16:00.*")),
        passes.toString());
    String question = "passes ET --date 2020-12-01 -q --outages " + table + " --format ";
    String csv = Run.ofLine(question + "csv").out();
    assertEquals(2, csv.lines().filter(line -> line.matches(".*,G13,.*,my log,.*")).count(), csv);
    List<String> notices = new ArrayList<>();
    for (JsonNode pass : Run.ofLine(question + "json").json().get("passes")) {
      if (pass.get("prn").asText().equals("G13") && !pass.get("notice").isNull()) {
        notices.add(pass.get("notice").asText());
      }
    }
    assertEquals(List.of("my log", "my log"), notices);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-01T14:00 | 2020-12-01T16:00 | 14:00-16:00
          2020-12-01T03:00:30 | 2020-12-01T03:00:50 | 03:00:30-03:00:50
          2020-12-01T00:00 | 2020-12-02T00:00 | all day
          2020-12-01T14:00 | 2020-12-02T00:00 | 2020-12-01 14:00 to 2020-12-02 00:00
          2020-11-30T00:00 | 2020-12-01T16:00 | 2020-11-30 00:00 to 2020-12-01 16:00
          """)
  void anOutageHasDatesUnlessItIsWithinTheDay(String from, String to, String when)
      throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG13,%s,%s,my log\n".formatted(from, to));
    Run run = Run.ofLine("passes Kabul --systems GPS --date 2020-12-01 --outages " + table);
    assertTrue(oneLine(run).contains("Outages G13 out of service " + when + ", my log"), run.out());
  }

  /** C01 stands over the equator at 140 degrees east, and is out for the second half of the day. */
  @Test
  void skyAndWorldLackTheSatellite() throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nC01,2020-12-01T12:00,,my log\n");
    String with = " --outages " + table;
    String sky = "sky Beijing --systems BDS --at 2020-12-01T12:00";
    assertTrue(Run.ofLine(sky).out().contains("\nC01 "));
    assertFalse(Run.ofLine(sky + with).out().contains("\nC01 "));
    String below =
        "world --resolution 5 --bounds 140,0,145,5 --every 1h --systems BDS --date 2020-12-01";
    Run world = Run.ofLine(below + with);
    assertTrue(
        oneLine(world).contains("Outages C01 out of service from 2020-12-01 12:00 on, my log"),
        world.out());
    assertEquals(0.5, mean(below) - mean(below + with), 1e-6);
  }

  /** Returns the mean number of BeiDou satellites in the only cell of a world. */
  private static double mean(String world) {
    Run run = Run.ofLine(world + " --format csv");
    assertEquals(2, run.lines().size(), run.out());
    return Double.parseDouble(run.cells(1)[List.of(run.cells(0)).indexOf("bds_mean")]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          world --resolution 5 --every 1h -o              | counted only while usable according to notices
          world --resolution 5 --every 1h --language fr -o | utilisables selon les avis
          capitals --report                               | while usable according to notices
          capitals --language de --report                 | solange laut Mitteilungen nutzbar
          """)
  void picturesNameTheRule(String command, String rule) throws IOException {
    Path picture = folder.resolve("picture.svg");
    assertFalse(words(command, picture, "").contains(rule));
    assertTrue(words(command, picture, " --usable").contains(rule));
  }

  /** NANU 2024046: G31 was out of service from 04:45 to 11:18. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "es", "fr", "de", "ru"})
  void pageNamesTimeAndNoticeOfAnOutageInEachLanguage(String language) throws IOException {
    String facts = definition("--usable --date 2024-09-27", language);
    assertTrue(facts.contains("04:45-11:18"), facts);
    assertTrue(facts.contains("NANU 2024046"), facts);
    assertEquals(language.equals("en"), facts.contains("the bundled list"), facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | ["Ausfälle","Ausfälle von GPS unbekannt: Die Mitteilungen
          fr | ["Indisponibilités","indisponibilités de GPS inconnues : les avis
          es | ["Interrupciones","interrupciones de GPS desconocidas: los avisos
          """)
  void unknownOutagesAreOneFactOfThePage(String language, String expected) throws IOException {
    String facts = definition("--usable --systems GPS --date 2026-10-05", language);
    assertTrue(facts.contains(expected), facts);
    String sentence = expected.substring(expected.lastIndexOf('"') + 1);
    assertEquals(facts.indexOf(sentence), facts.lastIndexOf(sentence), facts);
  }

  @Test
  void germanDefinitionSaysThatAnAnnouncedOutageIsExpected() throws IOException {
    Path notice = folder.resolve("2020099.nnu");
    Files.writeString(
        notice,
        """
        NOTICE ADVISORY TO NAVSTAR USERS (NANU) 2020099
        SUBJ: SVN43 (PRN13) FORECAST OUTAGE
        1.     NANU TYPE: FCSTMX
               NANU NUMBER: 2020099
               NANU DTG: 251200Z NOV 2020
               REFERENCE NANU: N/A
               SVN: 43
               PRN: 13
               START JDAY: 336
               START TIME ZULU: 1400
               START CALENDAR DATE: 01 DEC 2020
               STOP JDAY: 336
               STOP TIME ZULU: 1600
               STOP CALENDAR DATE: 01 DEC 2020
        2.  CONDITION: ANY: WORD
        """);
    String facts = definition("--systems GPS --date 2020-12-01 --outages " + notice, "de");
    assertTrue(facts.contains("G13 14:00-16:00 (NANU 2020099, erwartet)"), facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-01T14:00 | 2020-12-01T16:00 | G13 14:00-16:00 (my log)
          2020-12-01T00:00 | 2020-12-02T00:00 | G13 ganztägig (my log)
          2020-12-01T14:00 | 2020-12-02T00:00 | G13 01.12.2020 14:00 bis 02.12.2020 00:00 (my log)
          2020-12-01T14:00 |                  | G13 ab 01.12.2020 14:00 (my log)
          2020-11-01T00:00 | 2020-11-02T00:00 | keine von GPS im Zeitraum
          """)
  void germanDefinitionHasTimesAndSources(String from, String to, String expected)
      throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(
        table,
        "prn,from,to,source\nG13,%s,%s,my log\nG14,2020-12-03T00:00,2020-12-04T00:00,my log\n"
            .formatted(from, to == null ? "" : to));
    String facts = definition("--systems GPS --date 2020-12-01 --outages " + table, "de");
    assertTrue(facts.contains(expected), facts);
    assertTrue(facts.contains("Mitteilungen: " + table), facts);
    String both = definition("--systems GPS --date 2020-12-01 --usable --outages " + table, "de");
    assertTrue(both.contains("Mitteilungen: mitgelieferte Liste und " + table), both);
  }

  /** Returns the definition on the page of the planner, in a language. */
  private static String definition(String options, String language) throws IOException {
    return page("plan Kabul --format page " + options).at("/facts/" + language).toString();
  }

  private static JsonNode page(String line) throws IOException {
    return new ObjectMapper().readTree(Run.ofLine(line).out());
  }

  /** Returns the words of a picture, in one line. */
  private static String words(String command, Path picture, String more) throws IOException {
    return words(command, picture, DAY, more);
  }

  private static String words(String command, Path picture, String day, String more)
      throws IOException {
    assertEquals(0, Run.ofLine(command + " " + picture + day + more).exitCode());
    return Files.readString(picture).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void anOutageThatBeginsWithTheNextDayIsNoneOfThisDay() throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(
        table,
        """
        prn,from,to,source
        G13,2020-11-30T00:00,2020-11-30T01:00,my log
        G13,2020-12-02T00:00,2020-12-02T16:00,my log
        """);
    String with = "--systems GPS --outages " + table;
    Run day = Run.ofLine("passes Kabul --date 2020-12-01 " + with);
    assertTrue(oneLine(day).contains("Outages none in this window"), day.out());
    Run moment = Run.ofLine("sky Kabul --at 2020-12-02T00:00Z " + with);
    assertTrue(oneLine(moment).contains("Outages G13 out of service"), moment.out());
  }

  @Test
  void oneNoticeOfAnotherYearSaysNothingAboutTheWindow() throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG13,2020-12-01T14:00,2020-12-01T16:00,my log\n");
    String line = "passes Kabul --systems GPS --outages " + table + " --date ";
    assertFalse(Run.ofLine(line + "2020-12-01").err().contains("are unknown"));
    Run later = Run.ofLine(line + "2022-07-14");
    assertTrue(later.err().contains("outages of GPS in this window are unknown"), later.err());
  }

  /** G13 rises at 13:38:26 and would be in view until after 16:00. */
  @Test
  void anOutageEndsAWindowOfAPlan() throws IOException {
    JsonNode windows =
        planOfG13("--need", "satellites >= 1", "--format", "json").json().at("/sites/0/windows");
    List<String> begins = windows.findValuesAsText("begin");
    assertTrue(begins.contains("2020-12-01T16:00:00.000Z"), windows.toString());
    List<String> causes = new ArrayList<>();
    for (JsonNode window : windows) {
      if (window.get("end").asText().equals("2020-12-01T14:00:00.000Z")) {
        causes.add(
            window.get("end_cause").asText() + " of " + window.get("end_satellite").asText());
      }
    }
    assertEquals(List.of("out_of_service of G13"), causes);
  }

  @Test
  void planSaysThatAnOutageEndsAWindow() throws IOException {
    String inView = planOfG13("--need", "satellites >= 1").out();
    assertTrue(inView.contains("G13 out of service: satellites < 1\n"), inView);
    String noneInView = planOfG13("--need", "satellites < 1").out();
    assertTrue(noneInView.contains("G13 back in service: satellites >= 1\n"), noneInView);
  }

  private Run planOfG13(String... options) throws IOException {
    Path table = folder.resolve("outages.csv");
    Files.writeString(table, "prn,from,to,source\nG13,2020-12-01T14:00,2020-12-01T16:00,my log\n");
    Path only = folder.resolve("only.csv");
    Files.writeString(only, "system,norad\nGPS,24876\n");
    List<String> line =
        new ArrayList<>(
            List.of("plan", "Addis Ababa", "--date", "2020-12-01", "--mask", "5", "--systems"));
    line.addAll(List.of("GPS", "--only", only.toString(), "--outages", table.toString()));
    line.addAll(List.of(options));
    return Run.of(line.toArray(String[]::new));
  }

  @Test
  void notUnderstoodNoticesAreNamedAndTheFirstFewPrinted() throws IOException {
    Path summary = folder.resolve("nanus_sum.2020");
    StringBuilder text = new StringBuilder("+nanu_sum\n");
    for (int i = 10; i < 20; i++) {
      text.append(" 20200%s FCSTSUMM 1X - 2020_336_0000 2020_336_0100\n".formatted(i));
    }
    Files.writeString(summary, text.append("-nanu_sum\n"));
    String line = "sky Kabul --systems GPS --at 2020-12-01T12:00 --outages " + summary;
    Run run = Run.ofLine(line);
    List<String> warnings =
        run.err().lines().filter(warning -> warning.contains("not counted:")).toList();
    assertEquals(4, warnings.size(), run.err());
    assertTrue(warnings.get(0).contains(summary + ", line 2: this notice is damaged"));
    assertTrue(
        warnings.get(3).endsWith("not counted: 7 more notices of outages (all: --format json)"));
    JsonNode notices = Run.ofLine(line + " --format json").json().get("notices");
    assertEquals(
        10, notices.findValuesAsText("kind").stream().filter("damaged_notice"::equals).count());
  }

  /** Both change the result, so a quiet program names them too. */
  @Test
  void outageThatDoesNotCountIsNamedEvenIfQuiet() throws IOException {
    Path file = folder.resolve("outages.csv");
    Files.writeString(
        file,
        """
        prn,from,to,source
        G77,2020-12-01T00:00,2020-12-02T00:00,log
        G13,yesterday,2020-12-02T00:00,log
        G13,2020-12-01T00:00,2020-12-02T00:00,log
        """);
    String line = "sky Kabul --systems GPS --at 2020-12-01T12:00 -q --outages " + file;
    List<String> warnings = Run.ofLine(line).err().lines().toList();
    assertEquals(2, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("not counted: " + file + ", line 3"), warnings.get(0));
    assertEquals(
        "skytally: warning: not counted: " + file + ": no satellite has the PRN G77 on 2020-12-01",
        warnings.get(1));
  }

  /** NANU 2022034 is bundled; a survey's own log adds BeiDou's C19 on the same day. */
  @Test
  void theOutagesOfAFileCountBesideTheBundledOnes() throws IOException {
    Path table = folder.resolve("log.csv");
    Files.writeString(
        table,
        """
        prn,from,to,source
        C19,2022-07-14T03:10,2022-07-14T09:52,my log
        G05,2022-07-14T10:00,2022-07-14T11:00,my log
        """);
    Run run = Run.ofLine("capitals --usable --format json" + DAY + " --outages " + table);
    JsonNode outages = run.json().get("outages");
    assertEquals("the bundled list and " + table, outages.get("source").asText());
    List<String> prns = new ArrayList<>();
    outages.get("list").forEach(outage -> prns.add(outage.get("prn").asText()));
    assertEquals(List.of("G02", "G05", "C19"), prns, run.out());
    assertEquals("[]", outages.get("unknown").toString(), run.out());
  }

  @Test
  void aFileWithoutNoticesIsAnError() throws IOException {
    Path file = folder.resolve("letter.txt");
    Files.writeString(file, "Dear reader");
    Run run = Run.ofLine("sky Kabul --outages " + file);
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.err().contains("letter.txt: holds no notices, expected NANU"), run.err());
  }
}
