package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;

class GeosynchronousPropagatorTest {
  /** A year's angles are some thousand radians: their last bit is 0.02 mm at 42,000 km. */
  private static final double ROUNDING_METERS = 1e-3;

  private static final double STEP_SECONDS = 43_200;
  private static final Frame TEME = OrekitFrames.teme();

  private static List<TLE> geosynchronous() throws Exception {
    List<TLE> found = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      for (ElementSet elements : BundledSnapshots.load(date).elementSets()) {
        TLE tle = ElementSetPropagator.orekitTle(elements);
        if (GeosynchronousPropagator.suits(tle)) {
          found.add(tle);
        }
      }
    }
    return found;
  }

  private static Vector3D position(TLEPropagator propagator, AbsoluteDate date) {
    return propagator.getPVCoordinates(date).getPosition();
  }

  @Test
  void itFliesAsOrekitDoesForTwoYearsEitherWay() throws Exception {
    List<TLE> elements = geosynchronous();
    assertTrue(elements.size() > 60, elements.size() + " element sets");
    Random random = new Random(1);
    for (TLE tle : elements) {
      TLEPropagator plain = TLEPropagator.selectExtrapolator(tle, TEME);
      TLEPropagator fast = new GeosynchronousPropagator(tle, TEME);
      for (int k = 0; k < 50; k++) {
        AbsoluteDate date = tle.getDate().shiftedBy((random.nextDouble() - 0.5) * 4 * 365 * 86_400);
        assertEquals(
            0,
            Vector3D.distance(position(plain, date), position(fast, date)),
            ROUNDING_METERS,
            () -> tle + " at " + date);
      }
    }
  }

  @Test
  void itFliesAsOrekitDoesAtTheEndsOfTheSteps() throws Exception {
    for (TLE tle : geosynchronous()) {
      TLEPropagator plain = TLEPropagator.selectExtrapolator(tle, TEME);
      TLEPropagator fast = new GeosynchronousPropagator(tle, TEME);
      for (int bound = -3; bound <= 3; bound++) {
        for (double seconds : new double[] {-1, -1e-6, 0, 1e-6, 1}) {
          AbsoluteDate date = tle.getDate().shiftedBy(bound * STEP_SECONDS + seconds);
          assertEquals(
              0,
              Vector3D.distance(position(plain, date), position(fast, date)),
              ROUNDING_METERS,
              () -> tle + " at " + date);
        }
      }
    }
  }

  @Test
  void itFliesAsOrekitDoesFromTheFirstCallOn() throws Exception {
    for (TLE tle : geosynchronous()) {
      TLEPropagator plain = TLEPropagator.selectExtrapolator(tle, TEME);
      for (int k = -20; k <= 20; k++) {
        AbsoluteDate date = tle.getDate().shiftedBy(k * 5_000.0);
        Vector3D first = position(new GeosynchronousPropagator(tle, TEME), date);
        assertEquals(
            0, Vector3D.distance(position(plain, date), first), ROUNDING_METERS, tle::toString);
      }
    }
  }

  @Test
  void theOrderOfCallsDoesNotChangeABit() throws Exception {
    for (TLE tle : geosynchronous()) {
      TLEPropagator forwards = new GeosynchronousPropagator(tle, TEME);
      TLEPropagator backwards = new GeosynchronousPropagator(tle, TEME);
      for (int k = -40; k <= 40; k++) {
        AbsoluteDate date = tle.getDate().shiftedBy(k * 7_000.0);
        Vector3D afresh = position(new GeosynchronousPropagator(tle, TEME), date);
        assertEquals(afresh, position(forwards, date));
        AbsoluteDate mirrored = tle.getDate().shiftedBy(-k * 7_000.0);
        assertEquals(
            position(new GeosynchronousPropagator(tle, TEME), mirrored),
            position(backwards, mirrored));
      }
    }
  }
}
