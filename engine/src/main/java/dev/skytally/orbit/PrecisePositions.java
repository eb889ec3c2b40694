package dev.skytally.orbit;

import java.util.List;
import org.hipparchus.analysis.interpolation.HermiteInterpolator;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.files.sp3.SP3Coordinate;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Earth-fixed motion through positions at equal steps, as in SP3. Between them it follows the
 * polynomial of degree nine through the ten nearest. At steps of 15 minutes, this is accurate to a
 * centimetre for navigation satellites.
 */
final class PrecisePositions implements EarthFixedMotion {
  /** The least number of positions of an orbit. */
  static final int POINTS = 10;

  private final List<SP3Coordinate> positions;
  private final AbsoluteDate start;
  private final double stepSeconds;

  /**
   * Creates a motion from at least {@link #POINTS} positions in order of time, without a gap.
   *
   * @param stepSeconds the time between neighbouring positions
   */
  PrecisePositions(List<SP3Coordinate> positions, double stepSeconds) {
    this.positions = positions;
    this.stepSeconds = stepSeconds;
    start = positions.get(0).getDate();
  }

  @Override
  public PVCoordinates at(AbsoluteDate date) {
    double seconds = date.durationFrom(start);
    int middle = (int) Math.floor(seconds / stepSeconds);
    int first = Math.max(0, Math.min(middle - POINTS / 2 + 1, positions.size() - POINTS));
    HermiteInterpolator interpolator = new HermiteInterpolator();
    for (int i = first; i < first + POINTS; i++) {
      Vector3D position = positions.get(i).getPosition();
      interpolator.addSamplePoint(
          positions.get(i).getDate().durationFrom(date), position.toArray());
    }
    double[][] derivatives = interpolator.derivatives(0, 1);
    return new PVCoordinates(new Vector3D(derivatives[0]), new Vector3D(derivatives[1]));
  }
}
