package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page needs no network and runs no scripts but its own. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageSafetyTest {
  private static final long MOST_BYTES = 3_000_000;

  private final Reports reports;

  PageSafetyTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void opensFromDiskWithTheNetworkOff(TestReporter reporter) throws IOException {
    ReportPage page = reports.openCapitals();
    assertEquals("file", page.address().getScheme());
    assertFalse(page.isOnline());
    assertEquals(List.of(), page.noise());
    long bytes = Files.size(reports.capitals().file());
    assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
    reporter.publishEntry(
        Map.of("bytes", Long.toString(bytes), "interactive after ms", page.millisToReady()));
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
    Path sites = SiteList.write(reports.folder().resolve("names.csv"), names, i -> 10 * i + ",0");
    Path file = reports.folder().resolve("names.html");
    Reports.write(file, "capitals", "--sites", sites.toString());
    for (int width : new int[] {1440, 390}) {
      ReportPage page = reports.open(file, width, 844, "light");
      assertNull(page.broken());
      assertEquals(
          names.stream().sorted().toList(), page.table().names().stream().sorted().toList());
      assertEquals(0, page.overflow());
      for (int i = 0; i < names.size(); i++) {
        assertEquals(names.get(i), page.openSite(i).name());
        assertEquals(0, page.overflow());
      }
      assertNull(page.broken());
      assertEquals(List.of(), page.noise());
    }
  }

  @Test
  void scriptsOtherThanThePagesOwnDoNotRun() {
    ReportPage page = reports.openCapitals();
    page.addScript("window.broken = 1");
    assertNull(page.broken());
    assertFalse(page.console().isEmpty(), "the console reports that the policy blocked it");
  }
}
