package dev.skytally.tally;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.SkyEvents;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the satellites of each system over one site, as a step function of time, and adds it up.
 *
 * <p>How it works. Between two events the counts stand still; that stretch is weighed by {@link
 * Window#weightBefore}. All sums are integers, so the result depends neither on the number of
 * threads nor on how the window was cut into blocks.
 */
public final class SiteCounter implements SkyEvents {
  private static final int ENOUGH_FOR_A_POSITION = 4;

  private final Window window;
  private final int[] systemOfSatellite;
  private final int[] counts;
  private final int[] greatest;
  private final int[] least;
  private final long[] countWeights;
  private final long[] enoughWeights;

  /** By system times the number of systems plus the other system: the weight ahead of it. */
  private final long[] aheadWeights;

  private final long[] aheadOfAllWeights;
  private long weightSoFar;

  /**
   * A counter at the window's start.
   *
   * @param systems the number of systems
   * @param systemOfSatellite each satellite's system, 0 to {@code systems - 1}
   */
  public SiteCounter(Window window, int systems, int[] systemOfSatellite) {
    this.window = window;
    this.systemOfSatellite = systemOfSatellite;
    counts = new int[systems];
    greatest = new int[systems];
    least = new int[systems];
    Arrays.fill(least, Integer.MAX_VALUE);
    countWeights = new long[systems];
    enoughWeights = new long[systems];
    aheadWeights = new long[systems * systems];
    aheadOfAllWeights = new long[systems];
  }

  @Override
  public void begin(boolean[] inView) {
    for (int j = 0; j < inView.length; j++) {
      if (inView[j]) {
        counts[systemOfSatellite[j]]++;
      }
    }
  }

  @Override
  public void crossing(long utcMicros, int satellite, boolean rising) {
    weighUntil(utcMicros);
    counts[systemOfSatellite[satellite]] += rising ? 1 : -1;
  }

  private void weighUntil(long utcMicros) {
    long weightBefore = window.weightBefore(utcMicros);
    long weight = weightBefore - weightSoFar;
    if (weight <= 0) {
      return;
    }
    weightSoFar = weightBefore;
    int systems = counts.length;
    for (int i = 0; i < systems; i++) {
      int count = counts[i];
      greatest[i] = Math.max(greatest[i], count);
      least[i] = Math.min(least[i], count);
      countWeights[i] += count * weight;
      if (count >= ENOUGH_FOR_A_POSITION) {
        enoughWeights[i] += weight;
      }
      boolean aheadOfAll = true;
      for (int k = 0; k < systems; k++) {
        if (count > counts[k]) {
          aheadWeights[i * systems + k] += weight;
        } else if (k != i) {
          aheadOfAll = false;
        }
      }
      if (aheadOfAll) {
        aheadOfAllWeights[i] += weight;
      }
    }
  }

  /**
   * Closes the window and gives its tally.
   *
   * @param systems as many as the constructor was told, in the same order
   */
  public SiteTally tally(GroundSite site, List<GnssSystem> systems) {
    weighUntil(window.endMicros());
    return new SiteTally(
        site,
        systems,
        window.totalWeight(),
        greatest,
        least,
        countWeights,
        enoughWeights,
        aheadWeights,
        aheadOfAllWeights);
  }
}
