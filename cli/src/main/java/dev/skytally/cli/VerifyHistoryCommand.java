package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.HistoryFileOption;
import dev.skytally.history.HistoryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks a history for damage. */
final class VerifyHistoryCommand extends Command {
  static final String NAME = "verify";

  private final HistoryFileOption file = new HistoryFileOption(command);

  VerifyHistoryCommand(Console console) {
    super(NAME, console);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Checks that the history is undamaged and that every run in it is whole.")
        .description("");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    Path path = file.path(console);
    List<String> problems = HistoryFile.verify(path);
    for (String problem : problems) {
      console.error(path + ": " + problem);
    }
    if (!problems.isEmpty()) {
      return ExitCode.FAILED;
    }
    console.say(path + ": no damage found, every run is whole");
    return ExitCode.DONE;
  }
}
