package dev.skytally.benchmarks;

import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.ElementSetPropagator;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import dev.skytally.satellites.Constellation.Member;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
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
 * Orekit's SGP4 and SDP4 through our rotation to Earth-fixed: time a satellite and node.
 *
 * <p>{@code benchmarks/jmh PropagationBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PropagationBenchmark {
  private static final int SATELLITES = 74;
  private static final int NODES = 37;
  private static final double GPS_LEAST_RADIUS_METERS = 2.5e7;

  private ElementSetPropagator[] propagators;
  private PropagationNodes nodes;
  private double[][] positions;

  @Setup
  public void prepare() throws PropagationException {
    List<Member> members = Workload.constellation().members();
    propagators = new ElementSetPropagator[members.size()];
    for (int j = 0; j < propagators.length; j++) {
      propagators[j] = new ElementSetPropagator(members.get(j).elementSet());
    }
    long[] micros = new long[NODES];
    for (int k = 0; k < NODES; k++) {
      micros[k] = (Workload.START.getEpochSecond() + k * 2400L) * 1_000_000;
    }
    nodes = new PropagationNodes(micros, EarthOrientation.mean());
    positions = new double[3][NODES];
    flyAll();
    double radius = Math.hypot(Math.hypot(positions[0][0], positions[1][0]), positions[2][0]);
    if (radius < GPS_LEAST_RADIUS_METERS) {
      throw new IllegalStateException("no navigation satellite is " + radius + " m up");
    }
  }

  @Benchmark
  @OperationsPerInvocation(SATELLITES * NODES)
  public double[][] flyAll() throws PropagationException {
    for (ElementSetPropagator propagator : propagators) {
      propagator.propagate(nodes, positions);
    }
    return positions;
  }
}
