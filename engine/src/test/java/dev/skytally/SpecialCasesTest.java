package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.ElementSet;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SystemTally;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialCasesTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Map<Integer, ElementSet> ELEMENT_SETS =
      ReferenceData.elementSets(ReferenceData.SNAPSHOT);

  /** BeiDou G1, geostationary at 140 degrees east. */
  private static final int GEOSTATIONARY = 36287;

  private static final int GPS_SATELLITE = 24876;
  private static final GroundSite JAKARTA = GroundSite.ofDegrees("Jakarta", -6.2, 106.8, 0);
  private static final GroundSite QUITO = GroundSite.ofDegrees("Quito", -0.1807, -78.4678, 0);
  private static final int G02 = 28474;
  private static final double FIVE_DEGREES = 5;
  private static final double MICROSECONDS = 1e-6;

  private static VisibilityStudy study(int catalogNumber, GroundSite... sites) {
    return VisibilityStudy.of(ReferenceData.anySystem(ELEMENT_SETS.get(catalogNumber)))
        .at(List.of(sites))
        .over(START, DAY);
  }

  /** The seconds of the day by whose end the satellite has risen, by direct positions. */
  private static List<Integer> risesEverySecond(
      int catalogNumber, GroundSite site, double maskDegrees) throws Exception {
    return new PlainView(site, ElevationMask.ofDegrees(maskDegrees))
        .rises(EarthFixedPositions.every(ELEMENT_SETS.get(catalogNumber), START, 1, 86_400));
  }

  private static List<Integer> risesBySecond(VisibilityStudy study) {
    return study.passes().passes().stream()
        .flatMap(pass -> pass.rise().stream())
        .map(rise -> (int) Math.ceil(Duration.between(START, rise.utc()).toNanos() / 1e9))
        .toList();
  }

  @Test
  void geostationaryNeverSetsAtJakarta() {
    List<Pass> passes = study(GEOSTATIONARY, JAKARTA).passes().passes();
    assertEquals(1, passes.size());
    assertEquals(Optional.empty(), passes.get(0).rise());
    assertEquals(Optional.empty(), passes.get(0).set());
    SystemTally tally = study(GEOSTATIONARY, JAKARTA).run().tally("Jakarta").inView(GnssSystem.GPS);
    assertEquals(new SystemTally(1, 1, 1, 0), tally);
  }

  /** Many sites in one study, whose threads take them in any order. */
  @Test
  void aSiteWithAMaskOfItsOwnCountsAsInAStudyWithThisMask() {
    Map<Double, Double> hills = Map.of(10.0, 3.0, 120.0, 40.0, 250.0, 12.0);
    List<ElevationMask> masks =
        List.of(
            ElevationMask.ofDegrees(15),
            ElevationMask.horizonOfDegrees(hills),
            ElevationMask.ofDegrees(0),
            ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0, 180.0, 30.0)));
    VisibilityStudy study = study(GPS_SATELLITE).above(ElevationMask.ofDegrees(7));
    List<GroundSite> sites = new ArrayList<>();
    List<Pass> apart = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      GroundSite site = GroundSite.ofDegrees("site " + i, 5 * i - 30, 30 * i, 0);
      boolean hasOwn = i % 3 != 0;
      ElevationMask mask = hasOwn ? masks.get(i % masks.size()) : ElevationMask.ofDegrees(7);
      sites.add(hasOwn ? site.withMask(mask) : site);
      for (Pass pass : study.at(List.of(site)).above(mask).passes().passes()) {
        apart.add(
            new Pass(sites.get(i), pass.satellite(), pass.rise(), pass.culmination(), pass.set()));
      }
    }
    assertTrue(apart.size() > 12, () -> apart.size() + " passes");
    assertEquals(apart, study.at(sites).passes().passes());
    assertEquals(apart, study.at(sites).threads(1).passes().passes());
  }

  @Test
  void geostationaryOverAsiaNeverRisesAtQuito() {
    assertEquals(List.of(), study(GEOSTATIONARY, QUITO).passes().passes());
    SystemTally tally = study(GEOSTATIONARY, QUITO).run().tally("Quito").inView(GnssSystem.GPS);
    assertEquals(new SystemTally(0, 0, 0, 0), tally);
  }

  /** The mask is put just below a culmination, so that only the tip of the pass is left. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-1, 1e-2, 1e-4, 1e-6, 1e-8})
  void aPassFarShorterThanTheStepIsFound(double tipDegrees) {
    int tips = 0;
    for (Pass whole : study(GPS_SATELLITE, QUITO).passes().passes()) {
      if (whole.rise().isPresent() && whole.set().isPresent()) {
        PassEvent culmination = whole.culmination();
        double maskDegrees = culmination.lookAngles().elevationDegrees() - tipDegrees;
        List<Pass> passes =
            study(GPS_SATELLITE, QUITO)
                .above(ElevationMask.ofDegrees(maskDegrees))
                .passes()
                .passes();
        Pass tip =
            passes.stream()
                .filter(pass -> !pass.culmination().utc().isBefore(whole.rise().get().utc()))
                .findFirst()
                .orElseThrow();
        assertTrue(tip.rise().get().utc().isBefore(culmination.utc()));
        assertTrue(tip.set().get().utc().isAfter(culmination.utc()));
        tips++;
      }
    }
    assertTrue(tips > 0);
  }

  /** Over Quito G02 culminates at 34.66 and 35.35 degrees (Skyfield), and dips in between. */
  @Test
  void aGapFarShorterThanTheStepIsFound() {
    double leastDegrees = 90;
    for (int second = 25_000; second < 43_000; second += 1) {
      leastDegrees = Math.min(leastDegrees, elevationDegrees(G02, QUITO, second));
    }
    double maskDegrees = leastDegrees + 1e-5;
    List<Pass> passes =
        study(G02, QUITO).above(ElevationMask.ofDegrees(maskDegrees)).passes().passes();
    assertEquals(2, passes.size());
    Instant set = passes.get(0).set().orElseThrow().utc();
    Instant rise = passes.get(1).rise().orElseThrow().utc();
    double gapSeconds = Duration.between(set, rise).toNanos() / 1e9;
    assertTrue(gapSeconds > 0 && gapSeconds < 60, () -> gapSeconds + " s");
  }

  private static double elevationDegrees(int catalogNumber, GroundSite site, int second) {
    double[] states;
    try {
      states = EarthFixedPositions.at(ELEMENT_SETS.get(catalogNumber), START.plusSeconds(second));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new LocalHorizon(site).lookAngles(states[0], states[1], states[2]).elevationDegrees();
  }

  @Test
  void thePolesSeeWhatBruteForceSees() throws Exception {
    for (double latitude : new double[] {90, -90}) {
      GroundSite pole = GroundSite.ofDegrees("Pole", latitude, 0, 2835);
      List<Integer> expected = risesEverySecond(GPS_SATELLITE, pole, FIVE_DEGREES);
      assertTrue(!expected.isEmpty());
      assertEquals(
          expected,
          risesBySecond(study(GPS_SATELLITE, pole).above(ElevationMask.ofDegrees(FIVE_DEGREES))));
    }
  }

  @Test
  void theAntimeridianIsOnePlace() {
    Map<String, List<Instant>> rises = new TreeMap<>();
    for (double longitude : new double[] {180, -180}) {
      GroundSite site = GroundSite.ofDegrees("Taveuni", -16.8, longitude, 0);
      rises.put(
          "" + longitude,
          study(GPS_SATELLITE, site).passes().passes().stream()
              .flatMap(pass -> pass.rise().stream())
              .map(PassEvent::utc)
              .toList());
    }
    List<Instant> east = rises.get("180.0");
    List<Instant> west = rises.get("-180.0");
    assertTrue(!east.isEmpty());
    assertEquals(east.size(), west.size());
    for (int i = 0; i < east.size(); i++) {
      double seconds = Duration.between(east.get(i), west.get(i)).toNanos() / 1e9;
      assertEquals(0, seconds, 2 * MICROSECONDS);
    }
  }

  @Test
  void aSiteAt5000MetersSeesWhatBruteForceSees() throws Exception {
    GroundSite laRinconada = GroundSite.ofDegrees("La Rinconada", -14.63, -69.45, 5000);
    List<Integer> expected = risesEverySecond(GPS_SATELLITE, laRinconada, 0);
    assertTrue(!expected.isEmpty());
    assertEquals(expected, risesBySecond(study(GPS_SATELLITE, laRinconada)));
  }

  @Test
  void aSatelliteThatCannotBeFlownIsLeftOutAndNamed() throws Exception {
    ElementSet good = ELEMENT_SETS.get(GPS_SATELLITE);
    Constellation both = ReferenceData.anySystem(good, ReferenceData.decayedSatellite());
    StudyResult result = VisibilityStudy.of(both).at(List.of(QUITO)).over(START, DAY).run();
    assertEquals(1, result.constellation().members().size());
    Exclusion excluded = result.constellation().excluded().get(0);
    assertEquals(ReferenceData.decayedSatellite().catalogNumber(), excluded.catalogNumber());
    assertTrue(excluded.reason().contains("on 2020-1"), excluded.reason());
    assertEquals(
        study(GPS_SATELLITE, QUITO).run().tally("Quito").inView(GnssSystem.GPS),
        result.tally("Quito").inView(GnssSystem.GPS));

    PassList passes = VisibilityStudy.of(both).at(List.of(QUITO)).over(START, DAY).passes();
    assertEquals(result.constellation(), passes.constellation());
    assertEquals(study(GPS_SATELLITE, QUITO).passes().passes(), passes.passes());
  }

  /** By drag they come down on 2, 8 and 25 December. */
  @Test
  void satellitesThatFallInTheMiddleOfTheWindowAreLeftOutFromItsStart() throws Exception {
    ElementSet good = ELEMENT_SETS.get(GPS_SATELLITE);
    Constellation all =
        ReferenceData.anySystem(
            ReferenceData.fallingSatellite(99901, 16.0, 0.003, 0),
            good,
            ReferenceData.fallingSatellite(99902, 16.0, 0.001, 0),
            ReferenceData.fallingSatellite(99903, 16.0, 0.01, 0));
    VisibilityStudy study =
        VisibilityStudy.of(all).at(List.of(QUITO)).over(START, Duration.ofDays(30));
    VisibilityStudy without =
        VisibilityStudy.of(ReferenceData.anySystem(good))
            .at(List.of(QUITO))
            .over(START, Duration.ofDays(30));
    StudyResult result = study.run();
    assertEquals(
        Set.of(99901, 99902, 99903),
        result.constellation().excluded().stream()
            .map(Exclusion::catalogNumber)
            .collect(Collectors.toSet()));
    assertEquals(
        without.run().tally("Quito").inView(GnssSystem.GPS),
        result.tally("Quito").inView(GnssSystem.GPS));
    assertEquals(without.passes().passes(), study.passes().passes());
  }

  @Test
  void aWindowMustLastAndBeGiven() {
    VisibilityStudy study = VisibilityStudy.of(ReferenceData.anySystem()).at(List.of(QUITO));
    assertThrows(IllegalStateException.class, study::run);
    assertThrows(IllegalArgumentException.class, () -> study.over(START, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> study.over(START, Duration.ofNanos(500)));
    assertThrows(
        IllegalArgumentException.class,
        () -> study.over(START, Duration.ofSeconds(Long.MAX_VALUE)));
    assertThrows(
        IllegalArgumentException.class,
        () -> study.over(Instant.parse("1956-12-31T00:00:00Z"), DAY));
    assertThrows(
        IllegalArgumentException.class,
        () -> study.over(Instant.parse("2199-12-31T00:00:00.001Z"), DAY));
    assertThrows(IllegalArgumentException.class, () -> study.threads(0));
    assertThrows(
        IllegalArgumentException.class, () -> study.sampledEvery(Duration.ofNanos(1_000_001)));
    assertThrows(
        IllegalArgumentException.class,
        () -> study.sampledEvery(Duration.ofSeconds(Long.MAX_VALUE)));
    assertThrows(IllegalArgumentException.class, () -> study.sampledEvery(Duration.ZERO));
  }

  @Test
  void withoutSatellitesAllIsLevel() {
    StudyResult result =
        VisibilityStudy.of(ReferenceData.anySystem()).at(List.of(QUITO)).over(START, DAY).run();
    assertEquals(new SystemTally(0, 0, 0, 0), result.tally("Quito").inView(GnssSystem.GPS));
    assertThrows(IllegalArgumentException.class, () -> result.tally("Atlantis"));
  }
}
