package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.cli.Run;
import dev.skytally.report.page.PlannerPage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.FluentWait;

/** The planner in the browser: each control, and that its answers are those of the command. */
@Tag("exhaustive")
@ExtendWith(InPlanner.class)
class PlannerTest {
  /** A day of the bundled element sets, in English whatever the browser prefers. */
  private static final String DAY = "date=2026-10-05&language=en";

  private static final int MOST_BYTES_OF_FIRST_LOAD = 300_000;

  private final Planner planner;

  PlannerTest(Planner planner) {
    this.planner = planner;
  }

  /** The windows of an answer of the command: first and last whole second, and satellites. */
  private static List<List<String>> windows(JsonNode answer) {
    List<List<String>> windows = new ArrayList<>();
    for (JsonNode window : answer.at("/sites/0/windows")) {
      windows.add(
          List.of(
              clock(window.get("begin").asText(), 999_999_999),
              clock(window.get("end").asText(), 0).replace("00:00:00", "24:00:00"),
              window.get("satellites_min").asText()));
    }
    return windows;
  }

  private static String clock(String iso, int moreNanos) {
    return OffsetDateTime.parse(iso)
        .plusNanos(moreNanos)
        .truncatedTo(ChronoUnit.SECONDS)
        .toLocalTime()
        .format(DateTimeFormatter.ISO_LOCAL_TIME);
  }

  private List<List<String>> shownWindows() {
    return planner.site().windows().stream()
        .map(row -> List.of(row.get(1).substring(0, 8), row.get(2).substring(0, 8), row.get(5)))
        .toList();
  }

  @Test
  void windowsAreThoseOfTheCommand() {
    planner.open(
        DAY
            + "&latitude=47.03&longitude=28.84&name=Chisinau&timezone=Europe/Chisinau&mask=15"
            + "&need=satellites >= 28, gps.pdop <= 3&for=20");
    JsonNode expected =
        Planner.plan(
            "47.03,28.84",
            "--date",
            "2026-10-05",
            "--timezone",
            "Europe/Chisinau",
            "--mask",
            "15",
            "--systems",
            "GPS,BDS,GAL,GLO",
            "--need",
            "satellites >= 28, gps.pdop <= 3",
            "--for",
            "20m");
    assertTrue(windows(expected).size() > 2);
    assertEquals(windows(expected), shownWindows());
    assertEquals("Chisinau", planner.title());
  }

  @Test
  void eachControlOfTheQuestionChangesTheAnswerAsTheOptionDoes() {
    planner.open(DAY + "&need=satellites >= 30");
    Set<List<List<String>>> seen = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    List<Runnable> changes =
        List.of(
            () -> planner.fill("#mask", "20"),
            () -> planner.fill("#date", "2026-10-06"),
            () -> planner.click("#later"),
            () -> planner.fill("#zone", "Asia/Kolkata"),
            () -> planner.click("#systems input[value=QZS]"),
            () -> planner.choose("#status", "transmitting"),
            () -> planner.fill("#length", "20"),
            () -> planner.fill("#length", ""),
            () -> planner.fill("#conditions input", "22"),
            () -> planner.click("#addcondition"),
            () -> planner.click("#usable"));
    for (Runnable change : changes) {
      change.run();
      assertEquals(windows(planner.answer()), shownWindows());
      seen.add(shownWindows());
    }
    assertTrue(seen.size() >= 6, () -> "the controls do something: " + seen);
  }

  @Test
  void hoursOfTheDayLimitTheWindows() {
    planner.open(DAY + "&need=satellites >= 20");
    planner.fill("#from", "08:00");
    planner.fill("#to", "18:00");
    assertEquals("08:00:00", shownWindows().get(0).get(0));
    assertEquals(windows(planner.answer()), shownWindows());
  }

  @Test
  void satelliteIsExcludedAndCountedAgain() {
    planner.open(DAY);
    long all = planner.satellites();
    planner.click("#single summary");
    planner.click("[data-satellite=G08]");
    assertEquals(all - 1, planner.satellites());
    assertEquals("false", planner.attribute("[data-satellite=G08]", "aria-pressed"));
    planner.press("[data-satellite=G08]", Keys.ENTER);
    assertEquals(all, planner.satellites());
  }

  @Test
  void placeIsFoundByItsNameWithTheKeyboard() {
    planner.open(DAY);
    assertEquals(List.of("Munich, Germany"), planner.search("Munchen"));
    planner.press("#find", Keys.ARROW_DOWN, Keys.ENTER);
    assertEquals("Munich", planner.title());
    assertEquals("48.1370° N, 11.5750° E", planner.place());
    planner.click("#localzone");
    new FluentWait<>(planner)
        .withTimeout(Browser.PATIENCE)
        .until(page -> page.link().contains("timezone=Europe%2FBerlin"));
    planner.awaitAnswer();
  }

  /** Cities in Illinois, Missouri and Massachusetts. */
  @Test
  void placesOfOneNameAreToldApart() {
    planner.open(DAY);
    List<String> found = planner.search("Springfield");
    assertEquals(found.size(), Set.copyOf(found).size(), found::toString);
    assertTrue(found.contains("Springfield, United States (37.2° N, 93.3° W)"), found::toString);
    planner.choose("#language", "de");
    planner.awaitTitle("London");
    found = planner.search("Springfield");
    assertTrue(found.get(0).matches("Springfield, .* \\(3.,.° N, ...?,.° W\\)"), found::toString);
  }

  /** Half a degree of latitude is 56 km; Moldova was on summer time. */
  @Test
  void placeHasTheTimeOfTheNearestCityOrTheSun() {
    planner.open(DAY + "&latitude=46.5056&longitude=28.8575");
    assertEquals(
        "Local time is that of Chișinău, 56 km away: Europe/Chisinau, UTC+3.",
        planner.text("#zonenote"));
    planner.go(DAY + "&latitude=0&longitude=-30");
    assertTrue(planner.text("#zonenote").endsWith("UTC−2."), planner.text("#zonenote"));
    assertTrue(planner.text("#zonenote").startsWith("No large city"));
  }

  @Test
  void placeIsWrittenAsForTheCommand() {
    planner.open(DAY + "&language=en");
    planner.type("#find", "47 1.8 N 28 50.4 E");
    planner.press("#find", Keys.ENTER);
    planner.awaitTitle("47.0300, 28.8400");
    planner.type("#find", "MD");
    planner.press("#find", Keys.ENTER);
    planner.awaitTitle("Chișinău");
    planner.type("#find", "Atlantis");
    planner.press("#find", Keys.ENTER);
    new FluentWait<>(planner)
        .withTimeout(Browser.PATIENCE)
        .until(page -> page.text("#problem").contains("Atlantis"));
  }

  /** A height of 90 km changes which satellites are above the mask. */
  @ParameterizedTest
  @ValueSource(strings = {"48.1,11.5,90000", "48.1N 11.5E, 90000 m", "geo:48.1,11.5,90000"})
  void heightOfThePlaceIsKept(String written) {
    planner.open(DAY + "&latitude=48.1&longitude=11.5&mask=20&need=satellites >= 22");
    List<List<String>> onTheEllipsoid = shownWindows();
    planner.type("#find", written);
    planner.press("#find", Keys.ENTER);
    new FluentWait<>(planner)
        .withTimeout(Browser.PATIENCE)
        .until(page -> page.place().endsWith(", 90000 m above the ellipsoid"));
    JsonNode expected =
        Planner.plan(
            "48.1,11.5,90000",
            "--date",
            "2026-10-05",
            "--mask",
            "20",
            "--systems",
            "GPS,BDS,GAL,GLO",
            "--need",
            "satellites >= 22");
    assertNotEquals(onTheEllipsoid, shownWindows());
    assertEquals(windows(expected), shownWindows());
    String link = planner.link();
    planner.press("#map svg", Keys.ARROW_UP);
    assertEquals("49.1000° N, 11.5000° E", planner.place());
    planner.go(link);
    assertEquals(windows(expected), shownWindows());
  }

