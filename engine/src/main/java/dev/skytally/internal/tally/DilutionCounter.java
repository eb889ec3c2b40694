package dev.skytally.internal.tally;

import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.dop.SiteDilution;
import dev.skytally.internal.dop.Directions;
import dev.skytally.internal.dop.PositionNormals;
import dev.skytally.internal.ephemeris.SampledPositions;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.internal.visibility.SkySampler;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the PDOP at one site, of each system alone and of all together.
 *
 * <p>The directions are Earth-fixed, because the PDOP is the same in all axes. Counting a sample
 * allocates no memory.
 *
 * <p>Not safe for use by several threads.
 */
public final class DilutionCounter extends SkySampler {
  private final GroundSite site;
  private final LocalHorizon horizon;
  private final List<GnssSystem> systems;
  private final int[] systemOfSatellite;
  private final Directions[] sharedClocks;

  /** Null for a system with its own clock, to save the time of merging its sums. */
  private final Directions[] sharedClockOfSystem;

  private final PositionNormals normals = new PositionNormals();
  private final PositionNormals all = new PositionNormals();
  private final PdopHistogram[] histograms;
  private final PdopHistogram together = new PdopHistogram();

  /**
   * Creates a counter at the window's start.
   *
   * @param site the site
   * @param systems the systems
   * @param systemOfSatellite the index of the system of each satellite in {@code systems}
   * @param clocks which systems share a receiver clock
   */
  public DilutionCounter(
      GroundSite site, List<GnssSystem> systems, int[] systemOfSatellite, ReceiverClocks clocks) {
    super(systems.size(), systemOfSatellite);
    this.site = site;
    this.systems = systems;
    this.systemOfSatellite = systemOfSatellite;
    horizon = new LocalHorizon(site);
    sharedClockOfSystem = new Directions[systems.size()];
    List<Directions> shared = new ArrayList<>();
    for (List<GnssSystem> clock : clocks.divide(systems)) {
      if (clock.size() > 1) {
        Directions directions = new Directions();
        shared.add(directions);
        clock.forEach(system -> sharedClockOfSystem[systems.indexOf(system)] = directions);
      }
    }
    sharedClocks = shared.toArray(Directions[]::new);
    histograms = new PdopHistogram[systems.size()];
    for (int s = 0; s < histograms.length; s++) {
      histograms[s] = new PdopHistogram();
    }
  }

  @Override
  protected void look(SampledPositions positions, int sample, int[] visible, int visibleCount) {
    all.clear();
    for (Directions clock : sharedClocks) {
      clock.clear();
    }
    int v = 0;
    for (int s = 0; s < histograms.length; s++) {
      int begin = v;
      while (v < visibleCount && systemOfSatellite[visible[v]] == s) {
        v++;
      }
      sum(positions, sample * positions.satellites(), visible, begin, v, sharedClockOfSystem[s]);
      histograms[s].add(normals.solve());
      if (sharedClockOfSystem[s] == null) {
        all.add(normals);
      }
    }
    for (Directions clock : sharedClocks) {
      clock.writeTo(normals);
      all.add(normals);
    }
    together.add(all.solve());
  }

  /**
   * Sets the normals of satellites of one system.
   *
   * @param sharedClock receives the same satellites; null if the system has its own clock
   */
  private void sum(
      SampledPositions positions,
      int base,
      int[] visible,
      int begin,
      int end,
      Directions sharedClock) {
    double[] x = positions.xMeters();
    double[] y = positions.yMeters();
    double[] z = positions.zMeters();
    double siteX = horizon.xMeters;
    double siteY = horizon.yMeters;
    double siteZ = horizon.zMeters;
    double sumX = 0;
    double sumY = 0;
    double sumZ = 0;
    double sumXx = 0;
    double sumXy = 0;
    double sumXz = 0;
    double sumYy = 0;
    double sumYz = 0;
    double sumZz = 0;
    for (int v = begin; v < end; v++) {
      int at = base + visible[v];
      double dx = x[at] - siteX;
      double dy = y[at] - siteY;
      double dz = z[at] - siteZ;
      double scale = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
      double ex = dx * scale;
      double ey = dy * scale;
      double ez = dz * scale;
      sumX += ex;
      sumY += ey;
      sumZ += ez;
      sumXx += ex * ex;
      sumXy += ex * ey;
      sumXz += ex * ez;
      sumYy += ey * ey;
      sumYz += ey * ez;
      sumZz += ez * ez;
    }
    int n = end - begin;
    normals.setClock(n, sumX, sumY, sumZ, sumXx, sumXy, sumXz, sumYy, sumYz, sumZz);
    if (sharedClock != null) {
      sharedClock.add(n, sumX, sumY, sumZ, sumXx, sumXy, sumXz, sumYy, sumYz, sumZz);
    }
  }

  /** {@return the collected figures} */
  public SiteDilution dilution() {
    List<DilutionSummary> alone = new ArrayList<>();
    for (PdopHistogram histogram : histograms) {
      alone.add(histogram.summary());
    }
    return new SiteDilution(site, systems, alone, together.summary());
  }
}
