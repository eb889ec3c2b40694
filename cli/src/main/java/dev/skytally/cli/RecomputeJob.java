package dev.skytally.cli;

import dev.skytally.StudyResult;
import dev.skytally.archive.ElementPool;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.FetchOptions;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.MetricOption;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.RunOptions;
import dev.skytally.cli.option.SystemsOption;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.fetch.FetchOutcome;
import dev.skytally.fetch.FetchSource;
import dev.skytally.history.Event;
import dev.skytally.history.EventFinder;
import dev.skytally.history.HistoryFile;
import dev.skytally.history.NewestElements;
import dev.skytally.history.OutageEvents;
import dev.skytally.history.Run;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.report.history.IncompleteDays;
import dev.skytally.report.history.RecomputeReport;
import dev.skytally.report.text.Times;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.selection.FilledGaps;
import dev.skytally.selection.Notice;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Fetches element sets if due, computes a run with the newest ones unless it is stored already,
 * reports what changed, and stores the run.
 *
 * <p>If it is stopped, all that was archived and stored so far stays, and the next job continues
 * from there.
 */
final class RecomputeJob {
  private final CommandSpec command;
  private final FetchOptions fetch;
  private final RunOptions runs;
  private final ThreadsOption threads;

  private final OptionSpec noFetch =
      Heading.option(Heading.ELEMENT_SETS, "--no-fetch")
          .type(boolean.class)
          .initialValue(false)
          .description("Do not fetch; use the archive as it is.")
          .build();

  private final MetricOption metric = new MetricOption("changes of leader");

  RecomputeJob(CommandSpec command, Console console) {
    this.command = command;
    command.addOption(noFetch);
    fetch = new FetchOptions(command, console);
    runs = RunOptions.toCompute(command, console);
    command.addOption(metric.spec());
    threads = new ThreadsOption(command);
  }

  /** Returns the setting, and rejects wrong options before anything is done. */
  RunSetting setting() throws IOException {
    RunSetting setting = runs.setting();
    if (noFetch.<Boolean>getValue()) {
      fetch.rejectWith(noFetch.longestName());
    } else {
      List<FetchSource> sources = fetch.sources();
      Set<GnssSystem> held = EnumSet.noneOf(GnssSystem.class);
      boolean isKnown = true;
      for (FetchSource source : sources) {
        held.addAll(source.systems());
        isKnown &= !source.systems().isEmpty();
      }
      if (isKnown && !held.containsAll(setting.systems())) {
        throw new ParameterException(
            command.commandLine(),
            "a run needs element sets of %s, but --groups requests only those of %s: give --groups"
                    .formatted(
                        SystemsOption.names(setting.systems()),
                        SystemsOption.names(List.copyOf(held)))
                + " gnss, or fewer --systems");
      }
    }
    return setting;
  }

  /** Returns what writes times. */
  Times times() {
    return fetch.times();
  }

  /** Writes the report of a run. */
  interface Output {
    void write(RecomputeReport report) throws JobFailedException;
  }

