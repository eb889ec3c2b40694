package dev.skytally.tally;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one site sees of every system over a window, and who leads there. */
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
   * The numbers in view of one system.
   *
   * @throws IllegalArgumentException if the study was not asked for the system
   */
  public SystemTally inView(GnssSystem system) {
    int i = index(system);
    return new SystemTally(greatest[i], share(countWeights[i]), least[i], share(enoughWeights[i]));
  }

  /** The share of the window, 0 to 1, in which one system has more in view than another. */
  public double shareAhead(GnssSystem system, GnssSystem other) {
    return share(aheadWeights[index(system) * systems.size() + index(other)]);
  }

  /** The share of the window, 0 to 1, in which a system has more in view than every other. */
  public double shareAheadOfAll(GnssSystem system) {
    return share(aheadOfAllWeights[index(system)]);
  }

  /**
   * The system that leads by a metric; empty if two or more share the first place. Compared are
   * whole numbers of satellites and microseconds (or samples), so a tie is a tie.
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
   * All whole numbers of this tally, exactly: the weight of the window (microseconds, or samples);
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
   * The tally of {@link #wholeNumbers}.
   *
   * @throws IllegalArgumentException if they are not as many as those of so many systems
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
