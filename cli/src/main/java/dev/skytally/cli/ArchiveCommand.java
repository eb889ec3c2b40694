package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Groups the commands about the archive of element sets. */
final class ArchiveCommand extends Command {
  static final String NAME = "archive";

  ArchiveCommand(Console console) {
    super(NAME, console);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Lists, verifies, imports, exports and prunes the archive of element sets.")
        .description(
            "",
            "With an archive, commands use for each satellite the element set nearest to the window,"
                + " out of all archived and bundled ones. An archive is a plain folder that you can"
                + " copy.",
            "")
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "",
            "Examples:",
            "  skytally archive import old-tles/",
            "  skytally archive list",
            "  skytally archive verify",
            "  skytally archive export snapshots/ --date 2023-05-05",
            "  skytally archive prune --keep all:90d,weekly:2y,monthly");
    for (CommandSpec each :
        List.of(
            new ArchiveListCommand(console).spec(),
            new ArchiveVerifyCommand(console).spec(),
            new ArchiveImportCommand(console).spec(),
            new ArchiveExportCommand(console).spec(),
            new ArchivePruneCommand(console).spec())) {
      command.addSubcommand(each.name(), each);
    }
  }

  @Override
  public Integer call() {
    throw wrongUsage("a command is missing");
  }
}
