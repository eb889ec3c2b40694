package dev.skytally.cli;

import dev.skytally.archive.ElementPool;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.ProgramVersion;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.RunOptions;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.elements.ElementSet;
import dev.skytally.history.Backfill;
import dev.skytally.history.ElementsSource;
import dev.skytally.history.HistoryFile;
import dev.skytally.history.RunSetting;
import dev.skytally.history.StoredRun;
import dev.skytally.input.TextFile;
import dev.skytally.report.history.IncompleteDays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Computes the history of a folder or an archive of element sets. */
final class BackfillCommand extends Command {
  static final String NAME = "backfill";

  private static final int PROBLEMS_NAMED = 3;

  private final RunOptions runs;

  private final OptionSpec elements =
      OptionSpec.builder("--elements")
          .paramLabel("PATH")
          .type(Path.class)
          .description(
              "A folder of files of element sets, each of one moment (TLE or OMM), or a file; if not"
                  + " given, the archive.")
          .build();

  private final ArchiveOption archive = new ArchiveOption();
  private final ThreadsOption threads;
  private final OutputOptions output;

  BackfillCommand(Console console) {
    super(NAME, console);
    command.addOption(elements).addOption(archive.spec());
    runs = RunOptions.toCompute(command);
    threads = new ThreadsOption(command);
    output = OutputOptions.ofMessages(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Computes and stores a run for each of many snapshots of element sets.")
        .description(
            "",
            "Each on its own day: the UTC day of its median epoch. A satellite in service that a snapshot"
                + " lacks is flown by the nearest element set of all others, if one is within "
                + ElementSet.OLDEST_DAYS
                + " days. Stored runs are not computed again, so you can stop a backfill and go on"
                + " later.",
            "")
        .footer("", "Example:", "  skytally history backfill --elements old-tles");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    RunSetting setting = runs.setting();
    Path file = runs.historyFile(console);
    List<ElementsSource> sources = sources();
    ElementPool pool = pool();
    Backfill.Outcome outcome;
    List<StoredRun> stored;
    try (HistoryFile history = HistoryFile.open(file);
        Progress progress = output.progress(console)) {
      outcome =
          new Backfill(
                  history,
                  setting,
                  pool,
                  ProgramVersion.orNone(),
                  threads.most(),
                  Clock.systemUTC())
              .run(sources, progress);
      stored = history.runs(setting);
    }
    IncompleteDays.warnings(stored).forEach(console::warn);
    for (String problem :
        outcome.problems().subList(0, Math.min(PROBLEMS_NAMED, outcome.problems().size()))) {
      output.warn(console, "left out: " + problem);
    }
    if (outcome.problems().size() > PROBLEMS_NAMED) {
      output.warn(
          console, "left out: %s more".formatted(outcome.problems().size() - PROBLEMS_NAMED));
    }
    if (outcome.problems().size() == sources.size()) {
      throw new JobFailedException("none of the snapshots could be computed");
    }
    console.say(
        "%s stored in %s, %s there already"
            .formatted(
                outcome.stored() == 1 ? "1 run" : outcome.stored() + " runs",
                file,
                outcome.known()));
    return ExitCode.DONE;
  }

  /** What gaps are filled from: the folder, the archive if there is one, and what is bundled. */
  private ElementPool pool() throws IOException, JobFailedException {
    Path path = elements.getValue();
    return ElementPool.of(
        archive.folderIfAny(console).map(SnapshotArchive::open),
        path == null ? List.of() : TextFile.filesOf(path));
  }

  private List<ElementsSource> sources() throws IOException, JobFailedException {
    if (elements.getValue() != null) {
      return ElementsSource.of(elements.<Path>getValue());
    }
    SnapshotArchive of = SnapshotArchive.open(archive.folder(console));
    List<ElementsSource> sources = ElementsSource.of(of);
    if (sources.isEmpty()) {
      throw new JobFailedException(
          of.folder()
              + ": the archive holds nothing yet, give --elements FOLDER or fill it with"
              + " skytally fetch or skytally archive import");
    }
    return sources;
  }
}
