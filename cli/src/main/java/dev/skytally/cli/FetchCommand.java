package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.FetchOptions;
import dev.skytally.cli.option.Heading;
import dev.skytally.fetch.FetchOutcome;
import dev.skytally.fetch.FetchSource;
import dev.skytally.fetch.Fetcher;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Fetches fresh element sets and archives them. */
final class FetchCommand extends Command {
  static final String NAME = "fetch";

  private final FetchOptions options = new FetchOptions(command);

  private final OptionSpec dryRun =
      Heading.option(Heading.ELEMENT_SETS, "--dry-run")
          .type(boolean.class)
          .initialValue(false)
          .description("Print what a fetch would request, but request nothing.")
          .build();

  FetchCommand(Console console) {
    super(NAME, console);
    command.addOption(dryRun);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Fetches fresh element sets from CelesTrak or another source and archives them.")
        .description(
            "",
            "Requests a group at most every two hours, however often you run the command. An answer"
                + " that fails the checks is kept apart, and the archive stays as it is.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally fetch",
            "  skytally fetch --groups gps-ops,galileo --omm csv",
            "  skytally fetch --from ~/Downloads/space-track.json");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    List<FetchSource> sources = options.sources();
    Fetcher fetcher = options.fetcher(console);
    return dryRun.getValue() ? printPlan(sources, fetcher) : fetch(sources, fetcher);
  }

  private int printPlan(List<FetchSource> sources, Fetcher fetcher)
      throws IOException, JobFailedException {
    for (FetchSource source : sources) {
      Optional<Instant> until = fetcher.notDueUntil(source);
      console.say(
          until.isPresent()
              ? FetchOptions.line(new FetchOutcome.NotDue(source, until.get()))
              : source + ": would be requested now");
    }
    return ExitCode.DONE;
  }

  private int fetch(List<FetchSource> sources, Fetcher fetcher)
      throws IOException, JobFailedException {
    int code = ExitCode.DONE;
    List<FetchOutcome> outcomes = fetcher.run(sources);
    for (FetchOutcome outcome : outcomes) {
      if (outcome instanceof FetchOutcome.Failed || outcome instanceof FetchOutcome.Rejected) {
        console.error(FetchOptions.line(outcome));
        code = ExitCode.FAILED;
      } else {
        console.say(FetchOptions.line(outcome));
      }
    }
    for (FetchSource source : sources.subList(outcomes.size(), sources.size())) {
      console.error(source + ": not requested after this failure");
    }
    Instant newest = options.archive(console).newestEpoch();
    new Freshness(newest, console.clock().instant(), options.times())
        .warning()
        .ifPresent(console::warn);
    return code;
  }
}
