package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.FluentWait;

/** The section of one site: its counts and its clock. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageSiteTest {
  private final Reports reports;

  PageSiteTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void siteShowsItsDay() {
    PageSite site = reports.openAddisAbaba();
    assertEquals("Addis Ababa, Ethiopia", site.title());
    JsonNode passes =
        Reports.answer("passes", "Addis Ababa", "--date", CapitalsReport.DAY).get("passes");
    assertEquals(passes.size(), site.bars());
    assertEquals(7, site.countLines());
    assertEquals(7, site.dilutionLines());
    for (String system : CapitalsReport.systems()) {
      JsonNode figures = reports.capitals().figures("Addis Ababa", system);
      assertEquals(figures.get("max").asLong(), site.greatestCount(system), system);
      double millisecondsOfADay = 1e-6;
      assertEquals(
          figures.get("share_ahead").asDouble(),
          site.shareAhead(system),
          millisecondsOfADay,
          system);
    }
  }

  @Test
  void satellitesThatAreNeverInViewAreListedBelowTheirSystem() {
    PageSite site = reports.openAddisAbaba();
    JsonNode answer = Reports.answer("passes", "Addis Ababa", "--date", CapitalsReport.DAY);
    Set<String> seen = new HashSet<>();
    answer.get("passes").forEach(pass -> seen.add(pass.get("prn").asText()));
    List<String> never = new ArrayList<>();
    for (JsonNode system : answer.get("systems")) {
      system.get("satellites").forEach(satellite -> never.add(satellite.get("prn").asText()));
    }
    never.removeAll(seen);
    assertFalse(never.isEmpty());
    assertEquals(Set.copyOf(never), Set.copyOf(site.neverInView()));
  }

  @Test
  void lineOfElevationCulminatesAsHighAsItsPass() {
    PageSite site = reports.openAddisAbaba();
    JsonNode passes =
        Reports.answer("passes", "Addis Ababa", "--date", CapitalsReport.DAY).get("passes");
    Map<String, String> letters = Map.of("GPS", "G", "GLO", "R");
    for (String system : letters.keySet()) {
      site.chooseElevations(system);
      List<Double> culminations = new ArrayList<>();
      for (JsonNode pass : passes) {
        if (pass.get("prn").asText().startsWith(letters.get(system))) {
          culminations.add(pass.at("/culmination/elevation_deg").asDouble());
        }
      }
      List<Double> peaks = new ArrayList<>(site.peaks());
      Collections.sort(culminations);
      Collections.sort(peaks);
      assertEquals(culminations.size(), peaks.size());
      double everyFiveMinutesOnly = 1.5;
      for (int i = 0; i < peaks.size(); i++) {
        assertEquals(culminations.get(i), peaks.get(i), everyFiveMinutesOnly);
      }
    }
  }

  /** Means add up, whereas the systems have their maxima at different times. */
  @Test
  void figuresOfAllTogetherAreThoseOfTheSystems() {
    PageSite site = reports.openAddisAbaba();
    double mean = 0;
    long sumOfMaxima = 0;
    for (String system : CapitalsReport.systems()) {
      mean += reports.capitals().figures("Addis Ababa", system).get("mean").asDouble();
      sumOfMaxima += reports.capitals().figures("Addis Ababa", system).get("max").asLong();
    }
    List<String> together = site.figures(7);
    double lastDecimal = 0.0051;
    assertEquals(mean, Double.parseDouble(together.get(2)), lastDecimal);
    long max = Long.parseLong(together.get(1));
    long min = Long.parseLong(together.get(3));
    assertTrue(min < mean && mean < max && max < sumOfMaxima, together.toString());
  }

  @Test
  void everyLineHasTheMarksOfItsSystem() {
    PageSite site = reports.openAddisAbaba();
    Set<String> all = Set.copyOf(CapitalsReport.systems());
    assertEquals(all, site.marked("countchart"));
    Set<String> positioning = site.marked("dopchart");
    assertTrue(
        positioning.containsAll(List.of("GPS", "BDS", "GAL", "GLO")), () -> "" + positioning);
  }

  /** J04 has no element set on this day. The page computes dilutions from rounded positions. */
  @Test
  void seriesIsThatOfTheCommandWithTheMissingSatellites() throws IOException {
    double lastDecimal = 0.0002;
    List<String> day = List.of("Rome", "--date=2022-06-10", "--systems=QZS,GPS", "--mask=5");
    PageSite site = reports.open(with(day, "passes")).site();
    site.downloadSeries();
    Path csv = reports.folder().resolve("skytally-2022-06-10-Rome.csv");
    new FluentWait<>(csv).withTimeout(Browser.PATIENCE).until(Files::exists);
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    List<String> expected = Run.of(with(day, "plan", "--series=-")).out().lines().toList();
    assertTrue(expected.get(1).contains(",J04"), expected.get(1));
    assertEquals(expected.get(0), lines.get(0));
    assertEquals(expected.size(), lines.size());
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      String[] wanted = expected.get(i).split(",", -1);
      assertEquals(wanted.length, cells.length);
      for (int c = 0; c < cells.length; c++) {
        if (wanted[c].matches("\\d+\\.\\d+")) {
          assertEquals(Double.parseDouble(wanted[c]), Double.parseDouble(cells[c]), lastDecimal);
        } else {
          assertEquals(wanted[c], cells[c]);
        }
      }
    }
  }

  private static String[] with(List<String> arguments, String... first) {
    return Stream.concat(Stream.of(first), arguments.stream()).toArray(String[]::new);
  }

  @Test
  void seriesIsThatOfTheSkyAtEachMinute() throws IOException {
    PageSite site = reports.openAddisAbaba();
    site.downloadSeries();
    Path csv = reports.folder().resolve("skytally-2020-11-25-Addis-Ababa.csv");
    new FluentWait<>(csv).withTimeout(Browser.PATIENCE).until(Files::exists);
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    assertEquals(1 + 24 * 60, lines.size());
    List<String> names = List.of(lines.get(0).split(",", -1));
    assertEquals("site,utc,gps_satellites,gps_gdop", String.join(",", names.subList(0, 4)));
    for (int minute : new int[] {0, 754}) {
      String[] cells = lines.get(1 + minute).split(",", -1);
      JsonNode sky = Reports.answer("sky", "Addis Ababa", "--at", cells[1]);
      assertEquals(names.size(), cells.length);
      assertEquals(
          sky.get("satellites").size(),
          Integer.parseInt(cells[names.indexOf("together_satellites")]));
      for (String of : List.of("gps", "bds", "gal", "glo", "together")) {
        for (String kind : List.of("gdop", "pdop", "hdop", "vdop", "tdop")) {
          double lastDecimal = 0.011;
          assertEquals(
              sky.get("dop").get(of).get(kind).asDouble(),
              Double.parseDouble(cells[names.indexOf(of + "_" + kind)]),
              lastDecimal,
              of + " " + kind);
        }
      }
    }
  }

  @Test
  void passesOpenTheirSite() {
    PageSite site = reports.open("passes", "Addis Ababa", "--mask", "10").site();
    assertEquals("Addis Ababa, Ethiopia", site.title());
    assertFalse(site.hasOverview());
  }

  @Test
  void localTimeIsNamedBesideUtc() {
    PageSite site = reports.openAddisAbaba();
    site.moveTime(Keys.HOME);
    assertEquals("00:00 UTC", site.time());
    assertEquals("03:00 Africa/Addis Ababa", site.localTime());
    assertTrue(site.timeNote().contains("UTC+3"));
  }

  @Test
  void localTimeIsCivilWhenTheClocksAreChangedWithinTheWindow() {
    PageSite site = reports.open("passes", "Switzerland", "--start", "2020-10-24T12:00:00Z").site();
    assertEquals("Bern, Switzerland", site.title());
    String note = site.timeNote();
    assertTrue(note.contains("Bern: Europe/Zurich, UTC+2, at the end UTC+1."), note);
    site.moveTime(Keys.END);
    assertEquals("13:00 Europe/Zurich", site.localTime());
    site.moveTime(Keys.HOME);
    assertEquals("14:00 Europe/Zurich", site.localTime());
  }

  /** Switzerland ended its summer time on 25 October 2020 at 01:00 UTC. */
  @Test
  void zoneThatIsAskedForGoesBeforeUtc() throws IOException {
    String[] day = {"passes", "Bern", "--date", "2020-10-25", "--timezone", "Europe/Zurich"};
    PageSite site = reports.open(day).site();
    site.moveTime(Keys.HOME);
    assertEquals("10-25 00:00 UTC+2", site.time());
    assertEquals("22:00 UTC", site.localTime());
    assertEquals("Times are those of Europe/Zurich, UTC+2, at the end UTC+1.", site.timeNote());
    site.moveTime(Keys.END);
    assertEquals("10-26 00:00 UTC+1", site.time());
    assertEquals("23:00 UTC", site.localTime());
    site.downloadSeries();
    Path csv = reports.folder().resolve("skytally-2020-10-25-Bern.csv");
    new FluentWait<>(csv).withTimeout(Browser.PATIENCE).until(Files::exists);
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    assertEquals(1 + 25 * 60, lines.size());
    assertTrue(lines.get(0).startsWith("site,time,"));
    assertTrue(lines.get(1).startsWith("Bern,2020-10-25T00:00:00.000+02:00,"));
    assertTrue(lines.get(181).startsWith("Bern,2020-10-25T02:00:00.000+01:00,"));
  }

  /** Offsets as the time zone database has them for 25 November 2020. */
  @ParameterizedTest
  @CsvSource({
    "'Washington, D.C.', 19:00 America/New York",
    "Beijing, 08:00 Asia/Shanghai",
    "Canberra, 11:00 Australia/Sydney",
    "Brasília, 21:00 America/Sao Paulo",
    "Ottawa, 19:00 America/Toronto",
    "Quito, 19:00 America/Guayaquil",
    "Palikir, 11:00 Pacific/Pohnpei",
    "Wellington, 13:00 Pacific/Auckland"
  })
  void capitalOfACountryOfSeveralTimesHasItsOwn(String capital, String clock) {
    PageSite site = reports.openCapitals().table().open(capital);
    site.moveTime(Keys.HOME);
    assertEquals(clock, site.localTime());
  }

  @Test
  void placeWithoutAKnownTimeHasTheSolarTimeOfItsLongitude() {
    PageSite site = reports.open("passes", "0,-30", "--date", CapitalsReport.DAY).site();
    site.moveTime(Keys.HOME);
    assertEquals("22:00 mean solar time", site.localTime());
  }

  /** The page plays the window in 48 seconds. */
  @Test
  void playRunsAndPauses() {
    PageSite site = reports.openAddisAbaba();
    assertEquals("00:00 UTC", site.time());
    site.holdPlay();
    site.playOrPause();
    assertEquals("Pause", site.playButton());
    site.playUntil(1_000);
    site.playUntil(13_000);
    assertEquals("06:00 UTC", site.time());
    site.playOrPause();
    assertEquals("Play", site.playButton());
    assertFalse(site.isPlaying());
    site.playUntil(25_000);
    assertEquals("06:00 UTC", site.time());
  }
}
