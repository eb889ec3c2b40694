package dev.skytally.cli;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.EffectFinder;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.report.finding.FindingReport;
import dev.skytally.report.finding.Published;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Computes a published figure anew. */
final class FindingCommand extends Command {
  static final String NAME = "finding";

  private static final LocalDate SNAPSHOT = LocalDate.of(2020, 12, 1);

  /**
   * Whole days of UTC before the article of 25 November 2020 and that day itself: each day of one
   * repeat of BeiDou's ground tracks around the day looked at first, then samples of later repeats.
   */
  private static final List<LocalDate> DAYS_2020 =
      Stream.of(
              days(LocalDate.of(2020, 10, 23), LocalDate.of(2020, 10, 29)),
              days(LocalDate.of(2020, 11, 2), LocalDate.of(2020, 11, 2)),
              days(LocalDate.of(2020, 11, 5), LocalDate.of(2020, 11, 9)),
              days(Published.NIKKEI_2020.otherDay(), Published.NIKKEI_2020.otherDay()))
          .flatMap(day -> day)
          .toList();

  /** One repeat of BeiDou's ground tracks around the day that was told. */
  private static final List<LocalDate> DAYS_2019 =
      days(LocalDate.of(2019, 6, 25), LocalDate.of(2019, 7, 1)).toList();

  private static final List<Integer> OTHER_MASKS_DEGREES = List.of(5, 10);
  private static final List<Integer> STEPS_SECONDS = List.of(60, 600);

  /** Hours of UTC; 15 and 16 are midnight in Tokyo and Beijing. */
  private static final List<Integer> OTHER_STARTS_HOURS = List.of(6, 12, 15, 16, 18);

  /** A setting; which BeiDou satellites count is told by status and, unless empty, generation. */
  private record Choice(
      StatusFilter beidou,
      String generation,
      Instant start,
      Duration duration,
      int maskDegrees,
      Optional<Duration> step) {

    static Choice on(StatusFilter beidou, LocalDate day, int maskDegrees) {
      return new Choice(
          beidou,
          "",
          day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC),
          Duration.ofDays(1),
          maskDegrees,
          Optional.empty());
    }

    Choice ofGeneration(String newGeneration) {
      return new Choice(beidou, newGeneration, start, duration, maskDegrees, step);
    }

    boolean takes(Satellite beidouSatellite) {
      return generation.isEmpty() || generation.equals(beidouSatellite.generation());
    }

    Choice from(Instant newStart, Duration newDuration) {
      return new Choice(beidou, generation, newStart, newDuration, maskDegrees, step);
    }

