package dev.skytally.cli.console;

import java.nio.file.Path;
import java.util.Optional;

/** Where a user's things are kept, as the XDG Base Directory Specification has it. */
public final class UserFolders {
  private static final String FOLDER = "skytally";

  private UserFolders() {}

  /** The user's archive of element sets, which may be still to be made. */
  public static Optional<Path> archive(Console console) {
    Path data = base(console, "XDG_DATA_HOME", ".local/share");
    return data == null ? Optional.empty() : Optional.of(data.resolve("archive"));
  }

  /** The user's history, which may be still to be begun. */
  public static Optional<Path> history(Console console) {
    return Optional.ofNullable(base(console, "XDG_DATA_HOME", ".local/share"))
        .map(data -> data.resolve("history.sqlite"));
  }

  /** What is remembered from run to run. */
  public static Optional<Path> state(Console console) {
    return Optional.ofNullable(base(console, "XDG_STATE_HOME", ".local/state"));
  }

  /** Files that can be made again. */
  public static Optional<Path> cache(Console console) {
    return Optional.ofNullable(base(console, "XDG_CACHE_HOME", ".cache"));
  }

  /**
   * Null if there is none. A relative path in the variable counts for nothing, by the
   * specification. Every run comes by here, so without lambdas, which take their time at first.
   */
  private static Path base(Console console, String variable, String belowHome) {
    Optional<String> given = console.variable(variable);
    if (given.isPresent() && Path.of(given.get()).isAbsolute()) {
      return Path.of(given.get(), FOLDER);
    }
    Optional<String> home = console.variable("HOME");
    return home.isPresent() ? Path.of(home.get(), belowHome, FOLDER) : null;
  }
}
