package dev.skytally.benchmarks;

import dev.skytally.GridTally;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.benchmarks.PlainCounting.Counts;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
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
 * The whole world, warm: a day of GPS and BeiDou by the minute, from every cell of a grid.
 *
 * <p>{@code benchmarks/jmh WorldBenchmark -p resolution=0.25 -p figures=mean,lead,all -p threads=2}
 *
 * <p>{@code -p figures=mean -p resolution=0.125 -p part=north,south}: as many rows as the whole
 * grid of 0.25 degrees has, at like latitudes, and twice the columns. The mean of the two beside
 * the whole grid is what columns cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class WorldBenchmark {
  private static final int CELLS_CHECKED = 9;

  @Param("0.25")
  double resolution;

  /** The means alone, with the share of time ahead, or everything. */
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
      default -> EnumSet.allOf(GridFigure.class);
    };
  }

  /** Holds all figures of some cells, spread from edge to edge, against plain counting. */
  private void check(WorldResult world) {
    PlainCounting counting = new PlainCounting(world.constellation());
    WorldGrid grid = world.grid();
    for (int i = 0; i < CELLS_CHECKED; i++) {
      int row = i * (grid.rows() - 1) / (CELLS_CHECKED - 1);
      int column = i * 5 % CELLS_CHECKED * (grid.columns() - 1) / (CELLS_CHECKED - 1);
      check(world.tally(), row, column, counting.at(grid.site(row, column)));
    }
  }

  private void check(GridTally tally, int row, int column, Counts plain) {
    GroundSite site = tally.grid().site(row, column);
    double unsure = plain.unsure();
    double unsureShare = (unsure + 0.5) / PlainCounting.MINUTES;
    for (GnssSystem system : plain.systems()) {
      Workload.require(
          site, "mean", tally.mean(system, row, column), plain.mean(system), unsureShare);
      if (!figures.equals("mean")) {
        Workload.require(
            site,
            "share ahead",
            tally.shareAheadOfAll(system, row, column),
            plain.shareAhead(system),
            unsureShare);
      }
      if (figures.equals("all")) {
        Workload.require(site, "max", tally.max(system, row, column), plain.max(system), unsure);
        Workload.require(site, "min", tally.min(system, row, column), plain.min(system), unsure);
        Workload.require(
            site,
            "share with four",
            tally.shareAtLeastFour(system, row, column),
            plain.shareAtLeastFour(system),
            unsureShare);
      }
    }
  }

  @Benchmark
  public WorldResult world() {
    return study.run();
  }
}
