package dev.skytally;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static dev.skytally.satellites.GnssSystem.QZS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.Dilution;
import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.PlainDilution;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.dop.SiteDilution;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.orbit.PropagationException;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Skies and dilution of precision over a window, against the plain way for every sample. */
class DilutionStudyTest {
  private static final Instant START = Instant.parse("2020-12-01T03:10:00Z");
  private static final Duration WINDOW = Duration.ofHours(13);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int SAMPLES = 156;
  private static final double MASK_DEGREES = 12;

  /** A metre of interpolation, seen from 19,000 km. */
  private static final double ANGLE_TOLERANCE_RADIANS = 1e-7;

  /** Half of the last digit of a percentile below 10, and what a metre does. */
  private static final double PDOP_TOLERANCE = 0.00501;

  /** The same from 10 to 100. */
  private static final double COARSE_PDOP_TOLERANCE = 0.0501;

  private static final Constellation CONSTELLATION = ReferenceData.listed("tally_satellites.csv");

  private static final List<GroundSite> SITES =
      List.of(
          GroundSite.ofDegrees("equator", 0.1, 36, 1000),
          GroundSite.ofDegrees("north", 89, 10, 0),
          GroundSite.ofDegrees("south", -48, -100, 0));

  private static final List<List<GnssSystem>> OWN_CLOCKS =
      List.of(List.of(GPS), List.of(QZS), List.of(BDS));

  private static final List<List<GnssSystem>> DEFAULT_CLOCKS =
      List.of(List.of(GPS, QZS), List.of(BDS));

  private static VisibilityStudy study(Constellation constellation) {
    return VisibilityStudy.of(constellation)
        .at(SITES)
        .over(START, WINDOW)
        .above(ElevationMask.ofDegrees(MASK_DEGREES));
  }

  private static List<Sky> plainSkies(GroundSite site) throws PropagationException {
    return plainSkies(CONSTELLATION, site, MASK_DEGREES);
  }

  /** Every sample's sky from direct positions, without crossings. */
  private static List<Sky> plainSkies(
      Constellation constellation, GroundSite site, double maskDegrees)
      throws PropagationException {
    PlainView view = new PlainView(site, ElevationMask.ofDegrees(maskDegrees));
    List<List<Sky.InView>> inView = new ArrayList<>();
    for (int k = 0; k < SAMPLES; k++) {
      inView.add(new ArrayList<>());
    }
    for (Member member : constellation.members()) {
      double[] positions =
          EarthFixedPositions.every(member.elementSet(), START, (int) STEP.toSeconds(), SAMPLES);
      for (int k = 0; k < SAMPLES; k++) {
        if (view.aboveMaskDegrees(positions, k) >= 0) {
          inView.get(k).add(new Sky.InView(member.satellite(), view.lookAngles(positions, k)));
        }
      }
    }
    List<Sky> skies = new ArrayList<>();
    for (int k = 0; k < SAMPLES; k++) {
      skies.add(new Sky(site, START.plus(STEP.multipliedBy(k)), inView.get(k)));
    }
    return skies;
  }

