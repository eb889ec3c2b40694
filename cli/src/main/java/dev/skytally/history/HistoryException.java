package dev.skytally.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A history that cannot be read or written; the message is one line for people. */
public final class HistoryException extends IOException {
  private static final long serialVersionUID = 1;

  private static final String DAMAGED = "is damaged (skytally history verify explains)";

  HistoryException(Path file, String problem) {
    super(file + ": " + problem);
  }

  HistoryException(Path file, SQLException cause) {
    super(file + ": " + reason(cause), cause);
  }

  /** Of a history whose figures cannot be trusted. */
  static HistoryException damaged(Path file) {
    return new HistoryException(file, DAMAGED);
  }

  static boolean isDamage(SQLException problem) {
    return problem instanceof SQLiteException sqlite
        && kind(sqlite) == SQLiteErrorCode.SQLITE_CORRUPT;
  }

  /** Without what its extended code tells more. */
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
      case SQLITE_FULL -> "the disk is full; what was being stored was not kept";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another program has kept it locked for more than "
              + HistoryFile.LONGEST_WAIT_SECONDS
              + " s; try again when that one is done";
      case SQLITE_NOTADB -> "is no SQLite file, expected a history";
      case SQLITE_CORRUPT -> DAMAGED;
      case SQLITE_CANTOPEN -> "cannot be opened: permission denied, or there is no such folder";
      case SQLITE_READONLY, SQLITE_PERM -> "cannot be written: permission denied";
      case SQLITE_IOERR ->
          "the disk is full or fails ("
              + sqlite.getResultCode().name()
              + "); what was being stored was not kept";
      default -> String.valueOf(problem.getMessage());
    };
  }
}
