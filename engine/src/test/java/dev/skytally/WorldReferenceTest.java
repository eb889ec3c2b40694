package dev.skytally;

import static dev.skytally.WorldDay.ALL_SYSTEMS;
import static dev.skytally.WorldDay.DAY;
import static dev.skytally.WorldDay.START;
import static dev.skytally.WorldDay.TWO_SYSTEMS;
import static dev.skytally.WorldDay.study;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.reference.CountBounds;
import dev.skytally.reference.PlainCounts;
import dev.skytally.reference.PlainView;
import dev.skytally.reference.SampledSatellites;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The row sweep against looking at every satellite from every cell at every instant. */
class WorldReferenceTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** A satellite so near to the mask may count or not. */
  private static final double NEAR_THE_MASK_DEGREES = 5e-5;

  private static final double ROUNDING = 1e-9;

  /** The direct positions of all satellites through the day. */
  private static SampledSatellites satellites(Constellation constellation, Duration step) {
    return SampledSatellites.of(constellation, START, step, (int) DAY.dividedBy(step));
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
}