  @Test
  void skiesAreThoseOfDirectPositions() throws Exception {
    List<Sky> expected = new ArrayList<>();
    for (GroundSite site : SITES) {
      expected.addAll(plainSkies(site));
    }
    List<Sky> actual = study(CONSTELLATION).skies(STEP).skies();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      Sky plain = expected.get(i);
      Sky sky = actual.get(i);
      assertEquals(plain.site(), sky.site());
      assertEquals(plain.utc(), sky.utc());
      assertEquals(satellites(plain), satellites(sky));
      for (int j = 0; j < plain.inView().size(); j++) {
        LookAngles plainAngles = plain.inView().get(j).lookAngles();
        LookAngles angles = sky.inView().get(j).lookAngles();
        assertEquals(
            plainAngles.elevationRadians(), angles.elevationRadians(), ANGLE_TOLERANCE_RADIANS);
        assertEquals(
            0,
            Math.IEEEremainder(plainAngles.azimuthRadians() - angles.azimuthRadians(), 2 * Math.PI)
                * Math.cos(angles.elevationRadians()),
            ANGLE_TOLERANCE_RADIANS);
      }
    }
  }

  private static List<Integer> satellites(Sky sky) {
    return sky.inView().stream().map(seen -> seen.satellite().catalogNumber()).toList();
  }

  @Test
  void summariesAreThoseOfTheSortedSamples() throws Exception {
    DilutionResult result = study(CONSTELLATION).dilution(STEP);
    assertEquals(SITES.size(), result.sites().size());
    for (SiteDilution site : result.sites()) {
      List<Sky> skies = plainSkies(site.site());
      assertSummary(skies, site.of(GPS), List.of(List.of(GPS)));
      assertSummary(skies, site.of(BDS), List.of(List.of(BDS)));
      assertSummary(skies, site.together(), List.of(List.of(GPS), List.of(BDS)));
    }
  }

  /**
   * Over Helsinki QZSS is in view for a part of the time; above the high mask GPS is at times
   * without a satellite over Palau, while QZSS has one.
   */
  @ParameterizedTest
  @ValueSource(doubles = {MASK_DEGREES, 50})
  void clocksWithoutASatelliteInViewDoNotCount(double maskDegrees) throws Exception {
    Constellation constellation =
        ConstellationSelection.on(ReferenceData.SNAPSHOT)
            .systems(List.of(GPS, BDS, QZS))
            .from(BundledSnapshots.load(ReferenceData.SNAPSHOT), START);
    GroundSite palau = GroundSite.ofDegrees("Ngerulmud", 7.5, 134.6, 0);
    GroundSite helsinki = GroundSite.ofDegrees("Helsinki", 60.2, 24.9, 0);
    VisibilityStudy study =
        VisibilityStudy.of(constellation).at(List.of(palau, helsinki)).over(START, WINDOW);
    ElevationMask mask = ElevationMask.ofDegrees(maskDegrees);
    List<SiteDilution> byDefault = study.above(mask).dilution(STEP).sites();
    List<SiteDilution> own = study.clocks(ReceiverClocks.OWN).above(mask).dilution(STEP).sites();
    int withQzss = 0;
    int withQzssAndNoGps = 0;
    for (int i = 0; i < own.size(); i++) {
      List<Sky> skies = plainSkies(constellation, own.get(i).site(), maskDegrees);
      assertSummary(skies, own.get(i).together(), OWN_CLOCKS);
      assertSummary(skies, byDefault.get(i).together(), DEFAULT_CLOCKS);
      for (GnssSystem system : constellation.systems()) {
        assertSummary(skies, own.get(i).of(system), List.of(List.of(system)));
        assertEquals(own.get(i).of(system), byDefault.get(i).of(system));
      }
      for (Sky sky : skies) {
        boolean qzssInView = !sky.lookAngles(QZS).isEmpty();
        withQzss += qzssInView ? 1 : 0;
        withQzssAndNoGps += qzssInView && sky.lookAngles(GPS).isEmpty() ? 1 : 0;
      }
    }
    assertTrue(withQzss > 0 && withQzss < own.size() * SAMPLES);
    assertEquals(maskDegrees > MASK_DEGREES, withQzssAndNoGps > 0);
  }

  private static void assertSummary(
      List<Sky> skies, DilutionSummary summary, List<List<GnssSystem>> clocks) {
    double[] sorted =
        skies.stream()
            .mapToDouble(
                sky ->
                    PlainDilution.pdop(
                        clocks.stream().map(clock -> lookAngles(sky, clock)).toList()))
            .sorted()
            .toArray();
    int good = 0;
    for (double pdop : sorted) {
      good += pdop <= 6 ? 1 : 0;
    }
    assertPercentile(sorted[SAMPLES / 2 - 1], summary.medianPdop());
    assertPercentile(sorted[(SAMPLES * 95 + 99) / 100 - 1], summary.pdop95());
    assertEquals((double) good / SAMPLES, summary.shareAtMostSix());
  }

  private static List<LookAngles> lookAngles(Sky sky, List<GnssSystem> systems) {
    return systems.stream().flatMap(system -> sky.lookAngles(system).stream()).toList();
  }

  private static void assertPercentile(double expected, OptionalDouble actual) {
    if (Double.isInfinite(expected)) {
      assertEquals(OptionalDouble.empty(), actual);
    } else {
      assertTrue(expected < 100);
      assertEquals(
          expected, actual.orElseThrow(), expected < 10 ? PDOP_TOLERANCE : COARSE_PDOP_TOLERANCE);
    }
  }

  /** All that a result says, to the bit. */
  private static List<Object> everything(DilutionResult result) {
    return result.sites().stream()
        .<Object>map(s -> List.of(s.of(GPS), s.of(BDS), s.together(), s.leader()))
        .toList();
  }

  @Test
  void threadsAndTheOrderOfTheSatellitesChangeNothing() {
    Duration oddStep = Duration.ofMillis(47_001);
    VisibilityStudy study = study(CONSTELLATION);
    List<Object> expected = everything(study.threads(1).dilution(oddStep));
    assertEquals(expected, everything(study.threads(2).dilution(oddStep)));
    assertEquals(study.skies(oddStep).skies(), study.threads(1).skies(oddStep).skies());
    List<Member> mixed = new ArrayList<>(CONSTELLATION.members());
    Collections.reverse(mixed);
    List<Member> alternating = new ArrayList<>();
    for (int j = 0; j < mixed.size() / 2; j++) {
      alternating.add(mixed.get(j));
      alternating.add(mixed.get(mixed.size() - 1 - j));
    }
    assertEquals(
        expected,
        everything(
            study(new Constellation(CONSTELLATION.systems(), alternating, List.of()))
                .dilution(oddStep)));
  }

  @Test
  void leastMedianLeadsAndNoMedianLoses() {
    List<Member> gps = CONSTELLATION.members(GPS);
    List<Member> fewBeiDou = CONSTELLATION.members(BDS).subList(0, 3);
    List<Member> members = new ArrayList<>(fewBeiDou);
    members.addAll(gps);
    DilutionResult result =
        study(new Constellation(List.of(BDS, GPS), members, List.of())).dilution(STEP);
    assertEquals(SITES.size(), result.ledBy(GPS).size());
    assertEquals(List.of(), result.ledBy(BDS));
    DilutionResult nobody =
        study(
                new Constellation(
                    List.of(BDS, GPS),
                    List.of(fewBeiDou.get(0), gps.get(0), gps.get(1)),
                    List.of()))
            .dilution(STEP);
    assertEquals(SITES.size(), nobody.ties().size());
    assertEquals(Optional.empty(), nobody.sites().get(0).leader());
    assertEquals(
        new DilutionSummary(OptionalDouble.empty(), OptionalDouble.empty(), 0),
        nobody.sites().get(0).together());
  }

  @Test
  void leadersAddUp() {
    DilutionResult result = study(CONSTELLATION).dilution(STEP);
    Map<Optional<GnssSystem>, Long> leaders =
        result.sites().stream()
            .collect(Collectors.groupingBy(SiteDilution::leader, Collectors.counting()));
    assertEquals(leaders.getOrDefault(Optional.of(GPS), 0L), result.ledBy(GPS).size());
    assertEquals(
        SITES.size(), result.ledBy(GPS).size() + result.ledBy(BDS).size() + result.ties().size());
  }

  @Test
  void windowOfOneSampleIsLookedAt() {
    VisibilityStudy instant = study(CONSTELLATION).over(START, Duration.ofMillis(1));
    List<Sky> skies = instant.skies(STEP).skies();
    assertEquals(SITES.size(), skies.size());
    assertEquals(START, skies.get(0).utc());
    assertEquals(
        Dilution.of(skies.get(0), GPS, BDS).orElseThrow().pdop(),
        instant.dilution(STEP).sites().get(0).together().medianPdop().orElseThrow(),
        PDOP_TOLERANCE);
  }

  @Test
  void systemNamedTwiceCountsOnce() {
    Sky sky = study(CONSTELLATION).over(START, Duration.ofMillis(1)).skies(STEP).skies().get(0);
    assertEquals(Dilution.of(sky, GPS, BDS), Dilution.of(sky, GPS, BDS, GPS));
  }

  @Test
  void stepsBelowAMillisecondAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> study(CONSTELLATION).dilution(Duration.ZERO));
  }
}
