package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.CellDilution;
import dev.skytally.dop.Dilution;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.visibility.Sky;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dilution of precision in the cells of a grid is that of the skies there. */
class WorldDilutionTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");

  private static final Constellation ALL_SYSTEMS =
      ConstellationSelection.on(DAY)
          .systems(List.of(GnssSystem.values()))
          .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), START);

  /** Up to this PDOP the kernel is compared. */
  private static final double GOOD_GEOMETRY = 20;

  private static final double RELATIVE_TOLERANCE = 1e-4;

  /** A dilution is rounded to 1/4096. */
  private static final double ROUNDING = 0.5 / 4096;

  /** The greatest width of a histogram's bin, by its least value. */
  private static final double BIN = 1.0 / 16;

  @ParameterizedTest
  @ValueSource(doubles = {0, 5, 30})
  void dilutionIsThatOfTheSkyAtRandomCells(double maskDegrees) {
    assertDilutionAtRandomCells(80, maskDegrees);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 5, 30})
  @Tag("exhaustive")
  void dilutionIsThatOfTheSkyAtManyRandomCells(double maskDegrees) {
    assertDilutionAtRandomCells(200, maskDegrees);
  }

  private static void assertDilutionAtRandomCells(int cells, double maskDegrees) {
    WorldGrid whole = WorldGrid.cells(0.25);
    Random random = new Random(5);
    int compared = 0;
    int withoutPosition = 0;
    for (int k = 0; k < cells; k++) {
      int row = k == 0 ? 0 : k == 1 ? whole.rows() - 1 : random.nextInt(whole.rows());
      int column = k == 2 ? 0 : k == 3 ? whole.columns() - 1 : random.nextInt(whole.columns());
      WorldGrid cell = whole.window(row, 1, column, 1);
      Instant instant = START.plusSeconds(random.nextInt(86_400));
      GridTally tally =
          study(cell, maskDegrees)
              .over(instant, Duration.ofSeconds(1))
              .every(Duration.ofSeconds(1))
              .run()
              .tally();
      Sky sky = skies(ALL_SYSTEMS, cell, maskDegrees, List.of(instant)).get(0);
      for (GnssSystem system : ALL_SYSTEMS.systems()) {
        Optional<Dilution> expected = Dilution.of(sky, system);
        assertSame(expected, tally.dilution(system, 0).get(0));
        compared += expected.isPresent() ? 1 : 0;
        withoutPosition += expected.isPresent() ? 0 : 1;
      }
      assertSame(Dilution.of(sky), tally.dilutionTogether(0).get(0));
    }
    assertTrue(compared > cells, compared + " compared");
    assertTrue(withoutPosition > cells, withoutPosition + " without a position");
  }

  /**
   * Along a row, satellites come into view and go out of view. Blocks have 120, 30, 8, 4, 3, 2 or 1
   * columns.
   */
  @ParameterizedTest
  @CsvSource({
    "0.05, 1234",
    "0.25, 80",
    "0.25, 600",
    "1, 20",
    "1, 150",
    "1.8, 50",
    "2.5, 40",
    "4, 30",
    "5, 9"
  })
  void dilutionAlongARowIsThatOfEachSky(double degrees, int row) {
    WorldGrid whole = WorldGrid.cells(degrees);
    int columns = Math.min(whole.columns(), 400);
    WorldGrid part =
        whole.window(row, 1, whole.columns() - 100 / (int) Math.ceil(degrees), columns);
    assertSameAlong(part, ALL_SYSTEMS, 20);
  }

  private static void assertSameAlong(
      WorldGrid row, Constellation constellation, double maskDegrees) {
    GridTally tally =
        WorldStudy.of(constellation)
            .on(row)
            .above(ElevationMask.ofDegrees(maskDegrees))
            .tallying(EnumSet.of(GridFigure.DILUTION))
            .over(START, Duration.ofSeconds(1))
            .every(Duration.ofSeconds(1))
            .run()
            .tally();
    List<Sky> skies = skies(constellation, row, maskDegrees, List.of(START));
    for (int column = 0; column < row.columns(); column++) {
      for (GnssSystem system : constellation.systems()) {
        assertSame(Dilution.of(skies.get(column), system), tally.dilution(system, 0).get(column));
      }
      assertSame(Dilution.of(skies.get(column)), tally.dilutionTogether(0).get(column));
    }
  }

  private static WorldStudy study(WorldGrid grid, double maskDegrees) {
    return WorldStudy.of(ALL_SYSTEMS)
        .on(grid)
        .above(ElevationMask.ofDegrees(maskDegrees))
        .tallying(EnumSet.of(GridFigure.DILUTION));
  }

  /** The skies of a row's cells, from west to east. */
  private static List<Sky> skies(
      Constellation constellation, WorldGrid row, double maskDegrees, List<Instant> instants) {
    return VisibilityStudy.of(constellation)
        .at(IntStream.range(0, row.columns()).mapToObj(column -> row.site(0, column)).toList())
        .over(instants.get(0), Duration.ofDays(1))
        .above(ElevationMask.ofDegrees(maskDegrees))
        .skies(instants)
        .skies();
  }

  private static void assertSame(Optional<Dilution> expected, CellDilution actual) {
    assertEquals(expected.isPresent() ? 1 : 0, actual.sharePosition());
    assertEquals(expected.isPresent(), actual.vdop().mean().isPresent());
    if (expected.isPresent() && expected.get().pdop() < GOOD_GEOMETRY) {
      assertNear(expected.get().pdop(), actual.pdop().mean());
      assertNear(expected.get().hdop(), actual.hdop().mean());
      assertNear(expected.get().vdop(), actual.vdop().mean());
    }
  }

  private static void assertNear(double expected, OptionalDouble actual) {
    assertEquals(expected, actual.orElseThrow(), ROUNDING + RELATIVE_TOLERANCE * expected);
  }

  @Test
  void figuresOfADayAreThoseOfAllItsInstants() {
    Duration step = Duration.ofMinutes(5);
    WorldGrid whole = WorldGrid.nodes(1);
    for (int row : List.of(2, 55, 90, 140)) {
      WorldGrid cell = whole.window(row, 1, 290, 1);
      List<Instant> instants = new ArrayList<>();
      for (int k = 0; k < 288; k++) {
        instants.add(START.plus(step.multipliedBy(k)));
      }
      GridTally tally =
          study(cell, 10)
              .withDilution(ReceiverClocks.OWN, 2.5)
              .over(START, Duration.ofDays(1))
              .every(step)
              .run()
              .tally();
      List<Sky> skies = skies(ALL_SYSTEMS, cell, 10, instants);
      for (GnssSystem system : ALL_SYSTEMS.systems()) {
        assertFigures(
            skies.stream().map(sky -> Dilution.of(sky, system)).toList(),
            tally.dilution(system, 0).get(0));
      }
      assertFigures(
          skies.stream()
              .map(
                  sky ->
                      Dilution.of(
                          sky,
                          ReceiverClocks.OWN,
                          ALL_SYSTEMS.systems().toArray(GnssSystem[]::new)))
              .toList(),
          tally.dilutionTogether(0).get(0));
    }
  }

  private static void assertFigures(List<Optional<Dilution>> expected, CellDilution actual) {
    double instants = expected.size();
    List<Dilution> found = expected.stream().flatMap(Optional::stream).toList();
    assertEquals(found.size() / instants, actual.sharePosition());
    assertEquals(
        found.stream().filter(dilution -> dilution.pdop() <= 2.5).count() / instants,
        actual.shareGood(),
        1 / instants);
    assertFigures(found.stream().mapToDouble(Dilution::pdop).sorted().toArray(), actual.pdop());
    assertFigures(found.stream().mapToDouble(Dilution::hdop).sorted().toArray(), actual.hdop());
    assertFigures(found.stream().mapToDouble(Dilution::vdop).sorted().toArray(), actual.vdop());
  }

  private static void assertFigures(double[] sorted, CellDilution.Figures actual) {
    if (sorted.length == 0) {
      assertEquals(OptionalDouble.empty(), actual.mean());
      assertEquals(OptionalDouble.empty(), actual.median());
      assertEquals(OptionalDouble.empty(), actual.max());
      return;
    }
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    assertNear(sum / sorted.length, actual.mean());
    assertNear(sorted[sorted.length - 1], actual.max());
    assertPercentile(sorted, 143, actual.median());
    assertPercentile(sorted, 273, actual.percentile95());
  }

  private static void assertPercentile(double[] sorted, int index, OptionalDouble actual) {
    assertEquals(index < sorted.length, actual.isPresent());
    if (index < sorted.length) {
      assertEquals(sorted[index], actual.getAsDouble(), BIN * sorted[index]);
    }
  }

  /** A block of a grid of 0.45 degrees has 17 columns, and the last one has one. */
  @Test
  void piecesAndThreadsMakeTheSameNumbers() {
    WorldStudy study =
        study(WorldGrid.cells(0.45).window(100, 4, 770, 50), 5)
            .over(START.minusSeconds(5_000), Duration.ofHours(14))
            .every(Duration.ofSeconds(100));
    WorldResult whole = study.threads(1).run();
    assertEquals(whole, study.threads(3).run());
    WorldResult sum =
        WorldResult.sum(
            List.of(
                study.rows(1, 4).instants(0, 333).run(),
                study.rows(0, 1).run(),
                study.rows(1, 4).instants(333, 504).run()));
    assertEquals(whole, sum);
  }

  /** The direction of a satellite in a low orbit changes by degrees along a block. */
  @ParameterizedTest
  @ValueSource(doubles = {14.6, 4.6, 2.9})
  void satellitesNearTheEarthAreExactToo(double revolutionsPerDay) {
    List<Constellation.Member> members = new ArrayList<>(ALL_SYSTEMS.members());
    for (int k = 0; k < 90; k++) {
      int degrees = 30 + k % 5 * 15;
      members.addAll(
          ReferenceData.anySystem(
                  ReferenceData.elementSet(
                      "",
                      90_000 + k,
                      revolutionsPerDay,
                      0.001,
                      degrees,
                      31 * k % 360,
                      0,
                      67 * k % 360))
              .members());
    }
    Constellation withNear = new Constellation(ALL_SYSTEMS.systems(), members, List.of());
    assertSameAlong(WorldGrid.cells(0.25).window(200, 1, 301, 60), withNear, 10);
  }

  @Test
  void aTileHasTheNumbersOfTheWholeEarth() {
    WorldGrid whole = WorldGrid.cells(0.45);
    WorldGrid tile = whole.window(30, 2, 770, 50);
    Duration window = Duration.ofHours(2);
    GridTally ofWhole = study(whole, 5).over(START, window).rows(30, 32).run().tally();
    GridTally ofTile = study(tile, 5).over(START, window).run().tally();
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 50; column++) {
        assertEquals(
            ofWhole.dilutionTogether(30 + row).get((770 + column) % 800),
            ofTile.dilutionTogether(row).get(column));
      }
    }
  }

  @Test
  void aLimitOutsideOfTheDilutionsIsRefused() {
    WorldStudy study = study(WorldGrid.cells(5), 5);
    for (double limit : List.of(0.0, -1.0, 1000.5, Double.NaN)) {
      assertThrows(
          IllegalArgumentException.class, () -> study.withDilution(ReceiverClocks.OWN, limit));
    }
  }
}
