package dev.skytally.internal.visibility;

import dev.skytally.benchmarks.Workload;
import dev.skytally.elements.ElementSet;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of the kernel per site, satellite and end of a step, for 195 capitals, half a day and 74
 * satellites with one thread. {@code margins} is only the plain loop, which {@code peers/margins.c}
 * has in C; {@code sweep} also solves and reports the crossings. The class is in this package to
 * access the loop.
 *
 * <p>{@code benchmarks/jmh KernelBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class KernelBenchmark {
  private static final int SITES = 195;
  private static final int SATELLITES = 74;
  private static final int ENDS = 17;
  private static final ElevationMask MASK = ElevationMask.ofDegrees(Workload.MASK_DEGREES);
  private static final int TESTS = SITES * SATELLITES * ENDS;

  private EphemerisBlock block;
  private LocalHorizon[] horizons;
  private CrossingFinder finder;
  private final Counter counter = new Counter();
  private final double[] margins = new double[SATELLITES * ENDS];

  /** Counts rises and sets, the least work of a listener. */
  private static final class Counter implements SkyEvents {
    int inViewAtBegin;
    int rises;
    int sets;

    @Override
    public void begin(boolean[] inView) {
      for (boolean up : inView) {
        inViewAtBegin += up ? 1 : 0;
      }
    }

    @Override
    public void crossing(long utcMicros, int satellite, boolean rising) {
      rises += rising ? 1 : 0;
      sets += rising ? 0 : 1;
    }
  }

  @Setup
  public void prepare() throws PropagationException {
    List<ElementSet> elementSets =
        Workload.constellation().members().stream().map(Member::elementSet).toList();
    long halfDay = Workload.START.getEpochSecond() / 43_200;
    block =
        new EphemerisBlock(TimeGrid.of(elementSets), EarthOrientation.mean(), halfDay, SATELLITES);
    for (int j = 0; j < SATELLITES; j++) {
      block.propagate(j, PositionSource.of(elementSets.get(j)));
    }
    List<GroundSite> sites = Workload.sites(SITES);
    horizons = sites.stream().map(LocalHorizon::new).toArray(LocalHorizon[]::new);
    finder = CrossingFinder.of(MASK);
    finder.prepare(block, MASK);
    check(sites);
  }

  private void check(List<GroundSite> sites) {
    sweep();
    int inViewAtEnd = 0;
    int inViewAtBegin = 0;
    double sinMask = Math.sin(Math.toRadians(Workload.MASK_DEGREES));
    double[] x = block.xMeters();
    double[] y = block.yMeters();
    double[] z = block.zMeters();
    for (int site = 0; site < SITES; site++) {
      ConstantMaskCrossings.margins(x, y, z, horizons[site], sinMask, margins);
      PlainView view = new PlainView(sites.get(site), MASK);
      for (int i = 0; i < margins.length; i++) {
        boolean inView = view.aboveMaskDegrees(x[i], y[i], z[i]) >= 0;
        if (inView != margins[i] >= 0) {
          throw new IllegalStateException("the margin has the wrong sign at " + i);
        }
        inViewAtBegin += inView && i < SATELLITES ? 1 : 0;
        inViewAtEnd += inView && i >= margins.length - SATELLITES ? 1 : 0;
      }
    }
    if (counter.inViewAtBegin != inViewAtBegin
        || inViewAtBegin + counter.rises - counter.sets != inViewAtEnd) {
      throw new IllegalStateException("rises and sets do not lead from the begin to the end");
    }
  }

  @Benchmark
  @OperationsPerInvocation(TESTS)
  public double[] margins() {
    double sinMask = Math.sin(Math.toRadians(Workload.MASK_DEGREES));
    for (LocalHorizon horizon : horizons) {
      siteMargins(block.xMeters(), block.yMeters(), block.zMeters(), horizon, sinMask, margins);
    }
    return margins;
  }

  /**
   * Computes the margins of a site. Not inlined, as in C and in the study, where each site is a
   * call.
   */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void siteMargins(
      double[] x, double[] y, double[] z, LocalHorizon site, double sinMask, double[] margins) {
    ConstantMaskCrossings.margins(x, y, z, site, sinMask, margins);
  }

  @Benchmark
  @OperationsPerInvocation(TESTS)
  public int sweep() {
    for (LocalHorizon horizon : horizons) {
      finder.sweep(horizon, 0, block.steps(), true, counter);
    }
    return counter.rises;
  }
}
