package dev.skytally.internal.flight;

import dev.skytally.tally.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** The times at which skies are sampled, in microseconds of UTC since 1970, numbered from 0. */
public interface SampleTimes {
  /** Returns the time of a sample. */
  long micros(long sample);

  /** Returns the number of samples before a time. */
  long countBefore(long utcMicros);

  /** Returns the samples of a window. */
  static SampleTimes of(Window window) {
    return new SampleTimes() {
      @Override
      public long micros(long sample) {
        return window.sampleMicros(sample);
      }

      @Override
      public long countBefore(long utcMicros) {
        return window.weightBefore(utcMicros);
      }
    };
  }

  /**
   * Returns the samples at some instants.
   *
   * @throws IllegalArgumentException if there are none, or if they are not in order of time, at
   *     least a microsecond apart
   */
  static SampleTimes at(List<Instant> instants) {
    long[] micros =
        instants.stream().mapToLong(i -> ChronoUnit.MICROS.between(Instant.EPOCH, i)).toArray();
    if (micros.length == 0) {
      throw new IllegalArgumentException("no instants are given; at least one");
    }
    for (int k = 1; k < micros.length; k++) {
      if (micros[k] <= micros[k - 1]) {
        throw new IllegalArgumentException(
            "instant %s is %s, not a microsecond or more after the one before, %s"
                .formatted(k, instants.get(k), instants.get(k - 1)));
      }
    }
    return new SampleTimes() {
      @Override
      public long micros(long sample) {
        return micros[(int) sample];
      }

      @Override
      public long countBefore(long utcMicros) {
        int found = Arrays.binarySearch(micros, utcMicros);
        return found < 0 ? -found - 1 : found;
      }
    };
  }
}
