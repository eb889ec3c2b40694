package dev.skytally.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldMapTest {
  private static final List<WorldMap> BOTH = List.of(WorldMap.small(), WorldMap.medium());

  /** 148.9 of 510.1 million square kilometres (CIA World Factbook, World). */
  private static final double LAND_SHARE = 0.292;

  /** Lakes count as land, ice shelves and small islands do not. */
  private static final double LAND_SHARE_TOLERANCE = 0.006;

  @ParameterizedTest
  @CsvSource({
    "0, 20, true", // Congo basin
    "-25, 134, true", // Australia
    "55, -100, true", // Canada
    "66.5, -175, true", // Chukotka, beyond the antimeridian
    "66.5, 175, true",
    "72, 179, false", // north of Wrangel Island
    "-86, -180, true", // Antarctica
    "-86, 180, true",
    "-80, 180, false", // Ross Ice Shelf
    "-90, 0, true",
    "-90, 360, true",
    "90, 0, false",
    "0, -150, false", // Pacific
    "30, -50, false", // Atlantic
    "41.5, 50.5, false", // Caspian Sea
    "-30, 80, false", // Indian Ocean
    "75, -40, true", // Greenland
    "-29.5, 28.2, true", // Lesotho, within another country
    "-55, 200, false"
  })
  void landIsWhereItIs(double latitudeDegrees, double longitudeDegrees, boolean land) {
    for (WorldMap map : BOTH) {
      assertEquals(land, isLand(map, latitudeDegrees, longitudeDegrees));
    }
  }

  private static boolean isLand(WorldMap map, double latitudeDegrees, double longitudeDegrees) {
    return map.isLand(new double[] {latitudeDegrees}, new double[] {longitudeDegrees})[0][0];
  }

  @ParameterizedTest
  @CsvSource({
    "-29.5, 28.2, Lesotho", // within South Africa
    "-30, 24, South Africa",
    "66.5, 175, Russia",
    "66.5, -175, Russia", // Chukotka, beyond the antimeridian
    "-86, 180, Antarctica",
    "48, 104, Mongolia",
    "0, -150, ''", // Pacific
    "41.5, 50.5, ''" // Caspian Sea
  })
  void aPlaceIsInTheCountryThatSurroundsIt(
      double latitudeDegrees, double longitudeDegrees, String country) {
    for (WorldMap map : BOTH) {
      int at = map.countryAt(new double[] {latitudeDegrees}, new double[] {longitudeDegrees})[0][0];
      assertEquals(country, at < 0 ? "" : map.countries().get(at));
    }
  }

  @Test
  void capitalsOfLargeCountriesAreOnLand() {
    WorldMap map = WorldMap.medium();
    for (String name : List.of("Addis Ababa", "Madrid", "Moscow", "Ulaanbaatar")) {
      GroundSite site =
          WorldCapitals.all().stream()
              .filter(capital -> capital.name().equals(name))
              .findFirst()
              .orElseThrow();
      assertTrue(isLand(map, site.latitudeDegrees(), site.longitudeDegrees()), name);
    }
  }

  @Test
  void theShareOfLandIsTheEarths() {
    double[] latitudes = new double[360];
    Arrays.setAll(latitudes, i -> 89.75 - 0.5 * i);
    double[] longitudes = new double[720];
    Arrays.setAll(longitudes, i -> -179.75 + 0.5 * i);
    for (WorldMap map : BOTH) {
      boolean[][] land = map.isLand(latitudes, longitudes);
      double landArea = 0;
      double area = 0;
      for (int row = 0; row < latitudes.length; row++) {
        double weight = Math.cos(Math.toRadians(latitudes[row]));
        for (boolean cell : land[row]) {
          landArea += cell ? weight : 0;
          area += weight;
        }
      }
      assertEquals(LAND_SHARE, landArea / area, LAND_SHARE_TOLERANCE);
    }
  }

  @Test
  void whereTheWindowBeginsMakesNoDifference() {
    double[] latitudes = {70, 40, 10, -20, -50, -80};
    double[] fromWest = new double[360];
    Arrays.setAll(fromWest, i -> -179.5 + i);
    double[] fromGreenwich = new double[360];
    Arrays.setAll(fromGreenwich, i -> 0.5 + i);
    boolean[][] a = WorldMap.medium().isLand(latitudes, fromWest);
    boolean[][] b = WorldMap.medium().isLand(latitudes, fromGreenwich);
    for (int row = 0; row < latitudes.length; row++) {
      for (int column = 0; column < 360; column++) {
        assertEquals(a[row][column], b[row][(column + 180) % 360]);
      }
    }
  }

  @Test
  void linesRunOnWithoutAJump() {
    for (WorldMap map : BOTH) {
      for (List<Line> lines : List.of(map.coasts(), map.borders(), map.landRings())) {
        assertFalse(lines.isEmpty());
        for (Line line : lines) {
          assertTrue(line.points() > 1);
          for (int i = 1; i < line.points(); i++) {
            double step = Math.abs(line.longitudeDegrees(i) - line.longitudeDegrees(i - 1));
            assertTrue(step < 30, "a step of " + step + " degrees");
            assertTrue(Math.abs(line.latitudeDegrees(i)) < 86);
          }
        }
      }
    }
  }
}
