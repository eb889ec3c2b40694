package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);

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

  /** One study. It ends once: with its answer, a failure or a reason to stop it. */
  final class Job {
    private final CompletableFuture<Answer> end = new CompletableFuture<>();
    private final FutureTask<Void> task;

    private Job(Callable<Answer> work) {
      task =
          new FutureTask<>(
              () -> {
                try {
                  end.complete(work.call());
                } catch (Throwable e) {
                  end.completeExceptionally(e);
                }
                return null;
              });
    }

    boolean hasEnded() {
      return end.isDone();
    }

    /** Gives the answer or the failure to an action, when the study has ended. */
    void whenEnded(BiConsumer<? super Answer, ? super Throwable> action) {
      CompletableFuture<Answer> unused = end.whenComplete(action);
    }

    /** Stops the study for a reason, unless it has ended. */
    void stop(Throwable reason) {
      if (end.completeExceptionally(reason)) {
        workers.remove(task);
        task.cancel(true);
      }
    }
  }

  /**
   * Begins a study, or lets it wait.
   *
   * @throws Problem if too many wait already
   */
  Job begin(Callable<Answer> work) throws Problem {
    Job job = new Job(work);
    try {
      workers.execute(job.task);
    } catch (RejectedExecutionException e) {
      throw workers.isShutdown()
          ? new Problem(Kind.STOPPING, "the server is stopping, ask again later")
          : new Problem(
              Kind.BUSY,
              "%s questions are being answered and %s wait, ask again in a second"
                  .formatted(limits.studies(), limits.waiting()));
    }
    ScheduledFuture<?> deadline =
        clock.schedule(() -> job.stop(late()), limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
    job.whenEnded((answer, problem) -> deadline.cancel(false));
    return job;
  }

  private Problem late() {
    return new Problem(
        Kind.LATE,
        "no answer within %s s; ask for less, or again later"
            .formatted(limits.deadline().toSeconds()));
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
      if (!workers.awaitTermination(limits.stopping().toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
    clock.shutdownNow();
  }
}
