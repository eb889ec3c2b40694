package dev.skytally.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where the history is. */
final class HistoryFileOption {
  private final OptionSpec file =
      OptionSpec.builder("--history")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "The file of the history (SQLite); if not given, history.sqlite in"
                  + " $XDG_DATA_HOME/skytally or ~/.local/share/skytally.")
          .build();

  HistoryFileOption(CommandSpec command) {
    command.addOption(file);
  }

  Path path() {
    Path given = file.getValue();
    return given == null ? DataFolder.path().resolve("history.sqlite") : given;
  }
}
