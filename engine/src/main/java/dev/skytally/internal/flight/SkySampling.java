package dev.skytally.internal.flight;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.SampledPositions;
import dev.skytally.internal.visibility.SkySampler;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes the samples of a block to the samplers of all sites. The positions are computed once for
 * all sites, a limited number of samples at a time, so that memory does not grow with shorter
 * steps.
 *
 * @param <S> the kind of samplers
 */
public final class SkySampling<S extends SkySampler> implements Sweep.AfterBlock<S> {
  /** The usual number of samples at a time. */
  public static final int SAMPLES_AT_ONCE = 720;

  private final SampleTimes times;
  private final int samplesAtOnce;
  private final Consumer<List<S>> afterSamples;

  /**
   * Creates the sampling of a flight.
   *
   * @param samplesAtOnce the greatest number of samples at a time
   * @param afterSamples receives all samplers each time that all have the same samples
   */
  public SkySampling(SampleTimes times, int samplesAtOnce, Consumer<List<S>> afterSamples) {
    this.times = times;
    this.samplesAtOnce = samplesAtOnce;
    this.afterSamples = afterSamples;
  }

  @Override
  public void run(EphemerisBlock block, List<S> samplers, Workers workers) {
    long next = times.countBefore(block.startMicros(0));
    long end = times.countBefore(block.startMicros(block.steps()));
    while (next < end) {
      long[] micros = new long[(int) Math.min(samplesAtOnce, end - next)];
      for (int k = 0; k < micros.length; k++) {
        micros[k] = times.micros(next + k);
      }
      SampledPositions positions = new SampledPositions(block, micros);
      workers.run(samplers.size(), (worker, i) -> samplers.get(i).sample(positions));
      afterSamples.accept(samplers);
      next += micros.length;
    }
  }
}
