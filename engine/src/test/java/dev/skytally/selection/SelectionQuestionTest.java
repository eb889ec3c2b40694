package dev.skytally.selection;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GAL;
import static dev.skytally.satellites.GnssSystem.GPS;
import static dev.skytally.satellites.GnssSystem.QZS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.NearestElementSets;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteList;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.SelectionException.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Selection from the bundled element sets of 1 December 2020 and 16 June 2022. */
class SelectionQuestionTest {
  private static final Snapshot OF_2020 = BundledSnapshots.load(LocalDate.of(2020, 12, 1));
  private static final Snapshot OF_2022 = BundledSnapshots.load(LocalDate.of(2022, 6, 16));
  private static final Instant IN_2020 = Instant.parse("2020-12-01T00:00:00Z");
  private static final Instant IN_2022 = Instant.parse("2022-06-16T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int G05 = 35752;
  private static final int C19 = 43001;
  private static final SelectionQuestion ANY_DAY = SelectionQuestion.over(DAY);
  private static final SelectionQuestion OF_ANY_AGE =
      new SelectionQuestion(Optional.empty(), DAY, false, ConstellationSelection::on, 9_999, false);

  @TempDir Path folder;

  private static Snapshot snapshot(List<ElementSet> elementSets, ElementSetProblem... problems) {
    return new Snapshot("some.tle", "test", elementSets, List.of(problems));
  }

  private static Snapshot joined(List<ElementSet> one, List<ElementSet> other) {
    return snapshot(Stream.of(one, other).flatMap(List::stream).toList());
  }

  private static ElementSet of(int catalogNumber, Snapshot snapshot) {
    return snapshot.elementSets().stream()
        .filter(elements -> elements.catalogNumber() == catalogNumber)
        .findFirst()
        .orElseThrow();
  }

  private static List<ElementSet> without(int catalogNumber, Snapshot snapshot) {
    return snapshot.elementSets().stream()
        .filter(elements -> elements.catalogNumber() != catalogNumber)
        .toList();
  }

  /** Element sets with other digits in a line; the check digits follow. */
  private static ElementSet changed(ElementSet elements, int line, UnaryOperator<String> change) {
    List<String> lines = new ArrayList<>(elements.text().lines().toList());
    int at = lines.size() - 3 + line;
    String digits = change.apply(lines.get(at)).substring(0, 68);
    int sum = digits.chars().map(c -> c == '-' ? 1 : Math.max(Character.digit(c, 10), 0)).sum();
    lines.set(at, digits + sum % 10);
    try {
      TextFile text = TextFile.of("changed", String.join("\n", lines));
      return ElementSetReader.read(text).elementSets().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ElementSet movedByDays(int days, ElementSet elements) {
    return changed(
        elements,
        1,
        line -> {
          double dayOfYear = Double.parseDouble(line.substring(20, 32)) + days;
          return line.substring(0, 20)
              + String.format(Locale.ROOT, "%012.8f", dayOfYear)
              + line.substring(32);
        });
  }

  private static List<Notice> notices(Selection selection, Notice.Kind kind) {
    return selection.notices().stream().filter(notice -> notice.kind() == kind).toList();
  }

  private static Cause refusal(SelectionQuestion question, Snapshot snapshot) {
    return assertThrows(SelectionException.class, () -> question.of(snapshot)).reason();
  }

  @Test
  void windowWithoutBeginIsTheDayOfTheElementSets() throws Exception {
    Selection selection = ANY_DAY.of(OF_2022);
    assertEquals(
        OF_2022.medianEpoch().toString().substring(0, 10) + "T00:00:00Z",
        selection.start().toString());
    assertEquals(DAY, selection.duration());
    assertEquals(selection.start().plus(Duration.ofHours(12)), selection.middle());
    assertEquals(List.of(GPS, BDS), selection.systems());
    assertEquals("2022-06-16", selection.source().label());
    assertEquals(selection.constellation().medianEpoch(), selection.medianEpoch());
    assertFalse(selection.isWhatIsCovered());
    assertEquals(List.of(), selection.notices());
    assertTrue(selection.oldOrbits().isEmpty());
    assertTrue(selection.medianAgeDays() < 1.5);
  }

  /** Most satellites have no element set of 2022, yet those of 2020 do not decide the day. */
  @Test
  void fileOfSeveralMomentsIsOfTheDayOfItsNewestElementSets() throws Exception {
    List<ElementSet> someOf2022 =
        OF_2022.elementSets().stream().filter(e -> e.name().startsWith("GPS BIIF")).toList();
    Snapshot file = joined(OF_2020.elementSets(), someOf2022);
    assertEquals("2022-06", OF_ANY_AGE.of(file).start().toString().substring(0, 7));
    Snapshot both = joined(OF_2022.elementSets(), OF_2020.elementSets());
    assertEquals(ANY_DAY.of(OF_2022).start(), ANY_DAY.of(both).start());
    SelectionQuestion ofQzss =
        ANY_DAY.wanting(day -> ConstellationSelection.on(day).systems(List.of(QZS)));
    Snapshot gpsOnly = joined(someOf2022, someOf2022);
    assertEquals(Cause.NO_SATELLITE, refusal(ofQzss, gpsOnly));
  }

  private NearestElementSets between2020And2022(Instant at) throws IOException {
    return SnapshotArchive.open(folder).nearest(at, Duration.ofDays(600));
  }

  @Test
  void nearestElementSetsThatNobodyChoseAreOfTheDayOfTheNewest() throws Exception {
    NearestElementSets both = between2020And2022(Instant.parse("2021-03-01T00:00:00Z"));
    assertEquals("2020-12-01 and 1 other", both.snapshot().label());
    assertEquals(
        OF_2022.medianEpoch().toString().substring(0, 10),
        OF_ANY_AGE.of(ElementChoice.of(both, false)).start().toString().substring(0, 10));
    assertEquals(
        both.snapshot().medianEpoch().toString().substring(0, 10),
        OF_ANY_AGE.of(ElementChoice.of(both, true)).start().toString().substring(0, 10));
  }

  @Test
  void sourceNamesTheSnapshotsOfTheMembersOnly() throws Exception {
    Instant at = Instant.parse("2021-03-01T00:00:00Z");
    ElementChoice choice = ElementChoice.of(between2020And2022(at), true);
    assertEquals("2020-12-01", ANY_DAY.from(at).of(choice).source().label());
    SelectionQuestion ofNone =
        ANY_DAY
            .from(at)
            .wanting(day -> ConstellationSelection.on(day).excluding(numbers(choice.snapshot())));
    SelectionException problem = assertThrows(SelectionException.class, () -> ofNone.of(choice));
    assertTrue(problem.getMessage().contains("2020-12-01 and 1 other"), problem.getMessage());
  }

  private static List<String> numbers(Snapshot snapshot) {
    return ConstellationSelection.on(LocalDate.of(2021, 3, 1))
        .from(snapshot, IN_2020)
        .members()
        .stream()
        .map(member -> Integer.toString(member.elementSet().catalogNumber()))
        .toList();
  }

  @Test
  void elementSetsMoreThanTheGreatestAgeAwayAreRefused() throws Exception {
    Instant epoch = ANY_DAY.of(OF_2022).medianEpoch().orElseThrow();
    Duration most = Duration.ofDays(ElementSet.OLDEST_DAYS);
    Duration tooMuch = most.plusDays(1);
    assertEquals(
        Cause.CHOSEN_ELEMENTS_TOO_OLD, refusal(ANY_DAY.from(epoch.minus(tooMuch)), OF_2022));
    assertEquals(
        Cause.CHOSEN_ELEMENTS_TOO_OLD,
        refusal(ANY_DAY.from(epoch.plus(tooMuch).minus(DAY)), OF_2022));
    Selection before = ANY_DAY.from(epoch.minus(most)).of(OF_2022);
    Selection after = ANY_DAY.from(epoch.plus(most).minus(DAY)).of(OF_2022);
    assertTrue(before.medianAgeDays() < 180 && after.medianAgeDays() < 180);
    ElementChoice nearest = ElementChoice.of(OF_2022, false);
    SelectionException refused =
        assertThrows(
            SelectionException.class, () -> ANY_DAY.from(epoch.minus(tooMuch)).of(nearest));
    assertEquals(Cause.NEAREST_ELEMENTS_TOO_OLD, refused.reason());
    assertEquals(Optional.of(epoch), refused.farEpoch());
  }

  @Test
  void satelliteWithTooOldElementSetIsMissing() throws Exception {
    Snapshot file = joined(without(G05, OF_2022), List.of(of(G05, OF_2020)));
    Selection selection = ANY_DAY.from(IN_2022).of(file);
    Constellation selected = selection.constellation();
    assertEquals(List.of(G05), missing(selected));
    assertEquals(Missing.Reason.TOO_OLD, selected.missing().get(0).reason());
    Notice notice = notices(selection, Notice.Kind.MISSING).get(0);
    assertEquals(List.of(selected.missing().get(0).satellite()), notice.satellites());
  }

  @Test
  void noticeOfAMissingSatelliteConcernsNoOtherThatTheFileIsNamedAfter() throws Exception {
    List<ElementSet> elementSets =
        OF_2020.elementSets().stream()
            .filter(elements -> elements.catalogNumber() != G05 && elements.catalogNumber() != C19)
            .toList();
    Snapshot snapshot = new Snapshot("C19.tle", "test", elementSets, List.of());
    List<Notice> missing = notices(ANY_DAY.from(IN_2020).of(snapshot), Notice.Kind.MISSING);
    assertEquals(
        List.of(List.of("G05"), List.of("C19")),
        missing.stream()
            .map(notice -> notice.satellites().stream().map(Satellite::prn).toList())
            .toList());
    assertTrue(missing.get(0).text().endsWith("in C19.tle"), missing.get(0).text());
  }

  private static List<Integer> missing(Constellation constellation) {
    return constellation.missing().stream().map(one -> one.satellite().catalogNumber()).toList();
  }

  @Test
  void noAnswerComesFromSatellitesThatAreAllTooOld() {
    ElementSet alone = of(G05, OF_2022);
    Instant begin = alone.epoch().plus(Duration.ofDays(180)).plus(Duration.ofHours(6));
    SelectionQuestion oneHour = SelectionQuestion.over(Duration.ofHours(1)).from(begin);
    assertEquals(Cause.ALL_TOO_OLD, refusal(oneHour, snapshot(List.of(alone))));
  }

  @Test
  void elementSetsOfWhichTooManyAreDamagedAreRefusedUnlessOnlyFlown() throws Exception {
    ElementSetProblem[] problems = new ElementSetProblem[100];
    Arrays.setAll(problems, i -> new ElementSetProblem(900_000 + i, "", "damaged " + i));
    Snapshot damaged = snapshot(OF_2022.elementSets(), problems);
    assertThrows(InputFormatException.class, () -> ANY_DAY.of(damaged));
    Selection flown = ANY_DAY.flownOf(ElementChoice.of(damaged, true));
    assertEquals(100, notices(flown, Notice.Kind.DAMAGED_ELEMENTS).size());
    assertEquals(100, flown.source().damaged());
  }

  @Test
  void damagedElementSetIsNoticedUnlessItsSatelliteIsMissingForIt() throws Exception {
    ElementSetProblem ofG05 = new ElementSetProblem(G05, "GPS BIIR-M 8", "line 7 is damaged");
    ElementSetProblem ofOther = new ElementSetProblem(0, "", "line 9 is damaged");
    Snapshot file = snapshot(without(G05, OF_2022), ofG05, ofOther);
    Selection selection = ANY_DAY.from(IN_2022).of(file);
    assertEquals(List.of(G05), missing(selection.constellation()));
    assertEquals(Missing.Reason.DAMAGED, selection.constellation().missing().get(0).reason());
    assertEquals(
        List.of("line 9 is damaged"),
        notices(selection, Notice.Kind.DAMAGED_ELEMENTS).stream().map(Notice::text).toList());
  }

  @Test
  void contradictoryElementSetsOfOneEpochAreNoticedOnce() throws Exception {
    ElementSet one = of(G05, OF_2022);
    UnaryOperator<String> otherAnomaly =
        line -> line.substring(0, 43) + "123.4567" + line.substring(51);
    ElementSet other = changed(one, 2, otherAnomaly);
    Snapshot file = joined(List.of(other, one, other), OF_2022.elementSets());
    Selection selection = ANY_DAY.from(IN_2022).of(file);
    List<Notice> contradictions = notices(selection, Notice.Kind.CONTRADICTORY_ELEMENTS);
    assertEquals(1, contradictions.size());
    assertEquals(
        List.of(G05),
        contradictions.get(0).satellites().stream().map(Satellite::catalogNumber).toList());
    Snapshot twice = joined(List.of(one), OF_2022.elementSets());
    assertEquals(List.of(), ANY_DAY.from(IN_2022).of(twice).notices());
  }

  @Test
  void systemWhoseElementSetsAreOlderThanAnothersIsNoticed() throws Exception {
    assertEquals(List.of(), systemsBehind(2));
    List<Notice> behind = systemsBehind(7);
    assertEquals(1, behind.size());
    assertEquals(
        BDS, behind.get(0).satellites().stream().map(Satellite::system).distinct().findAny().get());
    assertTrue(behind.get(0).text().contains("BeiDou are 6 days further"), behind.get(0).text());
  }

  private static List<Notice> systemsBehind(int days) throws Exception {
    List<ElementSet> moved =
        OF_2022.elementSets().stream()
            .map(e -> e.name().startsWith("BEIDOU") ? movedByDays(-days, e) : e)
            .toList();
    Selection selection = ANY_DAY.from(IN_2022.plus(DAY)).of(snapshot(moved));
    return notices(selection, Notice.Kind.SYSTEM_BEHIND);
  }

  @Test
  void oldOrbitsAreNoticedAfter24Days() throws Exception {
    Selection selection = ANY_DAY.from(IN_2022.plus(Duration.ofDays(40))).of(OF_2022);
    List<Notice> old = notices(selection, Notice.Kind.OLD_ORBITS);
    assertEquals(1, old.size());
    assertEquals(selection.constellation().members().size(), old.get(0).satellites().size());
    assertEquals(selection.oldOrbits().members().size(), old.get(0).satellites().size());
    Selection earlier = ANY_DAY.from(IN_2022.plus(Duration.ofDays(20))).of(OF_2022);
    assertEquals(List.of(), notices(earlier, Notice.Kind.OLD_ORBITS));
  }

  @Test
  void dayThatTheRegistryDoesNotCoverIsNoticed() throws Exception {
    Snapshot newest = BundledSnapshots.load(BundledSnapshots.newest());
    SelectionQuestion later = ANY_DAY.from(Instant.parse("2026-11-01T00:00:00Z"));
    Selection operational = later.of(newest);
    assertEquals(1, notices(operational, Notice.Kind.COMPLETENESS_UNKNOWN).size());
    assertEquals(0, notices(operational, Notice.Kind.REGISTRY_ASSUMED).size());
    SelectionQuestion listed =
        later.wanting(
            day -> ConstellationSelection.on(day).only(List.of(new SatelliteList.Entry(BDS, C19))));
    Selection ofList = listed.of(newest);
    assertEquals(0, notices(ofList, Notice.Kind.COMPLETENESS_UNKNOWN).size());
    assertEquals(1, notices(ofList, Notice.Kind.REGISTRY_ASSUMED).size());
  }

  @Test
  void damagedFileOfAnArchiveIsNoticedAndExcluded() throws Exception {
    SnapshotArchive archive = SnapshotArchive.open(folder);
    TextFile text = TextFile.of("answer", of(G05, OF_2020).text());
    String file = archive.add(text, "test", IN_2020).file();
    Files.write(folder.resolve("snapshots").resolve(file), new byte[9]);
    NearestElementSets nearest = archive.nearest(IN_2020, Duration.ofDays(9));
    Selection selection = ANY_DAY.of(ElementChoice.of(nearest, false));
    assertEquals(1, notices(selection, Notice.Kind.DAMAGED_FILE).size());
    Exclusion excluded = selection.constellation().excluded().get(0);
    assertEquals(Exclusion.Kind.DAMAGED, excluded.kind());
    assertTrue(excluded.reason().contains(file), excluded.reason());
    assertEquals(
        ANY_DAY.of(OF_2020).constellation().members(), selection.constellation().members());

    SelectionQuestion ofOtherYear = ANY_DAY.from(Instant.parse("2030-01-01T00:00:00Z"));
    SelectionException problem =
        assertThrows(
            SelectionException.class, () -> ofOtherYear.of(ElementChoice.of(nearest, false)));
    assertEquals(Notice.Kind.DAMAGED_FILE, problem.notices().get(0).kind());
  }

  @Test
  void systemWithoutSatelliteInTheSourceCannotBeSelected() {
    SelectionQuestion galileo =
        ANY_DAY.from(IN_2020).wanting(day -> ConstellationSelection.on(day).systems(List.of(GAL)));
    assertEquals(Cause.NO_SATELLITE, refusal(galileo, snapshot(List.of(of(G05, OF_2020)))));
  }

  @Test
  void flownSelectionNoticesWhatCouldNotBeFlown() throws Exception {
    Selection selection = ANY_DAY.from(IN_2020).of(OF_2020);
    Member first = selection.constellation().members().get(0);
    List<Member> others = new ArrayList<>(selection.constellation().members());
    others.remove(first);
    Missing decayed = new Missing(first.satellite(), Missing.Reason.NOT_FLOWN, "it has decayed");
    Constellation rest = selection.constellation().with(others, List.of(Exclusion.of(decayed)));
    Selection flown = selection.of(rest).of(rest);
    assertEquals(rest, flown.constellation());
    List<Notice> missing = notices(flown, Notice.Kind.MISSING);
    assertEquals(1, missing.size(), "each only once");
    assertEquals(List.of(first.satellite()), missing.get(0).satellites());
  }

  @Test
  void systemOfWhichNothingFliesIsNoticedAsWhole() throws Exception {
    Selection selection = ANY_DAY.from(IN_2020).of(OF_2020);
    List<Member> ofGps = selection.constellation().members(GPS);
    List<Exclusion> excluded = new ArrayList<>();
    List<Satellite> ofBeidou = new ArrayList<>();
    for (Member member : selection.constellation().members(BDS)) {
      ofBeidou.add(member.satellite());
      excluded.add(
          Exclusion.of(new Missing(member.satellite(), Missing.Reason.NOT_FLOWN, "decayed")));
    }
    Notice notice = Notice.missing(selection.constellation().with(ofGps, excluded)).get(0);
    assertEquals(ofBeidou, notice.satellites());
    assertTrue(notice.text().startsWith("no satellite of BeiDou is counted"), notice.text());
    assertTrue(notice.text().endsWith("decayed"), notice.text());
    Notice unexplained = Notice.missing(selection.constellation().with(ofGps, List.of())).get(0);
    assertEquals("no satellite of BeiDou is counted, so it cannot lead", unexplained.text());
  }

  @Test
  void selectionIsAboutNowWhereElementSetsOfNowWouldNotBeOld() throws Exception {
    Selection selection = ANY_DAY.from(IN_2020).of(OF_2020);
    Instant middle = selection.middle();
    assertTrue(selection.isAbout(middle.plus(Duration.ofDays(24)).minusSeconds(1)));
    assertFalse(selection.isAbout(middle.plus(Duration.ofDays(24))));
    assertTrue(selection.isAbout(middle.minus(Duration.ofDays(24)).plusSeconds(1)));
    assertFalse(selection.isAbout(middle.minus(Duration.ofDays(24))));
  }

  @Test
  void elementSetsReportNoHealth() throws Exception {
    Selection selection = ANY_DAY.from(IN_2020).of(OF_2020);
    assertFalse(selection.reportsHealth());
    assertEquals("", selection.healthWord(selection.constellation().members().get(0)));
  }

  @Test
  void satellitesOfUncertainStatusAreListed() throws Exception {
    Selection selection =
        ANY_DAY
            .from(IN_2020)
            .wanting(day -> ConstellationSelection.on(day).status(StatusFilter.ALL))
            .of(OF_2020);
    List<String> expected = new ArrayList<>();
    for (Member member : selection.constellation().members()) {
      if (member.satellite().statusIsUncertain()) {
        expected.add(member.satellite().label());
      }
    }
    assertEquals(expected, selection.uncertain());
  }

  @Test
  void middleOfTheWindowIsKnownIfItsBeginIs() {
    assertTrue(ANY_DAY.middle().isEmpty());
    assertEquals(IN_2020.plus(Duration.ofHours(12)), ANY_DAY.from(IN_2020).middle().orElseThrow());
  }
}
