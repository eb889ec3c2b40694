package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for every reader: without a mouse, on a small screen, in the dark. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageAccessTest {
  private final Reports reports;

  PageAccessTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void skipLinkLeavesAnOpenedSiteOpen() {
    PageSite site = reports.openAddisAbaba();
    reports.page().followSkipLink();
    assertTrue(site.isShown());
    assertEquals("main", reports.page().focused().getDomAttribute("id"));
  }

  @Test
  void tabReachesEverything() {
    ReportPage page = reports.openCapitals();
    page.table().filter("guinea");
    assertEquals(List.of(), page.missedByTab());
    reports.openAddisAbaba();
    assertEquals(List.of(), page.missedByTab());
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "390,844,dark"})
  void isAccessibleAndFitsTheWindow(int width, int height, String colorScheme) {
    ReportPage page = reports.open(reports.capitals().file(), width, height, colorScheme);
    page.table().filter("guinea");
    assertEquals(List.of(), page.accessibilityProblems());
    assertEquals(0, page.overflow());
    PageSite site = page.table().openFirst();
    assertEquals(List.of(), page.accessibilityProblems());
    assertEquals(0, page.overflow());
    assertEquals(0, site.overflowOfFigures(), "every figure of a site shows");
  }

  @ParameterizedTest
  @CsvSource({"GPS+BDS, 390", "GPS+BDS+GAL+GLO+QZS+NAVIC, 390", "GPS+BDS+GAL+GLO+QZS+NAVIC, 1440"})
  void everyColumnIsReachableAndAHintShowsThatATableScrolls(String systems, int width) {
    Path file = reports.folder().resolve("systems.html");
    Reports.write(file, "capitals", "--systems", systems.replace('+', ','));
    ReportPage page = reports.open(file, width, 844, "light");
    PageTable table = page.table();
    assertEquals(List.of("max", "mean", "share", "pdop"), page.metrics());
    for (String metric : page.metrics()) {
      page.chooseMetric(metric);
      assertEquals(table.overflow() > 0, table.hints(), metric);
      assertEquals(4 + systems.split("[+]", -1).length, table.columnsThatCanBeSeen(), metric);
      assertEquals(0, page.overflow());
    }
  }

  @Test
  void themeCanBeChosen() {
    ReportPage page = reports.openCapitals();
    String light = page.background();
    page.changeTheme();
    assertNotEquals(light, page.background());
  }
}
