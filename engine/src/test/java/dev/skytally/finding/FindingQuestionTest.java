package dev.skytally.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.finding.Finding.Row;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.FilledGaps.Answer;
import dev.skytally.selection.SelectionException;
import dev.skytally.selection.SelectionException.Cause;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FindingQuestionTest {
  private static final List<Double> PROGRESS = new ArrayList<>();
  private static Finding finding;

  @BeforeAll
  static void run() throws IOException, SelectionException {
    finding = FindingQuestion.of2020().reporting(PROGRESS::add).answer();
  }

  /** By python-sgp4, see engine/src/test/resources/reference/README.md. */
  @Test
  void everyMinuteOfTheFirstSettingGivesTheCountsOfTheReference() {
    Row row = setting(finding.first().day(), of -> of.result().sampledEvery().isPresent());
    assertEquals(Optional.of(Duration.ofMinutes(1)), row.result().sampledEvery());
    assertEquals(49, row.satellites(BDS));
    assertEquals(31, row.satellites(GPS));
    assertEquals(165, row.led(BDS, Metric.MAX));
    assertEquals(28, row.ties(Metric.MAX));
    assertEquals(30, row.addisAbaba(BDS));
    assertEquals(14, row.addisAbaba(GPS));
    assertTrue(row.gives(PublishedFigure.NIKKEI_2020));
    assertTrue(finding.matching().contains(row));
  }

  @Test
  void theFirstSettingIsExactWithoutMaskOnTheFiguresDay() {
    Row first = finding.first();
    assertEquals(LocalDate.of(2020, 10, 26), first.day());
    assertEquals(StatusFilter.TRANSMITTING, first.beidou());
    assertEquals(0, first.maskDegrees());
    assertTrue(first.isExact());
  }

  /** Seven days show every geometry, and one that comes a week later shows none anew. */
  @Test
  void fourteenDaysShowSevenGeometries() {
    assertEquals(40, finding.settings().size());
    assertEquals(14, finding.settings().stream().map(Row::day).distinct().count());
    assertEquals(7, Finding.geometries(finding.settings()));
    List<Row> aWeekApart =
        List.of(
            setting(LocalDate.of(2020, 10, 26), row -> true),
            setting(LocalDate.of(2020, 11, 2), row -> true));
    assertEquals(1, Finding.geometries(aWeekApart));
  }

  @Test
  void eachChoiceDiffersFromTheFirstSettingAsItSays() {
    assertEquals(18, finding.choices().size());
    assertEquals(44, choice("membership: operational only").satellites(BDS));
    assertEquals(
        44,
        choice("membership: BDS-3 alone").satellites(BDS)
            + choice("membership: BDS-2 alone").satellites(BDS));
    assertEquals(15, choice("mask: 15 degrees").maskDegrees(), 1e-9);
    assertEquals(LocalDate.of(2020, 10, 27), choice("day: a day later").day());
    Row week = choice("window: 7 days");
    assertEquals(Duration.ofDays(7), Duration.between(week.result().start(), week.result().end()));
    assertEquals(
        finding.first().result().start().plus(Duration.ofHours(18)),
        choice("start: 18:00 UTC").result().start());
    assertEquals(Optional.of(Duration.ofHours(1)), choice("step: 3600 s").result().sampledEvery());
  }

  /**
   * The bundled element sets of 2024 lack the test satellites C47 and C49, and so does all else.
   */
  @Test
  void satellitesWithoutElementSetsLeaveARange() {
    Row row =
        finding.later().stream()
            .filter(of -> of.day().equals(LocalDate.of(2024, 9, 21)))
            .filter(of -> of.beidou() == StatusFilter.TRANSMITTING)
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of("C47", "C49"),
        row.completeness().missing().stream().map(one -> one.satellite().prn()).toList());
    Answer<?> with = row.withMissing().orElseThrow();
    assertEquals(List.of(), with.added());
    assertEquals(row.result(), with.result());
    assertEquals(Optional.empty(), finding.first().withMissing());
  }

  @Test
  void progressEndsWithTheLastSetting() {
    assertEquals(
        finding.settings().size() + finding.choices().size() + finding.later().size(),
        PROGRESS.size());
    assertEquals(PROGRESS.stream().sorted().toList(), PROGRESS);
    assertEquals(1, PROGRESS.get(PROGRESS.size() - 1));
  }

  @Test
  void aFigureIsRejectedIfItsFirstSettingIsNoneOfTheSettings() {
    LocalDate day = finding.figure().day();
    List<LocalDate> days = List.of(day);
    StatusFilter all = StatusFilter.ALL;
    StatusFilter test = StatusFilter.OPERATIONAL_OR_TEST;
    OptionalInt none = OptionalInt.empty();
    assertEquals(days, new PublishedFigure("source", 165, none, test, test, day, day, days).days());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PublishedFigure("source", 165, none, all, test, day, day, days));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PublishedFigure("source", 165, none, test, test, day, day, List.of()));
  }

  @Test
  void elementSetsOfAnotherYearAreRejected() {
    Snapshot later = BundledSnapshots.load(LocalDate.of(2020, 12, 1));
    FindingQuestion question = FindingQuestion.of(PublishedFigure.NIKKEI_2019, later);
    SelectionException problem = assertThrows(SelectionException.class, question::answer);
    assertEquals(Cause.CHOSEN_ELEMENTS_TOO_OLD, problem.reason());
  }

  @Test
  void elementSetsOfBeidouAloneAreRejected() {
    Snapshot all = BundledSnapshots.load(LocalDate.of(2020, 12, 1));
    List<ElementSet> beidou =
        all.elementSets().stream()
            .filter(elements -> elements.name().startsWith("BEIDOU"))
            .collect(Collectors.toList());
    FindingQuestion question =
        FindingQuestion.of(
            PublishedFigure.NIKKEI_2020, new Snapshot("some.tle", "test", beidou, List.of()));
    SelectionException problem = assertThrows(SelectionException.class, question::answer);
    assertEquals(Cause.NO_SATELLITE, problem.reason());
    assertTrue(problem.getMessage().contains("hold no satellite of GPS"), problem.getMessage());
  }

  private static Row setting(LocalDate day, Predicate<Row> which) {
    return finding.settings().stream()
        .filter(row -> row.day().equals(day) && row.beidou() == StatusFilter.TRANSMITTING)
        .filter(which)
        .findFirst()
        .orElseThrow();
  }

  private static Row choice(String choice) {
    return finding.choices().stream()
        .filter(row -> row.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }
}
