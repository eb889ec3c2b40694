package dev.skytally.internal.ephemeris;

import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import org.jspecify.annotations.Nullable;

/**
 * The Earth-fixed (ITRF) positions of all satellites of a study over a span of time: one polynomial
 * per step, and the positions at the ends of the steps for the coarse search.
 *
 * <p>Shapes: {@code satellites} satellites; {@code steps} steps of {@code stepSeconds}, and one
 * more end than steps. End {@code i} (the begin of step {@code i}) of satellite {@code j} is stored
 * at {@code i * satellites + j}. Units are metres and seconds; a time within a step is {@code tau},
 * 0 to 1.
 *
 * <p>A span is one piece if possible. If its last Chebyshev coefficients show that one piece is not
 * accurate enough, as for eccentric orbits, the piece is halved repeatedly, for this satellite
 * only.
 *
 * <p>If a leap second follows, which UTC microseconds do not count, there is one more end: the
 * positions after the leap second, when the next span begins.
 */
public final class EphemerisBlock {
  /** Half a day. Spans begin at its whole multiples since 1970. */
  public static final long SPAN_MICROS = ChebyshevPiece.SPAN_MICROS;

  /** Coefficients of one axis over one step, of ascending powers of tau. */
  public static final int COEFFICIENTS = ChebyshevPiece.COEFFICIENTS;

  /**
   * The bound on the last two Chebyshev coefficients of an accurate piece. For navigation
   * satellites, the error is about a quarter of them, so below a metre ({@code
   * EphemerisAccuracyTest}).
   */
  private static final double TAIL_METERS = 3;

  /**
   * The same bound for motion with kinks. There the coefficients decrease with the cube of their
   * number, so the error is about ten times the last one.
   */
  private static final double ROUGH_TAIL_METERS = 0.1;

  private static final int AXES = 3;
  private static final int PER_STEP = AXES * COEFFICIENTS;

  private final TimeGrid grid;
  private final EarthOrientation orientation;
  private final long startMicros;
  private final long stepMicros;
  private final double stepSeconds;
  private final int steps;
  private final int satellites;
  private final PropagationNodes nodes;

  /** Null if no leap second follows. */
  private final @Nullable PropagationNodes afterLeapSecond;

  /**
   * The coefficients of step i and satellite j, axis by axis, in ascending powers of tau, from
   * {@link #base}.
   */
  private final double[] coefficients;

  private final double[] xMeters;
  private final double[] yMeters;
  private final double[] zMeters;
  private final double[] leastRadiiMeters;
  private final double[] greatestSpeedsMetersPerSecond;
  private final double[] greatestAccelerationsMetersPerSecondSquared;

  /**
   * Creates an empty block for a span; {@link #propagate} fills it, satellite by satellite.
   *
   * @param span the number of half days since 1970-01-01T00:00:00 UTC
   */
  public EphemerisBlock(TimeGrid grid, EarthOrientation orientation, long span, int satellites) {
    this.grid = grid;
    this.orientation = orientation;
    this.satellites = satellites;
    startMicros = span * SPAN_MICROS;
    stepMicros = grid.stepMicros();
    stepSeconds = stepMicros / 1e6;
    steps = grid.stepsPerSpan();
    coefficients = new double[steps * satellites * PER_STEP];
    nodes = new PropagationNodes(ChebyshevPiece.nodeMicros(startMicros, 0), orientation);
    afterLeapSecond =
        nodes.leapSecondWithin()
            ? new PropagationNodes(new long[] {startMicros(steps)}, orientation)
            : null;
    int ends = (steps + (afterLeapSecond == null ? 1 : 2)) * satellites;
    xMeters = new double[ends];
    yMeters = new double[ends];
    zMeters = new double[ends];
    leastRadiiMeters = new double[steps * satellites];
    greatestSpeedsMetersPerSecond = new double[steps * satellites];
    greatestAccelerationsMetersPerSecondSquared = new double[steps * satellites];
  }

