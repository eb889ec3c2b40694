package dev.skytally.internal.ephemeris;

/**
 * The Earth-fixed (ITRF) positions of all satellites of a block at some instants.
 *
 * <p>Shapes: the position of satellite {@code j} at sample {@code k} is stored at {@code k *
 * satellites + j} of {@link #xMeters}, {@link #yMeters} and {@link #zMeters}.
 */
public final class SampledPositions {
  private final long[] micros;
  private final int satellites;
  private final double[] xMeters;
  private final double[] yMeters;
  private final double[] zMeters;

  /**
   * Samples a block.
   *
   * @param micros the times of the samples, microseconds since 1970-01-01 UTC, all within the
   *     block; kept
   */
  public SampledPositions(EphemerisBlock block, long[] micros) {
    this.micros = micros;
    satellites = block.satellites();
    int samples = micros.length;
    xMeters = new double[samples * satellites];
    yMeters = new double[samples * satellites];
    zMeters = new double[samples * satellites];
    for (int k = 0; k < samples; k++) {
      block.positionsAt(micros[k], k * satellites, xMeters, yMeters, zMeters);
    }
  }

  public int samples() {
    return micros.length;
  }

  public int satellites() {
    return satellites;
  }

  /** Returns the time of a sample, microseconds since 1970-01-01 UTC. */
  public long micros(int sample) {
    return micros[sample];
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
