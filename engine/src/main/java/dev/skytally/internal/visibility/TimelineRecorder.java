package dev.skytally.internal.visibility;

import dev.skytally.visibility.Timeline;
import java.util.Arrays;

/** Records the {@link Timeline} of one site. */
public final class TimelineRecorder implements SkyEvents {
  private final long startMicros;
  private final long endMicros;
  private boolean[] inViewAtStart = {};
  private long[] utcMicros = new long[64];
  private int[] satellites = new int[64];
  private int size;

  /**
   * Creates a recorder of one window.
   *
   * @param startMicros the window's start, microseconds since 1970-01-01 UTC
   * @param endMicros the window's end (exclusive)
   */
  public TimelineRecorder(long startMicros, long endMicros) {
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

  public Timeline timeline() {
    return new Timeline(inViewAtStart, utcMicros, satellites, size);
  }
}
