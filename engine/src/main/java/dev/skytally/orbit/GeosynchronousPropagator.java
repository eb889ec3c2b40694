package dev.skytally.orbit;

import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.frames.Frame;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.analytical.tle.DeepSDP4;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEConstants;

/**
 * Orekit's SDP4 for orbits of about a day, at the same cost however old the elements are.
 *
 * <p>How it works: such orbits are in resonance with the Earth's gravity, which SDP4 integrates
 * from the epoch in steps of half a day. Orekit does so anew at every call; here {@link
 * GeosynchronousResonance} keeps the steps. What else SDP4 holds for secular is linear in time, and
 * two of Orekit's own results give it; all periodic terms are Orekit's. The order of calls does not
 * change a bit.
 */
final class GeosynchronousPropagator extends DeepSDP4 {
  /** Well within the 0.8 to 1.2 for which SDP4 integrates a day's resonance. */
  private static final double LEAST_REVOLUTIONS_PER_DAY = 0.9;

  private static final double GREATEST_REVOLUTIONS_PER_DAY = 1.1;

  /** Orekit's constructor propagates too, before it has set all that its integration hangs on. */
  private final boolean constructed;

  private final double perigeeArgumentRate;
  private final double nodeRate;
  private final double eccentricityRate;
  private final double inclinationRate;
  private final double siderealAngleAtEpoch;
  private final GeosynchronousResonance resonance;

  /** What the secular effects make of angles of zero; radians and minutes. */
  private record Secular(
      double meanAnomaly,
      double perigeeArgument,
      double node,
      double eccentricity,
      double inclination) {}

  GeosynchronousPropagator(TLE elements, Frame teme) {
    super(elements, FrameAlignedProvider.of(teme), Propagator.DEFAULT_MASS, teme);
    double minutes = GeosynchronousResonance.STEP_MINUTES;
    Secular atEpoch = secular(0);
    Secular later = secular(minutes);
    perigeeArgumentRate = later.perigeeArgument / minutes;
    nodeRate = later.node / minutes;
    eccentricityRate = (later.eccentricity - atEpoch.eccentricity) / minutes;
    inclinationRate = (later.inclination - atEpoch.inclination) / minutes;
    siderealAngleAtEpoch = thetaG(elements.getDate());
    resonance =
        new GeosynchronousResonance(
            elements, xn0dp, a0dp, longitude(0, atEpoch), longitude(minutes, later));
    constructed = true;
  }

  static boolean suits(TLE elements) {
    double revolutionsPerDay = elements.getMeanMotion() * 86_400 / (2 * Math.PI);
    return revolutionsPerDay > LEAST_REVOLUTIONS_PER_DAY
        && revolutionsPerDay < GREATEST_REVOLUTIONS_PER_DAY;
  }

  private Secular secular(double minutes) {
    xll = 0;
    omgadf = 0;
    xnode = 0;
    super.deepSecularEffects(minutes);
    return new Secular(xll, omgadf, xnode, em, xinc);
  }

  private double longitude(double minutes, Secular at) {
    return at.meanAnomaly + at.perigeeArgument + at.node - siderealAngle(minutes);
  }

  private double siderealAngle(double minutes) {
    return siderealAngleAtEpoch + minutes * TLEConstants.THDT;
  }

  @Override
  protected void deepSecularEffects(double minutes) {
    if (!constructed) {
      super.deepSecularEffects(minutes);
      return;
    }
    resonance.moveTo(minutes);
    omgadf += perigeeArgumentRate * minutes;
    xnode += nodeRate * minutes;
    em = tle.getE() + eccentricityRate * minutes;
    xinc = tle.getI() + inclinationRate * minutes;
    xn = resonance.meanMotionRadiansPerMinute();
    xll = resonance.longitudeRadians() + siderealAngle(minutes) - omgadf - xnode;
  }
}
