package dev.skytally.orbit;

import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.frames.Frame;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.analytical.tle.DeepSDP4;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEConstants;

/**
 * Orekit's SDP4 for orbits of about a day, in a time that does not depend on the age of the
 * elements.
 *
 * <p>How it works: such orbits are in resonance with the Earth's gravity. SDP4 integrates this
 * resonance from the epoch in steps of half a day. Orekit repeats all steps at every call; here
 * {@link GeosynchronousResonance} keeps them. The other secular effects of SDP4 are linear in time
 * and follow from two of Orekit's own results. All periodic terms are Orekit's. The order of calls
 * does not change a bit of the result.
 */
final class GeosynchronousPropagator extends DeepSDP4 {
  /** Well within the range 0.8 to 1.2 in which SDP4 integrates the resonance of a day. */
  private static final double LEAST_REVOLUTIONS_PER_DAY = 0.9;

  private static final double GREATEST_REVOLUTIONS_PER_DAY = 1.1;

  /**
   * Orekit's constructor propagates before it has set all fields that its integration depends on.
   */
  private final boolean constructed;

  private final double perigeeArgumentRate;
  private final double nodeRate;
  private final double eccentricityRate;
  private final double inclinationRate;
  private final double siderealAngleAtEpoch;
  private final GeosynchronousResonance resonance;

  /** The angles that the secular effects give for initial angles of zero; radians and minutes. */
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
