package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The sky over a site at a time. */
@Tag("exhaustive")
@ExtendWith(InBrowser.class)
class PageSkyTest {
  /** Too small for a reader of a sky plot to notice, and far above the error of the page. */
  private static final double SAME_DIRECTION_DEGREES = 0.1;

  private final Reports reports;

  PageSkyTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void skyIsThatOfThePassesAtEveryCulmination() {
    PageSky sky = reports.openAddisAbaba().sky();
    JsonNode passes =
        Reports.answer("passes", "Addis Ababa", "--date", CapitalsReport.DAY).get("passes");
    for (JsonNode pass : passes) {
      JsonNode culmination = pass.get("culmination");
      List<Double> angles =
          sky.lookAngles(pass.get("norad").asInt(), culmination.get("utc").asText());
      String which = pass.toString();
      assertEquals(
          culmination.get("elevation_deg").asDouble(),
          angles.get(1),
          SAME_DIRECTION_DEGREES,
          which);
      double turn = angles.get(0) - culmination.get("azimuth_deg").asDouble();
      double onTheSky = Math.cos(Math.toRadians(angles.get(1))) * Math.IEEEremainder(turn, 360);
      assertEquals(0, onTheSky, SAME_DIRECTION_DEGREES, which);
    }
  }

  @Test
  void sliderMovesTheSatellitesToWhereTheSkyCommandHasThem() {
    PageSite site = reports.openAddisAbaba();
    site.moveTime(Keys.HOME);
    assertSkyIsThatOf("00:00", site);
    site.moveTime(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertSkyIsThatOf("00:03", site);
    site.moveTime(Keys.PAGE_UP, Keys.PAGE_UP, Keys.ARROW_LEFT);
    String later = site.time().replace(" UTC", "");
    assertTrue(later.compareTo("01:00") > 0, later);
    assertSkyIsThatOf(later, site);
  }

  private static void assertSkyIsThatOf(String clock, PageSite site) {
    assertEquals(clock + " UTC", site.time());
    String utc = CapitalsReport.DAY + "T" + clock + ":00Z";
    JsonNode expected = Reports.answer("sky", "Addis Ababa", "--at", utc);
    JsonNode satellites = expected.get("satellites");
    PageSky sky = site.sky();
    assertEquals(satellites.size(), sky.rows());
    assertEquals(satellites.size(), sky.marks());
    assertEquals(satellites.size(), site.counts().stream().mapToLong(Long::parseLong).sum());
    assertEquals(Integer.toString(satellites.size()), site.countTogether());
    assertEquals(satellites.size(), sky.satellitesWithAPath());
    Map<String, List<Double>> angles = sky.angles();
    Map<String, List<Double>> places = sky.places();
    double radius = sky.radius();
    for (JsonNode satellite : satellites) {
      String number = satellite.get("norad").asText();
      for (int i = 0; i < 2; i++) {
        String angle = i == 0 ? "azimuth_deg" : "elevation_deg";
        double difference = angles.get(number).get(i) - satellite.get(angle).asDouble();
        assertEquals(
            0,
            Math.IEEEremainder(difference, 360),
            SAME_DIRECTION_DEGREES,
            angle + " of " + satellite);
      }
      assertMarkStandsAt(satellite, places.get(number), radius);
    }
    for (String kind : List.of("gdop", "hdop", "vdop", "tdop", "pdop")) {
      site.chooseDilution(kind);
      assertDilutionIs(expected.get("dop"), kind, site);
    }
    double pixel = 0.1;
    assertEquals(site.place(utc), site.cursor(), pixel);
  }

  /** The zenith in the middle, north up and east to the right. */
  private static void assertMarkStandsAt(JsonNode satellite, List<Double> place, double radius) {
    double azimuth = Math.toRadians(satellite.get("azimuth_deg").asDouble());
    double distance = radius * (90 - satellite.get("elevation_deg").asDouble()) / 90;
    double sameDirection = radius * SAME_DIRECTION_DEGREES / 90;
    assertEquals(distance * Math.sin(azimuth), place.get(0), sameDirection);
    assertEquals(-distance * Math.cos(azimuth), place.get(1), sameDirection);
  }

  private static void assertDilutionIs(JsonNode expected, String kind, PageSite site) {
    List<String> shown = site.dilutions();
    for (int i = 0; i <= CapitalsReport.systems().size(); i++) {
      boolean isOfAll = i == CapitalsReport.systems().size();
      String of = isOfAll ? "together" : CapitalsReport.systems().get(i).toLowerCase(Locale.ROOT);
      if (expected.get(of).isNull()) {
        assertEquals("–", shown.get(i));
      } else {
        double lastDecimal = 0.011;
        assertEquals(
            expected.get(of).get(kind).asDouble(), Double.parseDouble(shown.get(i)), lastDecimal);
      }
    }
  }

  @Test
  void horizonIsDrawnIntoTheSky() throws IOException {
    Path horizon =
        Files.writeString(
            reports.folder().resolve("horizon.csv"),
            "azimuth_deg,elevation_deg\n0,0\n90,45\n180,0\n");
    PageSky sky = reports.open("passes", "ET", "--horizon", horizon.toString()).site().sky();
    List<Double> mask = sky.maskFromWestToEast();
    double pixel = 1 / sky.radius();
    assertEquals(-1, mask.get(0), pixel, "none in the west");
    assertTrue(mask.get(1) < 0.75, "a wall in the east");
    assertTrue(sky.isShaded(0.9), "behind the wall");
    assertFalse(sky.isShaded(0.1), "above the wall");
    assertFalse(sky.isShaded(-0.9), "the open west");
    assertTrue(sky.note().contains("below the mask"));
  }

  @Test
  void everySatelliteOfASkyWithRoomIsLabelledAndNoTwoLabelsOverlap() {
    PageSky sky =
        reports.open("passes", "Addis Ababa", "--mask", "5", "--date", "2026-10-06").site().sky();
    List<String> labels = sky.labels();
    assertEquals(25, labels.size());
    assertFalse(labels.contains(""), labels.toString());
    assertEquals(List.of(), sky.overlappingLabels());
  }
}
