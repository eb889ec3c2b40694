package dev.skytally.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevationMaskTest {
  private static final double ROUNDING_RADIANS = 1e-12;

  /** Azimuths at whole degrees: Orekit takes ones nearer than 1e-7 rad for the same. */
  @Property
  void aHorizonAgreesWithOrekits(
      @ForAll @Size(min = 1, max = 40)
          Map<@IntRange(min = 0, max = 359) Integer, @DoubleRange(min = -5, max = 80) Double>
              points,
      @ForAll @DoubleRange(min = 0, max = 360, maxIncluded = false) double azimuthDegrees) {
    double[][] pairs =
        points.entrySet().stream()
            .map(p -> new double[] {Math.toRadians(p.getKey()), Math.toRadians(p.getValue())})
            .toArray(double[][]::new);
    double azimuthRadians = Math.toRadians(azimuthDegrees);
    assertEquals(
        new org.orekit.utils.ElevationMask(pairs).getElevation(azimuthRadians),
        horizon(points).elevationRadians(azimuthRadians),
        ROUNDING_RADIANS);
  }

  @Property
  void aRaisedHorizonIsTheGreaterAtEachAzimuth(
      @ForAll @Size(min = 1, max = 10)
          Map<@IntRange(min = 0, max = 359) Integer, @DoubleRange(min = -5, max = 80) Double>
              points,
      @ForAll @DoubleRange(min = -10, max = 85) double leastDegrees) {
    ElevationMask mask = horizon(points);
    ElevationMask raised = mask.atLeastDegrees(leastDegrees);
    for (double azimuthDegrees = 0; azimuthDegrees < 360; azimuthDegrees += 0.25) {
      double azimuthRadians = Math.toRadians(azimuthDegrees);
      assertEquals(
          Math.max(mask.elevationRadians(azimuthRadians), Math.toRadians(leastDegrees)),
          raised.elevationRadians(azimuthRadians),
          ROUNDING_RADIANS);
    }
  }

  @Test
  void aRaisedHorizonHasAPointWhereItCrossesTheElevation() {
    ElevationMask valley = ElevationMask.horizonOfDegrees(Map.of(90.0, 0.0, 270.0, 30.0));
    double[] azimuths = valley.atLeastDegrees(10).azimuthsRadians();
    double[] expected = {30, 90, 150, 270};
    assertEquals(expected.length, azimuths.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], Math.toDegrees(azimuths[i]), 1e-9);
    }
    assertEquals(ElevationMask.ofDegrees(30), valley.atLeastDegrees(30));
    assertEquals(valley, valley.atLeastDegrees(-1));
    assertEquals(valley.atLeastDegrees(10), valley.atLeastDegrees(5).atLeastDegrees(10));
    assertEquals(valley.atLeastDegrees(10), valley.atLeastDegrees(10).atLeastDegrees(5));
    assertSame(valley, valley.atLeastDegrees(5).atLeastDegrees(10).unraised().orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> valley.atLeastDegrees(90));
  }

  /** The greatest of the elevations counts, even where all of the horizon is higher. */
  @Test
  void aHorizonKnowsTheElevationThatItIsAtLeast() {
    ElevationMask valley = ElevationMask.horizonOfDegrees(Map.of(90.0, 8.0, 270.0, 30.0));
    assertEquals(OptionalDouble.empty(), valley.floorRadians());
    assertEquals(Optional.empty(), valley.unraised());
    for (double[] given : new double[][] {{5, 3, 5}, {3, 5, 5}, {12, 5, 12}, {5, 40, 40}}) {
      ElevationMask mask = valley.atLeastDegrees(given[0]).atLeastDegrees(given[1]);
      assertEquals(Math.toRadians(given[2]), mask.floorRadians().orElseThrow());
      assertSame(valley, mask.unraised().orElseThrow());
    }
    assertEquals(
        OptionalDouble.empty(), ElevationMask.ofDegrees(5).atLeastDegrees(10).floorRadians());
  }

  @Property
  void aStretchIsWhatSamplesOfItAre(
      @ForAll @Size(min = 1, max = 10)
          Map<@IntRange(min = 0, max = 359) Integer, @DoubleRange(min = -5, max = 80) Double>
              points,
      @ForAll @DoubleRange(min = 0, max = 360) double azimuthDegrees,
      @ForAll @DoubleRange(min = 0, max = 200) double reachDegrees) {
    ElevationMask mask = horizon(points);
    double centre = Math.toRadians(azimuthDegrees);
    double reach = Math.toRadians(reachDegrees);
    ElevationMask.Stretch stretch = mask.stretch(centre, reach);
    int samples = 400;
    double step = 2 * reach / samples;
    double least = Double.MAX_VALUE;
    double greatest = -Double.MAX_VALUE;
    for (int k = 0; k <= samples; k++) {
      double azimuth = centre - reach + k * step;
      double turns = Math.floor(azimuth / (2 * Math.PI));
      double elevation = mask.elevationRadians(azimuth - turns * 2 * Math.PI);
      least = Math.min(least, elevation);
      greatest = Math.max(greatest, elevation);
    }
    double betweenSamples = stretch.steepestSlope() * step + ROUNDING_RADIANS;
    assertTrue(stretch.leastElevationRadians() <= least + ROUNDING_RADIANS);
    assertTrue(stretch.greatestElevationRadians() >= greatest - ROUNDING_RADIANS);
    assertEquals(least, stretch.leastElevationRadians(), betweenSamples);
    assertEquals(greatest, stretch.greatestElevationRadians(), betweenSamples);
  }

  @Test
  void aHorizonPassesThroughItsPointsAndGoesOnOverNorth() {
    ElevationMask mask = ElevationMask.horizonOfDegrees(Map.of(10.0, 4.0, 90.0, 20.0, 350.0, 8.0));
    assertEquals(4, elevationDegrees(mask, 10), 1e-9);
    assertEquals(20, elevationDegrees(mask, 90), 1e-9);
    assertEquals(8, elevationDegrees(mask, 350), 1e-9);
    assertEquals(12, elevationDegrees(mask, 50), 1e-9);
    assertEquals(6, elevationDegrees(mask, 0), 1e-9);
    assertEquals(6, elevationDegrees(mask, 360), 1e-9);
    assertEquals(5, elevationDegrees(mask, 5), 1e-9);
    assertEquals(0.2, mask.stretch(0, Math.PI).steepestSlope(), 1e-12);
    assertEquals(12 / 260.0, mask.stretch(Math.PI, 0.01).steepestSlope(), 1e-12);
    assertFalse(mask.isConstant());
    assertEquals("horizon of 3 points, 4 to 20 degrees", mask.toString());
  }

  @Test
  void aConstantMaskIsTheSameAllAround() {
    ElevationMask mask = ElevationMask.ofDegrees(5);
    assertTrue(mask.isConstant());
    assertEquals(Math.toRadians(5), mask.elevationRadians(0));
    assertEquals(Math.toRadians(5), mask.elevationRadians(6.2));
    assertEquals(0, mask.stretch(1, Math.PI).steepestSlope());
    assertEquals("5 degrees", mask.toString());
    assertEquals(0.1, ElevationMask.ofRadians(0.1).greatestElevationRadians());
    assertEquals("-2.5 degrees", ElevationMask.ofDegrees(-2.5).toString());
    assertTrue(ElevationMask.horizonOfDegrees(Map.of(3.0, 7.0, 4.0, 7.0)).isConstant());
  }

  @Test
  void aHorizonStaysOneWhereItIsConstant() {
    assertTrue(ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0)).isHorizon());
    ElevationMask low = ElevationMask.horizonOfDegrees(Map.of(0.0, 0.0, 90.0, 8.0));
    assertTrue(low.atLeastDegrees(5).isHorizon());
    assertTrue(low.atLeastDegrees(20).isHorizon());
    assertFalse(ElevationMask.ofDegrees(5).isHorizon());
    assertFalse(ElevationMask.ofDegrees(5).atLeastDegrees(4).isHorizon());
    assertFalse(ElevationMask.ofDegrees(5).atLeastDegrees(20).isHorizon());
  }

  /** A house in the south of an otherwise free sky, as people first write it. */
  @Test
  void aGapThatItsNeighboursRaiseIsNamed() {
    String remedy = ", add points with elevation 0 beside the obstacle";
    assertEquals(
        Optional.of(
            "no point between azimuth 200 and 160, where the horizon is a line from 40 to 40"
                + " degrees; if the sky is free there"
                + remedy),
        ElevationMask.horizonOfDegrees(Map.of(160.0, 40.0, 200.0, 40.0)).gap());
    assertEquals(
        Optional.of(
            "only one point, so the horizon is 40 degrees high in every direction; if the sky is"
                + " free elsewhere"
                + remedy),
        ElevationMask.horizonOfDegrees(Map.of(180.0, 40.0)).gap());
    assertTrue(
        ElevationMask.horizonOfDegrees(Map.of(160.0, 40.0, 200.0, 40.0, 201.0, 0.0))
            .gap()
            .isPresent());
    for (Map<Double, Double> complete :
        List.of(
            Map.of(159.0, 0.0, 160.0, 40.0, 200.0, 40.0, 201.0, 0.0),
            Map.of(0.0, 10.0, 90.0, 35.0, 180.0, 10.0, 270.0, 25.0))) {
      assertEquals(Optional.empty(), ElevationMask.horizonOfDegrees(complete).gap());
      assertEquals(
          Optional.empty(), ElevationMask.horizonOfDegrees(complete).atLeastDegrees(12).gap());
    }
  }

  @Test
  void aGapBelowTheLeastElevationIsNotNamed() {
    ElevationMask house = ElevationMask.horizonOfDegrees(Map.of(160.0, 40.0, 200.0, 50.0));
    assertEquals(house.gap(), house.atLeastDegrees(45).gap());
    assertEquals(Optional.empty(), house.atLeastDegrees(50).gap());
    assertEquals(Optional.empty(), ElevationMask.ofDegrees(40).gap());
  }

  @Test
  void whatIsNoMaskIsRefused() {
    for (double wrong : new double[] {90, -90, 91, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> ElevationMask.ofDegrees(wrong));
      assertThrows(
          IllegalArgumentException.class, () -> ElevationMask.horizonOfDegrees(Map.of(0.0, wrong)));
    }
    for (double wrong : new double[] {-1, 360, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> ElevationMask.horizonOfDegrees(Map.of(wrong, 5.0)));
    }
    assertThrows(IllegalArgumentException.class, () -> ElevationMask.horizonOfDegrees(Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0, -0.0, 6.0)));
  }

  @Test
  void aHorizonIsReadFromAFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("h.csv"), "elevation_deg,azimuth_deg\r\n8,350\r\n4,10\r\n");
    assertEquals(6, elevationDegrees(ElevationMask.readHorizon(file), 0), 1e-9);
  }

  @Test
  void problemsOfAHorizonFileTellLineAndColumn() {
    String header = "azimuth_deg,elevation_deg\n";
    assertProblem(
        "h.csv, line 2, column 1: azimuth_deg is \"361\", expected a number from 0 to 360",
        header + "361,5");
    assertProblem(
        "h.csv, line 3, column 1: azimuth_deg is 360, expected less: north is 0",
        header + "0,5\n360,5");
    assertProblem(
        "h.csv, line 2, column 3: elevation_deg is \"91\", expected degrees above -90 and below 90",
        header + "0,91");
    assertProblem(
        "h.csv, line 2, column 3: elevation_deg is \"90\", expected degrees above -90 and below 90",
        header + "0,90");
    assertProblem(
        "h.csv, line 4, column 1: azimuth_deg 10.0 is given twice", header + "10,5\n20,5\n10.0,6");
    assertProblem("h.csv, line 3, column 1: azimuth_deg -0 is given twice", header + "0,5\n-0,6");
    assertProblem("h.csv: holds the names of columns only, expected rows below them", header);
    assertProblem(
        "h.csv, line 1: no column elevation_deg, expected the columns azimuth_deg, elevation_deg;"
            + " found \"azimuth_deg, mils\"",
        "azimuth_deg,mils\n1,2");
  }

  private static ElevationMask horizon(Map<Integer, Double> points) {
    Map<Double, Double> byDegrees = new TreeMap<>();
    points.forEach((azimuth, elevation) -> byDegrees.put((double) azimuth, elevation));
    return ElevationMask.horizonOfDegrees(byDegrees);
  }

  private static double elevationDegrees(ElevationMask mask, double azimuthDegrees) {
    return Math.toDegrees(mask.elevationRadians(Math.toRadians(azimuthDegrees)));
  }

  private static void assertProblem(String message, String text) {
    assertEquals(
        message,
        assertThrows(
                InputFormatException.class,
                () -> ElevationMask.readHorizon(TextFile.of("h.csv", text)))
            .getMessage());
  }

  @Test
  void masksAreEqualIfAzimuthsAndElevationsAre() {
    assertEquals(ElevationMask.ofDegrees(5), ElevationMask.ofDegrees(5));
    assertNotEquals(ElevationMask.ofDegrees(5), ElevationMask.ofDegrees(6));
    ElevationMask wall = ElevationMask.horizonOfDegrees(Map.of(0.0, 10.0, 180.0, 0.0));
    assertEquals(wall, ElevationMask.horizonOfDegrees(Map.of(180.0, 0.0, 0.0, 10.0)));
    assertNotEquals(wall, ElevationMask.horizonOfDegrees(Map.of(90.0, 0.0, 0.0, 10.0)));
  }
}
