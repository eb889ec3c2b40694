package dev.skytally.atlas;

import dev.skytally.WorldResult;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.atlas.output.DayFacts;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.store.Store;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.selection.ElementChoice;
import dev.skytally.selection.SelectionException;
import dev.skytally.selection.SelectionQuestion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Selects the satellites of each day and their element sets, and stores them before any piece is
 * counted. So all pieces of a day count the same satellites, even if the archive grows meanwhile.
 */
final class Days {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration REACH = Duration.ofDays(ElementSet.OLDEST_DAYS);

  private final Plan plan;
  private final Store store;
  private final Optional<SnapshotArchive> archive;

  private Days(Plan plan, Store store, Optional<SnapshotArchive> archive) {
    this.plan = plan;
    this.store = store;
    this.archive = archive;
  }

  /**
   * Stores all days that are not stored yet, and returns the facts about all of them.
   *
   * @param file the file of the plan; a relative name of an archive begins at its folder
   */
  static List<DayFacts> store(Plan plan, Store store, Path file)
      throws IOException, AtlasException {
    Optional<Path> path = plan.archive().map(file::resolveSibling);
    if (path.isPresent() && !Files.isDirectory(path.get())) {
      throw new AtlasException(
          "archive %s is not a folder: give one that skytally archive import made"
              .formatted(path.get()));
    }
    return new Days(plan, store, path.map(SnapshotArchive::open)).store();
  }

  private List<DayFacts> store() throws IOException, AtlasException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<DayFacts>> facts = new ArrayList<>();
      for (long i = 0; i < plan.days(); i++) {
        LocalDate day = plan.firstDay().plusDays(i);
        facts.add(workers.submit(() -> store(day)));
      }
      List<DayFacts> days = new ArrayList<>();
      for (Future<DayFacts> day : facts) {
        days.add(day.get());
      }
      return days;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while selecting satellites", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      if (e.getCause() instanceof AtlasException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private DayFacts store(LocalDate day) throws IOException, AtlasException {
    Optional<InputStream> stored = store.unsealed(Work.dayFile(day));
    if (stored.isPresent()) {
      return DayFacts.of(day, WorldResult.readFrom(stored.get()).constellation());
    }
    WorldGrid place = plan.grid().window(plan.grid().firstRow(), 1, plan.grid().firstColumn(), 1);
    WorldResult result = Work.study(plan, select(day), place, day).every(DAY).run();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    result.writeTo(bytes);
    store.seal(Work.dayFile(day), bytes.toByteArray());
    return DayFacts.of(day, result.constellation());
  }

  private Constellation select(LocalDate day) throws IOException, AtlasException {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant noon = start.plus(DAY.dividedBy(2));
    ElementChoice choice =
        archive.isPresent()
            ? ElementChoice.of(archive.get().nearest(noon, REACH), true)
            : ElementChoice.of(BundledSnapshots.load(BundledSnapshots.nearest(day)), true);
    try {
      return SelectionQuestion.over(DAY)
          .from(start)
          .wanting(date -> ConstellationSelection.on(date).systems(plan.systems()))
          .of(choice)
          .constellation();
    } catch (SelectionException e) {
      throw new AtlasException(
          "%s: %s; give an archive with element sets near that day".formatted(day, e.getMessage()));
    }
  }
}
