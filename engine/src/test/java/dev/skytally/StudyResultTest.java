package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyResultTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 22);
  private static final Instant START = Instant.parse("2024-09-22T00:00:00Z");
  private static final List<GnssSystem> SYSTEMS =
      List.of(GnssSystem.GPS, GnssSystem.BDS, GnssSystem.GAL);

  private static final Constellation WHOLE =
      ConstellationSelection.on(DAY)
          .systems(SYSTEMS)
          .from(BundledSnapshots.load(DAY), START.plus(Duration.ofHours(12)));

  private static StudyResult run(Constellation constellation) {
    return VisibilityStudy.of(constellation)
        .at(WorldCapitals.all())
        .over(START, Duration.ofDays(1))
        .run();
  }

  /** Without the first satellites of each system. */
  private static Constellation without(Map<GnssSystem, Integer> counts) {
    List<Member> members = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>();
    for (GnssSystem system : SYSTEMS) {
      List<Member> ofSystem = WHOLE.members(system);
      int count = counts.getOrDefault(system, 0);
      for (Member member : ofSystem.subList(0, count)) {
        excluded.add(
            Exclusion.of(
                new Missing(member.satellite(), Missing.Reason.NOT_IN_SOURCE, "taken out")));
      }
      members.addAll(ofSystem.subList(count, ofSystem.size()));
    }
    return new Constellation(SYSTEMS, members, excluded);
  }

  @Test
  void aCompleteAnswerLeavesNothingOpen() {
    StudyResult result = run(WHOLE);
    for (GnssSystem system : SYSTEMS) {
      int led = result.ledBy(system, Metric.MAX).size();
      assertEquals(new StudyResult.Range(led, led), result.ledByMaxWithMissing(system));
    }
  }

  /** Every way in which missing satellites can raise the maxima of a site, one by one. */
  @Test
  void boundsAreThoseOfAllWaysToRaiseTheMaxima() {
    Map<GnssSystem, Integer> missing = new EnumMap<>(GnssSystem.class);
    missing.put(GnssSystem.GPS, 2);
    missing.put(GnssSystem.BDS, 1);
    StudyResult cut = run(without(missing));
    StudyResult whole = run(WHOLE);
    for (GnssSystem system : SYSTEMS) {
      int least = 0;
      int most = 0;
      for (SiteTally tally : cut.tallies()) {
        int ways = 0;
        int led = 0;
        for (int gps = 0; gps <= 2; gps++) {
          for (int beidou = 0; beidou <= 1; beidou++) {
            Map<GnssSystem, Integer> raised =
                Map.of(GnssSystem.GPS, gps, GnssSystem.BDS, beidou, GnssSystem.GAL, 0);
            ways++;
            led += leads(system, tally, raised) ? 1 : 0;
          }
        }
        least += led == ways ? 1 : 0;
        most += led > 0 ? 1 : 0;
      }
      StudyResult.Range range = cut.ledByMaxWithMissing(system);
      assertEquals(new StudyResult.Range(least, most), range);
      int led = whole.ledBy(system, Metric.MAX).size();
      assertTrue(range.least() <= led && led <= range.most(), range + " " + led);
    }
  }

  private static boolean leads(
      GnssSystem system, SiteTally tally, Map<GnssSystem, Integer> raised) {
    int max = tally.inView(system).max() + raised.get(system);
    return SYSTEMS.stream()
        .filter(other -> other != system)
        .allMatch(other -> max > tally.inView(other).max() + raised.get(other));
  }
}
