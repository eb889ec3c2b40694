package dev.skytally.orbit;

import dev.skytally.elements.ElementSet;
import dev.skytally.site.GroundSite;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.errors.OrekitException;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Flies one element set by Orekit's SGP4 and SDP4, and gives Earth-fixed positions and velocities.
 *
 * <p>Not safe for use by several threads at once: Orekit's propagator keeps its last state.
 */
public final class ElementSetPropagator {
  /** Numbers in each state: position and velocity, three each. */
  public static final int STATE_SIZE = 6;

  private static final double RADIANS_PER_SECOND = Math.PI / 43_200;
  private static final double SECONDS_PER_DAY = 86_400;

  private final TLEPropagator propagator;

  /**
   * Readies an element set.
   *
   * @throws PropagationException if SGP4 cannot start from it
   */
  public ElementSetPropagator(ElementSet elements) throws PropagationException {
    try {
      propagator = TLEPropagator.selectExtrapolator(orekitForm(elements), OrekitContext.teme());
    } catch (OrekitException e) {
      throw new PropagationException("SGP4 cannot start from it: " + e.getMessage());
    }
  }

  static TLE orekitForm(ElementSet elements) {
    double meanMotion = elements.meanMotionRevolutionsPerDay() * RADIANS_PER_SECOND;
    double meanMotionDot =
        elements.meanMotionDotRevolutionsPerDaySquared() * 2 * RADIANS_PER_SECOND / SECONDS_PER_DAY;
    double meanMotionDdot =
        elements.meanMotionDdotRevolutionsPerDayCubed()
            * 6
            * RADIANS_PER_SECOND
            / (SECONDS_PER_DAY * SECONDS_PER_DAY);
    LocalDate epochDay = LocalDate.ofInstant(elements.epoch(), ZoneOffset.UTC);
    return new TLE(
        elements.catalogNumber(),
        elements.classification(),
        epochDay.getYear(),
        1,
        "A",
        TLE.DEFAULT,
        elements.elementSetNumber(),
        new AbsoluteDate(elements.epoch(), OrekitContext.utc()),
        meanMotion,
        meanMotionDot,
        meanMotionDdot,
        elements.eccentricity(),
        Math.toRadians(elements.inclinationDegrees()),
        Math.toRadians(elements.argumentOfPerigeeDegrees()),
        Math.toRadians(elements.rightAscensionDegrees()),
        Math.toRadians(elements.meanAnomalyDegrees()),
        elements.revolutionNumber(),
        elements.bstarPerEarthRadius(),
        OrekitContext.utc());
  }

  /**
   * Earth-fixed states at every node.
   *
   * @param states receives x, y, z in metres and their rates in metres a second for each node in
   *     turn: {@code nodes.count() * STATE_SIZE} numbers, all finite
   * @throws PropagationException if the orbit breaks down or meets the Earth at a node
   */
  public void propagate(PropagationNodes nodes, double[] states) throws PropagationException {
    for (int k = 0; k < nodes.count(); k++) {
      PVCoordinates teme = temeState(nodes.date(k));
      Vector3D p = teme.getPosition();
      Vector3D v = teme.getVelocity();
      double sine = nodes.sine(k);
      double cosine = nodes.cosine(k);
      double x = cosine * p.getX() + sine * p.getY();
      double y = cosine * p.getY() - sine * p.getX();
      double rotation = PropagationNodes.EARTH_ROTATION_RADIANS_PER_SECOND;
      int at = k * STATE_SIZE;
      states[at] = x;
      states[at + 1] = y;
      states[at + 2] = p.getZ();
      states[at + 3] = cosine * v.getX() + sine * v.getY() + rotation * y;
      states[at + 4] = cosine * v.getY() - sine * v.getX() - rotation * x;
      states[at + 5] = v.getZ();
    }
  }

  private PVCoordinates temeState(AbsoluteDate date) throws PropagationException {
    PVCoordinates state;
    try {
      state = propagator.getPVCoordinates(date);
    } catch (OrekitException e) {
      throw new PropagationException("SGP4 breaks down on " + day(date) + ": " + e.getMessage());
    }
    double radiusSquared = state.getPosition().getNormSq();
    double least = GroundSite.EQUATORIAL_RADIUS_METERS;
    if (!(radiusSquared > least * least
        && radiusSquared < Double.POSITIVE_INFINITY
        && state.getVelocity().getNormSq() < Double.POSITIVE_INFINITY)) {
      throw new PropagationException("its orbit meets the Earth or breaks down on " + day(date));
    }
    return state;
  }

  private static String day(AbsoluteDate date) {
    return date.getComponents(OrekitContext.utc()).getDate().toString();
  }
}
