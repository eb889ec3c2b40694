package dev.skytally.history;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.tally.Metric;
import java.io.IOException;
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
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * All runs that were ever computed, in one SQLite file, which any SQLite client may read at any
 * time. Several processes may use one file at once: readers never wait, writers wait for each
 * other.
 *
 * <p>A run is stored whole or not at all, and what was kept survives a loss of power. One thread at
 * a time may use an instance.
 */
public final class HistoryFile implements AutoCloseable {
  /** Writers hold the lock for some milliseconds each. */
  static final int LONGEST_WAIT_SECONDS = 60;

  private static final int BETWEEN_TRIES_MILLIS = 20;
  private static final Duration BETWEEN_CHECKS = Duration.ofDays(1);

  /** What SQLite answers where its checks find nothing. */
  private static final String SOUND = "ok";

  private final Path path;
  private final Connection connection;

  private HistoryFile(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /**
   * Opens a history, or begins one, with the folders above it.
   *
   * @throws HistoryException if it is damaged, too
   */
  public static HistoryFile open(Path path) throws IOException {
    createFolder(path);
    return open(path, Schema.CURRENT);
  }

  /**
   * As {@link #open(Path)}, but reads the whole file to find damage only if that was last done more
   * than a day ago. It takes a second for four years at four runs a day.
   */
  public static HistoryFile openCheckedDaily(Path path, Instant now) throws IOException {
    createFolder(path);
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

  private static void createFolder(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Opens a history that must be there, to read it. Neither it nor its folder need be writable.
   *
   * @throws HistoryException if it is damaged, too
   */
  public static HistoryFile openExisting(Path path) throws IOException {
    requireExisting(path);
    return opened(path, () -> connectToRead(path), connection -> requireSound(connection, path));
  }

  private static void requireExisting(Path path) throws HistoryException {
    if (Files.notExists(path)) {
      throw new HistoryException(
          path,
          "there is no history yet; skytally recompute or skytally history backfill begins one");
    }
  }

  static HistoryFile open(Path path, Schema schema) throws IOException {
    return opened(path, () -> connect(path, schema), connection -> requireSound(connection, path));
  }

  /** Makes a connection. */
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

  /** For reading what is there; nothing is written where that is not allowed. */
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

  /** Even who only reads writes beside the file, where that is allowed, to be seen by writers. */
  private static boolean isWritable(Path path) throws HistoryException {
    Path file = realPath(path);
    return Files.isWritable(file) && Files.isWritable(file.getParent());
  }

  /**
   * How to read what this user may not write. Without a log of writes beside it nobody is at work
   * on it, and it can be read without one.
   */
  private static String readOnly(Path path) throws HistoryException {
    Path file = realPath(path);
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    Path indexOfLog = file.resolveSibling(file.getFileName() + "-shm");
    if (Files.notExists(log)) {
      return "?mode=ro&immutable=1";
    }
    if (Files.notExists(indexOfLog)) {
      throw new HistoryException(
          path,
          "cannot be read without writing beside it, as "
              + log.getFileName()
              + " is there too: copy both to a folder of your own and read it there");
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

  private static HistoryFile opened(Path path, Connecting connecting, Check check)
      throws HistoryException {
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

  /** Refuses what is damaged, because it would give wrong figures rather than none. */
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

  /** A last check in the future was by a clock that was wrong. */
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
   * Turns WAL on, which the file then remembers. SQLite does not itself wait for others here, who
   * may be doing the same.
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
   * The digests of the snapshots whose runs this version of the program has stored, and whether
   * such a run is complete.
   */
  public Map<String, Boolean> snapshots(RunSetting setting, String programVersion)
      throws HistoryException {
    return read(reader -> reader.snapshots(setting, programVersion));
  }

  /**
   * Stores a run, unless it is there already.
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

  /** Looks at a history with a run stored in it. */
  public interface Look<T> {
    /**
     * Looks.
     *
     * @param isNew whether the run was not there already
     */
    T at(boolean isNew) throws IOException;
  }

  /** What this history would say if a run were stored; nothing is kept. */
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

  /** Every setting that was ever computed, in order of their first runs. */
  public List<RunSetting> settings() throws HistoryException {
    return read(reader -> reader.settings());
  }

  /**
   * The runs of a setting, by day. Of several of one day: that of the newest element sets, computed
   * last.
   */
  public List<StoredRun> runs(RunSetting setting) throws HistoryException {
    return read(reader -> reader.runs(setting));
  }

  /**
   * What the run of a snapshot is compared with, by day: last the run before it, and ahead of that
   * one the runs that held satellites last which it does not hold. If the snapshot itself was
   * computed before, by another version or with fewer satellites, that run is the last.
   *
   * @return runs whose {@link EventFinder#ofLast events} are those of all runs
   */
  public List<StoredRun> before(RunSetting setting, SnapshotFacts snapshot)
      throws HistoryException {
    return read(reader -> reader.before(setting, snapshot));
  }

  /** The run of one snapshot, if it is stored. */
  public Optional<StoredRun> find(RunSetting setting, String snapshotSha256, String programVersion)
      throws HistoryException {
    return read(reader -> reader.find(setting, snapshotSha256, programVersion));
  }

  /**
   * Those of some archived snapshots that a run was computed from, wholly or for single satellites.
   */
  public Set<Entry> computedFrom(Collection<Entry> snapshots) throws HistoryException {
    Set<String> names = read(RunReader::namesOfSnapshots);
    return snapshots.stream()
        .filter(entry -> names.contains(entry.sha256()) || names.contains(entry.label()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The sites with another leader in a later run, in the order of the sites. */
  public List<SideChange> sideChanges(StoredRun before, StoredRun after, Metric metric)
      throws HistoryException {
    return read(reader -> reader.sideChanges(before, after, metric));
  }

  /** What one site of a setting saw, by day. */
  public List<SiteDay> days(RunSetting setting, int site) throws HistoryException {
    return read(reader -> reader.days(setting, site));
  }

  /**
   * Looks for damage: of the file, of references between tables, and of runs that are not whole or
   * that cannot have been stored so.
   *
   * @return what is wrong, a line each; empty if all is well
   */
  public static List<String> verify(Path path) throws HistoryException {
    requireExisting(path);
    if (path.toFile().length() == 0) {
      return List.of("is empty, expected a history; delete it to begin a new one");
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
      problems.add("holds what cannot have been stored so (" + e.getMessage() + ")");
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

  /** What was never stored so is damage that SQLite cannot see. */
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
