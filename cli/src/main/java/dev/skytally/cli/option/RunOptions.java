package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.history.RunSetting;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.SiteList;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the runs of a history ask, and where the history is. */
public final class RunOptions {
  private final SystemsOption systems;

  private final OptionSpec status;
  private final OptionSpec maskDegrees;

  private final OptionSpec sitesFile =
      OptionSpec.builder("--sites")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Places of your own instead of the capitals, as for skytally capitals.")
          .build();

  private final HistoryFileOption historyFile;

  /** Of runs that are to be computed. */
  public static RunOptions toCompute(CommandSpec command) {
    return new RunOptions(command, "GPS,BDS", "operational", "0");
  }

  /** Of runs that are stored: what is not given may be anything. */
  public static RunOptions toChoose(CommandSpec command) {
    return new RunOptions(command, "any", "any", "any");
  }

  private RunOptions(
      CommandSpec command, String usualSystems, String usualStatus, String usualMask) {
    systems = new SystemsOption(command, usualSystems);
    status =
        OptionSpec.builder("--status")
            .paramLabel("STATUS")
            .type(StatusFilter.class)
            .converters(new Arguments.Status())
            .description("operational, transmitting or all; " + usualStatus + " if not given.")
            .build();
    maskDegrees =
        OptionSpec.builder("--mask")
            .paramLabel("DEGREES")
            .type(Double.class)
            .converters(new Arguments.Degrees())
            .description(
                "The least elevation at which a satellite counts; " + usualMask + " if not given.")
            .build();
    command.addOption(systems.spec()).addOption(status).addOption(maskDegrees).addOption(sitesFile);
    historyFile = new HistoryFileOption(command);
  }

  /** The setting that is asked for, where what is not given has its usual value. */
  public RunSetting setting() throws IOException {
    Path file = sitesFile.getValue();
    StatusFilter filter = status.getValue();
    Double degrees = maskDegrees.getValue();
    return new RunSetting(
        systems.given().orElse(List.of(GnssSystem.GPS, GnssSystem.BDS)),
        filter == null ? StatusFilter.OPERATIONAL : filter,
        degrees == null ? 0 : degrees,
        file == null ? RunSetting.CAPITALS : file.getFileName().toString(),
        file == null ? WorldCapitals.all() : SiteList.read(file));
  }

  /** Whether a setting of a history is not excluded by what is given. */
  public boolean allow(RunSetting candidate, RunSetting asked) {
    return (systems.given().isEmpty() || candidate.systems().equals(asked.systems()))
        && (status.getValue() == null || candidate.status() == asked.status())
        && (maskDegrees.getValue() == null || candidate.maskDegrees() == asked.maskDegrees())
        && (sitesFile.getValue() == null || candidate.hasSitesOf(asked));
  }

  public Path historyFile(Console console) throws JobFailedException {
    return historyFile.path(console);
  }
}
