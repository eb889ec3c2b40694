package dev.skytally;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GAL;
import static dev.skytally.satellites.GnssSystem.GPS;
import static dev.skytally.satellites.GnssSystem.QZS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.orbit.PropagationException;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.plan.Condition;
import dev.skytally.plan.Condition.Comparison;
import dev.skytally.plan.Measure;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanQuestion.Hours;
import dev.skytally.plan.PlanSeries;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.PlanWindow.Kind;
import dev.skytally.plan.SitePlan;
import dev.skytally.plan.SitePlan.Avoid;
import dev.skytally.reference.PlainFigures;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Sky;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows and series of plans, against figures computed the plain way at every second. */
class PlanTest {
  private static final Instant START = Instant.parse("2020-12-01T10:29:30Z");
  private static final int SECONDS = 2 * 3_600;
  private static final Duration WINDOW = Duration.ofSeconds(SECONDS);
  private static final int RANDOM_CONDITIONS = 200;

  /** What a metre of interpolation can change. */
  private static final double DILUTION_TOLERANCE = 1e-5;

  private static final List<Measure> MEASURES = List.of(Measure.values());
  private static final List<GnssSystem> SYSTEMS = List.of(GPS, GAL, BDS, QZS);

  private static final Constellation CONSTELLATION =
      ConstellationSelection.on(ReferenceData.SNAPSHOT)
          .systems(SYSTEMS)
          .from(BundledSnapshots.load(ReferenceData.SNAPSHOT), START);

  private static final List<GroundSite> SITES =
      List.of(
          GroundSite.ofDegrees("Chisinau", 47.03, 28.84, 100).withMask(ElevationMask.ofDegrees(15)),
          GroundSite.ofDegrees("Tokyo canyon", 35.7, 139.7, 40)
              .withMask(ElevationMask.ofDegrees(38)),
          GroundSite.ofDegrees("Ushuaia", -54.8, -68.3, 0)
              .withMask(
                  ElevationMask.horizonOfDegrees(
                      Map.of(0.0, 25.0, 90.0, 5.0, 180.0, 12.0, 270.0, 40.0))));

  private static List<PlainFigures> plain = List.of();

  @BeforeAll
  static void computeThePlainFigures() throws PropagationException {
    PlainFigures everywhere = new PlainFigures(CONSTELLATION, START, SECONDS);
    plain =
        SITES.stream()
            .parallel()
            .map(
                site ->
                    everywhere.over(
                        new PlainView(site, site.mask().orElseThrow()), ReceiverClocks.DEFAULT))
            .toList();
  }

  private static PlanQuestion question(List<Condition> conditions) {
    return PlanQuestion.of(conditions);
  }

  private static PlanQuestion best(Duration length) {
    return PlanQuestion.of(List.of()).lasting(length);
  }

  private static List<SitePlan> plans(PlanQuestion question) {
    return plans(VisibilityStudy.of(CONSTELLATION).at(SITES).over(START, WINDOW), question);
  }

  private static List<SitePlan> plans(VisibilityStudy study, PlanQuestion question) {
    List<SitePlan> plans = new ArrayList<>();
    study.plan(question, Function.identity(), plans::add);
    return plans;
  }

  private static double seconds(Instant utc) {
    return Duration.between(START, utc).toNanos() / 1e9;
  }

  /** One to three conditions, whose limits are values that occur. */
  private static List<Condition> randomConditions(Random random, PlainFigures figures) {
    List<Condition> conditions = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    while (conditions.size() < count) {
      Measure measure = MEASURES.get(random.nextInt(MEASURES.size()));
      Optional<GnssSystem> system =
          random.nextInt(3) == 0
              ? Optional.empty()
              : Optional.of(SYSTEMS.get(random.nextInt(SYSTEMS.size())));
      double occurs = figures.value(random.nextInt(SECONDS), system, measure);
      if (occurs > 0 && occurs < Double.POSITIVE_INFINITY) {
        boolean isUsual = random.nextInt(4) > 0;
        Comparison comparison =
            isUsual == (measure == Measure.SATELLITES)
                ? random.nextBoolean() ? Comparison.AT_LEAST : Comparison.MORE
                : random.nextBoolean() ? Comparison.AT_MOST : Comparison.LESS;
        conditions.add(new Condition(system, measure, comparison, occurs));
      }
    }
    return conditions;
  }

