package dev.skytally.history;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The stored runs in one SQLite file, which any SQLite client may read at any time. Several
 * processes may use one file at once: readers never wait, writers wait for each other.
 *
 * <p>A run is stored whole or not at all, and a stored run survives a loss of power. Not
 * thread-safe.
 */
public final class HistoryFile implements AutoCloseable {
  /** Writers hold the lock for some milliseconds each. */
  static final int LONGEST_WAIT_SECONDS = 60;

  private static final int BETWEEN_TRIES_MILLIS = 20;
  private static final Duration BETWEEN_CHECKS = Duration.ofDays(1);

  /** SQLite's answer if its checks find no problem. */
  private static final String SOUND = "ok";

  private final Path path;
  private final Connection connection;

  private HistoryFile(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /**
   * Opens a history, or creates one and the folders above it.
   *
   * @throws HistoryException also if it is damaged or an empty file
   */
  public static HistoryFile open(Path path) throws IOException {
    createIfMissing(path);
    return open(path, Schema.CURRENT);
  }

  /**
   * Opens a history as {@link #open(Path)} does, but checks the whole file only if the last check
   * was more than a day ago. A check takes a second for four years at four runs a day.
   */
  public static HistoryFile openCheckedDaily(Path path, Instant now) throws IOException {
    createIfMissing(path);
    return opened(
        path,
        () -> connect(path, Schema.CURRENT),
        connection -> {
          if (isCheckDue(connection, now)) {
            requireSound(connection, path);
            keepTimeOfCheck(connection, now);
          }
        });
  }

  /**
   * Creates a history under another name, then links it to its own, so that a process that is
   * killed meanwhile leaves no empty file. Where this cannot be done, SQLite creates the file in
   * place. It also does so if the log of a deleted history is left, because it then deletes this
   * log instead of applying it to the new history.
   */
  private static void createIfMissing(Path path) throws IOException {
    if (Files.exists(path) || Files.exists(logOf(path))) {
      return;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path begun = path.resolveSibling(path.getFileName() + "-" + UUID.randomUUID() + "-begun");
    try {
      connect(begun, Schema.CURRENT).close();
      Files.createLink(path, begun);
    } catch (SQLException e) {
      throw new HistoryException(path, e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Another process was faster, or there are no links here.
    } finally {
      Files.deleteIfExists(begun);
    }
  }

  /**
   * Opens an existing history to read it. Neither the file nor its folder needs to be writable.
   *
   * @throws HistoryException also if it is damaged
   */
  public static HistoryFile openExisting(Path path) throws IOException {
    requireExisting(path);
    return opened(path, () -> connectToRead(path), connection -> requireSound(connection, path));
  }

  private static void requireExisting(Path path) throws HistoryException {
    if (Files.notExists(path)) {
      throw HistoryException.missing(path);
    }
  }

  static HistoryFile open(Path path, Schema schema) throws IOException {
    return opened(path, () -> connect(path, schema), connection -> requireSound(connection, path));
  }

  /** Opens a connection. */
  private interface Connecting {
    Connection connect() throws SQLException, HistoryException;
  }

  private static Connection connect(Path path, Schema schema)
      throws SQLException, HistoryException {
    Connection connection = connect(path, "");
    try {
      keepLogOfWritesAhead(connection);
      schema.bringUpToDate(connection, path);
      return connection;
    } catch (SQLException | HistoryException e) {
      connection.close();
      throw e;
    }
  }

  /** Connects to read; writes nothing if the user has no permission to write. */
  private static Connection connectToRead(Path path) throws SQLException, HistoryException {
    if (isWritable(path)) {
      return connect(path, Schema.CURRENT);
    }
    Connection connection = connect(path, readOnly(path));
    try {
      Schema.CURRENT.requireUpToDate(connection, path);
      return connection;
    } catch (SQLException | HistoryException e) {
      connection.close();
      throw e;
    }
  }

  /** Readers also write beside the file, if permitted, so that writers notice them. */
  private static boolean isWritable(Path path) throws HistoryException {
    Path file = realPath(path);
    return Files.isWritable(file) && Files.isWritable(file.getParent());
  }

  /**
   * Returns how to open a file without permission to write. Without a write-ahead log beside it,
   * nobody else uses the file, so it can be read as immutable.
   */
  private static String readOnly(Path path) throws HistoryException {
    Path file = realPath(path);
    Path log = logOf(file);
    Path indexOfLog = file.resolveSibling(file.getFileName() + "-shm");
    if (Files.notExists(log)) {
      return "?mode=ro&immutable=1";
    }
    if (Files.notExists(indexOfLog)) {
      throw new HistoryException(
          path,
          "cannot be read without permission to write in its folder, because "
              + log.getFileName()
              + " is beside it: copy both to your own folder and read the copy");
    }
    return "?mode=ro";
  }

  /** SQLite writes beside the file itself, not beside a link to it. */
  private static Path realPath(Path path) throws HistoryException {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new HistoryException(path, "cannot be read: " + e.getMessage());
    }
  }

  private static Connection connect(Path path, String how) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(LONGEST_WAIT_SECONDS * 1000);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return config.createConnection("jdbc:sqlite:" + path.toUri() + how);
  }

  /** Checks a connection before it is used. */
  private interface Check {
    void of(Connection connection) throws SQLException, HistoryException;
  }

  /** Returns where SQLite keeps the log of writes ahead. */
  private static Path logOf(Path path) {
    return path.resolveSibling(path.getFileName() + "-wal");
  }

  private static HistoryFile opened(Path path, Connecting connecting, Check check)
      throws HistoryException {
    if (isEmptied(path)) {
      throw new HistoryException(path, HistoryException.EMPTIED);
    }
    try {
      Connection connection = connecting.connect();
      try {
        check.of(connection);
        return new HistoryFile(path, connection);
      } catch (SQLException | HistoryException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new HistoryException(path, e);
    }
  }

  /** Returns whether a file has lost all its content. */
  private static boolean isEmptied(Path path) {
    return Files.isRegularFile(path) && path.toFile().length() == 0;
  }

  /** Rejects a damaged history, because wrong figures are worse than none. */
  private static void requireSound(Connection connection, Path path)
      throws SQLException, HistoryException {
    try (Statement statement = connection.createStatement()) {
      List<String> problems = new ArrayList<>();
      collect(statement, "PRAGMA integrity_check(1)", "%s", problems);
      problems.remove(SOUND);
      collect(statement, RunReader.HALF_STORED, "%s", problems);
      if (!problems.isEmpty()) {
        throw HistoryException.damaged(path);
      }
    }
  }

  /** Returns whether a check is due, also if the last one was in the future by a wrong clock. */
  private static boolean isCheckDue(Connection connection, Instant now) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT checked_at FROM full_check")) {
      if (!rows.next()) {
        return true;
      }
      Duration since = Duration.between(Instant.parse(rows.getString(1)), now);
      return since.isNegative() || since.compareTo(BETWEEN_CHECKS) >= 0;
    }
  }

