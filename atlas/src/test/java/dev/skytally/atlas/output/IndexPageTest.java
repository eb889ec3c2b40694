package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.GridTally;
import dev.skytally.WorldStudy;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.plan.PlanReader;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.TextFile;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.world.WorldFigures;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IndexPageTest {
  private static final LocalDate BUNDLED = LocalDate.of(2026, 10, 6);
  private static final Instant NOON = Instant.parse("2026-10-06T12:00:00Z");
  private static final Constellation SATELLITES =
      ConstellationSelection.on(BUNDLED).from(BundledSnapshots.load(BUNDLED), NOON);
  private static final GridTally INSTANT =
      WorldStudy.of(SATELLITES)
          .on(WorldGrid.cells(5))
          .over(NOON, Duration.ofHours(1))
          .every(Duration.ofHours(1))
          .tallying(Set.of(GridFigure.LEADER))
          .run()
          .tally();

  /** Returns the page of an atlas that has the same counts in all its periods. */
  private static String page(String by) throws IOException {
    return page(by, List.of(DayFacts.of(BUNDLED, SATELLITES)));
  }

  private static String page(String by, List<DayFacts> days) throws IOException {
    Plan plan =
        PlanReader.read(
            TextFile.of(
                "plan",
                """
                {"first_day": "2025-11-30", "last_day": "2026-01-01", "resolution_deg": 5%s}
                """
                    .formatted(by)));
    WorldMap map = WorldMap.medium();
    List<Layer> layers = Layer.of(INSTANT);
    int periods = plan.periods().size();
    AreaSums sums = new AreaSums(map, periods, layers.size(), plan.systems().size());
    AreaSums.Places places = new AreaSums.Places(map, INSTANT.grid());
    for (int period = 0; period < periods; period++) {
      sums.add(period, INSTANT, WorldFigures.of(INSTANT), places);
    }
    return new String(IndexPage.html(plan, layers, sums, days, "digest"), UTF_8);
  }

  private static List<String> periods(String page) {
    return Pattern.compile("<tr><td>([^<]*)</td>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void allPeriodsOfThePlanHaveTheirShares() throws IOException {
    assertEquals(List.of("whole"), periods(page("")));
    assertEquals(List.of("whole", "2025", "2026"), periods(page(", \"by\": [\"year\"]")));
    assertEquals(
        List.of("whole", "2025-11", "2025-12", "2026-01"), periods(page(", \"by\": [\"month\"]")));
    assertEquals(
        List.of("whole", "2025", "2026", "2025-11", "2025-12", "2026-01"),
        periods(page(", \"by\": [\"month\", \"year\"]")));
  }

  /** The registry of satellites ends on 6 October 2026. */
  @Test
  void nothingIsCompleteOnADayAfterTheRegistry() throws IOException {
    DayFacts complete = DayFacts.of(BUNDLED, SATELLITES);
    assertTrue(page("", List.of(complete)).contains("<dd>no satellite on any day</dd>"));
    LocalDate after = BUNDLED.plusDays(1);
    DayFacts unknown =
        DayFacts.of(
            after,
            ConstellationSelection.on(after)
                .from(BundledSnapshots.load(BUNDLED), NOON.plus(Duration.ofDays(1))));
    String page = page("", List.of(complete, unknown, unknown));
    assertTrue(page.contains("<dd>no satellite is known to be</dd>"), page);
    assertTrue(page.contains("<dd>on 2 of 3 days: the registry of satellites ends on"), page);
  }

  @Test
  void satellitesOfUncertainStatusAreNamed() throws IOException {
    assertTrue(page("").contains("status of C01, C03, C11, C12, C13, C14 is second-hand or"));
  }

  /** A system that is ahead nowhere leads nowhere: there are ties, or no satellites. */
  @Test
  void landThatNoSystemLeadsIsTiedOrHasNone() throws IOException {
    assertTrue(page("").contains("<th>Tied or none</th>"));
    assertTrue(page(", \"by\": [\"year\"]").contains("the rest is tied or none."));
  }

  /** The bar of the first system begins at 0 %, and is as high as its share. */
  @Test
  void theChartHasItsZeroBelow() throws IOException {
    String page = page(", \"by\": [\"year\"]");
    int bottom = label(page, "0 %");
    int top = label(page, "100 %");
    assertTrue(bottom > top, "y points down");
    double share =
        Double.parseDouble(first(page, "<tr><td>2025</td><td>([0-9.]+) %</td>").group(1));
    String gps = String.format(Locale.ROOT, "#%06x", SystemMark.of(GnssSystem.GPS).areaRgb());
    MatchResult bar =
        first(
            page,
            "<rect x=\"[0-9.]+\" y=\"([0-9.]+)\" width=\"[0-9.]+\" height=\"([0-9.]+)\""
                + " fill=\""
                + gps
                + "\"/>");
    double height = Double.parseDouble(bar.group(2));
    assertEquals(share / 100, height / (bottom - top), 0.001);
    assertEquals(bottom, Double.parseDouble(bar.group(1)) + height, 0.11);
  }

  /** Returns the height of the line beside a label. */
  private static int label(String page, String words) {
    MatchResult line =
        first(page, "<path d=\"M60 ([0-9]+)h1080\"[^>]*/>\n<text [^>]*>" + words + "</text>");
    return Integer.parseInt(line.group(1));
  }

  private static MatchResult first(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().findFirst().orElseThrow();
  }
}