  @Test
  void randomConditionsHoldInTheWindowsAndOnlyThere() {
    Random random = new Random(20201201);
    int edges = 0;
    int crossings = 0;
    for (int i = 0; i < RANDOM_CONDITIONS; i++) {
      int site = i % SITES.size();
      List<Condition> conditions = randomConditions(random, plain.get(site));
      SitePlan plan = plans(question(conditions)).get(site);
      assertWindows(conditions, plan, plain.get(site));
      for (PlanWindow window : plan.windows()) {
        edges += window.begin().isAfter(START) ? 1 : 0;
        crossings += window.ending().kind() == Kind.DILUTION ? 1 : 0;
      }
    }
    assertTrue(edges > RANDOM_CONDITIONS, edges + " edges");
    assertTrue(crossings > RANDOM_CONDITIONS / 4, crossings + " crossings");
  }

  private static void assertWindows(
      List<Condition> conditions, SitePlan plan, PlainFigures figures) {
    for (int second = 0; second < figures.seconds(); second++) {
      boolean isIn = false;
      boolean isNearAnEdge = false;
      for (PlanWindow window : plan.windows()) {
        double begin = seconds(window.begin());
        double end = seconds(window.end());
        isIn |= second >= begin && second < end;
        isNearAnEdge |= Math.abs(second - begin) < 1 || Math.abs(second - end) < 1;
      }
      if (!isNearAnEdge && !touches(conditions, figures, second)) {
        Instant utc = START.plusSeconds(second);
        assertEquals(
            figures.holds(second, conditions),
            isIn,
            () -> plan.site() + ", " + conditions + " at " + utc);
      }
    }
  }

  /** Whether a dilution is so near to its limit that metres decide. */
  private static boolean touches(List<Condition> conditions, PlainFigures figures, int second) {
    return conditions.stream()
        .filter(one -> one.measure() != Measure.SATELLITES)
        .anyMatch(
            one -> Math.abs(figures.value(second, one) / one.limit() - 1) < DILUTION_TOLERANCE);
  }

  /** A condition that holds at about half of the time. */
  private static List<Condition> halfOfTheTime(
      int site, Measure measure, Comparison comparison, Optional<GnssSystem> system) {
    double[] sorted =
        IntStream.range(0, SECONDS)
            .mapToDouble(second -> plain.get(site).value(second, system, measure))
            .sorted()
            .toArray();
    return List.of(new Condition(system, measure, comparison, sorted[SECONDS / 2]));
  }

  @Test
  void windowsNameWhatEndsThem() {
    int satellites = 0;
    int others = 0;
    for (int site = 0; site < 2; site++) {
      List<List<Condition>> questions =
          List.of(
              halfOfTheTime(site, Measure.SATELLITES, Comparison.AT_LEAST, Optional.empty()),
              halfOfTheTime(site, Measure.SATELLITES, Comparison.LESS, Optional.empty()),
              halfOfTheTime(site, Measure.SATELLITES, Comparison.LESS, Optional.of(GPS)),
              halfOfTheTime(site, Measure.PDOP, Comparison.AT_MOST, Optional.empty()));
      for (List<Condition> conditions : questions) {
        for (PlanWindow window : plans(question(conditions)).get(site).windows()) {
          if (window.ending().kind() == Kind.STUDY) {
            assertEquals(START.plus(WINDOW), window.end());
          } else if (assertIsCause(window, plain.get(site))) {
            satellites++;
          } else {
            others++;
          }
        }
      }
    }
    assertTrue(satellites > 10, satellites + " ends by satellites");
    assertTrue(others > 0, others + " other ends");
  }

