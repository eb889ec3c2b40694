package dev.skytally.orbit;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.propagation.analytical.gnss.data.GNSSConstants;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Earth-fixed motion of BeiDou's geostationary satellites. Their messages give the orbit in axes
 * that are tilted by five degrees, so that its node is always well defined. Orekit does not rotate
 * it back.
 *
 * <p>How it works. In the non-rotating axes that agree with the Earth-fixed ones at the reference
 * time of the message, the orbit is rotated by -5 degrees about x (BeiDou interface specification
 * B1I 3.0, table 5-11).
 */
final class TiltedMotion implements EarthFixedMotion {
  private static final Vector3D EARTH_ROTATION = new Vector3D(0, 0, GNSSConstants.BEIDOU_AV);
  private static final Rotation TILT =
      new Rotation(Vector3D.PLUS_I, Math.toRadians(-5), RotationConvention.FRAME_TRANSFORM);

  private final EarthFixedMotion untilted;
  private final AbsoluteDate messageDate;

  /** The motion of a message, evaluated like those of other satellites. */
  TiltedMotion(EarthFixedMotion untilted, AbsoluteDate messageDate) {
    this.untilted = untilted;
    this.messageDate = messageDate;
  }

  @Override
  public PVCoordinates at(AbsoluteDate date) throws PropagationException {
    Rotation turn =
        new Rotation(
            Vector3D.PLUS_K,
            GNSSConstants.BEIDOU_AV * date.durationFrom(messageDate),
            RotationConvention.FRAME_TRANSFORM);
    PVCoordinates fixed = untilted.at(date);
    Vector3D inertialVelocity =
        fixed.getVelocity().add(Vector3D.crossProduct(EARTH_ROTATION, fixed.getPosition()));
    Vector3D position = tilted(turn, fixed.getPosition());
    Vector3D velocity =
        tilted(turn, inertialVelocity).subtract(Vector3D.crossProduct(EARTH_ROTATION, position));
    return new PVCoordinates(position, velocity);
  }

  private static Vector3D tilted(Rotation turn, Vector3D vector) {
    return turn.applyTo(TILT.applyTo(turn.applyInverseTo(vector)));
  }
}
