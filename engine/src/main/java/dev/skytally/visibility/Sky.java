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
 * @param inView the satellites in view by system, each in the order of the constellation
 */
public record Sky(GroundSite site, Instant utc, List<InView> inView) {

  /** A satellite in view and its direction. */
  public record InView(Satellite satellite, LookAngles lookAngles) {}

  public Sky {
    inView = List.copyOf(inView);
  }

  /** Returns the directions of the satellites of one system. */
  public List<LookAngles> lookAngles(GnssSystem system) {
    return inView.stream()
        .filter(seen -> seen.satellite().system() == system)
        .map(InView::lookAngles)
        .toList();
  }
}
