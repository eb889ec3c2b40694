package dev.skytally.tally;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Optional;

/** What one site sees of every system over a window, and who leads there. */
public final class SiteTally {
  SiteTally() {}

  public GroundSite site() {
    throw new UnsupportedOperationException();
  }

  /** The numbers in view of one system. */
  public SystemTally inView(GnssSystem system) {
    throw new UnsupportedOperationException();
  }

  /** The share of the window, 0 to 1, in which one system has more in view than another. */
  public double shareAhead(GnssSystem system, GnssSystem other) {
    throw new UnsupportedOperationException();
  }

  /** The share of the window, 0 to 1, in which a system has more in view than every other. */
  public double shareAheadOfAll(GnssSystem system) {
    throw new UnsupportedOperationException();
  }

  /** The system that leads by a metric; empty if two or more share the first place. */
  public Optional<GnssSystem> leader(Metric metric) {
    throw new UnsupportedOperationException();
  }
}
