package dev.skytally;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.reference.CountBounds;
import dev.skytally.reference.PlainCounts;
import dev.skytally.reference.PlainView;
import dev.skytally.reference.SampledSatellites;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.SiteTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The row sweep against looking at every satellite from every cell at every instant. */
class WorldStudyTest {
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** A satellite so near to the mask may count or not. */
  private static final double NEAR_THE_MASK_DEGREES = 5e-5;

  private static final double ROUNDING = 1e-9;

  private static final Constellation ALL_SYSTEMS = constellation(GnssSystem.values());
  private static final Constellation TWO_SYSTEMS = constellation(GnssSystem.BDS, GnssSystem.GPS);

  private static Constellation constellation(GnssSystem... systems) {
    return ConstellationSelection.on(LocalDate.of(2020, 11, 25))
        .systems(List.of(systems))
        .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START);
  }

  /** The direct positions of all satellites through the day. */
  private static SampledSatellites satellites(Constellation constellation, Duration step) {
    return SampledSatellites.of(constellation, START, step, (int) DAY.dividedBy(step));
  }

  private static WorldStudy study(Constellation constellation, WorldGrid grid, double maskDegrees) {
    return WorldStudy.of(constellation)
        .on(grid)
        .over(START, DAY)
        .above(ElevationMask.ofDegrees(maskDegrees));
  }

  /** Every count at every instant, one instant a piece; and all figures of the whole from these. */
  @Tag("exhaustive")
  @ParameterizedTest
  @ValueSource(doubles = {0, 10, 40})
  void everyCountIsThatOfLookingAtEverySatellite(double maskDegrees) {
    assertEveryCount(WorldGrid.cells(2), TEN_MINUTES, maskDegrees);
  }

  @Test
  void countsAreThoseOfLookingAtEverySatellite() {
    assertEveryCount(WorldGrid.nodes(5), Duration.ofHours(1), 5);
  }

  private static void assertEveryCount(WorldGrid grid, Duration step, double maskDegrees) {
    WorldStudy study = study(ALL_SYSTEMS, grid, maskDegrees).every(step);
    SampledSatellites satellites = satellites(ALL_SYSTEMS, step);
    Counted counted = new Counted(grid, ALL_SYSTEMS.systems());
    for (int k = 0; k < satellites.samples(); k++) {
      SampledSatellites now = satellites.at(k);
      GridTally piece = study.instants(k, k + 1).tallying(Set.of(GridFigure.RANGE)).run().tally();
      IntStream.range(0, grid.rows())
          .parallel()
          .forEach(row -> assertCounts(piece, row, ALL_SYSTEMS, now, maskDegrees));
      counted.add(piece);
    }
    counted.assertEquals(study.run().tally());
  }

  private static PlainView view(WorldGrid grid, int row, int column, double maskDegrees) {
    return new PlainView(grid.site(row, column), ElevationMask.ofDegrees(maskDegrees));
  }

  private static void assertCounts(
      GridTally piece,
      int row,
      Constellation constellation,
      SampledSatellites now,
      double maskDegrees) {
    WorldGrid grid = piece.grid();
    for (int column = 0; column < grid.columns(); column++) {
      CountBounds counts = now.inView(view(grid, row, column, maskDegrees), NEAR_THE_MASK_DEGREES);
      for (int i = 0; i < constellation.systems().size(); i++) {
        int count = piece.max(constellation.systems().get(i), row, column);
        if (count < counts.surely().at(i, 0) || count > counts.perhaps().at(i, 0)) {
          throw new AssertionError(
              "%s: counted %s %s, not %s to %s"
                  .formatted(
                      grid.site(row, column),
                      count,
                      constellation.systems().get(i),
                      counts.surely().at(i, 0),
                      counts.perhaps().at(i, 0)));
        }
      }
    }
  }

  /** Plain sums over the counts of single instants. */
  private static final class Counted {
    private final WorldGrid grid;
    private final List<GnssSystem> systems;
    private final int[][] sum;
    private final int[][] most;
    private final int[][] fewest;
    private final int[][] enough;
    private final int[][] ahead;
    private final int[][] aheadOfAll;
    private int instants;

    Counted(WorldGrid grid, List<GnssSystem> systems) {
      this.grid = grid;
      this.systems = systems;
      int cells = grid.rows() * grid.columns();
      int n = systems.size();
      sum = new int[n][cells];
      most = new int[n][cells];
      fewest = new int[n][cells];
      for (int[] ofSystem : fewest) {
        Arrays.fill(ofSystem, Integer.MAX_VALUE);
      }
      enough = new int[n][cells];
      ahead = new int[n * n][cells];
      aheadOfAll = new int[n][cells];
    }

    void add(GridTally instant) {
      instants++;
      int n = systems.size();
      int[] counts = new int[n];
      for (int cell = 0; cell < sum[0].length; cell++) {
        for (int i = 0; i < n; i++) {
          counts[i] = instant.min(systems.get(i), cell / grid.columns(), cell % grid.columns());
        }
        for (int i = 0; i < n; i++) {
          sum[i][cell] += counts[i];
          most[i][cell] = Math.max(most[i][cell], counts[i]);
          fewest[i][cell] = Math.min(fewest[i][cell], counts[i]);
          enough[i][cell] += counts[i] >= 4 ? 1 : 0;
          boolean first = true;
          for (int other = 0; other < n; other++) {
            ahead[i * n + other][cell] += counts[i] > counts[other] ? 1 : 0;
            first &= other == i || counts[i] > counts[other];
          }
          aheadOfAll[i][cell] += first ? 1 : 0;
        }
      }
    }

    void assertEquals(GridTally whole) {
      int n = systems.size();
      for (int cell = 0; cell < sum[0].length; cell++) {
        int row = cell / grid.columns();
        int column = cell % grid.columns();
        for (int i = 0; i < n; i++) {
          GnssSystem system = systems.get(i);
          check((double) sum[i][cell] / instants, whole.mean(system, row, column));
          check(most[i][cell], whole.max(system, row, column));
          check(fewest[i][cell], whole.min(system, row, column));
          check((double) enough[i][cell] / instants, whole.shareAtLeastFour(system, row, column));
          check(
              (double) aheadOfAll[i][cell] / instants, whole.shareAheadOfAll(system, row, column));
          for (int other = 0; other < n; other++) {
            if (other != i) {
              check(
                  (double) ahead[i * n + other][cell] / instants,
                  whole.shareAhead(system, systems.get(other), row, column));
            }
          }
        }
      }
    }

    private static void check(double expected, double actual) {
      if (expected != actual) {
        throw new AssertionError("expected " + expected + " but was " + actual);
      }
    }
  }

  @Test
  void randomCellsOfAQuarterDegreeGridAreThoseOfLookingEveryMinute() {
    WorldGrid grid = WorldGrid.cells(0.25);
    double maskDegrees = 5;
    GridTally tally = study(TWO_SYSTEMS, grid, maskDegrees).run().tally();
    SampledSatellites satellites = satellites(TWO_SYSTEMS, Duration.ofMinutes(1));
    Random random = new Random(20201125);
    List<int[]> cells = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      cells.add(new int[] {random.nextInt(grid.rows()), random.nextInt(grid.columns())});
    }
    cells.parallelStream()
        .forEach(cell -> assertCell(tally, cell[0], cell[1], satellites, maskDegrees));
  }

  private static void assertCell(
      GridTally tally, int row, int column, SampledSatellites satellites, double maskDegrees) {
    CountBounds counts =
        satellites.inView(view(tally.grid(), row, column, maskDegrees), NEAR_THE_MASK_DEGREES);
    PlainCounts surely = counts.surely();
    PlainCounts perhaps = counts.perhaps();
    for (int system = 0; system < 2; system++) {
      GnssSystem name = TWO_SYSTEMS.systems().get(system);
      GnssSystem other = TWO_SYSTEMS.systems().get(1 - system);
      assertWithin(surely.mean(system), perhaps.mean(system), tally.mean(name, row, column));
      assertWithin(surely.max(system), perhaps.max(system), tally.max(name, row, column));
      assertWithin(surely.min(system), perhaps.min(system), tally.min(name, row, column));
      assertWithin(
          surely.shareAheadOfAll(system, perhaps),
          perhaps.shareAheadOfAll(system, surely),
          tally.shareAhead(name, other, row, column));
      assertEquals(
          tally.shareAhead(name, other, row, column), tally.shareAheadOfAll(name, row, column));
    }
  }

  private static void assertWithin(double least, double most, double actual) {
    assertTrue(
        actual >= least - ROUNDING && actual <= most + ROUNDING,
        () -> actual + " is not within " + least + " to " + most);
  }

  /**
   * A study of sites counts to the microsecond of a crossing, a grid by the margin's sign. Cells
   * are a quarter of a degree, the first at 90 degrees north and 180 degrees west.
   */
  @Test
  void theCellOfACapitalCountsWhatAStudyOfItsCentreCounts() {
    WorldGrid grid = WorldGrid.cells(0.25);
    WorldResult world = study(TWO_SYSTEMS, grid, 5).tallying(Set.of(GridFigure.LEADER)).run();
    List<GroundSite> centres = new ArrayList<>();
    List<int[]> cells = new ArrayList<>();
    for (GroundSite capital : WorldCapitals.all()) {
      int row = (int) Math.floor((90 - capital.latitudeDegrees()) / 0.25);
      int column = (int) Math.floor((capital.longitudeDegrees() + 180) / 0.25);
      assertEquals(row, grid.rowAt(capital.latitudeDegrees()), capital.name());
      assertEquals(column, grid.columnAt(capital.longitudeDegrees()), capital.name());
      cells.add(new int[] {row, column});
      centres.add(
          GroundSite.ofDegrees(
              capital.name(), 90 - (row + 0.5) * 0.25, (column + 0.5) * 0.25 - 180, 0));
    }
    StudyResult sites =
        VisibilityStudy.of(TWO_SYSTEMS)
            .at(centres)
            .over(START, DAY)
            .above(ElevationMask.ofDegrees(5))
            .sampledEvery(Duration.ofMinutes(1))
            .run();
    double oneInstant = 1.0 / 1440;
    for (int i = 0; i < cells.size(); i++) {
      SiteTally tally = sites.tallies().get(i);
      int row = cells.get(i)[0];
      int column = cells.get(i)[1];
      for (GnssSystem system : TWO_SYSTEMS.systems()) {
        assertEquals(
            tally.inView(system).mean(),
            world.tally().mean(system, row, column),
            oneInstant,
            tally.site()::toString);
        assertEquals(
            tally.shareAheadOfAll(system),
            world.tally().shareAheadOfAll(system, row, column),
            oneInstant,
            tally.site()::toString);
      }
    }
  }

  private static final Set<GridFigure> ALL_FIGURES = EnumSet.allOf(GridFigure.class);

  /** Alone it may be counted in another way: of two systems by leads, and not by counts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void aFigureIsTheSameAloneAndWithAllElse(int systems) {
    Constellation constellation = constellation(Arrays.copyOf(GnssSystem.values(), systems));
    for (double maskDegrees : new double[] {0, 5, 60}) {
      WorldStudy study = study(constellation, WorldGrid.nodes(5), maskDegrees).instants(7, 300);
      GridTally withAll = study.run().tally();
      for (GridFigure figure : GridFigure.values()) {
        Set<GridFigure> alone = EnumSet.of(figure);
        assertSame(withAll, study.tallying(alone).run().tally(), alone);
      }
    }
  }

  @Test
  void withoutSatellitesNothingIsInViewAndAllIsLevel() {
    Constellation nothing =
        new Constellation(List.of(GnssSystem.GPS, GnssSystem.BDS), List.of(), List.of());
    WorldStudy study = study(nothing, WorldGrid.cells(5), 5);
    for (Set<GridFigure> figures :
        List.of(Set.<GridFigure>of(), Set.of(GridFigure.LEADER), ALL_FIGURES)) {
      GridTally tally = study.tallying(figures).run().tally();
      assertEquals(1440, tally.instants(35));
      assertEquals(0, tally.mean(GnssSystem.BDS, 35, 71));
      if (figures.contains(GridFigure.LEADER)) {
        assertEquals(-1, tally.leader(35, 71));
      }
      if (figures.contains(GridFigure.RANGE)) {
        assertEquals(0, tally.min(GnssSystem.BDS, 35, 71));
        assertEquals(0, tally.max(GnssSystem.BDS, 35, 71));
      }
    }
  }

  @Test
  void whereNoSatelliteFliesTheStudyIsOfNone() {
    Constellation falling = ReferenceData.anySystem(ReferenceData.decayedSatellite());
    WorldResult result =
        study(falling, WorldGrid.cells(5), 5)
            .over(Instant.parse("2020-11-30T00:00:00Z"), Duration.ofDays(4))
            .every(Duration.ofHours(1))
            .run();
    assertEquals(List.of(), result.constellation().members());
    assertEquals(0, result.tally().mean(GnssSystem.GPS, 20, 20));
  }

  @Test
  void aFigureThatWasNotTalliedIsNamed() {
    WorldStudy study = smallStudy().rows(0, 1).instants(0, 1);
    GridTally means = study.tallying(Set.of()).run().tally();
    assertIsMissing("LEADER", () -> means.leader(0, 0));
    assertIsMissing("LEADER", () -> means.shareAheadOfAll(GnssSystem.GPS, 0, 0));
    assertIsMissing("PAIRS", () -> means.shareAhead(GnssSystem.GPS, GnssSystem.BDS, 0, 0));
    assertIsMissing("RANGE", () -> means.max(GnssSystem.GPS, 0, 0));
    assertIsMissing("RANGE", () -> means.min(GnssSystem.GPS, 0, 0));
    assertIsMissing("AVAILABLE", () -> means.shareAtLeastFour(GnssSystem.GPS, 0, 0));
  }

  private static void assertIsMissing(String figure, Executable question) {
    assertEquals(
        figure + " was not tallied, only the mean: add it in WorldStudy.tallying",
        assertThrows(IllegalStateException.class, question).getMessage());
  }

  @Test
  void nobodyIsAheadOfItselfAndWhoIsAloneIsAheadOfAll() {
    GridTally six = smallStudy().rows(0, 1).run().tally();
    assertEquals(0, six.shareAhead(GnssSystem.GPS, GnssSystem.GPS, 0, 0));
    GridTally one = study(constellation(GnssSystem.GPS), WorldGrid.cells(5), 5).run().tally();
    assertEquals(1, one.shareAheadOfAll(GnssSystem.GPS, 0, 0));
    assertEquals(0, one.leader(0, 0));
  }

  /** Whatever the mean is of. */
  @Test
  void aTallyOfMoreInstantsThanItsSumsHoldIsRefused() {
    GridTally tally = smallStudy().rows(0, 1).instants(0, 2).tallying(Set.of()).run().tally();
    double mean = tally.mean(GnssSystem.GPS, 0, 0);
    while (2 * tally.instants(0) <= WorldStudy.MOST_INSTANTS) {
      tally = tally.plus(tally);
      assertEquals(mean, tally.mean(GnssSystem.GPS, 0, 0));
    }
    GridTally most = tally;
    assertEquals(
        "33554432 instants are more than the 16909320 that a tally takes",
        assertThrows(IllegalArgumentException.class, () -> most.plus(most)).getMessage());
  }

  /** Beyond what the neighbouring cells differ by: some samples of a day. */
  private static final double FEW_SAMPLES = 10.0 / 1440;

  /**
   * Half a cell off, a capital sees what lies between its cell and the neighbours. That no cell is
   * shifted is for {@link #theCellOfACapitalCountsWhatAStudyOfItsCentreCounts}.
   */
  @Test
  void theCellOfACapitalSeesWhatTheCapitalSees() {
    WorldGrid grid = WorldGrid.cells(0.25);
    GridTally world = study(TWO_SYSTEMS, grid, 5).tallying(Set.of(GridFigure.LEADER)).run().tally();
    StudyResult capitals =
        VisibilityStudy.of(TWO_SYSTEMS)
            .at(WorldCapitals.all())
            .over(START, DAY)
            .above(ElevationMask.ofDegrees(5))
            .sampledEvery(Duration.ofMinutes(1))
            .run();
    for (var tally : capitals.tallies()) {
      int row = grid.rowAt(tally.site().latitudeDegrees());
      int column = grid.columnAt(tally.site().longitudeDegrees());
      for (GnssSystem system : TWO_SYSTEMS.systems()) {
        assertIsNear(tally.inView(system).mean(), (r, c) -> world.mean(system, r, c), row, column);
        assertIsNear(
            tally.shareAheadOfAll(system),
            (r, c) -> world.shareAheadOfAll(system, r, c),
            row,
            column);
      }
    }
  }

  private interface Figure {
    double at(int row, int column);
  }

  /** A place is half a cell from the centre at most; the neighbours are a whole one away. */
  private static void assertIsNear(double expected, Figure figure, int row, int column) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        least = Math.min(least, figure.at(r, c));
        greatest = Math.max(greatest, figure.at(r, c));
      }
    }
    assertEquals(expected, figure.at(row, column), greatest - least + FEW_SAMPLES);
  }

  /** Nodes at the poles, a window over the antimeridian, heights and odd masks, few columns. */
  @Test
  void unusualGridsAndMasksCountAsWell() {
    SampledSatellites satellites = satellites(TWO_SYSTEMS, TEN_MINUTES);
    Map<WorldGrid, Double> maskDegrees =
        Map.of(
            WorldGrid.nodes(5), 0.0,
            WorldGrid.cells(5).atHeight(10_000), -3.0,
            WorldGrid.nodes(4.5).within(150.2, -90, -140.7, 90), 89.0,
            WorldGrid.cells(2.5).within(100, 60, 105, 90).atHeight(-400), -89.0,
            WorldGrid.cells(3.6).within(355, -90, 14, -50), 60.0);
    maskDegrees.forEach(
        (grid, mask) -> {
          WorldStudy study = study(TWO_SYSTEMS, grid, mask).every(TEN_MINUTES);
          for (int instant : new int[] {0, 50, 143}) {
            GridTally piece = study.instants(instant, instant + 1).run().tally();
            SampledSatellites now = satellites.at(instant);
            for (int row = 0; row < grid.rows(); row++) {
              assertCounts(piece, row, TWO_SYSTEMS, now, mask);
            }
          }
        });
  }

  private static WorldStudy smallStudy() {
    return study(ALL_SYSTEMS, WorldGrid.cells(5), 10).every(Duration.ofSeconds(400));
  }

  @Test
  void threadsMakeNoDifference() {
    GridTally one = smallStudy().threads(1).run().tally();
    assertSame(one, smallStudy().threads(2).run().tally());
    assertSame(one, smallStudy().threads(7).run().tally());
  }

  private static void assertSame(GridTally expected, GridTally actual) {
    assertSame(expected, actual, ALL_FIGURES);
  }

  private static void assertSame(GridTally expected, GridTally actual, Set<GridFigure> figures) {
    assertEquals(expected.firstRow(), actual.firstRow());
    assertEquals(expected.endRow(), actual.endRow());
    int columns = expected.grid().columns();
    List<GnssSystem> systems = expected.systems();
    for (int row = expected.firstRow(); row < expected.endRow(); row++) {
      assertEquals(expected.instants(row), actual.instants(row));
      for (int column = 0; column < columns; column++) {
        for (GnssSystem system : systems) {
          assertEquals(expected.mean(system, row, column), actual.mean(system, row, column));
          for (GridFigure figure : figures) {
            assertArrayEquals(
                values(figure, expected, system, row, column),
                values(figure, actual, system, row, column));
          }
        }
      }
    }
  }

  private static double[] values(
      GridFigure figure, GridTally tally, GnssSystem system, int row, int column) {
    return switch (figure) {
      case LEADER ->
          new double[] {tally.shareAheadOfAll(system, row, column), tally.leader(row, column)};
      case PAIRS ->
          tally.systems().stream()
              .mapToDouble(other -> tally.shareAhead(system, other, row, column))
              .toArray();
      case RANGE -> new double[] {tally.min(system, row, column), tally.max(system, row, column)};
      case AVAILABLE -> new double[] {tally.shareAtLeastFour(system, row, column)};
    };
  }

  @Test
  void aSatelliteThatDoesNotFlyIsLeftOutOfTheWholeStudy() {
    List<Member> members = new ArrayList<>(TWO_SYSTEMS.members());
    Member decaying = ReferenceData.anySystem(ReferenceData.decayedSatellite()).members().get(0);
    members.add(decaying);
    Constellation constellation = new Constellation(TWO_SYSTEMS.systems(), members, List.of());
    WorldStudy study =
        study(constellation, WorldGrid.cells(5), 5)
            .over(Instant.parse("2020-11-30T00:00:00Z"), Duration.ofDays(4))
            .every(Duration.ofHours(1));
    WorldResult result = study.run();
    assertEquals(TWO_SYSTEMS.members(), result.constellation().members());
    assertEquals(99999, result.constellation().excluded().get(0).catalogNumber());
    WorldStudy without =
        study(TWO_SYSTEMS, WorldGrid.cells(5), 5)
            .over(Instant.parse("2020-11-30T00:00:00Z"), Duration.ofDays(4))
            .every(Duration.ofHours(1));
    assertSame(without.run().tally(), result.tally());
  }

  /** By drag it comes down on 8 December. */
  private static Constellation withOneThatFalls() {
    List<Member> members = new ArrayList<>(TWO_SYSTEMS.members().subList(0, 5));
    ElementSet falling = ReferenceData.fallingSatellite(99901, 16.0, 0.003, 0);
    members.addAll(ReferenceData.anySystem(falling).members());
    return new Constellation(TWO_SYSTEMS.systems(), members, List.of());
  }

  @Test
  void aSatelliteThatFallsAfterTheWindowCountsHoweverLongTheStep() {
    WorldResult result =
        study(withOneThatFalls(), WorldGrid.cells(5), 5)
            .over(Instant.parse("2020-12-01T00:00:00Z"), DAY)
            .every(Duration.ofDays(14))
            .run();
    assertEquals(6, result.constellation().members().size());
  }

  @Test
  void positionsOfADayDoForAnyStepWithinTheDay() throws Exception {
    Map<String, ElementSet> byPrn =
        TWO_SYSTEMS.members().subList(0, 5).stream()
            .collect(toMap(member -> member.satellite().prn(), Member::elementSet));
    String day = OrbitSamples.sp3(byPrn, START, DAY, OrbitSamples::position);
    Constellation known =
        OrbitFile.read(TextFile.of("day.sp3", day), START, START)
            .select(ConstellationSelection.on(LocalDate.of(2020, 11, 25)));
    for (Duration step : List.of(Duration.ofHours(7), Duration.ofMinutes(61))) {
      WorldResult result = study(known, WorldGrid.cells(5), 5).every(step).run();
      assertEquals(5, result.constellation().members().size());
      assertEquals((1440 + step.toMinutes() - 1) / step.toMinutes(), result.tally().instants(0));
    }
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    assertThrows(IllegalStateException.class, () -> WorldStudy.of(TWO_SYSTEMS).run());
    assertThrows(
        IllegalArgumentException.class,
        () -> smallStudy().over(START, Duration.ofDays(300)).every(Duration.ofMillis(1)).run());
    assertThrows(IllegalArgumentException.class, () -> smallStudy().instants(500, 501).run());
    assertThrows(
        IllegalArgumentException.class, () -> smallStudy().every(Duration.ofNanos(1_000_500)));
    assertThrows(
        IllegalArgumentException.class, () -> smallStudy().every(Duration.ofDays(1_000_000)));
    assertThrows(
        IllegalArgumentException.class,
        () -> smallStudy().over(Instant.parse("1950-01-01T00:00:00Z"), Duration.ofDays(1)));
    assertThrows(
        IllegalArgumentException.class, () -> smallStudy().over(START, Duration.ofDays(1_000_000)));
    assertThrows(IllegalArgumentException.class, () -> smallStudy().rows(0, 37));
    assertThrows(
        IllegalArgumentException.class,
        () -> smallStudy().above(ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0, 90.0, 20.0))));
  }
}
