package dev.skytally.cli;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.cli.report.FindingReport;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Computes a published figure anew. */
final class FindingCommand implements Callable<Integer> {
  private static final LocalDate SNAPSHOT = LocalDate.of(2020, 12, 1);

  /**
   * Whole days of UTC before the article of 25 November 2020 and that day itself: each day of one
   * repeat of BeiDou's ground tracks around the day looked at first, then samples of later repeats.
   */
  private static final List<LocalDate> DAYS =
      Stream.of(
              days(LocalDate.of(2020, 10, 23), LocalDate.of(2020, 10, 29)),
              days(LocalDate.of(2020, 11, 2), LocalDate.of(2020, 11, 2)),
              days(LocalDate.of(2020, 11, 5), LocalDate.of(2020, 11, 9)),
              days(FindingReport.DAY_OF_PRINT, FindingReport.DAY_OF_PRINT))
          .flatMap(day -> day)
          .toList();

  private static final List<Integer> OTHER_MASKS_DEGREES = List.of(5, 10);
  private static final List<Integer> STEPS_SECONDS = List.of(60, 600);

  private record Choice(
      StatusFilter beidou, LocalDate day, int maskDegrees, Optional<Duration> step) {}

  private final Console console;
  private final CommandSpec command = SkytallyCommand.subcommand("finding", this);
  private final ThreadsOption threads = new ThreadsOption(command);
  private final OutputOptions output = new OutputOptions(command);

  FindingCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    command
        .usageMessage()
        .header("Computes a published figure of 2020 anew, and shows how firm it is.")
        .description(
            "",
            "BeiDou ahead of GPS in 165 of 195 capitals, 30 over Addis Ababa: what gives these numbers,"
                + " and how far they move with the day, the satellites, the mask, the time step and the"
                + " measure.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally finding",
            "  skytally finding --format csv -o finding.csv");
    SkytallyCommand.addHelpTo(command);
    return command;
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    output.requireWritable();
    Snapshot snapshot = BundledSnapshots.load(SNAPSHOT);
    List<Choice> choices = choices();
    List<FindingReport.Row> rows = new ArrayList<>();
    try (Progress progress = output.progress(console)) {
      for (Choice choice : choices) {
        rows.add(new FindingReport.Row(choice.beidou(), study(choice, snapshot)));
        progress.accept((double) rows.size() / choices.size());
      }
    }
    output.write(console, new FindingReport(snapshot, rows));
    return Main.DONE;
  }

  private static Stream<LocalDate> days(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1));
  }

  private static List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (StatusFilter beidou : List.of(StatusFilter.TRANSMITTING, StatusFilter.OPERATIONAL)) {
      for (LocalDate day : DAYS) {
        choices.add(new Choice(beidou, day, 0, Optional.empty()));
      }
      for (LocalDate day : List.of(FindingReport.DAY, FindingReport.DAY_OF_PRINT)) {
        for (int maskDegrees : OTHER_MASKS_DEGREES) {
          choices.add(new Choice(beidou, day, maskDegrees, Optional.empty()));
        }
      }
      for (int stepSeconds : STEPS_SECONDS) {
        Duration step = Duration.ofSeconds(stepSeconds);
        choices.add(new Choice(beidou, FindingReport.DAY, 0, Optional.of(step)));
      }
    }
    return choices;
  }

  private StudyResult study(Choice choice, Snapshot snapshot) {
    Instant start = choice.day().atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    VisibilityStudy study =
        threads.applyTo(
            VisibilityStudy.of(constellation(choice, snapshot))
                .at(WorldCapitals.all())
                .over(start, Duration.ofDays(1))
                .above(ElevationMask.ofDegrees(choice.maskDegrees())));
    return choice.step().map(study::sampledEvery).orElse(study).run();
  }

  /** Operational GPS, and BeiDou as chosen. */
  private static Constellation constellation(Choice choice, Snapshot snapshot) {
    Instant noon = choice.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    ConstellationSelection onDay = ConstellationSelection.on(choice.day());
    Constellation beidou =
        onDay.systems(List.of(GnssSystem.BDS)).status(choice.beidou()).from(snapshot, noon);
    return onDay
        .systems(List.of(GnssSystem.BDS, GnssSystem.GPS))
        .including(
            beidou.members().stream()
                .map(member -> Integer.toString(member.satellite().catalogNumber()))
                .toList())
        .from(snapshot, noon);
  }
}
