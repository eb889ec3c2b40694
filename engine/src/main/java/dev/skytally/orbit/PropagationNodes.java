package dev.skytally.orbit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.TimeScalarFunction;

/**
 * Instants at which Orekit is asked, and the Earth's rotation at each: found once and shared by all
 * satellites.
 *
 * <p>Without Earth-orientation parameters the way from TEME to Earth-fixed is one rotation about
 * the pole, by Greenwich mean sidereal time of 1982. Orekit's full chain of frames differs from it
 * by at most 1.1e-5 degrees (5 m at 27,000 km), since what the nutation adds on the way it takes
 * away again ({@code EarthRotationTest}).
 */
public final class PropagationNodes {
  private static final TimeScalarFunction SIDEREAL_TIME = OrekitContext.greenwichMeanSiderealTime();

  private final AbsoluteDate[] dates;
  private final double[] sines;
  private final double[] cosines;

  /**
   * Nodes at the given instants.
   *
   * @param utcMicros microseconds since 1970-01-01T00:00:00 UTC, without leap seconds
   */
  public PropagationNodes(long[] utcMicros) {
    int count = utcMicros.length;
    dates = new AbsoluteDate[count];
    sines = new double[count];
    cosines = new double[count];
    for (int k = 0; k < count; k++) {
      Instant utc = Instant.EPOCH.plus(utcMicros[k], ChronoUnit.MICROS);
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
