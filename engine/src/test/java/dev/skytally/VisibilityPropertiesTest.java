package dev.skytally;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold whatever the site, the mask and the window. */
class VisibilityPropertiesTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Constellation CONSTELLATION = ReferenceData.listed("tally_satellites.csv");

  private static VisibilityStudy study(double latitudeDegrees, double longitudeDegrees) {
    return VisibilityStudy.of(CONSTELLATION)
        .at(List.of(GroundSite.ofDegrees("site", latitudeDegrees, longitudeDegrees, 0)))
        .over(START, Duration.ofDays(1));
  }

  /** All that a tally says. */
  private static List<Object> everything(SiteTally tally) {
    List<Object> all = new ArrayList<>();
    for (GnssSystem system : CONSTELLATION.systems()) {
      all.add(tally.inView(system));
      all.add(tally.shareAheadOfAll(system));
    }
    all.add(tally.shareAhead(BDS, GPS));
    all.add(tally.shareAhead(GPS, BDS));
    for (Metric metric : Metric.values()) {
      all.add(tally.leader(metric));
    }
    return all;
  }

  /** A pass in words: satellite and microseconds tell it from any other. */
  private static String crossing(Pass pass, PassEvent event, String kind) {
    return event.utc() + " " + kind + " " + pass.satellite().catalogNumber();
  }

  private static List<String> crossings(List<Pass> passes) {
    List<String> crossings = new ArrayList<>();
    for (Pass pass : passes) {
      pass.rise().ifPresent(rise -> crossings.add(crossing(pass, rise, "rise")));
      pass.set().ifPresent(set -> crossings.add(crossing(pass, set, "set")));
    }
    crossings.sort(null);
    return crossings;
  }

  @Property(tries = 40)
  void raisingTheMaskNeverAddsASatellite(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeDegrees,
      @ForAll @DoubleRange(min = -5, max = 80) double maskDegrees,
      @ForAll @DoubleRange(min = 0, max = 9) double raisedByDegrees) {
    VisibilityStudy study = study(latitudeDegrees, longitudeDegrees);
    ElevationMask low = ElevationMask.ofDegrees(maskDegrees);
    ElevationMask high = ElevationMask.ofDegrees(maskDegrees + raisedByDegrees);
    SiteTally lowTally = study.above(low).run().tallies().get(0);
    SiteTally highTally = study.above(high).run().tallies().get(0);
    for (GnssSystem system : CONSTELLATION.systems()) {
      assertTrue(highTally.inView(system).max() <= lowTally.inView(system).max());
      assertTrue(highTally.inView(system).min() <= lowTally.inView(system).min());
      assertTrue(highTally.inView(system).mean() <= lowTally.inView(system).mean());
    }
    Map<Integer, List<Pass>> lowPasses = new TreeMap<>();
    for (Pass pass : study.above(low).passes().passes()) {
      lowPasses
          .computeIfAbsent(pass.satellite().catalogNumber(), number -> new ArrayList<>())
          .add(pass);
    }
    for (Pass pass : study.above(high).passes().passes()) {
      assertTrue(
          lowPasses.getOrDefault(pass.satellite().catalogNumber(), List.of()).stream()
              .anyMatch(
                  outer -> !begin(outer).isAfter(begin(pass)) && !end(outer).isBefore(end(pass))),
          () -> pass + " has no pass around it at the lower mask");
    }
  }

  private static Instant begin(Pass pass) {
    return pass.rise().map(PassEvent::utc).orElse(START);
  }

  private static Instant end(Pass pass) {
    return pass.set().map(PassEvent::utc).orElse(START.plus(Duration.ofDays(1)));
  }

  @Property(tries = 20)
  void addingASystemTakesNothingFromAnother(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeDegrees) {
    Constellation gpsAlone = new Constellation(List.of(GPS), CONSTELLATION.members(GPS), List.of());
    GroundSite site = GroundSite.ofDegrees("site", latitudeDegrees, longitudeDegrees, 0);
    SiteTally alone =
        VisibilityStudy.of(gpsAlone)
            .at(List.of(site))
            .over(START, Duration.ofDays(1))
            .run()
            .tallies()
            .get(0);
    SiteTally together = study(latitudeDegrees, longitudeDegrees).run().tallies().get(0);
    assertEquals(alone.inView(GPS), together.inView(GPS));
  }

  @Property(tries = 30)
  void threadsChangeNothing(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeDegrees,
      @ForAll @IntRange(min = 2, max = 5) int threads) {
    VisibilityStudy plain = study(latitudeDegrees, longitudeDegrees).threads(1);
    VisibilityStudy other = plain.threads(threads);
    assertEquals(
        everything(plain.run().tallies().get(0)), everything(other.run().tallies().get(0)));
    assertEquals(passes(plain), passes(other));
  }

  @Example
  void everyCapitalIsTheSameOnOneThreadAndOnMany() {
    VisibilityStudy study =
        VisibilityStudy.of(CONSTELLATION)
            .at(WorldCapitals.all())
            .above(ElevationMask.ofDegrees(5))
            .over(START, Duration.ofDays(2));
    List<List<Object>> alone = everything(study.threads(1).run());
    for (int threads : new int[] {2, 3, 8}) {
      assertEquals(alone, everything(study.threads(threads).run()));
    }
  }

  private static List<List<Object>> everything(StudyResult result) {
    return result.tallies().stream().map(VisibilityPropertiesTest::everything).toList();
  }

  private static List<List<Object>> passes(VisibilityStudy study) {
    return study.passes().passes().stream()
        .map(pass -> List.<Object>of(pass.satellite(), pass.rise(), pass.culmination(), pass.set()))
        .toList();
  }

  @Property(tries = 30)
  void aWindowSplitInTwoGivesTheSamePasses(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeDegrees,
      @ForAll @IntRange(min = 1, max = 86_399_999) int splitMillis) {
    assertSplitChangesNothing(latitudeDegrees, longitudeDegrees, splitMillis);
  }

  /** A grazing pass, where a tenth of a millimetre moves a set by a tenth of a millisecond. */
  @Example
  void aWindowSplitBeforeAGrazingPassGivesTheSamePasses() {
    assertSplitChangesNothing(0, 11.58, 43_200_000);
  }

  private static void assertSplitChangesNothing(
      double latitudeDegrees, double longitudeDegrees, int splitMillis) {
    VisibilityStudy study = study(latitudeDegrees, longitudeDegrees);
    Instant split = START.plusMillis(splitMillis);
    List<String> halves = new ArrayList<>();
    halves.addAll(crossings(study.over(START, Duration.between(START, split)).passes().passes()));
    halves.addAll(
        crossings(
            study
                .over(split, Duration.between(split, START.plus(Duration.ofDays(1))))
                .passes()
                .passes()));
    halves.sort(null);
    assertEquals(crossings(study.passes().passes()), halves);
  }

  @Property(tries = 20)
  void aSystemIsAheadBehindOrLevelAllTheTime(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeDegrees) {
    SiteTally tally = study(latitudeDegrees, longitudeDegrees).run().tallies().get(0);
    assertTrue(tally.shareAhead(BDS, GPS) + tally.shareAhead(GPS, BDS) <= 1);
    assertEquals(tally.shareAhead(BDS, GPS), tally.shareAheadOfAll(BDS));
    assertTrue(tally.inView(BDS).min() <= tally.inView(BDS).mean());
    assertTrue(tally.inView(BDS).mean() <= tally.inView(BDS).max());
  }
}
