package dev.skytally.orbit;

import dev.skytally.elements.Orbit;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.PVCoordinatesProvider;

/**
 * An orbit that comes from elsewhere than an element set and is known over a stretch of time only:
 * precise positions, broadcast messages, almanacs, or whatever a caller can fly with Orekit.
 *
 * <p>A satellite whose orbit is not known over the whole window of a study is left out of it, with
 * the reason. Beyond the stretch the orbit goes on as an ellipse from its last state, but only for
 * the sake of interpolation: half days have nodes before and after the window.
 *
 * <p>Safe for use by several threads at once if what provides it is.
 */
public final class ProvidedOrbit implements Orbit, PositionSource {
  private static final double MU = Constants.WGS84_EARTH_MU;
  private static final Vector3D EARTH_ROTATION =
      new Vector3D(0, 0, Constants.WGS84_EARTH_ANGULAR_VELOCITY);
  private static final double SECONDS_PER_DAY = 86_400;

  private final EarthFixedMotion motion;
  private final Stretch known;
  private final Stretch told;
  private final Duration slack;
  private final AbsoluteDate knownFrom;
  private final AbsoluteDate knownTo;
  private final KeplerianOrbit before;
  private final KeplerianOrbit after;

  /**
   * An orbit of Earth-fixed motion.
   *
   * @param known when the motion may be asked
   * @param told the times that the positions were told for; the age counts from there
   * @param slack how far a window may go beyond what is known
   */
  ProvidedOrbit(EarthFixedMotion motion, Stretch known, Stretch told, Duration slack)
      throws PropagationException {
    this.motion = motion;
    this.known = known;
    this.told = told;
    this.slack = slack;
    knownFrom = OrekitContext.date(known.from());
    knownTo = OrekitContext.date(known.to());
    before = ellipse(knownFrom);
    after = ellipse(knownTo);
  }

  /**
   * An orbit that Orekit can fly.
   *
   * @param provider asked between the two instants only, by one thread at a time unless several
   *     studies with this orbit run at once
   * @param earthFixed the frame in which it is asked, as an ITRF of the caller's data context; the
   *     Earth is turned by this frame, not by the study's {@link EarthOrientation}
   * @throws PropagationException if it cannot be asked at an end, or flies no ellipse above ground
   */
  public static ProvidedOrbit of(
      PVCoordinatesProvider provider, Frame earthFixed, Instant from, Instant to)
      throws PropagationException {
    Stretch known = new Stretch(from, to);
    return new ProvidedOrbit(
        date -> provider.getPVCoordinates(date, earthFixed), known, known, Duration.ZERO);
  }

  /** The ellipse at an instant, in the frame that does not turn and is Earth-fixed right then. */
  private KeplerianOrbit ellipse(AbsoluteDate date) throws PropagationException {
    PVCoordinates fixed = ask(date);
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
      throw new PropagationException("it flies no ellipse: " + e.getMessage());
    }
    if (!(ellipse.getE() < 1)) {
      throw new PropagationException("it flies no ellipse");
    }
    return ellipse;
  }

  private PVCoordinates ask(AbsoluteDate date) throws PropagationException {
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

  boolean isKnown(Instant from, Instant to) {
    return !from.isBefore(known.from().minus(slack)) && !to.isAfter(known.to().plus(slack));
  }

  void requireKnown(Instant from, Instant to) throws PropagationException {
    if (!isKnown(from, to)) {
      throw new PropagationException(
          "its orbit is known from %s to %s only, not over the whole window"
              .formatted(second(known.from()), second(known.to())));
    }
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The first instant at which it is known. */
  public Instant knownFrom() {
    return known.from();
  }

  /** The last instant at which it is known. */
  public Instant knownTo() {
    return known.to();
  }

  @Override
  public Duration age(Instant at) {
    if (at.isBefore(told.from())) {
      return Duration.between(told.from(), at);
    }
    return at.isAfter(told.to()) ? Duration.between(told.to(), at) : Duration.ZERO;
  }

  @Override
  public double meanMotionRevolutionsPerDay() {
    return before.getKeplerianMeanMotion() * SECONDS_PER_DAY / (2 * Math.PI);
  }

  @Override
  public double eccentricity() {
    return before.getE();
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

  private Vector3D position(AbsoluteDate date) throws PropagationException {
    if (date.isBefore(knownFrom)) {
      return continued(before, date);
    }
    return date.isAfter(knownTo) ? continued(after, date) : ask(date).getPosition();
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

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "orbit from %s to %s", known.from(), known.to());
  }
}
