package dev.skytally.history;

import dev.skytally.archive.ElementPool;
import dev.skytally.input.InputFormatException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/**
 * Computes and stores the runs of many snapshots, several at once. It skips stored runs, so a
 * backfill that was stopped continues where it was. It computes an incomplete run again once there
 * are element sets to fill its gaps.
 *
 * <p>How it works: each thread computes whole runs, so that threads never wait for each other. The
 * caller's thread stores them one by one in the order of the sources. Only a few runs are computed
 * in advance, so memory does not grow with their number.
 */
public final class Backfill {
  private static final int AHEAD_PER_THREAD = 4;

  private final HistoryFile history;
  private final RunSetting setting;
  private final ElementPool pool;
  private final String programVersion;
  private final int threads;
  private final Clock clock;

  /**
   * Creates a backfill of one setting.
   *
   * @param pool the element sets that fill gaps
   * @param threads the number of runs that are computed at once
   */
  public Backfill(
      HistoryFile history,
      RunSetting setting,
      ElementPool pool,
      String programVersion,
      int threads,
      Clock clock) {
    this.history = history;
    this.setting = setting;
    this.pool = pool;
    this.programVersion = programVersion;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * The outcome of a backfill.
   *
   * @param stored the number of new runs
   * @param known the number of runs that were already there
   * @param problems one line for each source without a run
   */
  public record Outcome(int stored, int known, List<String> problems) {}

  /**
   * Runs to the end, or until the thread is interrupted. Runs that were stored by then stay.
   *
   * @param progress receives the finished part, 0 to 1
   */
  public Outcome run(List<ElementsSource> sources, DoubleConsumer progress) throws IOException {
    Map<String, Boolean> done = history.snapshots(setting, programVersion);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return store(sources.iterator(), sources.size(), done, workers, progress);
    } finally {
      workers.shutdownNow();
    }
  }

  private Outcome store(
      Iterator<ElementsSource> sources,
      int count,
      Map<String, Boolean> done,
      ExecutorService workers,
      DoubleConsumer progress)
      throws IOException {
    Queue<Future<Optional<Run>>> ahead = new ArrayDeque<>();
    List<String> problems = new ArrayList<>();
    int stored = 0;
    for (int finished = 0; finished < count; finished++) {
      while (sources.hasNext() && ahead.size() < AHEAD_PER_THREAD * threads) {
        ElementsSource source = sources.next();
        ahead.add(workers.submit(() -> compute(source, done)));
      }
      try {
        Optional<Run> run = result(ahead.remove());
        if (run.isPresent() && history.store(run.get(), programVersion, clock.instant())) {
          stored++;
        }
      } catch (InputFormatException | NoSatelliteException e) {
        problems.add(e.getMessage());
      }
      progress.accept((finished + 1.0) / count);
    }
    return new Outcome(stored, count - stored - problems.size(), problems);
  }

  /** Computes a run; returns empty if it is already stored. */
  private Optional<Run> compute(ElementsSource source, Map<String, Boolean> done)
      throws IOException {
    ElementsSource.Content content = source.read();
    if (done.getOrDefault(content.sha256(), false)) {
      return Optional.empty();
    }
    FilledElements elements = source.fill(content, setting, pool);
    return done.containsKey(elements.facts().sha256())
        ? Optional.empty()
        : Optional.of(Run.compute(elements, setting, 1));
  }

  private static <T> T result(Future<T> future) throws IOException {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped before the end; the runs stored so far are kept", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
