package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;

/** The report's page as a reader sees it, in a browser that is cut off from the network. */
class ReportPageTest {
  private static final String SYSTEMS = "GPS,BDS,GAL,GLO,QZS,NAVIC";
  private static final int CAPITALS = 195;
  private static final long MOST_BYTES = 3_000_000;

  /** Too small for a reader of a sky plot to notice, and far above the error of the page. */
  private static final double SAME_DIRECTION_DEGREES = 0.1;

  @TempDir static Path folder;

  private static Browser browser;
  private static Path page;
  private static Run table;
  private static JsonNode capitals;

  @BeforeAll
  static void writeAReport() {
    if (!Browser.isInstalled()) {
      return;
    }
    browser = Browser.start(folder);
    page = folder.resolve("capitals.html");
    String question = "capitals --date 2020-11-25 --systems " + SYSTEMS;
    table = Run.ofLine(question + " --report " + page);
    assertEquals(0, table.exitCode(), table.err());
    capitals = Run.ofLine(question + " --dop --format json").json();
  }

  @BeforeEach
  void requireABrowser() {
    Browser.require();
  }

  @AfterAll
  static void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path report(String name, String... arguments) {
    Path file = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--report", file.toString()));
    Run run = Run.of(all.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    return file;
  }

  private static void assertQuiet() {
    assertEquals(List.of(), browser.console());
    List<Object> requests = browser.run("return performance.getEntriesByType('resource')");
    assertEquals(List.of(), requests);
  }

  private static void openAddisAbaba() {
    browser.open(page);
    browser.find("#filter").sendKeys("Addis Ababa");
    browser.find("#table tbody a").click();
  }

  private static JsonNode site(String name) {
    for (JsonNode site : capitals.get("sites")) {
      if (site.get("name").asText().equals(name)) {
        return site;
      }
    }
    throw new AssertionError(name);
  }

  private static Map<String, Integer> countsShown() {
    Map<String, Integer> counts = new TreeMap<>();
    for (WebElement count : browser.findAll("#counts button")) {
      counts.put(
          count.getDomAttribute("data-leader"),
          Integer.valueOf(count.findElement(By.tagName("b")).getText()));
    }
    return counts;
  }

  private static Map<String, Integer> countsTold(String metric) {
    Map<String, Integer> counts = new TreeMap<>();
    capitals
        .at(metric.equals("pdop") ? "/dop/leads" : "/leads/" + metric)
        .properties()
        .forEach(
            lead -> {
              boolean isTie = lead.getKey().equals("tie");
              counts.put(
                  isTie ? "tie" : lead.getKey().toUpperCase(Locale.ROOT), lead.getValue().asInt());
            });
    return counts;
  }

  private static void choose(String metric) {
    browser.run(
        "document.querySelector('#metrics input[value=' + arguments[0] + ']').click()", metric);
  }

  @Test
  void opensFromDiskWithTheNetworkOff(TestReporter reporter) throws IOException {
    browser.open(page);
    assertTrue(browser.<String>run("return location.protocol").equals("file:"));
    assertEquals(false, browser.<Boolean>run("return navigator.onLine"));
    assertQuiet();
    assertTrue(Files.size(page) < MOST_BYTES, () -> page.toFile().length() + " bytes");
    reporter.publishEntry(
        Map.of(
            "bytes", Long.toString(Files.size(page)),
            "interactive after ms",
                browser.run("return document.documentElement.dataset.readyMillis")));
  }

  @Test
  void verdictAndDefinitionAreTheCommandLines() {
    browser.open(page);
    String text = table.out().replaceAll("\\s+", " ");
    String verdict = browser.find("#verdict").getAttribute("textContent");
    assertTrue(text.startsWith(verdict), verdict);
    assertTrue(
        verdict.startsWith(
            "BeiDou leads in %s of %s capitals"
                .formatted(capitals.at("/leads/max/bds").asInt(), CAPITALS)),
        verdict);
    List<String> labels = browser.texts("#facts dt");
    List<String> values = browser.texts("#facts dd");
    assertEquals(List.of("Window", "In view", "Counted"), labels.subList(0, 3));
    for (int i = 0; i < labels.size(); i++) {
      assertTrue(text.contains(labels.get(i) + " " + values.get(i)), values.get(i));
    }
    List<String> reasons = browser.texts("#excluded td:last-child");
    List<String> expected = new ArrayList<>();
    capitals.get("excluded").forEach(excluded -> expected.add(excluded.get("reason").asText()));
    assertEquals(expected, reasons);
  }

  @Test
  void noticesAreThoseOfTheResult() {
    Path uncertain = folder.resolve("uncertain.html");
    String question = "passes Nairobi --date 2026-10-20 --exclude G01";
    assertEquals(0, Run.ofLine(question + " --report " + uncertain).exitCode());
    List<String> expected = new ArrayList<>();
    Run.ofLine(question + " --format json")
        .json()
        .get("notices")
        .forEach(notice -> expected.add(notice.get("text").asText()));
    assertFalse(expected.isEmpty());
    browser.open(uncertain);
    assertTrue(browser.find("#notices").isDisplayed());
    assertEquals(expected, browser.texts("#notices li"));
    browser.open(page);
    assertEquals(List.of(), browser.texts("#notices li"));
    assertFalse(browser.find("#notices").isDisplayed());
  }

  @Test
  void mapMarksEveryCapital() {
    browser.open(page);
    assertEquals(CAPITALS, browser.findAll("#map path.site").size());
    String label = browser.find("#map path.site[aria-label^='Addis Ababa']").getAccessibleName();
    int most = site("Addis Ababa").at("/systems/bds/max").asInt();
    assertTrue(label.contains("BeiDou " + most), label);
  }

  /** All far from any coast, so that a map that is turned, mirrored or shifted fails. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ulaanbaatar",
        "Astana",
        "Addis Ababa",
        "Asunción",
        "Bamako",
        "Lusaka",
        "Madrid",
        "Minsk"
      })
  void marksOfInlandCapitalsAreOnLand(String name) {
    browser.open(page);
    String onLand =
        "const svg = document.querySelector('#map svg');"
            + "const point = svg.createSVGPoint();"
            + "[point.x, point.y] = marks().filter(s => s.name === arguments[0]).attr('transform')"
            + ".match(/[-.0-9]+/g).map(Number);"
            + "return svg.querySelector('.land').isPointInFill(point)";
    assertTrue(browser.<Boolean>run(onLand, name));
    assertFalse(browser.<Boolean>run(onLand, "Funafuti"), "an atoll");
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "mean", "share", "pdop"})
  void countsFollowTheMetric(String metric) {
    browser.open(page);
    choose(metric);
    assertEquals(countsTold(metric), countsShown());
    Map<String, Integer> marks = new TreeMap<>();
    for (String leader : countsTold(metric).keySet()) {
      String system = leader.equals("tie") ? "tie" : "sys-" + leader;
      marks.put(leader, browser.findAll("#map path." + system).size());
    }
    assertEquals(countsTold(metric), marks);
    String verdict = browser.find("#verdict").getAttribute("textContent");
    assertTrue(verdict.contains(" " + countsTold(metric).get("BDS") + " of "), verdict);
  }

  @Test
  void countIsAFilterToo() {
    browser.open(page);
    browser.find("#counts button[data-leader=GPS]").click();
    int led = countsTold("max").get("GPS");
    assertEquals(led, browser.findAll("#table tbody tr").size());
    assertEquals(CAPITALS - led, browser.findAll("#map path.dimmed").size());
  }

  @Test
  void tableIsFilteredByNameAndByLeader() {
    browser.open(page);
    browser.find("#filter").sendKeys("guinea");
    assertEquals(
        List.of("Bissau", "Conakry", "Malabo", "Port Moresby"), browser.texts("#table tbody a"));
    assertEquals("4 of 195 capitals", browser.find("#shown").getText());
    browser.find("#filter").clear();
    browser.find("#filter").sendKeys("no such place");
    assertEquals(List.of("No site matches these filters."), browser.texts("#table tbody td"));
    browser.find("#filter").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    new Select(browser.find("#leader")).selectByVisibleText("Tied");
    assertEquals(countsTold("max").get("tie"), browser.findAll("#table tbody tr").size());
  }

  @Test
  void tableIsSortedByAColumnBothWays() {
    browser.open(page);
    WebElement header = browser.find("#table button[data-column=BDS]");
    header.click();
    List<String> expected = new ArrayList<>();
    capitals.get("sites").forEach(s -> expected.add(s.at("/systems/bds/max").asText()));
    expected.sort((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)));
    String cells = "#table tbody td:nth-child(6)";
    assertEquals("BeiDou", browser.find("#table th:nth-child(6)").getText());
    assertEquals(expected, browser.texts(cells));
    browser.press(Keys.ENTER);
    Collections.reverse(expected);
    assertEquals(expected, browser.texts(cells));
    assertEquals("ascending", browser.find("#table th:nth-child(6)").getDomAttribute("aria-sort"));
  }

  @Test
  void csvHoldsWhatIsShown() throws IOException {
    browser.open(page);
    choose("mean");
    browser.find("#filter").sendKeys("United States");
    browser.find("#csv").click();
    Path csv = folder.resolve("skytally-2020-11-25-mean.csv");
    new FluentWait<>(csv).withTimeout(Browser.PATIENCE).until(Files::exists);
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("name,country,leader_mean,margin_mean,gps_mean,bds_mean,"));
    JsonNode washington = site("Washington, D.C.");
    assertTrue(lines.get(1).startsWith("\"Washington, D.C.\",United States,"), lines.get(1));
    assertTrue(
        lines.get(1).contains("," + washington.at("/systems/gps/mean").asText() + ","),
        lines.get(1));
  }

  /** What OWASP says of CSV injection: such a cell begins with an apostrophe. */
  @Test
  void noTextOfTheCsvIsAFormula() throws IOException {
    List<String> names = List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"a\",\"b\")", "a=b");
    StringBuilder sites = new StringBuilder("name,latitude_deg,longitude_deg\n");
    names.forEach(
        name -> sites.append('"').append(name.replace("\"", "\"\"")).append("\",0,-60\n"));
    Path file = Files.writeString(folder.resolve("formulas.csv"), sites);
    browser.open(report("formulas.html", "capitals", "--sites", file.toString()));
    String csv =
        browser.run("view.sortBy = 'GPS'; DATA.sites[0].figures[0][0] = -1; return csvText()");
    List<String> rows = csv.lines().skip(1).toList();
    List<String> first =
        List.of(
            "'=1+1,",
            "'+1,",
            "'-1,",
            "'@SUM(A1),",
            "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\",",
            "a=b,");
    assertEquals(first.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertTrue(rows.get(i).startsWith(first.get(i)), rows.get(i));
    }
    assertTrue(rows.get(0).contains(",-1,"), "a number below zero stays one");
  }

