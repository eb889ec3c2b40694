package dev.skytally;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.dop.SiteDilution;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The dilution of precision that a {@link VisibilityStudy} finds.
 *
 * <p>Immutable.
 *
 * @param constellation the satellites that were propagated; the others are listed under {@link
 *     Constellation#excluded()} with the reason
 * @param step the step of the samples from the window's start; empty if they are at instants of the
 *     caller
 * @param clocks which systems share a receiver clock where all are used together
 * @param sites in the order of the sites
 */
public record DilutionResult(
    Constellation constellation,
    Optional<Duration> step,
    ReceiverClocks clocks,
    List<SiteDilution> sites) {
  /** Checks the components, and copies those that can change. */
  public DilutionResult {
    sites = List.copyOf(sites);
  }

  /**
   * {@return the sites where a system has the least median PDOP, in the order of the sites}
   *
   * @param system one of the systems
   */
  public List<SiteDilution> ledBy(GnssSystem system) {
    return sites.stream().filter(site -> site.leader().equals(Optional.of(system))).toList();
  }

  /** {@return the sites where two or more systems share the first place} */
  public List<SiteDilution> ties() {
    return sites.stream().filter(site -> site.leader().isEmpty()).toList();
  }
}
