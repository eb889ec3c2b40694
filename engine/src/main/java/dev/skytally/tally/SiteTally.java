package dev.skytally.tally;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.List;
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
}
