package dev.skytally;

import dev.skytally.visibility.Timeline;
import java.util.List;

/**
 * Everything that a {@link VisibilityStudy} found, for example for drawing it.
 *
 * @param timelines one a site, in the order of the sites
 * @param tracks of the satellites that were propagated
 */
public record StudyRecord(StudyResult result, List<Timeline> timelines, SatelliteTracks tracks) {
  public StudyRecord {
    timelines = List.copyOf(timelines);
  }
}