  /** Fills in one satellite. Different threads may fill in different satellites. */
  public void propagate(int satellite, PositionSource propagator) throws PropagationException {
    double[][] positions = new double[AXES][ChebyshevPiece.NODES];
    propagator.propagate(nodes, positions);
    fill(satellite, propagator, 0, 0, positions);
    setEnd(steps, satellite, positions, ChebyshevPiece.DEGREE);
    if (afterLeapSecond != null) {
      propagator.propagate(afterLeapSecond, positions);
      setEnd(steps + 1, satellite, positions, 0);
    }
  }

  private void setEnd(int end, int satellite, double[][] positions, int node) {
    int index = end * satellites + satellite;
    xMeters[index] = positions[0][node];
    yMeters[index] = positions[1][node];
    zMeters[index] = positions[2][node];
  }

  /**
   * Fills in a piece from the positions at its nodes, or its halves if the piece is not accurate
   * enough.
   */
  private void fill(
      int satellite, PositionSource propagator, int firstStep, int level, double[][] positions)
      throws PropagationException {
    double mostMeters = propagator.isSmooth() ? TAIL_METERS : ROUGH_TAIL_METERS;
    if (ChebyshevPiece.tailMeters(positions) <= mostMeters || level + 1 == grid.levels()) {
      store(satellite, firstStep, grid.piece(level), positions);
      return;
    }
    int halfSteps = grid.stepsPerSpan() >> (level + 1);
    for (int half = 0; half < 2; half++) {
      int halfStart = firstStep + half * halfSteps;
      PropagationNodes halfNodes =
          new PropagationNodes(
              ChebyshevPiece.nodeMicros(startMicros(halfStart), level + 1), orientation);
      propagator.propagate(halfNodes, positions);
      fill(satellite, propagator, halfStart, level + 1, positions);
    }
  }

  private void store(int satellite, int firstStep, ChebyshevPiece piece, double[][] positions) {
    double[][] ends = {xMeters, yMeters, zMeters};
    for (int axis = 0; axis < AXES; axis++) {
      double[] expanded = piece.expand(positions[axis]);
      for (int step = 0; step < piece.steps(); step++) {
        int at = base(firstStep + step, satellite) + axis * COEFFICIENTS;
        System.arraycopy(expanded, step * COEFFICIENTS, coefficients, at, COEFFICIENTS);
        ends[axis][(firstStep + step) * satellites + satellite] = coefficients[at];
      }
    }
    for (int step = firstStep; step < firstStep + piece.steps(); step++) {
      bound(step, satellite);
    }
  }

  /** Bounds of a step from the sums of its polynomials' absolute coefficients. */
  private void bound(int step, int satellite) {
    double radiusSquared = 0;
    double travelSquared = 0;
    double bendSquared = 0;
    for (int axis = 0; axis < AXES; axis++) {
      int at = base(step, satellite) + axis * COEFFICIENTS;
      double travel = 0;
      double bend = 0;
      for (int power = 1; power < COEFFICIENTS; power++) {
        double size = power * Math.abs(coefficients[at + power]);
        travel += size;
        bend += (power - 1) * size;
      }
      radiusSquared += coefficients[at] * coefficients[at];
      travelSquared += travel * travel;
      bendSquared += bend * bend;
    }
    double travelMeters = Math.sqrt(travelSquared);
    int index = step * satellites + satellite;
    leastRadiiMeters[index] = Math.sqrt(radiusSquared) - travelMeters;
    greatestSpeedsMetersPerSecond[index] = travelMeters / stepSeconds;
    greatestAccelerationsMetersPerSecondSquared[index] =
        Math.sqrt(bendSquared) / (stepSeconds * stepSeconds);
  }

  public int satellites() {
    return satellites;
  }

  public int steps() {
    return steps;
  }

  /** Returns whether there is one more end because a leap second precedes the next span. */
  public boolean leapSecondFollows() {
    return afterLeapSecond != null;
  }

  public double stepSeconds() {
    return stepSeconds;
  }

  public long stepMicros() {
    return stepMicros;
  }

  /**
   * Returns the start of a step, microseconds since 1970-01-01 UTC; for {@link #steps}, the end of
   * the last one.
   */
  public long startMicros(int step) {
    return startMicros + step * stepMicros;
  }

