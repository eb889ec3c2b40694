package dev.skytally.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.internal.visibility.LocalHorizon;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundSiteTest {
  private static final double ROUNDING_DEGREES = 1e-12;

  @Property
  void degreesComeBackExactlyAndRadiansToRounding(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 360) double longitudeDegrees,
      @ForAll @DoubleRange(min = -10_000, max = 100_000) double heightMeters) {
    GroundSite site = GroundSite.ofDegrees("x", latitudeDegrees, longitudeDegrees, heightMeters);
    assertEquals(latitudeDegrees, site.latitudeDegrees());
    assertEquals(longitudeDegrees, site.longitudeDegrees());
    GroundSite same =
        GroundSite.ofRadians("x", site.latitudeRadians(), site.longitudeRadians(), heightMeters)
            .inCountry("Xland", "XX");
    assertEquals(site.latitudeRadians(), same.latitudeRadians());
    assertEquals(site.longitudeRadians(), same.longitudeRadians());
    assertEquals(latitudeDegrees, same.latitudeDegrees(), ROUNDING_DEGREES);
    assertEquals(longitudeDegrees, same.longitudeDegrees(), ROUNDING_DEGREES);
    assertEquals(heightMeters, same.heightMeters());
    assertEquals("XX", same.countryCode());
  }

  @Property
  void everySiteLiesOnOrAboveTheEllipsoidByItsHeight(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 360) double longitudeDegrees,
      @ForAll @DoubleRange(min = -10_000, max = 100_000) double heightMeters) {
    LocalHorizon horizon =
        new LocalHorizon(
            GroundSite.ofDegrees("x", latitudeDegrees, longitudeDegrees, heightMeters));
    double x = horizon.xMeters - heightMeters * horizon.upX;
    double y = horizon.yMeters - heightMeters * horizon.upY;
    double z = horizon.zMeters - heightMeters * horizon.upZ;
    double a = GroundSite.EQUATORIAL_RADIUS_METERS;
    double b = a * (1 - GroundSite.FLATTENING);
    assertEquals(1, (x * x + y * y) / (a * a) + z * z / (b * b), 1e-14);
    // The zenith is the ellipsoid's normal, which is parallel to its gradient (x/a2, y/a2, z/b2).
    double gradient = Math.sqrt((x * x + y * y) / Math.pow(a, 4) + z * z / Math.pow(b, 4));
    assertEquals(horizon.upX, x / (a * a) / gradient, 1e-14);
    assertEquals(horizon.upY, y / (a * a) / gradient, 1e-14);
    assertEquals(horizon.upZ, z / (b * b) / gradient, 1e-14);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47.03,28.84",
        "47.03, 28.84",
        "47.03 28.84",
        "47.03,28.84,0",
        "47.03N,28.84E",
        "47.03N 28.84E",
        "47.03n 28.84e",
        "47.03°N 28.84°E",
        "N47.03 E28.84",
        "N 47° 01.8' E 28° 50.4'",
        "28.84 E 47.03 N",
        "E28.84, N47.03",
        "47 1.8 N 28 50.4 E",
        "47 01 48 N, 28 50 24 E",
        "28°50'24\"E 47°01'48\"N",
        "47°01'48\"N 28°50'24\"E",
        "47°01′48″N, 28°50′24″E",
        "47°1’48’’ N,28°50’24’’ E",
        "47,03; 28,84",
        "47,0300;28,8400",
        "47.03; 28.84",
        "47,03; 28,84; 0",
        "47,03N 28,84E",
        "47,03° N, 28,84° E",
        "47,03N; 28,84E",
        "28,84 E;47,03 N; 0",
        "N47.03; E28.84",
        "N 47,03; E 28,84",
        "N47,03, E28,84",
        "N 47,03 E 28,84",
        "E28,84 N47,03",
        "N 47°01,8' E 28°50,4'",
        "N 47°1'48,0\" E 28°50'24,0\"",
        "47,03 28,84",
        "47,03, 28,84",
        "47°1,8'N 28°50,4'E",
        "geo:47.03,28.84",
        "geo:47.03,28.84;crs=wgs84;u=35",
        "47.03°, 28.84°",
        "47.03° 28.84°",
        "+47.03°,+28.84°",
        "47.03°; 28.84°; 0",
        "47,03° 28,84°",
        "47,03°, 28,84°",
        "47,03 °; 28,84 °",
      })
  void coordinatesAreReadAsPeopleWriteThem(String text) {
    GroundSite site = GroundSite.ofText(text).orElseThrow();
    assertEquals(47.03, site.latitudeDegrees(), ROUNDING_DEGREES);
    assertEquals(28.84, site.longitudeDegrees(), ROUNDING_DEGREES);
    assertEquals(0, site.heightMeters());
    assertEquals(text, site.name());
  }

  @Test
  void southAndWestAreNegativeAndAHeightMayFollow() {
    GroundSite site = GroundSite.ofText("33°55'12\"S, 71.5W, 25 m").orElseThrow();
    assertEquals(-33.92, site.latitudeDegrees(), ROUNDING_DEGREES);
    assertEquals(-71.5, site.longitudeDegrees());
    assertEquals(25, site.heightMeters());
    GroundSite numbers = GroundSite.ofText("-33.92,-71.5,25").orElseThrow();
    assertEquals(-33.92, numbers.latitudeDegrees());
    assertEquals(-71.5, numbers.longitudeDegrees());
    assertEquals(25, numbers.heightMeters());
    GroundSite uri = GroundSite.ofText("geo:-33.92,-71.5,-25.5").orElseThrow();
    assertEquals(-33.92, uri.latitudeDegrees());
    assertEquals(-71.5, uri.longitudeDegrees());
    assertEquals(-25.5, uri.heightMeters());
  }

  @Test
  void commaWithoutASemicolonSeparatesNumbers() {
    GroundSite site = GroundSite.ofText("47,28").orElseThrow();
    assertEquals(47, site.latitudeDegrees());
    assertEquals(28, site.longitudeDegrees());
    GroundSite south = GroundSite.ofText("-33,92; -71,5; -25,5").orElseThrow();
    assertEquals(-33.92, south.latitudeDegrees());
    assertEquals(-71.5, south.longitudeDegrees());
    assertEquals(-25.5, south.heightMeters());
    GroundSite first = GroundSite.ofText("N47 E28,25").orElseThrow();
    assertEquals(28, first.longitudeDegrees());
    assertEquals(25, first.heightMeters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "33,92S; 71,5W; 25,5",
        "S 33,92; W 71,5; 25,5",
        "S33,92 W71,5, 25,5 m",
        "S33,92 W71.5,25.5",
        "-33,92 -71,5 25,5",
        "-33,92, -71,5, 25,5",
        "−33,92; −71,5; 25,5",
        "−33.92,−71.5,25.5",
        "−33.92 −71.5 25.5",
        "−33.92°, −71.5°, 25.5",
        "-33,92° -71,5°; 25,5",
        "-33.92°, -71.5°, 25.5 m",
      })
  void aHeightMayHaveADecimalCommaBesideOthers(String text) {
    GroundSite site = GroundSite.ofText(text).orElseThrow();
    assertEquals(-33.92, site.latitudeDegrees());
    assertEquals(-71.5, site.longitudeDegrees());
    assertEquals(25.5, site.heightMeters());
  }

  @ParameterizedTest
  @CsvSource({
    "47°60'N 28°E, 'minutes are 60, expected less than 60'",
    "47°1'60\"N 28°E, 'seconds are 60, expected less than 60'",
    "'47,5°30''N 28°E', '47,5 has a fraction, expected none before minutes'",
    "'91,5; 28', latitude 91.5 is outside -90 to 90 degrees",
    "47.5°30'N 28°E, '47.5 has a fraction, expected none before minutes'",
    "'47.03N 28.84E, 1,250 m', 'the height 1,250 may be 1250 or 1.250 metres, expected it without a comma'",
    "'47,03; 28,84; 1,250', 'the height 1,250 may be 1250 or 1.250 metres, expected it without a comma'",
    "'47.03°, 28.84°, 1,250', 'the height 1,250 may be 1250 or 1.250 metres, expected it without a comma'",
    "91N 28E, latitude 91.0 is outside -90 to 90 degrees",
    "'46,0200° N, 7,7500° O', 'O may be east or west, expected E or W'",
    "'N 46,02; O 7,75', 'O may be east or west, expected E or W'",
    "N46.02 o7.75, 'O may be east or west, expected E or W'",
    "47 1.8 28 50.4, 'has 4 numbers, expected LAT,LON[,HEIGHT] such as -33.92,18.42,25'",
    "'47.03,x', '\"x\" is not a number, expected LAT,LON[,HEIGHT] such as -33.92,18.42,25'",
    "'10, Downing Street', '\"Downing Street\" is not a number, expected LAT,LON[,HEIGHT] such as -33.92,18.42,25'",
    "'geo:1,2;crs=moon', 'crs=moon is another datum, expected WGS-84'",
  })
  void impossibleCoordinatesAreRejected(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> GroundSite.ofText(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Paris, Texas",
        "Rue 5, Paris",
        "47.03",
        "47.03N",
        "47N 28N",
        "28E 47E",
        "47 1 48 5 N 28 50 24 E",
        "N 1",
        "Site 5",
        "47;28;1;2",
        "geo:1",
        "47'N,28'E",
        "47.5'N 28.5'E",
        "0730'N 02830'E",
        "10\"N 20\"E"
      })
  void otherTextIsNoPlace(String text) {
    assertEquals(Optional.empty(), GroundSite.ofText(text));
  }

  @Test
  void whatIsOutOfRangeIsRefusedWithTheRange() {
    assertRefused("latitude 91.0 is outside -90 to 90 degrees", 91, 0, 0);
    assertRefused("latitude NaN is outside -90 to 90 degrees", Double.NaN, 0, 0);
    assertRefused("longitude 360.5 is outside -180 to 360 degrees", 0, 360.5, 0);
    assertRefused("longitude -Infinity is outside -180 to 360 degrees", 0, -1 / 0.0, 0);
    assertRefused("height 100001.0 is outside -10000 to 100000 metres", 0, 0, 100_001);
    assertThrows(NullPointerException.class, () -> GroundSite.ofDegrees(null, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> GroundSite.ofRadians("x", Math.PI, 0, 0));
  }

  @Test
  void polesAreInRangeInRadiansToo() {
    assertEquals(90, GroundSite.ofRadians("x", Math.PI / 2, -Math.PI, 0).latitudeDegrees());
    assertEquals(-90, GroundSite.ofRadians("x", -Math.PI / 2, Math.PI, 0).latitudeDegrees());
  }

  @Test
  void messagesDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("x (1.5000, 2.0000)", GroundSite.ofDegrees("x", 1.5, 2, 0).toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertRefused(
      String message, double latitudeDegrees, double longitudeDegrees, double heightMeters) {
    String actual =
        assertThrows(
                IllegalArgumentException.class,
                () -> GroundSite.ofDegrees("x", latitudeDegrees, longitudeDegrees, heightMeters))
            .getMessage();
    assertTrue(actual.equals(message), actual);
  }

  /** Radians that do not come from degrees stay as they are. */
  @Test
  void anotherNameChangesNothingElse() {
    GroundSite site =
        GroundSite.ofRadians("47N 8E", 0.8203047484, 0.1396263402, 20)
            .inCountry("Switzerland", "CH")
            .withMask(ElevationMask.ofDegrees(5));
    GroundSite named = site.withName("Base 3");
    assertEquals("Base 3", named.name());
    assertNotEquals(site, named);
    assertEquals(site, named.withName("47N 8E"));
  }

  @Test
  void sitesAreEqualIfNameCountryAndPlaceAre() {
    GroundSite rome = GroundSite.ofDegrees("Rome", 41.9, 12.5, 20).inCountry("Italy", "IT");
    assertEquals(rome, GroundSite.ofDegrees("Rome", 41.9, 12.5, 20).inCountry("Italy", "IT"));
    assertEquals(
        rome.hashCode(),
        GroundSite.ofDegrees("Rome", 41.9, 12.5, 20).inCountry("Italy", "IT").hashCode());
    assertNotEquals(rome, GroundSite.ofDegrees("Rome", 41.9, 12.5, 20));
    assertNotEquals(rome, GroundSite.ofDegrees("Rome", 41.9, 12.5, 21).inCountry("Italy", "IT"));
    assertNotEquals(rome, GroundSite.ofDegrees("Rome", 41.8, 12.5, 20).inCountry("Italy", "IT"));
    assertNotEquals(rome, GroundSite.ofDegrees("Roma", 41.9, 12.5, 20).inCountry("Italy", "IT"));
  }
}
