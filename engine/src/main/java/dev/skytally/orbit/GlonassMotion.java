package dev.skytally.orbit;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.data.DataContext;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.gnss.data.GLONASSNavigationMessage;
import org.orekit.propagation.numerical.GLONASSNumericalPropagatorBuilder;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.GLONASSDate;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.PVCoordinates;

/**
 * Earth-fixed motion from a GLONASS message, which gives a position and velocity to integrate.
 *
 * <p>Orekit integrates in axes that do not rotate. It takes the Earth's angle as the sidereal time
 * at midnight in Moscow plus the rotation since then. For the result it uses the midnight of the
 * result's own day, but counts the rotation from the midnight of the message's day. If the two days
 * differ, the position is wrong by about one degree: the difference between a day's rotation and a
 * full turn. This class rotates the position back by that angle. {@code docs/decisions.md} has a
 * reproduction.
 */
final class GlonassMotion implements EarthFixedMotion {
  private static final double STEP_SECONDS = 30;

  private final GLONASSNavigationMessage message;
  private final double messageMidnightRadians;

  GlonassMotion(GLONASSNavigationMessage message) {
    this.message = message;
    messageMidnightRadians = midnightRadians(message.getDate());
  }

  @Override
  public PVCoordinates at(AbsoluteDate date) {
    DataContext context = OrekitContext.withFrames();
    Frame inertial = context.getFrames().getGCRF();
    Frame pz90 = context.getFrames().getPZ9011(IERSConventions.IERS_2010, true);
    // True: takes the accelerations by Moon and Sun from the message, not from an ephemeris.
    PVCoordinates turned =
        new GLONASSNumericalPropagatorBuilder(
                new ClassicalRungeKuttaIntegrator(STEP_SECONDS), message, true, context)
            .attitudeProvider(new FrameAlignedProvider(inertial))
            .eci(inertial)
            .build()
            .propagate(date)
            .getPVCoordinates(pz90);
    Rotation back =
        new Rotation(
            Vector3D.PLUS_K,
            midnightRadians(date) - messageMidnightRadians,
            RotationConvention.VECTOR_OPERATOR);
    return new PVCoordinates(
        back.applyTo(turned.getPosition()), back.applyTo(turned.getVelocity()));
  }

  /**
   * Returns the sidereal time at the midnight in Moscow at the start of a date, as Orekit computes
   * it.
   */
  private static double midnightRadians(AbsoluteDate date) {
    return new GLONASSDate(date, OrekitContext.timeScales().getGLONASS()).getGMST();
  }
}
