package dev.skytally.visibility;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import java.time.Instant;
import java.util.List;

/**
 * The satellites in view of a site at an instant.
 *
 * <p>Immutable.
 *
 * @param site the site
 * @param utc the instant
 * @param inView the satellites in view by system, each in the order of the constellation
 */
public record Sky(GroundSite site, Instant utc, List<InView> inView) {

  /**
   * A satellite in view and its direction.
   *
   * @param satellite the satellite
   * @param lookAngles the look angles
   */
  public record InView(Satellite satellite, LookAngles lookAngles) {}

  /** Checks the components, and copies those that can change. */
  public Sky {
    inView = List.copyOf(inView);
  }

  /**
   * {@return the directions of the satellites of one system}
   *
   * @param system the system
   */
  public List<LookAngles> lookAngles(GnssSystem system) {
    return inView.stream()
        .filter(seen -> seen.satellite().system() == system)
        .map(InView::lookAngles)
        .toList();
  }
}
