package dev.skytally.validation;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.PassList;
import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import dev.skytally.validation.OrbitComparison.PositionErrors;
import dev.skytally.validation.OrbitComparison.ViewErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Orbits that are made wrong by a known amount show that amount. */
class OrbitComparisonTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final double EARTH_ROTATION = 7.292115e-5;

  /** Interpolation of both, each bounded by a metre. */
  private static final double TWO_METERS = 2;

  private static final List<GroundSite> SITES = WorldCapitals.all().subList(0, 20);

  private static final Constellation PREDICTED =
      ConstellationSelection.on(LocalDate.of(2020, 12, 1))
          .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START.plusSeconds(43_200));

  private static String sample(OrbitSamples.Change change) {
    Map<String, ElementSet> byPrn = new TreeMap<>();
    for (Member member : PREDICTED.members()) {
      byPrn.put(member.satellite().prn(), member.elementSet());
    }
    return OrbitSamples.sp3(byPrn, START, DAY, change);
  }

  private static OrbitFile truth(OrbitSamples.Change change) {
    try {
      return OrbitFile.read(TextFile.of("truth.sp3", sample(change)), START, START);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Constellation select(OrbitFile truth) {
    return truth.select(ConstellationSelection.on(LocalDate.of(2020, 12, 1)));
  }

  private static OrbitComparison compare(Constellation truth) {
    return compare(truth, START, DAY);
  }

  private static OrbitComparison compare(Constellation truth, Instant start, Duration duration) {
    return OrbitComparison.of(
        PREDICTED,
        truth,
        SITES,
        new Stretch(START, START.plus(DAY)),
        start,
        duration,
        ElevationMask.ofDegrees(5),
        2);
  }

  @Test
  void sameOrbitsAsPositionsGiveTheSameAnswers() {
    Constellation truth = select(truth(OrbitSamples::position));
    assertEquals(PREDICTED.members().size(), truth.members().size());
    OrbitComparison comparison = compare(truth);
    assertEquals(PREDICTED.members().size(), comparison.matches().inBoth());
    for (PositionErrors errors : comparison.positionErrors()) {
      assertTrue(errors.meters().max() < TWO_METERS, errors.toString());
      assertEquals(289 * errors.satellites(), errors.meters().count());
    }
    for (ViewErrors errors : comparison.viewErrors()) {
      assertTrue(errors.shareDiffering() < 1e-6, errors.toString());
      assertTrue(errors.riseAndSetSeconds().median() < 0.01, errors.toString());
      assertEquals(0, errors.maxDiffers());
    }
    for (Metric metric : Metric.values()) {
      assertEquals(List.of(), comparison.leaderDiffers(metric));
    }
  }

  /**
   * G05 has no position at 10:00, and G06 has none in the afternoon: of the 289 instants of the day
   * the former lacks the 5 from 09:50 to 10:10, the latter the 144 after 12:00.
   */
  @Test
  void positionsAreComparedAtEveryInstantAtWhichTheTruthIsKnown() throws IOException {
    String[] epochs = sample(OrbitSamples::position).split("(?=\\*  2020)");
    for (int k = 0; k < 97; k++) {
      String lost = k == 40 ? "G05" : k > 48 ? "G06" : "none";
      epochs[k + 1] =
          epochs[k + 1].replaceFirst("P" + lost + ".{42}", "P" + lost + "      0.000000".repeat(3));
    }
    OrbitFile file =
        OrbitFile.read(TextFile.of("truth.sp3", String.join("", epochs)), START, START);
    Stretch morning = new Stretch(START, START.plusSeconds(9 * 3_600));
    OrbitComparison comparison =
        compare(select(file), morning.from(), Duration.between(morning.from(), morning.to()));
    PositionErrors gps = comparison.positionErrors().get(0);
    assertEquals(30, gps.satellites());
    assertEquals(5 + 144, gps.positionsLeftOut());
    assertEquals(30 * 289 - 5 - 144, gps.meters().count());
    assertEquals(5 + 144, comparison.positionsLeftOut());
    assertTrue(gps.meters().max() < TWO_METERS, gps.toString());
    assertEquals(30, comparison.truth().members(GPS).size());
    OrbitComparison ofDay = compare(select(file));
    assertEquals(28, ofDay.truth().members(GPS).size());
    assertEquals(30, ofDay.positionErrors().get(0).satellites());
    assertEquals(2, ofDay.matches().leftOut().size());
  }

  @Test
  void orbitsThatAreHigherAreOffRadially() {
    OrbitComparison comparison =
        compare(
            select(
                truth(
                    (elements, utc) -> {
                      double[] position = OrbitSamples.position(elements, utc);
                      return new double[] {
                        1.0001 * position[0], 1.0001 * position[1], 1.0001 * position[2]
                      };
                    })));
    PositionErrors gps = comparison.positionErrors().get(0);
    assertEquals(GPS, gps.system());
    assertEquals(2_656, gps.radialMeters().median(), 10);
    assertTrue(gps.alongMeters().max() < 100, gps.toString());
    assertTrue(gps.crossMeters().max() < TWO_METERS, gps.toString());
  }

  /** The orbits themselves a second earlier, the Earth as it is. */
  private static double[] aSecondAhead(ElementSet elements, Instant utc) {
    double[] position = OrbitSamples.position(elements, utc.plusSeconds(1));
    double sine = Math.sin(EARTH_ROTATION);
    double cosine = Math.cos(EARTH_ROTATION);
    return new double[] {
      cosine * position[0] - sine * position[1],
      sine * position[0] + cosine * position[1],
      position[2]
    };
  }

  @Test
  void orbitsThatAreASecondAheadAreOffAlongTheTrackAndRiseASecondSooner() {
    OrbitComparison comparison = compare(select(truth(OrbitComparisonTest::aSecondAhead)));
    PositionErrors gps = comparison.positionErrors().get(0);
    // A circular orbit of GPS is flown at 3,874 m/s.
    assertEquals(3_874, gps.alongMeters().median(), 40);
    assertTrue(gps.crossMeters().max() < TWO_METERS, gps.toString());
    assertTrue(gps.radialMeters().median() < 40, gps.toString());
    ViewErrors view = comparison.viewErrors().get(0);
    // The Earth turns along below: by up to half the rate, less by the inclination of 55 degrees,
    // so that a second becomes at most 1 / (1 - cos(55) / 2) = 1.40 seconds.
    assertEquals(1.2, view.riseAndSetSeconds().median(), 0.2);
    double siteSatelliteSeconds = 86_400.0 * SITES.size() * view.satellites();
    double sumOfErrors = view.shareDiffering() * siteSatelliteSeconds;
    double meanError = sumOfErrors / view.riseAndSetSeconds().count();
    assertEquals(1.2, meanError, 0.3);
  }

  @Test
  void differingShareAndCountsAreThoseOfSamples() {
    OrbitComparison comparison =
        compare(
            select(
                truth((elements, utc) -> OrbitSamples.position(elements, utc.plusSeconds(1_200)))));
    VisibilityStudy left = VisibilityStudy.of(comparison.predicted()).at(SITES).over(START, DAY);
    PassList predicted = left.above(ElevationMask.ofDegrees(5)).passes();
    PassList truth =
        VisibilityStudy.of(comparison.truth())
            .at(SITES)
            .over(START, DAY)
            .above(ElevationMask.ofDegrees(5))
            .passes();
    Map<String, Integer> differing = new HashMap<>();
    int samples = 288;
    for (int k = 0; k < samples; k++) {
      Instant at = START.plusSeconds(300L * k);
      var one = inView(predicted, at);
      var other = inView(truth, at);
      one.forEach((key, satellite) -> count(differing, satellite, !other.containsKey(key)));
      other.forEach((key, satellite) -> count(differing, satellite, !one.containsKey(key)));
    }
    double inAll = samples * SITES.size();
    double sampled =
        differing.values().stream().mapToInt(n -> n).sum()
            / (inAll * comparison.truth().members().size());
    assertEquals(sampled, comparison.shareDiffering(), 0.03 * sampled);
    assertTrue(sampled > 0.01, Double.toString(sampled));
    for (PositionErrors errors : comparison.positionErrors()) {
      double ofClass =
          differing.getOrDefault(errors.system() + " " + errors.orbitClass(), 0)
              / (inAll * errors.satellites());
      assertEquals(ofClass, errors.shareDiffering(), 0.05 * ofClass + 1e-4, errors.toString());
    }
  }

  private static void count(Map<String, Integer> differing, Satellite satellite, boolean differs) {
    differing.merge(
        satellite.system() + " " + satellite.orbitClass(), differs ? 1 : 0, Integer::sum);
  }

  private static Map<String, Satellite> inView(PassList passes, Instant at) {
    Map<String, Satellite> satellites = new HashMap<>();
    for (var pass : passes.passes()) {
      boolean begun = pass.rise().isEmpty() || !pass.rise().get().utc().isAfter(at);
      boolean ended = pass.set().isPresent() && !pass.set().get().utc().isAfter(at);
      if (begun && !ended) {
        satellites.put(pass.site().name() + pass.satellite().catalogNumber(), pass.satellite());
      }
    }
    return satellites;
  }

  @Test
  void onlyCommonSatellitesAreComparedAndTheOthersAreNamed() {
    Constellation truth = select(truth(OrbitSamples::position));
    Constellation fewer =
        new Constellation(
            truth.systems(), truth.members().subList(2, truth.members().size()), List.of());
    OrbitComparison comparison = compare(fewer);
    assertEquals(truth.members().size() - 2, comparison.truth().members().size());
    assertEquals(2, comparison.matches().onlyPredicted().size());
    assertEquals(List.of(), comparison.matches().onlyTrue());
    assertThrows(
        IllegalArgumentException.class,
        () -> compare(new Constellation(List.of(GPS, BDS), List.of(), List.of())));
  }

  @Test
  void anyOrbitGivesTheSameBitsForAnyNumberOfThreads() {
    Constellation truth = select(truth(OrbitSamples::position));
    VisibilityStudy study = VisibilityStudy.of(truth).at(SITES).over(START, DAY);
    StudyResult one = study.threads(1).run();
    StudyResult three = study.threads(3).run();
    for (int i = 0; i < SITES.size(); i++) {
      for (var system : List.of(GPS, BDS)) {
        assertEquals(one.tallies().get(i).inView(system), three.tallies().get(i).inView(system));
      }
    }
    assertArrayEquals(
        study.threads(1).passes().passes().stream()
            .mapToLong(p -> p.culmination().utc().toEpochMilli())
            .toArray(),
        study.threads(4).passes().passes().stream()
            .mapToLong(p -> p.culmination().utc().toEpochMilli())
            .toArray());
  }

  @Test
  void aWindowBeyondTheFileLeavesSatellitesOutWithTheReason() {
    Constellation truth = select(truth(OrbitSamples::position));
    StudyResult result = VisibilityStudy.of(truth).at(SITES).over(START, Duration.ofDays(2)).run();
    assertEquals(0, result.constellation().members().size());
    assertTrue(
        result.constellation().excluded().stream().anyMatch(left -> left.name().equals("G01")));
    assertEquals(
        "its orbit is known from 2020-12-01T00:00:00Z to 2020-12-02T00:00:00Z only, not over the"
            + " whole window",
        result.constellation().excluded().get(truth.excluded().size()).reason());
  }
}