  /** Compares the seconds before and after the end; returns whether a satellite is the cause. */
  private static boolean assertIsCause(PlanWindow window, PlainFigures figures) {
    int before = (int) Math.floor(seconds(window.end()) - 0.01);
    int after = before + 1;
    Condition failed = window.ending().condition().orElseThrow();
    assertTrue(failed.holds(figures.value(before, failed)), window.toString());
    assertFalse(failed.holds(figures.value(after, failed)), window.toString());
    boolean isSatellite = window.ending().kind() != Kind.DILUTION;
    assertEquals(isSatellite, window.ending().satellite().isPresent());
    for (int member = 0; member < CONSTELLATION.members().size(); member++) {
      Satellite satellite = CONSTELLATION.members().get(member).satellite();
      if (window.ending().satellite().equals(Optional.of(satellite))) {
        assertEquals(window.ending().kind() == Kind.SET, figures.isInView(before, member));
        assertEquals(window.ending().kind() == Kind.RISE, figures.isInView(after, member));
      }
    }
    return isSatellite;
  }

  @Test
  void windowsAreRankedByTheMedianOfTheirMinutes() {
    int windows = 0;
    for (int site = 0; site < SITES.size(); site++) {
      double last = 0;
      List<Condition> conditions =
          halfOfTheTime(site, Measure.SATELLITES, Comparison.AT_LEAST, Optional.empty());
      for (PlanWindow window : plans(question(conditions)).get(site).windows()) {
        double[] samples = minutes(window, plain.get(site));
        double median = window.medianPdop().orElseThrow();
        if (samples.length > 0) {
          double expected = samples[(samples.length - 1) / 2];
          assertEquals(expected, median, DILUTION_TOLERANCE * expected);
        }
        assertTrue(last <= median);
        last = median;
        windows++;
      }
    }
    assertTrue(windows > 5, windows + " windows");
  }

  /** The sorted PDOP at the whole minutes of a window; the first is 30 s after the start. */
  private static double[] minutes(PlanWindow window, PlainFigures figures) {
    return IntStream.range(0, SECONDS)
        .filter(second -> START.plusSeconds(second).getEpochSecond() % 60 == 0)
        .filter(second -> second >= seconds(window.begin()) && second < seconds(window.end()))
        .mapToDouble(second -> figures.value(second, Optional.empty(), Measure.PDOP))
        .sorted()
        .toArray();
  }

  @Test
  void bestWindowHasTheLeastMedianOfAll() {
    Duration length = Duration.ofMinutes(50);
    for (SitePlan plan : plans(best(length))) {
      PlainFigures figures = plain.get(SITES.indexOf(plan.site()));
      assertEquals(1, plan.windows().size());
      assertEquals(List.of(), plan.avoid());
      PlanWindow window = plan.windows().get(0);
      assertEquals(length, Duration.between(window.begin(), window.end()));
      assertEquals(Kind.LENGTH, window.ending().kind());
      double least = Double.POSITIVE_INFINITY;
      for (int second = 30; second + length.toSeconds() <= SECONDS; second += 60) {
        Instant begin = START.plusSeconds(second);
        double[] samples =
            minutes(
                new PlanWindow(begin, begin.plus(length), window.medianPdop(), 0, window.ending()),
                figures);
        least = Math.min(least, samples[(samples.length - 1) / 2]);
      }
      assertEquals(least, window.medianPdop().orElseThrow(), DILUTION_TOLERANCE * least);
      assertEquals(leastInView(window, figures), window.leastInView());
    }
  }

  /** The least number in view at the seconds of a window. */
  private static double leastInView(PlanWindow window, PlainFigures figures) {
    return IntStream.range(0, SECONDS)
        .filter(second -> second >= seconds(window.begin()) && second < seconds(window.end()))
        .mapToDouble(second -> figures.value(second, Optional.empty(), Measure.SATELLITES))
        .min()
        .orElseThrow();
  }

  @Test
  void leastNumberInViewIsThatOfTheWindow() {
    for (SitePlan plan : plans(question(Condition.parse("satellites >= 1")))) {
      PlainFigures figures = plain.get(SITES.indexOf(plan.site()));
      PlanWindow window = plan.windows().get(0);
      assertEquals(leastInView(window, figures), window.leastInView());
    }
  }

