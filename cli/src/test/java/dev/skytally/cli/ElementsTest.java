package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementsTest {
  @Test
  void bundledSnapshotsAreListedWithTheirOperationalSatellites() {
    JsonNode snapshots = Run.ofLine("elements --format json").json().get("snapshots");
    assertEquals(
        List.of("2020-12-01", "2022-06-16", "2024-09-22", "2026-10-06"),
        snapshots.findValuesAsText("snapshot"));
    assertEquals(44, snapshots.at("/0/operational/BDS").asInt());
    assertEquals(37, snapshots.at("/3/operational/BDS").asInt());
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
    assertTrue(csv.contains(",status is test on 2020-10-26\r\n"), csv);
    assertTrue(csv.contains("\r\nyes,BDS,C19,"), csv);
  }

  @Test
  void shortJobShowsNoProgress() {
    assertEquals("", Run.of("elements").err());
  }
}
