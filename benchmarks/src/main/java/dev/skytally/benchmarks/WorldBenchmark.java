package dev.skytally.benchmarks;

import dev.skytally.GridTally;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.reference.CountBounds;
import dev.skytally.reference.PlainCounts;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time for the whole world, warm: a day of GPS and BeiDou at every minute, from every cell of a
 * grid.
 *
 * <p>{@code benchmarks/jmh WorldBenchmark -p resolution=0.25 -p figures=mean,lead,all -p threads=2}
 *
 * <p>{@code -p figures=mean -p resolution=0.125 -p part=north,south}: the same number of rows as
 * the whole grid of 0.25 degrees, at similar latitudes, with twice the columns. The mean of the
 * two, compared with the whole grid, shows the cost of the columns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class WorldBenchmark {
  private static final int CELLS_CHECKED = 9;

  /** The change of an elevation if interpolation moves a satellite by a metre at 20,000 km. */
  private static final double NEAR_THE_MASK_DEGREES = 3e-6;

  private static final double ROUNDING = 1e-9;

  @Param("0.25")
  double resolution;

  /** The figures: only the means, also the share of time ahead, or all. */
  @Param("lead")
  String figures;

  /** The whole grid, or its northern or southern half. */
  @Param("whole")
  String part;

  @Param("2")
  int threads;

  private WorldStudy study;

  @Setup
  public void prepare() {
    Constellation constellation = Workload.constellation();
    study =
        WorldStudy.of(constellation)
            .on(grid())
            .over(Workload.START, Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .tallying(figures())
            .threads(threads);
    check(study.run());
  }

  private WorldGrid grid() {
    WorldGrid whole = WorldGrid.cells(resolution);
    return switch (part) {
      case "north" -> whole.within(-180, 0, 180, 90);
      case "south" -> whole.within(-180, -90, 180, 0);
      default -> whole;
    };
  }

  private Set<GridFigure> figures() {
    return switch (figures) {
      case "mean" -> EnumSet.noneOf(GridFigure.class);
      case "lead" -> EnumSet.of(GridFigure.LEADER);
      default -> EnumSet.complementOf(EnumSet.of(GridFigure.DILUTION));
    };
  }

  /** Checks all figures of some cells, spread from edge to edge, against plain counting. */
  private void check(WorldResult world) {
    PlainCounting counting = new PlainCounting(world.constellation());
    WorldGrid grid = world.grid();
    for (int i = 0; i < CELLS_CHECKED; i++) {
      int row = i * (grid.rows() - 1) / (CELLS_CHECKED - 1);
      int column = i * 5 % CELLS_CHECKED * (grid.columns() - 1) / (CELLS_CHECKED - 1);
      check(world.tally(), row, column, counting.at(grid.site(row, column), NEAR_THE_MASK_DEGREES));
    }
  }

  private void check(GridTally tally, int row, int column, CountBounds bounds) {
    PlainCounts surely = bounds.surely();
    PlainCounts perhaps = bounds.perhaps();
    GroundSite site = tally.grid().site(row, column);
    for (int i = 0; i < tally.systems().size(); i++) {
      GnssSystem system = tally.systems().get(i);
      require(site, "mean", surely.mean(i), tally.mean(system, row, column), perhaps.mean(i));
      if (!figures.equals("mean")) {
        require(
            site,
            "share ahead",
            surely.shareAheadOfAll(i, perhaps),
            tally.shareAheadOfAll(system, row, column),
            perhaps.shareAheadOfAll(i, surely));
      }
      if (figures.equals("all")) {
        require(site, "max", surely.max(i), tally.max(system, row, column), perhaps.max(i));
        require(site, "min", surely.min(i), tally.min(system, row, column), perhaps.min(i));
        require(
            site,
            "share with four",
            surely.shareAtLeastFour(i),
            tally.shareAtLeastFour(system, row, column),
            perhaps.shareAtLeastFour(i));
      }
    }
  }

  private static void require(
      GroundSite site, String figure, double least, double actual, double most) {
    Workload.requireBetween(site, figure, actual, least - ROUNDING, most + ROUNDING);
  }

  @Benchmark
  public WorldResult world() {
    return study.run();
  }
}