  /** A dilution may exceed its limit for less than a minute while the same satellites are up. */
  @Test
  void crossingsBetweenTwoMinutesAreFound() {
    int found = 0;
    for (int site = 0; site < SITES.size(); site++) {
      PlainFigures figures = plain.get(site);
      for (GnssSystem system : SYSTEMS) {
        for (int minute = 30; minute + 60 < SECONDS; minute += 60) {
          found += isBulgeFound(site, figures, Optional.of(system), minute) ? 1 : 0;
        }
      }
    }
    assertTrue(found > 0);
  }

  /** Returns whether the PDOP has a maximum within a minute, which must not be in a window. */
  private static boolean isBulgeFound(
      int site, PlainFigures figures, Optional<GnssSystem> system, int minute) {
    double ends =
        Math.max(
            figures.value(minute, system, Measure.PDOP),
            figures.value(minute + 60, system, Measure.PDOP));
    int top = minute;
    for (int second = minute; second <= minute + 60; second++) {
      if (figures.value(second, system, Measure.SATELLITES)
          != figures.value(minute, system, Measure.SATELLITES)) {
        return false;
      }
      if (figures.value(second, system, Measure.PDOP) > figures.value(top, system, Measure.PDOP)) {
        top = second;
      }
    }
    double limit = (figures.value(top, system, Measure.PDOP) + ends) / 2;
    if (!(limit < ends * 2 && limit > ends * (1 + 1e-6))) {
      return false;
    }
    Instant utc = START.plusSeconds(top);
    List<Condition> conditions =
        List.of(new Condition(system, Measure.PDOP, Comparison.AT_MOST, limit));
    for (PlanWindow window : plans(question(conditions)).get(site).windows()) {
      assertFalse(!utc.isBefore(window.begin()) && utc.isBefore(window.end()), window.toString());
    }
    return true;
  }

  @Test
  void windowsAreLongEnoughAndTheRestIsToAvoid() {
    List<Condition> conditions = Condition.parse("gps.satellites >= 4, pdop <= 2.5");
    Duration least = Duration.ofMinutes(10);
    int shorter = 0;
    for (SitePlan all : plans(question(conditions))) {
      SitePlan plan = plans(question(conditions).lasting(least)).get(SITES.indexOf(all.site()));
      assertEquals(
          all.windows().stream()
              .filter(w -> Duration.between(w.begin(), w.end()).compareTo(least) >= 0)
              .toList(),
          plan.windows());
      shorter += all.windows().size() - plan.windows().size();
      List<Instant> edges = new ArrayList<>();
      plan.windows().forEach(w -> edges.addAll(List.of(w.begin(), w.end())));
      plan.avoid().forEach(a -> edges.addAll(List.of(a.begin(), a.end())));
      edges.sort(null);
      assertEquals(START, edges.get(0));
      assertEquals(START.plus(WINDOW), edges.get(edges.size() - 1));
      for (int i = 1; i + 1 < edges.size(); i += 2) {
        assertEquals(edges.get(i), edges.get(i + 1));
      }
    }
    assertTrue(shorter > 0);
  }

  @Test
  void aPeriodToAvoidIsBadThroughoutOrGoodButTooShort() {
    List<Condition> conditions = Condition.parse("gps.satellites >= 4, pdop <= 2.5");
    int tooShort = 0;
    for (SitePlan plan : plans(question(conditions).lasting(Duration.ofMinutes(10)))) {
      PlainFigures figures = plain.get(SITES.indexOf(plan.site()));
      for (Avoid avoid : plan.avoid()) {
        tooShort += avoid.failing().isEmpty() ? 1 : 0;
        for (int second = (int) seconds(avoid.begin()) + 2;
            second < seconds(avoid.end()) - 1;
            second++) {
          assertEquals(
              avoid.failing().isEmpty(), figures.holds(second, conditions), avoid + " " + second);
        }
      }
    }
    assertTrue(tooShort > 0);
  }

