package dev.skytally.cli;

import static java.util.stream.Collectors.joining;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.cli.report.RecomputeReport;
import dev.skytally.fetch.FetchOutcome;
import dev.skytally.fetch.FetchSource;
import dev.skytally.history.Event;
import dev.skytally.history.EventFinder;
import dev.skytally.history.HistoryFile;
import dev.skytally.history.NoSatelliteException;
import dev.skytally.history.Run;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.input.InputFormatException;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Fetches if that is due, computes the newest element sets if that is not done yet, stores the run
 * and finds out what changed.
 *
 * <p>Wherever it is stopped, what was archived and stored stays, and the next one goes on from
 * there.
 */
final class RecomputeJob {
  private final CommandSpec command;
  private final FetchOptions fetch;
  private final RunOptions runs;
  private final ThreadsOption threads;

  private final OptionSpec noFetch =
      OptionSpec.builder("--no-fetch")
          .type(boolean.class)
          .initialValue(false)
          .description("Ask nobody; compute from the archive as it is.")
          .build();

  private final OptionSpec metric =
      OptionSpec.builder("--metric")
          .paramLabel("METRIC")
          .type(Metric.class)
          .converters(new Arguments.MetricName())
          .initialValue(Metric.MAX)
          .description("What changes of sides go by: max, mean or share; max if not given.")
          .build();

  RecomputeJob(CommandSpec command) {
    this.command = command;
    command.addOption(noFetch);
    fetch = new FetchOptions(command);
    runs = new RunOptions(command);
    command.addOption(metric);
    threads = new ThreadsOption(command);
  }

  /** Refuses wrong options before anything is done. */
  RunSetting setting() throws IOException {
    RunSetting setting = runs.setting();
    if (!noFetch.<Boolean>getValue()) {
      for (FetchSource source : fetch.sources()) {
        Set<GnssSystem> held = source.systems();
        if (!held.isEmpty() && !held.containsAll(setting.systems())) {
          throw new ParameterException(
              command.commandLine(),
              "a run needs element sets of all of %s at once, but %s has those of %s only;"
                      .formatted(names(setting.systems()), source, names(held))
                  + " ask for gnss, or give --systems");
        }
      }
    }
    return setting;
  }

  private static String names(Collection<GnssSystem> systems) {
    return systems.stream().map(GnssSystem::name).collect(joining(","));
  }

  RecomputeReport run(RunSetting setting, Clock clock, Console console)
      throws IOException, JobFailedException {
    if (!noFetch.<Boolean>getValue()) {
      for (FetchOutcome outcome : fetch.fetcher(console).run(fetch.sources())) {
        if (outcome instanceof FetchOutcome.Failed || outcome instanceof FetchOutcome.Rejected) {
          console.warn(FetchOptions.line(outcome) + "; what is archived stays in force");
        }
      }
    }
    Path file = runs.historyFile(console);
    try (HistoryFile history = HistoryFile.open(file)) {
      return compute(history, setting, clock, console);
    }
  }

  private RecomputeReport compute(
      HistoryFile history, RunSetting setting, Clock clock, Console console)
      throws IOException, JobFailedException {
    SnapshotArchive archive = fetch.archive(console);
    List<Entry> entries = archive.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      List<StoredRun> before = before(entry, history.runs(setting));
      Optional<StoredRun> known =
          history.find(setting, entry.sha256(), SkytallyCommand.versionOrNone());
      if (known.isPresent()) {
        return report(history, setting, before, known.get(), false);
      }
      try {
        Run run = Run.compute(archive.load(entry), entry.sha256(), setting, threads.most());
        boolean isNew = history.store(run, SkytallyCommand.versionOrNone(), clock.instant());
        StoredRun stored =
            history.find(setting, entry.sha256(), SkytallyCommand.versionOrNone()).orElseThrow();
        return report(history, setting, before, stored, isNew);
      } catch (InputFormatException | NoSatelliteException e) {
        console.warn(e.getMessage() + "; the one before it counts");
      }
    }
    throw new JobFailedException(
        archive.folder()
            + (entries.isEmpty()
                ? ": the archive holds nothing yet, so nothing was computed"
                : ": nothing in the archive can be computed"));
  }

  /** The runs of earlier element sets, which a run is compared with. */
  private static List<StoredRun> before(Entry entry, List<StoredRun> all) {
    List<StoredRun> before = new ArrayList<>();
    for (StoredRun run : all) {
      boolean isEarlier = run.snapshot().medianEpoch().isBefore(entry.medianEpoch());
      if (isEarlier && !run.snapshot().sha256().equals(entry.sha256())) {
        before.add(run);
      }
    }
    return before;
  }

  private RecomputeReport report(
      HistoryFile history, RunSetting setting, List<StoredRun> before, StoredRun run, boolean isNew)
      throws IOException {
    Metric by = metric.getValue();
    if (before.isEmpty()) {
      return new RecomputeReport(setting, by, run, isNew, Optional.empty(), List.of(), List.of());
    }
    StoredRun last = before.get(before.size() - 1);
    List<StoredRun> all = new ArrayList<>(before);
    all.add(run);
    List<SideChange> changes = history.sideChanges(last, run, by);
    List<Event> events = EventFinder.ofLast(all);
    return new RecomputeReport(setting, by, run, isNew, Optional.of(last), changes, events);
  }
}
