package dev.skytally.tally;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The numbers in view of every system from one site over a window, and the leading system. */
public final class SiteTally {
  private final GroundSite site;
  private final List<GnssSystem> systems;
  private final long totalWeight;
  private final int[] greatest;
  private final int[] least;
  private final long[] countWeights;
  private final long[] enoughWeights;
  private final long[] aheadWeights;
  private final long[] aheadOfAllWeights;

  public SiteTally(
      GroundSite site,
      List<GnssSystem> systems,
      long totalWeight,
      int[] greatest,
      int[] least,
      long[] countWeights,
      long[] enoughWeights,
      long[] aheadWeights,
      long[] aheadOfAllWeights) {
    this.site = site;
    this.systems = systems;
    this.totalWeight = totalWeight;
    this.greatest = greatest;
    this.least = least;
    this.countWeights = countWeights;
    this.enoughWeights = enoughWeights;
    this.aheadWeights = aheadWeights;
    this.aheadOfAllWeights = aheadOfAllWeights;
  }

  public GroundSite site() {
    return site;
  }

  /**
   * Returns the numbers in view of one system.
   *
   * @throws IllegalArgumentException if the system is not among the study's systems
   */
  public SystemTally inView(GnssSystem system) {
    int i = index(system);
    return new SystemTally(greatest[i], share(countWeights[i]), least[i], share(enoughWeights[i]));
  }

  /** Returns the share of the window, 0 to 1, in which one system has more in view than another. */
  public double shareAhead(GnssSystem system, GnssSystem other) {
    return share(aheadWeights[index(system) * systems.size() + index(other)]);
  }

  /**
   * Returns the share of the window, 0 to 1, in which a system has more in view than every other.
   */
  public double shareAheadOfAll(GnssSystem system) {
    return share(aheadOfAllWeights[index(system)]);
  }

  /**
   * Returns the system that leads by a metric; empty if two or more share the first place. It
   * compares whole numbers of satellites and microseconds (or samples), so ties are exact.
   */
  public Optional<GnssSystem> leader(Metric metric) {
    int first = 0;
    boolean tie = false;
    for (int i = 1; i < systems.size(); i++) {
      int order = Long.compare(score(metric, i), score(metric, first));
      if (order > 0) {
        first = i;
        tie = false;
      } else if (order == 0) {
        tie = true;
      }
    }
    return tie ? Optional.empty() : Optional.of(systems.get(first));
  }

  private long score(Metric metric, int system) {
    return switch (metric) {
      case MAX -> greatest[system];
      case MEAN -> countWeights[system];
      case SHARE -> aheadOfAllWeights[system];
    };
  }

  private double share(long weight) {
    return (double) weight / totalWeight;
  }

  private int index(GnssSystem system) {
    int i = systems.indexOf(system);
    if (i < 0) {
      throw new IllegalArgumentException(system + " is not among the study's systems " + systems);
    }
    return i;
  }

  /**
   * Returns all whole numbers of this tally: the weight of the window (microseconds, or samples);
   * by system the greatest and the least number in view, the sum of the number in view times its
   * weight, the weight with four or more, and the weight ahead of every other; by system and other
   * system the weight ahead.
   */
  public long[] wholeNumbers() {
    int n = systems.size();
    long[] all = new long[length(n)];
    all[0] = totalWeight;
    for (int i = 0; i < n; i++) {
      all[1 + i] = greatest[i];
      all[1 + n + i] = least[i];
    }
    System.arraycopy(countWeights, 0, all, 1 + 2 * n, n);
    System.arraycopy(enoughWeights, 0, all, 1 + 3 * n, n);
    System.arraycopy(aheadOfAllWeights, 0, all, 1 + 4 * n, n);
    System.arraycopy(aheadWeights, 0, all, 1 + 5 * n, n * n);
    return all;
  }

  private static int length(int systems) {
    return 1 + 5 * systems + systems * systems;
  }

  /**
   * Restores a tally from its {@link #wholeNumbers}.
   *
   * @throws IllegalArgumentException if their number does not fit the number of systems
   */
  public static SiteTally ofWholeNumbers(
      GroundSite site, List<GnssSystem> systems, long[] wholeNumbers) {
    int n = systems.size();
    if (wholeNumbers.length != length(n)) {
      throw new IllegalArgumentException(
          "%s whole numbers, expected %s".formatted(wholeNumbers.length, length(n)));
    }
    return new SiteTally(
        site,
        systems,
        wholeNumbers[0],
        Arrays.stream(wholeNumbers, 1, 1 + n).mapToInt(Math::toIntExact).toArray(),
        Arrays.stream(wholeNumbers, 1 + n, 1 + 2 * n).mapToInt(Math::toIntExact).toArray(),
        Arrays.copyOfRange(wholeNumbers, 1 + 2 * n, 1 + 3 * n),
        Arrays.copyOfRange(wholeNumbers, 1 + 3 * n, 1 + 4 * n),
        Arrays.copyOfRange(wholeNumbers, 1 + 5 * n, length(n)),
        Arrays.copyOfRange(wholeNumbers, 1 + 4 * n, 1 + 5 * n));
  }

  /** Tallies are equal if site, systems and all whole numbers are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SiteTally tally
        && tally.site.equals(site)
        && tally.systems.equals(systems)
        && Arrays.equals(tally.wholeNumbers(), wholeNumbers());
  }

  @Override
  public int hashCode() {
    return Objects.hash(site, systems, totalWeight);
  }
}
