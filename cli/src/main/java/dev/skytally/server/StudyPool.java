package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Runs a few studies at once, lets a few wait, and rejects all others at once. */
final class StudyPool implements AutoCloseable {
  private final Limits limits;
  private final ThreadPoolExecutor workers;
  private final Set<Job> unfinished = ConcurrentHashMap.newKeySet();

  /** After the pool is closed, no deadline matters. */
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

  StudyPool(Limits limits) {
    this.limits = limits;
    workers =
        new ThreadPoolExecutor(
            limits.studies(),
            limits.studies(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.waiting()));
    clock.setRemoveOnCancelPolicy(true);
  }

  /**
   * One study. Once begun, it ends once: with its answer, a failure or a reason to stop it.
   * Register with {@link #whenEnded} before {@link #begin}, so that closing the pool cannot miss
   * it.
   */
  final class Job {
    private final CompletableFuture<Answer> end = new CompletableFuture<>();
    private final FutureTask<Void> task;
    private int clients = 1;
    private volatile double part;

    private Job(Study.Work work) {
      task =
          new FutureTask<>(
              () -> {
                try {
                  end.complete(work.answer(finished -> part = finished));
                } catch (Throwable e) {
                  end.completeExceptionally(e);
                }
                return null;
              });
    }

    /** Returns the finished part, 0 to 1. */
    double part() {
      return part;
    }

    boolean hasEnded() {
      return end.isDone();
    }

    /** Gives the answer or the failure to an action, when the study has ended. */
    void whenEnded(BiConsumer<? super Answer, ? super Throwable> action) {
      CompletableFuture<Answer> unused = end.whenComplete(action);
    }

    /** Repeats an action until the study has ended. */
    void meanwhile(Duration every, Runnable action) {
      long millis = every.toMillis();
      ScheduledFuture<?> repeated =
          clock.scheduleAtFixedRate(action, millis, millis, TimeUnit.MILLISECONDS);
      whenEnded((answer, failure) -> repeated.cancel(false));
    }

    /** Adds a client that waits for the answer; returns false if all have left. */
    synchronized boolean join() {
      if (isWanted()) {
        clients++;
        return true;
      }
      return false;
    }

    /** Removes a client. Stops the study if nobody waits for its answer any more. */
    void leave() {
      synchronized (this) {
        clients--;
      }
      stopIfLeft();
    }

    private void stopIfLeft() {
      if (!isWanted()) {
        stop(new CancellationException("all clients have left"));
      }
    }

    private synchronized boolean isWanted() {
      return clients > 0;
    }

    /**
     * Begins the study, or lets it wait.
     *
     * @throws Problem if too many wait already; then it never ends
     */
    void begin(Duration deadline) throws Problem {
      unfinished.add(this);
      try {
        workers.execute(task);
      } catch (RejectedExecutionException e) {
        boolean hasEnded = !unfinished.remove(this);
        if (hasEnded) {
          return;
        }
        throw workers.isShutdown() ? stopping() : busy();
      }
      whenEnded((answer, failure) -> unfinished.remove(this));
      stopIfLeft();
      ScheduledFuture<?> late =
          clock.schedule(() -> stop(late(deadline)), deadline.toMillis(), TimeUnit.MILLISECONDS);
      whenEnded((answer, failure) -> late.cancel(false));
    }

    private void stop(Throwable reason) {
      if (unfinished.remove(this) && end.completeExceptionally(reason)) {
        workers.remove(task);
        task.cancel(true);
      }
    }
  }

  /** Returns a study that has not begun. */
  Job job(Study.Work work) {
    return new Job(work);
  }

  private Problem busy() {
    return new Problem(
        Kind.BUSY,
        "%s questions are being answered and %s wait, ask again in a second"
            .formatted(limits.studies(), limits.waiting()));
  }

  static Problem stopping() {
    return new Problem(Kind.STOPPING, "the server is stopping, ask again later");
  }

  private static Problem late(Duration deadline) {
    return new Problem(
        Kind.LATE, "no answer within %s s; ask for less".formatted(deadline.toSeconds()));
  }

  /** Returns the number of questions that wait. */
  int waiting() {
    return workers.getQueue().size();
  }

  /** Returns the number of studies that run. */
  int running() {
    return workers.getActiveCount();
  }

  /** Accepts no new work, gives what is there some time, and stops the rest. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      workers.awaitTermination(limits.stopping().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unfinished.forEach(job -> job.stop(stopping()));
    clock.shutdownNow();
  }
}
