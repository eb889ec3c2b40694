package dev.skytally.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private static String first(String text) {
    return Places.find(text, 1).stream().map(Place::name).collect(Collectors.joining());
  }

  @Test
  void thereAreThousandsOfPlaces() {
    assertTrue(Places.all().size() >= 5000);
  }

  @ParameterizedTest
  @CsvSource({
    "porto, Porto",
    "SAO PAULO, São Paulo",
    "são-paulo, São Paulo",
    "München, Munich",
    "munchen, Munich",
    "Moscú, Moscow",
    "Москва, Moscow",
    "莫斯科, Moscow",
    "Viena, Vienna",
    "Кишинёв, Chisinau",
    "кишинев, Chisinau",
    "Pékin, Beijing"
  })
  void namesAreFoundWithoutAccentsAndInSixLanguages(String text, String name) {
    assertEquals(name, first(text));
  }

  @Test
  void exactNameComesBeforeALargerCityThatOnlyContainsIt() {
    assertEquals(
        List.of("Porto", "Porto Alegre"),
        Places.find("porto", 2).stream().map(Place::name).toList());
  }

  @Test
  void nothingIsNamedByPunctuation() {
    assertEquals(List.of(), Places.find(" -,", 9));
  }

  /** Coordinates and zone of the Greenwich and of the Sydney Observatory. */
  @Test
  void nearestPlaceKnowsTheTimeZone() {
    assertEquals("Europe/London", Places.nearest(51.4779, -0.0015).zone().getId());
    assertEquals("Australia/Sydney", Places.nearest(-33.8596, 151.2045).zone().getId());
  }

  /** The geodesic on the ellipsoid from London to Paris is 343.5 km. */
  @Test
  void distanceIsThatOnTheEarth() {
    Place london = Places.nearest(51.50853, -0.12574);
    assertEquals(343.5, london.distanceKilometers(48.85341, 2.3488), 1);
  }

  @Test
  void nearestPlaceMayLieAcrossTheAntimeridian() {
    Place suva = Places.nearest(-17.5, -179.9);
    assertEquals("FJ", suva.countryCode());
  }

  @Test
  void capitalThatIsNoLargeCityIsNotTheNearestCityOfAnotherCountry() {
    Place ramallah = Places.ofCapital(WorldCapitals.find("Ramallah").orElseThrow());
    assertEquals("Ramallah", ramallah.name());
    assertEquals("Asia/Hebron", ramallah.zone().getId());
  }

  /** The two lists come from different sources, and agree within the size of a city. */
  @Test
  void capitalsAreAmongThePlaces() {
    double cityDegrees = 0.5;
    Set<String> missing = new TreeSet<>();
    for (GroundSite capital : WorldCapitals.all()) {
      Place place = Places.ofCapital(capital);
      assertEquals(capital.countryCode(), place.countryCode());
      if (Math.abs(place.latitudeDegrees() - capital.latitudeDegrees()) > cityDegrees) {
        missing.add(capital.name());
      }
    }
    assertEquals(Set.of(), missing);
  }
}
