package dev.skytally;

import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a {@link VisibilityStudy}: a tally for each site, and how many sites each leads.
 */
public final class StudyResult {
  StudyResult() {}

  /**
   * The constellation as it flew: members that could not be propagated are no longer members but
   * listed under {@link Constellation#excluded()} with the reason.
   */
  public Constellation constellation() {
    throw new UnsupportedOperationException();
  }

  public Instant start() {
    throw new UnsupportedOperationException();
  }

  public Instant end() {
    throw new UnsupportedOperationException();
  }

  public ElevationMask mask() {
    throw new UnsupportedOperationException();
  }

  /** The step of the sampled mode; empty if the counts are exact. */
  public Optional<Duration> sampledEvery() {
    throw new UnsupportedOperationException();
  }

  /** A tally for each site, in the order of the sites. */
  public List<SiteTally> tallies() {
    throw new UnsupportedOperationException();
  }

  /** The tally of a site by its name. */
  public SiteTally tally(String siteName) {
    throw new UnsupportedOperationException();
  }

  /** The sites that a system leads by a metric, in the order of the sites. */
  public List<SiteTally> ledBy(GnssSystem system, Metric metric) {
    throw new UnsupportedOperationException();
  }

  /** The sites where two or more systems share the first place by a metric. */
  public List<SiteTally> ties(Metric metric) {
    throw new UnsupportedOperationException();
  }
}
