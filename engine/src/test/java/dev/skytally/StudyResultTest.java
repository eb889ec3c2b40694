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
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** GPS leads with three satellites against two, and two against two are a tie. */
  @Test
  void anAnswerAsTextHasItsQuestionAndTheLeaders() {
    List<SiteTally> tallies = new ArrayList<>();
    for (int gps : new int[] {3, 3, 2}) {
      long[] numbers = new long[8];
      numbers[gps] = 1;
      numbers[4 + 2] = 1;
      GroundSite site = GroundSite.ofDegrees("Georgetown", 6.8, -58.2, 0);
      List<GnssSystem> systems = List.of(GnssSystem.GPS, GnssSystem.BDS);
      tallies.add(new SiteTally(site, systems, 1, numbers, new long[4], new long[2]));
    }
    Constellation none =
        new Constellation(List.of(GnssSystem.GPS, GnssSystem.BDS), List.of(), List.of());
    Window exact = new Window(START, Duration.ofHours(6), Optional.empty());
    Window sampled = new Window(START, Duration.ofHours(6), Optional.of(Duration.ofMinutes(1)));
    ElevationMask mask = ElevationMask.ofDegrees(5);
    String window = "3 sites, 2024-09-22T00:00:00Z to 2024-09-22T06:00:00Z";
    String rest = ", mask 5 degrees; led by maximum: GPS 2, BDS 0, tied 1";
    assertEquals(window + rest, new StudyResult(none, exact, mask, tallies).toString());
    assertEquals(
        window + " every PT1M" + rest, new StudyResult(none, sampled, mask, tallies).toString());
  }

  @Test
  void anAnswerAsTextNamesAMaskOnlyIfItAppliesToASite() {
    List<GnssSystem> systems = List.of(GnssSystem.GPS);
    Window window = new Window(START, Duration.ofHours(6), Optional.empty());
    ElevationMask mask = ElevationMask.ofDegrees(5);
    GroundSite open = GroundSite.ofDegrees("Roof", 46.9, 7.4, 0);
    GroundSite own = open.withMask(ElevationMask.ofDegrees(20));
    Map<List<GroundSite>, String> texts =
        Map.of(
            List.of(open, open), ", mask 5 degrees; ",
            List.of(own, own), ", sites have their own masks; ",
            List.of(own, open, own), ", mask 5 degrees at sites without their own; ");
    texts.forEach(
        (sites, text) -> {
          List<SiteTally> tallies =
              sites.stream()
                  .map(
                      site ->
                          new SiteTally(
                              site, systems, 1, new long[] {1, 0}, new long[1], new long[1]))
                  .toList();
          Constellation none = new Constellation(systems, List.of(), List.of());
          String result = new StudyResult(none, window, mask, tallies).toString();
          assertTrue(result.contains("06:00:00Z" + text + "led by"), result);
        });
  }
}
