package dev.skytally.site;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place on or above the WGS-84 ellipsoid.
 *
 * <p>Latitude is geodetic, positive north; longitude is positive east; the height is above the
 * ellipsoid. Instances come from {@link #ofDegrees} or {@link #ofRadians}.
 *
 * <p>Immutable.
 */
public final class GroundSite {
  /** WGS-84 semi-major axis, metres (NGA.STND.0036, table 3.1). */
  public static final double EQUATORIAL_RADIUS_METERS = 6_378_137.0;

  /** WGS-84 flattening (NGA.STND.0036, table 3.1). */
  public static final double FLATTENING = 1 / 298.257223563;

  /** The least height, below any mine or sea floor where a receiver could stand. */
  static final double LOWEST_METERS = -10_000;

  /** The greatest height, above any aircraft or balloon; spacecraft are not sites. */
  public static final double HIGHEST_METERS = 100_000;

  private final String name;
  private final String country;
  private final String countryCode;
  private final double latitudeDegrees;
  private final double longitudeDegrees;
  private final double latitudeRadians;
  private final double longitudeRadians;
  private final double heightMeters;
  private final Optional<ElevationMask> mask;

  private GroundSite(
      String name,
      String country,
      String countryCode,
      double latitudeDegrees,
      double longitudeDegrees,
      double latitudeRadians,
      double longitudeRadians,
      double heightMeters,
      Optional<ElevationMask> mask) {
    this.name = Objects.requireNonNull(name);
    this.country = Objects.requireNonNull(country);
    this.countryCode = Objects.requireNonNull(countryCode);
    requireWithin("latitude", latitudeDegrees, -90, 90, "degrees");
    requireWithin("longitude", longitudeDegrees, -180, 360, "degrees");
    requireWithin("height", heightMeters, LOWEST_METERS, HIGHEST_METERS, "metres");
    this.latitudeDegrees = latitudeDegrees;
    this.longitudeDegrees = longitudeDegrees;
    this.latitudeRadians = latitudeRadians;
    this.longitudeRadians = longitudeRadians;
    this.heightMeters = heightMeters;
    this.mask = mask;
  }

  /**
   * {@return a place by its geodetic coordinates}
   *
   * @param name the name
   * @param latitudeDegrees -90 to 90
   * @param longitudeDegrees -180 to 360
   * @param heightMeters -10,000 to 100,000
   * @throws IllegalArgumentException if a number is outside its range; the message says which
   */
  public static GroundSite ofDegrees(
      String name, double latitudeDegrees, double longitudeDegrees, double heightMeters) {
    return new GroundSite(
        name,
        "",
        "",
        latitudeDegrees,
        longitudeDegrees,
        Math.toRadians(latitudeDegrees),
        Math.toRadians(longitudeDegrees),
        heightMeters,
        Optional.empty());
  }

  /**
   * {@return a place by its geodetic coordinates, with the angles in radians; see {@link
   * #ofDegrees}}
   *
   * @param name the name
   * @param latitudeRadians the latitude, radians north
   * @param longitudeRadians the longitude, radians east
   * @param heightMeters the height above the ellipsoid, metres
   */
  public static GroundSite ofRadians(
      String name, double latitudeRadians, double longitudeRadians, double heightMeters) {
    return new GroundSite(
        name,
        "",
        "",
        Math.toDegrees(latitudeRadians),
        Math.toDegrees(longitudeRadians),
        latitudeRadians,
        longitudeRadians,
        heightMeters,
        Optional.empty());
  }

  /**
   * {@return a place by its coordinates as people write them; empty if the text has another form}
   *
   * <p>Understands {@code 47.03,28.84}, {@code 47.03 28.84} and, with decimal commas, {@code 47,03;
   * 28,84} and {@code 47,03 28,84}, north and east positive, with degree signs {@code 47.03°,
   * 28.84°}, and {@code 47.03N 28.84E}, {@code E28.84 N47.03}, {@code N 47,03; E 28,84}, {@code
   * 47°01'48"N, 28°50'24"E}, {@code 47 1.8 N 28 50.4 E}, each optionally with a comma and a height
   * in metres, and {@code geo:47.03,28.84}. The text becomes the name. A minus may also be U+2212.
   *
   * <p>Texts of another form are, for example, {@code Site 5}, {@code Paris, Texas}, {@code 47.03},
   * {@code 47.03N} and {@code 47N 28N}. A name such as {@code 10, Downing Street} throws, because
   * only one part between its commas is a number.
   *
   * @param text the text
   * @throws IllegalArgumentException if only some parts between commas are numbers; there are more
   *     than three numbers; a latitude, longitude or height is outside the range of {@link
   *     #ofDegrees}; minutes or seconds are 60 or more, or follow a fraction; the letter {@code O}
   *     stands for east or west; the comma of a height such as {@code 1,250} may separate
   *     thousands; or a {@code geo:} URI has another datum than WGS-84. The message says which.
   */
  public static Optional<GroundSite> ofText(String text) {
    // A name has no digit, and then the patterns of coordinates need not be compiled.
    if (text.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    double[] numbers = WrittenCoordinates.parse(text);
    return numbers == null
        ? Optional.empty()
        : Optional.of(ofDegrees(text.strip(), numbers[0], numbers[1], numbers[2]));
  }

  private static void requireWithin(
      String what, double value, double least, double most, String unit) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s %s is outside %.0f to %.0f %s", what, value, least, most, unit));
    }
  }

  /**
   * {@return the same place with another name}
   *
   * @param newName the name
   */
  public GroundSite withName(String newName) {
    return with(newName, country, countryCode, mask);
  }

  /**
   * {@return the same place in a country}
   *
   * @param country the name of the country
   * @param countryCode ISO 3166-1 alpha-2, for example {@code ET}
   */
  public GroundSite inCountry(String country, String countryCode) {
    return with(name, country, countryCode, mask);
  }

  /**
   * {@return the same place with a mask of its own, which replaces the mask of a study there}
   *
   * @param ownMask the mask
   */
  public GroundSite withMask(ElevationMask ownMask) {
    return with(name, country, countryCode, Optional.of(ownMask));
  }

  private GroundSite with(
      String newName, String newCountry, String newCountryCode, Optional<ElevationMask> newMask) {
    return new GroundSite(
        newName,
        newCountry,
        newCountryCode,
        latitudeDegrees,
        longitudeDegrees,
        latitudeRadians,
        longitudeRadians,
        heightMeters,
        newMask);
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return the country's name; empty if none was given} */
  public String country() {
    return country;
  }

  /** {@return the country's ISO 3166-1 alpha-2 code; empty if none was given} */
  public String countryCode() {
    return countryCode;
  }

  /** {@return the geodetic latitude, positive north} */
  public double latitudeRadians() {
    return latitudeRadians;
  }

  /** {@return the longitude, positive east} */
  public double longitudeRadians() {
    return longitudeRadians;
  }

  /** {@return the latitude, degrees north} */
  public double latitudeDegrees() {
    return latitudeDegrees;
  }

  /** {@return the longitude, degrees east} */
  public double longitudeDegrees() {
    return longitudeDegrees;
  }

  /** {@return the height above the WGS-84 ellipsoid} */
  public double heightMeters() {
    return heightMeters;
  }

  /** {@return the mask of this place; empty if it has the mask of every study} */
  public Optional<ElevationMask> mask() {
    return mask;
  }

  /** Sites are equal if their names, countries, coordinates and masks are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroundSite site
        && latitudeRadians == site.latitudeRadians
        && longitudeRadians == site.longitudeRadians
        && heightMeters == site.heightMeters
        && name.equals(site.name)
        && country.equals(site.country)
        && countryCode.equals(site.countryCode)
        && mask.equals(site.mask);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, latitudeRadians, longitudeRadians, heightMeters);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%.4f, %.4f)", name, latitudeDegrees, longitudeDegrees);
  }
}
