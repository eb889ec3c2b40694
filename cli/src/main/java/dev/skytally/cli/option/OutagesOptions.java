package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.outage.Outages;
import dev.skytally.selection.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that exclude satellites while they are out of service. */
public final class OutagesOptions {
  private final OptionSpec usable =
      Heading.option(Heading.SATELLITES, "--usable")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Count satellites only while they are usable according to the bundled list of notices"
                  + " (GPS, 2021 to September 2025), and those of skytally fetch --notices.")
          .build();

  private final OptionSpec file =
      Heading.option(Heading.SATELLITES, "--outages")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Count satellites only while they are usable according to the notices in FILE, or in the"
                  + " files of a folder: NANU, NAGU, NAQU, yearly summaries of NANUs, or CSV with the"
                  + " columns prn,from,to and perhaps source. With --usable, the outages of both count.")
          .build();

  public OutagesOptions(CommandSpec command) {
    command.addOption(usable).addOption(file);
  }

  /** Selects satellites, applies the outages that the user wants, and warns of what is unknown. */
  public Selection select(
      ConstellationOptions satellites, Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    if (usable.<Boolean>getValue()) {
      // Read while the element sets are read, by its own thread, because the common pool takes
      // longer to start.
      new Thread(Outages::bundled).start();
    }
    Selection selection = satellites.select(duration, output, console);
    Outages outages = outages(console);
    if (outages.isNone()) {
      return selection;
    }
    Selection without = selection.without(outages);
    NoticeWarnings.print(
        without.notices().subList(selection.notices().size(), without.notices().size()),
        output,
        console);
    return without;
  }

  /** Returns the outages that the user wants; none by default. */
  public Outages outages(Console console) throws IOException {
    Path path = file.getValue();
    Outages own = path == null ? Outages.none() : Outages.read(path);
    if (!usable.<Boolean>getValue()) {
      return own;
    }
    Optional<Path> fetched = UserFolders.noticesIfAny(console);
    Outages known =
        fetched.isPresent()
            ? Outages.bundled().filledBy(Outages.read(fetched.get()))
            : Outages.bundled();
    return own.isNone() ? known : known.plus(own);
  }
}
