package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.cli.option.ConstellationOptions;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.Snapshot;
import dev.skytally.report.Report;
import dev.skytally.report.elements.BundleReport;
import dev.skytally.report.elements.ElementsReport;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the bundled element sets, or the satellites that count and the exclusions. */
final class ElementsCommand extends Command {
  static final String NAME = "elements";

  private final ConstellationOptions satellites;
  private final OutputOptions output;

  ElementsCommand(Console console) {
    super(NAME, console);
    satellites = new ConstellationOptions(command, console);
    output = new OutputOptions(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Lists element sets or satellites, with every exclusion and its reason.")
        .description(
            "",
            "Without options: the bundled element sets, and where the archive is. With --elements,"
                + " --date or another option that selects satellites: every satellite with its status,"
                + " and every exclusion with its reason.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally elements",
            "  skytally elements --date 2020-10-26 --status transmitting",
            "  skytally elements --elements gnss.tle --format csv");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    output.requireWritable();
    output.write(console, satellites.areUnset() ? bundle() : selection());
    return ExitCode.DONE;
  }

  private Report bundle() {
    List<BundleReport.Entry> entries = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      Snapshot snapshot = BundledSnapshots.load(date);
      LocalDate day = LocalDate.ofInstant(snapshot.medianEpoch(), ZoneOffset.UTC);
      Constellation operational =
          ConstellationSelection.on(day)
              .systems(List.of(GnssSystem.values()))
              .from(snapshot, day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
      entries.add(new BundleReport.Entry(date, snapshot, operational));
    }
    return new BundleReport(
        entries, satellites.times(), UserFolders.archive(console).filter(Files::isDirectory));
  }

  private Report selection() throws IOException, JobFailedException {
    Selection listed = satellites.list(output, console);
    NoticeWarnings.printMissing(console, listed.constellation(), Optional.empty());
    return new ElementsReport(listed, satellites.membership(), satellites.times());
  }
}
