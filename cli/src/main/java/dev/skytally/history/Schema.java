package dev.skytally.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.List;

/**
 * The tables of a history, and the migration of older files.
 *
 * @param steps the SQL from each version to the next; the first one creates version 1 in an empty
 *     file
 */
record Schema(List<String> steps) {
  /** The letters "SkyT", which mark an SQLite file as a history. */
  private static final int APPLICATION_ID = 0x536b7954;

  /** The first version whose runs record which satellites they lack. */
  private static final int COMPLETENESS = 2;

  static final Schema CURRENT =
      new Schema(
          List.of(resource("schema-1.sql"), resource("schema-2.sql"), resource("schema-3.sql")));

  private static String resource(String name) {
    try (var stream = Schema.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Migrates a file to the newest version in one transaction, after copying an older one. Rejects a
   * newer file and one of another program.
   */
  void bringUpToDate(Connection connection, Path file) throws SQLException, HistoryException {
    try (Statement statement = connection.createStatement()) {
      if (isUpToDate(statement)) {
        return;
      }
      try (Transaction whole = new Transaction(connection)) {
        int version = number(statement, "PRAGMA user_version");
        rejectForeign(statement, version, file);
        if (version > 0 && version < steps.size()) {
          rejectDamaged(statement, file);
          backUp(file, version);
        }
        for (int next = version; next < steps.size(); next++) {
          statement.executeUpdate(steps.get(next));
          if (next + 1 == COMPLETENESS) {
            deriveCompleteness(connection, file);
          }
        }
        statement.executeUpdate("PRAGMA user_version = " + steps.size());
        statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
        whole.commit();
      }
    }
  }

  private static void rejectDamaged(Statement statement, Path file)
      throws SQLException, HistoryException {
    try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
      rows.next();
      if (!rows.getString(1).equals("ok")) {
        throw HistoryException.damaged(file);
      }
    }
  }

  private static void deriveCompleteness(Connection connection, Path file)
      throws SQLException, HistoryException {
    try {
      new OldRuns(connection).deriveCompleteness();
    } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
      throw HistoryException.damaged(file);
    }
  }

  /**
   * Copies a history to a file beside it before it is changed. It needs another connection, because
   * this one holds the lock for writing.
   */
  private static void backUp(Path file, int version) throws SQLException, HistoryException {
    Path copy = Path.of(file.toAbsolutePath() + ".schema-" + version);
    if (Files.exists(copy)) {
      return;
    }
    Path part = Path.of(copy + ".part");
    try {
      Files.deleteIfExists(part);
      try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
          PreparedStatement statement = reader.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, part.toString());
        statement.executeUpdate();
      }
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new HistoryException(file, "cannot be copied to " + copy + ": " + e.getMessage());
    }
  }

  /** Rejects a file that is not of the newest version, for a user who must not change it. */
  void requireUpToDate(Connection connection, Path file) throws SQLException, HistoryException {
    try (Statement statement = connection.createStatement()) {
      if (isUpToDate(statement)) {
        return;
      }
      rejectForeign(statement, number(statement, "PRAGMA user_version"), file);
      throw new HistoryException(
          file,
          "was written by an older skytally; run skytally history once as a user with permission to"
              + " write it");
    }
  }

  private boolean isUpToDate(Statement statement) throws SQLException {
    return number(statement, "PRAGMA user_version") == steps.size()
        && number(statement, "PRAGMA application_id") == APPLICATION_ID;
  }

  private void rejectForeign(Statement statement, int version, Path file)
      throws SQLException, HistoryException {
    boolean isEmpty = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
    boolean isOurs = number(statement, "PRAGMA application_id") == APPLICATION_ID;
    if (!isEmpty && !isOurs) {
      throw new HistoryException(file, "is an SQLite file of another program, expected a history");
    }
    if (!isEmpty && version == 0) {
      throw new HistoryException(
          file, "has tables but no schema version, so it was changed by hand; restore a backup");
    }
    if (version > steps.size()) {
      throw new HistoryException(
          file,
          "was written by a newer skytally (schema %s, this one knows up to %s); update skytally"
              .formatted(version, steps.size()));
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
