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

/**
 * Propagates one element set with Orekit's SGP4 and SDP4 to Earth-fixed (ITRF) positions.
 *
 * <p>Not safe for use by several threads at once: Orekit's propagator keeps its last state.
 */
final class ElementSetPropagator implements PositionSource {
  private static final double RADIANS_PER_SECOND = Math.PI / 43_200;
  private static final double SECONDS_PER_DAY = 86_400;

  private final TLEPropagator propagator;

  /**
   * Creates a propagator of an element set.
   *
   * @param elements the element set
   * @throws PropagationException if SGP4 cannot start from it
   */
  ElementSetPropagator(ElementSet elements) throws PropagationException {
    try {
      TLE tle = orekitTle(elements);
      propagator =
          GeosynchronousPropagator.suits(tle)
              ? new GeosynchronousPropagator(tle, OrekitContext.temeByName())
              : TLEPropagator.selectExtrapolator(tle, OrekitContext.temeByName());
    } catch (OrekitException e) {
      throw new PropagationException("SGP4 cannot start from it: " + e.getMessage());
    }
  }

  static TLE orekitTle(ElementSet elements) {
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
        OrekitContext.date(elements.epoch()),
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
   * Computes Earth-fixed positions at every node. SGP4's velocities are not used: they ignore the
   * rates of some periodic terms, and so are not the derivatives of its positions.
   *
   * @param positions receives three arrays of x, y and z in metres, one number a node, all finite
   * @throws PropagationException if the orbit breaks down or meets the Earth at a node
   */
  @Override
  public void propagate(PropagationNodes nodes, double[][] positions) throws PropagationException {
    for (int k = 0; k < nodes.count(); k++) {
      Vector3D teme = temePosition(nodes.date(k));
      double[] m = nodes.matrix(k);
      for (int axis = 0; axis < positions.length; axis++) {
        int row = 3 * axis;
        positions[axis][k] =
            m[row] * teme.getX() + m[row + 1] * teme.getY() + m[row + 2] * teme.getZ();
      }
    }
  }

  @Override
  public boolean isSmooth() {
    return true;
  }

  private Vector3D temePosition(AbsoluteDate date) throws PropagationException {
    Vector3D position;
    try {
      position = propagator.getPVCoordinates(date).getPosition();
    } catch (OrekitException e) {
      throw new PropagationException("SGP4 breaks down on " + day(date) + ": " + e.getMessage());
    }
    double radiusSquared = position.getNormSq();
    double least = GroundSite.EQUATORIAL_RADIUS_METERS;
    if (!(radiusSquared > least * least && radiusSquared < Double.POSITIVE_INFINITY)) {
      throw new PropagationException("its orbit meets the Earth or breaks down on " + day(date));
    }
    return position;
  }

  private static String day(AbsoluteDate date) {
    return date.getComponents(OrekitContext.utc()).getDate().toString();
  }
}
