package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.ReferenceData;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Timeline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineRecorderTest {
  private static final GroundSite SITE = GroundSite.ofDegrees("site", 0, 0, 0);
  private static final List<Satellite> SATELLITES =
      ReferenceData.listed("tally_satellites.csv").members().stream()
          .limit(3)
          .map(Member::satellite)
          .toList();

  private static Timeline.Event event(String utc, int satellite, boolean isRise) {
    return new Timeline.Event(Instant.parse(utc), SATELLITES.get(satellite), isRise);
  }

  /** The begin of the window belongs to it, and its end does not. */
  @Test
  void aRiseAtTheBeginCountsThereAndASetAtTheEndDoesNot() {
    long second = 1_000_000;
    TimelineRecorder recorder = new TimelineRecorder(SITE, SATELLITES, 10 * second, 20 * second);
    recorder.begin(new boolean[] {false, true, true});
    recorder.crossing(9 * second, 2, false);
    recorder.crossing(10 * second, 0, true);
    recorder.crossing(10 * second + 1, 1, false);
    recorder.crossing(20 * second - 1, 2, true);
    recorder.crossing(20 * second, 0, false);
    assertEquals(
        new Timeline(
            SITE,
            Instant.parse("1970-01-01T00:00:10Z"),
            SATELLITES.subList(0, 2),
            List.of(
                event("1970-01-01T00:00:10.000001Z", 1, false),
                event("1970-01-01T00:00:19.999999Z", 2, true))),
        recorder.timeline());
  }
}
