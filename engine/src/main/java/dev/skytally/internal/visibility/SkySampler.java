package dev.skytally.internal.visibility;

import dev.skytally.internal.ephemeris.SampledPositions;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Follows the exact crossings over one site and samples its sky at some instants.
 *
 * <p>The satellites in view at a sample follow from the crossings, not from the positions, so they
 * agree with the exact counts.
 */
public abstract class SkySampler implements SkyEvents {
  private final Queue<Crossing> crossings = new ArrayDeque<>();
  private final int systems;
  private final int[] systemOfSatellite;
  private boolean[] inView = {};
  private final int[] visible;
  private int visibleCount;

  private record Crossing(long utcMicros, int satellite, boolean rising) {}

  /**
   * Creates a sampler at the window's start.
   *
   * @param systems the number of systems
   * @param systemOfSatellite each satellite's system, 0 to {@code systems - 1}
   */
  protected SkySampler(int systems, int[] systemOfSatellite) {
    this.systems = systems;
    this.systemOfSatellite = systemOfSatellite;
    visible = new int[systemOfSatellite.length];
  }

  @Override
  public final void begin(boolean[] inViewAtFirst) {
    inView = inViewAtFirst;
    crossings.clear();
    list();
  }

  @Override
  public final void crossing(long utcMicros, int satellite, boolean rising) {
    crossings.add(new Crossing(utcMicros, satellite, rising));
  }

  /**
   * Takes a sample. Must be called after each block has been swept, for samples within it, in order
   * of time.
   */
  public final void sample(SampledPositions positions) {
    for (int k = 0; k < positions.samples(); k++) {
      long utcMicros = positions.micros(k);
      boolean changed = false;
      while (!crossings.isEmpty() && crossings.peek().utcMicros <= utcMicros) {
        Crossing crossing = crossings.remove();
        inView[crossing.satellite] = crossing.rising;
        changed = true;
      }
      if (changed) {
        list();
      }
      look(positions, k, visible, visibleCount);
    }
  }

  private void list() {
    visibleCount = 0;
    for (int system = 0; system < systems; system++) {
      for (int j = 0; j < inView.length; j++) {
        if (inView[j] && systemOfSatellite[j] == system) {
          visible[visibleCount++] = j;
        }
      }
    }
  }

  /**
   * Receives each sample.
   *
   * @param visible the satellites in view, by system, then ascending; only the first {@code
   *     visibleCount} count
   */
  protected abstract void look(
      SampledPositions positions, int sample, int[] visible, int visibleCount);
}
