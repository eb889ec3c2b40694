package dev.skytally.dop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.site.LookAngles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
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

  /** The inverse of the full normal matrix: east, north, up, then a clock for each system. */
  private static RealMatrix fullInverse(List<List<LookAngles>> systems) {
    int rows = systems.stream().mapToInt(List::size).sum();
    RealMatrix design = MatrixUtils.createRealMatrix(rows, 3 + systems.size());
    int row = 0;
    for (int s = 0; s < systems.size(); s++) {
      for (LookAngles seen : systems.get(s)) {
        double horizontal = Math.cos(seen.elevationRadians());
        design.setEntry(row, 0, -horizontal * Math.sin(seen.azimuthRadians()));
        design.setEntry(row, 1, -horizontal * Math.cos(seen.azimuthRadians()));
        design.setEntry(row, 2, -Math.sin(seen.elevationRadians()));
        design.setEntry(row, 3 + s, 1);
        row++;
      }
    }
    return new LUDecomposition(design.transpose().multiply(design)).getSolver().getInverse();
  }

  private static double root(RealMatrix covariance, int from, int to) {
    double trace = 0;
    for (int i = from; i < to; i++) {
      trace += covariance.getEntry(i, i);
    }
    return Math.sqrt(trace);
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
    List<List<LookAngles>> systems =
        List.of(sky(random, first), sky(random, second), sky(random, third));
    Optional<Dilution> found = Dilution.of(systems);
    if (found.isEmpty() || found.get().pdop() > COMPARED_UP_TO_PDOP) {
      return;
    }
    RealMatrix covariance = fullInverse(systems);
    int unknowns = covariance.getRowDimension();
    Dilution dilution = found.get();
    assertClose(root(covariance, 0, unknowns), dilution.gdop());
    assertClose(root(covariance, 0, 3), dilution.pdop());
    assertClose(root(covariance, 0, 2), dilution.hdop());
    assertClose(root(covariance, 2, 3), dilution.vdop());
    assertClose(root(covariance, 3, unknowns), dilution.tdop());
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

  private static double pdop(List<List<LookAngles>> systems) {
    return Dilution.of(systems).map(Dilution::pdop).orElse(Double.POSITIVE_INFINITY);
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
  void eachSystemNeedsASatelliteForItsClock() {
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
  void aSystemWithOneSatelliteAddsAClockAndNothingToThePosition() {
    List<LookAngles> four = List.of(at(0, 10), at(120, 30), at(240, 20), at(50, 80));
    Dilution alone = Dilution.of(List.of(four)).orElseThrow();
    Dilution both = Dilution.of(List.of(four, List.of(at(200, 50)))).orElseThrow();
    assertClose(alone.pdop(), both.pdop());
    assertTrue(both.gdop() > alone.gdop());
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
