package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.cli.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says of all sites: the verdict, the leaders, the definition and the notices. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageOverviewTest {
  private final Reports reports;

  PageOverviewTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void verdictAndDefinitionAreTheCommandLines() {
    ReportPage page = reports.openCapitals();
    CapitalsReport capitals = reports.capitals();
    String text = capitals.table().replaceAll("\\s+", " ");
    String verdict = page.verdict();
    assertTrue(text.startsWith(verdict), verdict);
    assertTrue(
        verdict.startsWith(
            "BeiDou leads in %s of %s capitals"
                .formatted(capitals.leads("max").get("BDS"), CapitalsReport.CAPITALS)),
        verdict);
    List<String> labels = page.factLabels();
    List<String> values = page.factValues();
    assertEquals(List.of("Window", "In view", "Counted"), labels.subList(0, 3));
    for (int i = 0; i < labels.size(); i++) {
      assertTrue(text.contains(labels.get(i) + " " + values.get(i)), values.get(i));
    }
    List<String> expected = new ArrayList<>();
    capitals
        .json()
        .get("excluded")
        .forEach(excluded -> expected.add(excluded.get("reason").asText()));
    assertEquals(expected, page.exclusionReasons());
  }

  @Test
  void noticesAreThoseOfTheResult() {
    String[] uncertain = {"passes", "Nairobi", "--date", "2026-10-20", "--exclude", "G01"};
    List<String> expected = new ArrayList<>();
    Run.ofLine(String.join(" ", uncertain) + " --format json")
        .json()
        .get("notices")
        .forEach(notice -> expected.add(notice.get("text").asText()));
    assertFalse(expected.isEmpty());
    ReportPage page = reports.open(uncertain);
    assertTrue(page.showsNotices());
    assertEquals(expected, page.notices());
    page = reports.openCapitals();
    assertEquals(List.of(), page.notices());
    assertFalse(page.showsNotices());
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "mean", "share", "pdop"})
  void countsFollowTheMetric(String metric) {
    ReportPage page = reports.openCapitals();
    page.chooseMetric(metric);
    Map<String, Integer> expected = reports.capitals().leads(metric);
    assertEquals(expected, page.leads());
    Map<String, Integer> marks = new TreeMap<>();
    for (String leader : expected.keySet()) {
      marks.put(leader, page.map().marks(leader));
    }
    assertEquals(expected, marks);
    String verdict = page.verdict();
    assertTrue(verdict.contains(" " + expected.get("BDS") + " of "), verdict);
  }

  @Test
  void countIsAFilterToo() {
    ReportPage page = reports.openCapitals();
    page.chooseLeader("GPS");
    int led = reports.capitals().leads("max").get("GPS");
    assertEquals(led, page.table().rows());
    assertEquals(CapitalsReport.CAPITALS - led, page.map().dimmedMarks());
  }

  @Test
  void singleSystemLeadsNobody() {
    ReportPage page = reports.open("capitals", "--systems", "QZS");
    assertTrue(page.showsVerdict());
    assertTrue(page.verdict().startsWith("QZSS alone: never more than "));
    assertEquals(Map.of(), page.leads());
    assertEquals(CapitalsReport.CAPITALS, page.map().marks());
    page.table().openFirst();
  }
}
