package dev.skytally.internal.visibility;

import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Timeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records the {@link Timeline} of one site. */
public final class TimelineRecorder implements SkyEvents {
  private final GroundSite site;
  private final List<Satellite> members;
  private final long startMicros;
  private final long endMicros;
  private boolean[] inViewAtStart = {};
  private long[] utcMicros = new long[64];
  private int[] satellites = new int[64];
  private int size;

  /**
   * Creates a recorder of one window.
   *
   * @param members the satellites, in the order of their numbers in the events
   * @param startMicros the window's start, microseconds since 1970-01-01 UTC
   * @param endMicros the window's end (exclusive)
   */
  public TimelineRecorder(
      GroundSite site, List<Satellite> members, long startMicros, long endMicros) {
    this.site = site;
    this.members = members;
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
    boolean[] inView = inViewAtStart.clone();
    List<Satellite> atStart = new ArrayList<>();
    for (int j = 0; j < inView.length; j++) {
      if (inView[j]) {
        atStart.add(members.get(j));
      }
    }
    List<Timeline.Event> events = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int j = satellites[i];
      inView[j] = !inView[j];
      events.add(new Timeline.Event(instant(utcMicros[i]), members.get(j), inView[j]));
    }
    return new Timeline(site, instant(startMicros), atStart, events);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