  /** Does the job once. It stores a run only after its report, so that no run stays unreported. */
  RecomputeReport run(RunSetting setting, Console console, Output output)
      throws IOException, JobFailedException {
    if (noFetch.<Boolean>getValue()) {
      fetch.requireArchiveIfGiven(console);
    } else {
      List<FetchOutcome> outcomes = fetch.fetcher(console).run(fetch.sources());
      List<FetchOutcome> bad = outcomes.stream().filter(RecomputeJob::isBad).toList();
      // A scheduled job survives bad sources. If none can be opened, its command is wrong.
      if (!outcomes.isEmpty() && outcomes.stream().allMatch(RecomputeJob::cannotBeOpened)) {
        throw new JobFailedException(fetch.line(outcomes.get(0)));
      }
      for (FetchOutcome outcome : bad) {
        console.warn(fetch.line(outcome) + "; the previous element sets stay in use");
      }
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new JobFailedException("stopped before anything was computed");
    }
    SnapshotArchive archive = fetch.archive(console);
    NewestElements newest = NewestElements.of(archive, setting);
    newest.warnings().forEach(console::warn);
    new Freshness(newest.facts().medianEpoch(), console.clock().instant(), times())
        .warning()
        .ifPresent(console::warn);
    Path file = runs.historyFile(console);
    String version = console.version();
    try (HistoryFile history = HistoryFile.openCheckedDaily(file, console.clock().instant())) {
      OldOrbits old = newest.oldOrbits(setting);
      Optional<StoredRun> stored = history.find(setting, newest.facts().sha256(), version);
      if (stored.isPresent()) {
        RecomputeReport known = report(history, setting, List.of(), stored.get(), false, old);
        RecomputeReport report = known.with(effect(stored.get(), newest, setting, archive));
        warn(report, console);
        output.write(report);
        return report;
      }
      Run run = newest.compute(setting, threads.most());
      List<StoredRun> before = history.before(setting, run.snapshot());
      Instant computedAt = console.clock().instant();
      RecomputeReport computed =
          history.asIfStored(
              run,
              version,
              computedAt,
              isNew ->
                  report(
                      history,
                      setting,
                      before,
                      history.find(setting, run.snapshot().sha256(), version).orElseThrow(),
                      isNew,
                      old));
      RecomputeReport report = computed.with(effect(computed.run(), newest, setting, archive));
      warn(report, console);
      output.write(report);
      history.store(run, version, computedAt);
      return report;
    }
  }

  private static boolean isBad(FetchOutcome outcome) {
    return outcome instanceof FetchOutcome.Failed || outcome instanceof FetchOutcome.Rejected;
  }

  private static boolean cannotBeOpened(FetchOutcome outcome) {
    return outcome instanceof FetchOutcome.Failed
        && outcome.source().isFile()
        && !Files.isReadable(Path.of(outcome.source().name()));
  }

  /** Returns what the missing satellites would change, if any are missing. */
  private Optional<CapitalsEffect> effect(
      StoredRun run, NewestElements newest, RunSetting setting, SnapshotArchive archive)
      throws IOException {
    if (!run.isIncomplete() || setting.systems().size() == 1) {
      return Optional.empty();
    }
    Constellation constellation = newest.constellation(setting);
    StudyResult result = newest.study(constellation, setting, threads.most());
    return FilledGaps.of(
            result.constellation(),
            result.start(),
            result.end(),
            ElementPool.of(Optional.of(archive), List.of()))
        .answer(result, with -> newest.study(with, setting, threads.most()))
        .map(CapitalsEffect::new);
  }

  /** Warns, even if quiet, of what makes the run incomplete or uncertain. */
  private static void warn(RecomputeReport report, Console console) {
    report.assumption().ifPresent(console::warn);
    IncompleteDays.outagesUnknown(report.setting(), List.of(report.run())).ifPresent(console::warn);
    Notice.of(report.oldOrbits()).map(Notice::text).ifPresent(console::warn);
    NoticeWarnings.print(
        console,
        Missing.sentences(report.run().missing()),
        report.effect().map(CapitalsEffect::text));
  }

  private RecomputeReport report(
      HistoryFile history,
      RunSetting setting,
      List<StoredRun> before,
      StoredRun run,
      boolean isNew,
      OldOrbits old)
      throws IOException {
    Metric by = metric.metric();
    if (!isNew || before.isEmpty()) {
      return new RecomputeReport(
          setting,
          times(),
          by,
          run,
          isNew,
          Optional.empty(),
          List.of(),
          List.of(),
          old,
          Optional.empty());
    }
    StoredRun last = before.get(before.size() - 1);
    List<StoredRun> all = new ArrayList<>(before);
    all.add(run);
    List<SideChange> changes = history.sideChanges(last, run, by);
    List<Event> events = OutageEvents.with(EventFinder.ofLast(all), setting, List.of(run));
    return new RecomputeReport(
        setting,
        times(),
        by,
        run,
        isNew,
        Optional.of(last),
        changes,
        events,
        old,
        Optional.empty());
  }
}
