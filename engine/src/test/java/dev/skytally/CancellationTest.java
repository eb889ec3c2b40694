package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.WorldCapitals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a study that runs is followed, stopped and given threads. */
class CancellationTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  private static final Constellation CONSTELLATION =
      ConstellationSelection.on(DAY)
          .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), START);

  /** On one thread, as how much the asking one does is otherwise a matter of luck. */
  private static final VisibilityStudy CAPITALS =
      VisibilityStudy.of(CONSTELLATION)
          .at(WorldCapitals.all())
          .over(START, Duration.ofDays(1))
          .threads(1);

  private static final WorldStudy WORLD =
      WorldStudy.of(CONSTELLATION)
          .on(WorldGrid.cells(5))
          .over(START, Duration.ofDays(1))
          .every(Duration.ofMinutes(10))
          .threads(1);

  /** A study, with its progress; every kind of question. */
  interface Question {
    void ask(DoubleConsumer progress);
  }

  static Stream<Question> questions() {
    return Stream.of(
        progress -> CAPITALS.reporting(progress).run(),
        progress -> CAPITALS.reporting(progress).passes(),
        progress -> CAPITALS.reporting(progress).record(),
        progress -> CAPITALS.reporting(progress).dilution(Duration.ofMinutes(10)),
        progress -> CAPITALS.reporting(progress).skies(Duration.ofHours(1)),
        progress -> WORLD.reporting(progress).run());
  }

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aDayIsReportedInAtLeastTwentyGrowingSteps(Question question) {
    List<Double> parts = new ArrayList<>();
    question.ask(parts::add);
    assertTrue(parts.size() >= 20, () -> parts.toString());
    assertEquals(parts.stream().sorted().toList(), parts);
    assertEquals(1, parts.get(parts.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anInterruptedStudyIsCancelledAndItsThreadStaysInterrupted(Question question) {
    List<Double> parts = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () ->
            question.ask(
                part -> {
                  parts.add(part);
                  Thread.currentThread().interrupt();
                }));
    assertTrue(Thread.currentThread().isInterrupted());
    assertEquals(1, parts.size(), parts::toString);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anExceptionOfTheReceiverEndsTheStudyAndReachesTheCaller(Question question) {
    IllegalStateException thrown = new IllegalStateException("made up");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                question.ask(
                    part -> {
                      throw thrown;
                    })));
  }

  @Test
  void aCallersExecutorDoesTheWorkWithTheSameAnswer() {
    Set<String> names = Collections.synchronizedSet(new HashSet<>());
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    StudyResult expected = CAPITALS.threads(1).run();
    StudyResult result =
        CAPITALS
            .threads(3)
            .on(
                task -> {
                  Thread thread = new Thread(task, "of the caller");
                  names.add(thread.getName());
                  threads.add(thread);
                  thread.start();
                })
            .run();
    assertEquals(Set.of("of the caller"), names);
    assertFalse(threads.isEmpty());
    assertEquals(expected.tallies().size(), result.tallies().size());
    for (int i = 0; i < expected.tallies().size(); i++) {
      assertEquals(
          expected.tallies().get(i).inView(GnssSystem.BDS),
          result.tallies().get(i).inView(GnssSystem.BDS));
    }
  }

  @Test
  void studiesMayRunOnEveryThreadOfTheirOwnExecutor() {
    ForkJoinPool pool = new ForkJoinPool(2);
    try {
      List<ForkJoinTask<StudyResult>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        tasks.add(pool.submit(() -> CAPITALS.threads(4).on(pool).run()));
      }
      for (ForkJoinTask<StudyResult> task : tasks) {
        assertEquals(195, task.join().tallies().size());
      }
    } finally {
      pool.shutdown();
    }
  }
}