  @Test
  void sharesArePercentagePointsApart() {
    browser.open(page);
    choose("share");
    assertTrue(browser.find("#mapnote").getText().contains(" percentage points. "));
    assertEquals(
        "Percentage points ahead", browser.find("button[data-column=margin]").getText().strip());
    browser.find("#filter").sendKeys("Addis Ababa");
    assertFalse(browser.find("#table tbody td:nth-child(4)").getText().contains("%"));
    assertTrue(browser.find("#table tbody td:nth-child(5)").getText().contains("%"));
  }

  @Test
  void siteShowsItsDay() {
    openAddisAbaba();
    assertEquals("Addis Ababa, Ethiopia", browser.find("#sitename").getText());
    JsonNode addis = site("Addis Ababa");
    JsonNode passes =
        Run.of(
                "passes",
                "Addis Ababa",
                "--date",
                "2020-11-25",
                "--systems",
                SYSTEMS,
                "--format",
                "json")
            .json()
            .get("passes");
    assertEquals(passes.size(), browser.findAll("#bars rect").size());
    assertEquals(6, browser.findAll("#countchart .lines path").size());
    assertEquals(7, browser.findAll("#dopchart .lines path").size());
    for (String system : SYSTEMS.split(",", -1)) {
      long most =
          browser.run(
              "const i = DATA.systems.findIndex(s => s[0] === arguments[0]);"
                  + "return Math.max(...opened.day.counts.bySystem[i])",
              system);
      assertEquals(
          addis.at("/systems/" + system.toLowerCase(Locale.ROOT) + "/max").asLong(), most, system);
      Number ahead =
          browser.run(
              "const i = DATA.systems.findIndex(s => s[0] === arguments[0]);"
                  + "const { counts } = opened.day;"
                  + "let sum = 0;"
                  + "aheadOf(counts).forEach((leader, k) => { if (leader === i) sum +="
                  + " (counts.times[k + 1] ?? DATA.end) - counts.times[k]; });"
                  + "return sum / (DATA.end - DATA.start)",
              system);
      double millisecondsOfADay = 1e-6;
      assertEquals(
          addis.at("/systems/" + system.toLowerCase(Locale.ROOT) + "/share_ahead").asDouble(),
          ahead.doubleValue(),
          millisecondsOfADay,
          system);
    }
    assertQuiet();
  }

