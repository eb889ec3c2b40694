package dev.skytally.internal.ephemeris;

/**
 * The Earth-fixed (ITRF) positions of all satellites of a block at equally spaced instants.
 *
 * <p>Shapes: the position of satellite {@code j} at sample {@code k} is stored at {@code k *
 * satellites + j} of {@link #xMeters}, {@link #yMeters} and {@link #zMeters}.
 */
public final class SampledPositions {
  private final long firstMicros;
  private final long stepMicros;
  private final int samples;
  private final int satellites;
  private final double[] xMeters;
  private final double[] yMeters;
  private final double[] zMeters;

  /**
   * Samples a block.
   *
   * @param firstMicros the first sample, microseconds since 1970-01-01 UTC
   * @param samples the number of samples, {@code stepMicros} apart, all within the block
   */
  public SampledPositions(EphemerisBlock block, long firstMicros, long stepMicros, int samples) {
    this.firstMicros = firstMicros;
    this.stepMicros = stepMicros;
    this.samples = samples;
    satellites = block.satellites();
    xMeters = new double[samples * satellites];
    yMeters = new double[samples * satellites];
    zMeters = new double[samples * satellites];
    double[] state = new double[6];
    for (int k = 0; k < samples; k++) {
      for (int j = 0; j < satellites; j++) {
        block.stateAt(micros(k), j, state);
        xMeters[k * satellites + j] = state[0];
        yMeters[k * satellites + j] = state[1];
        zMeters[k * satellites + j] = state[2];
      }
    }
  }

  public int samples() {
    return samples;
  }

  public int satellites() {
    return satellites;
  }

  /** Returns the time of a sample, microseconds since 1970-01-01 UTC. */
  public long micros(int sample) {
    return firstMicros + sample * stepMicros;
  }

  /** Returns the x coordinates; the class comment describes the order. */
  public double[] xMeters() {
    return xMeters;
  }

  public double[] yMeters() {
    return yMeters;
  }

  public double[] zMeters() {
    return zMeters;
  }
}
