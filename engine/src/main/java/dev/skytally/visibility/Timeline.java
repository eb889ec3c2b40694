package dev.skytally.visibility;

import java.util.Arrays;

/**
 * What is in view of one site at the window's start, and every rise and set within the window, in
 * order of time. A satellite that is in view sets at its next event, and one that is not rises.
 */
public final class Timeline {
  private final boolean[] inViewAtStart;
  private final long[] utcMicros;
  private final int[] satellites;

  /**
   * A timeline of copies of the arrays.
   *
   * @param inViewAtStart by satellite, in the order of the constellation's members
   * @param utcMicros when each event is, microseconds since 1970-01-01 UTC, in order of time
   * @param satellites which member rises or sets at each event
   * @param size the number of events, at most the length of both arrays
   */
  public Timeline(boolean[] inViewAtStart, long[] utcMicros, int[] satellites, int size) {
    this.inViewAtStart = inViewAtStart.clone();
    this.utcMicros = Arrays.copyOf(utcMicros, size);
    this.satellites = Arrays.copyOf(satellites, size);
  }

  /** By satellite, in the order of the constellation's members. */
  public boolean[] inViewAtStart() {
    return inViewAtStart.clone();
  }

  /** The number of rises and sets. */
  public int size() {
    return utcMicros.length;
  }

  /** When the i-th event is, microseconds since 1970-01-01 UTC. */
  public long utcMicros(int i) {
    return utcMicros[i];
  }

  /** Which of the constellation's members rises or sets at the i-th event. */
  public int satellite(int i) {
    return satellites[i];
  }
}
