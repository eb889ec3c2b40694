package dev.skytally.ephemeris;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.EarthFixedStates;
import dev.skytally.orbit.ElementSetPropagator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interpolated positions against direct propagation, for every bundled element set. */
class EphemerisAccuracyTest {
  private static final int BETWEEN_SECONDS = 225;
  private static final double DAY_SECONDS = 86_400;

  /** The estimate adds up amplitudes that do not all peak at once, and is never far above. */
  private static double worstErrorMeters(ElementSet elements, LocalDate day) throws Exception {
    int stepSeconds = NodeGrid.stepSeconds(List.of(elements));
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    long firstStep = Math.floorDiv(start.getEpochSecond(), stepSeconds);
    int steps = (int) (DAY_SECONDS / stepSeconds);
    EphemerisBlock block = new EphemerisBlock(firstStep, steps, stepSeconds, 1);
    block.propagate(0, new ElementSetPropagator(elements), block.nodes());

    int between = Math.min(BETWEEN_SECONDS, stepSeconds / 5);
    int count = (int) (DAY_SECONDS / between);
    double[] direct = EarthFixedStates.every(elements, start, between, count);
    double[] state = new double[6];
    double worst = 0;
    for (int k = 0; k < count; k++) {
      int seconds = k * between;
      block.state(seconds / stepSeconds, 0, (double) (seconds % stepSeconds) / stepSeconds, state);
      int at = k * ElementSetPropagator.STATE_SIZE;
      worst =
          Math.max(
              worst,
              Math.sqrt(
                  Math.pow(state[0] - direct[at], 2)
                      + Math.pow(state[1] - direct[at + 1], 2)
                      + Math.pow(state[2] - direct[at + 2], 2)));
    }
    return worst;
  }

  @Test
  void everyBundledSatelliteIsWithinTheBound() throws Exception {
    for (LocalDate snapshot : BundledSnapshots.dates()) {
      for (ElementSet elements : ReferenceData.elementSets(snapshot).values()) {
        double error = worstErrorMeters(elements, snapshot);
        assertTrue(error <= NodeGrid.ERROR_BOUND_METERS, () -> elements + ": " + error + " m");
      }
    }
  }
}
