package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.TimeZoneOption;
import dev.skytally.report.elements.ArchiveReport;
import java.io.IOException;

/** Lists the archived snapshots. */
final class ArchiveListCommand extends Command {
  static final String NAME = "list";

  private final ArchiveOption archive = new ArchiveOption();
  private final TimeZoneOption timeZone;
  private final OutputOptions output;

  ArchiveListCommand(Console console) {
    super(NAME, console);
    timeZone = new TimeZoneOption(command, console, Heading.ELEMENT_SETS);
    command.addOption(archive.spec()).addOption(timeZone.spec());
    output = new OutputOptions(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Lists the archived snapshots, oldest first.")
        .footer("", "Examples:", "  skytally archive list --format csv");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    output.requireWritable();
    SnapshotArchive snapshots = archive.existing(console);
    output.write(
        console,
        new ArchiveReport(snapshots.folder().toString(), snapshots.entries(), timeZone.times()));
    return ExitCode.DONE;
  }
}
