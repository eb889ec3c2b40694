package dev.skytally.site;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The least elevation at which a satellite counts as in view: the same all around, or by azimuth (a
 * horizon), linear between the given azimuths and periodic over north.
 */
public final class ElevationMask {
  /** At 90 degrees nothing is ever in view, and the zenith itself has no azimuth. */
  private static final double HIGHEST_DEGREES = 90;

  private final double[] azimuthsRadians;
  private final double[] elevationsRadians;

  private ElevationMask(double[] azimuthsRadians, double[] elevationsRadians) {
    this.azimuthsRadians = azimuthsRadians;
    this.elevationsRadians = elevationsRadians;
  }

  /**
   * The same mask all around.
   *
   * @param elevationDegrees -90 (exclusive) to 90 (exclusive)
   */
  public static ElevationMask ofDegrees(double elevationDegrees) {
    return new ElevationMask(
        new double[] {0}, new double[] {Math.toRadians(requireElevation(elevationDegrees))});
  }

  /** As {@link #ofDegrees}, in radians. */
  public static ElevationMask ofRadians(double elevationRadians) {
    return ofDegrees(Math.toDegrees(elevationRadians));
  }

  /**
   * A horizon by azimuth.
   *
   * @param elevationDegreesByAzimuthDegrees azimuths from north over east, 0 to 360 (exclusive), at
   *     least one
   */
  public static ElevationMask horizonOfDegrees(
      Map<Double, Double> elevationDegreesByAzimuthDegrees) {
    SortedMap<Double, Double> sorted = new TreeMap<>(elevationDegreesByAzimuthDegrees);
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("a horizon has at least one point");
    }
    if (!(sorted.firstKey() >= 0 && sorted.lastKey() < 360)) {
      throw new IllegalArgumentException(
          "azimuths are 0 to 360 (exclusive) degrees, not "
              + sorted.firstKey()
              + " to "
              + sorted.lastKey());
    }
    return new ElevationMask(
        sorted.keySet().stream().mapToDouble(Math::toRadians).toArray(),
        sorted.values().stream().mapToDouble(e -> Math.toRadians(requireElevation(e))).toArray());
  }

  private static double requireElevation(double elevationDegrees) {
    if (!(Math.abs(elevationDegrees) < HIGHEST_DEGREES)) {
      throw new IllegalArgumentException(
          "mask " + elevationDegrees + " is outside -90 to 90 (exclusive) degrees");
    }
    return elevationDegrees;
  }

  /** Whether the mask is the same all around. */
  public boolean isConstant() {
    return leastElevationRadians() == greatestElevationRadians();
  }

  public double leastElevationRadians() {
    double least = elevationsRadians[0];
    for (double elevation : elevationsRadians) {
      least = Math.min(least, elevation);
    }
    return least;
  }

  public double greatestElevationRadians() {
    double greatest = elevationsRadians[0];
    for (double elevation : elevationsRadians) {
      greatest = Math.max(greatest, elevation);
    }
    return greatest;
  }

  /** The steepest slope of the mask over azimuth, radians of elevation a radian of azimuth. */
  public double steepestSlope() {
    double steepest = 0;
    int n = azimuthsRadians.length;
    for (int i = 0; i < n; i++) {
      double rise = Math.abs(elevationsRadians[(i + 1) % n] - elevationsRadians[i]);
      if (rise > 0) {
        steepest = Math.max(steepest, rise / stepToNext(i));
      }
    }
    return steepest;
  }

  private double stepToNext(int i) {
    int n = azimuthsRadians.length;
    double step = azimuthsRadians[(i + 1) % n] - azimuthsRadians[i];
    return i + 1 < n ? step : step + 2 * Math.PI;
  }

  /**
   * The mask in a direction.
   *
   * @param azimuthRadians 0 to 2 pi
   */
  public double elevationRadians(double azimuthRadians) {
    int n = azimuthsRadians.length;
    int i = n - 1;
    for (int k = 0; k < n; k++) {
      if (azimuthsRadians[k] > azimuthRadians) {
        i = (k + n - 1) % n;
        break;
      }
    }
    double fromKnot = azimuthRadians - azimuthsRadians[i];
    double fraction = (fromKnot < 0 ? fromKnot + 2 * Math.PI : fromKnot) / stepToNext(i);
    return elevationsRadians[i]
        + fraction * (elevationsRadians[(i + 1) % n] - elevationsRadians[i]);
  }

  @Override
  public String toString() {
    return isConstant()
        ? "%s degrees".formatted(number(elevationsRadians[0]))
        : "horizon of %d points, %s to %s degrees"
            .formatted(
                azimuthsRadians.length,
                number(leastElevationRadians()),
                number(greatestElevationRadians()));
  }

  private static String number(double radians) {
    return Double.toString(Math.round(Math.toDegrees(radians) * 1e6) / 1e6).replaceAll("\\.0$", "");
  }
}
