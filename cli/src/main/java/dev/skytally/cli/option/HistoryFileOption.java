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
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option for the file of the history. */
public final class HistoryFileOption {
  private final OptionSpec file =
      Heading.option(Heading.HISTORY, "--history")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "The file of the history, SQLite (default: skytally/history.sqlite in $XDG_DATA_HOME or"
                  + " ~/.local/share).")
          .build();

  public HistoryFileOption(CommandSpec command) {
    command.addOption(file);
  }

  /** Returns the file that the user names, if any. */
  public Optional<Path> given() {
    return Optional.ofNullable(file.getValue());
  }

  /** Returns the file, and prepares SQLite to open it. */
  public Path path(Console console) throws JobFailedException {
    SqliteLibrary.keepIn(UserFolders.cache(console));
    Path given = file.getValue();
    if (given == null) {
      return UserFolders.history(console)
          .orElseThrow(
              () ->
                  new JobFailedException(
                      console.words(
                          "there is no place for a history, because neither XDG_DATA_HOME nor HOME"
                              + " is set: give --history FILE",
                          "the server has no history")));
    }
    if (given.toString().isEmpty() || Files.isDirectory(given)) {
      throw new JobFailedException(
          console.words(
              "--history " + TextFile.quoted(given.toString()) + " is not a file, expected one",
              "the server's history is not a file"));
    }
    return given;
  }

  /**
   * Returns the given file; by default the user's own one and the one beside an archive, as far as
   * they exist.
   */
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
