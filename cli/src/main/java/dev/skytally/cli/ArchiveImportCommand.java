package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Adds files of element sets to the archive. */
final class ArchiveImportCommand extends Command {
  static final String NAME = "import";

  private final PositionalParamSpec files =
      PositionalParamSpec.builder()
          .index("0..*")
          .arity("1..*")
          .required(true)
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .description(
              "Files of element sets (TLE or OMM; plain, .gz or .Z), each a snapshot, or folders of"
                  + " such files.")
          .build();

  private final ArchiveOption archive = new ArchiveOption();

  ArchiveImportCommand(Console console) {
    super(NAME, console);
    command.addPositional(files).addOption(archive.spec());
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Adds files of element sets to the archive, each as a snapshot.")
        .description(
            "",
            "Skips snapshots that the archive already has. Rejects a file if more than a tenth of its"
                + " element sets are damaged, and continues with the others.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally archive import old-tles/",
            "  skytally archive import /media/usb/skytally/archive/snapshots");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    List<Path> all = new ArrayList<>();
    for (Path given : files.<List<Path>>getValue()) {
      all.addAll(TextFile.filesOf(given));
    }
    SnapshotArchive snapshots = SnapshotArchive.open(archive.folder(console));
    int rejected = 0;
    int stored;
    try (SnapshotArchive.Writer writer = snapshots.write();
        Progress progress = new Progress(console, false)) {
      for (int i = 0; i < all.size(); i++) {
        try {
          store(all.get(i), writer, console);
        } catch (InputFormatException | JobFailedException e) {
          console.error("not stored: " + e.getMessage());
          rejected++;
        }
        progress.accept((i + 1.0) / all.size());
      }
      stored = writer.written();
    }
    console.say(
        "%s stored, %s already there, %s rejected, of %s"
            .formatted(
                stored,
                all.size() - stored - rejected,
                rejected,
                all.size() == 1 ? "1 file" : all.size() + " files"));
    return rejected == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void store(Path file, SnapshotArchive.Writer writer, Console console)
      throws IOException, JobFailedException {
    TextFile text = TextFile.read(file);
    Snapshot snapshot = ElementSetReader.read(text);
    snapshot.requireSound();
    if (!snapshot.problems().isEmpty()) {
      console.warn(file + ": " + snapshot.damage(" and do not count"));
    }
    writer.add(
        text,
        SnapshotArchive.originOf(file).orElse(file.toAbsolutePath().normalize().toString()),
        Instant.now());
  }
}
