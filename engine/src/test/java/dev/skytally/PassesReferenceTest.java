package dev.skytally;

import static dev.skytally.ReferenceData.number;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.ElementSet;
import dev.skytally.site.ElevationMask;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rises, sets and culminations against Skyfield; see {@code resources/reference/README.md}. */
class PassesReferenceTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final ElevationMask FIVE_DEGREES = ElevationMask.ofDegrees(5);

  /** Skyfield knows UT1, Skytally takes it as UTC: up to this in a grazing rise. */
  private static final double UT1_SECONDS = 1.5;

  private static final double MEDIAN_SECONDS = 0.3;
  private static final double CULMINATION_DEGREES = 0.01;

  private static final Map<Integer, ElementSet> ELEMENT_SETS =
      ReferenceData.elementSets(ReferenceData.SNAPSHOT);
  private static final List<Map<String, String>> ROWS = ReferenceData.rows("passes_dev.csv");

  private static VisibilityStudy study(Map<String, String> row) {
    return VisibilityStudy.of(
            ReferenceData.anySystem(ELEMENT_SETS.get(Integer.valueOf(row.get("norad")))))
        .at(List.of(ReferenceData.site(row)))
        .above(FIVE_DEGREES);
  }

  @Test
  void risesAndSetsAreSkyfields() {
    Map<String, List<Map<String, String>>> bySiteAndSatellite =
        ROWS.stream()
            .collect(
                groupingBy(
                    row -> row.get("site") + row.get("norad"), LinkedHashMap::new, toList()));
    List<Double> differencesSeconds = new ArrayList<>();
    for (List<Map<String, String>> rows : bySiteAndSatellite.values()) {
      Map<String, String> first = rows.get(0);
      List<Pass> passes = study(first).over(START, Duration.ofDays(1)).passes().passes();
      String what = first.get("site") + " " + first.get("norad");

      boolean inViewAtStart = !passes.isEmpty() && passes.get(0).rise().isEmpty();
      assertEquals(first.get("event").equals("start-in-view"), inViewAtStart, what);
      List<Map<String, String>> crossings =
          rows.stream()
              .filter(row -> row.get("event").equals("rise") || row.get("event").equals("set"))
              .toList();
      List<String> kinds = new ArrayList<>();
      List<Instant> times = new ArrayList<>();
      for (Pass pass : passes) {
        pass.rise().ifPresent(rise -> kinds.add("rise"));
        pass.set().ifPresent(set -> kinds.add("set"));
        Stream.of(pass.rise(), pass.set())
            .flatMap(Optional::stream)
            .map(PassEvent::utc)
            .forEach(times::add);
      }
      assertEquals(crossings.stream().map(row -> row.get("event")).toList(), kinds, what);
      for (int i = 0; i < times.size(); i++) {
        Instant expected = Instant.parse(crossings.get(i).get("utc"));
        double seconds = Math.abs(Duration.between(expected, times.get(i)).toNanos() / 1e9);
        assertEquals(0, seconds, UT1_SECONDS, what + " " + kinds.get(i) + " " + expected);
        differencesSeconds.add(seconds);
      }
    }
    assertEquals(359, differencesSeconds.size());
    differencesSeconds.sort(null);
    assertTrue(differencesSeconds.get(differencesSeconds.size() / 2) <= MEDIAN_SECONDS);
  }

  @Test
  void culminationsAreSkyfields() {
    Duration around = Duration.ofMinutes(10);
    int compared = 0;
    for (Map<String, String> row : ROWS) {
      if (row.get("event").equals("culminate")) {
        Instant expected = Instant.parse(row.get("utc"));
        List<Pass> passes =
            study(row).over(expected.minus(around), around.multipliedBy(2)).passes().passes();
        assertEquals(1, passes.size(), row::toString);
        assertEquals(
            number(row, "elevation_deg"),
            passes.get(0).culmination().lookAngles().elevationDegrees(),
            CULMINATION_DEGREES,
            row::toString);
        compared++;
      }
    }
    assertEquals(208, compared);
  }
}
