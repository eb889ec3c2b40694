package dev.skytally.internal.flight;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shares numbered pieces of work between the caller's thread and some of the common pool's.
 *
 * <p>Which thread does which piece is left open; the pieces must not depend on each other. The
 * caller waits only for pieces that others are at, never for a thread of the pool to become free,
 * so studies may run within the common pool themselves.
 */
public final class Workers {
  private final int threads;

  /** At most so many threads; never more than the common pool's and the caller's. */
  Workers(int threads) {
    this.threads = Math.min(threads, ForkJoinPool.getCommonPoolParallelism() + 1);
  }

  int threads() {
    return threads;
  }

  /** A piece of work. */
  public interface Piece {
    /**
     * Does one piece.
     *
     * @param worker 0 to {@code threads - 1}; never two pieces at once with the same worker
     */
    public void run(int worker, int index);
  }

  /**
   * Runs the pieces 0 to {@code count - 1} and returns when all are done. If a piece throws, no new
   * pieces begin, and the first exception is thrown here once those at work have ended.
   */
  public void run(int count, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Phaser atWork = new Phaser(1);
    for (int worker = 1; worker < Math.min(threads, count); worker++) {
      int number = worker;
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                atWork.register();
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
}
