package dev.skytally.cli;

import static java.util.stream.Collectors.joining;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.MetricOption;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.PictureFormat;
import dev.skytally.cli.option.PictureOptions;
import dev.skytally.cli.option.RunOptions;
import dev.skytally.cli.option.SiteParameter;
import dev.skytally.cli.option.TimeZoneOption;
import dev.skytally.history.Event;
import dev.skytally.history.EventFinder;
import dev.skytally.history.HistoryException;
import dev.skytally.history.HistoryFile;
import dev.skytally.history.OutageEvents;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Report;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.history.HistoryPicture;
import dev.skytally.report.history.HistoryReport;
import dev.skytally.report.history.IncompleteDays;
import dev.skytally.report.history.SideChangesReport;
import dev.skytally.report.history.SiteHistoryReport;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Missing;
import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteNames;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** Shows the runs of a history. */
final class HistoryCommand extends Command {
  static final String NAME = "history";

  private final RunOptions runs;

  private final OptionSpec site =
      Heading.option(Heading.HISTORY, "--site")
          .paramLabel("NAME")
          .type(String.class)
          .description("Show each day at one site: a capital, a country or its ISO code.")
          .build();

  private final OptionSpec changes =
      Heading.option(Heading.HISTORY, "--changes")
          .type(boolean.class)
          .initialValue(false)
          .description("Show the days on which a site had another leader than in the run before.")
          .build();

  private final OptionSpec by =
      Heading.option(Heading.HISTORY, "--by")
          .paramLabel("PERIOD")
          .type(HistoryReport.Period.class)
          .converters(new Arguments.PeriodName())
          .initialValue(HistoryReport.Period.DAY)
          .description("One row for each day, month, quarter or year (default: day).")
          .build();

  private final OptionSpec incomplete =
      Heading.option(Heading.HISTORY, "--incomplete")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Include incomplete days, which lack satellites that should count, in means and ranges.")
          .build();

  private final MetricOption metric = new MetricOption("--changes, --by and --picture");

  private final OptionSpec picture =
      Heading.option(Heading.OUTPUT, "--picture")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Also draw the whole history to FILE (.svg or .png).")
          .build();

  private final TimeZoneOption timeZone;
  private final PictureOptions pictures;
  private final OutputOptions output;

  HistoryCommand(Console console) {
    super(NAME, console);
    runs = RunOptions.toChoose(command, console);
    command.addOption(site).addOption(changes).addOption(by).addOption(metric.spec());
    command.addOption(incomplete).addOption(picture);
    timeZone = TimeZoneOption.ofOutput(command, console);
    pictures = new PictureOptions(command);
    output = OutputOptions.withPictures(command, pictures);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Shows which system led when, and what happened to the satellites meanwhile.")
        .description(
            "",
            "Covers all runs that skytally recompute, watch and history backfill have stored. If the"
                + " history has several settings, choose one with --systems, --status, --mask and"
                + " --sites. By default it is the setting with the default values, if there is one.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally history backfill --elements FOLDER",
            "  skytally history --by quarter",
            "  skytally history --site Nairobi --format csv",
            "  skytally history --changes --metric mean");
    command.addSubcommand("backfill", new BackfillCommand(console).spec());
    command.addSubcommand("verify", new VerifyHistoryCommand(console).spec());
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    rejectContradictions();
    output.requireWritable();
    Path file = runs.historyFile(console);
    if (Files.notExists(file)) {
      throw new JobFailedException(
          console.words(
              HistoryException.missing(file).getMessage(), "the server has no history yet"));
    }
    try (HistoryFile history = HistoryFile.openExisting(file)) {
      RunSetting setting = choose(history.settings());
      List<StoredRun> stored = history.runs(setting);
      Report report = report(history, setting, stored);
      Function<PictureStyle, SvgPicture> drawing = drawing(setting, stored);
      draw(drawing);
      IncompleteDays.warnings(setting, stored).forEach(console::warn);
      output.writeOrDraw(console, report, drawing);
    }
    return ExitCode.DONE;
  }

  private void rejectContradictions() {
    Path file = picture.getValue();
    if (file != null && !PictureFormat.isPicture(file)) {
      throw OutputFile.unknownEnding(command, "--picture", file, ".svg or .png");
    }
    pictures.requireUse(file != null || output.isPicture(), "--picture", console);
    boolean isByPeriod = by.getValue() != HistoryReport.Period.DAY;
    List<String> given = new ArrayList<>();
    if (site.getValue() != null) {
      given.add("--site");
    }
    if (changes.<Boolean>getValue()) {
      given.add("--changes");
    }
    if (isByPeriod) {
      given.add("--by");
    }
    if (given.size() > 1) {
      throw wrongUsage(
          String.join(" and ", given.subList(0, 2)) + " contradict each other, give one of them");
    }
  }