    Choice every(Duration newStep) {
      return new Choice(beidou, generation, start, duration, maskDegrees, Optional.of(newStep));
    }
  }

  private final OptionSpec figure =
      Heading.option(Heading.OUTPUT, "--figure")
          .paramLabel("YEAR")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description(
              "2020 (165 of 195) or its forerunner of 2019 (130 of 195), which needs --elements;"
                  + " 2020 if not given.")
          .build();

  private final OptionSpec elements =
      Heading.option(Heading.ELEMENT_SETS, "--elements")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Element sets of your own, of about the time of the figure.")
          .build();

  private final ThreadsOption threads;
  private final OutputOptions output;

  FindingCommand(Console console) {
    super(NAME, console);
    command.addOption(figure).addOption(elements);
    threads = new ThreadsOption(command);
    output = new OutputOptions(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Computes a published figure anew, and shows how firm it is.")
        .description(
            "",
            "BeiDou ahead of GPS in 165 of 195 capitals, 30 over Addis Ababa: what gives these numbers,"
                + " and how far they move with the day, the satellites, the mask, the time step and the"
                + " measure; and what became of it since.",
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
    Published published = published();
    output.requireWritable();
    Snapshot snapshot = snapshot(published);
    List<Choice> settings = settings(published);
    Map<String, Choice> choices = choices(published);
    int total = settings.size() + choices.size() + BundledSnapshots.dates().size() * 6;
    int[] done = new int[1];
    Path given = elements.getValue();
    ElementPool pool = ElementPool.of(Optional.empty(), given == null ? List.of() : List.of(given));
    try (Progress progress = output.progress(console)) {
      Runnable step = () -> progress.accept((double) ++done[0] / total);
      List<FindingReport.Row> rows = new ArrayList<>();
      for (Choice choice : settings) {
        rows.add(row(choice, snapshot, pool));
        step.run();
      }
      List<FindingReport.Choice> others = new ArrayList<>();
      for (Map.Entry<String, Choice> choice : choices.entrySet()) {
        others.add(
            new FindingReport.Choice(choice.getKey(), row(choice.getValue(), snapshot, pool)));
        step.run();
      }
      List<FindingReport.Row> later = later(pool, step);
      FindingReport report = new FindingReport(published, snapshot, rows, others, later);
      report.incomplete().forEach(console::warn);
      report.oldOrbits().ifPresent(line -> console.warn("old orbits: " + line));
      output.write(console, report);
    }
    return ExitCode.DONE;
  }

  private Published published() {
    Integer year = figure.getValue();
    if (year == null || year == 2020) {
      return Published.NIKKEI_2020;
    }
    if (year != 2019) {
      throw wrongUsage("--figure: " + year + ", expected 2019 or 2020");
    }
    if (elements.getValue() == null) {
      throw wrongUsage(
          "no element sets near the figure of 2019 are bundled, give a file with --elements");
    }
    return Published.NIKKEI_2019;
  }

  private Snapshot snapshot(Published published) throws IOException, JobFailedException {
    if (elements.getValue() == null) {
      return BundledSnapshots.load(SNAPSHOT);
    }
    Snapshot snapshot = ElementSetReader.read(elements.<Path>getValue());
    Instant noon = published.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    long days = Duration.between(snapshot.medianEpoch(), noon).abs().toDays();
    if (days > ElementSet.OLDEST_DAYS) {
      throw new JobFailedException(
          "the given element sets, snapshot %s, are %s days from %s, more than %s: give nearer ones"
              .formatted(snapshot.label(), days, published.day(), ElementSet.OLDEST_DAYS));
    }
    for (Choice choice : settings(published)) {
      for (GnssSystem system : List.of(GnssSystem.BDS, GnssSystem.GPS)) {
        if (constellation(choice, snapshot).members(system).isEmpty()) {
          throw new JobFailedException(
              "the given element sets, snapshot %s, hold no satellite of %s within %s days of %s"
                  .formatted(
                      snapshot.label(),
                      system.displayName(),
                      ElementSet.OLDEST_DAYS,
                      day(choice.start())));
        }
      }
    }
    return snapshot;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Stream<LocalDate> days(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1));
  }

  private static List<Choice> settings(Published published) {
    boolean is2020 = published == Published.NIKKEI_2020;
    List<Choice> choices = new ArrayList<>();
    for (StatusFilter beidou : List.of(published.beidouWithTest(), StatusFilter.OPERATIONAL)) {
      for (LocalDate day : is2020 ? DAYS_2020 : DAYS_2019) {
        choices.add(Choice.on(beidou, day, 0));
      }
      for (LocalDate day : new TreeSet<>(List.of(published.day(), published.otherDay()))) {
        for (int maskDegrees : OTHER_MASKS_DEGREES) {
          choices.add(Choice.on(beidou, day, maskDegrees));
        }
      }
      for (int stepSeconds : STEPS_SECONDS) {
        choices.add(Choice.on(beidou, published.day(), 0).every(Duration.ofSeconds(stepSeconds)));
      }
    }
    return choices;
  }

  /** Choices otherwise than in the first setting, by what to call them. */
  private static Map<String, Choice> choices(Published published) {
    StatusFilter beidou = published.beidou();
    Choice first = Choice.on(beidou, published.day(), 0);
    Choice operational = Choice.on(StatusFilter.OPERATIONAL, published.day(), 0);
    Map<String, Choice> choices = new LinkedHashMap<>();
    if (beidou == StatusFilter.OPERATIONAL) {
      choices.put(
          "membership: with test", Choice.on(published.beidouWithTest(), published.day(), 0));
      choices.put(
          "membership: all transmitting", Choice.on(StatusFilter.TRANSMITTING, published.day(), 0));
    } else {
      choices.put("membership: operational only", operational);
    }
    choices.put("membership: BDS-3 alone", operational.ofGeneration("BDS-3"));
    choices.put("membership: BDS-2 alone", operational.ofGeneration("BDS-2"));
    for (int maskDegrees : List.of(5, 10, 15)) {
      choices.put(
          "mask: %s degrees".formatted(maskDegrees),
          Choice.on(beidou, published.day(), maskDegrees));
    }
    choices.put("day: a day later", Choice.on(beidou, published.day().plusDays(1), 0));
    choices.put("day: a day earlier", Choice.on(beidou, published.day().minusDays(1), 0));
    for (int hours : OTHER_STARTS_HOURS) {
      choices.put(
          "start: " + LocalTime.of(hours, 0) + " UTC",
          first.from(first.start().plus(Duration.ofHours(hours)), first.duration()));
    }
    choices.put("window: 7 days", first.from(first.start(), Duration.ofDays(7)));
    for (int stepSeconds : List.of(60, 300, 600, 3600)) {
      choices.put(
          "step: %s s".formatted(stepSeconds), first.every(Duration.ofSeconds(stepSeconds)));
    }
    return choices;
  }

  /** The question at each bundled snapshot: by its own element sets, of its own day. */
  private List<FindingReport.Row> later(ElementPool pool, Runnable step) throws IOException {
    List<FindingReport.Row> rows = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      Snapshot snapshot = BundledSnapshots.load(date);
      LocalDate day = day(BundledSnapshots.medianEpoch(date));
      for (StatusFilter beidou : List.of(StatusFilter.OPERATIONAL, StatusFilter.TRANSMITTING)) {
        for (int maskDegrees : List.of(0, 5, 10)) {
          rows.add(row(Choice.on(beidou, day, maskDegrees), snapshot, pool));
          step.run();
        }
      }
    }
    return rows;
  }

  private FindingReport.Row row(Choice choice, Snapshot snapshot, ElementPool pool)
      throws IOException {
    StudyResult result = result(choice, constellation(choice, snapshot));
    return new FindingReport.Row(
        choice.beidou(), result, EffectFinder.find(result, pool, with -> result(choice, with)));
  }

  private StudyResult result(Choice choice, Constellation constellation) {
    VisibilityStudy study =
        threads.applyTo(
            VisibilityStudy.of(constellation)
                .at(WorldCapitals.all())
                .over(choice.start(), choice.duration())
                .above(ElevationMask.ofDegrees(choice.maskDegrees())));
    return choice.step().map(study::sampledEvery).orElse(study).run();
  }

  /** Operational GPS, and BeiDou as chosen, by element sets that are not too old. */
  private static Constellation constellation(Choice choice, Snapshot snapshot) {
    Instant noon = choice.start().plus(choice.duration().dividedBy(2));
    ConstellationSelection onDay = ConstellationSelection.on(day(choice.start()));
    Constellation beidou =
        onDay.systems(List.of(GnssSystem.BDS)).status(choice.beidou()).from(snapshot, noon);
    Constellation gps = onDay.systems(List.of(GnssSystem.GPS)).from(snapshot, noon);
    List<Member> members = new ArrayList<>(beidou.members());
    members.removeIf(member -> !choice.takes(member.satellite()));
    members.addAll(gps.members());
    List<Missing> missing = new ArrayList<>(beidou.missing());
    missing.removeIf(one -> !choice.takes(one.satellite()));
    missing.addAll(gps.missing());
    return new Constellation(
            List.of(GnssSystem.BDS, GnssSystem.GPS),
            members,
            missing.stream().map(Exclusion::of).toList())
        .withoutOlderThanDays(ElementSet.OLDEST_DAYS, noon);
  }
}
