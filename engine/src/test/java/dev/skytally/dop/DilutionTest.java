package dev.skytally.dop;

import static dev.skytally.satellites.GnssSystem.GPS;
import static dev.skytally.satellites.GnssSystem.QZS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class DilutionTest {
  private static final double RELATIVE_TOLERANCE = 1e-9;

  /** Beyond it, rounding alone is more than the tolerance, in the plain inverse first. */
  private static final double COMPARED_UP_TO_PDOP = 50;

  private static final double RANGE_METERS = 2.3e7;

  private static LookAngles at(double azimuthDegrees, double elevationDegrees) {
    return new LookAngles(
        Math.toRadians(azimuthDegrees), Math.toRadians(elevationDegrees), RANGE_METERS);
  }

  private static List<LookAngles> sky(Random random, int satellites) {
    List<LookAngles> sky = new ArrayList<>();
    for (int i = 0; i < satellites; i++) {
      sky.add(at(360 * random.nextDouble(), 5 + 85 * random.nextDouble()));
    }
    return sky;
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, RELATIVE_TOLERANCE * expected);
  }

  @Property(tries = 300)
  void combinationsAreThoseOfTheFullMatrix(
      @ForAll long seed,
      @ForAll @IntRange(min = 4, max = 14) int first,
      @ForAll @IntRange(min = 1, max = 14) int second,
      @ForAll @IntRange(min = 1, max = 5) int third) {
    Random random = new Random(seed);
    List<List<LookAngles>> clocks =
        List.of(sky(random, first), sky(random, second), sky(random, third));
    Optional<Dilution> found = Dilution.of(clocks);
    if (found.isEmpty() || found.get().pdop() > COMPARED_UP_TO_PDOP) {
      return;
    }
    RealMatrix covariance = PlainDilution.covariance(clocks);
    int unknowns = covariance.getRowDimension();
    Dilution dilution = found.get();
    assertClose(PlainDilution.root(covariance, 0, unknowns), dilution.gdop());
    assertClose(PlainDilution.root(covariance, 0, 3), dilution.pdop());
    assertClose(PlainDilution.root(covariance, 0, 2), dilution.hdop());
    assertClose(PlainDilution.root(covariance, 2, 3), dilution.vdop());
    assertClose(PlainDilution.root(covariance, 3, unknowns), dilution.tdop());
  }

  @Property(tries = 300)
  void moreSatellitesNeverMakeThePositionWorse(
      @ForAll long seed,
      @ForAll @IntRange(min = 5, max = 12) int first,
      @ForAll @IntRange(min = 1, max = 12) int second) {
    Random random = new Random(seed);
    List<LookAngles> one = sky(random, first);
    List<LookAngles> other = sky(random, second);
    double fewer = pdop(List.of(one.subList(0, first - 1)));
    assertTrue(pdop(List.of(one)) <= fewer * (1 + RELATIVE_TOLERANCE));
    assertTrue(pdop(List.of(one, other)) <= pdop(List.of(one)) * (1 + RELATIVE_TOLERANCE));
  }

  private static double pdop(List<List<LookAngles>> clocks) {
    return Dilution.of(clocks).map(Dilution::pdop).orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * One satellite at the zenith and three at the horizon, 120 degrees apart: by hand, the inverse
   * has 2/3 east and north, 4/3 up and 1/3 for the clock.
   */
  @Test
  void textbookGeometryHasTheValuesFoundByHand() {
    Dilution dilution =
        Dilution.of(List.of(List.of(at(0, 90), at(0, 0), at(120, 0), at(240, 0)))).orElseThrow();
    assertClose(Math.sqrt(4 / 3.0), dilution.hdop());
    assertClose(Math.sqrt(4 / 3.0), dilution.vdop());
    assertClose(Math.sqrt(8 / 3.0), dilution.pdop());
    assertClose(Math.sqrt(1 / 3.0), dilution.tdop());
    assertClose(Math.sqrt(3), dilution.gdop());
  }

  @Test
  void eachClockNeedsASatellite() {
    List<LookAngles> three = List.of(at(0, 10), at(120, 30), at(240, 20));
    List<LookAngles> one = List.of(at(50, 80));
    List<LookAngles> two = List.of(at(50, 80), at(300, 45));
    assertTrue(Dilution.of(List.of(three)).isEmpty());
    assertTrue(Dilution.of(List.of(three, one)).isEmpty());
    assertTrue(Dilution.of(List.of(three, two)).isPresent());
    assertTrue(Dilution.of(List.of(three, one, one, one)).isEmpty());
    assertTrue(Dilution.of(List.of(List.of(), two, three)).isPresent());
    assertTrue(Dilution.of(List.of()).isEmpty());
  }

  @Test
  void aClockWithOneSatelliteAddsNothingToThePosition() {
    List<LookAngles> four = List.of(at(0, 10), at(120, 30), at(240, 20), at(50, 80));
    Dilution alone = Dilution.of(List.of(four)).orElseThrow();
    Dilution both = Dilution.of(List.of(four, List.of(at(200, 50)))).orElseThrow();
    assertClose(alone.pdop(), both.pdop());
    assertTrue(both.gdop() > alone.gdop());
  }

  private static Sky skyOf(List<LookAngles> gps, List<LookAngles> qzss) {
    List<Sky.InView> inView = new ArrayList<>();
    gps.forEach(seen -> inView.add(new Sky.InView(satellite(GPS), seen)));
    qzss.forEach(seen -> inView.add(new Sky.InView(satellite(QZS), seen)));
    return new Sky(GroundSite.ofDegrees("Tokyo", 35.7, 139.7, 0), Instant.EPOCH, inView);
  }

  private static Satellite satellite(GnssSystem system) {
    return new Satellite(
        1, "", "", system, "", "", "", OrbitClass.MEO, SatelliteStatus.OPERATIONAL, false, true);
  }

  @Property(tries = 100)
  void gpsAndQzssAreOneListUnlessEachHasItsOwnClock(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 12) int gpsInView,
      @ForAll @IntRange(min = 0, max = 5) int qzssInView) {
    Random random = new Random(seed);
    List<LookAngles> gps = sky(random, gpsInView);
    List<LookAngles> qzss = sky(random, qzssInView);
    List<LookAngles> both = new ArrayList<>(gps);
    both.addAll(qzss);
    Sky sky = skyOf(gps, qzss);
    assertEquals(Dilution.of(List.of(both)), Dilution.of(sky, GPS, QZS));
    assertEquals(Dilution.of(List.of(gps, qzss)), Dilution.of(sky, ReceiverClocks.OWN, GPS, QZS));
    assertEquals(Dilution.of(List.of(qzss)), Dilution.of(sky, QZS));
  }

  /** Five unknowns with a clock each, four with one for both. */
  @Test
  void fourSatellitesOfTwoSystemsAreEnoughWithOneClock() {
    Sky sky = skyOf(List.of(at(0, 10), at(120, 30), at(240, 20)), List.of(at(50, 80)));
    assertTrue(Dilution.of(sky, ReceiverClocks.OWN, GPS, QZS).isEmpty());
    assertTrue(Dilution.of(sky, GPS, QZS).isPresent());
  }

  /** All on one cone: height and clock cannot be told apart. */
  @Test
  void singularGeometryHasNoDilution() {
    List<LookAngles> cone = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 30) {
      cone.add(at(azimuth, 37));
    }
    assertTrue(Dilution.of(List.of(cone)).isEmpty());
    List<LookAngles> onePlace = List.of(at(10, 20), at(10, 20), at(10, 20), at(10, 20));
    assertTrue(Dilution.of(List.of(onePlace)).isEmpty());
    List<LookAngles> oneMeridian = List.of(at(0, 20), at(0, 40), at(180, 60), at(180, 20));
    assertTrue(Dilution.of(List.of(oneMeridian)).isEmpty());
  }
}
