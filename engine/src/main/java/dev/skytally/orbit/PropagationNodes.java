package dev.skytally.orbit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.TimeOffset;

/**
 * Instants at which Orekit is asked, and how the Earth is turned at each: found once and shared by
 * all satellites.
 */
public final class PropagationNodes {
  private final AbsoluteDate[] dates;
  private final double[][] matrices;
  private final Instant utcOfLast;

  /**
   * Nodes at an instant and at some distances from it. A leap second between two nodes is not left
   * out, so that positions over time stay smooth up to the last node.
   *
   * @param utcMicros microseconds since 1970-01-01T00:00:00 UTC, without leap seconds: the first is
   *     an instant, the others less the first are distances
   */
  public PropagationNodes(long[] utcMicros, EarthOrientation orientation) {
    int count = utcMicros.length;
    dates = new AbsoluteDate[count];
    matrices = new double[count][];
    utcOfLast = utc(utcMicros[count - 1]);
    Instant begin = utc(utcMicros[0]);
    AbsoluteDate beginDate = OrekitContext.date(begin);
    for (int k = 0; k < count; k++) {
      long micros = utcMicros[k] - utcMicros[0];
      dates[k] = beginDate.shiftedBy(new TimeOffset(micros, TimeOffset.MICROSECOND));
      matrices[k] = orientation.matrix(dates[k], utc(utcMicros[k]));
    }
  }

  private static Instant utc(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /**
   * Whether a leap second lies between the first node and the last one, which is then not the
   * instant of its UTC: that comes a second later.
   */
  public boolean leapSecondWithin() {
    return !dates[count() - 1].equals(OrekitContext.date(utcOfLast));
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
