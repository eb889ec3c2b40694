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
  private final int[] systemOfSatellite;
  private final PositionNormals[] normals;
  private final PositionNormals all = new PositionNormals();
  private final PdopHistogram[] histograms;
  private final PdopHistogram together = new PdopHistogram();

  /**
   * A counter at the window's start.
   *
   * @param systems the number of systems
   * @param systemOfSatellite each satellite's system, 0 to {@code systems - 1}
   */
  public DilutionCounter(GroundSite site, int systems, int[] systemOfSatellite) {
    super(systems, systemOfSatellite);
    this.site = site;
    this.systemOfSatellite = systemOfSatellite;
    horizon = new LocalHorizon(site);
    normals = new PositionNormals[systems];
    histograms = new PdopHistogram[systems];
    for (int s = 0; s < systems; s++) {
      normals[s] = new PositionNormals();
      histograms[s] = new PdopHistogram();
    }
  }

  @Override
  protected void look(SampledPositions positions, int sample, int[] visible, int visibleCount) {
    all.clear();
    int v = 0;
    for (int s = 0; s < normals.length; s++) {
      int begin = v;
      while (v < visibleCount && systemOfSatellite[visible[v]] == s) {
        v++;
      }
      if (v == begin) {
        histograms[s].add(Double.POSITIVE_INFINITY);
        continue;
      }
      sum(positions, sample * positions.satellites(), visible, begin, v, normals[s]);
      all.add(normals[s]);
      histograms[s].add(normals[s].solve());
    }
    together.add(all.solve());
  }

  private void sum(
      SampledPositions positions,
      int base,
      int[] visible,
      int begin,
      int end,
      PositionNormals target) {
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
    target.setSystem(end - begin, sumX, sumY, sumZ, sumXx, sumXy, sumXz, sumYy, sumYz, sumZz);
  }

  /**
   * What was added up.
   *
   * @param systems as many as the constructor was told, in the same order
   */
  public SiteDilution dilution(List<GnssSystem> systems) {
    List<DilutionSummary> alone = new ArrayList<>();
    for (PdopHistogram histogram : histograms) {
      alone.add(histogram.summary());
    }
    return new SiteDilution(site, systems, List.copyOf(alone), together.summary());
  }
}