  @Test
  void heightWithoutAPlaceIsNamed() {
    planner.open(DAY + "&height=500");
    assertTrue(planner.text("#problem").contains("latitude, longitude"), planner.text("#problem"));
    assertFalse(planner.place().contains("above the ellipsoid"), planner.place());
  }

  @ParameterizedTest
  @CsvSource({"Oslo, Oslo", "Chișinău, Chișinău", "chisinau, Chișinău"})
  void placeOfALinkIsFoundByItsName(String name, String title) {
    planner.open(DAY + "&name=" + name);
    assertEquals(title, planner.title());
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    assertTrue(planner.link().contains("latitude="), planner.link());
  }

  @Test
  void siteOfAQuestionToTheServerIsAPlaceInALink() {
    planner.open(DAY + "&site=47.03,28.84");
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    assertTrue(planner.link().contains("latitude=47.03&longitude=28.84"), planner.link());
  }

  @Test
  void listsInALinkMayHaveAnyCaseAndBlanks() {
    planner.open(DAY + "&latitude=47&longitude=28&systems=gps, bds&exclude=g01, C31");
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    String link = planner.link().replace("%2C", ",");
    assertTrue(link.contains("systems=GPS,BDS"), link);
    assertTrue(link.contains("exclude=G01,C31"), link);
  }

  @Test
  void placeThatANameInALinkMayNotMeanIsNamed() {
    planner.open(DAY + "&latitude=41.15&longitude=-8.61");
    planner.go(DAY + "&name=Munchen");
    assertEquals("Munich", planner.title());
    assertTrue(planner.text("#problem").contains("shows Munich, Germany"));
    planner.go(DAY + "&name=Springfield");
    assertTrue(planner.text("#problem").contains("(37.2° N, 93.3° W)"), planner.text("#problem"));
    planner.fill("#mask", "11");
    assertFalse(planner.shows("#problem"));
  }

  @Test
  void placeOfALinkIsSoughtAgainIfTheServerIsBusy() {
    planner.open(DAY + "&latitude=41.15&longitude=-8.61");
    planner.refuse("busy");
    planner.go(DAY + "&name=Oslo");
    planner.awaitTitle("Oslo");
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
  }

  @Test
  void chosenPlaceReplacesTheNameThatIsSought() {
    planner.open(DAY + "&latitude=41.15&longitude=-8.61");
    planner.refuse("busy");
    planner.go(DAY + "&name=Oslo");
    planner.type("#find", "10, 20");
    planner.press("#find", Keys.ENTER);
    planner.fill("#mask", "11");
    assertTrue(planner.link().contains("latitude=10&longitude=20"), planner.link());
  }

  /** A height belongs to coordinates, and the name brings its own. */
  @Test
  void heightBesideANameWithoutCoordinatesCannotBeRead() {
    planner.open(DAY + "&name=Oslo&height=100&mask=0x10&language=en");
    String problem = planner.text("#problem");
    assertTrue(problem.contains(": mask, height."), problem);
    assertEquals("Oslo", planner.title());
  }

  @Test
  void linkWithANameOfNoPlaceSaysSo() throws IOException {
    for (String language : List.of("en", "de", "zh", "es", "fr", "ru")) {
      planner.open("date=2026-10-05&name=Atlantis&language=" + language);
      assertEquals("London", planner.title());
      awaitProblem(words(language).get("problem.placeless").replace("{0}", "Atlantis"));
    }
    planner.go(DAY + "&name=Atlantis 2");
    assertTrue(planner.text("#problem").contains("“Atlantis 2”"), planner.text("#problem"));
  }

  @Test
  void partsOfALinkThatCannotBeReadAreNamed() {
    planner.open(DAY + "&latitude=95&longitude=28&name=X&mask=abc&colour=red&language=en");
    assertEquals("London", planner.title());
    assertEquals("51.5090° N, 0.1260° W", planner.place());
    assertTrue(
        planner.text("#problem").contains("latitude, mask, colour"), planner.text("#problem"));
    planner.fill("#mask", "5");
    assertFalse(planner.shows("#problem"));
  }

  @Test
  void partThatCannotBeReadIsNamedIfThePlanStays() {
    planner.open(DAY);
    planner.go(DAY + "&mask=abc");
    assertTrue(planner.text("#problem").contains(": mask."), planner.text("#problem"));
    planner.go(DAY);
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
  }

  /** The server would refuse the question. */
  @Test
  void anotherMomentInTheAddressAsksTheServerNothing() {
    planner.open(DAY);
    planner.refuse("busy");
    planner.go(DAY + "&time=60");
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    assertTrue(planner.link().contains("time=60"), planner.link());
  }

  @ParameterizedTest
  @CsvSource({"mask=10deg, wrong.mask", "horizon=0-5, wrong.horizon", "for=90s, wrong.for"})
  void expectedFormOfAPartOfALinkIsNamed(String part, String key) throws IOException {
    planner.open(DAY + "&" + part);
    String problem = planner.text("#problem");
    assertTrue(problem.endsWith(words("en").get(key)), problem);
  }

  @Test
  void longitudesTo360DegreesArePlacesInLinkAndSearch() throws IOException {
    planner.open(DAY + "&latitude=10&longitude=190.5");
    assertEquals("10.0000° N, 169.5000° W", planner.place());
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    planner.search("10, 200.5");
    planner.press("#find", Keys.ARROW_DOWN, Keys.ENTER);
    assertEquals("10.0000° N, 159.5000° W", planner.place());
    planner.go(DAY + "&latitude=10&longitude=361");
    assertTrue(planner.text("#problem").endsWith(words("en").get("wrong.longitude")));
  }

  /** U+2212, as the page itself and maps write it. */
  @Test
  void minusAndDegreeSignsAreReadInSearchAndLink() {
    planner.open(DAY);
    for (String place : List.of("−33.92, −18.5", "−33.92°, −18.5°", "-33,92° -18,5°")) {
      planner.go(DAY);
      planner.search(place);
      planner.press("#find", Keys.ARROW_DOWN, Keys.ENTER);
      assertEquals("33.9200° S, 18.5000° W", planner.place(), place);
    }
    planner.go(DAY + "&latitude=−12.5&longitude=−77");
    assertEquals("12.5000° S, 77.0000° W", planner.place());
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
  }

  /** The server would refuse each of these, and name only the first. */
  @Test
  void everyBadPartOfALinkIsNamed() {
    planner.open(
        "timezone=Europe/Berln&date=2026-02-31&systems=GPS,GPS&need=pdop <= 0&mask=abc&days=9"
            + "&language=en");
    String problem = planner.text("#problem");
    assertTrue(problem.contains(": timezone, date, systems, mask, days."), problem);
    assertTrue(problem.contains("“pdop <= 0”"), problem);
    assertTrue(planner.satellites() > 90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "satellites >= 30, beauty >= 1, gps.pdop <= 3 |                | beauty >= 1",
        "satellites >= 30, gps.pdop <== 3             |                | gps.pdop <== 3",
        "satellites >= 30, pdop <= 3, glo.hdop <= 2   | &systems=GPS,BDS,GAL | glo.hdop <= 2",
      })
  void planHasTheConditionsOfALinkThatAreRightAndNamesTheOthers(
      String conditions, String more, String wrong) throws IOException {
    planner.open(DAY + "&need=" + conditions + (more == null ? "" : more));
    assertEquals(words("en").get("wrong.need").replace("{0}", wrong), planner.text("#problem"));
    assertTrue(planner.link().contains("need=satellites"), planner.link());
    assertTrue(planner.text("#wanted").contains("satellites ≥ 30"), planner.text("#wanted"));
    assertEquals(windows(planner.answer()), shownWindows());
  }

