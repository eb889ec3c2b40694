package dev.skytally.cli;

import java.nio.file.Path;

/** Where a user's data lies if nothing else is said, by the XDG base directory specification. */
final class DataFolder {
  private DataFolder() {}

  static Path path() {
    String given = System.getenv("XDG_DATA_HOME");
    Path data =
        given != null && given.startsWith("/")
            ? Path.of(given)
            : Path.of(System.getProperty("user.home"), ".local", "share");
    return data.resolve("skytally");
  }
}
