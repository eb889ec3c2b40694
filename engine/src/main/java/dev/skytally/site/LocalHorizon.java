package dev.skytally.site;

/**
 * A site's Earth-fixed position and its local east, north and up (geodetic zenith) unit vectors.
 *
 * <p>Formulas: geodetic to Cartesian, IERS Conventions 2010, section 4.2.6.
 */
public final class LocalHorizon {
  public final double xMeters;
  public final double yMeters;
  public final double zMeters;
  public final double eastX;
  public final double eastY;
  public final double northX;
  public final double northY;
  public final double northZ;
  public final double upX;
  public final double upY;
  public final double upZ;

  public LocalHorizon(GroundSite site) {
    double sinLatitude = Math.sin(site.latitudeRadians());
    double cosLatitude = Math.cos(site.latitudeRadians());
    double sinLongitude = Math.sin(site.longitudeRadians());
    double cosLongitude = Math.cos(site.longitudeRadians());
    double eccentricitySquared = GroundSite.FLATTENING * (2 - GroundSite.FLATTENING);
    double primeVerticalRadiusMeters =
        GroundSite.EQUATORIAL_RADIUS_METERS
            / Math.sqrt(1 - eccentricitySquared * sinLatitude * sinLatitude);
    double axisDistanceMeters = (primeVerticalRadiusMeters + site.heightMeters()) * cosLatitude;
    xMeters = axisDistanceMeters * cosLongitude;
    yMeters = axisDistanceMeters * sinLongitude;
    zMeters =
        (primeVerticalRadiusMeters * (1 - eccentricitySquared) + site.heightMeters()) * sinLatitude;
    eastX = -sinLongitude;
    eastY = cosLongitude;
    northX = -sinLatitude * cosLongitude;
    northY = -sinLatitude * sinLongitude;
    northZ = cosLatitude;
    upX = cosLatitude * cosLongitude;
    upY = cosLatitude * sinLongitude;
    upZ = sinLatitude;
  }
}
