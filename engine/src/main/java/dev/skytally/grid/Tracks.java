package dev.skytally.grid;

import dev.skytally.ephemeris.EphemerisBlock;

/** The tracks of all satellites of a block at equally spaced instants, cut into laps. */
public final class Tracks {
  private final WorldGrid grid;
  private final EphemerisBlock block;
  private final long firstMicros;
  private final long stepMicros;
  private final int instants;
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
    for (int first = 0; first < instants; first += RowSweep.LAP) {
      TrackLap lap = new TrackLap(Math.min(RowSweep.LAP, instants - first));
      for (int i = 0; i < lap.instants(); i++) {
        block.stateAt(firstMicros + (first + i) * stepMicros, satellite, state);
        lap.set(i, grid, state[0], state[1], state[2]);
      }
      laps[first / RowSweep.LAP][satellite] = lap;
    }
  }

  public int instants() {
    return instants;
  }

  /** By lap, then satellite. */
  TrackLap[][] laps() {
    return laps;
  }
}
