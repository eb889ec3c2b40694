package dev.skytally.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
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
 * A question about which settings give a published figure, and how the figure depends on them.
 *
 * <pre>{@code
 * Finding finding = FindingQuestion.of2020().answer();
 * finding.first().led(BDS, Metric.MAX); // 165
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param figure the published figure
 * @param snapshot element sets from about the time of the figure
 * @param pool the element sets that may replace those of missing satellites
 * @param outages when satellites are out of service, for a setting that counts by notices; {@link
 *     Outages#none()} for no such setting
 * @param threads the greatest number of threads
 * @param progress receives the finished share, 0 to 1, after each setting
 */
public record FindingQuestion(
    PublishedFigure figure,
    Snapshot snapshot,
    ElementPool pool,
    Outages outages,
    int threads,
    DoubleConsumer progress) {

  /** Hours in UTC; 15 and 16 are midnight in Tokyo and Beijing. */
  private static final List<Integer> OTHER_STARTS_HOURS = List.of(6, 12, 15, 16, 18);

  /** {@return the question about the figure of 2020, with bundled element sets} */
  public static FindingQuestion of2020() {
    return of(PublishedFigure.NIKKEI_2020, BundledSnapshots.load(LocalDate.of(2020, 12, 1)));
  }

  /**
   * {@return the question about a figure with some element sets} Bundled ones replace those of
   * missing satellites.
   *
   * @param figure the published figure
   * @param snapshot the element sets of that time
   */
  public static FindingQuestion of(PublishedFigure figure, Snapshot snapshot) {
    return new FindingQuestion(
        figure,
        snapshot,
        ElementPool.of(Optional.empty(), List.of()),
        Outages.none(),
        Runtime.getRuntime().availableProcessors(),
        part -> {});
  }

  /**
   * {@return the same question with other element sets that may replace those of missing
   * satellites}
   *
   * @param newPool where to look for element sets
   */
  public FindingQuestion fillingFrom(ElementPool newPool) {
    return new FindingQuestion(figure, snapshot, newPool, outages, threads, progress);
  }

  /**
   * Adds a setting in which satellites count only while notices do not name them out of service.
   *
   * @param newOutages when they are out of service
   * @return the question with this setting
   */
  public FindingQuestion without(Outages newOutages) {
    return new FindingQuestion(figure, snapshot, pool, newOutages, threads, progress);
  }

  /**
   * Sets the number of threads.
   *
   * @param newThreads the greatest number, including the calling one
   * @return the question with this setting
   */
  public FindingQuestion threads(int newThreads) {
    return new FindingQuestion(figure, snapshot, pool, outages, newThreads, progress);
  }

  /**
   * Sets who receives the progress.
   *
   * @param newProgress receives the finished part, 0 to 1
   * @return the question with this setting
   */
  public FindingQuestion reporting(DoubleConsumer newProgress) {
    return new FindingQuestion(figure, snapshot, pool, outages, threads, newProgress);
  }

  /**
   * One setting.
   *
   * @param choice how it differs from the first setting, if it has only this difference
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
      Optional<Duration> step,
      Outages outages) {

    Setting ofGeneration(String only) {
      return new Setting(
          snapshot, choice, beidou, only, start, duration, maskDegrees, step, outages);
    }

    Setting over(String newChoice, Instant from, Duration length) {
      return new Setting(
          snapshot, newChoice, beidou, generation, from, length, maskDegrees, step, outages);
    }

    Setting every(String newChoice, int seconds) {
      Optional<Duration> every = Optional.of(Duration.ofSeconds(seconds));
      return new Setting(
          snapshot, newChoice, beidou, generation, start, duration, maskDegrees, every, outages);
    }

    Setting without(String newChoice, Outages newOutages) {
      return new Setting(
          snapshot, newChoice, beidou, generation, start, duration, maskDegrees, step, newOutages);
    }

    /**
     * Returns operational GPS and the chosen BeiDou satellites, without element sets that are too
     * old.
     */
    Constellation constellation() {
      Instant middle = start.plus(duration.dividedBy(2));
      Constellation all =
          ConstellationSelection.on(day(start))
              .systems(List.of(BDS, GPS))
              .status(beidou)
              .from(snapshot, middle);
      return all.with(
              all.members().stream().filter(member -> counts(member.satellite())).toList(),
              all.missing().stream()
                  .filter(one -> counts(one.satellite()))
                  .map(Exclusion::of)
                  .toList())
          .withoutOlderThanDays(ElementSet.OLDEST_DAYS, middle);
    }

    private boolean counts(Satellite satellite) {
      return satellite.system() == GPS
          ? satellite.status() == SatelliteStatus.OPERATIONAL
          : generation.isEmpty() || generation.equals(satellite.generation());
    }
  }

  /**
   * Computes every setting.
   *
   * @return the finding
   * @throws InputFormatException if too many element sets are damaged
   * @throws SelectionException if the element sets are too far from the figure
   */
  public Finding answer() throws IOException, SelectionException {
    snapshot.requireSound();
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
    LocalDate day = figure.day();
    List<Setting> settings = new ArrayList<>();
    for (StatusFilter beidou : List.of(figure.beidouWithTest(), StatusFilter.OPERATIONAL)) {
      figure.days().forEach(one -> settings.add(setting("", one, beidou, 0)));
      for (LocalDate one : new TreeSet<>(List.of(day, figure.otherDay()))) {
        List.of(5, 10).forEach(mask -> settings.add(setting("", one, beidou, mask)));
      }
      List.of(60, 600).forEach(s -> settings.add(setting("", day, beidou, 0).every("", s)));
    }
    return settings;
  }

  /** Settings that differ from the first one in one choice. */
  private List<Setting> choices() {
    LocalDate day = figure.day();
    StatusFilter beidou = figure.beidou();
    Setting first = setting("", day, beidou, 0);
    List<Setting> choices = new ArrayList<>();
    if (beidou == StatusFilter.OPERATIONAL) {
      choices.add(setting("membership: with test", day, figure.beidouWithTest(), 0));
      choices.add(setting("membership: all transmitting", day, StatusFilter.TRANSMITTING, 0));
    } else {
      choices.add(setting("membership: operational only", day, StatusFilter.OPERATIONAL, 0));
    }
    if (!outages.isNone()) {
      choices.add(first.without("usable according to notices", outages));
    }
    for (String only : List.of("BDS-3", "BDS-2")) {
      choices.add(
          setting("membership: " + only + " alone", day, StatusFilter.OPERATIONAL, 0)
              .ofGeneration(only));
    }
    for (int mask : List.of(5, 10, 15)) {
      choices.add(setting("mask: " + mask + " degrees", day, beidou, mask));
    }
    choices.add(setting("day: a day later", day.plusDays(1), beidou, 0));
    choices.add(setting("day: a day earlier", day.minusDays(1), beidou, 0));
    for (int hours : OTHER_STARTS_HOURS) {
      Instant start = first.start().plus(Duration.ofHours(hours));
      choices.add(first.over("start: " + LocalTime.of(hours, 0) + " UTC", start, first.duration()));
    }
    choices.add(first.over("window: 7 days", first.start(), Duration.ofDays(7)));
    for (int seconds : List.of(60, 300, 600, 3600)) {
      choices.add(first.every("step: " + seconds + " s", seconds));
    }
    return choices;
  }

  /** Returns the settings of each bundled snapshot, with its own element sets and day. */
  private static List<Setting> later() {
    List<Setting> later = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      Snapshot snapshot = BundledSnapshots.load(date);
      LocalDate day = day(BundledSnapshots.medianEpoch(date));
      for (StatusFilter beidou : List.of(StatusFilter.OPERATIONAL, StatusFilter.TRANSMITTING)) {
        for (int mask : List.of(0, 5, 10)) {
          later.add(setting(snapshot, "", day, beidou, mask));
        }
      }
    }
    return later;
  }

  private Setting setting(String choice, LocalDate day, StatusFilter beidou, int maskDegrees) {
    return setting(snapshot, choice, day, beidou, maskDegrees);
  }

  private static Setting setting(
      Snapshot of, String choice, LocalDate day, StatusFilter beidou, int maskDegrees) {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Setting(
        of,
        choice,
        beidou,
        "",
        start,
        Duration.ofDays(1),
        maskDegrees,
        Optional.empty(),
        Outages.none());
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
            .without(setting.outages())
            .threads(threads);
    return setting.step().map(study::sampledEvery).orElse(study).run();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
