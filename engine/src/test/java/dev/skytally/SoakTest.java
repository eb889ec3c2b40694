package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import dev.skytally.visibility.Sky;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many threads ask many questions, and cancel some at random, with little memory. Runs with {@code
 * -Psoak}, until each thread has asked {@link #STUDIES} questions.
 */
@Tag("soak")
class SoakTest {
  private static final int THREADS = 8;
  private static final int STUDIES = 10_000;
  private static final int CANCELLED_OF_TEN = 2;
  private static final double FLAT = 1.05;
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  private static final Constellation CONSTELLATION =
      ConstellationSelection.on(DAY)
          .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), START);

  /** A question, with its progress and the executor of its threads. */
  private interface Question {
    Object ask(DoubleConsumer progress, ExecutorService executor);
  }

  private static VisibilityStudy study(int sites, int threads) {
    return VisibilityStudy.of(CONSTELLATION)
        .at(WorldCapitals.all().subList(0, sites))
        .above(ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0)))
        .over(START, Duration.ofHours(3))
        .threads(threads);
  }

  private static List<Question> questions() {
    WorldStudy world =
        WorldStudy.of(CONSTELLATION)
            .on(WorldGrid.cells(5))
            .over(START, Duration.ofHours(3))
            .every(Duration.ofHours(1));
    return List.of(
        (progress, executor) -> study(5, 1).reporting(progress).run(),
        (progress, executor) -> study(9, 2).reporting(progress).run(),
        (progress, executor) -> study(9, 3).on(executor).reporting(progress).run(),
        (progress, executor) -> study(3, 2).on(executor).reporting(progress).passes(),
        (progress, executor) -> study(3, 2).reporting(progress).record().timelines(),
        (progress, executor) ->
            study(4, 2).reporting(progress).dilution(Duration.ofMinutes(30)).ties().size(),
        (progress, executor) -> {
          List<Sky> skies = new ArrayList<>();
          study(3, 2).reporting(progress).skies(Duration.ofHours(1), skies::add);
          return skies;
        },
        (progress, executor) -> world.threads(2).reporting(progress).run());
  }

  private static final class Tally {
    final AtomicInteger finished = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();
  }

  private static Void ask(
      int seed,
      List<Question> questions,
      List<Object> answers,
      ExecutorService executor,
      Tally tally) {
    Random random = new Random(seed);
    for (int i = 0; i < STUDIES; i++) {
      int which = random.nextInt(questions.size());
      boolean isToBeCancelled = random.nextInt(10) < CANCELLED_OF_TEN;
      double cancelledAt = random.nextDouble();
      try {
        Object answer =
            questions
                .get(which)
                .ask(
                    part -> {
                      if (isToBeCancelled && part >= cancelledAt) {
                        Thread.currentThread().interrupt();
                      }
                    },
                    executor);
        assertEquals(answers.get(which), answer);
        tally.finished.incrementAndGet();
      } catch (CancellationException e) {
        assertTrue(isToBeCancelled);
        tally.cancelled.incrementAndGet();
      }
      // A study that was finished before the interruption leaves it to its caller.
      Thread.interrupted();
    }
    return null;
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void manyCancelledStudiesLeaveNothingBehind() throws Exception {
    List<Question> questions = questions();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    ExecutorService askers = Executors.newFixedThreadPool(THREADS);
    List<Object> answers = questions.stream().map(one -> one.ask(part -> {}, executor)).toList();
    Tally tally = new Tally();
    List<Long> used = new ArrayList<>();
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    List<Callable<Void>> asking = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int seed = thread;
      asking.add(() -> ask(seed, questions, answers, executor, tally));
    }
    List<Future<Void>> asked = new ArrayList<>();
    asking.forEach(one -> asked.add(askers.submit(one)));
    askers.shutdown();
    while (!askers.awaitTermination(20, TimeUnit.SECONDS)) {
      used.add(usedBytes());
    }
    for (Future<Void> one : asked) {
      one.get();
    }
    executor.shutdown();
    assertTrue(executor.awaitTermination(1, TimeUnit.MINUTES));
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    for (Thread thread : left) {
      // A pool ends its threads without waiting for them.
      thread.join(1_000);
      assertFalse(thread.isAlive(), thread::toString);
    }
    System.out.printf(
        "soak: %d finished, %d cancelled; MB after collection: %s%n",
        tally.finished.get(),
        tally.cancelled.get(),
        used.stream().map(bytes -> Math.round(bytes / 1e5) / 10.0).toList());
    assertEquals(THREADS * STUDIES, tally.finished.get() + tally.cancelled.get());
    assertTrue(tally.cancelled.get() > THREADS * STUDIES / 20, tally.cancelled::toString);
    assertFlat(used);
  }

  /** While studies run, some of the heap is in use, so medians of a half are compared. */
  private static void assertFlat(List<Long> used) {
    int half = used.size() / 2;
    double early = median(used.subList(used.size() / 5, half));
    double late = median(used.subList(half, used.size()));
    assertTrue(late < early * FLAT, () -> early + " to " + late + " bytes");
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