  @Test
  void localTimeIsNamedBesideUtc() {
    openAddisAbaba();
    browser.run("document.querySelector('#time').focus()");
    browser.press(Keys.HOME);
    assertEquals(
        List.of("00:00 UTC", "03:00 Africa/Addis Ababa"), browser.texts("#clock b, #clock span"));
    assertTrue(browser.find("#timenote").getText().contains("UTC+3"));
  }

  @Test
  void skyIsThatOfThePassesAtEveryCulmination() {
    openAddisAbaba();
    JsonNode passes =
        Run.of(
                "passes",
                "Addis Ababa",
                "--date",
                "2020-11-25",
                "--systems",
                SYSTEMS,
                "--format",
                "json")
            .json()
            .get("passes");
    for (JsonNode pass : passes) {
      JsonNode culmination = pass.get("culmination");
      long millis = Instant.parse(culmination.get("utc").asText()).toEpochMilli();
      List<Number> angles =
          browser.run(
              "const j = DATA.satellites.findIndex(s => s[1] === arguments[1]);"
                  + "const at = lookAngles(opened.day.horizon, positionOf(j, momentOf(arguments[0])));"
                  + "return [at.azimuth, at.elevation]",
              millis,
              pass.get("norad").asInt());
      String which = pass.toString();
      assertEquals(
          culmination.get("elevation_deg").asDouble(),
          angles.get(1).doubleValue(),
          SAME_DIRECTION_DEGREES,
          which);
      double turn = angles.get(0).doubleValue() - culmination.get("azimuth_deg").asDouble();
      double onTheSky =
          Math.cos(Math.toRadians(angles.get(1).doubleValue())) * Math.IEEEremainder(turn, 360);
      assertEquals(0, onTheSky, SAME_DIRECTION_DEGREES, which);
    }
  }