  /** The windows in UTC, from the day before clocks change to the day after; UTC has no change. */
  @ParameterizedTest
  @CsvSource({
    "08:00, 18:00, Europe/Chisinau, 2021-03-28, 27T06:00/27T16:00 28T05:00/28T15:00"
        + " 29T05:00/29T15:00",
    "02:30, 04:30, Europe/Chisinau, 2021-03-28, 27T00:30/27T02:30 28T00:30/28T01:30"
        + " 28T23:30/29T01:30 29T23:30/30T00:00",
    "02:30, 03:30, Europe/Chisinau, 2021-10-31, 30T00:00/30T00:30 30T23:30/31T01:30"
        + " 01T00:30/01T01:30",
    "00:00, 00:00, Europe/Chisinau, 2021-10-31, 30T00:00/02T00:00",
    "22:00, 02:00, UTC, 2021-10-31, 30T00:00/30T02:00 30T22:00/31T02:00 31T22:00/01T02:00"
        + " 01T22:00/02T00:00",
    "01:45, 02:15, Australia/Lord_Howe, 2021-04-04, 03T14:45/03T15:45 04T15:15/04T15:45"
        + " 05T15:15/05T15:45",
  })
  void windowsLieWithinTheHoursOfTheLocalDay(
      LocalTime from, LocalTime to, ZoneId zone, String day, String expected) {
    Instant noon = Instant.parse(day + "T12:00:00Z");
    Instant end = noon.plus(Duration.ofHours(36));
    SitePlan plan =
        plans(
                VisibilityStudy.of(CONSTELLATION)
                    .at(SITES.subList(0, 1))
                    .over(noon.minus(Duration.ofHours(36)), Duration.ofDays(3)),
                question(Condition.parse("satellites >= 0")).within(new Hours(from, to, zone)))
            .get(0);
    assertEquals(List.of(), plan.avoid());
    List<PlanWindow> windows =
        plan.windows().stream().sorted(Comparator.comparing(PlanWindow::begin)).toList();
    assertEquals(
        expected,
        windows.stream()
            .map(window -> dayAndMinute(window.begin()) + "/" + dayAndMinute(window.end()))
            .collect(Collectors.joining(" ")));
    for (PlanWindow window : windows) {
      assertEquals(window.end().equals(end) ? Kind.STUDY : Kind.HOURS, window.ending().kind());
    }
  }

  /** Returns an instant without its month; one within a minute keeps its second. */
  private static String dayAndMinute(Instant utc) {
    return utc.toString().substring("2021-03-".length()).replace(":00Z", "");
  }

  @Test
  void seriesIsThatOfThePlainFigures() {
    Duration step = Duration.ofSeconds(60);
    PlanQuestion question = PlanQuestion.of(List.of()).sampledEvery(step).withDirectionsInView();
    for (SitePlan plan : plans(question)) {
      PlainFigures figures = plain.get(SITES.indexOf(plan.site()));
      PlanSeries series = plan.series().orElseThrow();
      assertEquals(SECONDS / 60, series.size());
      for (int k = 0; k < series.size(); k++) {
        assertEquals(START.plusSeconds(60L * k), series.utc(k));
        for (Measure measure : Measure.values()) {
          for (GnssSystem system : SYSTEMS) {
            assertFigure(figures, series, k, Optional.of(system), measure);
          }
          assertFigure(figures, series, k, Optional.empty(), measure);
        }
        Sky sky = series.skies().get(k);
        assertEquals(series.utc(k), sky.utc());
        assertEquals(series.value(k, Optional.empty(), Measure.SATELLITES), sky.inView().size());
      }
    }
  }

