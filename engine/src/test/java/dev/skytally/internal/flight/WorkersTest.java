package dev.skytally.internal.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private static final int PIECES = 1000;

  private static Workers own(int threads) {
    return new Workers(threads, Optional.empty());
  }

  private static void assertEachDoneOnce(Workers workers) {
    AtomicIntegerArray times = new AtomicIntegerArray(PIECES);
    workers.run(PIECES, (worker, index) -> times.incrementAndGet(index));
    for (int i = 0; i < PIECES; i++) {
      assertEquals(1, times.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void everyPieceIsDoneOnce(int threads) {
    try (Workers workers = own(threads)) {
      assertEachDoneOnce(workers);
      assertEachDoneOnce(workers);
    }
  }

  @Test
  void anExecutorThatNeverRunsAnythingDelaysNothing() {
    assertEachDoneOnce(new Workers(4, Optional.of(task -> {})));
  }

  @Test
  void anExecutorThatRejectsLeavesTheWorkToTheCaller() {
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };
    assertEachDoneOnce(new Workers(4, Optional.of(full)));
  }

  @Test
  void anExecutorThatRunsTasksOnTheCallersThreadLeavesTheLeadToTheCaller() {
    assertEachDoneOnce(new Workers(4, Optional.of(Runnable::run)));
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> new Workers(4, Optional.of(Runnable::run)).run(9, (worker, index) -> {}));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aFailureOfAnExecutorReachesTheCaller() {
    IllegalStateException thrown = new IllegalStateException("made up");
    Executor broken =
        task -> {
          throw thrown;
        };
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () -> assertEachDoneOnce(new Workers(4, Optional.of(broken)))));
  }

  @Test
  void anExecutorsTaskThatComesTooLateDoesNothing() {
    List<Runnable> late = new ArrayList<>();
    assertEachDoneOnce(new Workers(3, Optional.of(late::add)));
    assertEquals(2, late.size());
    late.forEach(Runnable::run);
  }

  @Test
  void theCallersPartOfTheProgressGrowsToOne() {
    List<Double> parts = new ArrayList<>();
    own(1).run(4, (worker, index) -> {}, parts::add);
    assertEquals(List.of(0.25, 0.5, 0.75, 1.0), parts);
  }

  /** Both threads are at work when one fails: the latch lets neither finish alone. */
  @Test
  void anErrorOfAnotherThreadReachesTheCallerAsItIs() {
    OutOfMemoryError error = new OutOfMemoryError("made up");
    CountDownLatch both = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    try (Workers workers = own(2)) {
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
  }

  @Test
  void anInterruptedCallerBeginsNothingAndStaysInterrupted() {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> own(1).run(100, (worker, index) -> done.add(index)));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), done);
  }

  /** Once the caller has done its piece, it can only be waiting for the other thread. */
  @Test
  void aCallerInterruptedWhileItWaitsLetsTheOthersFinishTheirPieces() {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch callerIsDone = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    List<Integer> finished = Collections.synchronizedList(new ArrayList<>());
    try (Workers workers = own(2)) {
      assertThrows(
          CancellationException.class,
          () ->
              workers.run(
                  2,
                  (worker, index) -> {
                    both.countDown();
                    awaitQuietly(both);
                    if (Thread.currentThread() == caller) {
                      callerIsDone.countDown();
                    } else {
                      awaitQuietly(callerIsDone);
                      while (caller.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                      }
                      caller.interrupt();
                      finished.add(index);
                    }
                  }));
    }
    assertTrue(Thread.interrupted());
    assertEquals(1, finished.size());
  }

  @Test
  void itsThreadsEndWhenItIsClosed() throws InterruptedException {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(3);
    try (Workers workers = own(3)) {
      workers.run(
          3,
          (worker, index) -> {
            threads.add(Thread.currentThread());
            all.countDown();
            awaitQuietly(all);
          });
    }
    threads.remove(Thread.currentThread());
    assertEquals(2, threads.size());
    for (Thread thread : threads) {
      assertTrue(thread.isDaemon());
      thread.join();
      assertFalse(thread.isAlive());
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
