package dev.skytally.dop;

import dev.skytally.ephemeris.SampledPositions;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import dev.skytally.visibility.SkySampler;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the PDOP over one site: of each system alone, and of all together.
 *
 * <p>The directions stay Earth-fixed, as the PDOP is the same in all axes. Nothing is allocated
 * from sample to sample.
 */
public final class DilutionCounter extends SkySampler {
  private final GroundSite site;
  private final LocalHorizon horizon;
  private final List<GnssSystem> systems;
  private final int[] systemOfSatellite;
  private final Directions[] clocks;
  private final Directions[] clockOfSystem;
  private final Directions ofSystem = new Directions();
  private final PositionNormals normals = new PositionNormals();
  private final PdopHistogram[] histograms;
  private final PdopHistogram together = new PdopHistogram();

  /**
   * A counter at the window's start.
   *
   * @param systemOfSatellite each satellite's system, as its index in {@code systems}
   * @param clocks which systems share a receiver clock
   */
  public DilutionCounter(
      GroundSite site, List<GnssSystem> systems, int[] systemOfSatellite, ReceiverClocks clocks) {
    super(systems.size(), systemOfSatellite);
    this.site = site;
    this.systems = systems;
    this.systemOfSatellite = systemOfSatellite;
    horizon = new LocalHorizon(site);
    List<List<GnssSystem>> systemsByClock = clocks.divide(systems);
    this.clocks = new Directions[systemsByClock.size()];
    clockOfSystem = new Directions[systems.size()];
    for (int c = 0; c < this.clocks.length; c++) {
      this.clocks[c] = new Directions();
      for (GnssSystem system : systemsByClock.get(c)) {
        clockOfSystem[systems.indexOf(system)] = this.clocks[c];
      }
    }
    histograms = new PdopHistogram[systems.size()];
    for (int s = 0; s < histograms.length; s++) {
      histograms[s] = new PdopHistogram();
    }
  }

  @Override
  protected void look(SampledPositions positions, int sample, int[] visible, int visibleCount) {
    for (Directions clock : clocks) {
      clock.clear();
    }
    int v = 0;
    for (int s = 0; s < histograms.length; s++) {
      int begin = v;
      while (v < visibleCount && systemOfSatellite[visible[v]] == s) {
        v++;
      }
      sum(positions, sample * positions.satellites(), visible, begin, v, ofSystem);
      clockOfSystem[s].add(ofSystem);
      normals.clear();
      normals.add(ofSystem);
      histograms[s].add(normals.solve());
    }
    normals.clear();
    for (Directions clock : clocks) {
      normals.add(clock);
    }
    together.add(normals.solve());
  }

  private void sum(
      SampledPositions positions, int base, int[] visible, int begin, int end, Directions target) {
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
    target.count = end - begin;
    target.x = sumX;
    target.y = sumY;
    target.z = sumZ;
    target.xx = sumXx;
    target.xy = sumXy;
    target.xz = sumXz;
    target.yy = sumYy;
    target.yz = sumYz;
    target.zz = sumZz;
  }

  /** Returns what was added up. */
  public SiteDilution dilution() {
    List<DilutionSummary> alone = new ArrayList<>();
    for (PdopHistogram histogram : histograms) {
      alone.add(histogram.summary());
    }
    return new SiteDilution(site, systems, List.copyOf(alone), together.summary());
  }
}
