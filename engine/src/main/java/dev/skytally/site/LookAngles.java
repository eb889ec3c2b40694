package dev.skytally.site;

/**
 * The direction and distance of a satellite from a site: the plain computation that every faster
 * one is tested against. It is geometric, without refraction.
 *
 * <p>Immutable.
 *
 * @param azimuthRadians from north over east, 0 to 2 pi
 * @param elevationRadians above the plane perpendicular to the ellipsoid's normal, -pi/2 to pi/2
 * @param rangeMeters the straight distance
 */
public record LookAngles(double azimuthRadians, double elevationRadians, double rangeMeters) {

  /**
   * Computes the look angles from a site to an Earth-fixed (ITRF) position.
   *
   * @param horizon the horizon of the site
   * @param xMeters the first coordinate
   * @param yMeters the second coordinate
   * @param zMeters the third coordinate
   * @return the look angles
   */
  public static LookAngles of(
      LocalHorizon horizon, double xMeters, double yMeters, double zMeters) {
    double dx = xMeters - horizon.xMeters;
    double dy = yMeters - horizon.yMeters;
    double dz = zMeters - horizon.zMeters;
    double east = dx * horizon.eastX + dy * horizon.eastY;
    double north = dx * horizon.northX + dy * horizon.northY + dz * horizon.northZ;
    double up = dx * horizon.upX + dy * horizon.upY + dz * horizon.upZ;
    double azimuth = Math.atan2(east, north);
    return new LookAngles(
        azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
        Math.atan2(up, Math.hypot(east, north)),
        Math.sqrt(dx * dx + dy * dy + dz * dz));
  }

  /** {@return the azimuth, degrees from north over east} */
  public double azimuthDegrees() {
    return Math.toDegrees(azimuthRadians);
  }

  /** {@return the elevation, degrees} */
  public double elevationDegrees() {
    return Math.toDegrees(elevationRadians);
  }
}
