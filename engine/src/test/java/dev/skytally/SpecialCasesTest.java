package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.EarthFixedPositions;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import dev.skytally.site.LookAngles;
import dev.skytally.tally.SystemTally;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final double MICROSECONDS = 1e-6;

  private static VisibilityStudy study(int catalogNumber, GroundSite... sites) {
    return VisibilityStudy.of(ReferenceData.anySystem(ELEMENT_SETS.get(catalogNumber)))
        .at(List.of(sites))
        .over(START, DAY);
  }

  /** The passes by brute force: direct positions every second, to the second. */
  private static int risesEverySecond(int catalogNumber, GroundSite site, double maskDegrees)
      throws Exception {
    double[] states = EarthFixedPositions.every(ELEMENT_SETS.get(catalogNumber), START, 1, 86_400);
    LocalHorizon horizon = new LocalHorizon(site);
    int rises = 0;
    boolean before = true;
    for (int at = 0; at < states.length; at += EarthFixedPositions.SIZE) {
      boolean inView =
          LookAngles.of(horizon, states[at], states[at + 1], states[at + 2]).elevationDegrees()
              >= maskDegrees;
      rises += inView && !before ? 1 : 0;
      before = inView;
    }
    return rises;
  }

  @Test
  void geostationaryNeverSetsAtJakarta() {
    List<Pass> passes = study(GEOSTATIONARY, JAKARTA).passes();
    assertEquals(1, passes.size());
    assertEquals(Optional.empty(), passes.get(0).rise());
    assertEquals(Optional.empty(), passes.get(0).set());
    SystemTally tally = study(GEOSTATIONARY, JAKARTA).run().tally("Jakarta").inView(GnssSystem.GPS);
    assertEquals(new SystemTally(1, 1, 1, 0), tally);
  }

  @Test
  void geostationaryOverAsiaNeverRisesAtQuito() {
    assertEquals(List.of(), study(GEOSTATIONARY, QUITO).passes());
    SystemTally tally = study(GEOSTATIONARY, QUITO).run().tally("Quito").inView(GnssSystem.GPS);
    assertEquals(new SystemTally(0, 0, 0, 0), tally);
  }

  /** The mask is put just below a culmination, so that only the tip of the pass is left. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-1, 1e-2, 1e-4, 1e-6, 1e-8})
  void aPassFarShorterThanTheStepIsFound(double tipDegrees) {
    for (Pass whole : study(GPS_SATELLITE, QUITO).passes()) {
      if (whole.rise().isPresent() && whole.set().isPresent()) {
        PassEvent culmination = whole.culmination();
        double maskDegrees = culmination.lookAngles().elevationDegrees() - tipDegrees;
        List<Pass> passes =
            study(GPS_SATELLITE, QUITO).above(ElevationMask.ofDegrees(maskDegrees)).passes();
        Pass tip =
            passes.stream()
                .filter(pass -> !pass.culmination().utc().isBefore(whole.rise().get().utc()))
                .findFirst()
                .orElseThrow();
        assertTrue(tip.rise().get().utc().isBefore(culmination.utc()));
        assertTrue(tip.set().get().utc().isAfter(culmination.utc()));
      }
    }
  }

  /** 39741 dips between two culminations over Quito; Skyfield saw it at 38 and 55 degrees. */
  @Test
  void aGapFarShorterThanTheStepIsFound() {
    int satellite = 28474;
    double leastDegrees = 90;
    for (int second = 25_000; second < 43_000; second += 1) {
      leastDegrees = Math.min(leastDegrees, elevationDegrees(satellite, QUITO, second));
    }
    double maskDegrees = leastDegrees + 1e-5;
    List<Pass> passes =
        study(satellite, QUITO).above(ElevationMask.ofDegrees(maskDegrees)).passes();
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
    return LookAngles.of(new LocalHorizon(site), states[0], states[1], states[2])
        .elevationDegrees();
  }

  @Test
  void thePolesSeeWhatBruteForceSees() throws Exception {
    for (double latitude : new double[] {90, -90}) {
      GroundSite pole = GroundSite.ofDegrees("Pole", latitude, 0, 2835);
      List<Pass> passes = study(GPS_SATELLITE, pole).above(ElevationMask.ofDegrees(5)).passes();
      assertEquals(
          risesEverySecond(GPS_SATELLITE, pole, 5),
          passes.stream().filter(pass -> pass.rise().isPresent()).count());
    }
  }

  @Test
  void theAntimeridianIsOnePlace() {
    Map<String, List<Instant>> rises = new TreeMap<>();
    for (double longitude : new double[] {180, -180}) {
      GroundSite site = GroundSite.ofDegrees("Taveuni", -16.8, longitude, 0);
      rises.put(
          "" + longitude,
          study(GPS_SATELLITE, site).passes().stream()
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
    List<Pass> passes = study(GPS_SATELLITE, laRinconada).passes();
    assertEquals(
        risesEverySecond(GPS_SATELLITE, laRinconada, 0),
        passes.stream().filter(pass -> pass.rise().isPresent()).count());
    for (Pass pass : passes) {
      for (PassEvent event : pass.rise().stream().toList()) {
        assertEquals(0, event.lookAngles().elevationDegrees(), 1e-6);
      }
    }
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
  }

  @Test
  void aWindowMustLastAndBeGiven() {
    VisibilityStudy study = VisibilityStudy.of(ReferenceData.anySystem()).at(List.of(QUITO));
    assertThrows(IllegalStateException.class, study::run);
    assertThrows(IllegalArgumentException.class, () -> study.over(START, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> study.threads(0));
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
