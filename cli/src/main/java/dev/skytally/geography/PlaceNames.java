package dev.skytally.geography;

import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteNames;
import dev.skytally.site.WorldCapitals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds places by names, for the commands and the planner alike. Thread-safe.
 *
 * <p>The capital that a name means comes first, unless it is only the beginning of its name and a
 * city has exactly this name. Then come the cities of {@link Places#find}. A city that is a capital
 * has the name and the coordinates of the list of capitals.
 */
public final class PlaceNames {
  private static final SiteNames CAPITALS = SiteNames.of(WorldCapitals.all());

  private PlaceNames() {}

  /**
   * Returns the places that a name may mean, the most probable first.
   *
   * @param most the greatest number to return
   */
  public static List<Place> find(String name, int most) {
    Set<Place> found = new LinkedHashSet<>();
    Optional<Place> capital = WorldCapitals.find(name).map(Places::ofCapital);
    if (!isBetterCity(name)) {
      capital.ifPresent(found::add);
    }
    List<Place> cities = Places.find(name, most);
    cities.stream().map(PlaceNames::asCapital).forEach(found::add);
    capital.ifPresent(found::add);
    return found.stream().limit(most).toList();
  }

  /**
   * Returns whether a name is that of cities, and at most the beginning of a capital or country.
   */
  private static boolean isBetterCity(String name) {
    return CAPITALS.named(name).isEmpty() && !Places.named(name).isEmpty();
  }

  /**
   * Returns the cities that a name means although a capital or a country may begin with it: those
   * with exactly this name, or else the only one whose name begins with it, if no capital or
   * country is meant or begins so.
   */
  public static List<GroundSite> cities(String name) {
    List<Place> found = new ArrayList<>();
    if (isBetterCity(name)) {
      found.addAll(Places.named(name));
    } else if (CAPITALS.named(name).isEmpty() && CAPITALS.beginning(name).isEmpty()) {
      Places.onlyBeginning(name).ifPresent(found::add);
    }
    return found.stream().map(PlaceNames::site).toList();
  }

  private static GroundSite site(Place place) {
    return capital(place)
        .orElseGet(
            () ->
                GroundSite.ofDegrees(
                        place.name(), place.latitudeDegrees(), place.longitudeDegrees(), 0)
                    .inCountry(country(place.countryCode()), place.countryCode()));
  }

  /** Returns the English name of a country; territories are in no list of capitals. */
  private static String country(String code) {
    return WorldCapitals.all().stream()
        .filter(capital -> capital.countryCode().equals(code))
        .map(GroundSite::country)
        .findFirst()
        .orElseGet(() -> new Locale("", code).getDisplayCountry(Locale.ENGLISH));
  }

  /** Returns whether a site has the name and the country of a capital. */
  public static boolean isCapital(GroundSite site) {
    return WorldCapitals.all().stream()
        .anyMatch(
            capital ->
                capital.name().equals(site.name()) && capital.country().equals(site.country()));
  }

  /** Returns the place nearest to a point of the Earth. */
  public static Place nearest(double latitudeDegrees, double longitudeDegrees) {
    return asCapital(Places.nearest(latitudeDegrees, longitudeDegrees));
  }

  private static Place asCapital(Place place) {
    return capital(place).map(Places::ofCapital).orElse(place);
  }

  /** Returns the capital that a city is, if it is one. */
  private static Optional<GroundSite> capital(Place city) {
    return WorldCapitals.all().stream()
        .filter(capital -> capital.countryCode().equals(city.countryCode()))
        .filter(capital -> Places.near(capital).equals(city))
        .findFirst();
  }
}
