package dev.skytally.dop;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.List;
import java.util.Optional;

/**
 * The dilution of precision at one site, of each system alone and of all together.
 *
 * <p>Immutable.
 */
public final class SiteDilution {
  private final GroundSite site;
  private final List<GnssSystem> systems;
  private final List<DilutionSummary> alone;
  private final DilutionSummary together;

  /**
   * Creates the dilution at a site.
   *
   * @param site the site
   * @param systems the systems
   * @param alone the figures of each system alone, in the order of the systems
   * @param together the figures of all systems used together
   */
  public SiteDilution(
      GroundSite site,
      List<GnssSystem> systems,
      List<DilutionSummary> alone,
      DilutionSummary together) {
    this.site = site;
    this.systems = List.copyOf(systems);
    this.alone = List.copyOf(alone);
    this.together = together;
  }

  /** {@return the site} */
  public GroundSite site() {
    return site;
  }

  /**
   * {@return the figures of one system alone}
   *
   * @param system one of the systems that were asked for
   * @throws IllegalArgumentException if the system is not among the study's systems
   */
  public DilutionSummary of(GnssSystem system) {
    int i = systems.indexOf(system);
    if (i < 0) {
      throw new IllegalArgumentException(system + " is not among the study's systems " + systems);
    }
    return alone.get(i);
  }

  /** {@return the figures of all systems used together} */
  public DilutionSummary together() {
    return together;
  }

  /**
   * {@return the system with the least median PDOP, as {@link DilutionSummary} rounds it; empty if
   * two or more share the first place} A system without a median comes after those that have one.
   */
  public Optional<GnssSystem> leader() {
    Optional<GnssSystem> leader = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (GnssSystem system : systems) {
      double median = of(system).medianPdop().orElse(Double.POSITIVE_INFINITY);
      if (median < least) {
        least = median;
        leader = Optional.of(system);
      } else if (median == least) {
        leader = Optional.empty();
      }
    }
    return leader;
  }
}
