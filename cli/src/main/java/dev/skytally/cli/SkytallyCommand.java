package dev.skytally.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "skytally",
    description = "Which navigation satellites are in view from where, and which system is ahead.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = SkytallyCommand.Version.class,
    footer = {
      "",
      "In view means geometry only: elevation at or above the mask. All times are UTC.",
      "",
      "Examples:",
      "  skytally capitals                     BeiDou or GPS, at each of 195 capitals",
      "  skytally capitals --date 2020-11-25 --mask 5",
      "  skytally passes Ethiopia --systems BDS",
      "  skytally finding                      a published figure, and how firm it is",
      "",
      "'skytally COMMAND --help' explains a command.",
      "Exit codes: 0 done, 1 the job failed, 2 wrong usage."
    })
final class SkytallyCommand implements Runnable {
  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "a command is missing");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"skytally " + (version == null ? "(not packaged)" : version)};
    }
  }
}
