package dev.skytally.orbit;

import dev.skytally.elements.ElementSet;
import java.time.Instant;

/** Earth-fixed states straight from the propagator, without interpolation. */
public final class EarthFixedStates {
  private EarthFixedStates() {}

  /** Position (m) and velocity (m/s) at a whole second. */
  public static double[] at(ElementSet elements, Instant utc) throws PropagationException {
    return every(elements, utc, 1, 1);
  }

  /** States at {@code start + k * stepSeconds}; the start must be a multiple of the step. */
  public static double[] every(ElementSet elements, Instant start, int stepSeconds, int count)
      throws PropagationException {
    double[] states = new double[count * ElementSetPropagator.STATE_SIZE];
    new ElementSetPropagator(elements)
        .propagate(
            new PropagationNodes(
                Math.floorDiv(start.getEpochSecond(), stepSeconds), count, stepSeconds),
            states);
    return states;
  }
}
