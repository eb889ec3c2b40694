package dev.skytally.ephemeris;

import dev.skytally.orbit.ElementSetPropagator;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;

/**
 * The Earth-fixed (ITRF) positions of all satellites of a study over some consecutive steps between
 * nodes: polynomials, and their values at four points a step for the coarse search.
 *
 * <p>Shapes: {@code satellites} satellites; {@code steps} steps of {@code stepSeconds}; {@code
 * steps * SLICES} slices, and one point more than slices. Points are stored point by point, all
 * satellites of a point together: point {@code p} of satellite {@code j} at {@code p * satellites +
 * j}. Metres and seconds throughout; a time within a step is {@code tau}, 0 to 1.
 */
public final class EphemerisBlock {
  /** Slices of a step in the coarse search. */
  public static final int SLICES = 4;

  private static final int AXES = 3;
  private static final int PER_STEP = AXES * SepticHermite.COEFFICIENTS;

  /** Nodes needed beyond the block on either side. */
  private static final int MARGIN_NODES = 1;

  private final long firstStep;
  private final int steps;
  private final int stepSeconds;
  private final int satellites;

  /** Of step i and satellite j, axis by axis, ascending powers of tau, from {@link #base}. */
  private final double[] coefficients;

  private final double[] xMeters;
  private final double[] yMeters;
  private final double[] zMeters;

  /**
   * Room for the positions over the steps {@code firstStep} to {@code firstStep + steps - 1} since
   * 1970-01-01; {@link #propagate} fills it, satellite by satellite.
   */
  public EphemerisBlock(long firstStep, int steps, int stepSeconds, int satellites) {
    this.firstStep = firstStep;
    this.steps = steps;
    this.stepSeconds = stepSeconds;
    this.satellites = satellites;
    coefficients = new double[steps * satellites * PER_STEP];
    int points = (steps * SLICES + 1) * satellites;
    xMeters = new double[points];
    yMeters = new double[points];
    zMeters = new double[points];
  }

  /** The nodes that {@link #propagate} needs, the same for all satellites. */
  public PropagationNodes nodes() {
    return new PropagationNodes(
        firstStep - MARGIN_NODES, steps + 1 + 2 * MARGIN_NODES, stepSeconds);
  }

  /**
   * Fills in one satellite. Different satellites may be filled in by different threads.
   *
   * @param nodes as {@link #nodes} gave them
   */
  public void propagate(int satellite, ElementSetPropagator propagator, PropagationNodes nodes)
      throws PropagationException {
    int stride = ElementSetPropagator.STATE_SIZE;
    double[] states = new double[nodes.count() * stride];
    propagator.propagate(nodes, states);
    double[][] points = {xMeters, yMeters, zMeters};
    for (int step = 0; step < steps; step++) {
      for (int axis = 0; axis < AXES; axis++) {
        int at = base(step, satellite) + axis * SepticHermite.COEFFICIENTS;
        SepticHermite.fit(
            states, step * stride + axis, stride, AXES, stepSeconds, coefficients, at);
        for (int slice = 0; slice < SLICES; slice++) {
          points[axis][(step * SLICES + slice) * satellites + satellite] =
              value(at, (double) slice / SLICES);
        }
      }
    }
    for (int axis = 0; axis < AXES; axis++) {
      points[axis][steps * SLICES * satellites + satellite] =
          states[(steps + MARGIN_NODES) * stride + axis];
    }
  }

  private double value(int at, double tau) {
    double[] c = coefficients;
    double sum = c[at + 7];
    for (int power = 6; power >= 0; power--) {
      sum = sum * tau + c[at + power];
    }
    return sum;
  }

  public int satellites() {
    return satellites;
  }

  public int steps() {
    return steps;
  }

  public int stepSeconds() {
    return stepSeconds;
  }

  /** The UTC instant at which a step begins, microseconds since 1970-01-01. */
  public long startMicros(int step) {
    return (firstStep + step) * stepSeconds * 1_000_000L;
  }

  public double[] xMeters() {
    return xMeters;
  }

  public double[] yMeters() {
    return yMeters;
  }

  public double[] zMeters() {
    return zMeters;
  }

  /** The polynomials of all steps and satellites; see {@link #base}. */
  public double[] coefficients() {
    return coefficients;
  }

  /**
   * Where the polynomials of a step and satellite begin: eight coefficients of x, then of y, then
   * of z, ascending powers of tau.
   */
  public int base(int step, int satellite) {
    return (step * satellites + satellite) * PER_STEP;
  }

  /** The position and the velocity within a step. */
  public void state(int step, int satellite, double tau, double[] state) {
    double[] c = coefficients;
    for (int axis = 0; axis < AXES; axis++) {
      int at = base(step, satellite) + axis * SepticHermite.COEFFICIENTS;
      double p = c[at + 7];
      double v = 0;
      for (int power = 6; power >= 0; power--) {
        v = v * tau + p;
        p = p * tau + c[at + power];
      }
      state[axis] = p;
      state[AXES + axis] = v / stepSeconds;
    }
  }

  /** Bounds over one step, from the sums of its polynomials' absolute coefficients. */
  public Bounds bounds(int step, int satellite) {
    double speedSquared = 0;
    double accelerationSquared = 0;
    double radiusSquared = 0;
    double[] c = coefficients;
    for (int axis = 0; axis < AXES; axis++) {
      int at = base(step, satellite) + axis * SepticHermite.COEFFICIENTS;
      double speed = 0;
      double acceleration = 0;
      for (int power = 1; power < SepticHermite.COEFFICIENTS; power++) {
        speed += power * Math.abs(c[at + power]);
        acceleration += power * (power - 1) * Math.abs(c[at + power]);
      }
      speedSquared += speed * speed;
      accelerationSquared += acceleration * acceleration;
      radiusSquared += c[at] * c[at];
    }
    double speed = Math.sqrt(speedSquared);
    return new Bounds(
        Math.sqrt(radiusSquared) - speed,
        speed / stepSeconds,
        Math.sqrt(accelerationSquared) / ((double) stepSeconds * stepSeconds));
  }

  /**
   * What holds all over one step.
   *
   * @param leastRadiusMeters from the Earth's centre
   * @param greatestSpeedMetersPerSecond Earth-fixed
   * @param greatestAccelerationMetersPerSecondSquared Earth-fixed
   */
  public record Bounds(
      double leastRadiusMeters,
      double greatestSpeedMetersPerSecond,
      double greatestAccelerationMetersPerSecondSquared) {}
}
