package dev.skytally;

import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Timeline;
import java.util.List;

/**
 * Everything that a {@link VisibilityStudy} found, for example for drawing it.
 *
 * <p>Immutable.
 *
 * @param result the answer
 * @param timelines one a site, in the order of the sites
 * @param tracks of the satellites that were propagated
 */
public record StudyRecord(StudyResult result, List<Timeline> timelines, SatelliteTracks tracks) {
  /** Checks the components, and copies those that can change. */
  public StudyRecord {
    timelines = List.copyOf(timelines);
  }

  /**
   * {@return the timeline of a site}
   *
   * @param site a site of the study
   * @throws IllegalArgumentException if the study has no such site
   */
  public Timeline timeline(GroundSite site) {
    return timelines.stream()
        .filter(timeline -> timeline.site().equals(site))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("this study has no site " + site));
  }
}
