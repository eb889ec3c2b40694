package dev.skytally.tally;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GAL;
import static dev.skytally.satellites.GnssSystem.GLO;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteTallyTest {
  private static final GroundSite SITE = GroundSite.ofDegrees("Quito", -0.2, -78.5, 2850);
  private static final List<GnssSystem> SYSTEMS = List.of(GPS, BDS, GAL);
  private static final long[] NEVER_AHEAD = new long[9];

  /** Of 100 samples: GPS has 3, 4 or 6 in view, BeiDou 2 or 5, and Galileo always 4. */
  private static final long[] NUMBERS = {
    0, 0, 0, 25, 50, 0, 25,
    0, 0, 40, 0, 0, 60, 0,
    0, 0, 0, 0, 100, 0, 0
  };

  /** GPS is ahead of BeiDou in 45 samples and of Galileo in 25, BeiDou of both in 50 and so on. */
  private static final long[] AHEAD = {0, 45, 25, 55, 0, 60, 25, 40, 0};

  private static final long[] AHEAD_OF_ALL = {20, 50, 10};

  private static SiteTally tally(long[] numbers, long[] ahead, long[] aheadOfAll) {
    return new SiteTally(SITE, SYSTEMS, 100, numbers, ahead, aheadOfAll);
  }

  private static final SiteTally TALLY = tally(NUMBERS, AHEAD, AHEAD_OF_ALL);

  @Test
  void figuresOfEachSystemFollowFromTheTimeWithEachNumber() {
    assertEquals(new SystemTally(6, 4.25, 3, 0.75), TALLY.inView(GPS));
    assertEquals(new SystemTally(5, 3.8, 2, 0.6), TALLY.inView(BDS));
    assertEquals(new SystemTally(4, 4, 4, 1), TALLY.inView(GAL));
  }

  @Test
  void oneMomentWithoutSatelliteMakesTheMinimumZero() {
    long[] numbers = {1, 0, 0, 0, 99, 100, 0, 0, 0, 0, 100, 0, 0, 0, 0};
    assertEquals(
        new SystemTally(4, 3.96, 0, 0.99), tally(numbers, AHEAD, AHEAD_OF_ALL).inView(GPS));
    assertEquals(new SystemTally(0, 0, 0, 0), tally(numbers, AHEAD, AHEAD_OF_ALL).inView(BDS));
  }

  @Test
  void sharesAreOfTheWholeWindow() {
    assertEquals(0.45, TALLY.shareAhead(GPS, BDS));
    assertEquals(0.25, TALLY.shareAhead(GPS, GAL));
    assertEquals(0.6, TALLY.shareAhead(BDS, GAL));
    assertEquals(0.4, TALLY.shareAhead(GAL, BDS));
    assertEquals(0.5, TALLY.shareAheadOfAll(BDS));
    assertEquals(0.1, TALLY.shareAheadOfAll(GAL));
    assertEquals(SITE, TALLY.site());
  }

  @Test
  void eachMetricHasItsOwnLeader() {
    assertEquals(Optional.of(GPS), TALLY.leader(Metric.MAX));
    assertEquals(Optional.of(GPS), TALLY.leader(Metric.MEAN));
    assertEquals(Optional.of(BDS), TALLY.leader(Metric.SHARE));
  }

  @Test
  void systemsThatShareTheFirstPlaceDoNotLead() {
    assertEquals(Optional.empty(), leaderByShare(30, 30, 20));
    assertEquals(Optional.empty(), leaderByShare(30, 20, 30));
    assertEquals(Optional.empty(), leaderByShare(20, 30, 30));
    assertEquals(Optional.of(GAL), leaderByShare(30, 30, 40));
    assertEquals(Optional.of(BDS), leaderByShare(30, 40, 30));
  }

  private static Optional<GnssSystem> leaderByShare(long... aheadOfAll) {
    return tally(NUMBERS, NEVER_AHEAD, aheadOfAll).leader(Metric.SHARE);
  }

  @Test
  void systemOutsideTheStudyHasNoFigures() {
    assertThrows(IllegalArgumentException.class, () -> TALLY.inView(GLO));
    assertThrows(IllegalArgumentException.class, () -> TALLY.shareAhead(GPS, GLO));
  }

  @Test
  void wholeNumbersRestoreTheTally() {
    long[] numbers = TALLY.wholeNumbers();
    assertEquals(100, numbers[0]);
    SiteTally restored = SiteTally.ofWholeNumbers(SITE, SYSTEMS, numbers);
    assertEquals(TALLY, restored);
    assertEquals(TALLY.hashCode(), restored.hashCode());
    assertArrayEquals(numbers, restored.wholeNumbers());
    assertEquals(TALLY.inView(BDS), restored.inView(BDS));
    assertEquals(0.6, restored.shareAhead(BDS, GAL));
    assertEquals(0.5, restored.shareAheadOfAll(BDS));
  }

  @Test
  void wholeNumbersOfAnotherNumberOfSystemsAreRefused() {
    int withoutNumbersInView = 1 + 3 + 9;
    for (int size : new int[] {0, withoutNumbersInView, withoutNumbersInView + 2, 17}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> SiteTally.ofWholeNumbers(SITE, SYSTEMS, new long[size]),
          Integer.toString(size));
    }
    SiteTally.ofWholeNumbers(SITE, SYSTEMS, new long[withoutNumbersInView + 3]);
    assertThrows(
        IllegalArgumentException.class,
        () -> SiteTally.ofWholeNumbers(SITE, List.of(), new long[] {100}));
  }

  @Test
  void talliesThatDifferInAnythingAreNotEqual() {
    assertEquals(TALLY, tally(NUMBERS.clone(), AHEAD.clone(), AHEAD_OF_ALL.clone()));
    assertNotEquals(TALLY, tally(NUMBERS, NEVER_AHEAD, AHEAD_OF_ALL));
    assertNotEquals(TALLY, tally(NUMBERS, AHEAD, new long[] {20, 50, 11}));
    assertNotEquals(TALLY, tally(new long[21], AHEAD, AHEAD_OF_ALL));
    GroundSite other = GroundSite.ofDegrees("Quito", -0.2, -78.5, 2851);
    assertNotEquals(TALLY, new SiteTally(other, SYSTEMS, 100, NUMBERS, AHEAD, AHEAD_OF_ALL));
    List<GnssSystem> others = List.of(GPS, BDS, GLO);
    assertNotEquals(TALLY, new SiteTally(SITE, others, 100, NUMBERS, AHEAD, AHEAD_OF_ALL));
    assertNotEquals(TALLY, new SiteTally(SITE, SYSTEMS, 101, NUMBERS, AHEAD, AHEAD_OF_ALL));
  }

  @Test
  void aTallyAsTextHasItsPlaceAndTheNumbersOfEachSystem() {
    assertEquals(
        "Quito (-0.2000, -78.5000): GPS 3 to 6, mean 4.25; BDS 2 to 5, mean 3.80;"
            + " GAL 4 to 4, mean 4.00",
        TALLY.toString());
  }
}
