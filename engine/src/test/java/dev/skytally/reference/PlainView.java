package dev.skytally.reference;

import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import java.util.ArrayList;
import java.util.List;

/**
 * The sky over one site, the slow and obvious way: the angle at which a satellite stands, compared
 * with the mask there. Every faster way of finding who is in view is checked against this one.
 *
 * <p>Positions are Earth-fixed, in metres. Positions of several samples are in the order of {@link
 * EarthFixedPositions}.
 */
public final class PlainView {
  private final LocalHorizon horizon;
  private final ElevationMask mask;

  public PlainView(GroundSite site, ElevationMask mask) {
    horizon = new LocalHorizon(site);
    this.mask = mask;
  }

  public LookAngles lookAngles(double[] positions, int sample) {
    int at = sample * EarthFixedPositions.SIZE;
    return horizon.lookAngles(positions[at], positions[at + 1], positions[at + 2]);
  }

  /** The elevation less that of the mask at the satellite's azimuth. */
  public double aboveMaskDegrees(double[] positions, int sample) {
    return aboveMaskDegrees(lookAngles(positions, sample));
  }

  /** The elevation less that of the mask at the satellite's azimuth. */
  public double aboveMaskDegrees(double xMeters, double yMeters, double zMeters) {
    return aboveMaskDegrees(horizon.lookAngles(xMeters, yMeters, zMeters));
  }

  private double aboveMaskDegrees(LookAngles angles) {
    double maskRadians = mask.elevationRadians(angles.azimuthRadians());
    return Math.toDegrees(angles.elevationRadians() - maskRadians);
  }

  /** Whether a satellite is in view at each sample. */
  public boolean[] inView(double[] positions) {
    boolean[] inView = new boolean[positions.length / EarthFixedPositions.SIZE];
    for (int sample = 0; sample < inView.length; sample++) {
      inView[sample] = aboveMaskDegrees(positions, sample) >= 0;
    }
    return inView;
  }

  /** The samples at which a satellite is in view and was not at the sample before. */
  public List<Integer> rises(double[] positions) {
    boolean[] inView = inView(positions);
    List<Integer> rises = new ArrayList<>();
    for (int sample = 1; sample < inView.length; sample++) {
      if (inView[sample] && !inView[sample - 1]) {
        rises.add(sample);
      }
    }
    return rises;
  }
}
