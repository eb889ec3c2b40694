package dev.skytally.visibility;

import java.util.Arrays;

/**
 * The satellites in view of one site at the start of the window, and every rise and set within the
 * window, in order of time. If a satellite is in view, its next event is a set; otherwise it is a
 * rise.
 */
public final class Timeline {
  private final boolean[] inViewAtStart;
  private final long[] utcMicros;
  private final int[] satellites;

  /**
   * Creates a timeline from copies of the arrays.
   *
   * @param inViewAtStart by satellite, in the order of the constellation's members
   * @param utcMicros the time of each event, microseconds since 1970-01-01 UTC, in order of time
   * @param satellites which member rises or sets at each event
   * @param size the number of events, at most the length of both arrays
   */
  public Timeline(boolean[] inViewAtStart, long[] utcMicros, int[] satellites, int size) {
    this.inViewAtStart = inViewAtStart.clone();
    this.utcMicros = Arrays.copyOf(utcMicros, size);
    this.satellites = Arrays.copyOf(satellites, size);
  }

  /**
   * Returns whether each satellite is in view at the start, in the order of the constellation's
   * members.
   */
  public boolean[] inViewAtStart() {
    return inViewAtStart.clone();
  }

  /** Returns the number of rises and sets. */
  public int size() {
    return utcMicros.length;
  }

  /** Returns the time of the i-th event, microseconds since 1970-01-01 UTC. */
  public long utcMicros(int i) {
    return utcMicros[i];
  }

  /** Returns the index of the member that rises or sets at the i-th event. */
  public int satellite(int i) {
    return satellites[i];
  }
}
