package dev.skytally.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Work that is done whole or not at all, while nobody else writes.
 *
 * <p>It begins with the lock for writing ({@code IMMEDIATE}): SQLite lets a process wait for that
 * lock, but fails one that has read already and finds that another has written since.
 */
final class Transaction {
  interface Work {
    void run() throws SQLException, HistoryException;
  }

  private Transaction() {}

  static void run(Connection connection, Work work) throws SQLException, HistoryException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        work.run();
        statement.executeUpdate("COMMIT");
        done = true;
      } finally {
        if (!done) {
          rollBack(statement);
        }
      }
    }
  }

  /** After some failures, as of a full disk, SQLite has rolled back already. */
  private static void rollBack(Statement statement) {
    try {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      // The failure that led here is the one to tell.
    }
  }
}
