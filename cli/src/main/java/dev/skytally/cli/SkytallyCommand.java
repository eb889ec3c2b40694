package dev.skytally.cli;

import dev.skytally.cli.console.ProgramVersion;
import java.util.List;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The program itself, and the options that all its commands share. */
final class SkytallyCommand implements Runnable {
  static final List<String> VERSION_OPTIONS = List.of("-V", "--version");

  private CommandSpec command;

  CommandSpec spec() {
    command = CommandSpec.wrapWithoutInspection(this).name("skytally");
    addHelpTo(command);
    command
        .usageMessage()
        .description(
            "Which navigation satellites are in view from where, and which system is ahead.")
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "",
            "In view means geometry only: elevation at or above the mask. All times are UTC.",
            "",
            "Examples:",
            "  skytally capitals                     BeiDou or GPS, at each of 195 capitals",
            "  skytally capitals --date 2020-11-25 --mask 5",
            "  skytally passes Ethiopia --systems BDS",
            "  skytally sky Ethiopia -o sky.svg      what stands where, as a sky plot",
            "  skytally world -o lead.png            the map of who leads where",
            "  skytally finding                      a published figure, and how firm it is",
            "  skytally history                      who led when, of all that was computed",
            "",
            "'skytally COMMAND --help' explains a command.",
            "Exit codes: 0 done, 1 the job failed, 2 wrong usage, 3 changed (recompute).");
    return command;
  }

  static void addHelpTo(CommandSpec command) {
    command
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder(VERSION_OPTIONS.toArray(new String[0]))
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
