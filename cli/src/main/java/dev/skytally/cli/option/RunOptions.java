package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.history.RunSetting;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options for the setting of runs and for the history that holds them. */
public final class RunOptions {
  private final SystemsOption systems;

  private final OptionSpec status;
  private final OptionSpec maskDegrees;

  private final OptionSpec usable =
      Heading.option(Heading.SATELLITES, "--usable")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Count satellites only while they are usable according to the bundled list of notices"
                  + " (GPS, 2021 to September 2025).")
          .build();

  private final SitesOption sites;
  private final HistoryFileOption historyFile;

  /** Adds the options for runs that a command computes. */
  public static RunOptions toCompute(CommandSpec command, Console console) {
    return new RunOptions(command, console, "GPS,BDS", "operational", "0");
  }

  /** Adds the options that choose stored runs; an option that is not given restricts nothing. */
  public static RunOptions toChoose(CommandSpec command, Console console) {
    return new RunOptions(command, console, "any", "any", "any");
  }

  private RunOptions(
      CommandSpec command,
      Console console,
      String usualSystems,
      String usualStatus,
      String usualMask) {
    systems = new SystemsOption(command, usualSystems);
    status =
        Heading.option(Heading.SATELLITES, "--status")
            .paramLabel("STATUS")
            .type(StatusFilter.class)
            .converters(new Arguments.Status())
            .description(
                "Status of the satellites to count: operational, transmitting or all (default: "
                    + usualStatus
                    + ").")
            .build();
    maskDegrees =
        Heading.option(Heading.SITES, "--mask")
            .paramLabel("DEGREES")
            .type(Double.class)
            .converters(new Arguments.Degrees())
            .description(VisibilityOptions.maskDescription(usualMask))
            .build();
    command.addOption(systems.spec()).addOption(status).addOption(usable).addOption(maskDegrees);
    sites =
        new SitesOption(
            command, console, "Sites from FILE instead of the capitals, as for skytally capitals.");
    historyFile = new HistoryFileOption(command);
  }

  /** Returns the setting that is asked for, with defaults for the options that are not given. */
  public RunSetting setting() throws IOException {
    StatusFilter filter = status.getValue();
    Double degrees = maskDegrees.getValue();
    return new RunSetting(
        systems.given().orElse(List.of(GnssSystem.GPS, GnssSystem.BDS)),
        filter == null ? StatusFilter.OPERATIONAL : filter,
        degrees == null ? 0 : degrees,
        usable.<Boolean>getValue(),
        sites.file().map(file -> file.getFileName().toString()).orElse(RunSetting.CAPITALS),
        sites.sitesWithoutMasks("a history has one mask for all sites"));
  }

  /** Returns whether a setting of a history agrees with every option that is given. */
  public boolean allow(RunSetting candidate, RunSetting asked) {
    return (systems.given().isEmpty() || candidate.systems().equals(asked.systems()))
        && (status.getValue() == null || candidate.status() == asked.status())
        && (maskDegrees.getValue() == null || candidate.maskDegrees() == asked.maskDegrees())
        && (!usable.<Boolean>getValue() || candidate.usable())
        && (sites.file().isEmpty() || candidate.hasSitesOf(asked));
  }

  public Path historyFile(Console console) throws JobFailedException {
    return historyFile.path(console);
  }
}
