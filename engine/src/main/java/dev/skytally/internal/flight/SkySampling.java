package dev.skytally.internal.flight;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.SampledPositions;
import dev.skytally.internal.visibility.SkySampler;
import dev.skytally.tally.Window;
import java.util.List;

/**
 * Passes the samples of a block to the samplers of all sites. The positions are computed once for
 * all sites, a limited number of samples at a time, so that memory does not grow with shorter
 * steps.
 */
public final class SkySampling {
  private static final int SAMPLES_AT_ONCE = 720;

  private final Window window;

  /**
   * Creates the sampling of a flight.
   *
   * @param window a sampled window
   */
  public SkySampling(Window window) {
    this.window = window;
  }

  public void sample(EphemerisBlock block, List<? extends SkySampler> samplers, Workers workers) {
    long next = window.weightBefore(block.startMicros(0));
    long end = window.weightBefore(block.startMicros(block.steps()));
    while (next < end) {
      int samples = (int) Math.min(SAMPLES_AT_ONCE, end - next);
      SampledPositions positions =
          new SampledPositions(block, window.sampleMicros(next), window.stepMicros(), samples);
      workers.run(samplers.size(), (worker, i) -> samplers.get(i).sample(positions));
      next += samples;
    }
  }
}
