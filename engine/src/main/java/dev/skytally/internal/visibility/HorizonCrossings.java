package dev.skytally.internal.visibility;

import dev.skytally.site.ElevationMask;
import dev.skytally.site.LookAngles;

/**
 * A finder of the crossings of a mask by azimuth, slower than for a constant mask.
 *
 * <p>How it works. The line of sight turns by at most {@code w = V / D} radians a second (V the
 * satellite's greatest speed over the step, D its least distance from any site). So over a stretch
 * of time h the elevation stays within w h / 2 of the mean of its values at the ends, and the
 * azimuth, which turns by at most {@code w / cos(el)} a second, within {@code w h / cos(el)} of
 * that at the begin. This limits the relevant part of the mask, with its least and greatest
 * elevation and its steepest slope. A stretch contains no crossing if the elevation stays above or
 * below that part. It also contains none if the heights a and b above the mask at its ends have the
 * same sign and {@code |a| + |b| > L h}, because they change by at most {@code L = w (1 + slope /
 * cos(el))} a second. Otherwise the stretch is halved, down to {@link #SHORTEST_SECONDS}, where a
 * change of sign counts as one crossing, solved by bisection. A mask has corners, so no stronger
 * bounds exist. A pass or gap shorter than that may be missed.
 */
final class HorizonCrossings extends CrossingFinder {
  private static final double SHORTEST_SECONDS = 0.1;
  private static final double TIME_TOLERANCE_SECONDS = 1e-7;

  /**
   * The elevation beyond which, near zenith and nadir, the rate of the azimuth has no useful bound.
   */
  private static final double STEEPEST_RADIANS = Math.toRadians(89.9);

  @SuppressWarnings("NullAway.Init")
  private ElevationMask mask;

  private double leastRadians;
  private double greatestRadians;

  /** By step and satellite, radians a second. */
  private double[] turnRates = new double[0];

  /** By end and satellite, radians. */
  private double[] azimuths = new double[0];

  private double[] elevations = new double[0];

  /** The elevation above the mask. */
  private double[] heights = new double[0];

  private final double[] meters = new double[3];

  /** The look angles of the latest {@link #height}. */
  @SuppressWarnings("NullAway.Init")
  private LookAngles angles;

  @Override
  void boundSteps(ElevationMask newMask) {
    mask = newMask;
    leastRadians = mask.leastElevationRadians();
    greatestRadians = mask.greatestElevationRadians();
    if (azimuths.length != block.xMeters().length
        || turnRates.length != block.steps() * block.satellites()) {
      turnRates = new double[block.steps() * block.satellites()];
      azimuths = new double[block.xMeters().length];
      elevations = new double[azimuths.length];
      heights = new double[azimuths.length];
    }
    for (int i = 0; i < turnRates.length; i++) {
      turnRates[i] =
          block.greatestSpeedsMetersPerSecond()[i]
              / leastDistanceMeters(block.leastRadiiMeters()[i]);
    }
  }

  @Override
  void evaluateEnds() {
    for (int i = 0; i < heights.length; i++) {
      heights[i] = height(block.xMeters()[i], block.yMeters()[i], block.zMeters()[i]);
      azimuths[i] = angles.azimuthRadians();
      elevations[i] = angles.elevationRadians();
    }
  }

  /** Returns the elevation above the mask, in radians. */
  private double height(double xMeters, double yMeters, double zMeters) {
    angles = site.lookAngles(xMeters, yMeters, zMeters);
    return angles.elevationRadians() - mask.elevationRadians(angles.azimuthRadians());
  }

  @Override
  boolean inViewAtEnd(int index) {
    return heights[index] >= 0;
  }

  @Override
  void searchStep(int step) {
    int satellites = block.satellites();
    for (int j = 0; j < satellites; j++) {
      int left = step * satellites + j;
      int right = left + satellites;
      search(
          step,
          j,
          0,
          azimuths[left],
          elevations[left],
          heights[left],
          1,
          elevations[right],
          heights[right]);
    }
  }

  private void search(
      int step,
      int satellite,
      double tauA,
      double azimuthA,
      double elevationA,
      double a,
      double tauB,
      double elevationB,
      double b) {
    double seconds = (tauB - tauA) * block.stepSeconds();
    boolean crosses = (a >= 0) != (b >= 0);
    double turnRadians = turnRates[step * block.satellites() + satellite] * seconds;
    if (!crosses && nothingHides(turnRadians, azimuthA, elevationA, a, elevationB, b)) {
      return;
    }
    if (seconds < SHORTEST_SECONDS) {
      if (crosses) {
        found(satellite, root(step, satellite, tauA, a, tauB), b >= 0);
      }
      return;
    }
    double middle = 0.5 * (tauA + tauB);
    double m = height(step, satellite, middle);
    double azimuthM = angles.azimuthRadians();
    double elevationM = angles.elevationRadians();
    search(step, satellite, tauA, azimuthA, elevationA, a, middle, elevationM, m);
    search(step, satellite, middle, azimuthM, elevationM, m, tauB, elevationB, b);
  }

  /**
   * Returns true only if a stretch contains no crossing. The heights at its ends have the same
   * sign.
   *
   * @param turnRadians the greatest length of the path over the sky
   */
  boolean nothingHides(
      double turnRadians,
      double azimuthA,
      double elevationA,
      double a,
      double elevationB,
      double b) {
    double low = 0.5 * (elevationA + elevationB - turnRadians);
    double high = 0.5 * (elevationA + elevationB + turnRadians);
    if (low > greatestRadians || high < leastRadians) {
      return true;
    }
    if (high > STEEPEST_RADIANS || low < -STEEPEST_RADIANS) {
      return false;
    }
    double cosine = Math.min(Math.cos(low), Math.cos(high));
    ElevationMask.Stretch part = mask.stretch(azimuthA, turnRadians / cosine);
    return low > part.greatestElevationRadians()
        || high < part.leastElevationRadians()
        || Math.abs(a) + Math.abs(b) > turnRadians * (1 + part.steepestSlope() / cosine);
  }

  private double root(int step, int satellite, double tauA, double a, double tauB) {
    double low = tauA;
    double high = tauB;
    while ((high - low) * block.stepSeconds() > TIME_TOLERANCE_SECONDS) {
      double middle = 0.5 * (low + high);
      if ((height(step, satellite, middle) >= 0) == (a >= 0)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private double height(int step, int satellite, double tau) {
    block.position(step, satellite, tau, meters);
    return height(meters[0], meters[1], meters[2]);
  }
}
