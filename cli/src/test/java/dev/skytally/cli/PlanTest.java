package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of {@code plan} and its series. */
class PlanTest {
  private static final String[] NEED = {
    "plan",
    "47.03N,28.84E",
    "--date",
    "2026-10-05",
    "--mask",
    "15",
    "--need",
    "gps.satellites >= 8, pdop <= 1.5"
  };

  @TempDir Path folder;

  private static Run plan(String... more) {
    String[] all = Arrays.copyOf(NEED, NEED.length + more.length);
    System.arraycopy(more, 0, all, NEED.length, more.length);
    Run run = Run.of(all);
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  private static JsonNode site(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--format", "json"));
    return plan(arguments.toArray(String[]::new)).json().at("/sites/0");
  }

  private static Instant instant(JsonNode node, String field) {
    return OffsetDateTime.parse(node.get(field).asText()).toInstant();
  }

  @Test
  void tableRanksTheWindowsAndSaysWhatEndsThem() {
    JsonNode site = site();
    String table = plan().out();
    assertTrue(site.get("windows").size() > 2, site.toString());
    assertTrue(
        table.startsWith(site.get("windows").size() + " windows at 47.03N,28.84E; the best from "),
        table);
    assertTrue(table.contains("\nWanted    gps.satellites >= 8, pdop <= 1.5\n"), table);
    assertTrue(table.contains(" sets: GPS satellites < 8\n"), table);
    assertTrue(table.contains("\nAvoid\nBegin "), table);
    assertTrue(table.lines().allMatch(line -> line.length() <= 80), table);
    double last = 0;
    for (JsonNode window : site.get("windows")) {
      double pdop = window.get("pdop_median").asDouble();
      assertTrue(last <= pdop && pdop <= 1.5, site.toString());
      last = pdop;
    }
  }

  @Test
  void windowsAndPeriodsToAvoidFillTheDay() {
    JsonNode site = site("--for", "30m");
    double seconds = 0;
    for (JsonNode window : site.get("windows")) {
      assertTrue(window.get("length_s").asDouble() >= 1800);
      seconds += length(window);
    }
    for (JsonNode avoid : site.get("avoid")) {
      seconds += length(avoid);
    }
    assertEquals(86_400, seconds, 0.1);
  }

  @Test
  void periodsToAvoidFollowEachOtherInTheTable() {
    String last = "";
    int tooShort = 0;
    String table = plan("--for", "30m").out();
    for (String line : table.substring(table.indexOf("\nAvoid\n")).split("\n", -1)) {
      if (line.startsWith("10-0")) {
        assertTrue(last.compareTo(line.substring(0, 14)) <= 0, table);
        last = line.substring(15, 29);
        tooShort += line.endsWith(" good, but too short") ? 1 : 0;
      }
    }
    assertTrue(tooShort > 0, table);
  }

  /** From a rise to the moment at which the dilution exceeds its limit. */
  @Test
  void stretchWithoutAWholeSecondDoesNotEndBeforeItBegins() {
    String plan = "plan 47.03N,28.84E --date 2026-10-05 --mask 15 --need pdop<=1.353833";
    String csv = Run.ofLine(plan + " --format csv").out();
    assertTrue(csv.contains(",2026-10-05T01:46:00.629Z,2026-10-05T01:46:00.882Z,0.253,"), csv);
    String stretch = "10-05 01:46:00 10-05 01:46:00 0:00 ";
    String windows = Run.ofLine(plan).out();
    assertTrue(windows.contains(" " + stretch), windows);
    String avoid = Run.ofLine(plan + " --for 30m").out();
    assertTrue(avoid.contains("\n" + stretch + "good, but too short\n"), avoid);
  }

  /** Returns the length of a window or a period, which is from its beginning to its end. */
  private static double length(JsonNode period) {
    Instant begin = Instant.parse(period.get("begin").asText());
    Instant end = Instant.parse(period.get("end").asText());
    double seconds = Duration.between(begin, end).toMillis() / 1e3;
    assertEquals(seconds, period.get("length_s").asDouble());
    return seconds;
  }

  @Test
  void csvHasTheWindowsAndThenThePeriodsToAvoid() {
    JsonNode site = site();
    Run csv = plan("--format", "csv");
    List<String> header = List.of(csv.cells(0));
    int windows = site.get("windows").size();
    assertEquals(windows + site.get("avoid").size(), csv.lines().size() - 1);
    for (int i = 0; i < csv.lines().size() - 1; i++) {
      boolean isWindow = i < windows;
      JsonNode row = isWindow ? site.get("windows").get(i) : site.get("avoid").get(i - windows);
      for (String name : List.of("begin", "end", "length_s")) {
        assertTrue(csv.lines().get(i + 1).contains("," + row.get(name).asText() + ","), name);
      }
      assertTrue(csv.lines().get(i + 1).contains(isWindow ? ",window," : ",avoid,"));
    }
    assertTrue(header.containsAll(List.of("site", "kind", "rank", "pdop_median", "end_cause")));
  }

  @Test
  void calendarHasAnEventForEachWindow() {
    JsonNode site = site();
    String calendar = plan("--format", "ics").out();
    assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), calendar);
    assertTrue(calendar.endsWith("END:VCALENDAR\r\n"), calendar);
    Set<String> begins = new HashSet<>();
    Set<String> uids = new HashSet<>();
    for (String line : calendar.replace("\r\n ", "").split("\r\n", -1)) {
      assertFalse(line.contains("\n"), line);
      if (line.startsWith("DTSTART:")) {
        begins.add(line.substring("DTSTART:".length()));
      }
      if (line.startsWith("UID:")) {
        uids.add(line);
      }
    }
    assertEquals(site.get("windows").size(), begins.size());
    assertEquals(begins.size(), uids.size());
    for (JsonNode window : site.get("windows")) {
      Instant first = instant(window, "begin").plusMillis(999);
      String text = first.toString().substring(0, 19).replace("-", "").replace(":", "") + "Z";
      assertTrue(begins.contains(text), text + " of " + begins);
    }
  }

  /** The bundled list of notices ends before this day, and has none of BeiDou. */
  @Test
  void eventsOfACalendarSayThatOutagesAreUnknown() {
    String unknown = "of GPS and BeiDou unknown: the notices do not cover this window.";
    String calendar = plan("--usable", "--format", "ics").out().replace("\r\n ", "");
    String[] events = calendar.split("BEGIN:VEVENT", -1);
    assertTrue(events.length > 2, calendar);
    for (int i = 1; i < events.length; i++) {
      assertTrue(events[i].contains(unknown), events[i]);
    }
    assertFalse(plan("--format", "ics").out().contains("notices"));
  }

  /** As RFC 5545, section 3.1, demands. */
  @Test
  void calendarFoldsItsLinesWithinCharactersOfNoMoreThan75Octets() {
    String calendar = Run.of("plan", "Chisinau", "--date", "2026-10-05", "--format", "ics").out();
    assertTrue(calendar.contains("Chișinău"));
    for (String line : calendar.split("\r\n", -1)) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "24h --every 0.05s, 1728000 samples; expected at most 1000000:",
    "30d --every 10s --satellites, 259200 samples; expected at most 100000 with"
  })
  void aSeriesThatDoesNotFitIntoMemoryIsRejected(String options, String problem) {
    Path series = folder.resolve("series.csv");
    Run run = Run.ofLine("plan Kabul --series " + series + " --duration " + options);
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
    assertTrue(run.err().contains("--every: "), run.err());
    assertTrue(run.err().replaceAll("\\s+", " ").contains(problem.replace(';', ',')), run.err());
    assertFalse(Files.exists(series));
  }

  /** RFC 5545, section 3.6.1: an event without an end ends where it begins. */
  @Test
  void aWindowWithoutAWholeSecondIsAnEventWithoutALength() {
    String calendar =
        Run.of("plan", "Kabul", "--date", "2026-10-05", "--for", "0.5s", "--format", "ics").out();
    assertEquals(2, calendar.split("BEGIN:VEVENT", -1).length, calendar);
    assertTrue(calendar.contains("DTSTART:20261005T"), calendar);
    assertFalse(calendar.contains("DTEND"), calendar);
  }

  @Test
  void uidsDifferForAnotherHorizon() throws IOException {
    assertNotEquals(
        uidWithHorizon("azimuth_deg,elevation_deg\n0,5\n90,20\n180,5\n270,5\n"),
        uidWithHorizon("azimuth_deg,elevation_deg\n0,5\n90,5\n180,20\n270,5\n"));
  }

  private String uidWithHorizon(String csv) throws IOException {
    Path horizon = folder.resolve("horizon.csv");
    Files.writeString(horizon, csv);
    return Run.ofLine("plan Kabul --date 2026-10-05 --format ics --horizon " + horizon)
        .out()
        .lines()
        .filter(line -> line.startsWith("UID:"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void jsonNamesTheZoneAsTheOptionDoes() {
    JsonNode json = plan("--between", "08:00-18:00", "--format", "json").json();
    assertEquals("utc", json.at("/wanted/hours/zone").asText());
  }

  /** The satellites of the newer element sets are twenty seconds late. */
  @Test
  void uidsStayForNewerElementsAndDifferForAnotherQuestion() throws IOException {
    Run plan = plan("--format", "ics", "--elements", "2026-10-06");
    Path newer = Files.writeString(folder.resolve("newer.tle"), TestElements.moved(20 / 86_400.0));
    Run again = plan("--format", "ics", "--elements", newer.toString());
    List<String> uids = values(plan, "UID:");
    assertTrue(uids.size() > 2, plan.out());
    assertEquals(uids, values(again, "UID:"));
    assertNotEquals(values(plan, "DTSTART:"), values(again, "DTSTART:"));
    List<String> others = values(plan("--format", "ics", "--for", "20m"), "UID:");
    assertTrue(others.size() > 2 && Collections.disjoint(uids, others), others.toString());
  }

  private static List<String> values(Run calendar, String name) {
    return calendar.lines().stream().filter(line -> line.startsWith(name)).toList();
  }

  @Test
  void geoJsonHasAPointForEachRow() {
    JsonNode json = plan("--format", "geojson").json();
    JsonNode site = site();
    assertEquals(
        site.get("windows").size() + site.get("avoid").size(), json.get("features").size());
    assertEquals(28.84, json.at("/features/0/geometry/coordinates/0").asDouble());
    assertEquals(1, json.at("/features/0/properties/rank").asInt());
  }

  @Test
  void hoursAreThoseOfTheTimeZone() {
    JsonNode json =
        Run.of(
                "plan",
                "Chisinau",
                "--date",
                "2026-10-05",
                "--duration",
                "3d",
                "--for",
                "2h",
                "--between",
                "08:00-18:00",
                "--timezone",
                "Europe/Chisinau",
                "--format",
                "json")
            .json();
    JsonNode windows = json.at("/sites/0/windows");
    assertEquals(3, windows.size());
    for (JsonNode window : windows) {
      assertEquals(7_200, window.get("length_s").asInt());
      assertTrue(window.get("begin").asText().endsWith("+03:00"), window.toString());
      int hour = OffsetDateTime.parse(window.get("begin").asText()).getHour();
      assertTrue(hour >= 8 && hour < 16, window.toString());
    }
    assertEquals("Europe/Chisinau", json.at("/wanted/hours/zone").asText());
  }

  @ParameterizedTest
  @CsvSource({"'',utc", "--timezone UTC,utc", "--timezone europe/chisinau,Europe/Chisinau"})
  void theZoneOfTheTimesIsNamed(String timezone, String zone) {
    String plan = "plan Chisinau --date 2026-10-05 --for 2h --format %s " + timezone;
    assertEquals(zone, Run.ofLine(plan.formatted("json").strip()).json().at("/time_zone").asText());
    Run csv = Run.ofLine(plan.formatted("csv").strip());
    assertEquals(zone, csv.cells(1)[List.of(csv.cells(0)).indexOf("time_zone")]);
  }

  @Test
  void everySiteOfAListIsPlanned() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            "name,latitude_deg,longitude_deg,mask_deg\nB,10,20,5\nA,60,20,60\nC,-30,7,\n");
    Path series = folder.resolve("series.csv");
    Run run =
        Run.of(
            "plan",
            "--sites",
            sites.toString(),
            "--need",
            "pdop <= 2",
            "--date",
            "2026-10-05",
            "--series",
            series.toString(),
            "--every",
            "1h");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("2 of 3 sites have a window.\n"), run.out());
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(series)) {
      names.add(line.substring(0, line.indexOf(',')));
    }
    assertEquals(1 + 3 * 24, names.size());
    assertEquals(List.of("site", "B"), names.subList(0, 2));
    assertEquals(List.of("A", "C"), List.of(names.get(25), names.get(49)));
    Run one = Run.of("plan", "A", "--sites", sites.toString());
    assertTrue(one.out().contains("\nSite      A (latitude 60"), one.out());
  }

  @Test
  void eachSiteOfAListStatesItsOwnMaskAndWhetherItHasAHorizon() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            """
            name,latitude_deg,longitude_deg,mask_deg,horizon
            Both,10,20,20,"0:0,90:30,180:0,270:0"
            Mask,60,20,20,
            Horizon,-30,7,,"0:0,90:30,180:0,270:0"
            None,-30,8,,
            """);
    Path series = folder.resolve("series.json");
    String list = " --date 2026-10-05 --sites " + sites;
    String plan = "plan --for 1h" + list;
    Run.ofLine(plan + " --every 6h --series " + series);
    for (JsonNode json :
        List.of(
            Run.ofLine(plan + " --format json").json(),
            JsonSchemaTest.valid(new ObjectMapper().readTree(series.toFile())),
            Run.ofLine("capitals --format json" + list).json())) {
      List<String> masks = new ArrayList<>();
      for (JsonNode site : json.get("sites")) {
        masks.add(site.get("mask_deg").asText() + " " + site.get("horizon").asText());
      }
      assertEquals(
          List.of("20 the site itself", "20 null", "null the site itself", "0 null"), masks);
    }
    String text = Run.ofLine(plan).out().replaceAll("\\s+", " ");
    String horizon = "height 0 m) In view elevation at or above the horizon of the site itself ";
    assertTrue(text.contains(horizon + "and at least 20 degrees Rank"), text);
    assertTrue(text.contains("height 0 m) In view elevation 20 degrees or more Rank"), text);
    assertTrue(text.contains(horizon + "Rank"), text);
    assertTrue(text.contains("height 0 m) In view elevation 0 degrees or more Rank"), text);
    assertEquals(1, Run.ofLine("plan Mask --for 1h" + list).out().split("In view").length - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"06:00", "17:30"})
  void seriesAgreesWithTheSky(String time) throws IOException {
    Path file = folder.resolve("series.json");
    String where = " ET --systems GPS,QZS,GAL --mask 10 ";
    Run run =
        Run.ofLine("plan" + where + "--date 2026-10-05 --satellites --every 30m --series " + file);
    assertEquals(0, run.exitCode(), run.err());
    JsonNode json = JsonSchemaTest.valid(new ObjectMapper().readTree(file.toFile()));
    assertEquals(1800, json.get("series_step_s").asInt());
    JsonNode row = null;
    for (JsonNode one : json.at("/sites/0/series")) {
      row = one.get("utc").asText().contains("T" + time) ? one : row;
    }
    JsonNode sky = Run.ofLine("sky" + where + "--at 2026-10-05T" + time + " --format json").json();
    for (String of : List.of("gps", "gal", "together")) {
      JsonNode figures = of.equals("together") ? row.get(of) : row.at("/systems/" + of);
      for (String dop : List.of("gdop", "pdop", "hdop", "vdop", "tdop")) {
        double expected = sky.at("/dop/" + of + "/" + dop).asDouble();
        assertEquals(expected, figures.get(dop).asDouble(), 0.00056, of + " " + dop);
      }
    }
    assertEquals(sky.get("satellites").size(), row.at("/together/satellites").asInt());
    int directions = 0;
    for (JsonNode seen : sky.get("satellites")) {
      JsonNode direction =
          row.at("/directions/" + seen.get("prn").asText().toLowerCase(Locale.ROOT));
      assertEquals(seen.get("azimuth_deg"), direction.get("azimuth_deg"));
      assertEquals(seen.get("elevation_deg"), direction.get("elevation_deg"));
      directions++;
    }
    for (JsonNode direction : row.get("directions")) {
      directions -= direction.isNull() ? 0 : 1;
    }
    assertEquals(0, directions);
  }

  @Test
  void csvOfTheSeriesHasTheFiguresOfItsJson() throws IOException {
    Path csv = folder.resolve("series.csv");
    Path json = folder.resolve("series.json");
    for (Path file : List.of(csv, json)) {
      assertEquals(
          0,
          Run.ofLine("plan ET --date 2026-10-05 --mask 40 --every 1h --series " + file).exitCode());
    }
    List<String> lines = Files.readAllLines(csv);
    List<String> header = List.of(lines.get(0).split(",", -1));
    JsonNode rows =
        JsonSchemaTest.valid(new ObjectMapper().readTree(json.toFile())).at("/sites/0/series");
    assertEquals(lines.size() - 1, rows.size());
    boolean isWithout = false;
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = List.of(lines.get(i + 1).split(",", -1));
      for (String of : List.of("gps", "bds", "together")) {
        JsonNode group = rows.get(i).at((of.equals("together") ? "/" : "/systems/") + of);
        for (String name : List.of("satellites", "gdop", "pdop", "hdop", "vdop", "tdop")) {
          String cell = cells.get(header.indexOf(of + "_" + name));
          assertEquals(cell, group.get(name).isNull() ? "" : group.get(name).asText());
          isWithout |= cell.isEmpty();
        }
      }
    }
    assertTrue(isWithout);
  }

  /** Hours of two hours and a day of 24 cannot hold what is asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--for 3h --between 08:00-10:00 | the longest period to plan lasts 2 h, from 2026-10-05 08:00"
            + " to 2026-10-05 10:00 UTC, which is shorter than 3 h.",
        "--for 25h | the longest period to plan lasts 24 h, from 2026-10-05 00:00 to 2026-10-06"
            + " 00:00 UTC, which is shorter than 25 h; try a longer window: --duration.",
        "--need satellites>=1 --for 25h | the longest stretch that meets the conditions lasts 24 h, from"
            + " 2026-10-05 00:00 to 2026-10-06 00:00 UTC, which is shorter than 25 h; try a longer"
            + " window: --duration.",
        "--need satellites>=1 --for 3h --between 08:00-10:00 | the longest stretch that meets the"
            + " conditions lasts 2 h, from 2026-10-05 08:00 to 2026-10-05 10:00 UTC, which is shorter"
            + " than 3 h; try more systems",
        "--need satellites>=300 | the conditions hold together at no time; try more systems:"
            + " --systems GPS,BDS,GAL,GLO.",
        "--need satellites>=300 --systems GPS,BDS,GAL,GLO | the conditions hold together at no time.",
        "--need gps.satellites>=30 | the conditions hold together at no time.",
        "--duration 2h --between 08:00-10:00 | the hours of --between do not occur in the window."
      })
  void tableSaysWhyThereIsNoWindow(String options, String why) {
    Run run = Run.ofLine("plan 47.03N,28.84E --date 2026-10-05 " + options);
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    String text = run.out().replaceAll("\\s+", " ");
    assertTrue(text.startsWith("No window at 47.03N,28.84E: " + why), text);
  }

  @Test
  void longestStretchIsTheLongestWindowOfTheSameConditions() {
    double longest = 0;
    for (JsonNode window : site().get("windows")) {
      longest = Math.max(longest, window.get("length_s").asDouble());
    }
    String text = plan("--for", "20h").out().replaceAll("\\s+", " ");
    Duration length = Duration.ofSeconds((long) longest);
    String hours = length.toHours() + " h " + length.toMinutesPart() + " min ";
    assertTrue(text.contains("meets the conditions lasts " + hours), hours + text);
  }

  /** RFC 5545 demands a component in a calendar. */
  @Test
  void calendarWithoutAWindowIsNotWritten() {
    Path file = folder.resolve("none.ics");
    Run run = Run.ofLine("plan ET --date 2026-10-05 --need satellites>=300 -o " + file);
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertEquals(
        "skytally: no window at Addis Ababa: the conditions hold together at no time; try more systems:"
            + " --systems GPS,BDS,GAL,GLO, so there is no calendar to write\n",
        run.err());
    assertFalse(Files.exists(file));
  }

  @Test
  void hoursFromMidnightToMidnightAreTheDay() {
    assertEquals(
        Run.ofLine("plan ET --date 2026-10-05 --format csv"),
        Run.ofLine("plan ET --date 2026-10-05 --between 00:00-24:00 --format csv"));
  }

  @Test
  void planBeginsNowUnlessADateIsGiven() {
    JsonNode unset = Run.ofLine("plan ET --format json").json();
    assertEquals("2026-10-07T12:00:00.000Z", unset.at("/window/start").asText());
    assertEquals("2026-10-08T12:00:00.000Z", unset.at("/window/end").asText());
    JsonNode given = Run.ofLine("plan ET --date 2026-10-05 --format json").json();
    assertEquals("2026-10-05T00:00:00.000Z", given.at("/window/start").asText());
  }

  @Test
  void nowNeedsElementSetsThatAreNearEnough() {
    Run old = Run.ofLine("plan ET --elements 2020-12-01");
    assertEquals(ExitCode.FAILED, old.exitCode());
    assertTrue(
        old.err().contains(" (the window begins now unless you give --start): give nearer"),
        old.err());
  }

  @Test
  void onlyWindowIsNotCalledTheBest() {
    Run run = Run.ofLine("plan ET --date 2026-10-05");
    assertTrue(run.out().startsWith("1 window at Addis Ababa, from 2026-10-05 "), run.out());
    assertTrue(run.out().contains(" the window has the requested length\n"), run.out());
  }

  /** A page that is read tomorrow must repeat today's question. */
  @Test
  void detailsOfAPlanFromNowNameTheMoment() {
    String text = Run.ofLine("plan ET").out().replaceAll("\\s+", " ");
    assertTrue(text.contains("details: skytally elements --start 2026-10-07T12:00:00Z "), text);
  }

  @Test
  void withoutAConditionTheBestHourIsFound() {
    JsonNode site = Run.ofLine("plan ET --format json").json().at("/sites/0");
    assertEquals(1, site.get("windows").size());
    JsonNode window = site.get("windows").get(0);
    assertEquals("length", window.get("end_cause").asText());
    assertEquals(
        Duration.ofHours(1), Duration.between(instant(window, "begin"), instant(window, "end")));
  }

  /** Clocks in Germany go back on 25 October, so the day has 25 hours and two offsets. */
  @Test
  void aSpanOverAChangeOfClocksHasTwoOffsets() {
    String day =
        "plan Berlin --timezone Europe/Berlin --date 2026-10-25 -q --need gps.satellites>=1";
    String whole = Run.ofLine(day).out();
    String span = "from 2026-10-25 00:00 +02:00 to 2026-10-26 00:00 +01:00";
    assertTrue(whole.startsWith("1 window at Berlin, " + span + "."), whole);
    assertTrue(whole.contains("25:00"), whole);
    String tooShort = Run.ofLine(day + " --for 26h").out().replaceAll("\\s+", " ");
    assertTrue(tooShort.contains("lasts 25 h, " + span + ", which is shorter"), tooShort);
    String later = Run.ofLine(day + " --between 04:00-06:00").out();
    assertTrue(later.contains("from 2026-10-25 04:00 to 2026-10-25 06:00 +01:00"), later);
  }
}
