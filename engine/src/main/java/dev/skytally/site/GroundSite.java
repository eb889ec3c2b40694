package dev.skytally.site;

/**
 * A place on or above the WGS-84 ellipsoid.
 *
 * <p>Latitude is geodetic, positive north; longitude is positive east; the height is above the
 * ellipsoid. Instances are immutable and come from {@link #ofDegrees} or {@link #ofRadians}.
 */
public final class GroundSite {
  /** WGS-84 semi-major axis, metres (NGA.STND.0036, table 3.1). */
  public static final double EQUATORIAL_RADIUS_METERS = 6_378_137.0;

  /** WGS-84 flattening (NGA.STND.0036, table 3.1). */
  public static final double FLATTENING = 1 / 298.257223563;

  /** Below the Dead Sea's shore and the deepest mines, above which no site lies. */
  private static final double LOWEST_METERS = -10_000;

  /** The highest a site may be: a receiver on an aircraft or balloon, not a spacecraft. */
  private static final double HIGHEST_METERS = 100_000;

  private final String name;
  private final String country;
  private final String countryCode;
  private final double latitudeRadians;
  private final double longitudeRadians;
  private final double heightMeters;

  private GroundSite(
      String name,
      String country,
      String countryCode,
      double latitudeRadians,
      double longitudeRadians,
      double heightMeters) {
    this.name = name;
    this.country = country;
    this.countryCode = countryCode;
    this.latitudeRadians = latitudeRadians;
    this.longitudeRadians = longitudeRadians;
    this.heightMeters = heightMeters;
  }

  /**
   * A place by its geodetic coordinates.
   *
   * @param latitudeDegrees -90 to 90
   * @param longitudeDegrees -180 to 360
   * @param heightMeters -10,000 to 100,000
   * @throws IllegalArgumentException if a number is outside its range; the message says which
   */
  public static GroundSite ofDegrees(
      String name, double latitudeDegrees, double longitudeDegrees, double heightMeters) {
    requireWithin("latitude", latitudeDegrees, -90, 90, "degrees");
    requireWithin("longitude", longitudeDegrees, -180, 360, "degrees");
    requireWithin("height", heightMeters, LOWEST_METERS, HIGHEST_METERS, "metres");
    return new GroundSite(
        name,
        "",
        "",
        Math.toRadians(latitudeDegrees),
        Math.toRadians(longitudeDegrees),
        heightMeters);
  }

  /** As {@link #ofDegrees}, the angles in radians. */
  public static GroundSite ofRadians(
      String name, double latitudeRadians, double longitudeRadians, double heightMeters) {
    return ofDegrees(
        name, Math.toDegrees(latitudeRadians), Math.toDegrees(longitudeRadians), heightMeters);
  }

  private static void requireWithin(
      String what, double value, double least, double most, String unit) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s %s is outside %.0f to %.0f %s".formatted(what, value, least, most, unit));
    }
  }

  /**
   * The same place, known to be in a country.
   *
   * @param countryCode ISO 3166-1 alpha-2, as {@code ET}
   */
  public GroundSite inCountry(String country, String countryCode) {
    return new GroundSite(
        name, country, countryCode, latitudeRadians, longitudeRadians, heightMeters);
  }

  public String name() {
    return name;
  }

  /** The country's name; empty if none was given. */
  public String country() {
    return country;
  }

  /** The country's ISO 3166-1 alpha-2 code; empty if none was given. */
  public String countryCode() {
    return countryCode;
  }

  public double latitudeRadians() {
    return latitudeRadians;
  }

  public double longitudeRadians() {
    return longitudeRadians;
  }

  public double latitudeDegrees() {
    return Math.toDegrees(latitudeRadians);
  }

  public double longitudeDegrees() {
    return Math.toDegrees(longitudeRadians);
  }

  /** The height above the WGS-84 ellipsoid. */
  public double heightMeters() {
    return heightMeters;
  }

  @Override
  public String toString() {
    return "%s (%.4f, %.4f)".formatted(name, latitudeDegrees(), longitudeDegrees());
  }
}
