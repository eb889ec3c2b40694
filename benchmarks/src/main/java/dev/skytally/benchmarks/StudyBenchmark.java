package dev.skytally.benchmarks;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.util.List;
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
 * The time of a whole study, warm: from element sets in memory to the exact tally of every site.
 *
 * <p>{@code benchmarks/jmh StudyBenchmark -p sites=195 -p systems=6 -p satellites=170 -p threads=2}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class StudyBenchmark {
  @Param("195")
  int sites;

  /**
   * Two systems, GPS and BeiDou in operation with 74 satellites; or all six, with a chosen number
   * of satellites.
   */
  @Param("2")
  int systems;

  @Param("74")
  int satellites;

  @Param("1")
  int days;

  @Param({"1", "2"})
  int threads;

  private VisibilityStudy study;

  @Setup
  public void prepare() {
    Constellation constellation =
        systems == 2 ? Workload.constellation() : Workload.ofAllSystems(satellites);
    if (constellation.members().size() != satellites) {
      throw new IllegalArgumentException(systems + " systems do not have " + satellites);
    }
    List<GroundSite> places = Workload.sites(sites);
    study =
        VisibilityStudy.of(constellation)
            .at(places)
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .threads(threads)
            .over(Workload.START, Duration.ofDays(1));
    Workload.check(study.run());
    study = study.over(Workload.START, Duration.ofDays(days));
  }

  @Benchmark
  public StudyResult study() {
    return study.run();
  }
}
