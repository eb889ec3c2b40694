package dev.skytally.internal.flight;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Divides numbered pieces of work between the caller's thread and other threads. These belong to an
 * executor, or are daemon threads that end when the workers are closed.
 *
 * <p>The pieces must be independent, because any thread may do any of them. The caller waits only
 * for pieces that other threads have begun, never for a free thread, so it may run on a thread of
 * the executor itself. Not safe for use by several callers at once.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final Optional<Executor> executor;

  /** Null until threads are needed, or if the executor provides them. */
  private @Nullable ExecutorService own;

  /**
   * Creates workers.
   *
   * @param threads the greatest number of threads, including the caller's
   * @param executor provides the other threads; empty to create them
   */
  public Workers(int threads, Optional<Executor> executor) {
    this.threads = threads;
    this.executor = executor;
  }

  /** A piece of work. */
  public interface Piece {
    /**
     * Does one piece.
     *
     * @param worker 0 to {@code threads - 1}; two pieces never run at once with the same worker
     */
    void run(int worker, int index);
  }

  /** Runs the pieces without reporting progress. */
  public void run(int count, Piece piece) {
    run(count, piece, part -> {});
  }

  /**
   * Runs the pieces 0 to {@code count - 1} and returns when all are done. If a piece throws an
   * exception, no new pieces begin. Once the running ones have ended, the first exception is
   * rethrown.
   *
   * @param progress receives the share of pieces begun, 0 to 1, on the caller's thread after each
   *     of its pieces, and 1 at the end; its exceptions are treated like those of a piece
   * @throws CancellationException if the caller's thread is interrupted; it stays interrupted
   */
  public void run(int count, Piece piece, DoubleConsumer progress) {
    Work work = new Work(count, piece, progress);
    for (int worker = 1; worker < Math.min(threads, count); worker++) {
      int number = worker;
      try {
        helpers().execute(() -> work.help(number));
      } catch (RejectedExecutionException e) {
        break;
      } catch (RuntimeException | Error e) {
        work.fail(e);
        break;
      }
    }
    work.lead();
  }

  private Executor helpers() {
    if (executor.isPresent()) {
      return executor.get();
    }
    if (own == null) {
      own =
          Executors.newFixedThreadPool(
              threads - 1,
              task -> {
                Thread thread = new Thread(task, "skytally");
                thread.setDaemon(true);
                return thread;
              });
    }
    return own;
  }

  @Override
  public void close() {
    if (own != null) {
      own.shutdown();
    }
  }

  private static final class Work {
    private final int count;
    private final Piece piece;
    private final DoubleConsumer progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Phaser atWork = new Phaser(1);
    private final Thread caller = Thread.currentThread();

    Work(int count, Piece piece, DoubleConsumer progress) {
      this.count = count;
      this.piece = piece;
      this.progress = progress;
    }

    /** Does nothing on the caller's thread, which leads, if an executor uses that one. */
    void help(int worker) {
      if (Thread.currentThread() == caller) {
        return;
      }
      atWork.register();
      try {
        for (int index = next(); index < count; index = next()) {
          piece.run(worker, index);
        }
      } catch (RuntimeException | Error e) {
        fail(e);
      }
      atWork.arriveAndDeregister();
    }

    void lead() {
      try {
        for (int index = next(); index < count; index = next()) {
          requireNoInterruption();
          piece.run(0, index);
          int begun = next.get();
          if (begun < count) {
            progress.accept((double) begun / count);
          }
        }
      } catch (RuntimeException | Error e) {
        fail(e);
      }
      atWork.arriveAndAwaitAdvance();
      if (failure.get() instanceof Error error) {
        throw error;
      }
      if (failure.get() instanceof RuntimeException exception) {
        throw exception;
      }
      requireNoInterruption();
      progress.accept(1);
    }

    private static void requireNoInterruption() {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the thread was interrupted");
      }
    }

    private int next() {
      return next.getAndIncrement();
    }

    private void fail(Throwable e) {
      failure.compareAndSet(null, e);
      next.set(count);
    }
  }
}
