package dev.skytally.orbit;

import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.frames.Frame;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.analytical.tle.DeepSDP4;
import org.orekit.propagation.analytical.tle.TLE;

/**
 * Orekit's SDP4 for orbits of about a day, for many instants at little more than the cost of few.
 *
 * <p>How it works: such orbits are in resonance with the Earth's gravity. SDP4 integrates the
 * resonance from the epoch in second-order steps of 720 minutes and a shorter one at the end (Hoots
 * and Roehrich, Spacetrack Report No. 3, 1980), and Orekit does so anew at every call. Between two
 * multiples of 720 minutes since epoch, a stretch, the last step always starts from the same state,
 * so there the secular elements are quadratics in time. Three of Orekit's own results give them;
 * every other instant of the stretch follows to rounding. The angles that Orekit hands in enter
 * linearly, so they are zero for the three and added afterwards. A stretch is made from its own
 * bounds alone: the order of calls does not change a bit.
 */
final class GeosynchronousPropagator extends DeepSDP4 {
  private static final double STRETCH_MINUTES = 720;

  /** Well within the 0.8 to 1.2 for which SDP4 integrates a day's resonance. */
  private static final double LEAST_REVOLUTIONS_PER_DAY = 0.9;

  private static final double GREATEST_REVOLUTIONS_PER_DAY = 1.1;

  /** Which of the stretches is at hand, counted from epoch; none before {@link #begin} is set. */
  private double stretch;

  private Secular begin;
  private Secular middle;
  private Secular end;

  /** What the secular effects make of angles of zero; radians and minutes. */
  private record Secular(
      double meanAnomaly,
      double perigeeArgument,
      double node,
      double meanMotion,
      double eccentricity,
      double inclination) {}

  GeosynchronousPropagator(TLE elements, Frame teme) {
    super(elements, FrameAlignedProvider.of(teme), Propagator.DEFAULT_MASS, teme);
  }

  static boolean suits(TLE elements) {
    double revolutionsPerDay = elements.getMeanMotion() * 86_400 / (2 * Math.PI);
    return revolutionsPerDay > LEAST_REVOLUTIONS_PER_DAY
        && revolutionsPerDay < GREATEST_REVOLUTIONS_PER_DAY;
  }

  @Override
  protected void deepSecularEffects(double minutes) {
    double perigeeArgument = omgadf;
    double node = xnode;
    double wanted = Math.floor(minutes / STRETCH_MINUTES);
    if (wanted != stretch || begin == null) {
      load(wanted);
    }
    double at = minutes / STRETCH_MINUTES - stretch;
    double b = (1 - at) * (1 - 2 * at);
    double m = 4 * at * (1 - at);
    double e = at * (2 * at - 1);
    xll =
        b * begin.meanAnomaly
            + m * middle.meanAnomaly
            + e * end.meanAnomaly
            - perigeeArgument
            - node;
    omgadf =
        b * begin.perigeeArgument
            + m * middle.perigeeArgument
            + e * end.perigeeArgument
            + perigeeArgument;
    xnode = b * begin.node + m * middle.node + e * end.node + node;
    xn = b * begin.meanMotion + m * middle.meanMotion + e * end.meanMotion;
    em = b * begin.eccentricity + m * middle.eccentricity + e * end.eccentricity;
    xinc = b * begin.inclination + m * middle.inclination + e * end.inclination;
  }

  private void load(double wanted) {
    begin = wanted == stretch + 1 ? end : secular(wanted);
    middle = secular(wanted + 0.5);
    end = secular(wanted + 1);
    stretch = wanted;
  }

  private Secular secular(double stretches) {
    xll = 0;
    omgadf = 0;
    xnode = 0;
    super.deepSecularEffects(stretches * STRETCH_MINUTES);
    return new Secular(xll, omgadf, xnode, xn, em, xinc);
  }
}
