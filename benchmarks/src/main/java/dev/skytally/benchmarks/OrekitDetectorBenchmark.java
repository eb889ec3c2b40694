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
import org.openjdk.jmh.annotations.Warmup;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frames;
import org.orekit.frames.TopocentricFrame;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.utils.IERSConventions;

/**
 * What {@link StudyBenchmark} answers, asked of Orekit's own event detection: every rise and set
 * over every site for a day, one thread, all detectors of a satellite in one propagation. The check
 * interval of 10 minutes is Orekit's common one; it may miss short passes.
 *
 * <p>{@code benchmarks/jmh OrekitDetectorBenchmark}
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

  /** What a check interval of ten minutes may lose. */
  private static final double SHARE_MISSED = 0.02;

  @Param("195")
  int sites;

  private final TimeScales timeScales =
      TimeScales.of(
          List.of(new OffsetModel(new DateComponents(2017, 1, 1), 37)),
          (conventions, scales) -> List.of());
  private final Frames frames =
      Frames.of(
          timeScales,
          () -> {
            throw new UnsupportedOperationException("ICRF is not needed");
          });
  private List<ElementSet> elementSets;
  private List<TopocentricFrame> horizons;

  @Setup
  public void prepare() {
    Constellation constellation = Workload.constellation();
    List<GroundSite> places = Workload.sites(sites);
    elementSets = constellation.members().stream().map(Member::elementSet).toList();
    OneAxisEllipsoid earth =
        new OneAxisEllipsoid(
            GroundSite.EQUATORIAL_RADIUS_METERS,
            GroundSite.FLATTENING,
            frames.getGTOD(IERSConventions.IERS_1996, true));
    horizons = new ArrayList<>();
    for (GroundSite place : places) {
      horizons.add(
          new TopocentricFrame(
              earth,
              new GeodeticPoint(
                  place.latitudeRadians(), place.longitudeRadians(), place.heightMeters()),
              place.name()));
    }
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

  @Benchmark
  public long crossings() {
    AbsoluteDate begin = new AbsoluteDate(Workload.START, timeScales.getUTC());
    long[] count = new long[1];
    for (ElementSet elements : elementSets) {
      List<String> lines = elements.text().lines().toList();
      TLE tle =
          new TLE(lines.get(lines.size() - 2), lines.get(lines.size() - 1), timeScales.getUTC());
      TLEPropagator propagator = TLEPropagator.selectExtrapolator(tle, frames.getTEME());
      for (TopocentricFrame horizon : horizons) {
        propagator.addEventDetector(
            new ElevationDetector(CHECK_EVERY_SECONDS, ROOT_SECONDS, horizon)
                .withConstantElevation(Math.toRadians(Workload.MASK_DEGREES))
                .withHandler(
                    (state, detector, increasing) -> {
                      count[0]++;
                      return Action.CONTINUE;
                    }));
      }
      propagator.propagate(begin, begin.shiftedBy(DAY_SECONDS));
    }
    return count[0];
  }
}
