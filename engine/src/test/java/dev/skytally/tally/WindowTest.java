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

  private static final Window EXACT = new Window(START, TEN_SECONDS, Optional.empty());
  private static final Window EVERY_3_S =
      new Window(START, TEN_SECONDS, Optional.of(Duration.ofSeconds(3)));

  @Test
  void timesAreMicrosecondsSince1970() {
    assertEquals(START_MICROS, EXACT.startMicros());
    assertEquals(START_MICROS + 10_000_000, EXACT.endMicros());
    assertEquals(START.plusSeconds(10), EXACT.end());
    assertEquals(START, EXACT.start());
    assertEquals(TEN_SECONDS, EXACT.duration());
    assertEquals(Optional.of(Duration.ofSeconds(3)), EVERY_3_S.sampledEvery());
    Window before1970 =
        new Window(Instant.parse("1969-12-31T23:59:59.9999995Z"), TEN_SECONDS, Optional.empty());
    assertEquals(0, before1970.startMicros());
  }

  @Test
  void exactWeightIsTheMicrosecondsWithinTheWindow() {
    assertEquals(10_000_000, EXACT.totalWeight());
    assertEquals(1, EXACT.stepMicros());
    assertEquals(0, EXACT.weightBefore(START_MICROS - 5));
    assertEquals(0, EXACT.weightBefore(START_MICROS));
    assertEquals(7, EXACT.weightBefore(START_MICROS + 7));
    assertEquals(10_000_000, EXACT.weightBefore(START_MICROS + 10_000_001));
  }

  /** Ten seconds have samples at 0, 3, 6 and 9 s. */
  @Test
  void sampledWeightIsTheNumberOfSamplesBefore() {
    assertEquals(4, EVERY_3_S.totalWeight());
    assertEquals(3_000_000, EVERY_3_S.stepMicros());
    assertEquals(START_MICROS + 9_000_000, EVERY_3_S.sampleMicros(3));
    for (int sample = 0; sample < 4; sample++) {
      long micros = EVERY_3_S.sampleMicros(sample);
      assertEquals(sample, EVERY_3_S.weightBefore(micros), "a sample is not before itself");
      assertEquals(sample + 1, EVERY_3_S.weightBefore(micros + 1));
    }
    assertEquals(4, EVERY_3_S.weightBefore(Long.MAX_VALUE / 2));
    assertEquals(0, EVERY_3_S.weightBefore(0));
  }

  @Test
  void windowsAreEqualIfTheyWeighTheSameTimeInTheSameWay() {
    Window same = new Window(START, TEN_SECONDS, Optional.empty());
    assertEquals(EXACT, same);
    assertEquals(EXACT.hashCode(), same.hashCode());
    assertNotEquals(EXACT, EVERY_3_S);
    assertNotEquals(EXACT, new Window(START.plusNanos(1), TEN_SECONDS, Optional.empty()));
    assertNotEquals(EXACT, new Window(START, TEN_SECONDS.plusNanos(1), Optional.empty()));
  }
}
