package dev.skytally.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history that the first version of Skytally with a history wrote, in schema 1.
 *
 * <p>{@code first-version.sqlite.gz} was made by commit 6ea49d8. Folder {@code el} held the bundled
 * snapshots of 2020-12-01 and 2024-09-22; {@code three.csv} held Quito, North Cape and Suva.
 *
 * <pre>
 * skytally history backfill --elements el --sites three.csv --mask 5
 * skytally history backfill --elements el/2024-09-22.tle --sites three.csv --systems GPS
 * </pre>
 *
 * <p>The expected leads and numbers of satellites are those that {@code history} of that version
 * printed.
 */
class FirstVersionTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void unpack() throws IOException {
    file = folder.resolve("history.sqlite");
    try (InputStream packed = getClass().getResourceAsStream("first-version.sqlite.gz");
        InputStream history = new GZIPInputStream(packed)) {
      Files.copy(history, file);
    }
  }

  /** The rows of all tables that a history of schema 1 has, by table. */
  private static Map<String, List<String>> rows(Path history) throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    rows.put("run", rows(history, "SELECT * FROM run"));
    rows.put("setting", rows(history, "SELECT * FROM setting"));
    rows.put("site", rows(history, "SELECT * FROM site"));
    rows.put("site_list", rows(history, "SELECT * FROM site_list"));
    rows.put("snapshot", rows(history, "SELECT * FROM snapshot"));
    rows.put("result", rows(history, "SELECT * FROM result"));
    rows.put("in_view", rows(history, "SELECT * FROM in_view"));
    rows.put(
        "counted",
        rows(history, "SELECT run, norad, prn, status FROM run_satellite WHERE counted"));
    return rows;
  }

  private static List<String> rows(Path history, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.toUri());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.append(result.getString(column)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static List<String> version(Path history) throws SQLException {
    return rows(history, "SELECT user_version FROM pragma_user_version");
  }

  @Test
  void runsAreReadAsTheFirstVersionPrintedThem() throws IOException {
    try (HistoryFile history = HistoryFile.open(file)) {
      List<RunSetting> settings = history.settings();
      assertEquals(2, settings.size());
      assertEquals(List.of(GnssSystem.GPS, GnssSystem.BDS), settings.get(0).systems());
      assertEquals(StatusFilter.OPERATIONAL, settings.get(0).status());
      assertEquals(5, settings.get(0).maskDegrees());
      assertEquals(List.of(GnssSystem.GPS), settings.get(1).systems());
      List<StoredRun> runs = history.runs(settings.get(0));
      assertEquals(2, runs.size());
      assertRun(runs.get(0), "2020-11-30T00:00:00Z", 30, 0, 1);
      assertRun(runs.get(1), "2024-09-21T00:00:00Z", 31, 1, 0);
    }
    assertEquals(List.of(), HistoryFile.verify(file));
  }

  private static void assertRun(StoredRun run, String start, int gps, int gpsLeads, int ties) {
    assertEquals(start, run.start().toString());
    assertEquals(gps, run.counted(GnssSystem.GPS));
    assertEquals(44, run.counted(GnssSystem.BDS));
    assertEquals(gpsLeads, run.leads().get(Metric.MAX).sites(GnssSystem.GPS));
    assertEquals(2, run.leads().get(Metric.MAX).sites(GnssSystem.BDS));
    assertEquals(ties, run.leads().get(Metric.MAX).ties());
  }

  @Test
  void noFigureChanges() throws IOException, SQLException {
    Map<String, List<String>> before = rows(file);
    assertEquals(15, before.get("in_view").size());
    HistoryFile.open(file).close();
    assertEquals(before, rows(file));
    assertEquals(List.of(Schema.CURRENT.steps().size() + "|"), version(file));
  }

  @Test
  void copyOfTheOldFileIsKeptBesideIt() throws IOException, SQLException {
    Map<String, List<String>> before = rows(file);
    HistoryFile.open(file).close();
    Path copy = folder.resolve("history.sqlite.schema-1");
    assertEquals(before, rows(copy));
    assertEquals(List.of("1|"), version(copy));
  }

  @Test
  void conversionThatFailsChangesNothing() throws IOException, SQLException {
    Map<String, List<String>> before = rows(file);
    List<String> steps = new ArrayList<>(Schema.CURRENT.steps());
    steps.add("DELETE FROM in_view; SELECT no_such_function()");
    assertThrows(HistoryException.class, () -> HistoryFile.open(file, new Schema(steps)));
    assertEquals(before, rows(file));
    assertEquals(List.of("1|"), version(file));
    assertTrue(rows(file, "SELECT name FROM pragma_table_info('run_satellite')").size() == 5);
    HistoryFile.open(file).close();
    assertEquals(before, rows(file));
  }
}
