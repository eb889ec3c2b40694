package dev.skytally.internal.visibility;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.site.ElevationMask;

/**
 * The kernel: a finder of the crossings of a mask that is the same all around.
 *
 * <p>How it works. The margin {@code f(t) = d.u - sin(mask) |d|} (d from the site to the satellite,
 * u the zenith) has the sign of "elevation minus mask". It is evaluated at the ends of all steps,
 * in one loop over arrays. Between them it differs from its chord by at most {@code guard =
 * max|f''| h^2 / 8} (the error of linear interpolation), with
 *
 * <pre>
 *   |f''| <= (1 + |sin mask|) A + |sin mask| V^2 / D
 * </pre>
 *
 * where A and V bound the satellite's Earth-fixed acceleration and speed over the step and D is its
 * least possible distance from any site. So, for a step with the margins a and b at its ends,
 *
 * <ul>
 *   <li>same sign and min(|a|, |b|) > guard: no crossing;
 *   <li>other sign and |b - a| > 4 guard: f is monotone, so exactly one crossing: solved by
 *       Newton's method, kept inside the bracket, until the bound on its error is below {@link
 *       #TIME_TOLERANCE_SECONDS};
 *   <li>otherwise the step is halved, which divides the guard by four, and both halves are
 *       searched.
 * </ul>
 *
 * <p>So no pass or gap is missed down to {@link #SHORTEST_SECONDS}, where the search ends; a
 * shorter one rises above (or dips below) the mask by less than a micrometre. A crossing that
 * barely grazes the mask may be found only at the end of the search, and then its time is the
 * middle of that last interval: off by up to 0.5 ms instead of the tolerance.
 */
final class ConstantMaskCrossings extends CrossingFinder {
  private static final double TIME_TOLERANCE_SECONDS = 4e-7;
  private static final double SHORTEST_SECONDS = 1e-3;

  private double sinMask;

  /** By step and satellite. */
  private double[] guards = new double[0];

  /** By end and satellite. */
  private double[] margins = new double[0];

  private int[] candidates = new int[0];
  private double slope;

  @Override
  void boundSteps(ElevationMask mask) {
    sinMask = Math.sin(mask.leastElevationRadians());
    if (margins.length != block.xMeters().length || candidates.length != block.satellites()) {
      guards = new double[block.steps() * block.satellites()];
      margins = new double[block.xMeters().length];
      candidates = new int[block.satellites()];
    }
    double sine = Math.abs(sinMask);
    for (int i = 0; i < guards.length; i++) {
      double acceleration = block.greatestAccelerationsMetersPerSecondSquared()[i];
      double speed = block.greatestSpeedsMetersPerSecond()[i];
      double distance = leastDistanceMeters(block.leastRadiiMeters()[i]);
      double curvature = (1 + sine) * acceleration + sine * speed * speed / distance;
      guards[i] = curvature * block.stepSeconds() * block.stepSeconds() / 8;
    }
  }

  @Override
  void evaluateEnds() {
    margins(block.xMeters(), block.yMeters(), block.zMeters(), site, sinMask, margins);
  }

