package dev.skytally.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.Snapshot;
import dev.skytally.fetch.Catalogue;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestElementSetsTest {
  private static final Duration HALF_A_YEAR = Duration.ofDays(180);
  private static final int IN_2029 = 1000;
  private static final int C19 = 43001;

  @TempDir Path folder;

  private SnapshotArchive archive;

  @BeforeEach
  void open() {
    archive = SnapshotArchive.open(folder);
  }

  private Entry add(Catalogue catalogue) throws IOException {
    return add(catalogue.json());
  }

  private Entry add(String json) throws IOException {
    return archive.add(TextFile.of("answer", json), "example.org", Instant.EPOCH);
  }

  private static List<ElementSet> byEpoch(Snapshot snapshot) {
    return snapshot.elementSets().stream().sorted(Comparator.comparing(ElementSet::epoch)).toList();
  }

  private static ElementSet of(int catalogNumber, Snapshot snapshot) {
    return snapshot.elementSets().stream()
        .filter(elements -> elements.catalogNumber() == catalogNumber)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void elementSetExactlyWithinReachIsTakenAndOneSecondFurtherIsNot() throws IOException {
    List<ElementSet> all = byEpoch(archive.load(add(Catalogue.movedByDays(IN_2029))));
    ElementSet first = all.get(0);
    ElementSet last = all.get(all.size() - 1);
    Instant before = first.epoch().minus(HALF_A_YEAR);
    Instant after = last.epoch().plus(HALF_A_YEAR);
    assertEquals(List.of(first), archive.nearest(before, HALF_A_YEAR).snapshot().elementSets());
    assertEquals(List.of(last), archive.nearest(after, HALF_A_YEAR).snapshot().elementSets());
    Duration shorter = HALF_A_YEAR.minusSeconds(1);
    assertTrue(archive.nearest(before, shorter).snapshot().elementSets().size() > 1);
    assertTrue(archive.nearest(after, shorter).snapshot().elementSets().size() > 1);
  }

  @Test
  void laterOfTwoEquallyNearElementSetsIsTaken() throws IOException {
    Snapshot middle = BundledSnapshots.load(BundledSnapshots.newest());
    add(Catalogue.movedByDays(IN_2029 - 10));
    add(Catalogue.movedByDays(IN_2029 + 10));
    List<ElementSet> all = byEpoch(middle);
    for (ElementSet elements : List.of(all.get(0), all.get(all.size() - 1))) {
      Instant at = elements.epoch().plus(IN_2029, ChronoUnit.DAYS);
      Snapshot nearest = archive.nearest(at, HALF_A_YEAR).snapshot();
      assertEquals(
          at.plus(10, ChronoUnit.DAYS),
          of(elements.catalogNumber(), nearest).epoch(),
          at::toString);
    }
  }

  @Test
  void elementSetInTwoSnapshotsComesFromTheOneThatIsNearerAsWhole() throws IOException {
    Catalogue one =
        Catalogue.movedByDays(IN_2029)
            .without(satellite -> !satellite.get("NORAD_CAT_ID").equals("43001"));
    add(joined(one, without43001(IN_2029 - 40)));
    Entry near = add(joined(one, without43001(IN_2029 + 5)));
    Instant at = of(C19, archive.load(near)).epoch();
    NearestElementSets nearest = archive.nearest(at, HALF_A_YEAR);
    assertEquals(near.label(), nearest.snapshotNamedFor(List.of(C19)).label());
  }

  private static Catalogue without43001(int days) {
    return Catalogue.movedByDays(days)
        .without(satellite -> satellite.get("NORAD_CAT_ID").equals("43001"));
  }

  private static String joined(Catalogue one, Catalogue other) {
    return one.json().replaceFirst("]$", ",") + other.json().substring(1);
  }

  @Test
  void farFromEverythingTheNearestBundledSnapshotIsTakenIfThereIsNoArchive() throws IOException {
    Snapshot used = archive.nearest(Instant.parse("2035-01-01T00:00:00Z"), HALF_A_YEAR).snapshot();
    assertEquals(BundledSnapshots.newest().toString(), used.label());
  }

  @Test
  void labelNamesTheSnapshotWithMostElementSetsWhateverTheirNumbers() throws IOException {
    add(Catalogue.movedByDays(IN_2029).with(11, "GPS LOW"));
    Entry most = add(Catalogue.movedByDays(IN_2029 + 1));
    Snapshot used = archive.nearest(most.medianEpoch(), HALF_A_YEAR).snapshot();
    assertEquals(most.label() + " and 1 other", used.label());
    assertTrue(used.origin().endsWith(" (example.org)"), used.origin());
  }

  @Test
  void originNamesThreeSnapshotsAndCountsTheOthers() throws IOException {
    add(Catalogue.movedByDays(IN_2029).with(799_500_000, "GPS A"));
    add(Catalogue.movedByDays(IN_2029 + 1).with(799_500_001, "GPS B"));
    add(Catalogue.movedByDays(IN_2029 + 2).with(799_500_002, "GPS C"));
    Entry fourth = add(Catalogue.movedByDays(IN_2029 + 3));
    String origin = archive.nearest(fourth.medianEpoch(), HALF_A_YEAR).snapshot().origin();
    assertEquals(3, origin.split("\\(example\\.org\\)", -1).length - 1, origin);
    assertTrue(origin.endsWith("); 1 of 1 other"), origin);

    add(Catalogue.movedByDays(IN_2029 + 4).with(799_500_003, "GPS D"));
    Entry sixth = add(Catalogue.movedByDays(IN_2029 + 5).with(799_500_004, "GPS E"));
    origin = archive.nearest(sixth.medianEpoch(), HALF_A_YEAR).snapshot().origin();
    assertEquals(3, origin.split("\\(example\\.org\\)", -1).length - 1, origin);
    assertTrue(origin.endsWith("); 2 of 2 others"), origin);
  }

  @Test
  void faultyElementSetIsProblemUnlessAnotherSnapshotHasTheSatellite() throws IOException {
    String json = Catalogue.movedByDays(IN_2029).with(799_500_000, "GPS NEW").json();
    Entry entry =
        add(
            json.replaceAll(
                "\"MEAN_ANOMALY\":[^,]*(?=[^}]*:(43001|799500000),)", "\"MEAN_ANOMALY\":999"));
    Snapshot alone = archive.nearest(entry.medianEpoch(), HALF_A_YEAR).snapshot();
    assertEquals(List.of(C19, 799_500_000), numbers(alone.problems()));

    add(Catalogue.movedByDays(IN_2029 - 1));
    Snapshot both = archive.nearest(entry.medianEpoch(), HALF_A_YEAR).snapshot();
    assertEquals(List.of(799_500_000), numbers(both.problems()));
  }

  private static List<Integer> numbers(List<ElementSetProblem> problems) {
    return problems.stream().map(ElementSetProblem::catalogNumber).toList();
  }
}
