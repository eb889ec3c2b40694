package dev.skytally.cli;

import dev.skytally.StudyRecord;
import dev.skytally.VisibilityStudy;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.ClocksOption;
import dev.skytally.cli.option.ConstellationOptions;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutagesOptions;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.OutputOptions.Format;
import dev.skytally.cli.option.PlanOptions;
import dev.skytally.cli.option.ReportOption;
import dev.skytally.cli.option.SiteParameter;
import dev.skytally.cli.option.VisibilityOptions;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.geography.PlaceNames;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.page.PlannerPage;
import dev.skytally.report.page.ReportPage;
import dev.skytally.report.plan.PlanReport;
import dev.skytally.report.plan.SeriesFile;
import dev.skytally.report.setting.Masks;
import dev.skytally.report.setting.Setting;
import dev.skytally.satellites.Constellation;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Finds the windows in which conditions are good at a site. */
final class PlanCommand extends Command {
  static final String NAME = "plan";

  private final SiteParameter site;
  private final ConstellationOptions satellites;
  private final VisibilityOptions visibility;
  private final PlanOptions plan;
  private final OutagesOptions outages;
  private final ClocksOption clocks;
  private final ReportOption reportFile;
  private final OutputOptions output;

  PlanCommand(Console console) {
    super(NAME, console);
    site = SiteParameter.optional(command, console);
    satellites = ConstellationOptions.fromNow(command, console);
    visibility = new VisibilityOptions(command, console);
    plan = new PlanOptions(command);
    outages = new OutagesOptions(command);
    clocks = new ClocksOption(command);
    reportFile = ReportOption.forOne(command);
    output = new OutputOptions(command, Format.GEOJSON, Format.ICS, Format.HTML);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Finds when satellites in view and dilution of precision are good at a site.")
        .description(
            "",
            "Lists the windows in which all conditions hold, the best first, with what ends each,"
                + " and the periods to avoid. Beginnings and ends are exact, without a time step."
                + " Without SITE, it plans each site of --sites.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally plan 47.03N,28.84E --date tomorrow --need \"satellites >= 8\"",
            "  skytally plan MD --for 2h --between 08:00-18:00 --timezone Europe/Chisinau",
            "  skytally plan MD --need \"gps.satellites >= 5, hdop <= 1\" -o windows.ics",
            "  skytally plan MD --series day.csv --every 60s --satellites",
            "  skytally plan --sites towns.csv --need \"pdop <= 1.5\" --for 30m -o plan.csv");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    output.requireWritable();
    plan.requireValid(output);
    List<GroundSite> sites = places();
    reportFile.requireShowable(output, sites.size(), visibility.duration());
    reportFile.requireWritable(output, console);
    Masks masks = visibility.masks(sites);
    Selection selection = outages.select(satellites, visibility.duration(), output, console);
    PlanQuestion question =
        plan.question(selection.constellation().systems(), satellites.times().zone());
    plan.requireFitting(question, selection.duration());
    ReceiverClocks sharing = clocks.clocks(selection);
    List<SitePlan> plans = new ArrayList<>();
    Setting setting;
    boolean hasPage = reportFile.isPage() || output.isPage() || output.isPlanner();
    VisibilityStudy study;
    try (Progress progress = output.progress(console)) {
      VisibilityStudy asked = study(selection, sites, masks, progress).clocks(sharing);
      study = hasPage ? asked.propagated() : asked;
      if (plan.isSeries()) {
        setting = setting(selection, masks, study.reporting(part -> {}).flown());
        plan.writeSeries(out -> writeSeries(study, question, setting, plans, out), console);
      } else {
        Constellation flown = study.plan(question, Function.identity(), plans::add);
        setting = setting(selection, masks, flown);
      }
    }
    NoticeWarnings.printMissing(console, setting.selection().constellation(), Optional.empty());
    if (plan.isOnlySeries()) {
      return ExitCode.DONE;
    }
    PlanReport report =
        new PlanReport(setting, question, sharing, plans, console.clock().instant());
    String page = "";
    if (hasPage) {
      VisibilityStudy again = study.reporting(part -> {});
      StudyRecord record = again.record();
      CapitalsReport figures = figures(report, record, again);
      if (output.isPlanner()) {
        output.write(console, PlannerPage.answer(figures, record, report));
        return ExitCode.DONE;
      }
      page = ReportPage.html(figures, record, Optional.of(report));
    }
    reportFile.writePage(page);
    Optional<String> none = report.whyNoWindow();
    if (none.isPresent() && output.isCalendar()) {
      throw new JobFailedException(none.get() + ", so there is no calendar to write");
    }
    if (output.isPage()) {
      output.writePage(console, page);
    } else {
      output.write(console, report);
    }
    return ExitCode.DONE;
  }

  private List<GroundSite> places() throws IOException {
    if (site.isGiven()) {
      return List.of(plan.named(site.place(visibility)));
    }
    plan.requireUnnamed();
    if (visibility.areCapitals()) {
      throw wrongUsage("SITE is missing; give it, or --sites FILE for each site of a list");
    }
    return visibility.sites();
  }

  private static CapitalsReport figures(
      PlanReport report, StudyRecord record, VisibilityStudy study) {
    boolean areCapitals =
        report.plans().stream().allMatch(found -> PlaceNames.isCapital(found.site()));
    return new CapitalsReport(
        report.setting(),
        record.result(),
        Optional.of(study.dilution(ReportOption.DILUTION_STEP)),
        areCapitals);
  }

  private VisibilityStudy study(
      Selection selection, List<GroundSite> sites, Masks masks, DoubleConsumer progress) {
    return visibility
        .study(selection, sites, masks, progress)
        .over(selection.start(), selection.duration());
  }

  private Setting setting(Selection selection, Masks masks, Constellation flown) {
    return visibility.setting(satellites, selection, masks, Optional.empty(), flown);
  }

  /** A site's plan without its series, and the text of the series. */
  private record Written(SitePlan plan, String text) {}

  private void writeSeries(
      VisibilityStudy study,
      PlanQuestion question,
      Setting setting,
      List<SitePlan> plans,
      OutputStream out)
      throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    SeriesFile file =
        plan.isSeriesJson(output)
            ? SeriesFile.json(setting, question, buffered)
            : SeriesFile.csv(setting, question, buffered);
    try {
      study.plan(
          question,
          found -> new Written(found.withoutSeries(), file.text(found)),
          written -> {
            plans.add(written.plan());
            write(file, written.text());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    file.finish();
  }

  private static void write(SeriesFile file, String text) {
    try {
      file.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
