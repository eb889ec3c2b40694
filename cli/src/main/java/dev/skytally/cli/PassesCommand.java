package dev.skytally.cli;

import dev.skytally.PassList;
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
import dev.skytally.cli.option.ReportOption;
import dev.skytally.cli.option.SiteParameter;
import dev.skytally.cli.option.VisibilityOptions;
import dev.skytally.geography.PlaceNames;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.page.ReportPage;
import dev.skytally.report.passes.PassesReport;
import dev.skytally.report.setting.Masks;
import dev.skytally.report.setting.Setting;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Lists the passes over one site. */
final class PassesCommand extends Command {
  static final String NAME = "passes";

  private final SiteParameter site;
  private final ConstellationOptions satellites;
  private final VisibilityOptions visibility;

  /** Rejected with an explanation, because this command has every other option of capitals. */
  private final OptionSpec step =
      OptionSpec.builder("--every").type(String.class).hidden(true).build();

  private final OutagesOptions outages;
  private final ClocksOption clocks;
  private final ReportOption reportFile;
  private final OutputOptions output;

  PassesCommand(Console console) {
    super(NAME, console);
    site = new SiteParameter(command, console);
    satellites = new ConstellationOptions(command, console);
    visibility = new VisibilityOptions(command, console);
    command.addOption(step);
    outages = new OutagesOptions(command);
    clocks = new ClocksOption(command);
    reportFile = ReportOption.forOne(command);
    output = new OutputOptions(command, Format.HTML);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Lists when each satellite rises, culminates and sets over one site.")
        .description("")
        .footer(
            "",
            "Examples:",
            "  skytally passes \"Addis Ababa\" --mask 5",
            "  skytally passes ET --systems BDS --format csv",
            "  skytally passes -33.92,18.42,25 --start 2024-09-22T06:00 --duration 12h",
            "  skytally passes Harbour --sites towns.csv");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    if (step.getValue() != null) {
      throw wrongUsage("passes are exact, without a time step; only capitals has --every");
    }
    boolean hasPage = reportFile.isPage() || output.isPage();
    clocks.requireUse(hasPage, console.words("--report FILE.html", "--format html"));
    output.requireWritable();
    reportFile.requireShowable(output, 1, visibility.duration());
    reportFile.requireWritable(output, console);
    GroundSite place = site.place(visibility);
    Masks masks = visibility.masks(List.of(place));
    Selection selection = outages.select(satellites, visibility.duration(), output, console);
    VisibilityStudy asked =
        visibility
            .study(selection, List.of(place), masks, part -> {})
            .over(selection.start(), selection.duration())
            .clocks(clocks.clocks(selection));
    VisibilityStudy study = hasPage ? asked.propagated() : asked;
    PassList found;
    try (Progress progress = output.progress(console)) {
      found = study.reporting(progress).passes();
    }
    NoticeWarnings.printMissing(console, found.constellation(), Optional.empty());
    Setting setting =
        visibility.setting(satellites, selection, masks, Optional.empty(), found.constellation());
    String page = hasPage ? page(study, setting, place) : "";
    reportFile.writePage(page);
    if (output.isPage()) {
      output.writePage(console, page);
    } else {
      output.write(console, new PassesReport(setting, place, found.passes()));
    }
    return ExitCode.DONE;
  }

  private static String page(VisibilityStudy study, Setting setting, GroundSite place) {
    StudyRecord record = study.record();
    return ReportPage.html(
        new CapitalsReport(
            setting,
            record.result(),
            Optional.of(study.dilution(ReportOption.DILUTION_STEP)),
            PlaceNames.isCapital(place)),
        record,
        Optional.empty());
  }
}
