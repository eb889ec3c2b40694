package dev.skytally.cli.page;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on paper. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PagePrintTest {
  private final Reports reports;

  PagePrintTest(Reports reports) {
    this.reports = reports;
  }

  /** A row that is cut has its capital and the end of its country on two sheets. */
  @Test
  void everyRowIsWholeAndBelowAHeader() {
    List<Sheet> sheets = reports.openCapitals().print();
    for (JsonNode site : reports.capitals().json().get("sites")) {
      String name = site.get("name").asText();
      String country = site.get("country").asText();
      assertEquals(
          1, sheets.stream().filter(sheet -> hasRow(sheet, name + " " + country)).count(), name);
    }
    assertTrue(sheets.size() > 1);
  }

  private static boolean hasRow(Sheet sheet, String row) {
    int header = sheet.text().indexOf("Capital Country Leads Ahead by GPS BeiDou");
    return header >= 0 && sheet.text().indexOf(" " + row + " ") > header;
  }

  @Test
  void satellitesInViewArePrintedBelowAHeader() {
    PageSite site = reports.openAddisAbaba();
    List<Sheet> sheets = reports.page().print();
    List<String> rows = site.sky().tableRows();
    assertTrue(rows.size() > 30, "more than half a sheet");
    for (String row : rows) {
      assertEquals(
          1,
          sheets.stream()
              .filter(sheet -> sheet.text().contains("PRN Azimuth Elevation"))
              .filter(sheet -> sheet.text().contains(" " + row + " "))
              .count(),
          row);
    }
  }

  @Test
  void noSheetIsBlank() {
    assertSheetsAreUsed(reports.openCapitals().print());
    reports.openAddisAbaba();
    assertSheetsAreUsed(reports.page().print());
    reports.open(
        "passes", "Bern", "--mask", "15", "--date", "2026-10-05", "--systems", "GPS,BDS,GAL,GLO");
    assertSheetsAreUsed(reports.page().print());
    reports.open(reports.capitals().file(), 390, 844, "dark").openSite(0);
    assertSheetsAreUsed(reports.page().print());
  }

  /** On the screen, the reader chooses the system. */
  @Test
  void elevationsOfEverySystemArePrinted() {
    reports.open("passes", "Bern", "--date", "2026-10-05", "--systems", "GPS,BDS,GAL");
    String text = reports.page().print().stream().map(Sheet::text).collect(joining(" "));
    int all = text.indexOf("Each satellite");
    String part = text.substring(text.lastIndexOf("Elevation", all), all);
    for (String system : List.of("GPS", "BeiDou", "Galileo")) {
      assertTrue(part.contains(" " + system + " "), () -> system + " in " + part);
    }
  }

  private static void assertSheetsAreUsed(List<Sheet> sheets) {
    for (Sheet sheet : sheets.subList(0, sheets.size() - 1)) {
      assertTrue(sheet.partUsed() > 0.5, sheet.text());
    }
    String last = sheets.get(sheets.size() - 1).text();
    assertTrue(last.contains("Definition") && last.contains("Geometry only:"), last);
  }
}
