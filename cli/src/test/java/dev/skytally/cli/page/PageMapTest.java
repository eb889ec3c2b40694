package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The map and its marks. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageMapTest {
  private final Reports reports;

  PageMapTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void mapMarksEveryCapital() {
    PageMap map = reports.openCapitals().map();
    assertEquals(CapitalsReport.CAPITALS, map.marks());
    String label = map.label("Addis Ababa");
    int most = reports.capitals().figures("Addis Ababa", "BDS").get("max").asInt();
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
    PageMap map = reports.openCapitals().map();
    assertTrue(map.isOnLand(name));
    assertFalse(map.isOnLand("Funafuti"), "an atoll");
  }

  @Test
  void keysReachEveryMarkAndEnterOpensIt() {
    PageMap map = reports.openCapitals().map();
    map.focus();
    assertEquals(
        CapitalsReport.CAPITALS,
        map.marksReached(CapitalsReport.CAPITALS, Keys.PAGE_UP, Keys.PAGE_DOWN));
    map.press(Keys.ARROW_UP, Keys.ARROW_DOWN);
    String first = map.focusedLabel();
    map.press(Keys.ARROW_LEFT);
    String second = map.focusedLabel();
    assertNotEquals(first, second);
    assertTrue(map.tip().isDisplayed());
    String title = map.tipTitle();
    assertTrue(second.startsWith(title), title);
    map.press(Keys.ENTER);
    PageSite site = reports.page().site();
    assertEquals(title, site.title());
    site.backToOverview();
    assertTrue(map.focusedLabel().startsWith(title));
  }

  @Test
  void mapOfARegionIsEnlargedAndNamesItsSites() throws IOException {
    List<String> towns = List.of("Bern", "Zürich", "Genf", "Basel", "Lugano");
    List<String> places = List.of("46.9,7.4", "47.4,8.5", "46.2,6.1", "47.6,7.6", "46.0,9.0");
    Path sites = SiteList.write(reports.folder().resolve("towns.csv"), towns, places::get);
    PageMap map = reports.open("capitals", "--sites", sites.toString()).map();
    assertEquals(Set.copyOf(towns), Set.copyOf(map.names()));
    assertEquals(List.of(), map.overlappingNames());
  }

  @Test
  void eachZoomShowsMarksAndNamesThatDoNotHideEachOther() {
    PageMap map = reports.openCapitals().map();
    assertEquals(List.of(), map.names());
    long marksInView = CapitalsReport.CAPITALS;
    for (int zoom = 0; zoom < 4; zoom++) {
      map.zoomIn();
      assertTrue(map.marksInView() < marksInView);
      marksInView = map.marksInView();
      assertTrue(marksInView >= 4, () -> map.names().toString());
      assertTrue(map.names().size() >= marksInView / 2);
      assertEquals(List.of(), map.overlappingNames());
    }
  }

  @Test
  void zoomGoesToTheMarksThatTheFiltersLeave() {
    ReportPage page = reports.openCapitals();
    page.table().filter("Pretoria");
    page.map().zoomIn();
    assertEquals(List.of("Pretoria"), page.map().names());
  }
}
