package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementsTest {
  private static final double HALF_A_THOUSANDTH = 0.000_501;

  @Test
  void bundledSnapshotsAreListedWithTheirOperationalSatellites() {
    JsonNode snapshots = Run.ofLine("elements --format json").json().get("snapshots");
    assertEquals(
        List.of("2020-12-01", "2022-06-16", "2024-09-22", "2026-10-06"),
        snapshots.findValuesAsText("snapshot"));
    assertEquals(44, snapshots.at("/0/systems/bds/operational").asInt());
    assertEquals(37, snapshots.at("/3/systems/bds/operational").asInt());
    assertEquals(5, Run.ofLine("elements --format csv").lines().size());
  }

  @Test
  void everySatelliteOfTheSnapshotIsCountedOrLeftOutWithAReason() {
    JsonNode json =
        Run.ofLine("elements --date 2020-12-01 --systems GPS,BDS,GAL,GLO,QZS,NAVIC --format json")
            .json();
    int counted = 0;
    for (JsonNode system : json.get("systems")) {
      counted += system.get("satellites").size();
    }
    assertEquals(198, counted + json.get("excluded").size());
    for (JsonNode exclusion : json.get("excluded")) {
      assertTrue(!exclusion.get("reason").asText().isEmpty());
    }
  }

  @Test
  void testSatellitesAreCountedIfAskedFor() {
    String out = Run.ofLine("elements --date 2020-10-26 --status transmitting").out();
    assertTrue(out.startsWith("On 2020-10-26, status transmitting: 31 GPS, 49 BeiDou."), out);
  }

  @Test
  void csvTellsWhoIsInAndWhy() {
    String csv = Run.ofLine("elements --date 2020-10-26 --format csv").out();
    assertTrue(csv.contains("\r\nno,,,45807,"), csv);
    assertTrue(csv.contains(",status is test on 2020-10-26,no\r\n"), csv);
    assertTrue(csv.contains("\r\nyes,BDS,C19,"), csv);
  }

  @Test
  void uncertainStatusesAreMarkedAndNamed() {
    Run table = Run.ofLine("elements --date 2026-10-06 --systems BDS");
    assertTrue(
        table.out().contains("\nUncertain status of C01,C03,C11,C12,C13,C14, by "), table.out());
    JsonNode satellites =
        Run.ofLine("elements --date 2026-10-06 --systems BDS --format json")
            .json()
            .at("/systems/bds/satellites");
    List<String> uncertain = new ArrayList<>();
    for (JsonNode satellite : satellites) {
      if (satellite.get("status_uncertain").asBoolean()) {
        uncertain.add(satellite.get("prn").asText());
      }
    }
    assertEquals(List.of("C01", "C03", "C11", "C12", "C13", "C14"), uncertain);
    Run without =
        Run.ofLine("elements --date 2026-10-06 --exclude C01,C03,C11,C12,C13,C14 --systems BDS");
    assertTrue(without.lines().get(0).startsWith("On 2026-10-06, "), without.out());
    assertTrue(!without.out().contains("Uncertain"), without.out());
  }

  @Test
  void ageIsToTheMiddleOfTheDayInEveryFormat() {
    String day = "elements --date 2020-12-01 --systems NAVIC";
    List<Double> agesDays = new ArrayList<>();
    List<String> lines = Run.ofLine(day + " --format csv").lines();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals("yes")) {
        Duration age =
            Duration.between(Instant.parse(cells[11]), Instant.parse("2020-12-01T12:00:00Z"));
        double ageDays = age.abs().toMillis() / 86_400e3;
        assertEquals(ageDays, Double.parseDouble(cells[12]), HALF_A_THOUSANDTH, line);
        agesDays.add(Double.parseDouble(cells[12]));
      }
    }
    Collections.sort(agesDays);
    assertEquals(
        agesDays.get(agesDays.size() / 2),
        Run.ofLine(day + " --format json").json().at("/elements/age_days_median").asDouble());
    assertTrue(
        Run.ofLine(day)
            .out()
            .contains("Age: between the element set's epoch and 2020-12-01 12:00"));
  }

  @Test
  void shortJobShowsNoProgress() {
    assertEquals("", Run.of("elements").err());
  }
}
