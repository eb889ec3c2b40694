package dev.skytally.benchmarks;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSet;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hipparchus.ode.events.Action;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.TopocentricFrame;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.time.AbsoluteDate;

/**
 * The question of {@link StudyBenchmark}, answered by Orekit's own event detection: every rise and
 * set over every site for a day, with the satellites divided among the threads. The check interval
 * of 10 minutes is common for Orekit; it may miss short passes.
 *
 * <p>Each propagation has one detector, for one site. After an event, Orekit restarts all detectors
 * of a propagation. With 195 detectors in each, a day took 17 s of processor time; with 13, 6.8 s;
 * with 1, 2 or 4, 6.2 to 6.3 s.
 *
 * <p>{@code benchmarks/jmh OrekitDetectorBenchmark -p threads=1,2}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class OrekitDetectorBenchmark {
  private static final double CHECK_EVERY_SECONDS = 600;
  private static final double ROOT_SECONDS = 1e-3;
  private static final double DAY_SECONDS = 86_400;

  /** The greatest share of crossings that a check interval of ten minutes may miss. */
  private static final double SHARE_MISSED = 0.02;

  @Param("195")
  int sites;

  @Param("2")
  int threads;

  private List<ElementSet> elementSets;
  private List<TopocentricFrame> horizons;
  private ExecutorService workers;

  @Setup
  public void prepare() throws InterruptedException, ExecutionException {
    Constellation constellation = Workload.constellation();
    List<GroundSite> places = Workload.sites(sites);
    elementSets = constellation.members().stream().map(Member::elementSet).toList();
    OneAxisEllipsoid earth =
        new OneAxisEllipsoid(
            GroundSite.EQUATORIAL_RADIUS_METERS, GroundSite.FLATTENING, OrekitAlone.earthFixed());
    horizons = new ArrayList<>();
    for (GroundSite place : places) {
      horizons.add(
          new TopocentricFrame(
              earth,
              new GeodeticPoint(
                  place.latitudeRadians(), place.longitudeRadians(), place.heightMeters()),
              place.name()));
    }
    workers = Executors.newFixedThreadPool(threads);
    long ours =
        VisibilityStudy.of(constellation)
            .at(places)
            .above(ElevationMask.ofDegrees(Workload.MASK_DEGREES))
            .over(Workload.START, Duration.ofDays(1))
            .passes()
            .passes()
            .stream()
            .mapToLong(pass -> (pass.rise().isPresent() ? 1 : 0) + (pass.set().isPresent() ? 1 : 0))
            .sum();
    long theirs = crossings();
    if (theirs > ours || theirs < (1 - SHARE_MISSED) * ours) {
      throw new IllegalStateException(theirs + " crossings, expected about " + ours);
    }
  }

  @TearDown
  public void stop() {
    workers.shutdown();
  }

  @Benchmark
  public long crossings() throws InterruptedException, ExecutionException {
    List<Future<Long>> counts = new ArrayList<>();
    for (ElementSet elements : elementSets) {
      counts.add(workers.submit(() -> crossings(elements)));
    }
    long sum = 0;
    for (Future<Long> count : counts) {
      sum += count.get();
    }
    return sum;
  }

  private long crossings(ElementSet elements) {
    AbsoluteDate begin = OrekitAlone.start();
    long[] count = new long[1];
    TLEPropagator propagator = OrekitAlone.propagator(elements);
    for (TopocentricFrame horizon : horizons) {
      propagator.clearEventsDetectors();
      propagator.addEventDetector(
          new ElevationDetector(CHECK_EVERY_SECONDS, ROOT_SECONDS, horizon)
              .withConstantElevation(Math.toRadians(Workload.MASK_DEGREES))
              .withHandler(
                  (state, detector, increasing) -> {
                    count[0]++;
                    return Action.CONTINUE;
                  }));
      propagator.propagate(begin, begin.shiftedBy(DAY_SECONDS));
    }
    return count[0];
  }
}
