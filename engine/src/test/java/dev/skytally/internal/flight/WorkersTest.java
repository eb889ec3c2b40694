package dev.skytally.internal.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void everyPieceIsDoneOnce(int threads) {
    AtomicIntegerArray times = new AtomicIntegerArray(1000);
    Workers workers = new Workers(threads);
    workers.run(1000, (worker, index) -> times.incrementAndGet(index));
    for (int i = 0; i < 1000; i++) {
      assertEquals(1, times.get(i));
    }
  }

  /** Both threads are at work when one fails: the latch lets neither finish alone. */
  @Test
  void anErrorOfAnotherThreadReachesTheCallerAsItIs() {
    OutOfMemoryError error = new OutOfMemoryError("made up");
    CountDownLatch both = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    Workers workers = new Workers(2);
    assertSame(
        error,
        assertThrows(
            OutOfMemoryError.class,
            () ->
                workers.run(
                    2,
                    (worker, index) -> {
                      both.countDown();
                      awaitQuietly(both);
                      if (Thread.currentThread() != caller) {
                        throw error;
                      }
                    })));
  }

  @Test
  void anInterruptedCallerStaysInterruptedAndGetsItsResult() {
    AtomicIntegerArray times = new AtomicIntegerArray(100);
    Thread.currentThread().interrupt();
    Workers workers = new Workers(2);
    workers.run(100, (worker, index) -> times.incrementAndGet(index));
    assertTrue(Thread.interrupted());
    for (int i = 0; i < 100; i++) {
      assertEquals(1, times.get(i));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
