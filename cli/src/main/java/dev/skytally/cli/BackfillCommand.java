package dev.skytally.cli;

import dev.skytally.archive.ElementPool;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Heading;
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
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Computes and stores runs for a folder or an archive of element sets. */
final class BackfillCommand extends Command {
  static final String NAME = "backfill";

  private static final int PROBLEMS_NAMED = 3;

  private final RunOptions runs;

  private final OptionSpec elements =
      Heading.option(Heading.ELEMENT_SETS, "--elements")
          .paramLabel("PATH")
          .type(Path.class)
          .description(
              "A folder of files of element sets (TLE or OMM), each a snapshot, or a single file"
                  + " (default: the archive; without --archive, the bundled snapshots if it is empty).")
          .build();

  private final ArchiveOption archive = new ArchiveOption();
  private final ThreadsOption threads;
  private final OutputOptions output;

  BackfillCommand(Console console) {
    super(NAME, console);
    command.addOption(elements).addOption(archive.spec());
    runs = RunOptions.toCompute(command, console);
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
            "Each run covers its snapshot's own day, which is the UTC day of the median epoch. For a"
                + " satellite in service that a snapshot lacks, the run uses the nearest element set"
                + " of another snapshot, if one is within "
                + ElementSet.OLDEST_DAYS
                + " days. Stored runs are not computed again, so you can stop a backfill and continue"
                + " it later.",
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
          new Backfill(history, setting, pool, console.version(), threads.most(), console.clock())
              .run(sources, progress);
      stored = history.runs(setting);
    }
    IncompleteDays.warnings(setting, stored).forEach(console::warn);
    for (String problem :
        outcome.problems().subList(0, Math.min(PROBLEMS_NAMED, outcome.problems().size()))) {
      output.warn(console, "skipped: " + problem);
    }
    if (outcome.problems().size() > PROBLEMS_NAMED) {
      output.warn(
          console, "skipped: %s more".formatted(outcome.problems().size() - PROBLEMS_NAMED));
    }
    if (outcome.problems().size() == sources.size()) {
      throw new JobFailedException("none of the snapshots could be computed");
    }
    console.say(
        "%s stored in %s, %s already there"
            .formatted(
                outcome.stored() == 1 ? "1 run" : outcome.stored() + " runs",
                file,
                outcome.known()));
    return ExitCode.DONE;
  }

  /** Returns the element sets that fill gaps: the folder's, the archive's and the bundled ones. */
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
    Optional<Path> folder = archive.folderIfAny(console);
    List<ElementsSource> archived =
        folder.isPresent() ? ElementsSource.of(SnapshotArchive.open(folder.get())) : List.of();
    if (archived.isEmpty() && archive.isGiven()) {
      throw new JobFailedException(
          "--archive %s is empty: add element sets with skytally fetch or skytally archive import,"
                  .formatted(folder.orElseThrow())
              + " or omit --archive for the bundled snapshots");
    }
    return archived.isEmpty() ? ElementsSource.ofBundled() : archived;
  }
}
