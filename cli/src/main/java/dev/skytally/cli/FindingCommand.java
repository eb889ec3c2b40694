package dev.skytally.cli;

import dev.skytally.archive.ElementPool;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutagesOptions;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.cli.option.TimeZoneOption;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.finding.FindingQuestion;
import dev.skytally.finding.PublishedFigure;
import dev.skytally.report.finding.FindingReport;
import dev.skytally.selection.SelectionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Computes a published figure again. */
final class FindingCommand extends Command {
  static final String NAME = "finding";

  private final OptionSpec figure =
      Heading.option(Heading.OUTPUT, "--figure")
          .paramLabel("YEAR")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description(
              "The published figure: 2020 (165 of 195), or its forerunner of 2019 (130 of 195),"
                  + " which needs --elements (default: 2020).")
          .build();

  private final OptionSpec elements =
      Heading.option(Heading.ELEMENT_SETS, "--elements")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Read element sets of about the time of the figure from FILE (default: bundled ones).")
          .build();

  private final OutagesOptions outages;
  private final ThreadsOption threads;
  private final TimeZoneOption timeZone;
  private final OutputOptions output;

  FindingCommand(Console console) {
    super(NAME, console);
    command.addOption(figure).addOption(elements);
    outages = new OutagesOptions(command);
    threads = new ThreadsOption(command);
    timeZone = TimeZoneOption.ofOutput(command, console);
    output = new OutputOptions(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Computes a published figure again and shows what it depends on.")
        .description(
            "",
            "A newspaper reported in 2020 that 165 of 195 capitals saw more BeiDou than GPS satellites,"
                + " and Addis Ababa 30 of them. This command shows which settings give these numbers, how"
                + " they change with the day, the satellites, the mask, the time step and the measure, and"
                + " how they have changed since.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally finding",
            "  skytally finding -o finding.csv",
            "  skytally finding --figure 2019 --elements september-2019.tle");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    PublishedFigure published = published();
    output.requireWritable();
    FindingQuestion question = question(published).without(outages.outages(console));
    try (Progress progress = output.progress(console)) {
      FindingReport report =
          new FindingReport(
              question.threads(threads.most()).reporting(progress).answer(),
              question.outages(),
              timeZone.times());
      report.incomplete().forEach(console::warn);
      report.oldOrbits().ifPresent(line -> console.warn("old orbits: " + line));
      NoticeWarnings.print(report.selection().notices(), output, console);
      output.write(console, report);
    } catch (SelectionException e) {
      boolean areTooOld = e.reason() == SelectionException.Cause.CHOSEN_ELEMENTS_TOO_OLD;
      throw new JobFailedException(e.getMessage() + (areTooOld ? ": give nearer ones" : ""));
    }
    return ExitCode.DONE;
  }

  private PublishedFigure published() {
    Integer year = figure.getValue();
    if (year == null || year == 2020) {
      return PublishedFigure.NIKKEI_2020;
    }
    if (year != 2019) {
      throw wrongUsage("--figure: " + year + ", expected 2019 or 2020");
    }
    if (elements.getValue() == null) {
      throw wrongUsage(
          "no element sets near the figure of 2019 are bundled, give a file with --elements");
    }
    return PublishedFigure.NIKKEI_2019;
  }

  private FindingQuestion question(PublishedFigure published) throws IOException {
    Path file = elements.getValue();
    return file == null
        ? FindingQuestion.of2020()
        : FindingQuestion.of(published, ElementSetReader.read(file))
            .fillingFrom(ElementPool.of(Optional.empty(), List.of(file)));
  }
}
