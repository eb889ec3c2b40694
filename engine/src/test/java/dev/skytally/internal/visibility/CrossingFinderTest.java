package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.ReferenceData;
import dev.skytally.elements.ElementSet;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.SampledPositions;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What finders and samplers share: bounds, and the order of events. */
class CrossingFinderTest {
  private static final int MANY = 200;

  private static EphemerisBlock block;

  @BeforeAll
  static void fly() throws Exception {
    List<ElementSet> orbits = new ArrayList<>();
    for (int number : List.of(28474, 40730, 43001)) {
      orbits.add(ReferenceData.elementSets(ReferenceData.SNAPSHOT).get(number));
    }
    block =
        new EphemerisBlock(
            TimeGrid.of(orbits),
            EarthOrientation.mean(),
            ReferenceData.SNAPSHOT.toEpochDay() * 2,
            orbits.size());
    for (int j = 0; j < orbits.size(); j++) {
      block.propagate(j, PositionSource.of(orbits.get(j)));
    }
  }

  /** The site furthest from the Earth's centre is on the equator. */
  @Test
  void noSiteIsNearerToASatelliteThanTheLeastDistance() {
    double radius = 26_560_000;
    LocalHorizon highest =
        new LocalHorizon(GroundSite.ofDegrees("highest", 0, 0, GroundSite.HIGHEST_METERS));
    assertEquals(radius - highest.xMeters, CrossingFinder.leastDistanceMeters(radius), 1e-6);
    assertEquals(1000, CrossingFinder.leastDistanceMeters(highest.xMeters + 10), 0);
    assertEquals(1001, CrossingFinder.leastDistanceMeters(highest.xMeters + 1001), 1e-6);
  }

  private record Event(long microsInStep, int satellite, boolean rising) {}

  private static final class Recorder implements SkyEvents {
    private final List<Event> events = new ArrayList<>();

    @Override
    public void begin(boolean[] inViewAtFirst) {}

    @Override
    public void crossing(long utcMicros, int satellite, boolean rising) {
      events.add(new Event(utcMicros, satellite, rising));
    }
  }

  private static CrossingFinder finder() {
    ElevationMask mask = ElevationMask.ofDegrees(0);
    CrossingFinder finder = CrossingFinder.of(mask);
    finder.prepare(block, mask);
    return finder;
  }

  private static List<Event> reported(CrossingFinder finder) {
    Recorder recorder = new Recorder();
    finder.report(0, recorder);
    return recorder.events;
  }

  @Test
  void crossingsOfASatelliteKeepTheirOrderWithinAMicrosecond() {
    CrossingFinder finder = finder();
    double tau = 0.25;
    long micros = block.stepMicros() / 4;
    finder.found(1, tau, true);
    finder.found(1, tau, false);
    finder.found(1, tau, true);
    finder.found(2, tau, false);
    assertEquals(
        List.of(
            new Event(micros, 1, true),
            new Event(micros, 2, false),
            new Event(micros + 1, 1, false),
            new Event(micros + 2, 1, true)),
        reported(finder));
  }

  @Test
  void crossingsOfAllSatellitesAreReportedInOrderOfTime() {
    CrossingFinder finder = finder();
    List<Event> expected = new ArrayList<>();
    for (int k = MANY; k > 0; k--) {
      finder.found(CrossingFinder.MOST_SATELLITES - k, (double) k / MANY, k % 2 == 0);
      long micros = Math.round((double) k / MANY * block.stepMicros());
      expected.add(0, new Event(micros, CrossingFinder.MOST_SATELLITES - k, k % 2 == 0));
    }
    assertEquals(expected, reported(finder));
  }

  /** A satellite that rises at a sample is in view then, and one that sets is not. */
  @Test
  void aSampleAtACrossingComesAfterIt() {
    List<int[]> seen = new ArrayList<>();
    SkySampler sampler =
        new SkySampler(2, new int[] {1, 0, 0}) {
          @Override
          protected void look(
              SampledPositions positions, int sample, int[] visible, int visibleCount) {
            seen.add(Arrays.copyOf(visible, visibleCount));
          }
        };
    long start = block.startMicros(0);
    sampler.begin(new boolean[] {true, false, true});
    sampler.crossing(start + 1_000_000, 1, true);
    sampler.crossing(start + 2_000_000, 0, false);
    sampler.crossing(start + 3_000_001, 2, false);
    long[] micros = LongStream.range(0, 5).map(k -> start + k * 1_000_000).toArray();
    sampler.sample(new SampledPositions(block, micros));
    int[][] expected = {{2, 0}, {1, 2, 0}, {1, 2}, {1, 2}, {1}};
    for (int k = 0; k < expected.length; k++) {
      assertEquals(Arrays.toString(expected[k]), Arrays.toString(seen.get(k)), "sample " + k);
    }
  }
}
