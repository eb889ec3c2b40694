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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "finding",
    header = "Computes a published figure of 2020 anew, and shows how firm it is.",
    description = {
      "",
      "BeiDou ahead of GPS in 165 of 195 capitals, 30 over Addis Ababa: what gives these numbers,"
          + " and how far they move with the day, the satellites, the mask, the time step and the"
          + " measure.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = SkytallyCommand.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  skytally finding",
      "  skytally finding --format csv -o finding.csv"
    })
final class FindingCommand implements Callable<Integer> {
  private static final LocalDate SNAPSHOT = LocalDate.of(2020, 12, 1);

  /** Whole days of UTC before the article of 25 November 2020 and that day itself. */
  private static final List<LocalDate> DAYS =
      List.of(
          FindingReport.DAY,
          LocalDate.of(2020, 11, 2),
          LocalDate.of(2020, 11, 5),
          LocalDate.of(2020, 11, 6),
          LocalDate.of(2020, 11, 7),
          LocalDate.of(2020, 11, 8),
          LocalDate.of(2020, 11, 9),
          FindingReport.DAY_OF_PRINT);

  private static final List<Integer> OTHER_MASKS_DEGREES = List.of(5, 10);
  private static final List<Integer> STEPS_SECONDS = List.of(60, 600);

  private record Setting(
      StatusFilter beidou, LocalDate day, int maskDegrees, Optional<Duration> step) {}

  private final Console console;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Arguments.Positive.class,
      description = "At most N threads; all processors if not given. The result is the same.")
  private Integer threads;

  @Mixin private OutputOptions output;

  FindingCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    output.requireWritable();
    Snapshot snapshot = BundledSnapshots.load(SNAPSHOT);
    List<Setting> settings = settings();
    List<FindingReport.Row> rows = new ArrayList<>();
    try (Progress progress = output.progress(console)) {
      for (Setting setting : settings) {
        rows.add(new FindingReport.Row(setting.beidou(), study(setting, snapshot)));
        progress.accept((double) rows.size() / settings.size());
      }
    }
    output.write(console, new FindingReport(snapshot, rows));
    return Main.DONE;
  }

  private static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (StatusFilter beidou : List.of(StatusFilter.TRANSMITTING, StatusFilter.OPERATIONAL)) {
      for (LocalDate day : DAYS) {
        settings.add(new Setting(beidou, day, 0, Optional.empty()));
      }
      for (LocalDate day : List.of(FindingReport.DAY, FindingReport.DAY_OF_PRINT)) {
        for (int maskDegrees : OTHER_MASKS_DEGREES) {
          settings.add(new Setting(beidou, day, maskDegrees, Optional.empty()));
        }
      }
      for (int stepSeconds : STEPS_SECONDS) {
        Duration step = Duration.ofSeconds(stepSeconds);
        settings.add(new Setting(beidou, FindingReport.DAY, 0, Optional.of(step)));
      }
    }
    return settings;
  }

  private StudyResult study(Setting setting, Snapshot snapshot) {
    Instant start = setting.day().atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    VisibilityStudy study =
        VisibilityStudy.of(constellation(setting, snapshot))
            .at(WorldCapitals.all())
            .over(start, Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(setting.maskDegrees()));
    if (threads != null) {
      study = study.threads(threads);
    }
    return setting.step().map(study::sampledEvery).orElse(study).run();
  }

  /** Operational GPS, and BeiDou as the setting has it. */
  private static Constellation constellation(Setting setting, Snapshot snapshot) {
    Instant noon = setting.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    ConstellationSelection onDay = ConstellationSelection.on(setting.day());
    Constellation beidou =
        onDay.systems(List.of(GnssSystem.BDS)).status(setting.beidou()).from(snapshot, noon);
    return onDay
        .systems(List.of(GnssSystem.BDS, GnssSystem.GPS))
        .including(
            beidou.members().stream()
                .map(member -> Integer.toString(member.satellite().catalogNumber()))
                .toList())
        .from(snapshot, noon);
  }
}
