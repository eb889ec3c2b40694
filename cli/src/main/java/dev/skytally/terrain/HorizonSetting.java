package dev.skytally.terrain;

/**
 * The choices behind a horizon.
 *
 * @param antennaMeters the height of the antenna above the ground
 * @param refraction the coefficient of refraction k: the air bends a ray near the ground with k
 *     times the Earth's curvature, so the Earth seems to have 1 / (1 - k) times its radius
 * @param distanceMeters the greatest distance of terrain that counts
 */
public record HorizonSetting(double antennaMeters, double refraction, double distanceMeters) {
  /** Returns how many times as large the Earth seems through refraction. */
  public double radiusFactor() {
    return 1 / (1 - refraction);
  }
}
