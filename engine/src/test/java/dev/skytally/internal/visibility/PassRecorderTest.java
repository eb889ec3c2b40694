package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSet;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassRecorderTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final ElementSet G02 =
      ReferenceData.elementSets(ReferenceData.SNAPSHOT).get(28474);
  private static final double TOP_DEGREES = 1e-6;

  private static EphemerisBlock block;

  @BeforeAll
  static void fly() throws Exception {
    block =
        new EphemerisBlock(
            TimeGrid.of(List.of(G02)), EarthOrientation.mean(), START.getEpochSecond() / 43_200, 1);
    block.propagate(0, PositionSource.of(G02));
  }

  /** The rate of the sine of the elevation, by the plain formula. */
  private static double climbRate(GroundSite site, int step, double tau) {
    LocalHorizon horizon = new LocalHorizon(site);
    double[] state = new double[6];
    block.state(step, 0, tau, state);
    double dx = state[0] - horizon.xMeters;
    double dy = state[1] - horizon.yMeters;
    double dz = state[2] - horizon.zMeters;
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double up = dx * horizon.upX + dy * horizon.upY + dz * horizon.upZ;
    double upRate = state[3] * horizon.upX + state[4] * horizon.upY + state[5] * horizon.upZ;
    double rangeRate = (dx * state[3] + dy * state[4] + dz * state[5]) / range;
    return upRate / range - up * rangeRate / (range * range);
  }

  private static GroundSite site(double latitude, double longitude) {
    return GroundSite.ofDegrees("site", latitude, longitude, 0);
  }

  /**
   * A site where the satellite culminates just when a step begins: there the mean of what the two
   * steps' polynomials say of the rate is zero.
   */
  private static Optional<GroundSite> culminatingAt(int step, double longitude) {
    for (double latitude = -85; latitude < 85; latitude += 5) {
      double low = latitude;
      double high = latitude + 5;
      double sign = Math.signum(meanRate(step, site(low, longitude)));
      if (sign == Math.signum(meanRate(step, site(high, longitude)))) {
        continue;
      }
      for (int halving = 0; halving < 60; halving++) {
        double middle = 0.5 * (low + high);
        if (Math.signum(meanRate(step, site(middle, longitude))) == sign) {
          low = middle;
        } else {
          high = middle;
        }
      }
      GroundSite found = site(low, longitude);
      boolean climbsBefore = climbRate(found, step - 1, 0.8) > 0;
      boolean fallsAfter = climbRate(found, step, 0.2) < 0;
      if (climbsBefore && fallsAfter) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static double meanRate(int step, GroundSite site) {
    return climbRate(site, step - 1, 1) + climbRate(site, step, 0);
  }

  /**
   * There each of two steps may put the turn into the other one: the rate at the end of the first
   * is still above zero and at the begin of the second already below.
   */
  @Test
  void aCulminationWhereTwoStepsMeetIsFound() {
    int lostBetweenSteps = 0;
    for (int step = 2; step < block.steps(); step++) {
      for (double longitude = 0; longitude < 360; longitude += 30) {
        Optional<GroundSite> found = culminatingAt(step, longitude);
        if (found.isEmpty()) {
          continue;
        }
        GroundSite site = found.get();
        boolean between = climbRate(site, step - 1, 1) > 0 && climbRate(site, step, 0) <= 0;
        lostBetweenSteps += between ? 1 : 0;
        Instant meeting = START.plusMillis((block.startMicros(step) - block.startMicros(0)) / 1000);
        Duration around = Duration.ofMinutes(30);
        for (Pass pass :
            VisibilityStudy.of(ReferenceData.anySystem(G02))
                .at(List.of(site))
                .over(meeting.minus(around), around.multipliedBy(2))
                .passes()
                .passes()) {
          double[] state = new double[6];
          block.state(step, 0, 0, state);
          assertEquals(
              new LocalHorizon(site).lookAngles(state[0], state[1], state[2]).elevationDegrees(),
              pass.culmination().lookAngles().elevationDegrees(),
              TOP_DEGREES,
              () -> site + " at " + meeting);
        }
      }
    }
    assertTrue(lostBetweenSteps > 0, "the case that this test is for does not occur");
  }

  private static final GroundSite NAIROBI = site(-1.29, 36.82);

  private static List<Pass> passes(ElementSet orbit, Instant from, Instant to) {
    return VisibilityStudy.of(ReferenceData.anySystem(orbit))
        .at(List.of(NAIROBI))
        .over(from, Duration.between(from, to))
        .passes()
        .passes();
  }

  /** A pass of some hours over Nairobi. */
  private static Pass wholePass() {
    return passes(G02, START, START.plus(Duration.ofDays(2))).stream()
        .filter(pass -> pass.rise().isPresent() && pass.set().isPresent())
        .filter(pass -> pass.culmination().lookAngles().elevationDegrees() > 20)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPassCulminatesBetweenRiseAndSet() {
    Pass whole = wholePass();
    double topDegrees = whole.culmination().lookAngles().elevationDegrees();
    for (int seconds : new int[] {-60, 60}) {
      Instant beside = whole.culmination().utc().plusSeconds(seconds);
      double besideDegrees =
          passes(G02, beside, beside.plusMillis(1))
              .get(0)
              .culmination()
              .lookAngles()
              .elevationDegrees();
      assertTrue(besideDegrees < topDegrees);
      assertEquals(topDegrees, besideDegrees, 0.01);
    }
    assertTrue(whole.rise().get().utc().isBefore(whole.culmination().utc()));
    assertTrue(whole.culmination().utc().isBefore(whole.set().get().utc()));
  }

  /** The window contains only the descent. */
  @Test
  void aPassThatDescendsCulminatesWhereTheWindowBegins() {
    Pass whole = wholePass();
    Instant begin = whole.culmination().utc().plusSeconds(600);
    Pass cut = passes(G02, begin, whole.set().get().utc().plusSeconds(600)).get(0);
    assertEquals(Optional.empty(), cut.rise());
    assertEquals(begin, cut.culmination().utc());
    assertEquals(whole.set(), cut.set());
  }

  /** The window contains only the ascent. */
  @Test
  void aPassThatClimbsCulminatesWhereTheWindowEnds() {
    Pass whole = wholePass();
    Instant end = whole.culmination().utc().minusSeconds(600);
    Pass cut = passes(G02, whole.rise().get().utc().minusSeconds(600), end).get(0);
    assertEquals(whole.rise(), cut.rise());
    assertEquals(end, cut.culmination().utc());
    assertEquals(Optional.empty(), cut.set());
  }

  /** The end of the window does not belong to it. */
  @Test
  void aSetAtTheEndOfTheWindowIsNotInIt() {
    Pass whole = wholePass();
    Instant set = whole.set().get().utc();
    Instant before = set.minusSeconds(600);
    assertEquals(Optional.empty(), passes(G02, before, set).get(0).set());
    assertEquals(whole.set(), passes(G02, before, set.plusNanos(1000)).get(0).set());
    List<Pass> afterwards = passes(G02, set, set.plusSeconds(600));
    assertEquals(1, afterwards.size());
    assertEquals(set, afterwards.get(0).set().orElseThrow().utc());
    assertEquals(List.of(), passes(G02, set.plusNanos(1000), set.plusSeconds(600)));
  }

  /** A rise just at the window's begin is in it. */
  @Test
  void aRiseAtTheBeginOfTheWindowIsInIt() {
    Pass whole = wholePass();
    Instant rise = whole.rise().get().utc();
    assertEquals(whole.rise(), passes(G02, rise, rise.plusSeconds(600)).get(0).rise());
    assertEquals(
        Optional.empty(), passes(G02, rise.plusNanos(1000), rise.plusSeconds(600)).get(0).rise());
  }

  @Test
  void passesComeByTheirBeginThenInTheOrderOfTheSatellites() {
    List<ElementSet> orbits =
        List.copyOf(ReferenceData.elementSets(ReferenceData.SNAPSHOT).values()).subList(0, 60);
    List<Pass> passes =
        VisibilityStudy.of(ReferenceData.anySystem(orbits))
            .at(List.of(NAIROBI))
            .over(START, Duration.ofHours(30))
            .passes()
            .passes();
    List<Integer> numbers = orbits.stream().map(ElementSet::catalogNumber).toList();
    int together = 0;
    for (int i = 1; i < passes.size(); i++) {
      Instant before = begin(passes.get(i - 1));
      Instant after = begin(passes.get(i));
      assertTrue(!after.isBefore(before));
      if (after.equals(before)) {
        together++;
        assertTrue(
            numbers.indexOf(passes.get(i - 1).satellite().catalogNumber())
                < numbers.indexOf(passes.get(i).satellite().catalogNumber()));
      }
    }
    assertTrue(together > 10, "the case that this test is for does not occur");
  }

  private static Instant begin(Pass pass) {
    return pass.rise().map(rise -> rise.utc()).orElse(START);
  }
}
