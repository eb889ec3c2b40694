package dev.skytally.benchmarks;

import dev.skytally.reference.CountBounds;
import dev.skytally.reference.PlainCounts;
import dev.skytally.reference.PlainView;
import dev.skytally.reference.SampledSatellites;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The slow, plain count against which answers are checked: every minute of the workload's day, with
 * positions that are propagated, not interpolated.
 */
final class PlainCounting {
  static final int MINUTES = 1440;

  private static final ElevationMask MASK = ElevationMask.ofDegrees(Workload.MASK_DEGREES);

  private final Constellation constellation;
  private final SampledSatellites satellites;

  PlainCounting(Constellation constellation) {
    this.constellation = constellation;
    satellites =
        SampledSatellites.of(constellation, Workload.START, Duration.ofMinutes(1), MINUTES);
  }

  /**
   * Returns every minute's position of a satellite, in the order of the constellation's members.
   */
  double[] positionsMeters(int satellite) {
    return satellites.positions(satellite);
  }

  /** Returns the satellites of a system in view of a site, minute by minute. */
  List<List<LookAngles>> skies(GroundSite site, GnssSystem system) {
    List<List<LookAngles>> skies = new ArrayList<>();
    PlainView view = new PlainView(site, MASK);
    for (int minute = 0; minute < MINUTES; minute++) {
      skies.add(new ArrayList<>());
      for (int j = 0; j < constellation.members().size(); j++) {
        double[] positions = satellites.positions(j);
        if (constellation.members().get(j).satellite().system() == system
            && view.aboveMaskDegrees(positions, minute) >= 0) {
          skies.get(minute).add(view.lookAngles(positions, minute));
        }
      }
    }
    return skies;
  }

  /** Counts the satellites in view of a site. */
  PlainCounts at(GroundSite site) {
    return satellites.inView(new PlainView(site, MASK));
  }

  /** Counts the satellites that are certainly, and those that are possibly in view of a site. */
  CountBounds at(GroundSite site, double nearTheMaskDegrees) {
    return satellites.inView(new PlainView(site, MASK), nearTheMaskDegrees);
  }
}
