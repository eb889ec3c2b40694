package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant START = Instant.parse("2026-03-29T00:30:00Z");
  private static final Duration EVERY = Duration.ofHours(6);

  /** As late as chance allows. */
  private static final RandomGenerator LATEST = () -> -1L;

  private static Schedule begun(RandomGenerator random) {
    Schedule schedule = new Schedule(EVERY, random);
    assertTrue(schedule.isDue(START), "at once");
    return schedule;
  }

  @Test
  void dueAtOnceThenAfterTheIntervalAndATenthAtMost() {
    Schedule schedule = begun(LATEST);
    assertFalse(schedule.isDue(START));
    assertFalse(schedule.isDue(START.plus(EVERY)));
    assertTrue(schedule.isDue(START.plus(EVERY).plus(EVERY.dividedBy(10))));
    assertFalse(schedule.isDue(START.plus(EVERY.multipliedBy(2))));
  }

  @Test
  void neverBeforeTheInterval() {
    for (int seed = 0; seed < 100; seed++) {
      Schedule schedule = begun(new Random(seed));
      assertFalse(schedule.isDue(START.plus(EVERY).minusNanos(1)), "seed " + seed);
      assertTrue(schedule.isDue(START.plus(EVERY.multipliedBy(11).dividedBy(10))));
    }
  }

  @Test
  void sleepOfDaysIsFollowedByOneRoundAndNotByThoseMissed() {
    Schedule schedule = begun(LATEST);
    Instant awake = START.plus(Duration.ofDays(3));
    assertTrue(schedule.isDue(awake));
    assertFalse(schedule.isDue(awake.plusSeconds(20)));
  }

  @Test
  void clockPutBackDoesNotHoldTheJobUp() {
    Schedule schedule = begun(LATEST);
    Instant back = START.minus(Duration.ofDays(400));
    assertTrue(schedule.isDue(back));
    assertFalse(schedule.isDue(back.plusSeconds(20)));
    assertTrue(schedule.isDue(back.plus(EVERY.multipliedBy(2))));
  }

  @Test
  void withoutJitterTheNextRunIsOneIntervalLater() {
    Schedule schedule = begun(() -> 0L);
    assertEquals(START.plus(EVERY), schedule.next());
  }
}
