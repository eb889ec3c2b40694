package dev.skytally.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The archive of element sets: its commands. */
final class ArchiveCommand implements Callable<Integer> {
  private final Console console;
  private final CommandSpec command = SkytallyCommand.subcommand("archive", this);

  ArchiveCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    command
        .usageMessage()
        .header("Lists, verifies, imports, exports and prunes the archive of element sets.")
        .description(
            "",
            "Where an archive is, each satellite flies by the element set nearest in epoch of all"
                + " archived and bundled ones. It is a plain folder: copy it as it is.",
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
    SkytallyCommand.addHelpTo(command);
    for (CommandSpec each :
        List.of(
            new ArchiveListCommand(console).spec(),
            new ArchiveVerifyCommand(console).spec(),
            new ArchiveImportCommand(console).spec(),
            new ArchiveExportCommand(console).spec(),
            new ArchivePruneCommand(console).spec())) {
      command.addSubcommand(each.name(), each);
    }
    return command;
  }

  @Override
  public Integer call() {
    throw new ParameterException(command.commandLine(), "a command is missing");
  }
}