  /** Returns the positions at the ends of the steps; see the class comment for their order. */
  public double[] xMeters() {
    return xMeters;
  }

  public double[] yMeters() {
    return yMeters;
  }

  public double[] zMeters() {
    return zMeters;
  }

  /** Returns a bound over each step: {@code step * satellites + satellite}. */
  public double[] leastRadiiMeters() {
    return leastRadiiMeters;
  }

  /** Returns a bound, Earth-fixed, over each step: {@code step * satellites + satellite}. */
  public double[] greatestSpeedsMetersPerSecond() {
    return greatestSpeedsMetersPerSecond;
  }

  /** Returns a bound, Earth-fixed, over each step: {@code step * satellites + satellite}. */
  public double[] greatestAccelerationsMetersPerSecondSquared() {
    return greatestAccelerationsMetersPerSecondSquared;
  }

  /** Returns the polynomials of all steps and satellites; see {@link #base}. */
  public double[] coefficients() {
    return coefficients;
  }

  /**
   * Returns the index of the polynomials of a step and satellite: the {@link #COEFFICIENTS} of x,
   * then those of y, then those of z.
   */
  public int base(int step, int satellite) {
    return (step * satellites + satellite) * PER_STEP;
  }

  /**
   * Computes the position (x, y, z in metres) and the velocity (metres per second) at an instant of
   * this block, including its end.
   *
   * @param utcMicros microseconds since 1970-01-01 UTC
   */
  public void stateAt(long utcMicros, int satellite, double[] state) {
    int step = stepAt(utcMicros);
    state(step, satellite, tauAt(utcMicros, step), state);
  }

  /** Computes only the position (x, y, z in metres) of {@link #stateAt}. */
  public void positionAt(long utcMicros, int satellite, double[] meters) {
    int step = stepAt(utcMicros);
    position(step, satellite, tauAt(utcMicros, step), meters);
  }

  /** Computes only the position within a step; see {@link #stateAt}. */
  public void position(int step, int satellite, double tau, double[] meters) {
    int at = base(step, satellite);
    for (int axis = 0; axis < AXES; axis++) {
      meters[axis] = coordinate(at + axis * COEFFICIENTS, tau);
    }
  }

  private int stepAt(long utcMicros) {
    return (int) Math.min((utcMicros - startMicros) / stepMicros, steps - 1);
  }

  private double tauAt(long utcMicros, int step) {
    return (double) (utcMicros - startMicros(step)) / stepMicros;
  }

  /** Computes the position and velocity within a step; see {@link #stateAt}. */
  public void state(int step, int satellite, double tau, double[] state) {
    for (int axis = 0; axis < AXES; axis++) {
      int at = base(step, satellite) + axis * COEFFICIENTS;
      double position = coefficients[at + COEFFICIENTS - 1];
      double velocity = 0;
      for (int power = COEFFICIENTS - 2; power >= 0; power--) {
        velocity = velocity * tau + position;
        position = position * tau + coefficients[at + power];
      }
      state[axis] = position;
      state[AXES + axis] = velocity / stepSeconds;
    }
  }

  /**
   * Computes the positions of all satellites, the same as those of {@link #stateAt}.
   *
   * @param utcMicros a time within the block, microseconds since 1970-01-01 UTC
   * @param from the index of the first satellite's coordinates in the arrays that receive them
   */
  public void positionsAt(
      long utcMicros, int from, double[] xMeters, double[] yMeters, double[] zMeters) {
    int step = stepAt(utcMicros);
    double tau = tauAt(utcMicros, step);
    for (int j = 0; j < satellites; j++) {
      int at = base(step, j);
      xMeters[from + j] = coordinate(at, tau);
      yMeters[from + j] = coordinate(at + COEFFICIENTS, tau);
      zMeters[from + j] = coordinate(at + 2 * COEFFICIENTS, tau);
    }
  }

  private double coordinate(int at, double tau) {
    double position = coefficients[at + COEFFICIENTS - 1];
    for (int power = COEFFICIENTS - 2; power >= 0; power--) {
      position = position * tau + coefficients[at + power];
    }
    return position;
  }
}
