package dev.skytally.geography;

import java.time.ZoneId;
import java.util.List;

/**
 * A city.
 *
 * @param name the most common name in Latin letters
 * @param countryCode ISO 3166-1 alpha-2, or XK for Kosovo
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
  private static final double EARTH_RADIUS_KILOMETERS = 6371;

  public Place {
    otherNames = List.copyOf(otherNames);
  }

  /** Returns the distance to a point on a sphere of the size of the Earth. */
  public double distanceKilometers(double toLatitudeDegrees, double toLongitudeDegrees) {
    double[] from = direction(latitudeDegrees, longitudeDegrees);
    double[] to = direction(toLatitudeDegrees, toLongitudeDegrees);
    double chord = Math.hypot(Math.hypot(from[0] - to[0], from[1] - to[1]), from[2] - to[2]);
    return 2 * EARTH_RADIUS_KILOMETERS * Math.asin(Math.min(1, chord / 2));
  }

  /** Returns the direction of a point from the middle of a sphere: x, y and z of length 1. */
  static double[] direction(double latitudeDegrees, double longitudeDegrees) {
    double latitude = Math.toRadians(latitudeDegrees);
    double longitude = Math.toRadians(longitudeDegrees);
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }
}
