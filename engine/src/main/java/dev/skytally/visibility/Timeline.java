package dev.skytally.visibility;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The satellites in view of a site at the start of a window, and every rise and set within it.
 * Immutable.
 *
 * @param site the site
 * @param start the start of the window
 * @param inViewAtStart the satellites in view at the start, in the order of the constellation
 * @param events in order of time; the events of a satellite alternate between rise and set
 */
public record Timeline(
    GroundSite site, Instant start, List<Satellite> inViewAtStart, List<Event> events) {
  /** Checks the components, and copies those that can change. */
  public Timeline {
    inViewAtStart = List.copyOf(inViewAtStart);
    events = List.copyOf(events);
  }

  /**
   * A rise or a set.
   *
   * @param utc to the microsecond
   * @param satellite the satellite
   * @param isRise whether the satellite rises; otherwise it sets
   */
  public record Event(Instant utc, Satellite satellite, boolean isRise) {}

  /**
   * A number in view that lasts until the next one, or until the end of the window.
   *
   * @param from when it begins
   * @param inView the number in view
   */
  public record Count(Instant from, int inView) {}

  /**
   * {@return the numbers of satellites of a system in view, in order of time: first that at the
   * start, then one for each change} Events in the same microsecond count together.
   *
   * @param system a system that the study does not have has no satellites in view
   */
  public List<Count> counts(GnssSystem system) {
    int inView = 0;
    for (Satellite satellite : inViewAtStart) {
      inView += satellite.system() == system ? 1 : 0;
    }
    List<Count> counts = new ArrayList<>();
    counts.add(new Count(start, inView));
    for (Event event : events) {
      if (event.satellite().system() == system) {
        inView += event.isRise() ? 1 : -1;
        int last = counts.size() - 1;
        if (counts.get(last).from().equals(event.utc())) {
          counts.remove(last);
        }
        if (counts.isEmpty() || counts.get(counts.size() - 1).inView() != inView) {
          counts.add(new Count(event.utc(), inView));
        }
      }
    }
    return counts;
  }
}
