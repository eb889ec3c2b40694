package dev.skytally.orbit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.TimeOffset;

/**
 * The instants at which Orekit propagates, with the orientation of the Earth at each. All
 * satellites share them.
 *
 * <p>Immutable.
 */
public final class PropagationNodes {
  private final AbsoluteDate[] dates;
  private final double[][] matrices;
  private final Instant utcOfLast;

  /**
   * Creates nodes at an instant and at some distances from it. A leap second between two nodes
   * counts as elapsed time, so the positions stay smooth up to the last node.
   *
   * @param utcMicros microseconds since 1970-01-01T00:00:00 UTC, without leap seconds: the first is
   *     an instant, the others less the first are distances
   * @param orientation the orientation
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
   * {@return whether a leap second lies between the first node and the last one} Then the last node
   * is one second before the instant that its UTC names.
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

  /** Returns the rotation matrix from TEME to Earth-fixed at a node, row by row. */
  double[] matrix(int node) {
    return matrices[node];
  }
}
