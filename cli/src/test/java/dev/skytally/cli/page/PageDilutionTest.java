package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.cli.Run;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The dilution of precision, which the page computes itself. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageDilutionTest {
  private final Reports reports;

  PageDilutionTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void chartOfDilutionIsThatOfTheSkyBelowIt() {
    assertEquals(List.of(), reports.openAddisAbaba().differencesOfDilution());
  }

  @Test
  void medianOfTheDilutionChartIsTheEngines() {
    PageSite site = reports.openAddisAbaba();
    double everyThirdMinuteOnly = 0.02;
    for (String system : List.of("GPS", "BDS", "GAL", "GLO")) {
      assertEquals(
          reports.capitals().figures("Addis Ababa", system).get("pdop_median").asDouble(),
          site.medianDilution(system),
          everyThirdMinuteOnly,
          system);
    }
  }

  @Test
  void medianOfAllTogetherIsTheEngines() {
    List<String> together = reports.openAddisAbaba().figures(7);
    JsonNode site = reports.capitals().site("Addis Ababa");
    assertEquals("All together", together.get(0));
    assertEquals(
        site.at("/together/pdop_median").asDouble(), Double.parseDouble(together.get(5)), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "own, each system has its own receiver clock",
    "GPS+QZS, GPS and QZSS share a receiver clock"
  })
  void dilutionOfAllTogetherIsThatOfTheClocksAskedFor(String clocks, String words) {
    String question = " Tokyo --date 2020-11-25 --systems GPS,QZS --clocks " + clocks;
    PageSite site = reports.open(("passes" + question).split(" ", -1)).site();
    site.moveTime(Keys.HOME);
    JsonNode dop = Run.ofLine("sky" + question + " --format json").json().get("dop");
    double lastDecimal = 0.011;
    assertEquals(
        dop.at("/together/pdop").asDouble(),
        Double.parseDouble(site.dilutions().get(2)),
        lastDecimal);
    assertEquals(List.of(), site.differencesOfDilution());
    assertEquals("All together: " + words + ".", site.clocks());
  }

  /** Three satellites on a cone and a fourth that is almost on it: height and clock go together. */
  @Test
  void geometryAsGoodAsSingularHasNoDilution() {
    ReportPage page = reports.openCapitals();
    assertTrue(page.pdopNearACone(0.1).doubleValue() < 100);
    assertNull(page.pdopNearACone(1e-3));
  }
}
