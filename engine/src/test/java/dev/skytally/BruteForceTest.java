package dev.skytally;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.reference.PlainCounts;
import dev.skytally.reference.PlainView;
import dev.skytally.reference.SampledSatellites;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import dev.skytally.visibility.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exact counts against every second of direct Orekit positions: slow and obviously right. */
class BruteForceTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final double MASK_DEGREES = 5;

  /** Where a sample may fall on the other side of a crossing. */
  private static final double NEAR_A_CROSSING_SECONDS = 0.1;

  private static final double MEAN_TOLERANCE = 1e-3;

  private static final Constellation CONSTELLATION = ReferenceData.listed("tally_satellites.csv");

  private static List<GroundSite> tenSites() {
    return ReferenceData.rows("passes_dev.csv").stream()
        .collect(
            toMap(
                row -> row.get("site"),
                ReferenceData::site,
                (first, second) -> first,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  @Test
  void exactCountsOfThreeHoursAreThoseOfEverySecond() {
    assertExactCountsAreThoseOfEverySecond(3 * 3600);
  }

  @Test
  @Tag("exhaustive")
  void exactCountsOfADayAreThoseOfEverySecond() {
    assertExactCountsAreThoseOfEverySecond(86_400);
  }

  private static void assertExactCountsAreThoseOfEverySecond(int seconds) {
    List<GroundSite> sites = tenSites();
    assertEquals(10, sites.size());
    List<Member> members = CONSTELLATION.members();
    VisibilityStudy study =
        VisibilityStudy.of(CONSTELLATION)
            .at(sites)
            .over(START, Duration.ofSeconds(seconds))
            .above(ElevationMask.ofDegrees(MASK_DEGREES));
    SampledSatellites satellites =
        SampledSatellites.of(CONSTELLATION, START, Duration.ofSeconds(1), seconds);
    boolean[][][] fromPasses = new boolean[members.size()][sites.size()][seconds];
    boolean[][][] nearCrossing = new boolean[members.size()][sites.size()][seconds];
    List<Integer> numbers =
        members.stream().map(member -> member.satellite().catalogNumber()).toList();
    for (Pass pass : study.passes().passes()) {
      int j = numbers.indexOf(pass.satellite().catalogNumber());
      int i = sites.indexOf(pass.site());
      double rise = pass.rise().map(e -> seconds(e.utc())).orElse(-1.0);
      double set = pass.set().map(e -> seconds(e.utc())).orElse((double) seconds);
      for (int s = 0; s < seconds; s++) {
        fromPasses[j][i][s] |= s >= rise && s <= set;
        nearCrossing[j][i][s] |=
            Math.abs(s - rise) < NEAR_A_CROSSING_SECONDS
                || Math.abs(s - set) < NEAR_A_CROSSING_SECONDS;
      }
    }
    List<SiteTally> tallies = study.run().tallies();
    IntStream.range(0, sites.size())
        .parallel()
        .forEach(
            i -> {
              PlainView view = new PlainView(sites.get(i), ElevationMask.ofDegrees(MASK_DEGREES));
              boolean[][] inView = new boolean[members.size()][];
              for (int j = 0; j < members.size(); j++) {
                inView[j] = view.inView(satellites.positions(j));
                for (int s = 0; s < seconds; s++) {
                  if (inView[j][s] != fromPasses[j][i][s] && !nearCrossing[j][i][s]) {
                    throw new AssertionError(
                        members.get(j) + " over " + sites.get(i) + " at second " + s);
                  }
                }
              }
              assertTallyAgrees(tallies.get(i), satellites.count(inView));
            });
  }

  private static void assertTallyAgrees(SiteTally tally, PlainCounts counts) {
    List<GnssSystem> systems = CONSTELLATION.systems();
    for (int system = 0; system < systems.size(); system++) {
      SystemTally exact = tally.inView(systems.get(system));
      assertEquals(counts.mean(system), exact.mean(), MEAN_TOLERANCE);
      assertEquals(counts.shareAtLeastFour(system), exact.shareAtLeastFour(), MEAN_TOLERANCE);
      int max = counts.max(system);
      int min = counts.min(system);
      assertTrue(exact.max() >= max, "the exact maximum sees what falls between seconds");
      assertTrue(exact.min() <= min, "the exact minimum sees what falls between seconds");
      assertEquals(max, exact.max(), 1);
      assertEquals(min, exact.min(), 1);
    }
  }

  private static double seconds(Instant utc) {
    return Duration.between(START, utc).toNanos() / 1e9;
  }
}
