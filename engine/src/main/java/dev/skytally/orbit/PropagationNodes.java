package dev.skytally.orbit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.time.AbsoluteDate;

/**
 * Instants at which Orekit is asked, and how the Earth is turned at each: found once and shared by
 * all satellites.
 */
public final class PropagationNodes {
  private final AbsoluteDate[] dates;
  private final double[][] matrices;

  /**
   * Nodes at the given instants.
   *
   * @param utcMicros microseconds since 1970-01-01T00:00:00 UTC, without leap seconds
   */
  public PropagationNodes(long[] utcMicros, EarthOrientation orientation) {
    int count = utcMicros.length;
    dates = new AbsoluteDate[count];
    matrices = new double[count][];
    for (int k = 0; k < count; k++) {
      Instant utc = Instant.EPOCH.plus(utcMicros[k], ChronoUnit.MICROS);
      dates[k] = new AbsoluteDate(utc, OrekitContext.utc());
      matrices[k] = orientation.matrix(dates[k]);
    }
  }

  int count() {
    return dates.length;
  }

  AbsoluteDate date(int node) {
    return dates[node];
  }

  /** From TEME to Earth-fixed, row by row. */
  double[] matrix(int node) {
    return matrices[node];
  }
}
