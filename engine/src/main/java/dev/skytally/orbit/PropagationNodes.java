package dev.skytally.orbit;

import java.time.Instant;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.TimeScalarFunction;

/**
 * Equally spaced instants at which Orekit is asked, and the Earth's rotation at each: computed once
 * and shared by all satellites.
 *
 * <p>Without Earth-orientation parameters the way from TEME to Earth-fixed is one rotation about
 * the pole, by Greenwich mean sidereal time of 1982. Orekit's full chain of frames differs from it
 * by at most 5 m at navigation satellites' height, since what the nutation adds on the way it takes
 * away again ({@code EarthRotationTest}).
 *
 * <p>Nodes lie at whole multiples of the step since 1970-01-01T00:00:00 UTC, so that overlapping
 * windows share them.
 */
public final class PropagationNodes {
  /**
   * One turn and a bit a day: d(GMST)/d(UT1) of Aoki et al., Astron. Astrophys. 105 (1982), 359.
   */
  static final double EARTH_ROTATION_RADIANS_PER_SECOND = 2 * Math.PI * 1.002737909350795 / 86_400;

  private static final TimeScalarFunction SIDEREAL_TIME = OrekitContext.greenwichMeanSiderealTime();

  private final AbsoluteDate[] dates;
  private final double[] sines;
  private final double[] cosines;

  /**
   * Nodes {@code first}, {@code first + 1}, ... of a grid.
   *
   * @param stepSeconds the spacing of the grid
   */
  public PropagationNodes(long first, int count, int stepSeconds) {
    dates = new AbsoluteDate[count];
    sines = new double[count];
    cosines = new double[count];
    for (int k = 0; k < count; k++) {
      Instant utc = Instant.ofEpochSecond((first + k) * stepSeconds);
      dates[k] = new AbsoluteDate(utc, OrekitContext.utc());
      double siderealTimeRadians = SIDEREAL_TIME.value(dates[k]);
      sines[k] = Math.sin(siderealTimeRadians);
      cosines[k] = Math.cos(siderealTimeRadians);
    }
  }

  public int count() {
    return dates.length;
  }

  AbsoluteDate date(int node) {
    return dates[node];
  }

  double sine(int node) {
    return sines[node];
  }

  double cosine(int node) {
    return cosines[node];
  }
}
