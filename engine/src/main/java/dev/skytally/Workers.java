package dev.skytally;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shares numbered pieces of work among threads. With one thread everything runs in the caller's.
 *
 * <p>Which thread does which piece is left open; the pieces must not depend on each other.
 */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService executor;

  Workers(int threads) {
    this.threads = threads;
    executor =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                task -> {
                  Thread thread = new Thread(task, "skytally-worker");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  int threads() {
    return threads;
  }

  /** A piece of work. */
  interface Piece {
    /**
     * Does one piece.
     *
     * @param worker 0 to {@code threads - 1}; never two pieces at once with the same worker
     */
    void run(int worker, int index);
  }

  /**
   * Runs the pieces 0 to {@code count - 1} and returns when all are done. If a piece throws, no new
   * pieces begin, and the first exception is thrown here once those at work have ended.
   */
  void run(int count, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Phaser atWork = new Phaser(1);
    for (int worker = 1; worker < Math.min(threads, count); worker++) {
      int number = worker;
      atWork.register();
      executor.execute(
          () -> {
            drain(next, count, number, piece, failure);
            atWork.arriveAndDeregister();
          });
    }
    drain(next, count, 0, piece, failure);
    atWork.arriveAndAwaitAdvance();
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static void drain(
      AtomicInteger next, int count, int worker, Piece piece, AtomicReference<Throwable> failure) {
    try {
      for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
        piece.run(worker, index);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      next.set(count);
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }
}
