package dev.skytally.cli.option;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.input.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** The option for the archive of element sets. */
public final class ArchiveOption {
  private final OptionSpec option =
      Heading.option(Heading.ELEMENT_SETS, "--archive")
          .paramLabel("DIR")
          .type(Path.class)
          .description(
              "The archive of element sets (default: skytally/archive in $XDG_DATA_HOME or"
                  + " ~/.local/share).")
          .build();

  public OptionSpec spec() {
    return option;
  }

  /**
   * Returns the folder of the given archive, which must exist, or of the default one if it does.
   */
  public Optional<Path> folderIfAny(Console console) throws JobFailedException {
    Path given = option.getValue();
    if (given == null) {
      Optional<Path> own = UserFolders.archive(console);
      return own.isPresent() && Files.isDirectory(own.get()) ? own : Optional.empty();
    }
    if (!Files.isDirectory(given)) {
      throw new JobFailedException(
          console.words(
              "--archive "
                  + given
                  + ": there is no such folder; create it with skytally fetch or skytally archive"
                  + " import",
              "the server's archive of element sets is missing"));
    }
    return Optional.of(given);
  }

  /** Returns whether the user names an archive. */
  public boolean isGiven() {
    return option.getValue() != null;
  }

  /** Returns the folder that the user names, if any. */
  public Optional<Path> given() {
    return Optional.ofNullable(option.getValue());
  }

  /** Returns an existing archive. */
  public SnapshotArchive existing(Console console) throws JobFailedException {
    Path folder =
        folderIfAny(console)
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "there is no archive yet; create one with skytally fetch or skytally archive"
                            + " import"));
    return SnapshotArchive.open(folder);
  }

  /** Returns the folder of an archive that need not exist yet. */
  public Path folder(Console console) throws JobFailedException {
    Path given = option.getValue();
    if (given == null) {
      return UserFolders.archive(console)
          .orElseThrow(
              () ->
                  new JobFailedException(
                      "there is no place for an archive, because neither XDG_DATA_HOME nor HOME is"
                          + " set: give --archive DIR"));
    }
    if (given.toString().isEmpty() || (Files.exists(given) && !Files.isDirectory(given))) {
      throw new JobFailedException(
          "--archive " + TextFile.quoted(given.toString()) + " is not a folder, expected one");
    }
    return given;
  }
}