  /**
   * Evaluates the margins at the ends of all steps. The arrays are arguments, because C2 does not
   * vectorise the loop if it reads fields.
   */
  static void margins(
      double[] x, double[] y, double[] z, LocalHorizon site, double sinMask, double[] margins) {
    double siteX = site.xMeters;
    double siteY = site.yMeters;
    double siteZ = site.zMeters;
    double upX = site.upX;
    double upY = site.upY;
    double upZ = site.upZ;
    for (int i = 0; i < margins.length; i++) {
      double dx = x[i] - siteX;
      double dy = y[i] - siteY;
      double dz = z[i] - siteZ;
      margins[i] =
          dx * upX + dy * upY + dz * upZ - sinMask * Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }

  @Override
  boolean inViewAtEnd(int index) {
    return margins[index] >= 0;
  }

  /**
   * Searches a step. The satellites to search are collected first without branches, which would be
   * badly predicted: {@code |a + b| - |a - b|} is twice the lesser of |a| and |b|, and negative if
   * the signs differ.
   */
  @Override
  void searchStep(int step) {
    int satellites = block.satellites();
    int left = step * satellites;
    int right = left + satellites;
    int count = 0;
    for (int j = 0; j < satellites; j++) {
      double a = margins[left + j];
      double b = margins[right + j];
      candidates[count] = j;
      count += Math.abs(a + b) - Math.abs(a - b) <= 2 * guards[left + j] ? 1 : 0;
    }
    for (int k = 0; k < count; k++) {
      int j = candidates[k];
      double a = margins[left + j];
      double b = margins[right + j];
      search(j, block.base(step, j), 0, a, 1, b, guards[left + j]);
    }
  }

  private void search(
      int satellite, int base, double tauA, double a, double tauB, double b, double guard) {
    boolean crosses = (a >= 0) != (b >= 0);
    if (!crosses && Math.min(Math.abs(a), Math.abs(b)) > guard) {
      return;
    }
    if (crosses && Math.abs(b - a) > 4 * guard) {
      found(satellite, root(base, tauA, a, tauB, b, guard), b >= 0);
      return;
    }
    double middle = 0.5 * (tauA + tauB);
    if ((tauB - tauA) * block.stepSeconds() < SHORTEST_SECONDS) {
      if (crosses) {
        found(satellite, middle, b >= 0);
      }
      return;
    }
    double m = margin(base, middle);
    search(satellite, base, tauA, a, middle, m, guard / 4);
    search(satellite, base, middle, m, tauB, b, guard / 4);
  }

  /**
   * Solves for the root by Newton's steps, corrected for the curvature that the bracket shows
   * (Halley's method). With the margin f and its slope f', a Newton step c = -f / f' misses the
   * root by at most max|f''| c^2 / (2 |f'|), and the correction is at most as large. So the sum
   * bounds the error.
   */
  private double root(int base, double tauA, double a, double tauB, double b, double guard) {
    double width = tauB - tauA;
    double greatestCurvature = 8 * guard / (width * width);
    double tolerance = TIME_TOLERANCE_SECONDS / block.stepSeconds();
    double low = tauA;
    double high = tauB;
    double atLow = a;
    double atHigh = b;
    double tau = tauA + width * a / (a - b);
    while (high - low > tolerance) {
      double f = margin(base, tau);
      double before = tau - low;
      double after = high - tau;
      double halfCurvature =
          ((atHigh - f) * before - (f - atLow) * after) / (before * after * (high - low));
      if ((f >= 0) == (a >= 0)) {
        low = tau;
        atLow = f;
      } else {
        high = tau;
        atHigh = f;
      }
      double next = tau - f * slope / (slope * slope - f * halfCurvature);
      if (!(next > low && next < high)) {
        tau = 0.5 * (low + high);
        continue;
      }
      tau = next;
      if (greatestCurvature * f * f <= tolerance * Math.abs(slope * slope * slope)) {
        break;
      }
    }
    return tau;
  }

  /** Returns the margin and stores its derivative by tau in {@link #slope}. */
  private double margin(int base, double tau) {
    double[] c = block.coefficients();
    int baseY = base + EphemerisBlock.COEFFICIENTS;
    int baseZ = baseY + EphemerisBlock.COEFFICIENTS;
    int highest = EphemerisBlock.COEFFICIENTS - 1;
    double x = c[base + highest];
    double y = c[baseY + highest];
    double z = c[baseZ + highest];
    double vx = 0;
    double vy = 0;
    double vz = 0;
    for (int power = highest - 1; power >= 0; power--) {
      vx = vx * tau + x;
      vy = vy * tau + y;
      vz = vz * tau + z;
      x = x * tau + c[base + power];
      y = y * tau + c[baseY + power];
      z = z * tau + c[baseZ + power];
    }
    double dx = x - site.xMeters;
    double dy = y - site.yMeters;
    double dz = z - site.zMeters;
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double rangeRate = (dx * vx + dy * vy + dz * vz) / range;
    slope = vx * site.upX + vy * site.upY + vz * site.upZ - sinMask * rangeRate;
    return dx * site.upX + dy * site.upY + dz * site.upZ - sinMask * range;
  }
}
