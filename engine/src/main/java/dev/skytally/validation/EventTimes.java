package dev.skytally.validation;

import dev.skytally.tally.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The errors of the times of rises and sets, each compared with the nearest event of the other
 * orbit.
 */
final class EventTimes {
  /** The greatest error of a time; an event further away is another event. */
  private static final long SAME_EVENT_MICROS = 1_800_000_000L;

  private final Window window;
  private final boolean[] ofSystem;
  private double[] errorsSeconds = new double[1024];
  private int size;
  int unmatched;

  EventTimes(Window window, boolean[] ofSystem) {
    this.window = window;
    this.ofSystem = ofSystem;
  }

  void add(SiteLog predicted, SiteLog truth) {
    Map<Integer, long[]> predictedTimes = times(predicted);
    Map<Integer, long[]> trueTimes = times(truth);
    Set<Integer> keys = new HashSet<>(predictedTimes.keySet());
    keys.addAll(trueTimes.keySet());
    for (int key : keys) {
      long[] left = predictedTimes.getOrDefault(key, new long[0]);
      long[] right = trueTimes.getOrDefault(key, new long[0]);
      match(left, right, true);
      match(right, left, false);
    }
  }

  /** Returns the times of events by satellite and direction. */
  private Map<Integer, long[]> times(SiteLog log) {
    Map<Integer, long[]> times = new HashMap<>();
    for (int i = 0; i < log.size; i++) {
      if (ofSystem[log.satellites[i]]) {
        int key = 2 * log.satellites[i] + (log.rising[i] ? 1 : 0);
        long[] before = times.getOrDefault(key, new long[0]);
        long[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = log.utcMicros[i];
        times.put(key, after);
      }
    }
    return times;
  }

  /**
   * Matches events within the window. An event just outside may be the counterpart of one within.
   */
  private void match(long[] events, long[] others, boolean keep) {
    for (long event : events) {
      if (event < window.startMicros() || event >= window.endMicros()) {
        continue;
      }
      long nearest = Long.MAX_VALUE;
      for (long other : others) {
        long error = other - event;
        nearest = Math.abs(error) < Math.abs(nearest) ? error : nearest;
      }
      boolean atEdge =
          event - window.startMicros() < SAME_EVENT_MICROS
              || window.endMicros() - event < SAME_EVENT_MICROS;
      if (Math.abs(nearest) <= SAME_EVENT_MICROS) {
        if (keep) {
          keep(nearest / 1e6);
        }
      } else if (!atEdge) {
        unmatched++;
      }
    }
  }

  private void keep(double errorSeconds) {
    if (size == errorsSeconds.length) {
      errorsSeconds = Arrays.copyOf(errorsSeconds, 2 * size);
    }
    errorsSeconds[size++] = errorSeconds;
  }

  Spread spread() {
    return Spread.of(errorsSeconds, size);
  }
}
