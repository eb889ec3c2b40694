package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.site.GroundSite;

/**
 * The columns of a row from which a satellite is in view: one stretch at each instant.
 *
 * <p>How it works. All cells of a row have the same latitude, so their positions and zeniths differ
 * only by a rotation about the Earth's axis. A cell at the difference d of longitude from a
 * satellite has the margin
 *
 * <pre>{@code A c + B - sin(mask) sqrt(C - D c), with c = cos(d),}</pre>
 *
 * which grows with c. So a satellite is in view from one stretch of columns around its own
 * longitude. Its width follows from the c at which the margin is 0, by a quadratic equation and an
 * arccosine, whatever the number of columns. With H for the distance of a cell from the Earth's
 * axis along its zenith, that c is
 *
 * <pre>{@code (-B - s^2 H + s sqrt(C + 2 B H + s^2 H^2)) / A, s = sin(mask).}</pre>
 *
 * <p>Not safe for use by several threads at once.
 */
final class RowStretches {
  private static final double SURE_METERS = 1;

  private final WorldGrid grid;
  private final double sinMask;
  private final double around;
  private final double halfAround;
  private final double perAround;

  // Values of the row.
  private double offsetMeters;
  private double sinLatitude;
  private double cosLatitude;
  private double squareFactorMeters;
  private double squareOffsetMeters;
  private double perTwiceCosine;

  // Values of a lap.
  final double[] starts = new double[RowSweep.LAP];
  final double[] ends = new double[RowSweep.LAP];
  private final double[] roots = new double[RowSweep.LAP];
  private final double[] halfWidths = new double[RowSweep.LAP];

  RowStretches(WorldGrid grid, double maskRadians) {
    this.grid = grid;
    sinMask = Math.sin(maskRadians);
    around = grid.columnsAround();
    halfAround = around / 2;
    perAround = 1 / around;
  }

  /** Goes to a row. */
  void standOn(int row) {
    LocalHorizon horizon =
        new LocalHorizon(
            GroundSite.ofDegrees("", grid.latitudeDegrees(row), 0, grid.heightMeters()));
    sinLatitude = horizon.upZ;
    cosLatitude = horizon.upX;
    double alongZenithMeters = horizon.xMeters / cosLatitude;
    double upMeters = horizon.xMeters * cosLatitude + horizon.zMeters * sinLatitude;
    double sinSquaredMask = sinMask * sinMask;
    offsetMeters = upMeters - sinSquaredMask * alongZenithMeters;
    squareFactorMeters = 2 * (alongZenithMeters * sinLatitude - horizon.zMeters);
    squareOffsetMeters =
        horizon.xMeters * horizon.xMeters
            + horizon.zMeters * horizon.zMeters
            + alongZenithMeters * (sinSquaredMask * alongZenithMeters - 2 * upMeters);
    perTwiceCosine = 0.5 / cosLatitude;
  }

  /** Returns whether a satellite is certainly below the mask for the whole row, all the time. */
  boolean isBelow(TrackLap lap) {
    double least = Math.sqrt(lap.leastSquareMeters(squareFactorMeters) + squareOffsetMeters);
    double greatest = Math.sqrt(lap.greatestSquareMeters(squareFactorMeters) + squareOffsetMeters);
    return lap.greatestUpMeters(sinLatitude, cosLatitude) + SURE_METERS
        < offsetMeters + Math.min(sinMask * least, sinMask * greatest);
  }

  /**
   * Returns whether a satellite is certainly above the mask for the whole row, all the time, and
   * not hidden.
   */
  boolean isAbove(TrackLap lap) {
    if (lap.isEverHidden()) {
      return false;
    }
    double least = Math.sqrt(lap.leastSquareMeters(squareFactorMeters) + squareOffsetMeters);
    double greatest = Math.sqrt(lap.greatestSquareMeters(squareFactorMeters) + squareOffsetMeters);
    return lap.leastUpMeters(sinLatitude, cosLatitude) - SURE_METERS
        > offsetMeters + Math.max(sinMask * least, sinMask * greatest);
  }

  /**
   * Finds the {@link #starts} and {@link #ends} of one satellite, columns east of the first one of
   * the grid, modulo a turn. The loops are short and without branches, because the compiler does
   * not vectorise one loop with all of the code.
   *
   * @param overFirst receives at each instant how many more turns the end has than the start
   */
  void find(TrackLap lap, double[] overFirst) {
    int instants = lap.instants();
    findHalfCosines(lap, instants);
    for (int i = 0; i < instants; i++) {
      halfWidths[i] = halfAround * HalfWidth.halfTurns(0.5 + halfWidths[i]);
    }
    if (lap.isEverHidden()) {
      hide(lap, instants);
    }
    double[] columns = lap.columns;
    for (int i = 0; i < instants; i++) {
      starts[i] = Math.ceil(columns[i] - halfWidths[i]);
    }
    for (int i = 0; i < instants; i++) {
      ends[i] = Math.ceil(columns[i] + halfWidths[i]);
    }
    for (int i = 0; i < instants; i++) {
      double turns = Math.floor((starts[i] + 0.5) * perAround);
      starts[i] -= around * turns;
      overFirst[i] -= turns;
    }
    for (int i = 0; i < instants; i++) {
      double turns = Math.floor((ends[i] + 0.5) * perAround);
      ends[i] -= around * turns;
      overFirst[i] += turns;
    }
  }

  private void hide(TrackLap lap, int instants) {
    for (int i = 0; i < instants; i++) {
      halfWidths[i] = lap.isHidden[i] ? 0 : halfWidths[i];
    }
  }

  private void findHalfCosines(TrackLap lap, int instants) {
    double[] zMeters = lap.zMeters;
    double[] radiiSquared = lap.radiiSquaredMeters;
    double[] perAxisDistance = lap.perAxisDistance;
    for (int i = 0; i < instants; i++) {
      roots[i] = Math.sqrt(radiiSquared[i] + squareFactorMeters * zMeters[i] + squareOffsetMeters);
    }
    for (int i = 0; i < instants; i++) {
      halfWidths[i] =
          (offsetMeters - zMeters[i] * sinLatitude + sinMask * roots[i])
              * (perAxisDistance[i] * perTwiceCosine);
    }
  }
}
