package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.PropagationException;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import dev.skytally.visibility.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The last leap second so far, 2016-12-31T23:59:60, in which satellites cross the mask too. */
class LeapSecondTest {
  private static final double MASK_DEGREES = 5;
  private static final Instant MIDNIGHT = Instant.parse("2017-01-01T00:00:00Z");
  private static final Duration HALF = Duration.ofMinutes(90);
  private static final Instant START = MIDNIGHT.minus(HALF);

  /** A metre of interpolation at the least distance of 19,000 km, thirty times. */
  private static final double NEAR_THE_MASK_DEGREES = 1e-4;

  private static final double ROUNDING = 1e-9;

  private static final Constellation SATELLITES =
      ReferenceData.anySystem(ReferenceData.elementSets(LocalDate.of(2020, 12, 1)).values());
  private static final List<GroundSite> SITES = sites();
  private static final List<PlainView> VIEWS =
      SITES.stream()
          .map(site -> new PlainView(site, ElevationMask.ofDegrees(MASK_DEGREES)))
          .toList();

  /** Those of each mask serve two tests. */
  private static final Map<ElevationMask, List<Timeline>> TIMELINES = new HashMap<>();

  private static boolean[][] beforeIt;
  private static boolean[][] afterIt;

  /** One every four degrees of latitude and six of longitude. */
  private static List<GroundSite> sites() {
    List<GroundSite> sites = new ArrayList<>();
    for (int latitude = -80; latitude <= 80; latitude += 4) {
      for (int longitude = -180; longitude < 180; longitude += 6) {
        sites.add(GroundSite.ofDegrees(latitude + " " + longitude, latitude, longitude, 0));
      }
    }
    return sites;
  }

  @BeforeAll
  static void lookBeforeAndAfter() {
    beforeIt = inView(MIDNIGHT.minusSeconds(1), 0);
    afterIt = inView(MIDNIGHT, 0);
  }

  /** By direct positions, by site, then satellite. */
  private static boolean[][] inView(Instant utc, double aboveMaskDegrees) {
    List<ElementSet> elementSets = SATELLITES.members().stream().map(Member::elementSet).toList();
    boolean[][] inView = new boolean[SITES.size()][elementSets.size()];
    for (int j = 0; j < elementSets.size(); j++) {
      double[] position;
      try {
        position = EarthFixedPositions.at(elementSets.get(j), utc);
      } catch (PropagationException e) {
        throw new IllegalStateException(e);
      }
      for (int i = 0; i < inView.length; i++) {
        inView[i][j] = VIEWS.get(i).aboveMaskDegrees(position, 0) >= aboveMaskDegrees;
      }
    }
    return inView;
  }

  /** The same mask twice: by the kernel, and by the slower path for masks by azimuth. */
  static Stream<ElevationMask> masks() {
    return Stream.of(
        ElevationMask.ofDegrees(MASK_DEGREES),
        ElevationMask.horizonOfDegrees(Map.of(0.0, MASK_DEGREES, 180.0, MASK_DEGREES + 1e-9)));
  }

  private static VisibilityStudy study(ElevationMask mask) {
    return VisibilityStudy.of(SATELLITES).at(SITES).above(mask).over(START, HALF.multipliedBy(2));
  }

  private static List<Timeline> timelines(ElevationMask mask) {
    return TIMELINES.computeIfAbsent(mask, m -> study(m).record().timelines());
  }

  @ParameterizedTest
  @MethodSource("masks")
  void anHourLaterInViewIsWhatIsAboveTheMask(ElevationMask mask) {
    Instant later = MIDNIGHT.plus(Duration.ofHours(1));
    boolean[][] perhaps = inView(later, -NEAR_THE_MASK_DEGREES);
    boolean[][] surely = inView(later, NEAR_THE_MASK_DEGREES);
    List<Timeline> timelines = timelines(mask);
    for (int i = 0; i < SITES.size(); i++) {
      Timeline timeline = timelines.get(i);
      Set<Satellite> inView = new HashSet<>(timeline.inViewAtStart());
      for (Timeline.Event event : timeline.events()) {
        if (!event.utc().isAfter(later)) {
          assertTrue(
              event.isRise() ? inView.add(event.satellite()) : inView.remove(event.satellite()));
        }
      }
      for (int j = 0; j < SATELLITES.members().size(); j++) {
        Satellite satellite = SATELLITES.members().get(j).satellite();
        assertTrue(
            inView.contains(satellite) ? perhaps[i][j] : !surely[i][j],
            () -> timeline.site() + ": " + satellite);
      }
    }
  }

  @Test
  void theCountsOfAWindowOverItAreThoseOfItsTwoHalves() {
    VisibilityStudy study = study(ElevationMask.ofDegrees(MASK_DEGREES));
    List<SiteTally> whole = study.run().tallies();
    List<SiteTally> before = study.over(START, HALF).run().tallies();
    List<SiteTally> after = study.over(MIDNIGHT, HALF).run().tallies();
    for (int i = 0; i < SITES.size(); i++) {
      assertEquals(
          0.5 * (mean(before.get(i)) + mean(after.get(i))),
          mean(whole.get(i)),
          ROUNDING,
          SITES.get(i)::toString);
    }
  }

  private static double mean(SiteTally tally) {
    return tally.inView(GnssSystem.GPS).mean();
  }

  @ParameterizedTest
  @MethodSource("masks")
  void whatCrossesInItRisesOrSetsBeforeTheNewYear(ElevationMask mask) {
    List<Instant> events =
        timelines(mask).stream()
            .flatMap(timeline -> timeline.events().stream())
            .map(Timeline.Event::utc)
            .toList();
    assertEquals(crossingsInIt(), inIt(events.stream()));
  }

  @Test
  void passesRiseAndSetThereToo() {
    List<Pass> passes = study(ElevationMask.ofDegrees(MASK_DEGREES)).passes().passes();
    assertEquals(
        crossingsInIt(),
        inIt(
            passes.stream()
                .flatMap(pass -> Stream.of(pass.rise(), pass.set()))
                .flatMap(Optional::stream)
                .map(PassEvent::utc)));
  }

  /** By direct positions. */
  private static long crossingsInIt() {
    long crossings = 0;
    for (int i = 0; i < SITES.size(); i++) {
      for (int j = 0; j < afterIt[i].length; j++) {
        crossings += beforeIt[i][j] == afterIt[i][j] ? 0 : 1;
      }
    }
    assertTrue(crossings > 0, "the case that this test is for does not occur");
    return crossings;
  }

  private static long inIt(Stream<Instant> events) {
    return events
        .filter(utc -> utc.isAfter(MIDNIGHT.minusSeconds(1)) && !utc.isAfter(MIDNIGHT))
        .count();
  }
}
