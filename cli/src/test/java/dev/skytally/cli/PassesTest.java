package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassesTest {
  /** Skyfield's answer for GPS 24876 (G13): engine/src/test/resources/reference/passes_dev.csv. */
  private static final Instant SKYFIELD_RISE = Instant.parse("2020-12-01T13:38:26.599Z");

  private static final double SKYFIELD_CULMINATION_DEGREES = 78.05788;
  private static final double CULMINATION_TOLERANCE_DEGREES = 0.01;
  private static final Duration RISE_TOLERANCE = Duration.ofMillis(1_500);

  @TempDir Path folder;

  private static JsonNode pass(JsonNode json, int norad) {
    for (JsonNode pass : json.get("passes")) {
      if (pass.get("norad").asInt() == norad) {
        return pass;
      }
    }
    throw new AssertionError("no pass of " + norad);
  }

  @Test
  void passIsSkyfields() {
    JsonNode json =
        Run.of("passes", "Addis Ababa", "--date", "2020-12-01", "--mask", "5", "--format", "json")
            .json();
    JsonNode pass = pass(json, 24876);
    assertEquals("Addis Ababa", pass.get("site").asText());
    assertEquals("G13", pass.get("prn").asText());
    Duration error =
        Duration.between(SKYFIELD_RISE, Instant.parse(pass.at("/rise/utc").asText())).abs();
    assertTrue(error.compareTo(RISE_TOLERANCE) <= 0, error.toString());
    assertEquals(
        SKYFIELD_CULMINATION_DEGREES,
        pass.at("/culmination/elevation_deg").asDouble(),
        CULMINATION_TOLERANCE_DEGREES);
  }

  @Test
  void geostationarySatelliteNeitherRisesNorSets() {
    JsonNode json =
        Run.ofLine("passes Indonesia --date 2020-12-01 --systems BDS --format json").json();
    JsonNode geo = pass(json, 43683);
    assertTrue(geo.get("rise").isNull());
    assertTrue(geo.get("set").isNull());
    assertTrue(geo.at("/culmination/utc").asText().matches("2020-12-0[12]T.*\\.\\d{3}Z"));
  }

  @Test
  void csvHoldsTheFiguresOfJsonAndLeavesOpenEndsEmpty() {
    Run csv = Run.ofLine("passes ET --format csv");
    JsonNode passes = Run.ofLine("passes ET --format json").json().get("passes");
    assertFalse(passes.isEmpty());
    assertEquals(passes.size() + 1, csv.lines().size());
    assertTrue(csv.lines().stream().anyMatch(line -> line.contains(",,,")), "an open rise");
    assertTrue(
        csv.lines().stream().anyMatch(line -> line.matches(".*,(yes|no),,,")), "an open set");
    String[] header = csv.cells(0);
    for (int i = 0; i < passes.size(); i++) {
      String[] cells = csv.cells(i + 1);
      for (int c = 0; c < header.length; c++) {
        JsonNode expected =
            passes.get(i).at("/" + header[c].replaceFirst("^(rise|culmination|set)_", "$1/"));
        String value =
            expected.isBoolean()
                ? expected.asBoolean() ? "yes" : "no"
                : expected.asText().replaceAll("\\.0$", "");
        assertEquals(value, cells[c], header[c]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ethiopia", "ET", "et", "addis ababa", "ÁDDIS-ABABA"})
  void placeIsFoundByAnyOfItsNames(String site) {
    assertTrue(
        Run.of("passes", site).out().contains("\nSite      Addis Ababa, Ethiopia (latitude"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-33.92,18.42,25", "-33.92, 18.42, 25", " -33.92,18.42,25"})
  void placeIsFoundByItsCoordinates(String site) {
    String text = Run.of("passes", site).out().replaceAll("\\s+", " ");
    assertTrue(text.contains("(latitude -33.9200, longitude 18.4200 degrees, height 25 m)"), text);
  }

  @Test
  void highestAtTheWindowsEdgeIsMarked() {
    JsonNode passes = Run.ofLine("passes ET --duration 1h --format json").json().get("passes");
    int atEdge = 0;
    for (JsonNode pass : passes) {
      String highest = pass.at("/culmination/utc").asText();
      boolean atStart = highest.equals("2026-10-05T00:00:00.000Z") && pass.get("rise").isNull();
      boolean atEnd = highest.equals("2026-10-05T01:00:00.000Z") && pass.get("set").isNull();
      assertEquals(atStart || atEnd, pass.at("/culmination/at_window_edge").asBoolean());
      atEdge += atStart || atEnd ? 1 : 0;
    }
    assertTrue(atEdge > 0);
    String table = Run.ofLine("passes ET --duration 1h").out();
    assertEquals(atEdge, table.split(" >\\d", -1).length - 1, table);
    assertTrue(table.replaceAll("\\s+", " ").contains("'>': highest at the window's edge"), table);
  }

  @Test
  void aNameThatEndsInAFullStopEndsTheSentence() {
    String headline = Run.of("passes", "Washington", "--systems", "GPS").lines().get(0);
    assertTrue(headline.endsWith(" over Washington, D.C."), headline);
    String alone = Run.ofLine("capitals --systems QZS").lines().get(0);
    assertTrue(alone.startsWith("QZSS alone: never more than "), alone);
  }

  /** NavIC is regional: its satellites stand over longitudes from 30 to 135 degrees east. */
  @Test
  void wherePassesAreNoneNoneAreListed() {
    Run run = Run.ofLine("passes 10,-120 --systems NAVIC");
    assertEquals("No satellite passes over 10,-120.", run.lines().get(0));
    assertTrue(!run.out().contains("Culmination"), run.out());
  }

  @Test
  void yearsAreToldWhereTheWindowSpansMoreThanOne() {
    Run over = Run.ofLine("passes ET --date 2020-12-31 --duration 2d");
    assertTrue(over.lines().contains("2020") && over.lines().contains("2021"), over.out());
    Run within = Run.ofLine("passes ET --date 2020-12-31");
    assertFalse(within.lines().contains("2020"), within.out());
  }

  @Test
  void dayOfTheStatusesIsToldOverLongerWindows() {
    assertTrue(
        Run.ofLine("passes ET --duration 2d").out().contains("; status operational on 2026-10-05"));
    assertTrue(Run.ofLine("passes ET").out().contains("; status operational\n"));
  }

  @Test
  void misspeltPlaceIsAnsweredWithLikeOnes() {
    Run run = Run.of("passes", "Etiopia");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: no capital, country or city is named \"Etiopia\"; did you mean Ethiopia"),
        run.err());
  }

  @Test
  void placeOfAnOwnListIsFoundByItsName() throws IOException {
    String sites =
        Files.writeString(
                folder.resolve("sites.csv"),
                "name,latitude_deg,longitude_deg\nHarbour,-33.9,18.4\n")
            .toString();
    assertEquals(0, Run.of("passes", "harbour", "--sites", sites).exitCode());
    assertEquals(
        new Run(
            2,
            "",
            "skytally: no site of the list is named \"Rome\"; give its name, or LAT,LON such as"
                + " -33.92,18.42 (see skytally passes --help)\n"),
        Run.of("passes", "Rome", "--sites", sites));
  }
}
