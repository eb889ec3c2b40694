package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.cli.option.FetchOptions;
import dev.skytally.cli.option.Heading;
import dev.skytally.fetch.FetchOutcome;
import dev.skytally.fetch.FetchSource;
import dev.skytally.fetch.Fetcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Fetches fresh element sets and archives them. */
final class FetchCommand extends Command {
  static final String NAME = "fetch";

  private final FetchOptions options = new FetchOptions(command, console);

  private final OptionSpec dryRun =
      Heading.option(Heading.ELEMENT_SETS, "--dry-run")
          .type(boolean.class)
          .initialValue(false)
          .description("Print what a fetch would request, but request nothing.")
          .build();

  private final OptionSpec notices =
      Heading.option(Heading.SATELLITES, "--notices")
          .paramLabel("SOURCE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description(
              "Instead of element sets, fetch notices of outages from SOURCE, an address or a file,"
                  + " for --usable and --outages. Repeat the option for several sources.")
          .build();

  FetchCommand(Console console) {
    super(NAME, console);
    command.addOption(dryRun).addOption(notices);
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
            "  skytally fetch --from ~/Downloads/space-track.json",
            "  skytally fetch --notices https://example.org/nanu/current.txt");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    List<String> ofNotices = notices.getValue();
    if (ofNotices != null) {
      options.rejectWith(notices.longestName());
    }
    List<FetchSource> sources = ofNotices == null ? options.sources() : options.sources(ofNotices);
    Fetcher fetcher = options.fetcher(console);
    if (dryRun.getValue()) {
      return printPlan(sources, fetcher);
    }
    return ofNotices == null ? fetch(sources, fetcher) : fetchNotices(sources, fetcher);
  }

  private int printPlan(List<FetchSource> sources, Fetcher fetcher)
      throws IOException, JobFailedException {
    for (FetchSource source : sources) {
      Optional<Instant> until = fetcher.notDueUntil(source);
      console.say(
          until.isPresent()
              ? options.line(new FetchOutcome.NotDue(source, until.get()))
              : source + ": would be requested now");
    }
    return ExitCode.DONE;
  }

  private int fetchNotices(List<FetchSource> sources, Fetcher fetcher)
      throws IOException, JobFailedException {
    Path folder =
        UserFolders.notices(console)
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "there is no place for notices, because neither XDG_DATA_HOME nor HOME is"
                            + " set: set one of them"));
    List<FetchOutcome> outcomes = new ArrayList<>();
    for (FetchSource source : sources) {
      outcomes.add(fetcher.runNotices(source, folder));
    }
    return print(outcomes);
  }

  /** Prints the outcomes, and returns the exit code. */
  private int print(List<FetchOutcome> outcomes) throws JobFailedException {
    int code = ExitCode.DONE;
    for (FetchOutcome outcome : outcomes) {
      if (outcome instanceof FetchOutcome.Failed || outcome instanceof FetchOutcome.Rejected) {
        console.error(options.line(outcome));
        code = ExitCode.FAILED;
      } else {
        console.say(options.line(outcome));
      }
    }
    return code;
  }

  private int fetch(List<FetchSource> sources, Fetcher fetcher)
      throws IOException, JobFailedException {
    List<FetchOutcome> outcomes = fetcher.run(sources);
    int code = print(outcomes);
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
