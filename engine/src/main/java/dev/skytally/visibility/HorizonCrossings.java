package dev.skytally.visibility;

import dev.skytally.ephemeris.EphemerisBlock;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.LocalHorizon;
import dev.skytally.site.LookAngles;

/**
 * Crossings of a mask by azimuth: the slower path.
 *
 * <p>How it works. The line of sight turns by at most {@code w = V / D} radians a second (V the
 * satellite's greatest speed over the step, D its least distance from any site), so in a time h the
 * elevation changes by at most w h. As long as it stays above the mask's greatest or below its
 * least elevation there is nothing to find. In between, the azimuth turns by at most {@code w /
 * cos(el)}, so {@code elevation - mask(azimuth)} changes by at most {@code L = w (1 + slope /
 * cos(el))} a second. A stretch with the values a and b of the same sign at its ends holds no
 * crossing if {@code |a| + |b| > L h}; otherwise it is halved, down to {@link #SHORTEST_SECONDS},
 * where a change of sign counts as one crossing, solved by bisection. A mask has corners, so
 * nothing stronger than this bound holds; a pass or gap shorter than that may be missed.
 */
final class HorizonCrossings extends CrossingFinder {
  private static final double SHORTEST_SECONDS = 0.1;
  private static final double TIME_TOLERANCE_SECONDS = 1e-7;

  /** Nearer to zenith and nadir the azimuth turns without a useful bound. */
  private static final double STEEPEST_RADIANS = Math.toRadians(89.9);

  private final ElevationMask mask;
  private final double leastRadians;
  private final double greatestRadians;
  private final double steepestSlope;
  private EphemerisBlock block;
  private LocalHorizon site;

  /** By step and satellite, radians a second. */
  private double[] turnRates = new double[0];

  /** Elevation and elevation above the mask, by end and satellite. */
  private double[] elevations = new double[0];

  private double[] heights = new double[0];

  private final double[] state = new double[6];
  private double elevation;

  HorizonCrossings(ElevationMask mask) {
    this.mask = mask;
    leastRadians = mask.leastElevationRadians();
    greatestRadians = mask.greatestElevationRadians();
    steepestSlope = mask.steepestSlope();
  }

  @Override
  EphemerisBlock block() {
    return block;
  }

  @Override
  public void prepare(EphemerisBlock block) {
    this.block = block;
    turnRates = new double[block.steps() * block.satellites()];
    elevations = new double[block.xMeters().length];
    heights = new double[elevations.length];
    for (int i = 0; i < turnRates.length; i++) {
      turnRates[i] =
          block.greatestSpeedsMetersPerSecond()[i]
              / leastDistanceMeters(block.leastRadiiMeters()[i]);
    }
  }

  @Override
  void evaluateEnds(LocalHorizon site) {
    this.site = site;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = height(block.xMeters()[i], block.yMeters()[i], block.zMeters()[i]);
      elevations[i] = elevation;
    }
  }

  /** Elevation above the mask, radians; the elevation itself is left in {@link #elevation}. */
  private double height(double xMeters, double yMeters, double zMeters) {
    LookAngles angles = LookAngles.of(site, xMeters, yMeters, zMeters);
    elevation = angles.elevationRadians();
    return elevation - mask.elevationRadians(angles.azimuthRadians());
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
      search(step, j, 0, elevations[left], heights[left], 1, elevations[right], heights[right]);
    }
  }

  private void search(
      int step,
      int satellite,
      double tauA,
      double elevationA,
      double a,
      double tauB,
      double elevationB,
      double b) {
    double seconds = (tauB - tauA) * block.stepSeconds();
    boolean crosses = (a >= 0) != (b >= 0);
    if (!crosses && nothingHides(step, satellite, seconds, elevationA, a, elevationB, b)) {
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
    double elevationM = elevation;
    search(step, satellite, tauA, elevationA, a, middle, elevationM, m);
    search(step, satellite, middle, elevationM, m, tauB, elevationB, b);
  }

  private boolean nothingHides(
      int step,
      int satellite,
      double seconds,
      double elevationA,
      double a,
      double elevationB,
      double b) {
    double turnRate = turnRates[step * block.satellites() + satellite];
    double reach = turnRate * seconds / 2;
    double low = Math.min(elevationA, elevationB) - reach;
    double high = Math.max(elevationA, elevationB) + reach;
    if (low > greatestRadians || high < leastRadians) {
      return true;
    }
    if (high > STEEPEST_RADIANS || low < -STEEPEST_RADIANS) {
      return false;
    }
    double cosine = Math.min(Math.cos(low), Math.cos(high));
    double greatestRate = turnRate * (1 + steepestSlope / cosine);
    return Math.abs(a) + Math.abs(b) > greatestRate * seconds;
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
    block.state(step, satellite, tau, state);
    return height(state[0], state[1], state[2]);
  }
}
