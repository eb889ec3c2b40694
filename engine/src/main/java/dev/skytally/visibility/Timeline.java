package dev.skytally.visibility;

import java.util.Arrays;

/**
 * What is in view of one site at the window's start, and every rise and set within the window, in
 * order of time. A satellite that is in view sets at its next event, and one that is not rises.
 */
public final class Timeline implements SkyEvents {
  private final long startMicros;
  private final long endMicros;
  private boolean[] inViewAtStart = {};
  private long[] utcMicros = new long[64];
  private int[] satellites = new int[64];
  private int size;

  /**
   * An empty timeline; the sweep fills it.
   *
   * @param startMicros the window's start, microseconds since 1970-01-01 UTC
   * @param endMicros the window's end (exclusive)
   */
  public Timeline(long startMicros, long endMicros) {
    this.startMicros = startMicros;
    this.endMicros = endMicros;
  }

  @Override
  public void begin(boolean[] inView) {
    inViewAtStart = inView.clone();
  }

  @Override
  public void crossing(long micros, int satellite, boolean rising) {
    if (micros <= startMicros) {
      inViewAtStart[satellite] = rising;
    } else if (micros < endMicros) {
      if (size == satellites.length) {
        utcMicros = Arrays.copyOf(utcMicros, 2 * size);
        satellites = Arrays.copyOf(satellites, 2 * size);
      }
      utcMicros[size] = micros;
      satellites[size] = satellite;
      size++;
    }
  }

  /** By satellite, in the order of the constellation's members. */
  public boolean[] inViewAtStart() {
    return inViewAtStart.clone();
  }

  /** The number of rises and sets. */
  public int size() {
    return size;
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
