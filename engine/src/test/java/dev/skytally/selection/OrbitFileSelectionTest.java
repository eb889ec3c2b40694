package dev.skytally.selection;

import static dev.skytally.satellites.GnssSystem.GAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.SelectionException.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Selection from files of orbits that cover different parts of 1 December 2020. */
class OrbitFileSelectionTest {
  private static final LocalDate DATE = LocalDate.of(2020, 12, 1);
  private static final Instant MIDNIGHT = Instant.parse("2020-12-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final SelectionQuestion THE_DAY = question(Optional.of(MIDNIGHT), false, false);
  private static final SelectionQuestion PART_OF_THE_DAY =
      question(Optional.of(MIDNIGHT), true, false);
  private static final SelectionQuestion WHAT_IS_COVERED = question(Optional.empty(), true, false);
  private static final SelectionQuestion HEALTHY = question(Optional.of(MIDNIGHT), false, true);

  private static SelectionQuestion question(
      Optional<Instant> begin, boolean mayNarrow, boolean healthyOnly) {
    return new SelectionQuestion(
        begin, DAY, mayNarrow, ConstellationSelection::on, 180, healthyOnly);
  }

  private static final Map<String, ElementSet> ELEMENTS = elements();

  private static Map<String, ElementSet> elements() {
    Map<String, ElementSet> byPrn = new TreeMap<>();
    for (Member member :
        ConstellationSelection.on(DATE)
            .from(BundledSnapshots.load(DATE), MIDNIGHT.plusSeconds(43_200))
            .members()) {
      byPrn.put(member.satellite().prn(), member.elementSet());
    }
    return byPrn;
  }

  private static OrbitFile read(String text) {
    try {
      return OrbitFile.read(TextFile.of("orbits", text), MIDNIGHT, MIDNIGHT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OrbitFile sp3(String from, String to, String... prns) {
    Instant start = Instant.parse("2020-12-01T" + from + "Z");
    Instant end =
        to.equals("24:00:00") ? MIDNIGHT.plus(DAY) : Instant.parse("2020-12-01T" + to + "Z");
    Map<String, ElementSet> byPrn = new TreeMap<>(ELEMENTS);
    byPrn.keySet().retainAll(List.of(prns));
    Duration length = Duration.between(start, end);
    return read(OrbitSamples.sp3(byPrn, start, length, OrbitSamples::position));
  }

  private static OrbitFile joined(OrbitFile one, OrbitFile other) {
    TreeMap<String, ProvidedOrbit> orbits = new TreeMap<>(one.orbits());
    orbits.putAll(other.orbits());
    return new OrbitFile("orbits", one.format(), orbits, new TreeMap<>());
  }

  private static Stretch window(Selection selection) {
    return new Stretch(selection.start(), selection.end());
  }

  private static Stretch stretch(String from, String to) {
    return new Stretch(
        Instant.parse("2020-12-01T" + from + "Z"), Instant.parse("2020-12-01T" + to + "Z"));
  }

  private static Cause refusal(SelectionQuestion question, OrbitFile file) {
    return assertThrows(SelectionException.class, () -> question.of(file)).reason();
  }

  private static List<String> prns(Selection selection) {
    return selection.constellation().members().stream().map(m -> m.satellite().prn()).toList();
  }

  private static final OrbitFile WHOLE = sp3("00:00:00", "24:00:00", "G01", "G05", "C19", "C20");

  @Test
  void fileOfTheWholeDayAnswersTheDay() throws Exception {
    for (SelectionQuestion question : List.of(THE_DAY, PART_OF_THE_DAY, WHAT_IS_COVERED)) {
      Selection selection = question.of(WHOLE);
      assertEquals(new Stretch(MIDNIGHT, MIDNIGHT.plus(DAY)), window(selection));
      assertEquals(List.of("G01", "G05", "C19", "C20"), prns(selection));
      assertFalse(selection.isWhatIsCovered());
      assertEquals(
          new Stretch(WHOLE.knownFrom(), WHOLE.knownTo()),
          selection.source().known().orElseThrow());
      assertEquals(Optional.empty(), selection.medianEpoch());
    }
  }

  @Test
  void windowIsNarrowedToMoreThanHalfOfItButNotToHalf() throws Exception {
    OrbitFile more = sp3("05:45:00", "18:00:00", "G01", "C19");
    Selection narrowed = PART_OF_THE_DAY.of(more);
    assertEquals(stretch("05:45:00", "18:00:00"), window(narrowed));
    assertTrue(narrowed.isWhatIsCovered());
    assertEquals(Cause.WINDOW_NOT_COVERED, refusal(THE_DAY, more));
    OrbitFile half = sp3("06:00:00", "18:00:00", "G01", "C19");
    assertEquals(Cause.WINDOW_NOT_COVERED, refusal(PART_OF_THE_DAY, half));
  }

  @Test
  void narrowedWindowIsWithinTheOneThatWasAskedFor() throws Exception {
    SelectionQuestion fromNoon =
        question(Optional.of(MIDNIGHT.plus(Duration.ofHours(10))), true, false);
    assertEquals(
        stretch("10:00:00", "23:00:00"), window(fromNoon.of(sp3("05:45:00", "23:00:00", "G01"))));
    SelectionQuestion sinceYesterday =
        question(Optional.of(MIDNIGHT.minus(Duration.ofHours(6))), true, false);
    assertEquals(
        stretch("02:00:00", "18:00:00"),
        window(sinceYesterday.of(sp3("02:00:00", "23:00:00", "G01"))));
  }

  @Test
  void whatIsCoveredIsInWholeMinutes() throws Exception {
    OrbitFile file = sp3("05:00:30", "18:45:30", "G01", "C19");
    assertEquals(stretch("05:01:00", "18:45:00"), window(WHAT_IS_COVERED.of(file)));
    assertEquals(stretch("05:01:00", "18:45:00"), window(PART_OF_THE_DAY.of(file)));
  }

  @Test
  void withoutBeginLittleIsAnsweredTooAndNoMoreThanTheLength() throws Exception {
    OrbitFile little = sp3("06:00:00", "12:00:00", "G01", "C19");
    assertEquals(stretch("06:00:00", "12:00:00"), window(WHAT_IS_COVERED.of(little)));
    SelectionQuestion fourHours =
        new SelectionQuestion(
            Optional.empty(), Duration.ofHours(4), true, ConstellationSelection::on, 180, false);
    assertEquals(stretch("06:00:00", "10:00:00"), window(fourHours.of(little)));
  }

  @Test
  void halfOfTheOrbitsIsEnoughAndLessIsNot() throws Exception {
    OrbitFile half =
        joined(
            sp3("00:00:00", "24:00:00", "G01", "C19"), sp3("04:00:00", "20:00:00", "G05", "C20"));
    assertEquals(4, THE_DAY.of(half).constellation().members().size());
    OrbitFile less =
        joined(
            sp3("00:00:00", "24:00:00", "G01"), sp3("04:00:00", "20:00:00", "G05", "C19", "C20"));
    assertEquals(Cause.WINDOW_NOT_COVERED, refusal(THE_DAY, less));
    assertEquals(stretch("04:00:00", "20:00:00"), window(WHAT_IS_COVERED.of(less)));
    assertEquals(List.of("G01"), prns(THE_DAY.flownOf(less)), "the others are missing");
  }

  @Test
  void refusalCountsTheOrbitsKnownInTheWindow() {
    OrbitFile file =
        joined(
            sp3("00:00:00", "24:00:00", "G01"),
            joined(sp3("04:00:00", "20:00:00", "G05", "C19"), sp3("06:00:00", "20:00:00", "C20")));
    assertEquals(
        "orbits: only 1 of the 3 orbits known in the window from 2020-12-01T00:00:00Z to"
            + " 2020-12-01T05:00:00Z is known over all of it; choose a window within"
            + " 2020-12-01T06:00:00Z to 2020-12-01T20:00:00Z",
        message(MIDNIGHT, file));
    assertEquals(
        "orbits: no orbit is known in the window from 2020-12-02T12:00:00Z to"
            + " 2020-12-02T17:00:00Z; choose a window within 2020-12-01T06:00:00Z to"
            + " 2020-12-01T20:00:00Z",
        message(MIDNIGHT.plus(Duration.ofHours(36)), file));
  }

  private static String message(Instant begin, OrbitFile file) {
    SelectionQuestion fiveHours = SelectionQuestion.over(Duration.ofHours(5)).from(begin);
    return assertThrows(SelectionException.class, () -> fiveHours.of(file)).getMessage();
  }

  @Test
  void flownSelectionLacksWhatTheWindowGoesBeyond() throws Exception {
    OrbitFile most =
        joined(
            sp3("00:00:00", "24:00:00", "G01", "C19", "C20"), sp3("04:00:00", "20:00:00", "G05"));
    Selection flown = THE_DAY.flownOf(most);
    assertEquals(List.of("G01", "C19", "C20"), prns(flown));
    assertEquals(
        List.of("G05"),
        flown.constellation().missing().stream()
            .filter(missing -> missing.reason() == Missing.Reason.NOT_FLOWN)
            .map(missing -> missing.satellite().prn())
            .toList());
    assertEquals(
        List.of("G05"),
        flown.notices().stream()
            .filter(notice -> notice.text().contains("not over the whole window"))
            .flatMap(notice -> notice.satellites().stream())
            .map(Satellite::prn)
            .toList());
    OrbitFile none = sp3("04:00:00", "20:00:00", "G05");
    assertEquals(List.of("G05"), prns(THE_DAY.flownOf(none)), "nothing flies, so it is not judged");
  }

  @Test
  void fileOfOtherSystemsIsRefusedWithThoseItHolds() {
    SelectionQuestion galileo =
        SelectionQuestion.over(DAY)
            .from(MIDNIGHT)
            .wanting(day -> ConstellationSelection.on(day).systems(List.of(GAL)));
    SelectionException problem = assertThrows(SelectionException.class, () -> galileo.of(WHOLE));
    assertEquals(Cause.OTHER_SYSTEMS, problem.reason());
    assertTrue(problem.getMessage().endsWith("; it holds those of GPS, BDS"), problem.getMessage());
    List<GnssSystem> asked = List.of(GAL);
    OrbitFile empty = new OrbitFile("orbits", "test", new TreeMap<>(), new TreeMap<>());
    assertEquals(
        "orbits holds no usable orbits of GAL",
        SelectionQuestion.noneOf(asked, empty).getMessage());
  }

  @Test
  void fileWithoutTheAskedSatellitesIsRefused() {
    SelectionQuestion withoutG01 =
        THE_DAY.wanting(day -> ConstellationSelection.on(day).excluding(List.of("G01")));
    assertEquals(Cause.NO_SATELLITE, refusal(withoutG01, sp3("00:00:00", "24:00:00", "G01")));
  }

  @Test
  void orbitsThatAreAllTooOldAreRefused() {
    SelectionQuestion later =
        question(Optional.of(MIDNIGHT.plus(Duration.ofDays(182))), false, false);
    assertEquals(Cause.ALL_TOO_OLD, refusal(later, WHOLE));
  }

  @Test
  void oldOrbitsOfAFileAreNoticed() throws Exception {
    Selection old =
        question(Optional.of(MIDNIGHT.plus(Duration.ofDays(60))), false, false)
            .of(almanac(1, 0, TUESDAY_SECONDS));
    assertTrue(old.notices().stream().anyMatch(of -> of.kind() == Notice.Kind.OLD_ORBITS));
    assertEquals(60.5, old.medianAgeDays(), 0.1);
  }

  /** A YUMA almanac of one satellite, of the day's week (2134), for a second of it. */
  private static OrbitFile almanac(int prn, int health, int secondsOfWeek) {
    return read(
        String.format(
            Locale.ROOT,
            """
            ******** Week 2134 almanac for PRN-%02d ********
            ID:                         %02d
            Health:                     %03d
            Eccentricity:               0.0000000000E+000
            Time of Applicability(s):  %d.0000
            Orbital Inclination(rad):   0.9600000000
            Rate of Right Ascen(r/s):   0.0000000000E+000
            SQRT(A)  (m 1/2):           5153.600000
            Right Ascen at Week(rad):   1.1000000000E+000
            Argument of Perigee(rad):   0.000000000
            Mean Anom(rad):             0.4000000000E+000
            Af0(s):                     0.0000000000E+000
            Af1(s/s):                   0.0000000000E+000
            week:                        2134

            """,
            prn,
            prn,
            health,
            secondsOfWeek));
  }

  private static final int TUESDAY_SECONDS = 2 * 86_400;

  @Test
  void unhealthySatelliteIsExcludedIfOnlyHealthyOnesAreWanted() throws Exception {
    OrbitFile file = joined(almanac(1, 0, TUESDAY_SECONDS), almanac(5, 63, TUESDAY_SECONDS));
    Selection all = THE_DAY.of(file);
    assertEquals(List.of("G01", "G05"), prns(all));
    assertTrue(all.reportsHealth());
    Satellite g05 = all.constellation().members().get(1).satellite();
    assertEquals("unhealthy", all.healthWord(g05));
    assertEquals("healthy", all.healthWord(all.constellation().members().get(0)));

    for (Selection healthy : List.of(HEALTHY.of(file), HEALTHY.flownOf(file))) {
      assertEquals(List.of("G01"), prns(healthy));
      Exclusion excluded =
          healthy.constellation().excluded().stream()
              .filter(one -> one.kind() == Exclusion.Kind.UNHEALTHY)
              .findFirst()
              .orElseThrow();
      assertEquals(g05.catalogNumber(), excluded.catalogNumber());
      assertFalse(excluded.reason().contains("from the window"), excluded.reason());
      assertEquals("", healthy.healthWord(g05));
      assertTrue(healthy.notices().stream().noneMatch(of -> of.kind() == Notice.Kind.OLD_HEALTH));
    }
  }

  /** The registry begins in 2018. */
  @Test
  void completenessStaysUnknownWithoutUnhealthySatellites() throws Exception {
    OrbitFile file = joined(almanac(1, 0, TUESDAY_SECONDS), almanac(5, 63, TUESDAY_SECONDS));
    for (SelectionQuestion question : List.of(THE_DAY, HEALTHY)) {
      Selection before2018 =
          question.wanting(day -> ConstellationSelection.on(LocalDate.of(2017, 12, 1))).of(file);
      assertTrue(before2018.constellation().completeness().assumption().isPresent());
    }
  }

  @Test
  void exclusionOfUnhealthySatelliteNamesTheDaysBetween() throws Exception {
    OrbitFile file = joined(almanac(1, 0, TUESDAY_SECONDS), almanac(5, 63, TUESDAY_SECONDS));
    List<String> ends = List.of("health 63", ", 1 day from the window", ", 2 days from the window");
    for (int days = 0; days < ends.size(); days++) {
      Selection healthy =
          question(Optional.of(MIDNIGHT.plus(Duration.ofDays(days))), false, true).of(file);
      String reason =
          healthy.constellation().excluded().stream()
              .filter(one -> one.kind() == Exclusion.Kind.UNHEALTHY)
              .findFirst()
              .orElseThrow()
              .reason();
      assertTrue(reason.endsWith(ends.get(days)), reason);
    }
  }

  @Test
  void healthOfMoreThanSevenDaysAwayDoesNotCount() throws Exception {
    OrbitFile file = joined(almanac(1, 0, TUESDAY_SECONDS), almanac(5, 63, TUESDAY_SECONDS));
    Instant almanac =
        file.knownFrom().plus(Duration.between(file.knownFrom(), file.knownTo()).dividedBy(2));
    SelectionQuestion sevenDaysLater =
        question(Optional.of(almanac.plus(Duration.ofDays(7))), false, true);
    assertEquals(List.of("G01"), prns(sevenDaysLater.of(file)));
    SelectionQuestion aSecondMore =
        question(Optional.of(almanac.plus(Duration.ofDays(7)).plusSeconds(1)), false, true);
    assertEquals(Cause.OLD_HEALTH, refusal(aSecondMore, file));

    OrbitFile ofTwoDays =
        joined(almanac(1, 0, TUESDAY_SECONDS + 86_400), almanac(5, 63, TUESDAY_SECONDS));
    Selection healthy = aSecondMore.of(ofTwoDays);
    assertEquals(List.of("G01", "G05"), prns(healthy));
    Notice notice =
        healthy.notices().stream()
            .filter(of -> of.kind() == Notice.Kind.OLD_HEALTH)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("G05"), notice.satellites().stream().map(Satellite::prn).toList());
  }

  @Test
  void withoutHealthyOrJudgedSatellitesThereIsNoAnswer() {
    assertEquals(Cause.NO_HEALTH, refusal(HEALTHY, WHOLE));
    assertEquals(Cause.NO_SATELLITE, refusal(HEALTHY, almanac(5, 63, TUESDAY_SECONDS)));
  }

  @Test
  void dayThatTheRegistryDoesNotCoverIsNoticedBeforeTheProblem() {
    SelectionQuestion later =
        question(Optional.of(Instant.parse("2027-01-01T00:00:00Z")), false, false);
    SelectionException problem = assertThrows(SelectionException.class, () -> later.of(WHOLE));
    assertEquals(
        List.of(Notice.Kind.COMPLETENESS_UNKNOWN),
        problem.notices().stream().map(Notice::kind).toList());
  }
}
