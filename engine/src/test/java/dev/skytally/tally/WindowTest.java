package dev.skytally.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Instant START = Instant.parse("1970-01-02T00:00:00Z");
  private static final long START_MICROS = 86_400_000_000L;
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final Window exact = new Window(START, TEN_SECONDS, Optional.empty());
  private final Window every3Seconds =
      new Window(START, TEN_SECONDS, Optional.of(Duration.ofSeconds(3)));

  @Test
  void timesAreMicrosecondsSince1970() {
    assertEquals(START_MICROS, exact.startMicros());
    assertEquals(START_MICROS + 10_000_000, exact.endMicros());
    assertEquals(START.plusSeconds(10), exact.end());
    assertEquals(START, exact.start());
    assertEquals(TEN_SECONDS, exact.duration());
    assertEquals(Optional.of(Duration.ofSeconds(3)), every3Seconds.sampledEvery());
    Window before1970 =
        new Window(Instant.parse("1969-12-31T23:59:59.9999995Z"), TEN_SECONDS, Optional.empty());
    assertEquals(0, before1970.startMicros());
  }

  @Test
  void exactWeightIsTheMicrosecondsWithinTheWindow() {
    assertEquals(10_000_000, exact.totalWeight());
    assertEquals(1, exact.stepMicros());
    assertEquals(0, exact.weightBefore(START_MICROS - 5));
    assertEquals(0, exact.weightBefore(START_MICROS));
    assertEquals(7, exact.weightBefore(START_MICROS + 7));
    assertEquals(10_000_000, exact.weightBefore(START_MICROS + 10_000_001));
  }

  /** Ten seconds have samples at 0, 3, 6 and 9 s. */
  @Test
  void sampledWeightIsTheNumberOfSamplesBefore() {
    assertEquals(4, every3Seconds.totalWeight());
    assertEquals(3_000_000, every3Seconds.stepMicros());
    assertEquals(START_MICROS + 9_000_000, every3Seconds.sampleMicros(3));
    for (int sample = 0; sample < 4; sample++) {
      long micros = every3Seconds.sampleMicros(sample);
      assertEquals(sample, every3Seconds.weightBefore(micros), "a sample is not before itself");
      assertEquals(sample + 1, every3Seconds.weightBefore(micros + 1));
    }
    assertEquals(4, every3Seconds.weightBefore(Long.MAX_VALUE / 2));
    assertEquals(0, every3Seconds.weightBefore(0));
  }

  @Test
  void windowsAreEqualIfTheyWeighTheSameTimeInTheSameWay() {
    Window same = new Window(START, TEN_SECONDS, Optional.empty());
    assertEquals(exact, same);
    assertEquals(exact.hashCode(), same.hashCode());
    assertNotEquals(exact, every3Seconds);
    assertNotEquals(exact, new Window(START.plusNanos(1), TEN_SECONDS, Optional.empty()));
    assertNotEquals(exact, new Window(START, TEN_SECONDS.plusNanos(1), Optional.empty()));
  }
}