  @Test
  void conditionOfASystemThatIsNoLongerChosenIsNamedAlone() throws IOException {
    planner.open(DAY + "&need=satellites >= 30, glo.satellites >= 5");
    planner.click("#systems input[value=GLO]");
    awaitProblem(words("en").get("wrong.need").replace("{0}", "GLONASS satellites ≥ 5"));
    planner.noise();
  }

  @Test
  void badPartOfALinkIsNamedBesideAProblemOfTheServer() {
    planner.open("date=1990-01-01&mask=abc&language=en");
    String problem = planner.text("#problem");
    assertTrue(problem.contains(": mask.") && problem.contains("Choose another date"), problem);
    planner.noise();
  }

  @Test
  void lastPlanStaysWithItsQuestionIfTheNextHasNoAnswer() {
    planner.open(DAY + "&name=Porto&latitude=41.15&longitude=-8.61");
    planner.fill("#date", "1990-01-01");
    String problem = planner.text("#problem");
    assertTrue(problem.contains("Choose another date"), problem);
    assertTrue(problem.endsWith("of Porto, 2026-10-05 00:00 to 2026-10-06 00:00 UTC."), problem);
    assertFalse(problem.contains("max-age"), problem);
    planner.search("Oslo");
    planner.press("#find", Keys.ENTER);
    planner.choose("#language", "de");
    awaitProblem("Die nächsten bekannten Bahnelemente sind vom 2020-11-30");
    assertEquals("Porto", planner.title());
    assertTrue(planner.shows("#facts") && planner.shows("#skyplot"));
    planner.fill("#date", "2026-10-06");
    assertFalse(planner.shows("#problem"));
    assertEquals("Oslo", planner.title());
    planner.noise();
  }

  @Test
  void mapOfTheKeptPlanHasItsMask() {
    planner.open(DAY + "&mask=5&leaders=now&time=0");
    String shares = planner.text("#mapnote");
    planner.fill("#date", "1990-01-01");
    planner.fill("#mask", "60");
    planner.press("#leaders input[value=now]", Keys.ARROW_LEFT);
    awaitMapNote(note -> !note.equals(shares));
    planner.press("#leaders input[value=none]", Keys.ARROW_RIGHT);
    awaitMapNote(note -> note.contains("BeiDou"));
    assertEquals(shares, planner.text("#mapnote"));
    planner.noise();
  }

  private void awaitMapNote(Predicate<String> isDrawn) {
    new FluentWait<>(planner)
        .withTimeout(Browser.PATIENCE)
        .until(page -> isDrawn.test(page.text("#mapnote")));
  }

  @Test
  void pageWithoutAnAnswerHasATitleAndNoEmptyDefinition() {
    planner.open("date=1990-01-01&language=en");
    assertEquals("London", planner.title());
    assertFalse(planner.shows("#definition"));
    planner.fill("#date", "2026-10-05");
    assertTrue(planner.shows("#definition"));
    planner.noise();
  }

  @Test
  void figuresAndDilutionsAreExplainedWhereTheyStand() {
    planner.open(DAY);
    String figures = planner.text("[data-words='figures.meaning']");
    assertTrue(figures.contains("Time ahead: ") && figures.contains("PDOP: "), figures);
    assertTrue(planner.text("[data-words='dop.meaning']").contains("height (VDOP)"));
  }

  @Test
  void horizonIsSavedOnlyIfThereIsOne() {
    planner.open(DAY);
    assertEquals("true", planner.attribute("#savehorizon", "disabled"));
    planner.press("#horizon svg", Keys.HOME, Keys.ARROW_UP);
    assertEquals(null, planner.attribute("#savehorizon", "disabled"));
    planner.click("#clearhorizon");
    assertEquals("true", planner.attribute("#savehorizon", "disabled"));
  }

  @Test
  void strokeLeavesTheRestOfTheHorizon() {
    planner.open(DAY + "&horizon=0:10,90:20,180:10,270:20");
    planner.press("#horizon svg", Keys.HOME, Keys.ARROW_UP);
    assertEquals("0:11,5:10.56,90:20,180:10,270:20,355:10.56", planner.horizon());
  }

  /** The hint stands before the table, in the language of the page. */
  @Test
  void wideTableHasAHintOnASmallScreenOnly() {
    String hint = "#windows .hint";
    planner.open("date=2026-10-05&need=satellites >= 30&language=de", 360, 800, "light");
    assertTrue(planner.shows(hint));
    assertTrue(planner.text(hint).contains("Spalten"), planner.text(hint));
    planner.open(DAY + "&need=satellites >= 30");
    assertFalse(planner.shows(hint));
  }

  @Test
  void longHorizonFitsASmallScreen() {
    String horizon =
        IntStream.range(0, 72).mapToObj(i -> 5 * i + ":" + i % 7).collect(Collectors.joining(","));
    planner.open(DAY + "&horizon=" + horizon, 360, 800, "light");
    assertEquals(0, planner.overflow());
  }

  @Test
  void placeIsChosenByCoordinatesOnTheMapAndByTheLocationOfTheBrowser() {
    planner.open(DAY);
    planner.type("#find", "-13.53, -71.97");
    planner.press("#find", Keys.ENTER);
    planner.awaitTitle("-13.5300, -71.9700");
    assertEquals("13.5300° S, 71.9700° W", planner.place());
    planner.press("#map svg", Keys.ARROW_UP, Keys.ARROW_LEFT);
    assertEquals("12.5300° S, 72.9700° W", planner.place());
    planner.clickAt("#map svg", 0, 0);
    assertTrue(planner.place().matches("0\\.[0-9]{4}° [NS], 1[01]\\.[0-9]{4}° E"), planner.place());
    planner.locate(9.03, 38.74);
    planner.click("#here");
    planner.awaitTitle("9.0300, 38.7400");
    planner.choose("#language", "de");
    planner.awaitTitle("9,0300; 38,7400");
    planner.type("#find", "46,0200; 7,7500");
    planner.press("#find", Keys.ENTER);
    planner.awaitTitle("46,0200; 7,7500");
    assertEquals("46,0200° N, 7,7500° O", planner.place());
  }

  @Test
  void drawnHorizonIsThatOfTheOption() throws IOException {
    planner.open(DAY + "&mask=0&need=satellites >= 30");
    List<List<String>> open = shownWindows();
    planner.drag("#horizon svg", -100, 10, 0, -30);
    planner.drag("#horizon svg", 20, 0, 90, 20);
    assertNotEquals(open, shownWindows());
    planner.click("#savehorizon");
    Path csv = planner.saved("skytally-London-horizon.csv");
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    assertEquals("azimuth_deg,elevation_deg", lines.get(0));
    assertTrue(lines.stream().filter(line -> !line.endsWith(",0")).count() > 20);
    JsonNode expected =
        Planner.plan(
            "51.509,-0.126",
            "--date",
            "2026-10-05",
            "--systems",
            "GPS,BDS,GAL,GLO",
            "--need",
            "satellites >= 30",
            "--horizon",
            csv.toString());
    assertTrue(windows(expected).size() > 2);
    assertEquals(windows(expected), shownWindows());
    planner.click("#clearhorizon");
    assertEquals(open, shownWindows());
    planner.upload("#openhorizon", csv);
    assertEquals(windows(expected), shownWindows());
    Files.delete(csv);
  }

