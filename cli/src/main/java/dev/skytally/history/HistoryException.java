package dev.skytally.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Thrown if a history cannot be read or written; the message is one line for people. */
public final class HistoryException extends IOException {
  private static final long serialVersionUID = 1;

  private static final String DAMAGED = "is damaged (skytally history verify explains)";

  static final String EMPTIED =
      "is empty, expected a history; restore a backup, or delete the file to begin a new history";

  HistoryException(Path file, String problem) {
    super(file + ": " + problem);
  }

  HistoryException(Path file, SQLException cause) {
    super(file + ": " + reason(cause), cause);
  }

  /** Returns the exception for a history that does not exist. */
  public static HistoryException missing(Path file) {
    return new HistoryException(
        file,
        "there is no history yet; create one with skytally recompute or skytally history"
            + " backfill");
  }

  /** Returns the exception for a history whose figures cannot be trusted. */
  static HistoryException damaged(Path file) {
    return new HistoryException(file, DAMAGED);
  }

  static boolean isDamage(SQLException problem) {
    return problem instanceof SQLiteException sqlite
        && kind(sqlite) == SQLiteErrorCode.SQLITE_CORRUPT;
  }

  /** Returns the primary error code, without the details of the extended one. */
  private static SQLiteErrorCode kind(SQLiteException problem) {
    return SQLiteErrorCode.getErrorCode(problem.getResultCode().code & 0xff);
  }

  private static String reason(SQLException problem) {
    if (!(problem instanceof SQLiteException sqlite)) {
      return problem.getCause() instanceof NativeLibraryNotFoundException
          ? SqliteLibrary.cannotBeLoaded()
          : String.valueOf(problem.getMessage());
    }
    return switch (kind(sqlite)) {
      case SQLITE_FULL -> "the disk is full; nothing was stored";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another program has kept it locked for more than "
              + HistoryFile.LONGEST_WAIT_SECONDS
              + " s; try again when it is done";
      case SQLITE_NOTADB -> "is not an SQLite file, expected a history";
      case SQLITE_CORRUPT -> DAMAGED;
      case SQLITE_CANTOPEN -> "cannot be opened: permission denied, or there is no such folder";
      case SQLITE_READONLY, SQLITE_PERM -> "cannot be written: permission denied";
      case SQLITE_IOERR ->
          "the disk is full or fails (" + sqlite.getResultCode().name() + "); nothing was stored";
      default -> String.valueOf(problem.getMessage());
    };
  }
}
