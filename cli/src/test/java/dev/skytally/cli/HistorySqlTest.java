package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of docs/history.md give what the program says. */
class HistorySqlTest {
  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void backfill() throws IOException {
    file = folder.resolve("history.sqlite");
    String elements = TestElements.writeBundled(folder.resolve("elements")).toString();
    Run run = Run.of("history", "backfill", "--history", file.toString(), "--elements", elements);
    assertEquals(0, run.exitCode(), run.err());
  }

  private static JsonNode history(String... options) {
    List<String> arguments = new ArrayList<>(List.of("history", "--history", file.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--format", "json"));
    return Run.of(arguments.toArray(String[]::new)).json();
  }

  /** The rows of the document's n-th query, cells joined by blanks. */
  private static List<String> rows(int n) throws IOException, SQLException {
    String query = ReadmeTest.blocks("docs/history.md", "sql").get(n);
    List<String> rows = new ArrayList<>();
    try (Connection client = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        Statement statement = client.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
          cells.add(result.getString(c));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }

  @Test
  void capitalsLedByDay() throws IOException, SQLException {
    List<String> expected = new ArrayList<>();
    for (JsonNode run : history().get("runs")) {
      for (String leader : List.of("BDS", "GPS", "tie")) {
        expected.add(
            "%s %s %s"
                .formatted(
                    run.get("date").asText(),
                    leader,
                    run.at("/leads/max/" + leader.toLowerCase(Locale.ROOT)).asText()));
      }
    }
    assertEquals(expected, rows(0));
  }

  @Test
  void daysOnWhichACapitalChangedSides() throws IOException, SQLException {
    List<String> expected = new ArrayList<>();
    for (JsonNode day : history("--changes", "--metric", "mean").get("days")) {
      for (JsonNode change : day.get("changed_sides")) {
        if (change.get("name").asText().equals("Lisbon")) {
          expected.add(
              "%s %s %s"
                  .formatted(
                      day.get("date").asText(),
                      change.get("from").asText(),
                      change.get("to").asText()));
        }
      }
    }
    assertTrue(!expected.isEmpty(), "an example with something to see");
    assertEquals(expected, rows(1));
  }

  @Test
  void sinceWhenEachSatelliteCounted() throws IOException, SQLException {
    List<String> rows = rows(2);
    assertTrue(rows.contains("BDS 43683 C59,C04 2020-11-30 2026-10-05"), rows.toString());
    assertTrue(rows.contains("GPS 55268 G28 2024-09-21 2026-10-05"), rows.toString());
    assertTrue(rows.contains("BDS 38775 C14 2020-11-30 2024-09-21"), rows.toString());
  }

  @Test
  void incompleteDays() throws IOException, SQLException {
    assertEquals(List.of(), rows(3));
    try (Connection client = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        Statement statement = client.createStatement()) {
      client.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE run_satellite SET counted = 0, missing = 'damaged' WHERE norad = 43001"
              + " AND run = (SELECT id FROM current_run WHERE day = '2022-06-15')");
      client.commit();
      assertEquals(List.of("2022-06-15 C19"), rows(3));
      statement.executeUpdate(
          "UPDATE run_satellite SET counted = 1, missing = NULL WHERE missing = 'damaged'");
      client.commit();
    }
  }
}
