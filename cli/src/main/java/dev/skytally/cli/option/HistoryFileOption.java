package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.history.SqliteLibrary;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where the history is. */
public final class HistoryFileOption {
  private final OptionSpec file =
      OptionSpec.builder("--history")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "The file of the history (SQLite); if not given, history.sqlite in"
                  + " $XDG_DATA_HOME/skytally (~/.local/share/skytally).")
          .build();

  public HistoryFileOption(CommandSpec command) {
    command.addOption(file);
  }

  /** The file, which SQLite can open from then on. */
  public Path path(Console console) throws JobFailedException {
    SqliteLibrary.keepIn(UserFolders.cache(console));
    Path given = file.getValue();
    if (given == null) {
      return UserFolders.history(console)
          .orElseThrow(
              () ->
                  new JobFailedException(
                      "there is no place for a history, as neither XDG_DATA_HOME nor HOME is set:"
                          + " give --history FILE"));
    }
    if (given.toString().isEmpty() || Files.isDirectory(given)) {
      throw new JobFailedException(
          "--history " + TextFile.quoted(given.toString()) + " is no file, expected one");
    }
    return given;
  }

  /** The given file; by default the user's own and the one beside an archive, if they exist. */
  public List<Path> allFor(Console console, Path archive) throws JobFailedException, IOException {
    if (file.getValue() != null) {
      return List.of(path(console));
    }
    List<Path> existing = new ArrayList<>();
    UserFolders.history(console).filter(Files::exists).ifPresent(existing::add);
    Path beside = archive.resolveSibling("history.sqlite");
    if (Files.exists(beside)
        && (existing.isEmpty() || !Files.isSameFile(beside, existing.get(0)))) {
      existing.add(beside);
    }
    if (!existing.isEmpty()) {
      SqliteLibrary.keepIn(UserFolders.cache(console));
    }
    return existing;
  }
}
