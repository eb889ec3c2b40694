package dev.skytally.validation;

import dev.skytally.internal.tally.SiteCounter;
import dev.skytally.internal.visibility.SkyEvents;
import java.util.Arrays;

/** Records every event over one site, and counts. */
final class SiteLog implements SkyEvents {
  final SiteCounter counter;

  /** By satellite, before the first crossing. */
  boolean[] inViewAtFirst = {};

  /** The crossings in order of time: the first {@link #size} of each array. */
  long[] utcMicros = new long[256];

  int[] satellites = new int[256];
  boolean[] rising = new boolean[256];
  int size;

  SiteLog(SiteCounter counter) {
    this.counter = counter;
  }

  @Override
  public void begin(boolean[] inView) {
    inViewAtFirst = inView.clone();
    counter.begin(inView);
  }

  @Override
  public void crossing(long micros, int satellite, boolean rises) {
    if (size == utcMicros.length) {
      utcMicros = Arrays.copyOf(utcMicros, 2 * size);
      satellites = Arrays.copyOf(satellites, 2 * size);
      rising = Arrays.copyOf(rising, 2 * size);
    }
    utcMicros[size] = micros;
    satellites[size] = satellite;
    rising[size] = rises;
    size++;
    counter.crossing(micros, satellite, rises);
  }
}
