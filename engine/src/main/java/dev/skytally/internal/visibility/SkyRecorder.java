package dev.skytally.internal.visibility;

import dev.skytally.internal.ephemeris.SampledPositions;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Sky;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Records the sky of one site at every sample. */
public final class SkyRecorder extends SkySampler {
  private final GroundSite site;
  private final LocalHorizon horizon;
  private final List<Satellite> satellites;
  private List<Sky> skies = new ArrayList<>();

  /**
   * Creates a recorder at the window's start.
   *
   * @param systems the number of systems
   * @param systemOfSatellite each satellite's system, 0 to {@code systems - 1}
   */
  public SkyRecorder(
      GroundSite site, List<Satellite> satellites, int systems, int[] systemOfSatellite) {
    super(systems, systemOfSatellite);
    this.site = site;
    this.satellites = satellites;
    horizon = new LocalHorizon(site);
  }

  @Override
  protected void look(SampledPositions positions, int sample, int[] visible, int visibleCount) {
    List<Sky.InView> inView = new ArrayList<>(visibleCount);
    for (int v = 0; v < visibleCount; v++) {
      int at = sample * positions.satellites() + visible[v];
      inView.add(
          new Sky.InView(
              satellites.get(visible[v]),
              horizon.lookAngles(
                  positions.xMeters()[at], positions.yMeters()[at], positions.zMeters()[at])));
    }
    Instant utc = Instant.EPOCH.plus(positions.micros(sample), ChronoUnit.MICROS);
    skies.add(new Sky(site, utc, inView));
  }

  /** Returns the skies since the last call, in order of time, and forgets them. */
  public List<Sky> take() {
    List<Sky> taken = skies;
    skies = new ArrayList<>();
    return taken;
  }
}
