package dev.skytally.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Notice;
import dev.skytally.selection.SelectionException;
import dev.skytally.selection.SelectionException.Cause;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.validation.Validation.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Positions of some satellites, written from the bundled element sets of 1 December 2020. */
class ValidationQuestionTest {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 1);
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Snapshot OF_THE_DAY = BundledSnapshots.load(DAY);
  private static final Snapshot OF_2022 = BundledSnapshots.load(LocalDate.of(2022, 6, 16));
  private static final int G05 = 35752;
  private static final List<GroundSite> SITES = WorldCapitals.all().subList(0, 3);
  private static final ElevationMask MASK = ElevationMask.ofDegrees(5);

  private static OrbitFile truth(List<String> prns) {
    Map<String, ElementSet> byPrn = new TreeMap<>();
    for (Member member :
        ConstellationSelection.on(DAY).from(OF_THE_DAY, START.plusSeconds(43_200)).members()) {
      byPrn.put(member.satellite().prn(), member.elementSet());
    }
    byPrn.keySet().retainAll(prns);
    String text = OrbitSamples.sp3(byPrn, START, Duration.ofDays(1), OrbitSamples::position);
    try {
      return OrbitFile.read(TextFile.of("truth.sp3", text), START, START);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final OrbitFile TRUTH = truth(List.of("G01", "G05", "C19", "C20"));

  private static Snapshot without(int catalogNumber) {
    List<ElementSet> others = new ArrayList<>(OF_THE_DAY.elementSets());
    assertTrue(others.removeIf(elements -> elements.catalogNumber() == catalogNumber));
    return new Snapshot("gap.tle", "test", others, List.of());
  }

  private static List<String> texts(List<Notice> notices, Notice.Kind kind) {
    return notices.stream().filter(of -> of.kind() == kind).map(Notice::text).toList();
  }

  @Test
  void theNearestBundledElementSetsAreJudgedIfNoneAreGiven() throws SelectionException {
    Validation<OrbitComparison> validation =
        ValidationQuestion.of(List.of()).against(TRUTH, SITES, MASK);
    Entry<OrbitComparison> entry = validation.entries().get(0);
    assertEquals("2020-12-01", entry.label());
    assertEquals(0, entry.ageDays(), 2);
    assertEquals(4, entry.comparison().matches().inBoth());
    assertEquals(Duration.ofDays(1), between(entry.comparison()));
    assertTrue(entry.completeness().isComplete());
    assertEquals(List.of(), validation.notices());
  }

  private static Duration between(OrbitComparison comparison) {
    return Duration.between(comparison.start(), comparison.end());
  }

  @Test
  void sourcesAreJudgedAloneTheNearestFirst() throws SelectionException {
    List<Double> progress = new ArrayList<>();
    Validation<OrbitComparison> validation =
        ValidationQuestion.of(List.of(OF_2022, OF_THE_DAY))
            .maxAgeDays(999)
            .threads(2)
            .reporting(progress::add)
            .against(TRUTH, SITES, MASK);
    assertEquals(
        List.of("2020-12-01", "2022-06-16"),
        validation.entries().stream().map(Entry::label).toList());
    assertTrue(validation.entries().get(1).ageDays() < -500);
    assertEquals(List.of(0.5, 1.0), progress);
  }

  @Test
  void aSourceThatIsTooOldIsNoticed() throws SelectionException {
    Validation<OrbitComparison> validation =
        ValidationQuestion.of(List.of(OF_2022, OF_THE_DAY)).against(TRUTH, SITES, MASK);
    assertEquals(1, validation.entries().size());
    assertEquals(
        List.of("skipped: 1 of 2 sources of element sets, more than 180 days away"),
        texts(validation.notices(), Notice.Kind.OLD_SOURCES));
  }

  @Test
  void elementSetsThatAreAllTooOldAreRejected() {
    SelectionException problem =
        assertThrows(
            SelectionException.class,
            () -> ValidationQuestion.of(List.of(OF_2022)).against(TRUTH, SITES, MASK));
    assertEquals(Cause.CHOSEN_ELEMENTS_TOO_OLD, problem.reason());
    assertEquals("no element sets are within 180 days of 2020-12-01", problem.getMessage());
  }

  @Test
  void aFileOfOtherSystemsIsRejected() {
    ValidationQuestion galileo = ValidationQuestion.of(List.of()).systems(List.of(GnssSystem.GAL));
    SelectionException problem =
        assertThrows(SelectionException.class, () -> galileo.against(TRUTH, SITES, MASK));
    assertEquals(Cause.OTHER_SYSTEMS, problem.reason());
  }

  @Test
  void anOperationalSatelliteThatTheElementSetsLackIsNoticed() throws SelectionException {
    Validation<OrbitComparison> validation =
        ValidationQuestion.of(List.of(without(G05))).against(TRUTH, SITES, MASK);
    assertEquals(1, validation.entries().get(0).completeness().missing().size());
    Notice notice = validation.notices().get(0);
    assertEquals(Notice.Kind.MISSING, notice.kind());
    assertEquals("G05", notice.satellites().get(0).prn());
    assertTrue(notice.text().startsWith("G05 (35752), operational, does not count"));
  }

  @Test
  void orbitsOfASatelliteThatTheElementSetsLackCannotBeCompared() {
    ValidationQuestion question = ValidationQuestion.of(List.of(without(G05)));
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> question.against(truth(List.of("G05")), SITES, MASK));
    assertTrue(problem.getMessage().startsWith("gap.tle: no satellite is in both"));
  }

  private static ReceiverFile receiver(Instant start) {
    return new ReceiverFile(
        "sample",
        "test",
        GroundSite.ofDegrees("receiver", 47, 28.8, 100),
        new TreeMap<>(
            Map.of(
                start,
                new TreeSet<>(List.of("G05")),
                start.plusSeconds(3_600),
                new TreeSet<>(List.of("G05")))));
  }

  @Test
  void aReceiverIsComparedWithTheSourcesNearItsObservations() throws SelectionException {
    Validation<ReceiverComparison> validation =
        ValidationQuestion.of(List.of(OF_2022, OF_THE_DAY)).against(receiver(START));
    assertEquals(1, validation.entries().size());
    assertEquals("2020-12-01", validation.entries().get(0).label());
    assertEquals(2, validation.entries().get(0).comparison().observations());
  }

  @Test
  void observationsFarFromAllBundledElementSetsAreRejected() {
    ReceiverFile early = receiver(Instant.parse("2019-01-01T00:00:00Z"));
    SelectionException problem =
        assertThrows(
            SelectionException.class, () -> ValidationQuestion.of(List.of()).against(early));
    assertEquals(Cause.NEAREST_ELEMENTS_TOO_OLD, problem.reason());
  }
}
