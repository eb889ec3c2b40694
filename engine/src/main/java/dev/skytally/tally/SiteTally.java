package dev.skytally.tally;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in view of every system from one site over a window, and the leading system.
 *
 * <p>Immutable.
 */
public final class SiteTally {
  private final GroundSite site;
  private final List<GnssSystem> systems;
  private final long totalWeight;
  private final long[] numberWeights;
  private final long[] aheadWeights;
  private final long[] aheadOfAllWeights;
  private final SystemTally[] inView;

  /** By system, the sum of each number in view times its weight. */
  private final long[] sums;

  /**
   * A tally of weights, which are microseconds or samples.
   *
   * @param site the site
   * @param systems the systems that are counted
   * @param totalWeight the weight of the window
   * @param numberWeights by system and number in view, the weight with that number; as many numbers
   *     for each system
   * @param aheadWeights by system and other system, the weight with more in view
   * @param aheadOfAllWeights by system, the weight with more in view than every other
   */
  public SiteTally(
      GroundSite site,
      List<GnssSystem> systems,
      long totalWeight,
      long[] numberWeights,
      long[] aheadWeights,
      long[] aheadOfAllWeights) {
    this.site = site;
    this.systems = List.copyOf(systems);
    this.totalWeight = totalWeight;
    this.numberWeights = numberWeights.clone();
    this.aheadWeights = aheadWeights.clone();
    this.aheadOfAllWeights = aheadOfAllWeights.clone();
    int count = systems.size();
    int numbers = numberWeights.length / count;
    inView = new SystemTally[count];
    sums = new long[count];
    for (int i = 0; i < count; i++) {
      long[] ofSystem = Arrays.copyOfRange(numberWeights, i * numbers, (i + 1) * numbers);
      sums[i] = SystemTally.sum(ofSystem);
      inView[i] = SystemTally.of(ofSystem);
    }
  }

  /** {@return the site} */
  public GroundSite site() {
    return site;
  }

  /**
   * {@return the numbers in view of one system}
   *
   * @param system one of the systems that were asked for
   * @throws IllegalArgumentException if the system is not among the study's systems
   */
  public SystemTally inView(GnssSystem system) {
    return inView[index(system)];
  }

  /**
   * {@return the share of the window, 0 to 1, in which one system has more in view than another}
   *
   * @param system one of the systems that were asked for
   * @param other another system
   */
  public double shareAhead(GnssSystem system, GnssSystem other) {
    return share(aheadWeights[index(system) * systems.size() + index(other)]);
  }

  /**
   * {@return the share of the window, 0 to 1, in which a system has more in view than every other}
   *
   * @param system one of the systems that were asked for
   */
  public double shareAheadOfAll(GnssSystem system) {
    return share(aheadOfAllWeights[index(system)]);
  }

  /**
   * {@return the system that leads by a metric; empty if two or more share the first place} It
   * compares whole numbers of satellites and microseconds (or samples), so ties are exact.
   *
   * @param metric the figure that decides who leads
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
      case MAX -> inView[system].max();
      case MEAN -> sums[system];
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
   * {@return all whole numbers of this tally: the weight of the window (microseconds, or samples);
   * by system the weight ahead of every other; by system and other system the weight ahead; by
   * system and number in view the weight with that number}
   */
  public long[] wholeNumbers() {
    int n = systems.size();
    long[] all = new long[1 + n + n * n + numberWeights.length];
    all[0] = totalWeight;
    System.arraycopy(aheadOfAllWeights, 0, all, 1, n);
    System.arraycopy(aheadWeights, 0, all, 1 + n, n * n);
    System.arraycopy(numberWeights, 0, all, 1 + n + n * n, numberWeights.length);
    return all;
  }

  /**
   * Restores a tally from its {@link #wholeNumbers}.
   *
   * @param site the site
   * @param systems the systems that are counted
   * @param wholeNumbers the numbers of another tally
   * @return the tally
   * @throws IllegalArgumentException if their number does not fit the number of systems
   */
  public static SiteTally ofWholeNumbers(
      GroundSite site, List<GnssSystem> systems, long[] wholeNumbers) {
    int n = systems.size();
    int before = 1 + n + n * n;
    if (n == 0 || wholeNumbers.length < before + n || (wholeNumbers.length - before) % n != 0) {
      throw new IllegalArgumentException(
          "%s whole numbers, expected %s and some for each of %s systems"
              .formatted(wholeNumbers.length, before, n));
    }
    return new SiteTally(
        site,
        systems,
        wholeNumbers[0],
        Arrays.copyOfRange(wholeNumbers, before, wholeNumbers.length),
        Arrays.copyOfRange(wholeNumbers, 1 + n, before),
        Arrays.copyOfRange(wholeNumbers, 1, 1 + n));
  }

  /** Tallies are equal if site, systems and all whole numbers are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SiteTally tally
        && tally.site.equals(site)
        && tally.systems.equals(systems)
        && Arrays.equals(tally.wholeNumbers(), wholeNumbers());
  }

  @Override
  public int hashCode() {
    return Objects.hash(site, systems, totalWeight);
  }

  /** {@return the site, and the numbers in view of each system, in one line} */
  @Override
  public String toString() {
    StringJoiner numbers = new StringJoiner("; ", site + ": ", "");
    for (int i = 0; i < systems.size(); i++) {
      SystemTally tally = inView[i];
      numbers.add(
          String.format(
              Locale.ROOT,
              "%s %s to %s, mean %.2f",
              systems.get(i),
              tally.min(),
              tally.max(),
              tally.mean()));
    }
    return numbers.toString();
  }
}
