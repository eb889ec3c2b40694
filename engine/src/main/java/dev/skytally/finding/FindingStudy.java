package dev.skytally.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.FilledGaps;
import dev.skytally.selection.SelectionException;
import dev.skytally.selection.SelectionException.Cause;
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
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/**
 * A question: which settings give a published figure, and how far does the figure move with them?
 *
 * <pre>{@code
 * Finding finding = FindingStudy.of2020().run();
 * finding.first().led(BDS, Metric.MAX); // 165
 * }</pre>
 *
 * @param snapshot the element sets of about the time of the figure
 * @param pool the element sets that may stand in for missing satellites
 * @param threads the most threads
 * @param progress receives the finished share, 0 to 1, after each setting
 */
public record FindingStudy(
    PublishedFigure figure,
    Snapshot snapshot,
    ElementPool pool,
    int threads,
    DoubleConsumer progress) {

  private static final List<Integer> MASKS_DEGREES = List.of(5, 10);
  private static final List<Integer> STEPS_SECONDS = List.of(60, 600);

  /** Hours of UTC; 15 and 16 are midnight in Tokyo and Beijing. */
  private static final List<Integer> OTHER_STARTS_HOURS = List.of(6, 12, 15, 16, 18);

  /** The figure of 2020, by bundled element sets. */
  public static FindingStudy of2020() {
    return of(PublishedFigure.NIKKEI_2020, BundledSnapshots.load(LocalDate.of(2020, 12, 1)));
  }

  /** A figure by some element sets; bundled ones stand in for missing satellites. */
  public static FindingStudy of(PublishedFigure figure, Snapshot snapshot) {
    return new FindingStudy(
        figure,
        snapshot,
        ElementPool.of(Optional.empty(), List.of()),
        Runtime.getRuntime().availableProcessors(),
        part -> {});
  }

  /** The same question, with other element sets that may stand in for missing satellites. */
  public FindingStudy fillingFrom(ElementPool newPool) {
    return new FindingStudy(figure, snapshot, newPool, threads, progress);
  }

  public FindingStudy threads(int newThreads) {
    return new FindingStudy(figure, snapshot, pool, newThreads, progress);
  }

  public FindingStudy reporting(DoubleConsumer newProgress) {
    return new FindingStudy(figure, snapshot, pool, threads, newProgress);
  }

  /**
   * One setting.
   *
   * @param choice how it differs from the first setting, if it is there for that difference alone
   * @param generation the only generation of BeiDou satellites that counts; empty for all
   */
  private record Setting(
      Snapshot snapshot,
      String choice,
      StatusFilter beidou,
      String generation,
      Instant start,
      Duration duration,
      int maskDegrees,
      Optional<Duration> step) {

    Setting named(String newChoice) {
      return new Setting(
          snapshot, newChoice, beidou, generation, start, duration, maskDegrees, step);
    }

    Setting ofGeneration(String newGeneration) {
      return new Setting(
          snapshot, choice, beidou, newGeneration, start, duration, maskDegrees, step);
    }

    Setting over(Instant newStart, Duration newDuration) {
      return new Setting(
          snapshot, choice, beidou, generation, newStart, newDuration, maskDegrees, step);
    }

    Setting every(int seconds) {
      Optional<Duration> newStep = Optional.of(Duration.ofSeconds(seconds));
      return new Setting(
          snapshot, choice, beidou, generation, start, duration, maskDegrees, newStep);
    }

    /** Operational GPS, and BeiDou as chosen, by element sets that are not too old. */
    Constellation constellation() {
      Instant middle = start.plus(duration.dividedBy(2));
      ConstellationSelection onDay = ConstellationSelection.on(day(start));
      Constellation gps = onDay.systems(List.of(GPS)).from(snapshot, middle);
      Constellation all = onDay.systems(List.of(BDS)).status(beidou).from(snapshot, middle);
      List<Member> members = new ArrayList<>(all.members());
      members.removeIf(member -> !takes(member.satellite()));
      members.addAll(gps.members());
      List<Missing> missing = new ArrayList<>(all.missing());
      missing.removeIf(one -> !takes(one.satellite()));
      missing.addAll(gps.missing());
      return new Constellation(
              List.of(BDS, GPS), members, missing.stream().map(Exclusion::of).toList())
          .withoutOlderThanDays(ElementSet.OLDEST_DAYS, middle);
    }

    private boolean takes(Satellite beidouSatellite) {
      return generation.isEmpty() || generation.equals(beidouSatellite.generation());
    }
  }

  /**
   * Computes every setting.
   *
   * @throws SelectionException if the element sets are too far from the figure
   */
  public Finding run() throws IOException, SelectionException {
    Instant noon = figure.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    long days = Duration.between(snapshot.medianEpoch(), noon).abs().toDays();
    if (days > ElementSet.OLDEST_DAYS) {
      throw new SelectionException(
          Cause.CHOSEN_ELEMENTS_TOO_OLD,
          "the given element sets, snapshot %s, are %s days from %s, more than %s"
              .formatted(snapshot.label(), days, figure.day(), ElementSet.OLDEST_DAYS));
    }
    List<Setting> all = settings();
    int settings = all.size();
    all.addAll(choices());
    int settingsAndChoices = all.size();
    all.addAll(later());
    List<Finding.Row> rows = new ArrayList<>();
    for (Setting setting : all) {
      rows.add(row(setting));
      progress.accept((double) rows.size() / all.size());
    }
    return new Finding(
        figure,
        snapshot,
        rows.subList(0, settings),
        rows.subList(settings, settingsAndChoices),
        rows.subList(settingsAndChoices, rows.size()));
  }

  private List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (StatusFilter beidou : List.of(figure.beidouWithTest(), StatusFilter.OPERATIONAL)) {
      for (LocalDate day : figure.days()) {
        settings.add(onDay(day, beidou, 0));
      }
      for (LocalDate day : new TreeSet<>(List.of(figure.day(), figure.otherDay()))) {
        for (int maskDegrees : MASKS_DEGREES) {
          settings.add(onDay(day, beidou, maskDegrees));
        }
      }
      for (int seconds : STEPS_SECONDS) {
        settings.add(onDay(figure.day(), beidou, 0).every(seconds));
      }
    }
    return settings;
  }

  /** Settings that differ from the first one in one choice. */
  private List<Setting> choices() {
    StatusFilter beidou = figure.beidou();
    Setting first = onDay(figure.day(), beidou, 0);
    Setting operational = onDay(figure.day(), StatusFilter.OPERATIONAL, 0);
    List<Setting> choices = new ArrayList<>();
    if (beidou == StatusFilter.OPERATIONAL) {
      choices.add(onDay(figure.day(), figure.beidouWithTest(), 0).named("membership: with test"));
      choices.add(
          onDay(figure.day(), StatusFilter.TRANSMITTING, 0).named("membership: all transmitting"));
    } else {
      choices.add(operational.named("membership: operational only"));
    }
    choices.add(operational.ofGeneration("BDS-3").named("membership: BDS-3 alone"));
    choices.add(operational.ofGeneration("BDS-2").named("membership: BDS-2 alone"));
    for (int degrees : List.of(5, 10, 15)) {
      choices.add(onDay(figure.day(), beidou, degrees).named("mask: " + degrees + " degrees"));
    }
    choices.add(onDay(figure.day().plusDays(1), beidou, 0).named("day: a day later"));
    choices.add(onDay(figure.day().minusDays(1), beidou, 0).named("day: a day earlier"));
    for (int hours : OTHER_STARTS_HOURS) {
      choices.add(
          first
              .over(first.start().plus(Duration.ofHours(hours)), first.duration())
              .named("start: " + LocalTime.of(hours, 0) + " UTC"));
    }
    choices.add(first.over(first.start(), Duration.ofDays(7)).named("window: 7 days"));
    for (int seconds : List.of(60, 300, 600, 3600)) {
      choices.add(first.every(seconds).named("step: " + seconds + " s"));
    }
    return choices;
  }

  /** The settings of each bundled snapshot: by its own element sets, of its own day. */
  private static List<Setting> later() {
    List<Setting> later = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      Snapshot snapshot = BundledSnapshots.load(date);
      LocalDate day = day(BundledSnapshots.medianEpoch(date));
      for (StatusFilter beidou : List.of(StatusFilter.OPERATIONAL, StatusFilter.TRANSMITTING)) {
        for (int maskDegrees : List.of(0, 5, 10)) {
          later.add(onDay(snapshot, day, beidou, maskDegrees));
        }
      }
    }
    return later;
  }

  private Setting onDay(LocalDate day, StatusFilter beidou, int maskDegrees) {
    return onDay(snapshot, day, beidou, maskDegrees);
  }

  private static Setting onDay(
      Snapshot snapshot, LocalDate day, StatusFilter beidou, int maskDegrees) {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Setting(
        snapshot, "", beidou, "", start, Duration.ofDays(1), maskDegrees, Optional.empty());
  }

  private Finding.Row row(Setting setting) throws IOException, SelectionException {
    Constellation constellation = setting.constellation();
    for (GnssSystem system : constellation.systems()) {
      if (setting.choice().isEmpty() && constellation.members(system).isEmpty()) {
        throw new SelectionException(
            Cause.NO_SATELLITE,
            "the given element sets, snapshot %s, hold no satellite of %s within %s days of %s"
                .formatted(
                    setting.snapshot().label(),
                    system.displayName(),
                    ElementSet.OLDEST_DAYS,
                    day(setting.start())));
      }
    }
    StudyResult result = result(setting, constellation);
    FilledGaps filled = FilledGaps.of(result.constellation(), result.start(), result.end(), pool);
    return new Finding.Row(
        setting.choice(),
        setting.beidou(),
        result,
        filled.answer(result, with -> result(setting, with)));
  }

  private StudyResult result(Setting setting, Constellation constellation) {
    VisibilityStudy study =
        VisibilityStudy.of(constellation)
            .at(WorldCapitals.all())
            .over(setting.start(), setting.duration())
            .above(ElevationMask.ofDegrees(setting.maskDegrees()))
            .threads(threads);
    return setting.step().map(study::sampledEvery).orElse(study).run();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
