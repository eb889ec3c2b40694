package dev.skytally.cli;

import dev.skytally.cli.console.ProgramVersion;
import dev.skytally.cli.option.Heading;
import java.util.List;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The program itself, and the options of all its commands. */
final class SkytallyCommand implements Runnable {
  static final List<String> VERSION_OPTIONS = List.of("-V", "--version");

  private CommandSpec command;

  CommandSpec spec() {
    command = CommandSpec.wrapWithoutInspection(this).name("skytally");
    addHelpTo(command);
    command
        .usageMessage()
        .description(
            "Shows which navigation satellites can be seen from where, and which system is ahead.",
            "")
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "",
            "In view means geometry only: elevation at or above the mask. Times are UTC, or in the zone of --timezone.",
            "",
            "Examples:",
            "  skytally capitals                     GPS and BeiDou at each of 195 capitals",
            "  skytally capitals --date 2020-11-25 --mask 5",
            "  skytally passes Ethiopia --systems BDS",
            "  skytally sky Ethiopia -o sky.svg      a plot of the satellites in the sky",
            "  skytally plan Ethiopia --need \"pdop <= 2\"   when to measure there",
            "  skytally world -o lead.png            a map of the leading system in each place",
            "  skytally finding                      a published figure, and what it depends on",
            "  skytally history                      which system led when, by day",
            "",
            "'skytally COMMAND --help' explains a command.",
            "Exit codes: 0 done, 1 the job failed, 2 wrong usage, 3 changed (recompute).");
    return command;
  }

  static void addHelpTo(CommandSpec command) {
    command.usageMessage().commandListHeading("%nCommands:%n");
    command
        .addOption(
            Heading.option(Heading.GENERAL, "-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            Heading.option(Heading.GENERAL, VERSION_OPTIONS.toArray(new String[0]))
                .versionHelp(true)
                .description("Print version information and exit.")
                .build())
        .versionProvider(new Version());
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "a command is missing");
  }

  private static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"skytally " + ProgramVersion.orNone()};
    }
  }
}
