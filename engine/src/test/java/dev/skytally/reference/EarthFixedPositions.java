package dev.skytally.reference;

import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import java.time.Instant;

/** Earth-fixed positions straight from the propagator, without interpolation. */
public final class EarthFixedPositions {
  /** Numbers a position: x, y and z in metres. */
  public static final int SIZE = 3;

  private EarthFixedPositions() {}

  /** The position at an instant. */
  public static double[] at(ElementSet elements, Instant utc) throws PropagationException {
    return every(elements, utc, 1, 1);
  }

  /** The position at an instant, the Earth turned in a given way. */
  public static double[] at(ElementSet elements, Instant utc, EarthOrientation orientation)
      throws PropagationException {
    return every(elements, utc, 1, 1, orientation);
  }

  /** The positions at {@code start + k * stepSeconds}, one after the other. */
  public static double[] every(ElementSet elements, Instant start, int stepSeconds, int count)
      throws PropagationException {
    return every(elements, start, stepSeconds, count, EarthOrientation.mean());
  }

  private static double[] every(
      ElementSet elements, Instant start, int stepSeconds, int count, EarthOrientation orientation)
      throws PropagationException {
    long[] micros = new long[count];
    for (int k = 0; k < count; k++) {
      micros[k] = (start.getEpochSecond() + (long) k * stepSeconds) * 1_000_000;
    }
    double[][] axes = new double[SIZE][count];
    PositionSource.of(elements).propagate(new PropagationNodes(micros, orientation), axes);
    double[] positions = new double[count * SIZE];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = axes[i % SIZE][i / SIZE];
    }
    return positions;
  }
}
