package dev.skytally.site;

/**
 * The direction and distance of a satellite from a site. They are geometric, without refraction.
 *
 * <p>Immutable.
 *
 * @param azimuthRadians from north over east, 0 to 2 pi
 * @param elevationRadians above the plane perpendicular to the ellipsoid's normal, -pi/2 to pi/2
 * @param rangeMeters the straight distance
 */
public record LookAngles(double azimuthRadians, double elevationRadians, double rangeMeters) {
  /** {@return the azimuth, degrees from north over east} */
  public double azimuthDegrees() {
    return Math.toDegrees(azimuthRadians);
  }

  /** {@return the elevation, degrees} */
  public double elevationDegrees() {
    return Math.toDegrees(elevationRadians);
  }
}
