package dev.skytally.internal.tally;

import dev.skytally.internal.visibility.SkyEvents;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the satellites of each system over one site as a step function of time, and integrates it.
 *
 * <p>How it works. An instant is represented by {@link Window#weightBefore}, the weight of the part
 * of the window before it. When a number in view changes, the time that it lasted is added to its
 * weight. Being ahead subtracts the instant's weight from its sum when it begins and adds it when
 * it ends; what lasts to the end of the window adds the whole weight. So a rise or set updates only
 * the sums that it changes. All sums are integers, so the result does not depend on the number of
 * threads or the division of the window into blocks.
 */
public final class SiteCounter implements SkyEvents {
  private final Window window;
  private final int systemCount;
  private final int[] systemOfSatellite;
  private final int[] counts;

  /** One more than the greatest possible number in view. */
  private final int numbers;

  /** By system: the instant since which its count has not changed. */
  private final long[] unchangedSince;

  /** By system times {@link #numbers} plus a number in view: the weight with that number. */
  private final long[] numberWeights;

  /** By system times the number of systems plus the other system: the weight ahead of it. */
  private final long[] aheadWeights;

  /** By system: how many others it is ahead of. */
  private final int[] aheadOf;

  private final long[] aheadOfAllWeights;

  /**
   * Creates a counter at the window's start.
   *
   * @param systemCount the number of systems
   * @param systemOfSatellite each satellite's system, 0 to {@code systemCount - 1}
   */
  public SiteCounter(Window window, int systemCount, int[] systemOfSatellite) {
    this.window = window;
    this.systemCount = systemCount;
    this.systemOfSatellite = systemOfSatellite;
    counts = new int[systemCount];
    unchangedSince = new long[systemCount];
    int[] satellites = new int[systemCount];
    for (int system : systemOfSatellite) {
      satellites[system]++;
    }
    numbers = 1 + Arrays.stream(satellites).max().orElse(0);
    numberWeights = new long[systemCount * numbers];
    aheadWeights = new long[systemCount * systemCount];
    aheadOf = new int[systemCount];
    aheadOfAllWeights = new long[systemCount];
  }

  @Override
  public void begin(boolean[] inView) {
    for (int j = 0; j < inView.length; j++) {
      if (inView[j]) {
        counts[systemOfSatellite[j]]++;
      }
    }
    for (int system = 0; system < systemCount; system++) {
      for (int other = 0; other < systemCount; other++) {
        if (counts[system] > counts[other]) {
          aheadOf[system]++;
        }
      }
    }
  }

  @Override
  public void crossing(long utcMicros, int satellite, boolean rising) {
    long now = window.weightBefore(utcMicros);
    int system = systemOfSatellite[satellite];
    holdUntil(now, system);
    int higher = rising ? ++counts[system] : counts[system]--;
    int lower = higher - 1;
    for (int other = 0; other < systemCount; other++) {
      if (counts[other] == lower && other != system) {
        turn(system, other, rising, now);
      } else if (counts[other] == higher && other != system) {
        turn(other, system, !rising, now);
      }
    }
  }

  /** Records that a count has not changed until now. */
  private void holdUntil(long now, int system) {
    numberWeights[system * numbers + counts[system]] += now - unchangedSince[system];
    unchangedSince[system] = now;
  }

  /** Records that a system is now ahead of another, or no longer ahead. */
  private void turn(int system, int other, boolean ahead, long now) {
    long change = ahead ? -now : now;
    aheadWeights[system * systemCount + other] += change;
    int most = ahead ? ++aheadOf[system] : aheadOf[system]--;
    if (most == systemCount - 1) {
      aheadOfAllWeights[system] += change;
    }
  }

  /**
   * Closes the window and returns its tally. The counter must not be used afterwards.
   *
   * @param systems the systems, in the order and number of the constructor
   */
  public SiteTally tally(GroundSite site, List<GnssSystem> systems) {
    long end = window.totalWeight();
    for (int system = 0; system < systemCount; system++) {
      holdUntil(end, system);
      for (int other = 0; other < systemCount; other++) {
        aheadWeights[system * systemCount + other] += counts[system] > counts[other] ? end : 0;
      }
      aheadOfAllWeights[system] += aheadOf[system] == systemCount - 1 ? end : 0;
    }
    return new SiteTally(site, systems, end, numberWeights, aheadWeights, aheadOfAllWeights);
  }
}
