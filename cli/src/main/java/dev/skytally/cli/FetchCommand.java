package dev.skytally.cli;

import dev.skytally.fetch.FetchOutcome;
import dev.skytally.fetch.FetchSource;
import dev.skytally.fetch.Fetcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Asks for fresh element sets and keeps them. */
final class FetchCommand implements Callable<Integer> {
  private final Console console;
  private final CommandSpec command = SkytallyCommand.subcommand("fetch", this);
  private final FetchOptions options = new FetchOptions(command);

  private final OptionSpec dryRun =
      OptionSpec.builder("--dry-run")
          .type(boolean.class)
          .initialValue(false)
          .description("Say what would be asked, and ask nothing.")
          .build();

  FetchCommand(Console console) {
    this.console = console;
    command.addOption(dryRun);
  }

  CommandSpec spec() {
    command
        .usageMessage()
        .header("Asks CelesTrak, or another source, for fresh element sets and archives them.")
        .description(
            "",
            "A group is asked for at most every two hours, however often this is run. What does not"
                + " pass the checks is kept aside, and what was archived before stays in force.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally fetch",
            "  skytally fetch --groups gps-ops,galileo --omm csv",
            "  skytally fetch --from ~/Downloads/space-track.json");
    SkytallyCommand.addHelpTo(command);
    return command;
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    List<FetchSource> sources = options.sources();
    Fetcher fetcher = options.fetcher(console);
    if (dryRun.getValue()) {
      for (FetchSource source : sources) {
        Optional<Instant> until = fetcher.notDueUntil(source);
        say(
            source
                + ": "
                + until.map(u -> "would not be asked before " + u).orElse("would be asked"));
      }
      return Main.DONE;
    }
    int code = Main.DONE;
    for (FetchOutcome outcome : fetcher.run(sources)) {
      String line = FetchOptions.line(outcome);
      if (outcome instanceof FetchOutcome.Failed || outcome instanceof FetchOutcome.Rejected) {
        console.error(line);
        code = Main.FAILED;
      } else {
        say(line);
      }
    }
    return code;
  }

  private void say(String line) throws JobFailedException {
    OutputOptions.writeTo(console.result(), (line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
