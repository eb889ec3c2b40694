package dev.skytally.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final RunSetting SETTING =
      new RunSetting(
          List.of(GnssSystem.GPS, GnssSystem.BDS),
          StatusFilter.OPERATIONAL,
          5,
          false,
          "two",
          List.of(
              GroundSite.ofDegrees("Quito", -0.2, -78.5, 2850).inCountry("Ecuador", "EC"),
              GroundSite.ofDegrees("Pole", 90, 0, 0)));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("a history?.sqlite");
  }

  private static Run run(int year, int month, int day) throws IOException {
    LocalDate date = LocalDate.of(year, month, day);
    Snapshot snapshot = BundledSnapshots.load(date);
    SnapshotFacts facts = SnapshotFacts.of(snapshot, "digest of " + date);
    return Run.compute(new FilledElements(facts, snapshot, Map.of()), SETTING, 1);
  }

  private static Run run2020() throws IOException {
    return run(2020, 12, 1);
  }

  private static Run run2022() throws IOException {
    return run(2022, 6, 16);
  }

  /** Another program's way in. */
  private void sql(String statement) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        Statement any = other.createStatement()) {
      any.executeUpdate(statement);
    }
  }

  private int count(String table) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        Statement any = other.createStatement();
        ResultSet rows = any.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void whatIsStoredIsReadBackToTheLastBit() throws IOException {
    Run run = run2020();
    try (HistoryFile history = HistoryFile.open(file)) {
      assertTrue(history.store(run, "1.0", NOW));
    }
    try (HistoryFile history = HistoryFile.openExisting(file)) {
      assertEquals(List.of(SETTING.systems()), systems(history.settings()));
      StoredRun stored = history.runs(SETTING).get(0);
      assertEquals(run.start(), stored.start());
      assertEquals("1.0", stored.programVersion());
      assertEquals(NOW, stored.computedAt());
      assertEquals(run.snapshot().label(), stored.snapshot().label());
      assertEquals(30, stored.counted(GnssSystem.GPS));
      assertEquals(
          List.copyOf(run.satellites()).stream()
              .map(SatelliteState::catalogNumber)
              .sorted()
              .toList(),
          stored.satellites().stream().map(SatelliteState::catalogNumber).toList());
      for (int site = 0; site < SETTING.sites().size(); site++) {
        SiteTally tally = run.tallies().get(site);
        SiteDay day = history.days(SETTING, site).get(0);
        assertEquals(LocalDate.of(2020, 11, 30), day.day());
        for (GnssSystem system : SETTING.systems()) {
          SiteDay.InView seen = day.inView().get(system);
          assertEquals(tally.inView(system).max(), seen.max());
          assertEquals(tally.inView(system).mean(), seen.mean());
          assertEquals(tally.inView(system).min(), seen.min());
          assertEquals(tally.shareAheadOfAll(system), seen.shareAhead());
        }
        for (Metric metric : Metric.values()) {
          assertEquals(tally.leader(metric), day.leaders().get(metric));
        }
      }
      assertEquals(List.of(), HistoryFile.verify(file));
    }
  }

  private static List<List<GnssSystem>> systems(List<RunSetting> settings) {
    return settings.stream().map(RunSetting::systems).toList();
  }

  /** SQLite would write the log of a killed process into any file beside it. */
  @Test
  void theLogOfADeletedHistoryDoesNotComeBack() throws IOException {
    Path log = folder.resolve(file.getFileName() + "-wal");
    Path kept = folder.resolve("kept");
    try (HistoryFile history = HistoryFile.open(file)) {
      assertTrue(history.store(run2020(), "1.0", NOW));
      Files.copy(log, kept);
    }
    Files.delete(file);
    Files.copy(kept, log);
    try (HistoryFile history = HistoryFile.open(file)) {
      assertEquals(List.of(), history.settings());
    }
    assertEquals(List.of(), HistoryFile.verify(file));
  }

  @Test
  void runIsStoredOnceAVersion() throws IOException {
    Run run = run2020();
    try (HistoryFile history = HistoryFile.open(file)) {
      assertTrue(history.store(run, "1.0", NOW));
      assertFalse(history.store(run, "1.0", NOW));
      assertTrue(history.store(run, "2.0", NOW));
      assertEquals("2.0", history.runs(SETTING).get(0).programVersion());
      assertEquals(1, history.runs(SETTING).size());
      assertEquals(Optional.empty(), history.find(SETTING, "another", "1.0"));
    }
  }

  @Test
  void sidesThatChangedAreThoseWithAnotherLeader() throws IOException {
    Run before = run2020();
    Run after = run2022();
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(before, "1.0", NOW);
      history.store(after, "1.0", NOW);
      List<StoredRun> runs = history.runs(SETTING);
      for (Metric metric : Metric.values()) {
        List<String> changed = new ArrayList<>();
        for (int site = 0; site < 2; site++) {
          if (!before
              .tallies()
              .get(site)
              .leader(metric)
              .equals(after.tallies().get(site).leader(metric))) {
            changed.add(SETTING.sites().get(site).name());
          }
        }
        assertEquals(
            changed,
            history.sideChanges(runs.get(0), runs.get(1), metric).stream()
                .map(change -> change.site().name())
                .toList());
      }
    }
  }

  @Test
  void failureWithinARunLeavesNothingOfIt() throws IOException, SQLException {
    Run run = run2020();
    try (HistoryFile history = HistoryFile.open(file)) {
      sql(
          "CREATE TRIGGER no_more BEFORE INSERT ON in_view WHEN NEW.system = 'BDS'"
              + " BEGIN SELECT RAISE(ABORT, 'enough'); END");
      assertThrows(HistoryException.class, () -> history.store(run, "1.0", NOW));
      for (String table :
          List.of("run", "result", "in_view", "snapshot", "site", "run_satellite")) {
        assertEquals(0, count(table), table);
      }
      sql("DROP TRIGGER no_more");
      assertTrue(history.store(run, "1.0", NOW));
      assertEquals(List.of(), HistoryFile.verify(file));
    }
  }

  @Test
  void olderSchemaIsBroughtUpToDateAndItsRunsAreKept() throws IOException, SQLException {
    for (int version = 1; version <= Schema.CURRENT.steps().size(); version++) {
      file = folder.resolve("version-" + version + ".sqlite");
      Schema old = new Schema(Schema.CURRENT.steps().subList(0, version));
      try (HistoryFile history = HistoryFile.open(file, old)) {
        assertEquals(List.of(), history.settings());
      }
      try (HistoryFile history = HistoryFile.open(file)) {
        assertTrue(history.store(run2020(), "1.0", NOW));
      }
    }
    List<String> steps = new ArrayList<>(Schema.CURRENT.steps());
    steps.add("ALTER TABLE run ADD COLUMN remark TEXT; UPDATE run SET remark = 'old'");
    try (HistoryFile history = HistoryFile.open(file, new Schema(steps))) {
      assertEquals(1, history.runs(SETTING).size());
      assertEquals(1, count("run WHERE remark = 'old'"));
    }
  }

  @Test
  void runsOfTheFirstSchemaAreKeptWithWhatTheyLackAndACopyOfTheFile()
      throws IOException, SQLException {
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(run2020(), "1.0", NOW);
      history.store(run2022(), "1.0", NOW);
    }
    // As the first schema had it: G13 was not in the snapshot of 2020, and C19 could not be flown.
    goBackToTheFirstSchema();
    sql("DELETE FROM run_satellite WHERE run = 1 AND norad = 24876");
    sql("UPDATE run_satellite SET counted = 0 WHERE run = 1 AND norad = 43001");
    Path copy = Path.of(file + ".schema-1");
    try (HistoryFile history = HistoryFile.open(file)) {
      List<StoredRun> runs = history.runs(SETTING);
      assertEquals(
          List.of("G13 (24876)", "C19 (43001)"),
          runs.get(0).missing().stream().map(Missing::who).toList());
      assertEquals(
          List.of(Missing.Reason.NOT_IN_SOURCE, Missing.Reason.NOT_FLOWN),
          runs.get(0).missing().stream().map(Missing::reason).toList());
      assertFalse(runs.get(1).isIncomplete());
      assertEquals(29, runs.get(0).counted(GnssSystem.GPS));
    }
    assertEquals(List.of(), HistoryFile.verify(file));
    assertTrue(Files.exists(copy));
    file = copy;
    assertEquals(2, count("run"));
    assertEquals(0, count("pragma_table_info('run_satellite') WHERE name = 'missing'"));
  }

  private void goBackToTheFirstSchema() throws SQLException {
    sql("DROP VIEW current_run");
    sql("CREATE VIEW current_run AS SELECT 1");
    sql("DROP INDEX missing_by_run");
    sql("DROP TABLE full_check");
    for (String column : List.of("missing", "missing_detail", "filled_from", "filled_epoch")) {
      sql("ALTER TABLE run_satellite DROP COLUMN " + column);
    }
    sql("PRAGMA user_version = 1");
  }

  @Test
  void runOfTheFirstSchemaLacksTheTransmittingSatellitesThatItsSettingAsksFor()
      throws IOException, SQLException {
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(run2020(), "1.0", NOW);
    }
    goBackToTheFirstSchema();
    sql("UPDATE setting SET status = 'transmitting'");
    try (HistoryFile history = HistoryFile.open(file)) {
      RunSetting setting = history.settings().get(0);
      assertEquals(StatusFilter.TRANSMITTING, setting.status());
      // The test satellites with a PRN, and the GPS satellite launched four weeks before.
      assertEquals(
          Set.of("C31", "C56", "C57", "C58", "C61", "G14"),
          history.runs(setting).get(0).missing().stream()
              .map(one -> one.satellite().prn())
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void stepThatFailsLeavesTheFileAtItsVersion() throws IOException, SQLException {
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(run2020(), "1.0", NOW);
    }
    List<String> steps = new ArrayList<>(Schema.CURRENT.steps());
    steps.add("DELETE FROM in_view; SELECT no_such_function()");
    assertThrows(HistoryException.class, () -> HistoryFile.open(file, new Schema(steps)));
    assertEquals(4, count("in_view"));
    assertEquals(List.of(), HistoryFile.verify(file));
  }

  @Test
  void fileOfANewerProgramIsRefused() throws IOException, SQLException {
    HistoryFile.open(file).close();
    sql("PRAGMA user_version = 99");
    assertEquals(
        file
            + ": was written by a newer skytally (schema 99, this one knows up to "
            + Schema.CURRENT.steps().size()
            + "); update skytally",
        assertThrows(HistoryException.class, () -> HistoryFile.open(file)).getMessage());
  }

  @Test
  void filesOfOtherProgramsAreRefusedAndLeftAlone() throws IOException, SQLException {
    sql("CREATE TABLE song (title TEXT)");
    assertEquals(
        file + ": is an SQLite file of another program, expected a history",
        assertThrows(HistoryException.class, () -> HistoryFile.open(file)).getMessage());
    assertEquals(0, count("song"));
    Path text = Files.writeString(folder.resolve("text"), "no database at all\n".repeat(100));
    assertEquals(
        text + ": is not an SQLite file, expected a history",
        assertThrows(HistoryException.class, () -> HistoryFile.open(text)).getMessage());
  }

  @Test
  void historyWhoseVersionWasLostIsRefusedInOneLine() throws IOException, SQLException {
    HistoryFile.open(file).close();
    sql("PRAGMA user_version = 0");
    assertEquals(
        file + ": has tables but no schema version, so it was changed by hand; restore a backup",
        assertThrows(HistoryException.class, () -> HistoryFile.open(file)).getMessage());
  }

  @Test
  void theWholeFileIsCheckedOnceADayByTheJob() throws IOException, SQLException {
    try (HistoryFile history = HistoryFile.openCheckedDaily(file, NOW)) {
      history.store(run2020(), "1.0", NOW);
    }
    sql("DELETE FROM in_view WHERE run = 1 AND system = 'GPS'");
    HistoryFile.openCheckedDaily(file, NOW.plus(Duration.ofHours(23))).close();
    for (Duration later :
        List.of(Duration.ofHours(24), Duration.ofDays(365), Duration.ofHours(-1))) {
      assertThrows(
          HistoryException.class, () -> HistoryFile.openCheckedDaily(file, NOW.plus(later)));
    }
  }

  @Test
  void historyThatIsNotThereIsNotMadeByReaders() {
    assertThrows(HistoryException.class, () -> HistoryFile.openExisting(file));
    assertFalse(Files.exists(file));
  }

  @Test
  void verifyFindsRunsThatAreNotWholeAndRowsThatReferToNothing() throws IOException, SQLException {
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(run2020(), "1.0", NOW);
      history.store(run2022(), "1.0", NOW);
      sql("DELETE FROM in_view WHERE run = 2 AND system = 'GPS'");
      assertEquals(List.of("run 2 is not whole"), HistoryFile.verify(file));
      sql("PRAGMA foreign_keys = OFF; DELETE FROM snapshot WHERE id = 1");
      assertEquals(
          List.of("a row of table run refers to nothing", "run 2 is not whole"),
          HistoryFile.verify(file));
    }
  }

  /** SQLite finds nothing wrong with any of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE result SET leader_max = 'GAL' WHERE site = 1",
        "UPDATE result SET leader_max = 'G' WHERE site = 1",
        "UPDATE result SET leader_max = NULL WHERE site = 1",
        "UPDATE run_satellite SET status = 'o' WHERE norad = 44506",
        "UPDATE run SET computed_at = '2026'",
        "UPDATE site SET latitude_deg = 1e9",
        "UPDATE site SET latitude_deg = 1.5",
        "PRAGMA foreign_keys = OFF; DELETE FROM snapshot"
      })
  void figuresThatCannotHaveBeenStoredAreDamage(String update) throws IOException, SQLException {
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(run2020(), "1.0", NOW);
      assertEquals(1, history.runs(history.settings().get(0)).size());
    }
    sql(update);
    assertEquals(1, HistoryFile.verify(file).size(), update);
    try (HistoryFile history = HistoryFile.openExisting(file)) {
      assertEquals(
          file + ": is damaged (skytally history verify explains)",
          assertThrows(
                  HistoryException.class, () -> history.runs(history.settings().get(0)), update)
              .getMessage());
    }
  }

  @Test
  void readersNeedNoPermissionToWrite() throws IOException {
    try (HistoryFile history = HistoryFile.open(file)) {
      history.store(run2020(), "1.0", NOW);
    }
    assertTrue(file.toFile().setWritable(false) && folder.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(folder), "nothing is forbidden to root");
      try (HistoryFile history = HistoryFile.openExisting(file)) {
        assertEquals(1, history.runs(SETTING).size());
        String refusal =
            assertThrows(HistoryException.class, () -> history.store(run2022(), "1.0", NOW))
                .getMessage();
        assertEquals(file + ": cannot be written: permission denied", refusal);
      }
      assertEquals(List.of(), HistoryFile.verify(file));
    } finally {
      assertTrue(folder.toFile().setWritable(true));
    }
  }

  @Test
  void readersWithoutPermissionToWriteSeeWhatAWriterAtWorkHasStored() throws IOException {
    try (HistoryFile writer = HistoryFile.open(file)) {
      writer.store(run2020(), "1.0", NOW);
      assertTrue(file.toFile().setWritable(false) && folder.toFile().setWritable(false));
      try {
        assumeFalse(Files.isWritable(folder), "nothing is forbidden to root");
        writer.store(run2022(), "1.0", NOW);
        try (HistoryFile reader = HistoryFile.openExisting(file)) {
          assertEquals(2, reader.runs(SETTING).size());
        }
      } finally {
        assertTrue(folder.toFile().setWritable(true));
      }
    }
  }

  @Test
  void writersAtOnceWaitForEachOtherAndReadersDoNot() throws Exception {
    List<Run> runs = List.of(run2020(), run2022(), run(2024, 9, 22), run(2026, 10, 6));
    int writers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
    AtomicBoolean written = new AtomicBoolean();
    try {
      List<Future<Integer>> stored = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        Callable<Integer> job =
            () -> {
              int mine = 0;
              for (Run run : runs) {
                try (HistoryFile history = HistoryFile.open(file)) {
                  mine += history.store(run, "1.0", NOW) ? 1 : 0;
                }
              }
              return mine;
            };
        stored.add(threads.submit(job));
      }
      Future<Integer> reader =
          threads.submit(
              () -> {
                int most = 0;
                while (!written.get()) {
                  try (HistoryFile history = HistoryFile.open(file)) {
                    int now = history.runs(SETTING).size();
                    assertTrue(now >= most, "runs never vanish");
                    assertEquals(List.of(), HistoryFile.verify(file));
                    most = now;
                  }
                }
                return most;
              });
      int sum = 0;
      for (Future<Integer> one : stored) {
        sum += one.get();
      }
      written.set(true);
      reader.get();
      assertEquals(runs.size(), sum);
      assertEquals(runs.size(), count("run"));
    } finally {
      threads.shutdownNow();
    }
  }
}
