package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkyTest {
  private static final double DEGREES_TOLD = 0.051;
  private static final double ANGLE_TOLERANCE_DEGREES = 1e-3;

  private static JsonNode satellite(JsonNode json, String prn) {
    for (JsonNode satellite : json.get("satellites")) {
      if (satellite.get("prn").asText().equals(prn)) {
        return satellite;
      }
    }
    throw new AssertionError(prn + " is not in view");
  }

  /** Skyfield's culmination of G13: engine/src/test/resources/reference/passes_dev.csv. */
  @Test
  void satelliteStandsWhereSkyfieldSeesIt() {
    JsonNode passes =
        Run.of("passes", "Addis Ababa", "--date", "2020-12-01", "--mask", "5", "--format", "json")
            .json();
    String culmination = null;
    double azimuthDegrees = Double.NaN;
    for (JsonNode pass : passes.get("passes")) {
      if (pass.get("prn").asText().equals("G13")
          && Math.abs(pass.at("/culmination/elevation_deg").asDouble() - 78.058) < 0.01) {
        culmination = pass.at("/culmination/utc").asText();
        azimuthDegrees = pass.at("/culmination/azimuth_deg").asDouble();
      }
    }
    JsonNode sky =
        Run.of("sky", "Addis Ababa", "--at", culmination, "--mask", "5", "--format", "json").json();
    assertEquals(culmination, sky.get("utc").asText());
    assertEquals("Addis Ababa", sky.at("/sites/0/name").asText());
    JsonNode g13 = satellite(sky, "G13");
    assertEquals(78.058, g13.get("elevation_deg").asDouble(), 0.01);
    assertEquals(azimuthDegrees, g13.get("azimuth_deg").asDouble(), ANGLE_TOLERANCE_DEGREES);
    assertEquals(20_400_000, g13.get("range_m").asDouble(), 300_000);
    assertTrue(g13.get("track").isNull());
  }

  @Test
  void momentIsNowUnlessItIsGiven() {
    String hint = ", now; choose another moment with --at";
    String unset = Run.ofLine("sky Nairobi").out();
    assertTrue(unset.contains(" of Nairobi at 2026-10-07 12:00 UTC.\n"), unset);
    assertTrue(unset.contains("\nMoment    2026-10-07 12:00 UTC" + hint + "\n"), unset);
    String given = Run.ofLine("sky Nairobi --at 2026-10-05T06:00").out();
    assertTrue(given.contains(" of Nairobi at 2026-10-05 06:00 UTC.\n"), given);
    assertFalse(given.replaceAll("\\s+", " ").contains(hint), given);
  }

  @Test
  void nowNeedsElementSetsThatAreNearEnough() {
    Run old = Run.ofLine("sky Nairobi --elements 2020-12-01");
    assertEquals(1, old.exitCode());
    assertTrue(
        old.err()
            .endsWith(
                "skytally: the given element sets, snapshot 2020-12-01, are up to 2136 days from the"
                    + " window, more than 180 (the window begins now unless you give --at): give nearer"
                    + " ones, or raise --max-age\n"),
        old.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --tracks 24h"})
  void ageOfElementSetsIsToTheMoment(String tracks) {
    Run run = Run.ofLine("sky ET --at 2020-12-02T12:00" + tracks);
    String out = run.out().replaceAll("\\s+", " ");
    assertTrue(out.contains(" median age 1.9 days at the moment "), out + run.err());
  }

  /** All ages in the JSON refer to the middle of its window. */
  @Test
  void ageOfElementSetsInJsonIsToTheMiddleOfTheWindow() {
    JsonNode sky = Run.ofLine("sky ET --at 2020-12-02T12:00 --tracks 48h --format json").json();
    assertEquals("2020-12-04T12:00:00.000Z", sky.at("/window/end").asText());
    Instant middle = Instant.parse("2020-12-03T12:00:00Z");
    List<Double> agesDays = new ArrayList<>();
    for (JsonNode system : sky.get("systems")) {
      for (JsonNode satellite : system.get("satellites")) {
        Instant epoch = Instant.parse(satellite.get("epoch").asText());
        agesDays.add(Math.abs(Duration.between(epoch, middle).toMillis() / 86_400_000.0));
      }
    }
    agesDays.sort(null);
    double median = agesDays.get(agesDays.size() / 2);
    assertEquals(median, sky.at("/elements/age_days_median").asDouble(), 0.001);
  }

  @Test
  void tracksGoFromMinuteToMinuteUntilTheSatelliteSets() {
    JsonNode sky =
        Run.ofLine("sky ET --at 2026-10-06T00:00:00Z --mask 10 --tracks 2h --format json").json();
    assertEquals("2026-10-06T02:00:00.000Z", sky.at("/window/end").asText());
    int whole = 0;
    for (JsonNode satellite : sky.get("satellites")) {
      JsonNode track = satellite.get("track");
      assertEquals(satellite.get("azimuth_deg"), track.get(0).get("azimuth_deg"));
      for (int k = 0; k < track.size(); k++) {
        assertEquals(
            Instant.parse(sky.get("utc").asText()).plus(Duration.ofMinutes(k)),
            Instant.parse(track.get(k).get("utc").asText()));
        assertTrue(track.get(k).get("elevation_deg").asDouble() >= 10);
      }
      whole += track.size() == 121 ? 1 : 0;
    }
    assertTrue(whole > 0 && whole < sky.get("satellites").size());
  }

  /** The sky at the end of the tracks is that of a question about this moment. */
  @Test
  void tracksIncludeTheSatellitesThatRise() {
    String line = "sky ET --at 2026-10-06T00:00:00Z --systems GPS --mask 10 --tracks 10h --format ";
    JsonNode sky = Run.ofLine(line + "json").json();
    Set<String> atEnd = new HashSet<>();
    int points = 0;
    for (String list : List.of("satellites", "rising")) {
      for (JsonNode satellite : sky.get(list)) {
        JsonNode track = satellite.get("track");
        points += track.size();
        if (track.get(track.size() - 1).get("utc").asText().equals("2026-10-06T10:00:00.000Z")) {
          atEnd.add(satellite.get("prn").asText());
        }
      }
    }
    JsonNode end =
        Run.ofLine("sky ET --at 2026-10-06T10:00:00Z --systems GPS --mask 10 --format json").json();
    assertEquals(
        new HashSet<>(end.get("satellites").findValuesAsText("prn")), atEnd, sky.toString());
    assertTrue(sky.get("rising").size() > sky.get("satellites").size());
    assertEquals(0, end.get("rising").size());
    assertEquals(points, Run.ofLine(line + "csv").lines().size() - 1);
  }

  @Test
  void csvAndTableHoldTheFiguresOfJson() {
    String line = "sky 52.5,13.4 --at 2026-10-06T10:00:00Z --systems GPS,GAL";
    JsonNode json = Run.ofLine(line + " --format json").json();
    Run csv =
        Run.of(
            "sky",
            "52.5,13.4",
            "--at",
            "2026-10-06T10:00:00Z",
            "--systems",
            "GPS,GAL",
            "--format",
            "csv");
    List<String> table = Run.ofLine(line).lines();
    int satellites = json.get("satellites").size();
    assertEquals(satellites + 1, csv.lines().size());
    assertTrue(table.get(0).contains(" Galileo satellites in view of 52.5,13.4 at "), table.get(0));
    int firstRow = table.indexOf("Sat Azimuth Elevation Range km") + 1;
    for (int i = 0; i < satellites; i++) {
      JsonNode satellite = json.get("satellites").get(i);
      String row = csv.lines().get(i + 1);
      assertTrue(
          row.endsWith(
              satellite.get("prn").asText()
                  + ","
                  + satellite.get("norad").asText()
                  + ","
                  + satellite.get("azimuth_deg").asText()
                  + ","
                  + satellite.get("elevation_deg").asText()
                  + ","
                  + satellite.get("range_m").asText()
                  + ","),
          row);
      String[] cells = table.get(firstRow + i).split(" +", -1);
      assertEquals(satellite.get("prn").asText(), cells[0]);
      assertEquals(
          satellite.get("elevation_deg").asDouble(), Double.parseDouble(cells[2]), DEGREES_TOLD);
    }
  }

  @Test
  void withoutEnoughSatellitesThereIsNoDilution() {
    JsonNode sky = Run.ofLine("sky ET --systems NAVIC --format json").json();
    assertTrue(sky.at("/dop/navic").isNull());
    String[] row =
        Run.ofLine("sky ET --systems NAVIC").lines().stream()
            .filter(line -> line.startsWith("NavIC "))
            .findFirst()
            .orElseThrow()
            .split(" +", -1);
    assertEquals(List.of("NavIC", "-", "-", "-", "-", "-"), Arrays.asList(row));
  }

  @Test
  void dilutionOfAPositionIsItsParts() {
    JsonNode dop = Run.ofLine("sky ET --format json").json().get("dop");
    for (String of : List.of("gps", "bds", "together")) {
      JsonNode figures = dop.get(of);
      double gdop = figures.get("gdop").asDouble();
      double pdop = figures.get("pdop").asDouble();
      assertEquals(gdop, Math.hypot(pdop, figures.get("tdop").asDouble()), 2e-3);
      assertEquals(
          pdop, Math.hypot(figures.get("hdop").asDouble(), figures.get("vdop").asDouble()), 2e-3);
      assertFalse(pdop > gdop);
    }
  }
}
