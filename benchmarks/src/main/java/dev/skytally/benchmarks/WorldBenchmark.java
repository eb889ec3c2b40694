package dev.skytally.benchmarks;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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
 * <p>{@code -p resolution=0.25,0.125 -p figures=mean}: the finer grid has twice the rows and twice
 * the columns; what it takes beyond twice the time is what the columns cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class WorldBenchmark {
  /** Of the mean over a day: one sample of 1440 that falls on the other side of a crossing. */
  private static final double MEAN_TOLERANCE = 1.5 / 1440;

  @Param("0.25")
  double resolution;

  /** The means alone, with the share of time ahead, or everything. */
  @Param("lead")
  String figures;

  @Param("2")
  int threads;

  private WorldStudy study;

  @Setup
  public void prepare() {
    Constellation constellation = Workload.constellation();
    study =
        WorldStudy.of(constellation)
            .on(WorldGrid.cells(resolution))
            .over(Workload.START, Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .tallying(figures())
            .threads(threads);
    check(study.run());
  }

  private Set<GridFigure> figures() {
    return switch (figures) {
      case "mean" -> EnumSet.noneOf(GridFigure.class);
      case "lead" -> EnumSet.of(GridFigure.LEADER);
      default -> EnumSet.allOf(GridFigure.class);
    };
  }

  /** Holds some cells against a study of their centres, which knows nothing of rows. */
  private static void check(WorldResult world) {
    WorldGrid grid = world.grid();
    for (int i = 0; i < 5; i++) {
      int row = i * (grid.rows() - 1) / 4;
      int column = i * (grid.columns() - 1) / 4;
      GroundSite site = grid.site(row, column);
      StudyResult plain =
          VisibilityStudy.of(world.constellation())
              .at(List.of(site))
              .over(Workload.START, Duration.ofDays(1))
              .above(world.mask())
              .sampledEvery(world.step())
              .run();
      for (GnssSystem system : world.constellation().systems()) {
        double expected = plain.tallies().get(0).inView(system).mean();
        double mean = world.tally().mean(system, row, column);
        if (Math.abs(mean - expected) > MEAN_TOLERANCE) {
          throw new IllegalStateException(
              "%s: mean %.4f of %s, but a study of the place says %.4f"
                  .formatted(site, mean, system, expected));
        }
      }
    }
  }

  @Benchmark
  public WorldResult world() {
    return study.run();
  }
}