  @Test
  void sliderMovesTheSatellitesToWhereTheSkyCommandHasThem() {
    openAddisAbaba();
    browser.run("document.querySelector('#time').focus()");
    browser.press(Keys.HOME);
    assertSkyIsThatOf("00:00");
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertSkyIsThatOf("00:03");
    browser.press(Keys.PAGE_UP, Keys.PAGE_UP, Keys.ARROW_LEFT);
    String later = browser.find("#clock b").getText().replace(" UTC", "");
    assertTrue(later.compareTo("01:00") > 0, later);
    assertSkyIsThatOf(later);
  }

  private static void assertSkyIsThatOf(String clock) {
    assertEquals(clock + " UTC", browser.find("#clock b").getText());
    JsonNode sky =
        Run.of(
                "sky",
                "Addis Ababa",
                "--at",
                "2020-11-25T" + clock + ":00Z",
                "--systems",
                SYSTEMS,
                "--format",
                "json")
            .json();
    JsonNode satellites = sky.get("satellites");
    assertEquals(satellites.size(), browser.findAll("#inview tbody tr").size());
    assertEquals(satellites.size(), browser.findAll("#skyplot g.satellites g").size());
    long counted = browser.texts("#countlegend b").stream().mapToLong(Long::parseLong).sum();
    assertEquals(satellites.size(), counted);
    for (JsonNode satellite : satellites) {
      WebElement row =
          browser.find("#inview tr[data-satellite='" + satellite.get("norad").asText() + "']");
      for (String angle : List.of("azimuth", "elevation")) {
        double shown =
            Double.parseDouble(
                row.findElement(By.className(angle)).getText().replace("\u00b0", ""));
        double difference = shown - satellite.get(angle + "_deg").asDouble();
        assertEquals(
            0,
            Math.IEEEremainder(difference, 360),
            SAME_DIRECTION_DEGREES,
            angle + " of " + satellite);
      }
      assertMarkStandsAt(satellite);
    }
    List<String> pdops = browser.texts("#doplegend b");
    List<String> expected = new ArrayList<>();
    for (String of : List.of("GPS", "BDS", "GAL", "GLO", "QZS", "NAVIC", "together")) {
      JsonNode dop = sky.get("dop").get(of.toLowerCase(Locale.ROOT));
      expected.add(
          dop.isNull() ? "–" : String.format(Locale.ROOT, "%.2f", dop.get("pdop").asDouble()));
    }
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).equals("–")) {
        assertEquals(expected.get(i), pdops.get(i));
      } else {
        double lastDecimal = 0.011;
        assertEquals(
            Double.parseDouble(expected.get(i)), Double.parseDouble(pdops.get(i)), lastDecimal);
      }
    }
    double cursor =
        browser
            .<Number>run("return document.querySelector('#bars .cursor').x1.baseVal.value")
            .doubleValue();
    double there =
        browser
            .<Number>run(
                "return timeScale(document.querySelector('#bars svg').viewBox.baseVal.width)"
                    + "(new Date('2020-11-25T"
                    + clock
                    + ":00Z'))")
            .doubleValue();
    double pixel = 0.1;
    assertEquals(there, cursor, pixel);
  }

  /** The zenith in the middle, north up and east to the right. */
  private static void assertMarkStandsAt(JsonNode satellite) {
    List<Number> mark =
        browser.run(
            "const mark = d3.selectAll('#skyplot g.satellites g')"
                + ".filter(s => DATA.satellites[s.satellite][1] === arguments[0]);"
                + "return mark.attr('transform').match(/[-.0-9]+/g).map(Number)",
            satellite.get("norad").asInt());
    double rim =
        browser
            .<Number>run("return +document.querySelector('.dome').getAttribute('r')")
            .doubleValue();
    double azimuth = Math.toRadians(satellite.get("azimuth_deg").asDouble());
    double distance = rim * (90 - satellite.get("elevation_deg").asDouble()) / 90;
    double sameDirection = rim * SAME_DIRECTION_DEGREES / 90;
    assertEquals(distance * Math.sin(azimuth), mark.get(0).doubleValue(), sameDirection);
    assertEquals(-distance * Math.cos(azimuth), mark.get(1).doubleValue(), sameDirection);
  }

  @Test
  void chartOfDilutionIsThatOfTheSkyBelowIt() {
    openAddisAbaba();
    assertChartOfDilutionIsThatOfTheSky();
  }

  /** Each sample of the chart, against what the legend shows at that moment. */
  private static void assertChartOfDilutionIsThatOfTheSky() {
    List<Object> different =
        browser.run(
            "const { day } = opened;"
                + "return day.dop.times.flatMap((time, k) => {"
                + "  const now = directionsOf(day.horizon, momentOf(time), inViewAt(day, time));"
                + "  const wanted = [...now.map(d => pdopOf([d])), pdopOf(byClock(now))];"
                + "  const drawn = [...day.dop.bySystem.map(s => s[k]), day.dop.together[k]];"
                + "  return drawn.every((pdop, i) => pdop === wanted[i]) ? [] : [time];"
                + "})");
    assertEquals(List.of(), different);
  }

  @Test
  void medianOfTheDilutionChartIsTheEngines() {
    openAddisAbaba();
    JsonNode systems = site("Addis Ababa").get("systems");
    double everyThirdMinuteOnly = 0.02;
    for (String system : List.of("GPS", "BDS", "GAL", "GLO")) {
      Number median =
          browser.run(
              "const i = DATA.systems.findIndex(s => s[0] === arguments[0]);"
                  + "return d3.median(opened.day.dop.bySystem[i], pdop => pdop ?? Infinity)",
              system);
      assertEquals(
          systems.at("/" + system.toLowerCase(Locale.ROOT) + "/pdop_median").asDouble(),
          median.doubleValue(),
          everyThirdMinuteOnly,
          system);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "own, each system has its own receiver clock",
    "GPS+QZS, GPS and QZSS share a receiver clock"
  })
  void dilutionOfAllTogetherIsThatOfTheClocksAskedFor(String clocks, String words) {
    String[] question = {"Tokyo", "--date", "2020-11-25", "--systems", "GPS,QZS"};
    List<String> arguments = new ArrayList<>(List.of(question));
    arguments.add(0, "passes");
    arguments.addAll(List.of("--clocks", clocks));
    browser.open(report("clocks.html", arguments.toArray(String[]::new)));
    browser.run("setTime(DATA.start)");
    arguments.set(0, "sky");
    arguments.addAll(List.of("--format", "json"));
    JsonNode dop = Run.of(arguments.toArray(String[]::new)).json().get("dop");
    List<String> shown = browser.texts("#doplegend b");
    double lastDecimal = 0.011;
    assertEquals(
        dop.at("/together/pdop").asDouble(), Double.parseDouble(shown.get(2)), lastDecimal);
    assertChartOfDilutionIsThatOfTheSky();
    assertEquals("All together: " + words + ".", browser.find("#clocks").getText());
  }

  /** Three satellites on a cone and a fourth that is almost on it: height and clock go together. */
  @Test
  void geometryAsGoodAsSingularHasNoDilution() {
    browser.open(page);
    String pdop =
        "const up = z => [Math.sqrt(1 - z * z), z];"
            + "const cone = [0, 1, 2].map(k => { const [r, z] = up(0.5);"
            + "  return [r * Math.cos(2.1 * k), r * Math.sin(2.1 * k), z]; });"
            + "const [r, z] = up(0.5 + arguments[0]);"
            + "return pdopOf([[...cone, [-r, 0, z]]])";
    assertTrue(browser.<Number>run(pdop, 0.1).doubleValue() < 100);
    assertNull(browser.run(pdop, 1e-3));
  }

  @Test
  void skipLinkLeavesAnOpenedSiteOpen() {
    openAddisAbaba();
    browser.run("document.querySelector('.skip').focus()");
    browser.press(Keys.ENTER);
    assertTrue(browser.find("#sitename").isDisplayed());
    assertEquals("main", browser.focused().getDomAttribute("id"));
  }

  @Test
  void localTimeIsCivilWhenTheClocksAreChangedWithinTheWindow() {
    browser.open(report("autumn.html", "passes", "Switzerland", "--start", "2020-10-24T12:00:00Z"));
    assertEquals("Bern, Switzerland", browser.find("#sitename").getText());
    String note = browser.find("#timenote").getText();
    assertTrue(note.contains("Europe/Zurich, UTC+2, at the end UTC+1,"), note);
    browser.run("document.querySelector('#time').focus()");
    browser.press(Keys.END);
    assertEquals("13:00 Europe/Zurich", browser.find("#clock span").getText());
    browser.press(Keys.HOME);
    assertEquals("14:00 Europe/Zurich", browser.find("#clock span").getText());
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
    browser.open(page);
    browser.run(
        "openSite(DATA.sites.find(site => site.name === arguments[0])); setTime(DATA.start)",
        capital);
    assertEquals(clock, browser.find("#clock span").getText());
  }

  @Test
  void placeWithoutAKnownTimeHasTheSolarTimeOfItsLongitude() {
    browser.open(report("sea.html", "passes", "0,-30", "--date", "2020-11-25"));
    browser.run("setTime(DATA.start)");
    assertEquals("22:00 mean solar time", browser.find("#clock span").getText());
  }

  @Test
  void playRunsAndPauses() {
    openAddisAbaba();
    String begin = browser.find("#clock b").getText();
    WebElement play = browser.find("#play");
    play.click();
    assertEquals("Pause", play.getText());
    new FluentWait<>(browser)
        .withTimeout(Browser.PATIENCE)
        .until(b -> !b.find("#clock b").getText().equals(begin));
    play.click();
    assertEquals("Play", play.getText());
    assertEquals(0L, (long) browser.run("return opened.frame"));
  }

  @Test
  void tabReachesEverything() {
    browser.open(page);
    browser.find("#filter").sendKeys("guinea");
    browser.run("document.activeElement.blur()");
    assertAllReached();
    openAddisAbaba();
    browser.run("document.activeElement.blur()");
    assertAllReached();
  }

  private static void assertAllReached() {
    browser.run(
        "window.reached = new Set(); window.addEventListener('focusin', e => reached.add(e.target))");
    long elements =
        browser.run(
            "window.wanted = [...document.querySelectorAll("
                + "'a[href], button, select, input:not([type=radio]), input:checked, summary,"
                + " [tabindex=\"0\"]')].filter(e => e.checkVisibility()); return wanted.length");
    browser.press(Keys.TAB, (int) elements + 2);
    List<String> missed =
        browser.run(
            "return wanted.filter(e => !reached.has(e)).map(e => e.outerHTML.slice(0, 120))");
    assertEquals(List.of(), missed);
  }

  @Test
  void keysReachEveryMarkAndEnterOpensIt() {
    browser.open(page);
    browser.run("document.querySelector('#map [tabindex=\"0\"]').focus()");
    browser.run(
        "window.reached = new Set();"
            + "window.addEventListener('focusin', e => reached.add(e.target))");
    for (Keys key : new Keys[] {Keys.PAGE_UP, Keys.PAGE_DOWN}) {
      browser.press(key, CAPITALS);
    }
    assertEquals((long) CAPITALS, (long) browser.run("return reached.size"));
    browser.press(Keys.ARROW_UP, Keys.ARROW_DOWN);
    String first = browser.focused().getAccessibleName();
    browser.press(Keys.ARROW_LEFT);
    String second = browser.focused().getAccessibleName();
    assertNotEquals(first, second);
    assertTrue(browser.find("#tip").isDisplayed());
    String title = browser.find("#tip strong").getText();
    assertTrue(second.startsWith(title), title);
    browser.press(Keys.ENTER);
    assertEquals(title, browser.find("#sitename").getText());
    browser.find("#back").click();
    assertTrue(browser.focused().getAccessibleName().startsWith(title));
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "390,844,dark"})
  void isAccessibleAndFitsTheWindow(int width, int height, String colorScheme) {
    browser.open(page, width, height, colorScheme);
    browser.find("#filter").sendKeys("guinea");
    assertEquals(List.of(), browser.accessibilityProblems());
    assertFits();
    browser.find("#table tbody a").click();
    assertEquals(List.of(), browser.accessibilityProblems());
    assertFits();
    assertEquals(
        0L,
        (long)
            browser.run(
                "const f = document.querySelector('#figures'); return f.scrollWidth - f.clientWidth"),
        "every figure of a site shows");
  }

  @Test
  void aPhoneShowsBothSystemsFiguresByEveryMeasure() {
    browser.open(report("two.html", "capitals"), 390, 844, "light");
    for (WebElement metric : browser.findAll("#metrics label")) {
      metric.click();
      assertEquals(
          0L,
          (long)
              browser.run(
                  "const s = document.querySelector('#table').parentElement;"
                      + "return s.scrollWidth - s.clientWidth"),
          metric.getText());
    }
  }

  private static void assertFits() {
    long beyond =
        browser.run(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertEquals(0, beyond);
  }

  @Test
  void themeCanBeChosen() {
    browser.open(page);
    String light = browser.run("return getComputedStyle(document.documentElement).backgroundColor");
    browser.find("#theme").click();
    String dark = browser.run("return getComputedStyle(document.documentElement).backgroundColor");
    assertNotEquals(light, dark);
  }

  @Test
  void namesAreTextAndNothingElse() throws IOException {
    List<String> names =
        List.of(
            "</script><script>window.broken = 1</script>",
            "<img src=x onerror='window.broken = 1'>",
            "\"><svg onload=window.broken=1>",
            "<!-- <script>",
            "{{script}}",
            "=1+1",
            "القاهرة \u202Eabc",
            "x".repeat(200),
            "Long ".repeat(40).strip());
    StringBuilder csv = new StringBuilder("name,latitude_deg,longitude_deg\n");
    for (int i = 0; i < names.size(); i++) {
      csv.append('"')
          .append(names.get(i).replace("\"", "\"\""))
          .append("\",")
          .append(10 * i)
          .append(",0\n");
    }
    Path sites = Files.writeString(folder.resolve("names.csv"), csv);
    Path file = report("names.html", "capitals", "--sites", sites.toString());
    for (int width : new int[] {1440, 390}) {
      browser.open(file, width, 844, "light");
      assertNull(browser.run("return window.broken"));
      List<String> shown = browser.texts("#table tbody a");
      assertEquals(names.stream().sorted().toList(), shown.stream().sorted().toList());
      assertFits();
      for (int i = 0; i < names.size(); i++) {
        browser.run("openSite(DATA.sites[arguments[0]])", i);
        assertEquals(names.get(i), browser.texts("#sitename").get(0));
        assertFits();
      }
      assertNull(browser.run("return window.broken"));
      assertQuiet();
    }
  }

  @Test
  void scriptsOtherThanThePagesOwnDoNotRun() {
    browser.open(page);
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.broken = 1';"
            + "document.body.append(s)");
    assertNull(browser.run("return window.broken"));
    assertFalse(browser.console().isEmpty(), "the console reports that the policy blocked it");
  }

  @Test
  void twoThousandSitesStayUsable(TestReporter reporter) throws IOException {
    StringBuilder csv = new StringBuilder("name,latitude_deg,longitude_deg\n");
    for (int i = 0; i < 2000; i++) {
      csv.append("Site ").append(i).append(',').append(i % 170 - 85).append(',');
      csv.append(i * 7 % 360 - 180).append('\n');
    }
    Path sites = Files.writeString(folder.resolve("many.csv"), csv);
    Path file = report("many.html", "capitals", "--sites", sites.toString());
    browser.open(file);
    assertEquals(2000, browser.findAll("#map path.site").size());
    assertEquals(250, browser.findAll("#table tbody tr").size());
    browser.run(
        "window.addEventListener('beforeprint',"
            + " () => window.printed = document.querySelectorAll('#table tbody tr').length)");
    browser.print();
    assertEquals(2000L, (long) browser.run("return window.printed"));
    assertEquals(250, browser.findAll("#table tbody tr").size());
    browser.find("#more").click();
    assertEquals(2000, browser.findAll("#table tbody tr").size());
    browser.find("#filter").sendKeys("site 1999");
    browser.find("#table tbody a").click();
    assertEquals("Site 1999", browser.find("#sitename").getText());
    assertQuiet();
    reporter.publishEntry(
        Map.of(
            "bytes", Long.toString(Files.size(file)),
            "interactive after ms",
                browser.run("return document.documentElement.dataset.readyMillis")));
  }

  @Test
  void singleSystemLeadsNobody() {
    browser.open(report("qzs.html", "capitals", "--systems", "QZS"));
    assertTrue(browser.find("#verdict").getText().startsWith("QZSS alone: never more than "));
    assertEquals(List.of(), browser.findAll("#counts button"));
    assertEquals(CAPITALS, browser.findAll("#map path.site").size());
    browser.find("#table tbody a").click();
    assertQuiet();
  }

  @Test
  void horizonIsDrawnIntoTheSky() throws IOException {
    Path horizon =
        Files.writeString(
            folder.resolve("horizon.csv"), "azimuth_deg,elevation_deg\n0,0\n90,45\n180,0\n");
    browser.open(report("horizon.html", "passes", "ET", "--horizon", horizon.toString()));
    List<Number> east =
        browser.run(
            "const mask = document.querySelector('#skyplot .mask');"
                + "const points = d3.range(0, mask.getTotalLength(), 1).map(l => mask.getPointAtLength(l));"
                + "return [d3.max(points, p => p.x), d3.min(points, p => p.x)]");
    double radius = browser.<Number>run("return SKY_RADIUS").doubleValue();
    double pixel = 1;
    assertTrue(east.get(0).doubleValue() < 0.75 * radius, "a wall in the east");
    assertEquals(-radius, east.get(1).doubleValue(), pixel, "none in the west");
    String isShaded =
        "return document.querySelector('#skyplot .below')"
            + ".isPointInFill(new DOMPoint(arguments[0] * SKY_RADIUS, 0))";
    assertTrue(browser.<Boolean>run(isShaded, 0.9), "behind the wall");
    assertFalse(browser.<Boolean>run(isShaded, 0.1), "above the wall");
    assertFalse(browser.<Boolean>run(isShaded, -0.9), "the open west");
    assertTrue(browser.find("#skynote").getText().contains("below the mask"));
    assertQuiet();
  }

  @Test
  void everySatelliteOfASkyWithRoomIsLabelledAndNoTwoLabelsOverlap() {
    browser.open(
        report("labels.html", "passes", "Addis Ababa", "--mask", "5", "--date", "2026-10-06"));
    List<String> labels = browser.texts("#skyplot .satellites text");
    assertEquals(25, labels.size());
    assertFalse(labels.contains(""), labels.toString());
    assertEquals(
        List.of(),
        browser.run(
            "const texts = [...document.querySelectorAll('#skyplot .satellites text')];"
                + "const boxes = texts.map(t => { const b = t.getBoundingClientRect();"
                + "  return [t.textContent, b.left, b.right, b.top + b.height / 4, b.bottom - b.height / 4]; });"
                + "return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>"
                + "  a[1] < b[2] && b[1] < a[2] && a[3] < b[4] && b[3] < a[4]).map(b => a[0] + b[0]))"));
  }

  @Test
  void passesOpenTheirSite() {
    browser.open(report("passes.html", "passes", "Addis Ababa", "--mask", "10"));
    assertEquals("Addis Ababa, Ethiopia", browser.find("#sitename").getText());
    assertFalse(browser.find("#back").isDisplayed());
    assertQuiet();
  }
}
