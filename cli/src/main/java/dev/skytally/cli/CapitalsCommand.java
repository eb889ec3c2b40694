package dev.skytally.cli;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.cli.report.CapitalsReport;
import dev.skytally.cli.report.Selection;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "capitals",
    header = "Counts what is in view from every capital, and says which system leads.",
    description = {
      "",
      "At each site: the greatest, the mean and the least number in view of each system over the"
          + " window, and the share of time in which each is ahead.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = SkytallyCommand.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  skytally capitals --date 2020-11-25 --mask 5",
      "  skytally capitals --systems GPS,BDS,GAL --format csv -o capitals.csv",
      "  skytally capitals --elements gnss.tle --status transmitting --every 60s",
      "  skytally capitals --sites towns.csv --horizon street.csv --duration 7d"
    })
final class CapitalsCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec command;
  @Mixin private ConstellationOptions satellites;
  @Mixin private VisibilityOptions visibility;

  @Option(
      names = "--every",
      paramLabel = "STEP",
      converter = Arguments.Length.class,
      description =
          "Count at every STEP only, as 60s, as planning tools do; if not given, exactly.")
  private Duration step;

  @Mixin private OutputOptions output;

  CapitalsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    if (step != null && step.compareTo(visibility.duration) > 0) {
      throw new ParameterException(
          command.commandLine(), "--every is longer than --duration, nothing would be compared");
    }
    output.requireWritable();
    ElevationMask mask = visibility.mask();
    List<GroundSite> sites = visibility.sites();
    Selection selection = satellites.select(visibility.duration, output, console);
    StudyResult result;
    try (Progress progress = output.progress(console)) {
      VisibilityStudy study = visibility.study(selection, sites, mask, progress);
      result = (step == null ? study : study.sampledEvery(step)).run();
    }
    output.write(
        console,
        new CapitalsReport(
            visibility.setting(
                satellites, selection, mask, Optional.ofNullable(step), result.constellation()),
            result,
            visibility.areCapitals()));
    return Main.DONE;
  }
}
