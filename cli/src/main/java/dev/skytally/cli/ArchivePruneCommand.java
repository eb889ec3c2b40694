package dev.skytally.cli;

import dev.skytally.archive.KeepRule;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.HistoryFileOption;
import dev.skytally.history.HistoryFile;
import dev.skytally.report.elements.PrunePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Removes old snapshots from the archive by rules. */
final class ArchivePruneCommand extends Command {
  static final String NAME = "prune";

  private final OptionSpec keep =
      Heading.option(Heading.ELEMENT_SETS, "--keep")
          .paramLabel("RULE")
          .type(List.class)
          .auxiliaryTypes(KeepRule.class)
          .converters(new Arguments.Keep())
          .splitRegex(",")
          .required(true)
          .description(
              "What to keep: all, or the newest snapshot of each day, week, month or year (daily,"
                  + " weekly, monthly, yearly). An age after a colon limits a rule, for example"
                  + " weekly:2y; it counts back from the newest snapshot.")
          .build();

  private final OptionSpec yes =
      Heading.option(Heading.ELEMENT_SETS, "--yes")
          .type(boolean.class)
          .initialValue(false)
          .description("Remove the other snapshots; by default the command only shows its plan.")
          .build();

  private final ArchiveOption archive = new ArchiveOption();
  private final HistoryFileOption history;

  ArchivePruneCommand(Console console) {
    super(NAME, console);
    command.addOption(keep).addOption(yes).addOption(archive.spec());
    history = new HistoryFileOption(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Removes old snapshots that no rule keeps and no run of a history needs.")
        .description(
            "",
            "It never removes the newest snapshot, nor one that a run in your history was computed from."
                + " By default it also reads the history beside the archive.",
            "")
        .footer("", "Examples:", "  skytally archive prune --keep all:90d,weekly:2y,monthly");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    SnapshotArchive snapshots = archive.existing(console);
    List<Path> histories = history.allFor(console, snapshots.folder());
    String table;
    if (yes.<Boolean>getValue()) {
      try (SnapshotArchive.Writer writer = snapshots.write()) {
        PrunePlan plan = plan(snapshots, histories);
        table = plan.table(true);
        plan.removed().forEach(writer::remove);
      }
    } else {
      table = plan(snapshots, histories).table(false);
    }
    console.write(table);
    if (histories.isEmpty()) {
      console.warn(
          "found no history, so no run keeps a snapshot; if you have one, give --history FILE");
    }
    return ExitCode.DONE;
  }

  private PrunePlan plan(SnapshotArchive snapshots, List<Path> histories) throws IOException {
    List<Entry> entries = snapshots.entries();
    PrunePlan plan = new PrunePlan(snapshots, entries);
    for (KeepRule rule : keep.<List<KeepRule>>getValue()) {
      plan.keep(rule.keep(snapshots, entries), rule.toString());
    }
    for (Path file : histories) {
      try (HistoryFile runs = HistoryFile.openExisting(file)) {
        plan.keep(runs.computedFrom(entries), "a run in " + file.getFileName());
      }
    }
    if (!entries.isEmpty()) {
      plan.keep(Set.of(entries.get(entries.size() - 1)), "the newest");
    }
    return plan;
  }
}
