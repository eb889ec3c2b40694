package dev.skytally.internal.visibility;

import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;

/**
 * A site's Earth-fixed position and its local east, north and up (geodetic zenith) unit vectors.
 *
 * <p>Formulas: geodetic to Cartesian, IERS Conventions 2010, section 4.2.6.
 *
 * <p>Immutable.
 */
public final class LocalHorizon {
  /** The x coordinate of the site, metres. */
  public final double xMeters;

  /** The y coordinate of the site, metres. */
  public final double yMeters;

  /** The z coordinate of the site, metres. */
  public final double zMeters;

  /** The x component of the unit vector east. */
  public final double eastX;

  /** The y component of the unit vector east. */
  public final double eastY;

  /** The x component of the unit vector north. */
  public final double northX;

  /** The y component of the unit vector north. */
  public final double northY;

  /** The z component of the unit vector north. */
  public final double northZ;

  /** The x component of the unit vector up. */
  public final double upX;

  /** The y component of the unit vector up. */
  public final double upY;

  /** The z component of the unit vector up. */
  public final double upZ;

  /**
   * Computes the horizon of a site.
   *
   * @param site the site
   */
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

  /**
   * Computes the look angles of an Earth-fixed (ITRF) position: the plain formula that every faster
   * one is tested against.
   */
  public LookAngles lookAngles(double targetXMeters, double targetYMeters, double targetZMeters) {
    double dx = targetXMeters - xMeters;
    double dy = targetYMeters - yMeters;
    double dz = targetZMeters - zMeters;
    double east = dx * eastX + dy * eastY;
    double north = dx * northX + dy * northY + dz * northZ;
    double up = dx * upX + dy * upY + dz * upZ;
    double azimuth = Math.atan2(east, north);
    return new LookAngles(
        azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
        Math.atan2(up, Math.hypot(east, north)),
        Math.sqrt(dx * dx + dy * dy + dz * dz));
  }
}
