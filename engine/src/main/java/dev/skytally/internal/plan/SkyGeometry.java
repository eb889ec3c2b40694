package dev.skytally.internal.plan;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.internal.dop.Directions;
import dev.skytally.internal.dop.PositionNormals;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.plan.Measure;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The dilution of precision over one site at any instant, of each system alone and of all together.
 *
 * <p>A group is the index of a system, or the number of systems for all together.
 */
final class SkyGeometry {
  private final LocalHorizon horizon;
  private final int[] systemOfSatellite;

  /** The sums of each system, and of each clock; a clock of one system has the same object. */
  private final Directions[] ofSystem;

  private final Directions[] ofClock;

  /** Null for a system with its own clock. */
  private final Directions[] sharedClockOfSystem;

  private final PositionNormals position = new PositionNormals();
  private final PositionNormals ofOne = new PositionNormals();
  private final double[] meters = new double[3];
  private double pdopSquared;
  private double tdopSquared;

  SkyGeometry(
      LocalHorizon horizon,
      List<GnssSystem> systems,
      int[] systemOfSatellite,
      ReceiverClocks clocks) {
    this.horizon = horizon;
    this.systemOfSatellite = systemOfSatellite;
    ofSystem = new Directions[systems.size()];
    sharedClockOfSystem = new Directions[systems.size()];
    for (int s = 0; s < ofSystem.length; s++) {
      ofSystem[s] = new Directions();
    }
    List<Directions> all = new ArrayList<>();
    for (List<GnssSystem> clock : clocks.divide(systems)) {
      Directions directions =
          clock.size() == 1 ? ofSystem[systems.indexOf(clock.get(0))] : new Directions();
      all.add(directions);
      if (clock.size() > 1) {
        clock.forEach(system -> sharedClockOfSystem[systems.indexOf(system)] = directions);
      }
    }
    ofClock = all.toArray(Directions[]::new);
  }

  /** Moves to an instant of a block, with these satellites in view. */
  void moveTo(EphemerisBlock block, long utcMicros, int[] visible, int visibleCount) {
    for (Directions directions : ofSystem) {
      directions.clear();
    }
    for (Directions directions : ofClock) {
      directions.clear();
    }
    for (int v = 0; v < visibleCount; v++) {
      block.positionAt(utcMicros, visible[v], meters);
      double dx = meters[0] - horizon.xMeters;
      double dy = meters[1] - horizon.yMeters;
      double dz = meters[2] - horizon.zMeters;
      double scale = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
      double east = scale * (dx * horizon.eastX + dy * horizon.eastY);
      double north = scale * (dx * horizon.northX + dy * horizon.northY + dz * horizon.northZ);
      double up = scale * (dx * horizon.upX + dy * horizon.upY + dz * horizon.upZ);
      int system = systemOfSatellite[visible[v]];
      ofSystem[system].add(east, north, up);
      if (sharedClockOfSystem[system] != null) {
        sharedClockOfSystem[system].add(east, north, up);
      }
    }
  }

  /** Solves for the position of a group, whose dilutions {@link #squared} then returns. */
  void solve(int group) {
    position.clear();
    if (group < ofSystem.length) {
      ofSystem[group].writeTo(position);
    } else {
      for (Directions clock : ofClock) {
        clock.writeTo(ofOne);
        position.add(ofOne);
      }
    }
    pdopSquared = position.solve();
    tdopSquared = 0;
    if (group < ofSystem.length) {
      tdopSquared = clockVariance(ofSystem[group]);
    } else {
      for (Directions clock : ofClock) {
        tdopSquared += clockVariance(clock);
      }
    }
  }

  private double clockVariance(Directions clock) {
    return clock.isEmpty() ? 0 : clock.clockVariance(position);
  }

  /** Returns the square of a dilution of the solved group; infinite if there is no position. */
  double squared(Measure dilution) {
    if (pdopSquared == Double.POSITIVE_INFINITY) {
      return pdopSquared;
    }
    return switch (dilution) {
      case GDOP -> pdopSquared + tdopSquared;
      case PDOP -> pdopSquared;
      case HDOP -> position.variance(1, 0, 0) + position.variance(0, 1, 0);
      case VDOP -> position.variance(0, 0, 1);
      case TDOP -> tdopSquared;
      case SATELLITES -> throw new IllegalArgumentException(dilution + " is no dilution");
    };
  }
}
