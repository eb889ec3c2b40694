package dev.skytally.benchmarks;

import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.ElementSetPropagator;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import dev.skytally.site.LookAngles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The slow and plain count that answers are held against: every minute of the workload's day, with
 * positions that are propagated and not interpolated, and the angle at which each satellite stands.
 */
final class PlainCounting {
  static final int MINUTES = 1440;

  /** What interpolation may move a satellite by: a metre, from 20,000 km. */
  private static final double UNSURE_DEGREES = 3e-6;

  private static final int ENOUGH = 4;

  private final Constellation constellation;
  private final List<double[][]> positionsMeters = new ArrayList<>();

  PlainCounting(Constellation constellation) {
    this.constellation = constellation;
    for (Member member : constellation.members()) {
      positionsMeters.add(everyMinute(member.elementSet()));
    }
  }

  private static double[][] everyMinute(ElementSet elements) {
    long[] micros = new long[MINUTES];
    for (int minute = 0; minute < MINUTES; minute++) {
      micros[minute] = Workload.START.plus(Duration.ofMinutes(minute)).toEpochMilli() * 1000;
    }
    double[][] positions = new double[3][MINUTES];
    try {
      new ElementSetPropagator(elements)
          .propagate(new PropagationNodes(micros, EarthOrientation.mean()), positions);
    } catch (PropagationException e) {
      throw new IllegalStateException(elements + ": " + e.getMessage(), e);
    }
    return positions;
  }

  /** x, y and z of every minute, of a satellite in the order of the constellation's members. */
  double[][] positionsMeters(int satellite) {
    return positionsMeters.get(satellite);
  }

  /** Who stands above the mask in the sky of a site, minute by minute. */
  List<List<LookAngles>> skies(GroundSite site, GnssSystem system) {
    List<List<LookAngles>> skies = new ArrayList<>();
    LocalHorizon horizon = new LocalHorizon(site);
    for (int minute = 0; minute < MINUTES; minute++) {
      skies.add(new ArrayList<>());
      for (int j = 0; j < positionsMeters.size(); j++) {
        if (constellation.members().get(j).satellite().system() == system) {
          LookAngles angles = lookAngles(horizon, j, minute);
          if (angles.elevationDegrees() >= Workload.MASK_DEGREES) {
            skies.get(minute).add(angles);
          }
        }
      }
    }
    return skies;
  }

  private LookAngles lookAngles(LocalHorizon horizon, int satellite, int minute) {
    double[][] positions = positionsMeters.get(satellite);
    return LookAngles.of(horizon, positions[0][minute], positions[1][minute], positions[2][minute]);
  }

  /** The counts of a site. */
  Counts at(GroundSite site) {
    Counts counts = new Counts(constellation.systems());
    LocalHorizon horizon = new LocalHorizon(site);
    for (int j = 0; j < positionsMeters.size(); j++) {
      int[] ofSystem = counts.of(constellation.members().get(j).satellite().system());
      for (int minute = 0; minute < MINUTES; minute++) {
        double aboveDegrees =
            lookAngles(horizon, j, minute).elevationDegrees() - Workload.MASK_DEGREES;
        ofSystem[minute] += aboveDegrees >= 0 ? 1 : 0;
        counts.unsure += Math.abs(aboveDegrees) < UNSURE_DEGREES ? 1 : 0;
      }
    }
    return counts;
  }

  /** How many of each system are in view of a site at every minute. */
  static final class Counts {
    private final Map<GnssSystem, int[]> bySystem = new EnumMap<>(GnssSystem.class);
    private int unsure;

    private Counts(List<GnssSystem> systems) {
      systems.forEach(system -> bySystem.put(system, new int[MINUTES]));
    }

    private int[] of(GnssSystem system) {
      return bySystem.get(system);
    }

    Set<GnssSystem> systems() {
      return bySystem.keySet();
    }

    /** How many looks of all were so near to the mask that interpolation may turn them. */
    int unsure() {
      return unsure;
    }

    double mean(GnssSystem system) {
      return Arrays.stream(of(system)).average().orElseThrow();
    }

    int max(GnssSystem system) {
      return Arrays.stream(of(system)).max().orElseThrow();
    }

    int min(GnssSystem system) {
      return Arrays.stream(of(system)).min().orElseThrow();
    }

    double shareAtLeastFour(GnssSystem system) {
      return share(minute -> of(system)[minute] >= ENOUGH);
    }

    /** The share of the minutes at which a system has more in view than every other. */
    double shareAhead(GnssSystem system) {
      return share(
          minute ->
              bySystem.entrySet().stream()
                  .allMatch(
                      e -> e.getKey() == system || e.getValue()[minute] < of(system)[minute]));
    }

    private static double share(IntPredicate holds) {
      return (double) IntStream.range(0, MINUTES).filter(holds).count() / MINUTES;
    }
  }
}
