package dev.skytally.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Work that is done whole or not at all, while nobody else writes: what is not committed when this
 * is closed is undone.
 *
 * <p>It begins with the lock for writing ({@code IMMEDIATE}): SQLite lets a process wait for that
 * lock, but fails one that has read already and finds that another has written since.
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
      // After some failures, as of a full disk, SQLite has rolled back already. What led here is
      // the one to tell.
    }
  }
}
