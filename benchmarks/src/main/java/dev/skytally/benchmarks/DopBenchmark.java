package dev.skytally.benchmarks;

import dev.skytally.DilutionResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
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
 * The time for the dilution of precision of GPS, BeiDou and both, sampled every minute of a day,
 * warm: from element sets in memory to the summary of every site.
 *
 * <p>{@code benchmarks/jmh DopBenchmark -p sites=195 -p threads=2}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class DopBenchmark {

  @Param("195")
  int sites;

  @Param({"1", "2"})
  int threads;

  private VisibilityStudy study;

  @Setup
  public void prepare() {
    study =
        VisibilityStudy.of(Workload.constellation())
            .at(Workload.sites(sites))
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .threads(threads)
            .over(Workload.START, Duration.ofDays(1));
    Workload.check(dilution());
  }

  @Benchmark
  public DilutionResult dilution() {
    return study.dilution(Duration.ofMinutes(1));
  }
}