  private static void assertFigure(
      PlainFigures figures,
      PlanSeries series,
      int k,
      Optional<GnssSystem> system,
      Measure measure) {
    double expected = figures.value(60 * k, system, measure);
    double actual = series.value(k, system, measure);
    if (Double.isInfinite(expected)) {
      assertEquals(expected, actual);
    } else {
      assertEquals(expected, actual, DILUTION_TOLERANCE * Math.max(1, expected * expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void sitesOfManyGroupsComeInOrderWithTheSamePlans(int threads) {
    List<GroundSite> many = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      many.addAll(SITES);
    }
    PlanQuestion question =
        question(Condition.parse("gps.satellites >= 4, pdop <= 2.5"))
            .sampledEvery(Duration.ofMinutes(10));
    List<SitePlan> once = plans(question);
    List<Double> progress = new ArrayList<>();
    List<SitePlan> plans =
        plans(
            VisibilityStudy.of(CONSTELLATION)
                .at(many)
                .over(START, WINDOW)
                .threads(threads)
                .reporting(progress::add),
            question);
    assertEquals(many.size(), plans.size());
    for (int i = 0; i < plans.size(); i++) {
      SitePlan expected = once.get(i % SITES.size());
      assertEquals(expected.site(), plans.get(i).site());
      assertEquals(expected.windows(), plans.get(i).windows());
      assertEquals(expected.avoid(), plans.get(i).avoid());
    }
    assertEquals(progress.stream().sorted().toList(), progress);
    assertEquals(1, progress.get(progress.size() - 1));
  }

  @Test
  void satelliteOutOfServiceEndsAWindow() {
    Member member =
        CONSTELLATION.members(GPS).stream()
            .filter(one -> isInViewAllTheTime(one, plain.get(0)))
            .findFirst()
            .orElseThrow();
    Instant begin = START.plusSeconds(1_000);
    Instant end = START.plusSeconds(2_000);
    Outage outage =
        new Outage(GPS, member.satellite().prn(), begin, Optional.of(end), false, "a test");
    Constellation alone = new Constellation(List.of(GPS), List.of(member), List.of());
    SitePlan plan =
        plans(
                VisibilityStudy.of(alone)
                    .at(SITES.subList(0, 1))
                    .over(START, WINDOW)
                    .without(Outages.of("a test", List.of(outage))),
                question(Condition.parse("satellites >= 1")))
            .get(0);
    assertEquals(2, plan.windows().size());
    assertEquals(begin, plan.windows().get(0).end());
    assertEquals(Kind.OUT_OF_SERVICE, plan.windows().get(0).ending().kind());
    assertEquals(Optional.of(member.satellite()), plan.windows().get(0).ending().satellite());
    assertEquals(end, plan.windows().get(1).begin());

    SitePlan without =
        plans(
                VisibilityStudy.of(alone)
                    .at(SITES.subList(0, 1))
                    .over(START, WINDOW)
                    .without(Outages.of("a test", List.of(outage))),
                question(Condition.parse("satellites < 1")))
            .get(0);
    assertEquals(1, without.windows().size());
    assertEquals(begin, without.windows().get(0).begin());
    assertEquals(end, without.windows().get(0).end());
    assertEquals(Kind.BACK_IN_SERVICE, without.windows().get(0).ending().kind());
  }

  private static boolean isInViewAllTheTime(Member member, PlainFigures figures) {
    int index = CONSTELLATION.members().indexOf(member);
    return IntStream.range(0, SECONDS).allMatch(second -> figures.isInView(second, index));
  }

  @ParameterizedTest
  @CsvSource({"false, PT1000000S, 1000001", "true, PT100000S, 100001"})
  void seriesOfTheGreatestNumberOfSamplesFits(
      boolean withDirections, Duration window, long samplesBeyond) {
    PlanQuestion question =
        new PlanQuestion(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(1)),
            withDirections);
    question.requireFitting(window);
    IllegalArgumentException beyond =
        assertThrows(
            IllegalArgumentException.class, () -> question.requireFitting(window.plusMillis(1)));
    String problem = "a series every 1s has %s samples, expected at most %s";
    assertTrue(
        beyond.getMessage().startsWith(problem.formatted(samplesBeyond, samplesBeyond - 1)),
        beyond.getMessage());
  }

  @Test
  void lengthsOfNothingAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> best(Duration.ZERO));
  }

  @Test
  void conditionsOfOtherSystemsAreRejected() {
    PlanQuestion question = question(Condition.parse("glo.satellites >= 4"));
    assertThrows(IllegalArgumentException.class, () -> plans(question));
  }
}
