package dev.skytally;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.CellDilution;
import dev.skytally.dop.Dilution;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.Sky;
import dev.skytally.visibility.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A satellite does not count while it is out of service: every answer against the rises and sets
 * without outages, which other tests compare with direct positions, and a look at the outages at
 * every second or microsecond.
 */
class OutageStudyTest {
  private static final Instant START = Instant.parse("2020-11-24T18:00:00Z");
  private static final Duration LENGTH = Duration.ofHours(30);
  private static final Instant END = START.plus(LENGTH);
  private static final double ROUNDING = 1e-12;

  /** The test compares one row and column of a grid out of this number. */
  private static final int EVERY = 12;

  /** The dilution of a grid is interpolated. */
  private static final double DILUTION_TOLERANCE = 1e-3;

  private static final Constellation CONSTELLATION =
      ConstellationSelection.on(LocalDate.of(2020, 11, 24))
          .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START);

  private static final List<GroundSite> SITES =
      IntStream.range(0, 10).mapToObj(i -> WorldCapitals.all().get(19 * i)).toList();

  /** Twenty outages of every kind. */
  private static final Outages OUTAGES =
      Outages.of(
          "this test",
          List.of(
              outage("G01", "2020-11-24T21:17", "2020-11-25T03:42"),
              outage("G02", "2020-11-24T12:00", "2020-11-24T19:01"),
              outage("G03", "2020-11-25T20:00", "2020-11-26T04:00"),
              outage("G05", "2020-11-20T00:00", "2020-11-30T00:00"),
              outage("G06", "2020-11-25T05:55", ""),
              outage("G07", "2019-01-01T00:00", ""),
              outage("G08", "2020-11-25T01:00", "2020-11-25T02:00"),
              outage("G08", "2020-11-25T01:30", "2020-11-25T04:00"),
              outage("G08", "2020-11-25T04:00", "2020-11-25T05:00"),
              outage("G08", "2020-11-25T02:10", "2020-11-25T02:20"),
              outage("G09", "2020-11-25T12:00", "2020-11-25T12:01"),
              outage("G10", "2020-11-25T12:00", "2020-11-25T12:00"),
              outage("G12", "2020-11-24T18:00", "2020-11-26T00:00"),
              outage("G13", "2020-11-24T17:00", "2020-11-24T18:00"),
              outage("G15", "2020-11-26T00:00", "2020-11-26T09:00"),
              outage("C06", "2020-11-25T00:00", "2020-11-25T12:00"),
              outage("C19", "2020-11-24T23:59", "2020-11-25T00:01"),
              outage("C20", "2020-11-25T03:00", "2020-11-25T09:00"),
              outage("C21", "2020-11-25T03:00", "2020-11-25T09:00"),
              outage("C01", "2020-11-25T11:00", "2020-11-25T13:00")));

  private static final Map<String, List<Outage>> BY_PRN =
      OUTAGES.all().stream().collect(groupingBy(Outage::prn));

  private static Outage outage(String prn, String from, String to) {
    return new Outage(
        GnssSystem.ofRinexLetter(prn.charAt(0)).orElseThrow(),
        prn,
        Instant.parse(from + ":00Z"),
        to.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(to + ":00Z")),
        false,
        "this test");
  }

  private static boolean isOut(Satellite satellite, Instant instant) {
    return BY_PRN.getOrDefault(satellite.prn(), List.of()).stream()
        .anyMatch(
            outage ->
                !instant.isBefore(outage.from())
                    && outage.to().map(instant::isBefore).orElse(true));
  }

  private static VisibilityStudy study() {
    return VisibilityStudy.of(CONSTELLATION)
        .at(SITES)
        .over(START, LENGTH)
        .above(ElevationMask.ofDegrees(5));
  }

  /** The satellites that count at some instants, in ascending order of time. */
  private static List<Set<Satellite>> usable(Timeline withoutOutages, List<Instant> instants) {
    List<Set<Satellite>> usable = new ArrayList<>();
    Set<Satellite> aboveMask = new HashSet<>(withoutOutages.inViewAtStart());
    int next = 0;
    for (Instant instant : instants) {
      while (next < withoutOutages.events().size()
          && !withoutOutages.events().get(next).utc().isAfter(instant)) {
        Timeline.Event event = withoutOutages.events().get(next++);
        boolean changed =
            event.isRise() ? aboveMask.add(event.satellite()) : aboveMask.remove(event.satellite());
        assertTrue(changed, "rises and sets alternate");
      }
      usable.add(aboveMask.stream().filter(s -> !isOut(s, instant)).collect(toSet()));
    }
    return usable;
  }

  /** Every instant at which a number in view may change. */
  private static List<Instant> changes(Timeline withoutOutages) {
    Set<Instant> changes = new TreeSet<>();
    changes.add(START);
    withoutOutages.events().forEach(event -> changes.add(event.utc()));
    for (Outage outage : OUTAGES.all()) {
      changes.add(outage.from());
      outage.to().ifPresent(changes::add);
    }
    return changes.stream().filter(t -> !t.isBefore(START) && t.isBefore(END)).toList();
  }

  @Test
  void exactCountsAreThoseOfEveryMicrosecond() {
    List<Timeline> timelines = study().record().timelines();
    StudyResult result = study().without(OUTAGES).run();
    assertNotEquals(study().run(), result);
    for (int i = 0; i < SITES.size(); i++) {
      List<Instant> changes = changes(timelines.get(i));
      long[] weights = new long[changes.size()];
      for (int k = 0; k < weights.length; k++) {
        Instant next = k + 1 < weights.length ? changes.get(k + 1) : END;
        weights[k] = Duration.between(changes.get(k), next).toNanos() / 1000;
      }
      assertTally(usable(timelines.get(i), changes), weights, result.tallies().get(i));
    }
  }

  @Test
  void countsSampledEveryTwentySecondsAreThoseOfEachSample() {
    assertSampledCounts(Duration.ofSeconds(20));
  }

  @Test
  @Tag("exhaustive")
  void countsSampledEverySecondAreThoseOfEachSample() {
    assertSampledCounts(Duration.ofSeconds(1));
  }

  private static void assertSampledCounts(Duration step) {
    List<Timeline> timelines = study().record().timelines();
    StudyResult result = study().without(OUTAGES).sampledEvery(step).run();
    List<Instant> samples = new ArrayList<>();
    for (Instant sample = START; sample.isBefore(END); sample = sample.plus(step)) {
      samples.add(sample);
    }
    long[] weights = new long[samples.size()];
    Arrays.fill(weights, 1);
    for (int i = 0; i < SITES.size(); i++) {
      assertTally(usable(timelines.get(i), samples), weights, result.tallies().get(i));
    }
  }

  private static void assertTally(List<Set<Satellite>> usable, long[] weights, SiteTally actual) {
    List<GnssSystem> systems = CONSTELLATION.systems();
    long all = 0;
    long ahead = 0;
    for (int k = 0; k < weights.length; k++) {
      all += weights[k];
      ahead +=
          count(usable.get(k), systems.get(0)) > count(usable.get(k), systems.get(1))
              ? weights[k]
              : 0;
    }
    assertEquals((double) ahead / all, actual.shareAhead(systems.get(0), systems.get(1)), ROUNDING);
    for (GnssSystem system : systems) {
      int max = 0;
      int min = Integer.MAX_VALUE;
      long sum = 0;
      long enough = 0;
      for (int k = 0; k < weights.length; k++) {
        int count = count(usable.get(k), system);
        max = weights[k] > 0 ? Math.max(max, count) : max;
        min = weights[k] > 0 ? Math.min(min, count) : min;
        sum += count * weights[k];
        enough += count >= 4 ? weights[k] : 0;
      }
      SystemTally tally = actual.inView(system);
      assertEquals(max, tally.max(), actual.site().name());
      assertEquals(min, tally.min(), actual.site().name());
      assertEquals((double) sum / all, tally.mean(), 32 * ROUNDING);
      assertEquals((double) enough / all, tally.shareAtLeastFour(), ROUNDING);
    }
  }

  private static int count(Set<Satellite> satellites, GnssSystem system) {
    return (int) satellites.stream().filter(satellite -> satellite.system() == system).count();
  }

  @Test
  void aPassEndsWhereAnOutageBeginsAndBeginsWhereItEnds() {
    List<Timeline> timelines = study().record().timelines();
    List<Pass> passes = study().without(OUTAGES).passes().passes();
    for (int i = 0; i < SITES.size(); i++) {
      GroundSite site = SITES.get(i);
      List<Instant> changes = changes(timelines.get(i));
      List<Set<Satellite>> usable = usable(timelines.get(i), changes);
      for (int k = 0; k < changes.size(); k++) {
        Instant at = changes.get(k);
        Set<Satellite> passing =
            passes.stream()
                .filter(pass -> pass.site().equals(site))
                .filter(pass -> pass.rise().map(rise -> !rise.utc().isAfter(at)).orElse(true))
                .filter(pass -> pass.set().map(set -> set.utc().isAfter(at)).orElse(true))
                .map(Pass::satellite)
                .collect(toSet());
        assertEquals(usable.get(k), passing, () -> site + " at " + at);
      }
    }
    for (Pass pass : passes) {
      Instant culmination = pass.culmination().utc();
      assertTrue(pass.rise().map(rise -> !culmination.isBefore(rise.utc())).orElse(true));
      assertTrue(pass.set().map(set -> !culmination.isAfter(set.utc())).orElse(true));
    }
  }

  @Test
  void skiesLackSatellitesThatAreOut() {
    List<Timeline> timelines = study().record().timelines();
    List<Instant> instants = new ArrayList<>();
    for (Outage outage : OUTAGES.all()) {
      outage.to().ifPresent(to -> instants.add(to.minusNanos(1000)));
      outage.to().ifPresent(instants::add);
      instants.add(outage.from().minusNanos(1000));
      instants.add(outage.from());
    }
    List<Instant> within =
        instants.stream()
            .filter(t -> !t.isBefore(START) && !t.isAfter(END))
            .sorted()
            .distinct()
            .toList();
    List<Sky> skies = study().without(OUTAGES).skies(within).skies();
    for (int i = 0; i < SITES.size(); i++) {
      List<Set<Satellite>> usable = usable(timelines.get(i), within);
      for (int k = 0; k < within.size(); k++) {
        Sky sky = skies.get(i * within.size() + k);
        assertEquals(within.get(k), sky.utc());
        if (within.get(k).isBefore(END)) {
          assertEquals(
              usable.get(k),
              sky.inView().stream().map(Sky.InView::satellite).collect(toSet()),
              () -> sky.site() + " at " + sky.utc());
        }
      }
    }
  }

  @Test
  void aSkyAtTheMomentAnOutageBeginsLacksTheSatellite() {
    Instant begin = Instant.parse("2020-11-25T11:00:00Z");
    Satellite c01 =
        CONSTELLATION.members().stream()
            .map(Constellation.Member::satellite)
            .filter(satellite -> satellite.prn().equals("C01"))
            .findFirst()
            .orElseThrow();
    GroundSite below = GroundSite.ofDegrees("below C01", 0, 140, 0);
    VisibilityStudy there = study().at(List.of(below)).without(OUTAGES);
    for (int microsecond = -1; microsecond <= 0; microsecond++) {
      Instant instant = begin.plusNanos(1000L * microsecond);
      boolean isSeen =
          there.skies(List.of(instant)).skies().get(0).inView().stream()
              .anyMatch(seen -> seen.satellite().equals(c01));
      assertEquals(microsecond < 0, isSeen);
    }
  }

  @Test
  void theAnswerIsTheSameForAnyNumberOfThreads() {
    VisibilityStudy study = study().without(OUTAGES);
    assertEquals(study.threads(1).run(), study.threads(3).run());
    assertEquals(study.threads(1).passes().passes(), study.threads(3).passes().passes());
    WorldStudy world = world(WorldGrid.cells(5)).without(OUTAGES);
    assertEquals(world.threads(1).run().tally(), world.threads(3).run().tally());
  }

  @Test
  void outagesOfOtherTimesChangeNothing() {
    Outages others =
        Outages.of(
            "this test",
            List.of(
                outage("G01", "2020-11-20T00:00", "2020-11-24T18:00"),
                outage("G01", "2020-11-27T00:00", ""),
                outage("E01", "2020-11-25T00:00", "2020-11-25T12:00")));
    assertEquals(study().run(), study().without(others).run());
    assertEquals(study().passes().passes(), study().without(others).passes().passes());
    WorldStudy world = world(WorldGrid.cells(5));
    assertEquals(world.run().tally(), world.without(others).run().tally());
  }

  private static WorldStudy world(WorldGrid grid) {
    return WorldStudy.of(CONSTELLATION)
        .on(grid)
        .over(START, LENGTH)
        .every(Duration.ofMinutes(10))
        .above(ElevationMask.ofDegrees(5));
  }

  @Test
  void theWorldCountsAsItsSites() {
    WorldGrid grid = WorldGrid.nodes(5);
    GridTally world = world(grid).without(OUTAGES).run().tally();
    for (int row = 0; row < grid.rows(); row += EVERY) {
      for (int column = 0; column < grid.columns(); column += EVERY) {
        SiteTally site =
            study()
                .at(List.of(grid.site(row, column)))
                .sampledEvery(Duration.ofMinutes(10))
                .without(OUTAGES)
                .run()
                .tallies()
                .get(0);
        for (GnssSystem system : CONSTELLATION.systems()) {
          SystemTally expected = site.inView(system);
          assertEquals(expected.mean(), world.mean(system, row, column), 32 * ROUNDING);
          assertEquals(expected.max(), world.max(system, row, column));
          assertEquals(expected.min(), world.min(system, row, column));
        }
      }
    }
    assertNotEquals(world(grid).run().tally(), world);
  }

  @Test
  void theDilutionOfTheWorldIsThatOfItsSkies() {
    Instant instant = Instant.parse("2020-11-25T03:30:00Z");
    WorldGrid grid = WorldGrid.nodes(5);
    GridTally world =
        world(grid)
            .over(instant, Duration.ofSeconds(1))
            .every(Duration.ofSeconds(1))
            .tallying(EnumSet.of(GridFigure.DILUTION))
            .without(OUTAGES)
            .run()
            .tally();
    int changed = 0;
    for (int row = 0; row < grid.rows(); row += EVERY) {
      List<CellDilution> gps = world.dilution(GnssSystem.GPS, row);
      for (int column = 0; column < grid.columns(); column += EVERY) {
        VisibilityStudy there = study().at(List.of(grid.site(row, column)));
        Sky sky = there.without(OUTAGES).skies(List.of(instant)).skies().get(0);
        Optional<Dilution> expected = Dilution.of(sky, GnssSystem.GPS);
        double pdop = expected.map(Dilution::pdop).orElse(Double.NaN);
        if (pdop < 20) {
          assertEquals(
              pdop, gps.get(column).pdop().mean().orElseThrow(), pdop * DILUTION_TOLERANCE);
        }
        Sky whole = there.skies(List.of(instant)).skies().get(0);
        changed += sky.inView().size() < whole.inView().size() ? 1 : 0;
      }
    }
    assertTrue(changed > 0, "some sky lacks a satellite");
  }
}
