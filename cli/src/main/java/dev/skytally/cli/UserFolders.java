package dev.skytally.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where a user's things are kept, as the XDG Base Directory Specification has it. */
final class UserFolders {
  private UserFolders() {}

  /** The user's archive of element sets, which may be still to be made. */
  static Optional<Path> archive(Console console) {
    return base(console, "XDG_DATA_HOME", ".local/share").map(data -> data.resolve("archive"));
  }

  /** The user's history, which may be still to be begun. */
  static Optional<Path> history(Console console) {
    return base(console, "XDG_DATA_HOME", ".local/share")
        .map(data -> data.resolve("history.sqlite"));
  }

  /** What is remembered from run to run. */
  static Optional<Path> state(Console console) {
    return base(console, "XDG_STATE_HOME", ".local/state");
  }

  /** A relative path in the variable counts for nothing, by the specification. */
  private static Optional<Path> base(Console console, String variable, String belowHome) {
    return console
        .variable(variable)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> console.variable("HOME").map(home -> Path.of(home, belowHome)))
        .map(base -> base.resolve("skytally"));
  }
}
