package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.history.RunSetting;
import dev.skytally.report.history.RecomputeReport;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Computes a run with the newest element sets and reports what changed. */
final class RecomputeCommand extends Command {
  static final String NAME = "recompute";

  private final RecomputeJob job = new RecomputeJob(command, console);

  private final OptionSpec failOnChange =
      Heading.option(Heading.OUTPUT, "--fail-on-change")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Exit with 3 if a site has another leader, or if a satellite appeared, disappeared or"
                  + " changed its PRN.")
          .build();

  private final OptionSpec failOnStale =
      Heading.option(Heading.OUTPUT, "--fail-on-stale")
          .paramLabel("DAYS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description(
              "Exit with 1 if the newest element sets are more than DAYS old or this machine's clock"
                  + " is wrong, so that a scheduler notices.")
          .build();

  private final OutputOptions output;

  RecomputeCommand(Console console) {
    super(NAME, console);
    command.addOption(failOnChange).addOption(failOnStale);
    output = new OutputOptions(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header(
            "Fetches element sets if due, computes with them, reports changes and stores the run.")
        .description(
            "",
            "Made for schedulers. Computes the day of the newest element sets, archived or bundled. If"
                + " they lack a system, the newest ones that have it count. If fetching fails, Skytally"
                + " warns and uses the archived element sets. Changes that could not be reported are"
                + " reported by the next run.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally recompute",
            "  skytally recompute --no-fetch --mask 5",
            "  skytally recompute --fail-on-change -o last.txt || [ $? != 3 ] || cat last.txt");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    output.requireWritable();
    RunSetting setting = job.setting();
    RecomputeReport report =
        job.run(setting, console, found -> output.write(console.forWhatMustBeRead(), found));
    Optional<String> stale = stale(report.run().snapshot().medianEpoch());
    if (failOnChange.<Boolean>getValue() && report.hasChanges()) {
      // A change is reported once, but the next run reports what is stale again.
      stale.ifPresent(console::error);
      return ExitCode.CHANGED;
    }
    if (stale.isPresent()) {
      throw new JobFailedException(stale.get());
    }
    return ExitCode.DONE;
  }

  private Optional<String> stale(Instant newestEpoch) {
    Integer mostDays = failOnStale.getValue();
    return mostDays == null
        ? Optional.empty()
        : new Freshness(newestEpoch, console.clock().instant(), job.times()).failure(mostDays);
  }
}