  @Test
  void keyboardDrawsTheHorizon() {
    planner.open(DAY + "&mask=0");
    planner.press("#horizon svg", Keys.HOME, Keys.ARROW_RIGHT, Keys.PAGE_UP, Keys.ARROW_UP);
    assertTrue(planner.link().contains("horizon=0%3A0%2C5%3A11%2C10%3A0"), planner.link());
    assertEquals("azimuth 5°, elevation 11°", planner.attribute("#horizon svg", "aria-valuetext"));
  }

  /** The file has columns beside those of the option. */
  @Test
  void horizonOfTheCommandIsOpened() throws IOException {
    planner.open(DAY);
    Path file =
        Files.writeString(
            planner.folder().resolve("terrain.csv"),
            "azimuth_deg,elevation_deg,distance_m,reach_m\n0,10,900,\n90,-0.5,50000,\n180,20,80,\n270,0,9,\n");
    planner.upload("#openhorizon", file);
    assertFalse(planner.shows("#problem"));
    assertEquals("0:10,90:-0.5,180:20,270:0", planner.horizon());
  }

  /** A table of PVGIS counts azimuths from south; a spreadsheet may write decimal commas. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\tH_hor\n-180.0\t5.5\n-40.5\t0.0\n180.0\t5.5\n",
        "Azimut;Höhe\n0;5,5\n139,5;0,0\n",
        "# Stellarium\n0 5.5\n139.5 0\n"
      })
  void eachFormatOfHorizonsIsOpened(String text) throws IOException {
    planner.open(DAY);
    planner.upload(
        "#openhorizon", Files.writeString(planner.folder().resolve("horizon.txt"), text));
    assertEquals("0:5.5,139.5:0", planner.horizon());
  }

  @Test
  void openedHorizonWithAGapHasAWarning() throws IOException {
    planner.open(DAY);
    planner.upload(
        "#openhorizon",
        Files.writeString(planner.folder().resolve("wall.csv"), "140,35\n220,35\n"));
    String gap = words("en").get("horizon.gap").replace("{0}", "220").replace("{1}", "140");
    assertEquals(gap, planner.text("#problem"));
  }

  @Test
  void strokeReplacesTheFinePointsOfAnOpenedHorizon() throws IOException {
    openFineHorizon();
    planner.drag("#horizon svg", 0, 40, 60, 40);
    String drawn = planner.horizon();
    assertFalse(drawn.contains(",201:"), drawn);
    assertTrue(drawn.contains(",101:41"), drawn);
  }

  @Test
  void strokeAtNorthReplacesThePointsOnBothSides() throws IOException {
    openFineHorizon();
    planner.press("#horizon svg", Keys.HOME, Keys.PAGE_UP);
    String drawn = planner.horizon();
    assertTrue(drawn.startsWith("0:50,5:41,6:40,"), drawn);
    assertTrue(drawn.endsWith(",354:40,355:41"), drawn);
  }

  /** Opens a horizon with a point at each degree, 40 and 41 in turn. */
  private void openFineHorizon() throws IOException {
    planner.open(DAY + "&mask=0");
    StringBuilder fine = new StringBuilder();
    for (int azimuth = 0; azimuth < 360; azimuth++) {
      fine.append(azimuth).append(',').append(azimuth % 2 == 0 ? 40 : 41).append('\n');
    }
    Path file = Files.writeString(planner.folder().resolve("fine.csv"), fine);
    planner.upload("#openhorizon", file);
  }

  @Test
  void fileThatIsNoHorizonIsRefused() throws IOException {
    planner.open(DAY);
    Path file = Files.writeString(planner.folder().resolve("wrong.csv"), "a,b\n10,95\n");
    planner.upload("#openhorizon", file);
    assertTrue(planner.text("#problem").contains("no column azimuth_deg"));
    assertTrue(planner.console().get(0).contains("status of 400"));
    assertFalse(planner.link().contains("horizon"));
  }

  @Test
  void partsOfThePageAreHiddenAndShown() {
    planner.open(DAY);
    for (String part : List.of("windows", "sky", "count", "dop", "elevation", "bars", "figures")) {
      String section = "[data-part=" + part + "]";
      assertTrue(planner.shows(section), part);
      planner.click("#shown input[value=" + part + "]");
      assertFalse(planner.shows(section), part);
    }
  }

  @Test
  void anotherDayWithFewerSystemsReplacesTheWholePage() {
    planner.open(DAY);
    planner.go("date=2026-10-06&systems=NAVIC");
    assertEquals(1, planner.texts("#countlegend > *").size());
    assertTrue(planner.text("#window").startsWith("2026-10-06"), planner.text("#window"));
    assertEquals(List.of(), planner.noise());
  }

  @Test
  void conditionKeepsTheFocusWhenItChanges() {
    planner.open(DAY + "&need=satellites >= 30, pdop <= 2");
    planner.press("#conditions .row:nth-child(2) select:nth-of-type(2)", Keys.ARROW_DOWN);
    assertEquals("hdop", planner.focused().getAttribute("value"));
  }

  /**
   * The element sets are of 16 June 2022 and 5 October 2026, and the server's clock of 7 October.
   */
  @ParameterizedTest
  @CsvSource({"2026-10-30, skytally fetch", "2022-08-01, archive import", "2026-11-20, nearer"})
  void oldOrbitsComeWithWhatToDo(String date, String remedy) {
    planner.open("language=en&date=" + date);
    String banner = planner.text("#incomplete");
    assertTrue(banner.contains("OLD ORBITS") && banner.contains(remedy), banner);
    planner.go(DAY);
    assertFalse(planner.shows("#incomplete"));
  }

  @Test
  void firstMomentIsTheFirstMinuteOfTheBestWindow() {
    planner.open(DAY + "&need=satellites >= 38&mask=5");
    String begin = shownWindows().get(0).get(0);
    LocalTime minute = LocalTime.parse(begin).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    assertEquals(minute + " UTC", planner.text("#clock b"));
  }

