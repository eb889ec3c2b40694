package dev.skytally.orbit;

import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.site.GroundSite;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.errors.OrekitException;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;

/**
 * A stretch of time without a gap over which an orbit is known.
 *
 * <p>Before and after it, the orbit continues as an ellipse from its first and last state. This is
 * only for interpolation: half days have nodes before and after the window.
 */
final class OrbitArc implements PositionSource {
  private static final double MU = Constants.WGS84_EARTH_MU;
  private static final Vector3D EARTH_ROTATION =
      new Vector3D(0, 0, Constants.WGS84_EARTH_ANGULAR_VELOCITY);

  private final EarthFixedMotion motion;
  private final Stretch known;
  private final KeplerianOrbit before;
  private final KeplerianOrbit after;

  /**
   * Creates an arc of Earth-fixed motion.
   *
   * @param known when the motion is known
   * @throws PropagationException if it gives no state at an end, or no ellipse above ground
   */
  OrbitArc(EarthFixedMotion motion, Stretch known) throws PropagationException {
    this.motion = motion;
    this.known = known;
    before = ellipse(OrekitContext.date(known.from()));
    after = ellipse(OrekitContext.date(known.to()));
  }

  /**
   * Returns the ellipse at an instant, in the non-rotating frame that agrees with the Earth-fixed
   * one at that instant.
   */
  private KeplerianOrbit ellipse(AbsoluteDate date) throws PropagationException {
    PVCoordinates fixed = ask(motion, date);
    Vector3D velocity =
        fixed.getVelocity().add(Vector3D.crossProduct(EARTH_ROTATION, fixed.getPosition()));
    KeplerianOrbit ellipse;
    try {
      ellipse =
          new KeplerianOrbit(
              new CartesianOrbit(
                  new PVCoordinates(fixed.getPosition(), velocity),
                  OrekitContext.temeByName(),
                  date,
                  MU));
    } catch (OrekitException | MathRuntimeException e) {
      throw new PropagationException("its orbit is not an ellipse: " + e.getMessage());
    }
    if (!(ellipse.getE() < 1)) {
      throw new PropagationException("its orbit is not an ellipse");
    }
    return ellipse;
  }

  /** Returns the state of a motion, which must be above ground. */
  static PVCoordinates ask(EarthFixedMotion motion, AbsoluteDate date) throws PropagationException {
    PVCoordinates coordinates;
    try {
      coordinates = motion.at(date);
    } catch (OrekitException | MathRuntimeException e) {
      throw new PropagationException("its orbit cannot be flown: " + e.getMessage());
    }
    double radius = coordinates.getPosition().getNorm();
    if (!(radius > GroundSite.EQUATORIAL_RADIUS_METERS && radius < Double.POSITIVE_INFINITY)) {
      throw new PropagationException("its orbit meets the Earth or breaks down");
    }
    return coordinates;
  }

  Stretch known() {
    return known;
  }

  /** Returns the ellipse before the arc. */
  KeplerianOrbit before() {
    return before;
  }

  @Override
  public void propagate(PropagationNodes nodes, double[][] positions) throws PropagationException {
    for (int k = 0; k < nodes.count(); k++) {
      Vector3D position = position(nodes.date(k));
      positions[0][k] = position.getX();
      positions[1][k] = position.getY();
      positions[2][k] = position.getZ();
    }
  }

  @Override
  public boolean isSmooth() {
    return false;
  }

  private Vector3D position(AbsoluteDate date) throws PropagationException {
    if (date.isBefore(before.getDate())) {
      return continued(before, date);
    }
    return date.isAfter(after.getDate()) ? continued(after, date) : ask(motion, date).getPosition();
  }

  private static Vector3D continued(KeplerianOrbit ellipse, AbsoluteDate date) {
    double seconds = date.durationFrom(ellipse.getDate());
    Vector3D inertial = ellipse.shiftedBy(seconds).getPosition();
    double turnedRadians = Constants.WGS84_EARTH_ANGULAR_VELOCITY * seconds;
    double sine = Math.sin(turnedRadians);
    double cosine = Math.cos(turnedRadians);
    return new Vector3D(
        cosine * inertial.getX() + sine * inertial.getY(),
        cosine * inertial.getY() - sine * inertial.getX(),
        inertial.getZ());
  }
}