  private static void keepTimeOfCheck(Connection connection, Instant now) throws SQLException {
    try (Transaction whole = new Transaction(connection);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM full_check");
      statement.executeUpdate("INSERT INTO full_check VALUES ('%s')".formatted(now));
      whole.commit();
    }
  }

  /**
   * Turns on the write-ahead log, which the file then remembers. SQLite does not wait here for
   * another process that does the same.
   */
  private static void keepLogOfWritesAhead(Connection connection) throws SQLException {
    long deadlineNanos = System.nanoTime() + LONGEST_WAIT_SECONDS * 1_000_000_000L;
    while (true) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        return;
      } catch (SQLiteException e) {
        boolean isBusy = (e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
        if (!isBusy || System.nanoTime() > deadlineNanos) {
          throw e;
        }
      }
      try {
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted while waiting for the history");
      }
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Returns the digests of the snapshots whose runs this version of the program has stored, and
   * whether the run is complete.
   */
  public Map<String, Boolean> snapshots(RunSetting setting, String programVersion)
      throws HistoryException {
    return read(reader -> reader.snapshots(setting, programVersion));
  }

  /**
   * Stores a run, unless it is already there.
   *
   * @return whether it was stored
   */
  public boolean store(Run run, String programVersion, Instant computedAt) throws HistoryException {
    return answer(
        () -> {
          try (Transaction whole = new Transaction(connection)) {
            boolean isNew = new RunWriter(connection).store(run, programVersion, computedAt);
            whole.commit();
            return isNew;
          }
        });
  }

  /** Reads a history in which a run is stored for the time being. */
  public interface Look<T> {
    /**
     * Reads.
     *
     * @param isNew whether the run was not there before
     */
    T at(boolean isNew) throws IOException;
  }

  /** Returns what this history would answer if a run were stored, and undoes the storing. */
  public <T> T asIfStored(Run run, String programVersion, Instant computedAt, Look<T> look)
      throws IOException {
    try {
      Transaction undone = new Transaction(connection);
      try {
        return look.at(new RunWriter(connection).store(run, programVersion, computedAt));
      } finally {
        undone.close();
      }
    } catch (SQLException e) {
      throw new HistoryException(path, e);
    }
  }

  /** Returns the settings of all runs, in order of their first runs. */
  public List<RunSetting> settings() throws HistoryException {
    return read(reader -> reader.settings());
  }

  /**
   * Returns the runs of a setting, one for each day: that of the newest element sets, computed
   * last.
   */
  public List<StoredRun> runs(RunSetting setting) throws HistoryException {
    return read(reader -> reader.runs(setting));
  }

  /**
   * Returns the runs to compare a snapshot's new run with, by day. The last one is the run before
   * it, which may be of the same snapshot, by another version or with fewer satellites. The others
   * are the last runs with the satellites that this one lacks.
   *
   * @return runs whose {@link EventFinder#ofLast events} are those of all runs
   */
  public List<StoredRun> before(RunSetting setting, SnapshotFacts snapshot)
      throws HistoryException {
    return read(reader -> reader.before(setting, snapshot));
  }

  /** Returns the run of a snapshot, if it is stored. */
  public Optional<StoredRun> find(RunSetting setting, String snapshotSha256, String programVersion)
      throws HistoryException {
    return read(reader -> reader.find(setting, snapshotSha256, programVersion));
  }

  /** Returns the archived snapshots that a run needs, even if only for single satellites. */
  public Set<Entry> computedFrom(Collection<Entry> snapshots) throws HistoryException {
    Set<String> names = read(RunReader::namesOfSnapshots);
    return snapshots.stream()
        .filter(entry -> names.contains(entry.sha256()) || names.contains(entry.label()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the sites with another leader in a later run, in the order of the sites. */
  public List<SideChange> sideChanges(StoredRun before, StoredRun after, Metric metric)
      throws HistoryException {
    return read(reader -> reader.sideChanges(before, after, metric));
  }

  /** Returns the figures of one site of a setting, by day. */
  public List<SiteDay> days(RunSetting setting, int site) throws HistoryException {
    return read(reader -> reader.days(setting, site));
  }

  /**
   * Checks the file, the references between tables, and every run.
   *
   * @return one line for each problem; empty if there is none
   */
  public static List<String> verify(Path path) throws HistoryException {
    requireExisting(path);
    if (isEmptied(path)) {
      return List.of(HistoryException.EMPTIED);
    }
    List<String> problems = new ArrayList<>();
    try (Connection connection = connectToRead(path);
        Statement statement = connection.createStatement()) {
      collect(statement, "PRAGMA integrity_check", "%s", problems);
      problems.remove(SOUND);
      collect(
          statement, "PRAGMA foreign_key_check", "a row of table %s refers to nothing", problems);
      collect(statement, RunReader.HALF_STORED, "run %s is not whole", problems);
      if (problems.isEmpty()) {
        readAll(new RunReader(connection));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add("has values that skytally cannot have stored (" + e.getMessage() + ")");
    } catch (SQLException e) {
      if (!HistoryException.isDamage(e)) {
        throw new HistoryException(path, e);
      }
      problems.add("cannot be read to its end (" + e.getMessage() + ")");
    }
    return problems;
  }

  private static void readAll(RunReader reader) throws SQLException {
    for (RunSetting setting : reader.settings()) {
      reader.runs(setting);
      for (int site = 0; site < setting.sites().size(); site++) {
        reader.days(setting, site);
      }
    }
  }

  private static void collect(
      Statement statement, String query, String problem, List<String> problems)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        rows.getString(1).lines().forEach(line -> problems.add(problem.formatted(line)));
      }
    }
  }

  private interface Reading<T> {
    T by(RunReader reader) throws SQLException;
  }

  /** Values that skytally cannot have stored are damage that SQLite does not notice. */
  private <T> T read(Reading<T> reading) throws HistoryException {
    try {
      return reading.by(new RunReader(connection));
    } catch (SQLException e) {
      throw new HistoryException(path, e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw HistoryException.damaged(path);
    }
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T answer(Question<T> question) throws HistoryException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new HistoryException(path, e);
    }
  }

  @Override
  public void close() throws HistoryException {
    answer(
        () -> {
          connection.close();
          return null;
        });
  }
}
