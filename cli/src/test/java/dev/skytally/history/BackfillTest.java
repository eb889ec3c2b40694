package dev.skytally.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.ElementPool;
import dev.skytally.input.InputFormatException;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final RunSetting SETTING =
      new RunSetting(
          List.of(GnssSystem.GPS, GnssSystem.BDS),
          StatusFilter.OPERATIONAL,
          0,
          false,
          "one",
          List.of(GroundSite.ofDegrees("Quito", -0.2, -78.5, 2850)));

  private static final String G11 = "GPS BIII-5  (PRN 11)";

  @TempDir Path folder;

  private static Backfill backfill(HistoryFile history, int threads) {
    return backfill(history, threads, List.of());
  }

  /** Returns a pool of some files and the bundled snapshots. */
  private static Backfill backfill(HistoryFile history, int threads, List<Path> files) {
    ElementPool pool = ElementPool.of(Optional.empty(), files);
    return new Backfill(history, SETTING, pool, "1.0", threads, CLOCK);
  }

  private HistoryFile open(String name) throws IOException {
    return HistoryFile.open(folder.resolve(name));
  }

  private static Backfill.Outcome outcome(int stored, int known) {
    return new Backfill.Outcome(stored, known, List.of());
  }

  /** The days of the median epochs are those before the dates that the snapshots are named by. */
  @Test
  void whatIsStoredIsNotComputedAgain() throws IOException {
    List<ElementsSource> sources = TestElements.bundled(folder.resolve("elements"));
    try (HistoryFile history = open("history")) {
      assertEquals(outcome(2, 0), backfill(history, 2).run(sources.subList(0, 2), part -> {}));
      assertEquals(outcome(2, 2), backfill(history, 2).run(sources, part -> {}));
      assertEquals(outcome(0, 4), backfill(history, 2).run(sources, part -> {}));
      assertEquals(
          List.of("2020-11-30", "2022-06-15", "2024-09-21", "2026-10-05"),
          history.runs(SETTING).stream().map(run -> run.day().toString()).toList());
    }
  }

  @Test
  void fewRunsHaveTheEventsOfAll() throws IOException, SQLException {
    List<ElementsSource> sources = TestElements.bundled(folder.resolve("elements"));
    try (HistoryFile history = open("history")) {
      backfill(history, 2).run(sources, part -> {});
      // C20 is missing from one run and has no row in the next, G05 lacks one run, G06 is missing
      // from one, and
      // nobody has heard of G07 before the last.
      sql(
          "UPDATE run_satellite SET missing = 'not_in_source', missing_detail = '', counted = 0"
              + " WHERE (run = 2 AND norad = 43002) OR (run = 3 AND norad = 39741)");
      sql("DELETE FROM run_satellite WHERE run = 3 AND norad IN (35752, 43002)");
      sql("DELETE FROM run_satellite WHERE run < 4 AND norad = 32711");
      List<StoredRun> runs = history.runs(SETTING);
      Set<Event.Kind> kinds = EnumSet.noneOf(Event.Kind.class);
      for (int i = 1; i < runs.size(); i++) {
        List<StoredRun> few = new ArrayList<>(history.before(SETTING, runs.get(i - 1).snapshot()));
        assertEquals(runs.get(i - 1), few.get(few.size() - 1));
        few.add(runs.get(i));
        List<Event> events = EventFinder.ofLast(runs.subList(0, i + 1));
        assertEquals(events, EventFinder.ofLast(few));
        events.forEach(event -> kinds.add(event.kind()));
      }
      assertTrue(
          kinds.containsAll(Set.of(Event.Kind.LOST, Event.Kind.FOUND, Event.Kind.APPEARED)),
          kinds::toString);
    }
  }

  private void sql(String statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    }
  }

  @Test
  void threadsDoNotChangeTheHistory() throws IOException {
    List<ElementsSource> sources = TestElements.bundled(folder.resolve("elements"));
    try (HistoryFile one = open("one");
        HistoryFile three = open("three")) {
      backfill(one, 1).run(sources, part -> {});
      backfill(three, 3).run(sources, part -> {});
      assertEquals(one.runs(SETTING), three.runs(SETTING));
      assertEquals(one.days(SETTING, 0), three.days(SETTING, 0));
    }
  }

  @Test
  void stoppedBackfillGoesOnWhereItWas() throws IOException {
    List<ElementsSource> sources = TestElements.bundled(folder.resolve("elements"));
    try (HistoryFile history = open("history")) {
      AtomicInteger reports = new AtomicInteger();
      assertThrows(
          IOException.class,
          () ->
              backfill(history, 1)
                  .run(
                      sources,
                      part -> {
                        if (reports.incrementAndGet() == 2) {
                          Thread.currentThread().interrupt();
                        }
                      }));
      assertTrue(Thread.interrupted());
      assertEquals(outcome(2, 2), backfill(history, 1).run(sources, part -> {}));
    }
  }

  @Test
  void progressEndsWhereTheJobDoes() throws IOException {
    List<ElementsSource> sources = TestElements.bundled(folder.resolve("elements"));
    List<Double> parts = new ArrayList<>();
    try (HistoryFile history = open("history")) {
      backfill(history, 2).run(sources, parts::add);
    }
    assertEquals(List.of(0.25, 0.5, 0.75, 1.0), parts);
  }

  @Test
  void oneBadFileSpoilsNoOther() throws IOException {
    Path elements = TestElements.writeBundled(folder.resolve("elements"));
    Files.writeString(elements.resolve("2021.tle"), "<html>not today</html>\n");
    try (HistoryFile history = open("history")) {
      Backfill.Outcome outcome = backfill(history, 2).run(ElementsSource.of(elements), part -> {});
      assertEquals(4, outcome.stored());
      assertEquals(1, outcome.problems().size());
      assertTrue(outcome.problems().get(0).contains("2021.tle"), outcome.problems().get(0));
    }
  }

  @Test
  void snapshotThatWasCutShortIsNoRun() throws IOException {
    List<String> lines = TestElements.text("2026-10-06").lines().toList();
    Path file = Files.write(folder.resolve("cut.tle"), lines.subList(0, 300));
    try (HistoryFile history = open("history")) {
      assertEquals(
          new Backfill.Outcome(
              0,
              0,
              List.of(
                  "only 8 of 37 BeiDou satellites that should count have element sets in cut.tle,"
                      + " less than half")),
          backfill(history, 1).run(ElementsSource.of(file), part -> {}));
    }
  }

  @Test
  void snapshotOfWhichMoreThanATenthIsDamagedIsNoRun() throws IOException {
    List<String> lines = new ArrayList<>(TestElements.text("2026-10-06").lines().toList());
    for (int i = 1; i < lines.size(); i += 15) {
      lines.set(i, lines.get(i).replace(' ', '7'));
    }
    Path file = Files.write(folder.resolve("damaged.tle"), lines);
    try (HistoryFile history = open("history")) {
      Backfill.Outcome outcome = backfill(history, 1).run(ElementsSource.of(file), part -> {});
      assertEquals(0, outcome.stored());
      assertEquals(1, outcome.problems().size());
      assertTrue(
          outcome.problems().get(0).contains("are damaged, more than a tenth; the first: "),
          outcome.problems().get(0));
    }
  }

  @Test
  void snapshotWithoutOneOfTheSystemsIsNoRun() throws IOException {
    String text = TestElements.text("2022-06-16");
    List<String> lines = text.lines().toList();
    StringBuilder beidou = new StringBuilder();
    for (int i = 0; i + 2 < lines.size(); i += 3) {
      if (lines.get(i).contains("BEIDOU")) {
        beidou.append(String.join("\n", lines.subList(i, i + 3))).append('\n');
      }
    }
    Path file = Files.writeString(folder.resolve("beidou.tle"), beidou);
    try (HistoryFile history = open("history")) {
      assertEquals(
          new Backfill.Outcome(
              0, 0, List.of("beidou.tle: holds no satellite of GPS with status operational")),
          backfill(history, 1).run(ElementsSource.of(file), part -> {}));
    }
  }

  /** The newest bundled snapshot without the satellites of some names, its epochs moved. */
  private Path moved(String name, double days, String... without) throws IOException {
    Path file = folder.resolve("elements").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, TestElements.moved(days, title -> !List.of(without).contains(title.strip())));
  }

  private StoredRun onlyRun(HistoryFile history) throws IOException {
    List<StoredRun> runs = history.runs(SETTING);
    assertEquals(1, runs.size());
    return runs.get(0);
  }

  @Test
  void filledRunIsNotReplacedByOneThatLacksWhatFilledIt() throws IOException {
    Path lacking = moved("lacking.tle", 300, G11);
    Path whole = moved("whole.tle", 290);
    try (HistoryFile history = open("history")) {
      backfill(history, 1, List.of(whole)).run(ElementsSource.of(lacking), part -> {});
      assertFalse(onlyRun(history).isIncomplete());
      backfill(history, 1).run(ElementsSource.of(lacking), part -> {});
      assertFalse(onlyRun(history).isIncomplete());
    }
  }

  @Test
  void gapIsFilledByTheNearestElementSetWithinTheGreatestAge() throws IOException {
    // Both days are more than half a year after the bundled element sets, one by the other is not.
    Path lacking = moved("lacking.tle", 300, G11);
    Path whole = moved("whole.tle", 290);
    try (HistoryFile history = open("history")) {
      assertEquals(outcome(1, 0), backfill(history, 1).run(ElementsSource.of(lacking), part -> {}));
      StoredRun incomplete = onlyRun(history);
      assertEquals(
          List.of("G11 (48859), operational, does not count: no element set in lacking.tle"),
          Missing.sentences(incomplete.missing()));
      assertEquals(List.of(), incomplete.filled());
      assertEquals(outcome(0, 1), backfill(history, 1).run(ElementsSource.of(lacking), part -> {}));

      Backfill filling = backfill(history, 1, List.of(lacking, whole));
      assertEquals(outcome(1, 0), filling.run(ElementsSource.of(lacking), part -> {}));
      StoredRun filled = onlyRun(history);
      assertFalse(filled.isIncomplete());
      assertEquals(incomplete.counted(GnssSystem.GPS) + 1, filled.counted(GnssSystem.GPS));
      SatelliteState g11 = filled.filled().get(0);
      assertEquals("whole.tle", g11.fill().orElseThrow().snapshot());
      assertEquals(48859, g11.catalogNumber());
      assertEquals(outcome(0, 1), filling.run(ElementsSource.of(lacking), part -> {}));
    }
  }

  @Test
  void satelliteThatTheSnapshotCannotFlyIsFlownByTheNextNearestElementSetThatCan()
      throws IOException {
    int g11 = 48859;
    Path own = write("own.tle", TestElements.unflyable(TestElements.moved(300), g11));
    Path near = write("near.tle", TestElements.unflyable(TestElements.moved(299), g11));
    Path whole = moved("whole.tle", 290);
    try (HistoryFile history = open("history")) {
      Backfill filling = backfill(history, 1, List.of(own, near, whole));
      assertEquals(outcome(1, 0), filling.run(ElementsSource.of(own), part -> {}));
      StoredRun run = onlyRun(history);
      assertEquals(List.of(), run.missing());
      assertEquals("whole.tle", run.filled().get(0).fill().orElseThrow().snapshot());
      assertEquals(g11, run.filled().get(0).catalogNumber());
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void emptyFolderIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThrows(InputFormatException.class, () -> ElementsSource.of(empty));
  }
}
