package example;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.site.WorldCapitals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the same study in eight threads and cancels four of them once they have begun. */
final class Threads {
  private Threads() {}

  public static void main(String[] arguments) throws Exception {
    var day = LocalDate.of(2026, 10, 6);
    var start = Instant.parse("2026-10-06T00:00:00Z");
    var constellation =
        ConstellationSelection.on(day).from(BundledSnapshots.load(day), start.plusSeconds(43_200));
    var study = VisibilityStudy.of(constellation).at(WorldCapitals.all()).threads(1);
    var oneDay = study.over(start, Duration.ofDays(1));
    var year = study.over(start, Duration.ofDays(365));

    ExecutorService executor = Executors.newFixedThreadPool(8);
    List<Future<StudyResult>> kept = new ArrayList<>();
    List<Future<StudyResult>> cancelled = new ArrayList<>();
    var begun = new CountDownLatch(4);
    var stopped = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      kept.add(executor.submit(oneDay::run));
      cancelled.add(
          executor.submit(
              () -> {
                begun.countDown();
                try {
                  return year.run();
                } catch (CancellationException e) {
                  stopped.incrementAndGet();
                  throw e;
                }
              }));
    }
    begun.await();
    cancelled.forEach(future -> future.cancel(true));
    var answers = new HashSet<StudyResult>();
    for (var future : kept) {
      answers.add(future.get());
    }
    executor.shutdown();
    System.out.println("all threads ended: " + executor.awaitTermination(1, TimeUnit.MINUTES));
    System.out.println("cancelled studies: " + stopped);
    System.out.println("different answers: " + answers.size());
  }
}
