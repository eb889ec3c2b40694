package dev.skytally.geography;

import java.time.ZoneId;
import java.util.List;

/**
 * A city.
 *
 * @param name the most common name in Latin letters
 * @param countryCode ISO 3166-1 alpha-2, or XK for Kosovo; empty for a point by its coordinates
 * @param latitudeDegrees north is positive
 * @param longitudeDegrees east is positive
 * @param population to the nearest thousand
 * @param otherNames in English, German, Spanish, French, Russian and Chinese, if they differ
 */
public record Place(
    String name,
    String countryCode,
    double latitudeDegrees,
    double longitudeDegrees,
    ZoneId zone,
    int population,
    List<String> otherNames) {
  public Place {
    otherNames = List.copyOf(otherNames);
  }
}
