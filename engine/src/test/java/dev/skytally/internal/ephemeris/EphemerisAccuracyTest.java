package dev.skytally.internal.ephemeris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.reference.EarthFixedPositions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The interpolated positions against direct propagation, for every bundled element set. */
class EphemerisAccuracyTest {
  /** No divisor of a step, so that all of its parts are looked at. */
  private static final int EVERY_SECONDS = 97;

  private static final int HALF_DAY_SECONDS = 43_200;

  /** What {@code ARCHITECTURE.md} promises. */
  private static final double BOUND_METERS = 1;

  private static double worstErrorMeters(ElementSet elements, LocalDate day) throws Exception {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Math.max(
        worstErrorMeters(elements, start),
        worstErrorMeters(elements, start.plusSeconds(HALF_DAY_SECONDS)));
  }

  private static double worstErrorMeters(ElementSet elements, Instant start) throws Exception {
    TimeGrid grid = TimeGrid.of(List.of(elements));
    long span = start.getEpochSecond() / HALF_DAY_SECONDS;
    EphemerisBlock block = new EphemerisBlock(grid, EarthOrientation.mean(), span, 1);
    block.propagate(0, PositionSource.of(elements));

    int count = HALF_DAY_SECONDS / EVERY_SECONDS;
    double[] direct = EarthFixedPositions.every(elements, start, EVERY_SECONDS, count);
    double[] state = new double[6];
    double worst = 0;
    for (int k = 0; k < count; k++) {
      double steps = k * EVERY_SECONDS / block.stepSeconds();
      block.state((int) steps, 0, steps - (int) steps, state);
      int at = k * EarthFixedPositions.SIZE;
      double dx = state[0] - direct[at];
      double dy = state[1] - direct[at + 1];
      double dz = state[2] - direct[at + 2];
      worst = Math.max(worst, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
    return worst;
  }

  private static String kind(ElementSet elements) {
    if (elements.eccentricity() > 0.1) {
      return "eccentric";
    }
    if (elements.meanMotionRevolutionsPerDay() > 1.5) {
      return "MEO";
    }
    return elements.inclinationDegrees() > 20 ? "IGSO" : "GEO";
  }

  @Test
  void everyBundledSatelliteIsWithinAMeter() throws Exception {
    Map<String, Double> worst = new TreeMap<>();
    for (LocalDate snapshot : BundledSnapshots.dates()) {
      for (ElementSet elements : ReferenceData.elementSets(snapshot).values()) {
        double error = worstErrorMeters(elements, snapshot);
        assertTrue(error <= BOUND_METERS, () -> elements + ": " + error + " m");
        worst.merge(kind(elements), error, Math::max);
      }
    }
    System.out.println("greatest interpolation error, metres: " + worst);
    assertEquals(4, worst.size());
  }

  /** The last one so far came at the end of 2016: that day's last second has two numbers. */
  @Test
  void aLeapSecondDoesNotBendTheOrbit() throws Exception {
    for (ElementSet elements : ReferenceData.elementSets(LocalDate.of(2020, 12, 1)).values()) {
      for (LocalDate day : List.of(LocalDate.of(2016, 12, 31), LocalDate.of(2017, 1, 1))) {
        double error = worstErrorMeters(elements, day);
        assertTrue(error <= BOUND_METERS, () -> elements + " on " + day + ": " + error + " m");
      }
    }
  }
}
