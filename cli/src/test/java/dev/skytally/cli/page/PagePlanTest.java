package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.cli.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The windows of a plan on the page. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PagePlanTest {
  private static final String[] QUESTION = {
    "plan",
    "Chisinau",
    "--date",
    "2026-10-05",
    "--timezone",
    "Europe/Chisinau",
    "--mask",
    "15",
    "--systems",
    "GPS,GAL,GLO,BDS",
    "--need",
    "satellites >= 30, pdop <= 1",
    "--for",
    "20m"
  };

  private final Reports reports;

  PagePlanTest(Reports reports) {
    this.reports = reports;
  }

  private static JsonNode windows() {
    List<String> arguments = new ArrayList<>(List.of(QUESTION));
    arguments.addAll(List.of("--format", "json"));
    return Run.of(arguments.toArray(String[]::new)).json().at("/sites/0/windows");
  }

  @Test
  void windowsAreThoseOfThePlan() {
    PageSite site = reports.open(QUESTION).site();
    JsonNode expected = windows();
    List<List<String>> shown = site.windows();
    assertTrue(expected.size() > 3);
    assertEquals(expected.size(), shown.size());
    assertTrue(
        site.wanted().startsWith("Wanted: satellites ≥ 30 and PDOP ≤ 1 for at least 20 min."));
    for (int i = 0; i < shown.size(); i++) {
      List<String> cells = shown.get(i);
      assertEquals(Integer.toString(i + 1), cells.get(0));
      String begin = clock(expected.get(i).get("begin").asText(), Duration.ofMillis(999));
      assertEquals(begin + " UTC+3", cells.get(1));
      assertEquals(
          clock(expected.get(i).get("end").asText(), Duration.ZERO) + " UTC+3", cells.get(2));
      double lastDecimal = 0.0051;
      assertEquals(
          expected.get(i).get("pdop_median").asDouble(),
          Double.parseDouble(cells.get(4)),
          lastDecimal);
      assertEquals(expected.get(i).get("satellites_min").asText(), cells.get(5));
    }
    assertEquals(shown.get(0).get(1).substring(0, 5) + " UTC+3", site.time());
    site.goToWindow(1);
    assertEquals(shown.get(1).get(1).substring(0, 5) + " UTC+3", site.time());
  }

  /** The time of day in whole seconds, after a part of a second is added. */
  private static String clock(String iso, Duration more) {
    OffsetDateTime time = OffsetDateTime.parse(iso).plus(more).truncatedTo(ChronoUnit.SECONDS);
    return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
  }

  @Test
  void chartsMarkTheWindows() {
    PageSite site = reports.open(QUESTION).site();
    Instant start = Instant.parse("2026-10-04T21:00:00Z");
    double day = Duration.ofDays(1).toMillis();
    JsonNode windows = windows();
    for (String chart : List.of("countchart", "dopchart", "elevationchart")) {
      List<List<Number>> grounds = site.grounds(chart);
      assertEquals(windows.size(), grounds.size(), chart);
      for (int i = 0; i < grounds.size(); i++) {
        Instant begin = OffsetDateTime.parse(windows.get(i).get("begin").asText()).toInstant();
        Instant end = OffsetDateTime.parse(windows.get(i).get("end").asText()).toInstant();
        double aMinute = 1.0 / 1440;
        assertEquals(
            Duration.between(start, begin).toMillis() / day,
            grounds.get(i).get(0).doubleValue(),
            aMinute);
        assertEquals(
            Duration.between(start, end).toMillis() / day,
            grounds.get(i).get(1).doubleValue(),
            aMinute);
      }
    }
  }

  @Test
  void pageSaysWhyThereIsNoWindow() {
    PageSite site =
        reports.open("plan", "MD", "--systems", "GPS", "--need", "satellites >= 20").site();
    assertEquals(
        "Wanted: satellites ≥ 20. There is no such window. The conditions hold together at no time."
            + " Try more systems.",
        site.wanted());
    assertEquals(List.of(), site.windows());
  }

  @Test
  void pageWithoutAPlanHasNoWindows() {
    assertFalse(reports.openAddisAbaba().showsWindows());
  }

  @Test
  void windowsAreAccessible() {
    reports.open(QUESTION);
    assertEquals(List.of(), reports.page().accessibilityProblems());
    assertEquals(0, reports.page().overflow());
  }
}
