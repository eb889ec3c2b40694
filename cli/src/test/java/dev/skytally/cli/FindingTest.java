package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected numbers: python-sgp4, see engine/src/test/resources/reference/README.md. */
class FindingTest {
  private static final Run TABLE = Run.of("finding");
  private static final JsonNode JSON = Run.ofLine("finding --format json").json();

  private static JsonNode setting(String date, String beidou, int maskDegrees, int stepSeconds) {
    for (JsonNode setting : JSON.get("settings")) {
      if (setting.get("date").asText().equals(date)
          && setting.at("/systems/bds/status").asText().equals(beidou)
          && setting.get("mask_deg").asInt() == maskDegrees
          && setting.get("step_s").asInt(0) == stepSeconds) {
        return setting;
      }
    }
    throw new AssertionError("no such setting");
  }

  @Test
  void settingThatGivesBothPublishedNumbersIsTheReferences() {
    JsonNode setting = setting("2020-10-26", "transmitting", 0, 60);
    assertEquals(49, setting.at("/systems/bds/satellites").asInt());
    assertEquals(31, setting.at("/systems/gps/satellites").asInt());
    assertEquals(165, setting.at("/leads/max/bds").asInt());
    assertEquals(28, setting.at("/leads/max/tie").asInt());
    assertEquals(30, setting.at("/systems/bds/addis_ababa_max").asInt());
    assertEquals(14, setting.at("/systems/gps/addis_ababa_max").asInt());
    assertEquals(28, setting.get("ties_max").size());
    assertEquals(setting.at("/leads/max/gps").asInt(), setting.get("led_by_gps_max").size());
  }

  /** Without any GPS in service, BeiDou leads everywhere. */
  @Test
  void theDayAccordingToNoticesIsAChoice(@TempDir Path folder) throws IOException {
    Path notices =
        Files.writeString(
            folder.resolve("notices.csv"),
            "prn,from,to,source\nG,2020-10-26T00:00,2020-10-27T00:00,a test\n");
    Run run = Run.ofLine("finding --format json --outages " + notices);
    JsonNode row = null;
    for (JsonNode choice : run.json().get("choices")) {
      row = choice.get("choice").asText().equals("usable according to notices") ? choice : row;
    }
    assertEquals(195, row.at("/leads/max/bds").asInt());
    assertEquals(49, row.at("/systems/bds/satellites").asInt());
    assertEquals(notices.toString(), run.json().at("/outages/source").asText());
    assertEquals("[\"BDS\"]", run.json().at("/outages/unknown").toString());
    assertTrue(run.err().contains("one-sided"), run.err());
  }

  @Test
  void otherDaysMasksStepsAndSatellitesAreShownBesideIt() {
    assertEquals(
        44, setting("2020-11-25", "operational", 0, 0).at("/systems/bds/satellites").asInt());
    assertEquals(
        30, setting("2020-11-25", "operational", 0, 0).at("/systems/gps/satellites").asInt());
    Set<String> days = new HashSet<>();
    for (JsonNode setting : JSON.get("settings")) {
      days.add(setting.get("date").asText());
    }
    LocalDate first = LocalDate.of(2020, 10, 23);
    for (LocalDate day = first; day.isBefore(first.plusDays(7)); day = day.plusDays(1)) {
      assertTrue(days.contains(day.toString()), day + " of the repeat");
    }
    assertTrue(
        days.containsAll(
            Set.of(
                "2020-11-02",
                "2020-11-05",
                "2020-11-06",
                "2020-11-07",
                "2020-11-08",
                "2020-11-09",
                "2020-11-25")));
    assertEquals(14, days.size());
    for (String beidou : new String[] {"transmitting", "operational"}) {
      setting("2020-10-26", beidou, 5, 0);
      setting("2020-10-26", beidou, 10, 0);
      setting("2020-10-26", beidou, 0, 60);
      setting("2020-10-26", beidou, 0, 600);
    }
  }

  @Test
  void sentenceOnFirmnessFollowsFromTheSettings() {
    int least = 195;
    int greatest = 0;
    int both = 0;
    Set<String> days = new TreeSet<>();
    Set<DayOfWeek> geometries = EnumSet.noneOf(DayOfWeek.class);
    for (JsonNode setting : JSON.get("settings")) {
      int led = setting.at("/leads/max/bds").asInt();
      least = Math.min(least, led);
      greatest = Math.max(greatest, led);
      if (setting.get("gives_both_published_numbers").asBoolean()) {
        both++;
        days.add(setting.get("date").asText());
        geometries.add(LocalDate.parse(setting.get("date").asText()).getDayOfWeek());
      }
    }
    String firmness = JSON.get("firmness").asText();
    assertTrue(
        firmness.contains(
            "BeiDou leads in %s to %s of 195 capitals by the daily maximum"
                .formatted(least, greatest)),
        firmness);
    assertTrue(
        firmness.contains(
            "both published numbers come out of %s of them, on %s of 14 days (%s), which show %s of 7"
                .formatted(both, days.size(), String.join(", ", days), geometries.size())),
        firmness);
    assertTrue(TABLE.out().replaceAll("\\s+", " ").contains(firmness + " "), TABLE.out());
  }

  @Test
  void exceptionsAndTiesAreNamedAndTheSourceIsQuoted() {
    String text = TABLE.out().replaceAll("\\s+", " ");
    assertTrue(text.contains("Nikkei, 25 November 2020"), text);
    for (JsonNode name : setting("2020-10-26", "transmitting", 0, 0).get("ties_max")) {
      assertTrue(text.contains(name.asText()), name.asText());
    }
  }

  @Test
  void csvHasARowForEachSettingChoiceAndLaterDay() {
    int rows = JSON.get("settings").size() + JSON.get("choices").size() + JSON.get("later").size();
    assertEquals(rows + 1, Run.ofLine("finding --format csv").lines().size());
  }
}
