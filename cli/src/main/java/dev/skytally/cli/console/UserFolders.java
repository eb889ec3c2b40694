package dev.skytally.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's folders, according to the XDG Base Directory Specification. */
public final class UserFolders {
  private static final String FOLDER = "skytally";

  private UserFolders() {}

  /** Returns the user's archive of element sets, which need not exist yet. */
  public static Optional<Path> archive(Console console) {
    Path data = base(console, "XDG_DATA_HOME", ".local/share");
    return data == null ? Optional.empty() : Optional.of(data.resolve("archive"));
  }

  /** Returns the user's folder of notices of outages, which need not exist yet. */
  public static Optional<Path> notices(Console console) {
    Path data = base(console, "XDG_DATA_HOME", ".local/share");
    return data == null ? Optional.empty() : Optional.of(data.resolve("notices"));
  }

  /** Returns the user's folder of notices of outages if it holds files that are not hidden. */
  public static Optional<Path> noticesIfAny(Console console) throws IOException {
    Optional<Path> folder = notices(console);
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      boolean isEmpty =
          files
              .filter(Files::isRegularFile)
              .allMatch(file -> file.getFileName().toString().startsWith("."));
      return isEmpty ? Optional.empty() : folder;
    }
  }

  /** Returns the user's history, which need not exist yet. */
  public static Optional<Path> history(Console console) {
    return Optional.ofNullable(base(console, "XDG_DATA_HOME", ".local/share"))
        .map(data -> data.resolve("history.sqlite"));
  }

  /** Returns the folder of data that later runs need. */
  public static Optional<Path> state(Console console) {
    return Optional.ofNullable(base(console, "XDG_STATE_HOME", ".local/state"));
  }

  /** Returns the folder of files that can be created again. */
  public static Optional<Path> cache(Console console) {
    return Optional.ofNullable(base(console, "XDG_CACHE_HOME", ".cache"));
  }

  /**
   * Returns null if there is none. The specification ignores relative paths. Every run calls this,
   * so there are no lambdas, whose first use costs time.
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
