package dev.skytally;

import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of a {@link VisibilityStudy}: a tally for each site, and how many sites each leads.
 */
public final class StudyResult {
  private final Constellation constellation;
  private final Window window;
  private final ElevationMask mask;
  private final List<SiteTally> tallies;

  public StudyResult(
      Constellation constellation, Window window, ElevationMask mask, List<SiteTally> tallies) {
    this.constellation = constellation;
    this.window = window;
    this.mask = mask;
    this.tallies = List.copyOf(tallies);
  }

  /**
   * The constellation as it flew: members that could not be propagated are no longer members but
   * listed under {@link Constellation#excluded()} with the reason.
   */
  public Constellation constellation() {
    return constellation;
  }

  public Instant start() {
    return window.start();
  }

  public Instant end() {
    return window.end();
  }

  public ElevationMask mask() {
    return mask;
  }

  /** The step of the sampled mode; empty if the counts are exact. */
  public Optional<Duration> sampledEvery() {
    return window.sampledEvery();
  }

  /** A tally for each site, in the order of the sites. */
  public List<SiteTally> tallies() {
    return tallies;
  }

  /**
   * The tally of the first site with a name.
   *
   * @throws IllegalArgumentException if no site has this name
   */
  public SiteTally tally(String siteName) {
    return tallies.stream()
        .filter(tally -> tally.site().name().equals(siteName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no site of this study is named " + siteName));
  }

  /** The sites that a system leads by a metric, in the order of the sites. */
  public List<SiteTally> ledBy(GnssSystem system, Metric metric) {
    return tallies.stream()
        .filter(tally -> tally.leader(metric).equals(Optional.of(system)))
        .toList();
  }

  /** The sites where two or more systems share the first place by a metric. */
  public List<SiteTally> ties(Metric metric) {
    return tallies.stream().filter(tally -> tally.leader(metric).isEmpty()).toList();
  }

  /**
   * At how many sites a system can lead by the maximum, at least and at most, if the {@link
   * Constellation#missing() missing} satellites counted. Each of them raises the maximum of its
   * system by one or not at all, at each site on its own. Without missing satellites both are the
   * number of sites that the system leads.
   */
  public Range ledByMaxWithMissing(GnssSystem system) {
    Map<GnssSystem, Integer> missing = missingBySystem();
    int least = 0;
    int most = 0;
    for (SiteTally tally : tallies) {
      int max = tally.inView(system).max();
      boolean leadsAtLeast = true;
      boolean leadsAtMost = true;
      for (GnssSystem other : constellation.systems()) {
        if (other != system) {
          int otherMax = tally.inView(other).max();
          leadsAtLeast &= max > otherMax + missing.getOrDefault(other, 0);
          leadsAtMost &= max + missing.getOrDefault(system, 0) > otherMax;
        }
      }
      least += leadsAtLeast ? 1 : 0;
      most += leadsAtMost ? 1 : 0;
    }
    return new Range(least, most);
  }

  private Map<GnssSystem, Integer> missingBySystem() {
    Map<GnssSystem, Integer> counts = new EnumMap<>(GnssSystem.class);
    for (Missing missing : constellation.missing()) {
      counts.merge(missing.satellite().system(), 1, Integer::sum);
    }
    return counts;
  }

  /** A number of sites that is known within bounds, both inclusive. */
  public record Range(int least, int most) {}
}
