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
  private static final Duration REPLYING = Duration.ofSeconds(1);

  private final Limits limits;
  private final ThreadPoolExecutor workers;
  private final Set<Job> unfinished = ConcurrentHashMap.newKeySet();
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

    /** Stops the study because nobody waits for its answer any more. */
    void leave() {
      stop(new CancellationException("the client has left"));
    }

    private void stop(Throwable reason) {
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
  Job begin(Study.Work work, Duration deadline) throws Problem {
    Job job = new Job(work);
    unfinished.add(job);
    job.whenEnded((answer, failure) -> unfinished.remove(job));
    try {
      workers.execute(job.task);
    } catch (RejectedExecutionException e) {
      Problem problem = workers.isShutdown() ? stopping() : busy();
      job.stop(problem);
      throw problem;
    }
    ScheduledFuture<?> late =
        clock.schedule(() -> job.stop(late(deadline)), deadline.toMillis(), TimeUnit.MILLISECONDS);
    job.whenEnded((answer, failure) -> late.cancel(false));
    return job;
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
    await(limits.stopping());
    unfinished.forEach(job -> job.stop(stopping()));
    // Their threads reply.
    await(REPLYING);
    clock.shutdownNow();
  }

  private void await(Duration most) {
    try {
      workers.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
