package dev.skytally.internal.grid;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.ephemeris.EphemerisBlock;

/** The tracks of all satellites of a block at equally spaced instants, cut into laps. */
public final class Tracks {
  private final WorldGrid grid;
  private final EphemerisBlock block;
  private final long firstMicros;
  private final long stepMicros;
  private final int instants;

  /** By lap, then satellite. */
  private final TrackLap[][] laps;

  /**
   * Room for the satellites of a block; {@link #sample} fills it, satellite by satellite.
   *
   * @param firstMicros the first instant, microseconds since 1970-01-01 UTC
   * @param instants how many, {@code stepMicros} apart, all within the block
   */
  public Tracks(
      WorldGrid grid, EphemerisBlock block, long firstMicros, long stepMicros, int instants) {
    this.grid = grid;
    this.block = block;
    this.firstMicros = firstMicros;
    this.stepMicros = stepMicros;
    this.instants = instants;
    laps = new TrackLap[(instants + RowSweep.LAP - 1) / RowSweep.LAP][block.satellites()];
  }

  /** Fills in one satellite. Different satellites may be filled in by different threads. */
  public void sample(int satellite) {
    double[] state = new double[6];
    for (int lap = 0; lap < laps.length; lap++) {
      TrackLap track = new TrackLap(instants(lap));
      for (int i = 0; i < track.instants(); i++) {
        long instant = (long) lap * RowSweep.LAP + i;
        block.stateAt(firstMicros + instant * stepMicros, satellite, state);
        track.set(i, grid, state[0], state[1], state[2]);
      }
      laps[lap][satellite] = track;
    }
  }

  public int instants() {
    return instants;
  }

  int laps() {
    return laps.length;
  }

  /** How many instants a lap has, of which only the last may have fewer than the others. */
  int instants(int lap) {
    return Math.min(RowSweep.LAP, instants - lap * RowSweep.LAP);
  }

  /** The tracks of a lap, satellite by satellite. */
  TrackLap[] lap(int lap) {
    return laps[lap];
  }
}
