package dev.skytally;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

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

  /** Runs the pieces 0 to {@code count - 1} and returns when all are done. */
  void run(int count, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> helpers = new ArrayList<>();
    for (int worker = 1; worker < Math.min(threads, count); worker++) {
      int number = worker;
      helpers.add(executor.submit(() -> drain(next, count, number, piece)));
    }
    try {
      drain(next, count, 0, piece);
    } finally {
      for (Future<?> helper : helpers) {
        await(helper);
      }
    }
  }

  private static void drain(AtomicInteger next, int count, int worker, Piece piece) {
    for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
      piece.run(worker, index);
    }
  }

  private static void await(Future<?> helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }
}