  private RunSetting choose(List<RunSetting> settings) throws IOException, JobFailedException {
    if (settings.isEmpty()) {
      throw new JobFailedException(
          console.words(runs.historyFile(console).toString(), "the history") + ": has no runs yet");
    }
    RunSetting asked = runs.setting();
    List<RunSetting> allowed =
        settings.stream().filter(candidate -> runs.allow(candidate, asked)).toList();
    if (allowed.size() == 1) {
      return allowed.get(0);
    }
    Optional<RunSetting> usual = allowed.stream().filter(asked::asksTheSameAs).findFirst();
    if (usual.isPresent()) {
      output.warn(
          console,
          "shows the default one of several settings, %s; the others: %s"
              .formatted(
                  flags(usual.get()),
                  allowed.stream()
                      .filter(other -> !other.equals(usual.get()))
                      .map(HistoryCommand::flags)
                      .collect(joining("; "))));
      return usual.get();
    }
    throw wrongUsage(
        (allowed.isEmpty() ? "the history has no such setting" : "the history has several settings")
            + ", choose one of: "
            + settings.stream().map(HistoryCommand::flags).collect(joining("; ")));
  }

  /** Returns the options that choose a setting. */
  private static String flags(RunSetting setting) {
    return "--systems %s --status %s --mask %s%s%s"
        .formatted(
            String.join(",", setting.systems().stream().map(Enum::name).toList()),
            setting.status().name().toLowerCase(Locale.ROOT),
            BigDecimal.valueOf(setting.maskDegrees()).stripTrailingZeros().toPlainString(),
            setting.usable() ? " --usable" : "",
            setting.areCapitals() ? "" : " --sites " + setting.siteList());
  }

  private Report report(HistoryFile history, RunSetting setting, List<StoredRun> stored)
      throws IOException, JobFailedException {
    if (site.getValue() != null) {
      int index = site(setting);
      return new SiteHistoryReport(
          setting, setting.sites().get(index), history.days(setting, index), stored);
    }
    List<Event> events = OutageEvents.with(EventFinder.find(stored), setting, stored);
    if (!changes.<Boolean>getValue()) {
      return HistoryReport.of(
          setting,
          timeZone.times(),
          stored,
          events,
          by.getValue(),
          metric.metric(),
          incomplete.getValue());
    }
    List<SideChangesReport.Day> days = new ArrayList<>();
    for (int i = 1; i < stored.size(); i++) {
      List<SideChange> changed =
          history.sideChanges(stored.get(i - 1), stored.get(i), metric.metric());
      days.add(
          new SideChangesReport.Day(
              stored.get(i).day(),
              stored.get(i - 1).day(),
              changed,
              completeness(stored.get(i - 1), stored.get(i))));
    }
    return new SideChangesReport(setting, metric.metric(), days, events);
  }

  /** Returns the completeness of two runs together. */
  private static Completeness completeness(StoredRun one, StoredRun later) {
    Map<String, Missing> missing = new LinkedHashMap<>();
    for (StoredRun run : List.of(one, later)) {
      run.missing().forEach(of -> missing.putIfAbsent(of.who(), of));
    }
    return new Completeness(
        List.copyOf(missing.values()),
        later.completeness().assumption().or(() -> one.completeness().assumption()));
  }

  /** Draws the file, if it is asked for. */
  private void draw(Function<PictureStyle, SvgPicture> drawing) throws JobFailedException {
    Path file = picture.getValue();
    if (file != null) {
      new OutputFile(command, "--picture", file, "")
          .write(pictures.draw(console, PictureFormat.of(file), drawing));
    }
  }

  private Function<PictureStyle, SvgPicture> drawing(RunSetting setting, List<StoredRun> stored) {
    return style -> {
      if (setting.systems().size() == 1) {
        throw wrongUsage("a picture shows who leads, choose a setting with two or more systems");
      }
      return HistoryPicture.of(
          HistoryReport.of(
              setting,
              timeZone.times(),
              stored,
              EventFinder.find(stored),
              HistoryReport.Period.DAY,
              metric.metric(),
              incomplete.getValue()),
          style);
    };
  }

  private int site(RunSetting setting) {
    String name = site.getValue();
    List<GroundSite> sites = setting.sites();
    List<GroundSite> found = SiteNames.of(sites).find(name);
    if (found.size() != 1) {
      throw wrongUsage(site, SiteParameter.unknown("site of the history", name, sites, found));
    }
    return sites.indexOf(found.get(0));
  }
}
