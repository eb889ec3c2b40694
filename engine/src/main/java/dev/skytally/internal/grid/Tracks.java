package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.visibility.UsableTimes;

/** The tracks of all satellites of a block at equally spaced instants, divided into laps. */
public final class Tracks {
  private final WorldGrid grid;
  private final EphemerisBlock block;
  private final long firstMicros;
  private final long stepMicros;
  private final int instants;
  private final UsableTimes usable;

  /** The tracks by lap, then satellite. */
  private final TrackLap[][] laps;

  /**
   * The Earth-fixed positions by satellite, then coordinate, then instant; empty if only counts are
   * wanted.
   */
  private final double[][][] meters;

  /** The same in single precision, by lap of {@link RowDilution}, then as above. */
  private final float[][][][] roundedMeters;

  /**
   * Creates empty tracks for the satellites of a block; {@link #sample} fills them, satellite by
   * satellite.
   *
   * @param firstMicros the first instant, microseconds since 1970-01-01 UTC
   * @param instants the number of instants, {@code stepMicros} apart, all within the block
   * @param usable when the satellites are in service
   * @param withPositions whether the positions are kept for {@link RowDilution}
   */
  public Tracks(
      WorldGrid grid,
      EphemerisBlock block,
      long firstMicros,
      long stepMicros,
      int instants,
      UsableTimes usable,
      boolean withPositions) {
    this.grid = grid;
    this.block = block;
    this.firstMicros = firstMicros;
    this.stepMicros = stepMicros;
    this.instants = instants;
    this.usable = usable;
    laps = new TrackLap[(instants + RowSweep.LAP - 1) / RowSweep.LAP][block.satellites()];
    int kept = withPositions ? block.satellites() : 0;
    meters = new double[kept][3][instants];
    int laps = (instants + RowDilution.LAP - 1) / RowDilution.LAP;
    roundedMeters = new float[laps][kept][3][RowDilution.LAP];
  }

  /** Fills in one satellite. Different threads may fill in different satellites. */
  public void sample(int satellite) {
    double[] position = new double[3];
    for (int lap = 0; lap < laps.length; lap++) {
      TrackLap track = new TrackLap(instants(lap));
      for (int i = 0; i < track.instants(); i++) {
        long instant = (long) lap * RowSweep.LAP + i;
        long utcMicros = firstMicros + instant * stepMicros;
        block.positionAt(utcMicros, satellite, position);
        track.set(i, grid, position[0], position[1], position[2]);
        if (usable.isOut(satellite, utcMicros)) {
          track.hide(i);
        }
        keep(satellite, (int) instant, position);
      }
      laps[lap][satellite] = track;
    }
  }

  private void keep(int satellite, int instant, double[] position) {
    if (satellite < meters.length) {
      for (int axis = 0; axis < 3; axis++) {
        meters[satellite][axis][instant] = position[axis];
        float[][][] ofLap = roundedMeters[instant / RowDilution.LAP];
        ofLap[satellite][axis][instant % RowDilution.LAP] = (float) position[axis];
      }
    }
  }

  public int instants() {
    return instants;
  }

  int laps() {
    return laps.length;
  }

  /** Returns the number of instants of a lap. Only the last lap may be shorter than the others. */
  int instants(int lap) {
    return Math.min(RowSweep.LAP, instants - lap * RowSweep.LAP);
  }

  /** Returns the tracks of a lap, satellite by satellite. */
  TrackLap[] lap(int lap) {
    return laps[lap];
  }

  /** Returns the positions by satellite, then coordinate, then instant. */
  double[][][] meters() {
    return meters;
  }

  /** Returns the positions during a lap of {@link RowDilution} in single precision. */
  float[][][] roundedMeters(int lap) {
    return roundedMeters[lap];
  }
}
