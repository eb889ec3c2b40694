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

/** Where snapshots are kept. */
public final class ArchiveOption {
  private final OptionSpec option =
      OptionSpec.builder("--archive")
          .paramLabel("DIR")
          .type(Path.class)
          .description(
              "The archive of element sets; if not given, your own:"
                  + " ~/.local/share/skytally/archive.")
          .build();

  public OptionSpec spec() {
    return option;
  }

  /** The folder of an archive that is there: the given one, or else the user's own if any. */
  public Optional<Path> folderIfAny(Console console) throws JobFailedException {
    Path given = option.getValue();
    if (given == null) {
      Optional<Path> own = UserFolders.archive(console);
      return own.isPresent() && Files.isDirectory(own.get()) ? own : Optional.empty();
    }
    if (!Files.isDirectory(given)) {
      throw new JobFailedException(
          "--archive "
              + given
              + ": there is no such folder; skytally fetch or skytally archive import makes"
              + " one");
    }
    return Optional.of(given);
  }

  /** An archive that is there. */
  public SnapshotArchive existing(Console console) throws JobFailedException {
    Path folder =
        folderIfAny(console)
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "there is no archive yet; skytally fetch or skytally archive import makes"
                            + " one"));
    return SnapshotArchive.open(folder);
  }

  /** The folder of an archive, which may be still to be made. */
  public Path folder(Console console) throws JobFailedException {
    Path given = option.getValue();
    if (given == null) {
      return UserFolders.archive(console)
          .orElseThrow(
              () ->
                  new JobFailedException(
                      "there is no place for an archive, as neither XDG_DATA_HOME nor HOME is set:"
                          + " give --archive DIR"));
    }
    if (given.toString().isEmpty() || (Files.exists(given) && !Files.isDirectory(given))) {
      throw new JobFailedException(
          "--archive " + TextFile.quoted(given.toString()) + " is no folder, expected one");
    }
    return given;
  }
}
