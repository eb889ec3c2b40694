package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.ArchiveOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks the archive for damage. */
final class ArchiveVerifyCommand extends Command {
  static final String NAME = "verify";

  private final ArchiveOption archive = new ArchiveOption();

  ArchiveVerifyCommand(Console console) {
    super(NAME, console);
    command.addOption(archive.spec());
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Reads every archived snapshot and reports damaged and missing ones.")
        .footer("", "Examples:", "  skytally archive verify --archive /srv/elements");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    SnapshotArchive snapshots = archive.existing(console);
    List<String> problems = snapshots.verify();
    problems.forEach(console::error);
    for (Path unlisted : snapshots.unlisted()) {
      console.warn(
          unlisted + ": the manifest does not list it yet; the next import or fetch adds it");
    }
    if (!problems.isEmpty()) {
      return ExitCode.FAILED;
    }
    int count = snapshots.entries().size();
    console.say(
        "%s in %s, all undamaged"
            .formatted(count == 1 ? "1 snapshot" : count + " snapshots", snapshots.folder()));
    return ExitCode.DONE;
  }
}
