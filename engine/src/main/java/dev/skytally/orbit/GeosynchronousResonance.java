package dev.skytally.orbit;

import java.util.Arrays;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEConstants;

/**
 * The resonance of an orbit of about a day with the Earth's uneven equator, as in SDP4. Units are
 * radians and minutes.
 *
 * <p>How it works: the mean longitude l over the rotating Earth and the mean motion n follow
 *
 * <pre>
 *   l' = n + drift
 *   n' = d1 sin(l - p1) + d2 sin(2 l - p2) + d3 sin(3 l - p3)
 * </pre>
 *
 * which SDP4 integrates from the epoch by Taylor steps of second order, each of {@link
 * #STEP_MINUTES}, and a shorter one at the end. The whole steps are kept, so a later instant does
 * not need another integration from the epoch. Formulas: Hoots and Roehrich, Spacetrack Report No.
 * 3 (1980), and Hujsak, report No. 1 (1979); constants: Orekit's.
 */
final class GeosynchronousResonance {
  static final double STEP_MINUTES = 720;

  private static final double FIRST_PHASE = Math.atan2(TLEConstants.S_FASX2, TLEConstants.C_FASX2);
  private static final double SECOND_PHASE =
      Math.atan2(TLEConstants.S_2FASX4, TLEConstants.C_2FASX4);
  private static final double THIRD_PHASE =
      Math.atan2(TLEConstants.S_3FASX6, TLEConstants.C_3FASX6);

  private final double firstHarmonic;
  private final double secondHarmonic;
  private final double thirdHarmonic;
  private final double drift;
  private final Course future;
  private final Course past;

  /** The latest request. */
  private double longitude;

  private double meanMotion;

  /**
   * Creates the resonance of an orbit.
   *
   * @param meanMotion of the epoch, as SDP4 recovers it
   * @param semiMajorAxisEarthRadii as SDP4 recovers it
   * @param longitude of the epoch
   * @param nextLongitude one step after the epoch
   */
  GeosynchronousResonance(
      TLE elements,
      double meanMotion,
      double semiMajorAxisEarthRadii,
      double longitude,
      double nextLongitude) {
    double e2 = elements.getE() * elements.getE();
    double sine = Math.sin(elements.getI());
    double cosine = Math.cos(elements.getI());
    double f220 = 0.75 * (1 + cosine) * (1 + cosine);
    double f311 = 0.9375 * sine * sine * (1 + 3 * cosine) - 0.75 * (1 + cosine);
    double f330 = 2.5 * f220 * (1 + cosine);
    double g200 = 1 + e2 * (-2.5 + 0.8125 * e2);
    double g300 = 1 + e2 * (-6 + 6.60937 * e2);
    double g310 = 1 + 2 * e2;
    double scale =
        3 * meanMotion * meanMotion / (semiMajorAxisEarthRadii * semiMajorAxisEarthRadii);
    firstHarmonic = scale * f311 * g310 * TLEConstants.Q31 / semiMajorAxisEarthRadii;
    secondHarmonic = 2 * scale * f220 * g200 * TLEConstants.Q22;
    thirdHarmonic = 3 * scale * f330 * g300 * TLEConstants.Q33 / semiMajorAxisEarthRadii;
    double fromAcceleration = acceleration(longitude) * STEP_MINUTES / 2;
    drift = (nextLongitude - longitude) / STEP_MINUTES - fromAcceleration - meanMotion;
    future = new Course(STEP_MINUTES, longitude, meanMotion);
    past = new Course(-STEP_MINUTES, longitude, meanMotion);
  }

  /**
   * Sets {@link #longitude} and {@link #meanMotion} to their values some minutes after the epoch.
   */
  void moveTo(double minutes) {
    (minutes < 0 ? past : future).moveTo(minutes);
  }

  double longitudeRadians() {
    return longitude;
  }

  double meanMotionRadiansPerMinute() {
    return meanMotion;
  }

  private double acceleration(double longitude) {
    return firstHarmonic * Math.sin(longitude - FIRST_PHASE)
        + secondHarmonic * Math.sin(2 * longitude - SECOND_PHASE)
        + thirdHarmonic * Math.sin(3 * longitude - THIRD_PHASE);
  }

  /** Returns the derivative of the acceleration with respect to the longitude. */
  private double accelerationSlope(double longitude) {
    return firstHarmonic * Math.cos(longitude - FIRST_PHASE)
        + 2 * secondHarmonic * Math.cos(2 * longitude - SECOND_PHASE)
        + 3 * thirdHarmonic * Math.cos(3 * longitude - THIRD_PHASE);
  }

  /** The steps from the epoch in one direction of time, as far as computed. */
  private final class Course {
    private final double stepMinutes;
    private double[] longitudes = new double[16];
    private double[] meanMotions = new double[16];
    private int known = 1;

    /** The number of the step that the next two fields belong to. */
    private int step = -1;

    private double acceleration;
    private double jerk;

    Course(double stepMinutes, double longitudeAtEpoch, double meanMotionAtEpoch) {
      this.stepMinutes = stepMinutes;
      longitudes[0] = longitudeAtEpoch;
      meanMotions[0] = meanMotionAtEpoch;
    }

    void moveTo(double minutes) {
      int wanted = (int) (minutes / stepMinutes);
      while (known <= wanted) {
        know(known);
      }
      begin(wanted);
      goOn(minutes - wanted * stepMinutes);
    }

    private void know(int next) {
      if (next == longitudes.length) {
        longitudes = Arrays.copyOf(longitudes, 2 * next);
        meanMotions = Arrays.copyOf(meanMotions, 2 * next);
      }
      begin(next - 1);
      goOn(stepMinutes);
      longitudes[next] = longitude;
      meanMotions[next] = meanMotion;
      known = next + 1;
    }

    private void begin(int wanted) {
      if (step != wanted) {
        step = wanted;
        acceleration = acceleration(longitudes[step]);
        jerk = accelerationSlope(longitudes[step]) * (meanMotions[step] + drift);
      }
    }

    private void goOn(double minutes) {
      double halfSquare = minutes * minutes / 2;
      longitude =
          longitudes[step] + minutes * (meanMotions[step] + drift) + halfSquare * acceleration;
      meanMotion = meanMotions[step] + minutes * acceleration + halfSquare * jerk;
    }
  }
}
