package dev.skytally.cli;

import dev.skytally.DilutionResult;
import dev.skytally.StudyRecord;
import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.ClocksOption;
import dev.skytally.cli.option.ConstellationOptions;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutagesOptions;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.OutputOptions.Format;
import dev.skytally.cli.option.ReportOption;
import dev.skytally.cli.option.VisibilityOptions;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.report.capitals.CapitalsMap;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.page.ReportPage;
import dev.skytally.report.setting.Masks;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Counts the satellites in view at each capital or site. */
final class CapitalsCommand extends Command {
  static final String NAME = "capitals";

  private final ConstellationOptions satellites;
  private final VisibilityOptions visibility;

  private final OptionSpec step =
      Heading.option(Heading.WINDOW, "--every")
          .paramLabel("STEP")
          .type(Duration.class)
          .converters(new Arguments.Length())
          .description(
              "Count only at samples every STEP, for example 60s, as planning tools do (default: count"
                  + " exactly, without a step).")
          .build();

  private final OptionSpec dilution =
      Heading.option(Heading.OUTPUT, "--dop")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Add the dilution of precision (PDOP) of each system and of all together, at samples"
                  + " every minute or every STEP of --every.")
          .build();

  private final OutagesOptions outages;
  private final ClocksOption clocks;
  private final ReportOption reportFile;
  private final OutputOptions output;

  CapitalsCommand(Console console) {
    super(NAME, console);
    satellites = new ConstellationOptions(command, console);
    visibility = new VisibilityOptions(command, console);
    command.addOption(step).addOption(dilution);
    outages = new OutagesOptions(command);
    clocks = new ClocksOption(command);
    reportFile = ReportOption.forMany(command);
    output =
        OutputOptions.withPictures(command, reportFile.pictures(), Format.GEOJSON, Format.HTML);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Counts the satellites in view at every capital and shows which system leads.")
        .description(
            "",
            "For each site and system: the greatest, mean and least number of satellites in view"
                + " during the window, and the share of time in which the system is ahead.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally capitals --date 2020-11-25 --mask 5",
            "  skytally capitals --systems GPS,BDS,GAL -o capitals.csv",
            "  skytally capitals -o capitals.geojson",
            "  skytally capitals --dop --mask 10",
            "  skytally capitals --dop --systems GPS,QZS,GAL --clocks own",
            "  skytally capitals --report capitals.html --systems GPS,BDS,GAL,GLO",
            "  skytally capitals --report map.svg",
            "  skytally capitals --elements gnss.tle --status transmitting --every 60s",
            "  skytally capitals --sites towns.csv --horizon street.csv --duration 7d");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    Duration every = step.getValue();
    if (every != null && every.compareTo(visibility.duration()) > 0) {
      throw new ParameterException(
          command.commandLine(), "--every is longer than --duration, nothing would be compared");
    }
    boolean hasPage = reportFile.isPage() || output.isPage();
    boolean needsDilution = dilution.<Boolean>getValue() || hasPage;
    clocks.requireUse(
        needsDilution, console.words("--dop or --report FILE.html", "--dop or --format html"));
    output.requireWritable();
    List<GroundSite> sites = visibility.sites();
    Masks masks = visibility.masks(sites);
    reportFile.requireShowable(output, sites.size(), visibility.duration());
    reportFile.requireWritable(output, console);
    Selection selection = outages.select(satellites, visibility.duration(), output, console);
    StudyResult result;
    Optional<CapitalsEffect> effect;
    Optional<StudyRecord> record;
    Optional<DilutionResult> dop = Optional.empty();
    try (Progress progress = output.progress(console)) {
      VisibilityStudy asked =
          visibility
              .study(selection, sites, masks, progress)
              .over(selection.start(), selection.duration())
              .clocks(clocks.clocks(selection));
      VisibilityStudy study = hasPage ? asked.propagated() : asked;
      VisibilityStudy counting = every == null ? study : study.sampledEvery(every);
      record = hasPage ? Optional.of(counting.record()) : Optional.empty();
      result = record.isPresent() ? record.get().result() : counting.run();
      if (needsDilution) {
        dop = Optional.of(study.dilution(every == null ? ReportOption.DILUTION_STEP : every));
      }
      effect =
          satellites
              .withMissing(
                  selection.of(result.constellation()),
                  result,
                  with -> {
                    VisibilityStudy again =
                        visibility
                            .study(selection.of(with), sites, masks, part -> {})
                            .over(selection.start(), selection.duration());
                    return every == null ? again.run() : again.sampledEvery(every).run();
                  },
                  console)
              .map(CapitalsEffect::new);
    }
    NoticeWarnings.printMissing(console, result.constellation(), effect.map(CapitalsEffect::text));
    CapitalsReport report =
        new CapitalsReport(
            visibility
                .setting(
                    satellites,
                    selection,
                    masks,
                    Optional.ofNullable(every),
                    result.constellation())
                .with(effect),
            result,
            dop,
            visibility.areCapitals());
    String page = record.map(of -> ReportPage.html(report, of, Optional.empty())).orElse("");
    reportFile.writePage(page);
    reportFile.writeMap(console, report);
    if (output.isPage()) {
      output.writePage(console, page);
    } else {
      output.writeOrDraw(
          console,
          dilution.<Boolean>getValue() ? report : report.withoutDilution(),
          style -> CapitalsMap.of(report, style));
    }
    return ExitCode.DONE;
  }
}
