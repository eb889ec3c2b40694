package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.FluentWait;

/** The table, its filters and its CSV. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageTableTest {
  private final Reports reports;

  PageTableTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void tableIsFilteredByNameAndByLeader() {
    PageTable table = reports.openCapitals().table();
    table.filter("guinea");
    assertEquals(List.of("Bissau", "Conakry", "Malabo", "Port Moresby"), table.names());
    assertEquals("4 of 195 capitals", table.shown());
    table.filter("no such place");
    assertEquals(List.of("No site matches these filters."), table.cells());
    table.filter("");
    table.chooseLeader("Tied");
    assertEquals(reports.capitals().leads("max").get("tie"), table.rows());
  }

  @Test
  void tableIsSortedByAColumnBothWays() {
    PageTable table = reports.openCapitals().table();
    table.sortBy("BDS");
    List<String> expected = new ArrayList<>();
    reports
        .capitals()
        .json()
        .get("sites")
        .forEach(site -> expected.add(site.at("/systems/bds/max").asText()));
    expected.sort((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)));
    int column = 6;
    assertEquals("BeiDou", table.title(column));
    assertEquals(expected, table.cells(column));
    table.press(Keys.ENTER);
    Collections.reverse(expected);
    assertEquals(expected, table.cells(column));
    assertEquals("ascending", table.order(column));
  }

  @Test
  void csvHoldsWhatIsShown() throws IOException {
    ReportPage page = reports.openCapitals();
    page.chooseMetric("mean");
    page.table().filter("United States");
    page.table().download();
    Path csv = reports.folder().resolve("skytally-2020-11-25-mean.csv");
    new FluentWait<>(csv).withTimeout(Browser.PATIENCE).until(Files::exists);
    List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("name,country,leader_mean,margin_mean,gps_mean,bds_mean,"));
    assertTrue(lines.get(1).startsWith("\"Washington, D.C.\",United States,"), lines.get(1));
    JsonNode gps = reports.capitals().figures("Washington, D.C.", "GPS");
    assertTrue(lines.get(1).contains("," + gps.get("mean").asText() + ","), lines.get(1));
  }

  /** What OWASP says of CSV injection: such a cell begins with an apostrophe. */
  @Test
  void noTextOfTheCsvIsAFormula() throws IOException {
    List<String> names = List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"a\",\"b\")", "a=b");
    Path sites = SiteList.write(reports.folder().resolve("formulas.csv"), names, i -> "0,-60");
    PageTable table = reports.open("capitals", "--sites", sites.toString()).table();
    table.setFirstFigure(-1);
    table.sortBy("GPS");
    table.sortBy("GPS");
    List<String> rows = table.csv().lines().skip(1).toList();
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
    ReportPage page = reports.openCapitals();
    page.chooseMetric("share");
    assertTrue(page.map().note().contains(" percentage points. "));
    PageTable table = page.table();
    assertEquals("Percentage points ahead", table.title("margin"));
    table.filter("Addis Ababa");
    assertFalse(table.cells(4).get(0).contains("%"));
    assertTrue(table.cells(5).get(0).contains("%"));
  }

  @Test
  void twoThousandSitesStayUsable(TestReporter reporter) throws IOException {
    Path sites =
        SiteList.write(
            reports.folder().resolve("many.csv"),
            IntStream.range(0, 2000).mapToObj(i -> "Site " + i).toList(),
            i -> (i % 170 - 85) + "," + (i * 7 % 360 - 180));
    Path file = reports.folder().resolve("many.html");
    Reports.write(file, "capitals", "--sites", sites.toString());
    ReportPage page = reports.open(file);
    PageTable table = page.table();
    assertEquals(2000, page.map().marks());
    assertEquals(250, table.rows());
    assertEquals(2000, page.rowsPrinted());
    assertEquals(250, table.rows());
    table.showAll();
    assertEquals(2000, table.rows());
    assertEquals("Site 1999", table.open("site 1999").title());
    reporter.publishEntry(
        Map.of(
            "bytes",
            Long.toString(Files.size(file)),
            "interactive after ms",
            page.millisToReady()));
  }
}