  /** Clocks in Berlin went back on 25 October 2026. */
  @Test
  void windowHasTheOffsetsAndTheNameOfItsTimeZone() {
    planner.open("language=en&date=2026-10-25&timezone=Europe/Berlin");
    assertEquals(
        "2026-10-25 00:00 UTC+2 to 2026-10-26 00:00 UTC+1 (Europe/Berlin)",
        planner.text("#window"));
    planner.go(DAY + "&timezone=Europe/Berlin");
    assertEquals(
        "2026-10-05 00:00 to 2026-10-06 00:00 UTC+2 (Europe/Berlin)", planner.text("#window"));
    planner.go(DAY + "&timezone=%2B03:30");
    assertEquals("2026-10-05 00:00 to 2026-10-06 00:00 UTC+3:30", planner.text("#window"));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Berlin, UTC",
    "America/Argentina/Buenos_Aires, Buenos Aires, UTC",
    "%2B03:30, UTC+3:30, UTC",
    "UTC, UTC, local"
  })
  void axisNamesTheTimeZone(String zone, String first, String second) {
    planner.open(DAY + "&timezone=" + zone);
    assertEquals(List.of(first, second), planner.texts("#countchart .clockname"));
    assertEquals(List.of(), planner.crowded("#countchart .hours"));
  }

  /**
   * The clocks of Berlin change at 03:00 on 25 October 2026, and those of New York a week later.
   */
  @ParameterizedTest
  @CsvSource({"Europe/Berlin, 2026-10-23, 4", "America/New_York, 2026-10-30, 7"})
  void ticksAreWholeDaysAndHoursAlsoAfterTheClocksChange(String zone, String date, int days) {
    planner.open("language=en&date=%s&days=%s&timezone=%s".formatted(date, days, zone));
    List<String> ticks = planner.texts("#countchart .hours text[y='15']:not(.clockname)");
    assertTrue(ticks.size() >= days, ticks::toString);
    for (String tick : ticks) {
      assertTrue(tick.matches("\\d\\d-\\d\\d|12:00"), ticks::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "zh", "ru"})
  void firstTickHasItsTimeOnBothClocks(String language) {
    planner.open("date=2026-10-05&name=X&latitude=51.5&longitude=7.1&language=" + language);
    assertEquals("00:00", planner.texts("#countchart .hours text[y='15']").get(1));
    assertEquals("02:00", planner.texts("#countchart .hours text[y='29']").get(1));
    assertEquals(List.of(), planner.crowded("#countchart .hours"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"America/New_York", "Europe/Chisinau", "Asia/Yekaterinburg", "America/Sao_Paulo"})
  void aLongNameOfAClockLeavesRoomForTheFirstTick(String zone) {
    planner.open(DAY + "&timezone=" + zone);
    assertEquals("00:00", planner.texts("#countchart .hours text[y='15']").get(1));
    assertEquals(List.of(), planner.crowded("#countchart .hours"));
    planner.go(DAY + "&days=2&timezone=" + zone);
    assertEquals("10-05", planner.texts("#countchart .hours text[y='15']").get(1));
    assertEquals(List.of(), planner.crowded("#countchart .hours"));
  }

  /** Auckland is thirteen hours ahead of UTC. */
  @Test
  void bothClocksHaveTheirDaysInALongWindow() {
    planner.open(DAY + "&days=3&timezone=Pacific/Auckland");
    assertEquals(
        List.of("11:00", "23:00", "11:00"),
        planner.texts("#countchart .hours text[y='29']").subList(1, 4));
    assertEquals(
        List.of("10-04", "10-05", "10-06", "10-07"),
        planner.texts("#countchart .hours text[y='43']"));
    assertEquals(List.of(), planner.crowded("#countchart .hours"));
    planner.go(DAY + "&timezone=Pacific/Auckland");
    assertEquals(List.of(), planner.texts("#countchart .hours text[y='43']"));
  }

  @Test
  void aMarkIsBetweenTheTwoScalesOfTheNumbersInView() {
    planner.open(DAY);
    assertTrue(planner.shows("#countchart .break"));
    planner.go(DAY + "&systems=GPS");
    assertEquals(List.of(), planner.texts("#countchart .break"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "zh", "es", "fr", "ru"})
  void choicesOfAConditionAreNotCut(String language) {
    for (int width : List.of(1440, 1100, 390)) {
      planner.open("date=2026-10-05&need=pdop <= 2&language=" + language, width, 900, "light");
      if (!planner.shows("#conditions select")) {
        planner.click("details:has(#conditions) > summary");
      }
      assertEquals(List.of(), planner.cutChoices("#conditions select"), "width " + width);
    }
  }

  /** Chisinau is three hours ahead of UTC: noon there is 09:00 UTC. */
  @Test
  void anotherTimeZoneKeepsTheMoment() {
    planner.open(DAY + "&time=720&timezone=Europe/Chisinau");
    assertEquals("12:00 UTC+3", planner.text("#clock b"));
    planner.fill("#zone", "UTC");
    assertEquals("09:00 UTC", planner.text("#clock b"));
    planner.fill("#zone", "Asia/Kolkata");
    assertEquals("14:30 UTC+5:30", planner.text("#clock b"));
    planner.fill("#mask", "11");
    assertEquals("14:30 UTC+5:30", planner.text("#clock b"));
  }

  /** 01:00 in Auckland is noon of the day before in UTC. */
  @Test
  void anotherTimeZoneShowsTheNearestMomentOfItsDay() {
    planner.open(DAY + "&time=60&timezone=Pacific/Auckland");
    planner.fill("#zone", "UTC");
    assertEquals("00:00 UTC", planner.text("#clock b"));
  }

  @Test
  void timeZoneAfterALinkToAnotherMomentKeepsIt() {
    planner.open(DAY + "&time=600");
    planner.go(DAY + "&time=720");
    planner.fill("#zone", "Europe/Chisinau");
    assertEquals("15:00 UTC+3", planner.text("#clock b"));
  }

  @Test
  void momentOfALinkIsThatOfItsTimeZone() {
    planner.open(DAY + "&time=720");
    planner.go(DAY + "&time=720&timezone=Europe/Chisinau");
    assertEquals("12:00 UTC+3", planner.text("#clock b"));
  }

  /** NANU 2024046: G31 was out of service from 04:45 to 11:18. It was above the equator at 0°. */
  @Test
  void satelliteOutOfServiceIsLeftOutOfSkyAndMap() {
    String day = "language=en&date=2024-09-27&systems=GPS,GAL&mask=0&latitude=0&longitude=0";
    planner.open(day + "&time=240");
    assertEquals(9, planner.linesOfPathToCome("G31"));
    assertFalse(planner.text("#skynote").contains("service"));
    planner.go(day + "&time=240&usable=true");
    assertEquals(4, planner.linesOfPathToCome("G31"));
    assertTrue(planner.text("#skynote").contains("out of service"));
    planner.go(day + "&time=300");
    assertTrue(planner.texts("#inview tbody th").contains("G31"));
    long all = planner.countAt(1, 1);
    planner.go(day + "&time=300&usable=true");
    assertFalse(planner.texts("#inview tbody th").contains("G31"));
    assertEquals(all - 1, planner.countAt(1, 1));
  }

  @Test
  void problemOfTheServerIsShown() {
    planner.open("date=1990-01-01&language=en");
    assertTrue(planner.text("#problem").contains("element sets"), planner.text("#problem"));
    planner.fill("#date", "2026-10-05");
    assertFalse(planner.shows("#problem"));
    assertTrue(planner.satellites() > 90);
    // The browser reports the refused question too.
    planner.noise();
  }

  /** The newest element sets of the server are of October 2026. */
  @Test
  void aLinkMayAskForOlderElementSets() {
    planner.open("language=en&max-age=400&date=2027-10-01");
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    assertTrue(planner.satellites() > 90);
    assertTrue(planner.link().contains("max-age=400"), planner.link());
    planner.go("language=en&max-age=0&date=2026-10-05");
    assertTrue(planner.text("#problem").contains(": max-age."), planner.text("#problem"));
  }

  private void awaitProblem(String text) {
    new FluentWait<>(planner)
        .withTimeout(Browser.PATIENCE)
        .until(page -> page.shows("#problem") && page.text("#problem").startsWith(text));
  }

  /** The link may hold these, but the server has no answer to them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date=1990-01-01                 | unanswered.nearest | 2020-11-30, 180
          date=2030-01-01&max-age=1000    | unanswered.nearest | 2026-10-05, 1000
          date=2026-10-05&exclude=G99,G05 | problem.exclude    | G99
          """)
  void problemOfTheServerIsInTheLanguageOfThePage(String link, String key, String value)
      throws IOException {
    planner.open(link + "&language=en");
    for (String language : List.of("de", "zh", "es", "fr", "ru", "en")) {
      planner.choose("#language", language);
      String[] values = value.split(", ", -1);
      String text = words(language).get(key).replace("{0}", values[0]);
      awaitProblem(values.length > 1 ? text.replace("{1}", values[1]) : text);
    }
    planner.noise();
  }

  @ParameterizedTest
  @CsvSource({"busy, refused.busy", "late, refused.late", "large-question, refused.large_question"})
  void refusalOfTheServerIsInTheLanguageOfThePage(String kind, String key) throws IOException {
    planner.open("date=2026-10-05&language=ru");
    planner.refuse(kind);
    planner.fill("#mask", "11");
    awaitProblem(words("ru").get(key));
  }

  @Test
  void searchWithoutAServerSaysSo() throws IOException {
    planner.open("date=2026-10-05&language=de");
    planner.refuse("");
    planner.type("#find", "Cusco");
    planner.press("#find", Keys.ENTER);
    awaitProblem(words("de").get("problem.server"));
  }

  @ParameterizedTest
  @CsvSource({
    "#mask, 95, wrong.mask",
    "#mask, '', wrong.mask",
    "#length, 9999, wrong.for",
    "#zone, Europe/Berln, wrong.timezone",
    "#zone, '', wrong.timezone"
  })
  void valueThatAControlMayNotHoldIsNamed(String control, String value, String key)
      throws IOException {
    planner.open("date=2026-10-05&language=fr");
    String before = planner.link();
    planner.fill(control, value);
    awaitProblem(words("fr").get(key).replace("{0}", value));
    assertFalse(planner.text("#problem").replaceAll("\\p{Z}", "").contains("«»"));
    assertEquals("true", planner.attribute(control, "aria-invalid"));
    assertEquals(before, planner.link());
    planner.fill(control, control.equals("#zone") ? "UTC" : "10");
    assertFalse(planner.shows("#problem"));
    assertEquals(null, planner.attribute(control, "aria-invalid"));
  }

  /** A browser would drop the comma of another language from a field for numbers. */
  @ParameterizedTest
  @CsvSource({"en, '7,5', '7.5'", "en, 7.5, 7.5", "de, '7,5', '7,5'", "de, 7.5, '7,5'"})
  void numbersAreWrittenWithAPointOrAComma(String language, String typed, String shown) {
    planner.open("date=2026-10-05&need=pdop <= 2&language=" + language);
    for (String control : List.of("#mask", "#length", "#conditions input")) {
      planner.retype(control, typed);
      assertEquals(shown, planner.value(control), control);
      assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    }
    String link = planner.link();
    assertTrue(link.contains("mask=7.5&") && link.contains("for=7.5&"), link);
    assertTrue(link.contains("need=pdop+%3C%3D+7.5&"), link);
  }

  @ParameterizedTest
  @CsvSource({"en, '1,440'", "de, 1.440", "en, '1,4,4'", "en, '7,'", "en, '7;5'"})
  void numberThatMayMeanAnotherIsRefused(String language, String typed) throws IOException {
    planner.open("date=2026-10-05&language=" + language);
    String before = planner.link();
    planner.retype("#length", typed);
    awaitProblem(words(language).get("wrong.for"));
    assertEquals(before, planner.link());
  }

  @Test
  void arrowKeysChangeANumber() {
    planner.open("date=2026-10-05&language=de&mask=7.5&need=satellites >= 8, pdop <= 2.5");
    planner.press("#mask", Keys.ARROW_UP);
    assertEquals("8,5", planner.value("#mask"));
    planner.press("#mask", Keys.ARROW_UP, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertEquals("7,5", planner.value("#mask"));
    planner.press("#length", Keys.ARROW_UP);
    assertEquals("1", planner.value("#length"));
    planner.press("#length", Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertEquals("", planner.value("#length"));
    planner.press("#conditions input", Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertEquals("6", planner.value("#conditions input"));
    planner.press("#conditions div:nth-child(2) input", Keys.ARROW_UP);
    assertEquals("2,6", planner.value("#conditions div:nth-child(2) input"));
    String link = planner.link();
    assertTrue(link.contains("mask=7.5&") && link.contains("satellites+%3E%3D+6"), link);
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
  }

  @Test
  void lengthsAndSignsAreTypedAsForTheCommand() {
    planner.open(DAY + "&need=pdop <= 3");
    planner.retype("#length", "1h30m");
    assertEquals("90", planner.value("#length"));
    planner.retype("#length", "1:20");
    assertEquals("80", planner.value("#length"));
    planner.retype("#conditions input", "≤ 2");
    assertEquals("2", planner.value("#conditions input"));
    planner.retype("#conditions input", "<2.5");
    assertEquals("2.5", planner.value("#conditions input"));
    assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
    planner.retype("#conditions input", "> 2");
    assertTrue(planner.shows("#problem"));
  }

  @Test
  void blanksAroundALimitMeanNothing() {
    planner.open(DAY + "&need=satellites >= 5");
    for (String typed : List.of("8 ", " 9", " >= 10 ")) {
      planner.retype("#conditions input", typed);
      assertFalse(planner.shows("#problem"), () -> planner.text("#problem"));
      String limit = typed.replaceAll("\\D", "");
      assertEquals(limit, planner.value("#conditions input"));
      assertTrue(planner.link().contains("need=satellites+%3E%3D+" + limit), planner.link());
    }
  }

  @ParameterizedTest
  @CsvSource({"satellites >=, 2.5", "satellites >=, ''", "pdop <=, 0", "pdop <=, -1"})
  void limitThatAConditionMayNotHaveIsNamed(String figure, String limit) throws IOException {
    planner.open(DAY + "&need=" + figure + " 8");
    String before = planner.link();
    planner.fill("#conditions input", limit);
    String shown = (figure + " " + limit).strip().replace("pdop <=", "PDOP ≤").replace(">=", "≥");
    awaitProblem(words("en").get("wrong.need").replace("{0}", shown));
    assertEquals("true", planner.attribute("#conditions input", "aria-invalid"));
    assertEquals(before, planner.link());
    planner.fill("#mask", "11");
    assertFalse(planner.shows("#problem"));
    assertEquals("8", planner.value("#conditions input"));
    planner.fill("#conditions input", limit);
    planner.fill("#conditions input", "9");
    assertFalse(planner.shows("#problem"));
    assertEquals(null, planner.attribute("#conditions input", "aria-invalid"));
    assertTrue(planner.link().contains("+9"), planner.link());
  }

  @Test
  void planOfALinkLacksOnlyTheExclusionOfASatelliteThatDoesNotExist() {
    planner.open(DAY);
    long all = planner.satellites();
    planner.open(DAY + "&exclude=G99");
    assertTrue(planner.text("#problem").contains(": G99."), planner.text("#problem"));
    assertEquals(all, planner.satellites());
    assertFalse(planner.link().contains("exclude"), planner.link());
    planner.go(DAY + "&exclude=C23,G99,G05");
    String problem = planner.text("#problem");
    assertTrue(problem.contains(": G99.") && !problem.contains("still shows"), problem);
    assertEquals(all - 2, planner.satellites());
    assertTrue(planner.link().contains("exclude=C23%2CG05"), planner.link());
    planner.fill("#mask", "11");
    assertFalse(planner.shows("#problem"));
    planner.noise();
  }

  @Test
  void mapShowsTheLeaderOfEachPlace() {
    planner.open(DAY + "&mask=0&systems=GPS,BDS&leaders=now&time=0");
    int certain = 0;
    for (String place : List.of("30,110", "0,100", "-30,135", "40,-100", "-10,-60", "50,10")) {
      JsonNode systems =
          Run.of("sky", place, "--at", "2026-10-05T00:00Z", "--format", "json")
              .json()
              .get("satellites");
      int gps = 0;
      int beidou = 0;
      for (JsonNode satellite : systems) {
        if (satellite.get("prn").asText().startsWith("G")) {
          gps++;
        } else {
          beidou++;
        }
      }
      int edgesOfTheGrid = 2;
      if (Math.abs(gps - beidou) > edgesOfTheGrid) {
        certain++;
        String[] degrees = place.split(",", -1);
        assertEquals(
            gps > beidou ? "GPS" : "BDS",
            planner.leaderAt(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1])),
            place);
      }
    }
    assertTrue(certain >= 2);
    assertTrue(planner.text("#mapnote").contains("BeiDou"));
  }

  /** The number of points below a row that are not as the lowest left one. */
  private static int inkBelow(BufferedImage picture, int top) {
    int ground = picture.getRGB(0, picture.getHeight() - 1);
    int ink = 0;
    for (int y = top + 2; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        ink += picture.getRGB(x, y) == ground ? 0 : 1;
      }
    }
    return ink;
  }

  /** Edges of letters and lines differ where the browser and the canvas smooth them. */
  @ParameterizedTest
  @CsvSource({"countchart, light", "skyplot, dark"})
  void chartIsSavedAsThePageShowsIt(String chart, String colorScheme) throws IOException {
    double onEdges = 0.02;
    planner.open(DAY, 1440, 900, colorScheme);
    planner.click("button[data-chart=" + chart + "]");
    Path file = planner.saved("skytally-2026-10-05-London-" + chart + ".png");
    BufferedImage saved = ImageIO.read(file.toFile());
    BufferedImage shown = planner.screenshot("#" + chart + " svg");
    assertEquals(2 * shown.getWidth(), saved.getWidth(), 2);
    int different = 0;
    for (int x = 1; x < shown.getWidth() - 1; x++) {
      for (int y = 1; y < shown.getHeight() - 1; y++) {
        different += isDifferent(shown.getRGB(x, y), meanColor(saved, 2 * x, 2 * y)) ? 1 : 0;
      }
    }
    double part = different / (double) (shown.getWidth() * shown.getHeight());
    assertTrue(part < onEdges, () -> "part of the picture that differs: " + part);
    assertTrue(inkBelow(saved, 2 * shown.getHeight()) > 1000, "title, place and marks");
    Files.delete(file);
  }

  @Test
  void pictureOfTheKeptPlanNamesItsPlaceAndDay() throws IOException {
    planner.open(DAY + "&name=Porto&latitude=41.15&longitude=-8.61");
    planner.fill("#date", "1990-01-01");
    planner.search("Oslo");
    planner.press("#find", Keys.ENTER);
    planner.click("button[data-chart=countchart]");
    Files.delete(planner.saved("skytally-2026-10-05-Porto-countchart.png"));
    planner.noise();
  }

  private static boolean isDifferent(int color, int[] other) {
    int visible = 64;
    return Math.abs((color >> 16 & 255) - other[0]) > visible
        || Math.abs((color >> 8 & 255) - other[1]) > visible
        || Math.abs((color & 255) - other[2]) > visible;
  }

  /** The mean red, green and blue of four pixels. */
  private static int[] meanColor(BufferedImage picture, int x, int y) {
    int[] mean = new int[3];
    for (int i = 0; i < 4; i++) {
      int color = picture.getRGB(x + i % 2, y + i / 2);
      for (int channel = 0; channel < 3; channel++) {
        mean[channel] += (color >> (16 - 8 * channel) & 255) / 4;
      }
    }
    return mean;
  }

  @Test
  void calendarIsThatOfTheCommand() throws Exception {
    planner.open(DAY + "&need=satellites >= 30");
    String address = planner.attribute("#ics", "href");
    assertTrue(address.contains("format=ics") && address.contains("need=satellites"), address);
    assertTrue(planner.attribute("#csv", "href").contains("format=csv"));
    String calendar = file("#ics");
    assertTrue(calendar.startsWith("BEGIN:VCALENDAR"), calendar);
    assertEquals(withoutTime(planner.command("ics").out()), withoutTime(calendar));
  }

  /** Returns what the server sends for a link of the page. */
  private String file(String selector) throws Exception {
    URI address = URI.create(planner.origin()).resolve(planner.attribute(selector, "href"));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }

  /** The server has no file without a window. */
  @Test
  void windowsAreSavedOnlyIfThereAreAny() {
    planner.open(DAY + "&need=satellites >= 300");
    for (String file : List.of("#csv", "#ics")) {
      assertEquals(null, planner.attribute(file, "href"));
      assertEquals("true", planner.attribute(file, "aria-disabled"));
    }
    assertEquals(List.of(), planner.accessibilityProblems());
    planner.fill("#conditions input", "20");
    for (String file : List.of("#csv", "#ics")) {
      assertTrue(planner.attribute(file, "href").contains("need=satellites"));
      assertEquals(null, planner.attribute(file, "aria-disabled"));
    }
    planner.fill("#date", "1990-01-01");
    assertEquals(null, planner.attribute("#ics", "href"));
    planner.noise();
  }

  @Test
  void filesNameTheChosenPlace() throws Exception {
    planner.open(DAY + "&name=Castle, east&latitude=52.52&longitude=13.41&need=satellites >= 30");
    assertTrue(file("#csv").contains("\n\"Castle, east\",window,1,"), file("#csv"));
    assertTrue(file("#ics").contains("Castle\\, east"), file("#ics"));
    planner.click("#series");
    Path csv = planner.saved("skytally-2026-10-05-Castle-east-series.csv");
    assertTrue(Files.readAllLines(csv).get(1).startsWith("\"Castle, east\",2026-10-05T00:00"));
    Files.delete(csv);
  }

  @Test
  void windowOfAWholeDayEndsAt24Hours() {
    planner.open(DAY + "&need=satellites >= 4");
    List<String> row = planner.site().windows().get(0);
    assertEquals(List.of("00:00:00 UTC", "24:00:00 UTC", "24:00"), row.subList(1, 4));
    planner.go(DAY + "&time=1440");
    assertEquals("24:00 UTC", planner.text("#clock b"));
    planner.go(DAY + "&need=satellites >= 4&days=2");
    row = planner.site().windows().get(0);
    assertEquals(List.of("10-05 00:00:00 UTC", "10-07 00:00:00 UTC"), row.subList(1, 3));
  }

  /** A window from 14:04:57.064 to 14:45:57.095 lasts 41 minutes, and holds 2459 whole seconds. */
  @Test
  void lengthsOfWindowsAreThoseOfTheCommand() {
    planner.open(DAY + "&mask=15&need=satellites >= 29");
    List<String> lengths = planner.site().windows().stream().map(row -> row.get(3)).toList();
    assertTrue(lengths.contains("0:41"), lengths::toString);
    List<String> expected =
        planner
            .command("table")
            .out()
            .lines()
            .takeWhile(line -> !line.equals("Avoid"))
            .filter(line -> line.matches(" +\\d+ 10-05 .*"))
            .map(line -> line.strip().split(" +", -1)[5])
            .toList();
    assertEquals(expected, lengths);
  }

  /** Returns the lines of a calendar without the time at which it was made. */
  private static List<String> withoutTime(String calendar) {
    return calendar.lines().filter(line -> !line.startsWith("DTSTAMP:")).toList();
  }

  @Test
  void seriesIsThatOfTheCommand() throws IOException {
    planner.open(
        "date=2026-10-05&need=satellites >= 30&mask=5&systems=GPS,GAL"
            + "&latitude=-13.53&longitude=-71.97");
    planner.click("#series");
    Path csv = planner.saved("skytally-2026-10-05-13.53S-71.97W-series.csv");
    Run command =
        Run.of(
            "plan",
            "-13.53,-71.97",
            "--date=2026-10-05",
            "--mask=5",
            "--systems=GPS,GAL",
            "--series=-");
    assertEquals(command.out(), Files.readString(csv, StandardCharsets.UTF_8));
    assertEquals(
        "skytally-2026-10-05-13.53S-71.97W-windows.ics", planner.attribute("#ics", "download"));
  }

  @Test
  void languageChangesEveryTextOfThePage() throws IOException {
    planner.open(DAY);
    planner.choose("#language", "de");
    new FluentWait<>(planner)
        .withTimeout(Browser.PATIENCE)
        .until(page -> page.attribute("html", "lang").equals("de"));
    assertEquals("Ort", planner.text("#placetitle"));
    assertTrue(planner.place().contains("51,5090° N"), planner.place());
    Map<String, String> german = words("de");
    Set<String> english = new TreeSet<>(words("en").values());
    english.removeAll(german.values());
    assertTrue(english.contains("Place"), english::toString);
    assertEquals(
        List.of(),
        planner.texts("h1, h2, h3, label, legend, button, a, summary, th, text").stream()
            .filter(english::contains)
            .toList());
  }

  /**
   * Numbers of satellites are "31 GPS" in several languages; the reasons of the list stay English.
   */
  @Test
  void definitionIsInTheLanguageOfThePage() throws IOException {
    planner.open("date=2024-09-27&systems=GPS,GAL&usable=true&mask=5&language=en");
    List<String> english = planner.texts("#facts dt, #facts dd, #excluded td:last-child");
    assertTrue(english.contains("Outages"), english::toString);
    for (String language : List.of("de", "zh", "es", "fr", "ru")) {
      planner.choose("#language", language);
      String title = words(language).get("definition");
      new FluentWait<>(planner)
          .withTimeout(Browser.PATIENCE)
          .until(page -> page.text("#definition").equals(title));
      List<String> shown = planner.texts("#facts dt, #facts dd, #excluded td:last-child");
      assertEquals(
          List.of(), shown.stream().filter(english::contains).toList(), () -> language + shown);
      assertEquals(planner.texts("#facts dt").size(), planner.texts("#facts dd").size());
    }
  }

  @Test
  void oldOrbitsAreNamedInTheLanguageOfThePage() {
    planner.open("language=de&date=2026-10-30");
    String banner = planner.text("#incomplete");
    assertTrue(banner.startsWith("Vollständigkeit unbekannt; Satelliten mit alten Bahn"), banner);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          need=satellites >= 300             | noWindow.never
          need=satellites >= 38&for=600      | noWindow.conditions
          for=600&from=08:00&to=10:00        | noWindow.period
          """)
  void pageSaysInItsLanguageWhyThereIsNoWindow(String question, String key) throws IOException {
    planner.open("date=2026-10-05&mask=5&language=de&" + question);
    String reason = words("de").get(key);
    String wanted = planner.text("#wanted");
    assertTrue(wanted.contains(reason.split("\\{", -1)[0]), wanted);
    assertFalse(wanted.contains("satellites"), wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | GPS satellites ≥ 6 and PDOP ≤ 1.5
          zh | GPS 可见卫星数 ≥ 6和PDOP ≤ 1.5
          es | satélites de GPS ≥ 6 y PDOP ≤ 1,5
          fr | satellites de GPS ≥ 6 et PDOP ≤ 1,5
          de | Satelliten von GPS ≥ 6 und PDOP ≤ 1,5
          ru | спутников GPS ≥ 6 и PDOP ≤ 1,5
          """)
  void conditionsAreInTheLanguageOfThePage(String language, String conditions) {
    planner.open(
        "date=2026-10-05&mask=15&need=gps.satellites >= 6, pdop <= 1.5&language=" + language);
    assertTrue(planner.text("#wanted").contains(conditions), planner.text("#wanted"));
    String ends = String.join("\n", planner.texts("#windows td:last-child"));
    String gps = conditions.substring(0, conditions.indexOf("≥"));
    assertTrue(ends.contains(gps + "< 6"), ends);
    assertFalse(ends.contains("satellites <") && !language.equals("en"), ends);
  }

  @Test
  void wrongConditionIsInTheLanguageOfThePage() {
    planner.open("date=2026-10-05&systems=GPS,NAVIC&need=navic.pdop <= 2.5&language=de");
    planner.click("#systems input[value=NAVIC]");
    awaitProblem("Die Bedingungen „PDOP von NavIC ≤ 2,5“");
    planner.noise();
  }

  @ParameterizedTest
  @CsvSource({"en, 1 h 30 min", "de, 1 h 30 min", "ru, 1 ч 30 мин", "zh, 1 小时 30 分钟"})
  void lengthsHaveTheUnitsOfTheLanguage(String language, String length) {
    planner.open("date=2026-10-05&for=90&language=" + language);
    assertTrue(planner.text("#wanted").contains(length), planner.text("#wanted"));
  }

  /** The names of cities are English, and stand where Russian needs no case. */
  @Test
  void citiesAreNamedApartFromARussianSentence() {
    planner.open("date=2026-10-05&latitude=55.75&longitude=37.62&language=ru");
    assertEquals("Местное время: Europe/Moscow, UTC+3 (город: Moscow).", planner.text("#zonenote"));
    planner.go("date=2026-10-05&latitude=46.5056&longitude=28.8575&language=ru");
    assertEquals(
        "Местное время: Europe/Chisinau, UTC+3 (ближайший город: Chișinău, 56 км).",
        planner.text("#zonenote"));
  }

  private static Map<String, String> words(String language) throws IOException {
    byte[] file = PlannerPage.file("/words_" + language + ".json").orElseThrow();
    return new ObjectMapper().readValue(file, new TypeReference<>() {});
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "360,800,light", "360,800,dark"})
  void isAccessibleAndFitsTheWindow(int width, int height, String colorScheme) {
    planner.open(DAY + "&need=satellites >= 8, pdop <= 2&leaders=day", width, height, colorScheme);
    assertEquals(List.of(), planner.accessibilityProblems());
    assertEquals(0, planner.overflow());
  }

  @Test
  void tabReachesEveryControl() {
    planner.open(DAY + "&need=satellites >= 8&show=windows&horizon=0:5,90:0");
    assertEquals(List.of(), planner.missedByTab());
  }

  @Test
  void planIsPrintedWithoutItsControls() {
    planner.open(DAY + "&name=Porto&latitude=41.15&longitude=-8.61");
    List<Sheet> sheets = planner.print();
    assertTrue(sheets.get(0).text().contains("Porto"));
    assertFalse(sheets.get(0).text().contains("Mask in degrees"));
  }

  @Test
  void firstLoadIsSmall(TestReporter reporter) throws IOException {
    int bytes = 0;
    for (String name :
        List.of("index.html", "planner.css", "planner.js", "d3.js", "land.json", "words_en.json")) {
      bytes += packed(PlannerPage.file("/" + name).orElseThrow());
    }
    planner.open(DAY);
    bytes += packed(planner.command("page").out().getBytes(StandardCharsets.UTF_8));
    int all = bytes;
    assertTrue(all < MOST_BYTES_OF_FIRST_LOAD, () -> all + " bytes");
    reporter.publishEntry(
        Map.of(
            "bytes of the first load", Integer.toString(all),
            "ready after ms", Double.toString(planner.readyMillis())));
  }

  /** The server has been in use, and each change is a question that it has not answered before. */
  @Test
  void changesAreDrawn(TestReporter reporter) throws Exception {
    for (int i = 0; i < 150; i++) {
      String plan = "v1/plan?site=47,28&date=2026-10-05&format=page&mask=" + (20 + i / 10.);
      try (InputStream answer = URI.create(planner.origin() + plan).toURL().openStream()) {
        answer.readAllBytes();
      }
    }
    planner.open(DAY + "&mask=5&need=satellites >= 20");
    List<Double> millis = new ArrayList<>();
    for (int i = 1; i <= 24; i++) {
      String date = "2026-10-" + (i % 2 == 0 ? "05" : "06");
      millis.add(planner.drawnMillis("#mask", Double.toString(5 + i / 2.), ""));
      millis.add(planner.drawnMillis("#map svg", "", "ArrowUp"));
      millis.add(planner.drawnMillis("#date", date, ""));
    }
    Collections.sort(millis);
    reporter.publishEntry(
        Map.of(
            "changes drawn after ms, median", Double.toString(millis.get(millis.size() / 2)),
            "95 % within ms", Double.toString(millis.get(millis.size() * 95 / 100))));
  }

  private static int packed(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.size();
  }
}
