package dev.skytally.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction that nobody else can write during. Closing it undoes everything that was not
 * committed.
 *
 * <p>It begins with the lock for writing ({@code IMMEDIATE}), because SQLite waits for that lock,
 * but fails a transaction that begins to write after another process has changed what it read.
 */
final class Transaction implements AutoCloseable {
  private final Connection connection;
  private boolean committed;

  Transaction(Connection connection) throws SQLException {
    this.connection = connection;
    execute("BEGIN IMMEDIATE");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  void commit() throws SQLException {
    execute("COMMIT");
    committed = true;
  }

  @Override
  public void close() {
    if (committed) {
      return;
    }
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // After some failures, for example of a full disk, SQLite has already rolled back. The error
      // that led here is the one to report.
    }
  }
}
