package dev.skytally.benchmarks;

import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import dev.skytally.satellites.Constellation.Member;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
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
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;

/**
 * The time per satellite and node of Orekit's SGP4 and SDP4 with Skytally's rotation to
 * Earth-fixed.
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
  private static final long NODE_EVERY_SECONDS = 2400;

  /** The difference from using only mean sidereal time: 8 m at geostationary height. */
  private static final double ROTATION_TOLERANCE_RADIANS = Math.toRadians(1.1e-5);

  private PositionSource[] propagators;
  private PropagationNodes nodes;
  private double[][] positions;

  @Setup
  public void prepare() throws PropagationException {
    List<Member> members = Workload.constellation().members();
    propagators = new PositionSource[members.size()];
    for (int j = 0; j < propagators.length; j++) {
      propagators[j] = PositionSource.of(members.get(j).elementSet());
    }
    long[] micros = new long[NODES];
    for (int k = 0; k < NODES; k++) {
      micros[k] = (Workload.START.getEpochSecond() + k * NODE_EVERY_SECONDS) * 1_000_000;
    }
    nodes = new PropagationNodes(micros, EarthOrientation.mean());
    positions = new double[3][NODES];
    for (int j = 0; j < propagators.length; j++) {
      propagators[j].propagate(nodes, positions);
      check(OrekitAlone.propagator(members.get(j).elementSet()));
    }
  }

  /** Compares the positions at every node with Orekit's own, in its own Earth-fixed frame. */
  private void check(TLEPropagator orekit) {
    for (int k = 0; k < NODES; k++) {
      AbsoluteDate date = OrekitAlone.start().shiftedBy(k * (double) NODE_EVERY_SECONDS);
      Vector3D expected = orekit.getPosition(date, OrekitAlone.earthFixed());
      Vector3D actual = new Vector3D(positions[0][k], positions[1][k], positions[2][k]);
      double offMeters = Vector3D.distance(actual, expected);
      if (!(offMeters < ROTATION_TOLERANCE_RADIANS * expected.getNorm())) {
        throw new IllegalStateException(
            orekit.getTLE().getSatelliteNumber() + " is " + offMeters + " m off at node " + k);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(SATELLITES * NODES)
  public double[][] flyAll() throws PropagationException {
    for (PositionSource propagator : propagators) {
      propagator.propagate(nodes, positions);
    }
    return positions;
  }
}
