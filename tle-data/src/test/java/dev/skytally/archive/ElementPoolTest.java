package dev.skytally.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.archive.ElementPool.Found;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.fetch.Catalogue;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElementPoolTest {
  private static final int C19 = 43001;
  private static final Duration HALF_A_YEAR = Duration.ofDays(180);

  @TempDir Path folder;

  private static Map<Integer, Found> nearest(ElementPool pool, String at, Duration reach)
      throws IOException {
    return pool.nearest(List.of(C19, 99_999), Instant.parse(at), reach, elements -> true);
  }

  @Test
  void eachSatelliteIsTakenFromTheNearestBundledSnapshotWithinReach() throws IOException {
    ElementPool pool = ElementPool.of(Optional.empty(), List.of());
    assertEquals(
        "2022-06-16", nearest(pool, "2022-09-01T00:00:00Z", HALF_A_YEAR).get(C19).snapshot());
    assertEquals(Map.of(), nearest(pool, "2023-08-01T00:00:00Z", HALF_A_YEAR));
    Map<Integer, Found> far = nearest(pool, "2023-08-01T00:00:00Z", Duration.ofDays(9_999));
    assertEquals(List.of(C19), List.copyOf(far.keySet()));
    assertEquals("2022-06-16", far.get(C19).snapshot());
  }

  @Test
  void filesAndAnArchiveAreLookedThroughTooAndWhatIsDamagedIsPassedOver() throws IOException {
    Instant bundled = epoch(BundledSnapshots.load(LocalDate.of(2026, 10, 6)));
    Path file = Files.writeString(folder.resolve("a.json"), Catalogue.movedByDays(300).json());
    Path damaged = Files.writeString(folder.resolve("damaged.json"), "[{]");
    ElementPool ofFiles = ElementPool.of(Optional.empty(), List.of(damaged, file));
    Found found = nearest(ofFiles, "2027-08-01T00:00:00Z", HALF_A_YEAR).get(C19);
    assertEquals("a.json", found.snapshot());
    assertEquals(bundled.plus(Duration.ofDays(300)), found.elements().epoch());

    SnapshotArchive kept = SnapshotArchive.open(folder.resolve("archive"));
    for (int days : new int[] {280, 290}) {
      kept.add(
          TextFile.of("answer", Catalogue.movedByDays(days).json()),
          "test",
          Instant.parse("2027-08-01T00:00:00Z"));
    }
    ElementPool ofBoth = ElementPool.of(Optional.of(kept), List.of(file));
    for (int days : new int[] {280, 290, 300}) {
      Instant at = bundled.plus(Duration.ofDays(days)).plus(Duration.ofHours(days));
      assertEquals(
          bundled.plus(Duration.ofDays(Math.min(300, days + 10))),
          nearest(ofBoth, at.toString(), HALF_A_YEAR).get(C19).elements().epoch());
    }
  }

  @Test
  void nextNearestIsTakenWhereTheNearestIsUnusable() throws IOException {
    ElementPool pool = ElementPool.of(Optional.empty(), List.of());
    Instant at = Instant.parse("2022-09-01T00:00:00Z");
    Duration anyAge = Duration.ofDays(9_999);
    Instant year2024 = Instant.parse("2024-01-01T00:00:00Z");
    Map<Integer, Found> later =
        pool.nearest(List.of(C19), at, anyAge, elements -> elements.epoch().isAfter(year2024));
    assertEquals("2024-09-22", later.get(C19).snapshot());
    assertEquals(Map.of(), pool.nearest(List.of(C19), at, anyAge, elements -> false));
    assertEquals("2022-06-16", nearest(pool, at.toString(), anyAge).get(C19).snapshot());
  }

  @Test
  void elementSetExactlyWithinReachIsFoundAndOneMicrosecondFurtherIsNot() throws IOException {
    ElementPool pool = ElementPool.of(Optional.empty(), List.of());
    Instant epoch = epoch(BundledSnapshots.load(BundledSnapshots.newest()));
    Instant end = epoch.plus(HALF_A_YEAR);
    assertEquals(epoch, nearest(pool, end.toString(), HALF_A_YEAR).get(C19).elements().epoch());
    assertEquals(Map.of(), nearest(pool, end.plusNanos(1000).toString(), HALF_A_YEAR));
  }

  @Test
  void laterOfTwoEquallyNearElementSetsIsFoundInWhicheverFile() throws IOException {
    Instant bundled = epoch(BundledSnapshots.load(BundledSnapshots.newest()));
    Path early = Files.writeString(folder.resolve("early.json"), Catalogue.movedByDays(280).json());
    Path late = Files.writeString(folder.resolve("late.json"), Catalogue.movedByDays(290).json());
    String middle = bundled.plus(Duration.ofDays(285)).toString();
    for (List<Path> files : List.of(List.of(early, late), List.of(late, early))) {
      ElementPool pool = ElementPool.of(Optional.empty(), files);
      assertEquals("late.json", nearest(pool, middle, HALF_A_YEAR).get(C19).snapshot());
    }
  }

  @Test
  void snapshotThatDiffersFromTheIndexIsSkipped() throws IOException {
    SnapshotArchive archive = SnapshotArchive.open(folder.resolve("archive"));
    Entry moved =
        archive.add(
            TextFile.of("answer", Catalogue.movedByDays(280).json()), "test", Instant.EPOCH);
    Snapshot bundled = BundledSnapshots.load(BundledSnapshots.newest());
    Files.delete(archive.folder().resolve("epochs.bin"));
    EpochIndex.add(
        archive.folder(),
        Map.of(moved.file(), EpochIndex.Epochs.of(bundled)),
        Set.of(),
        file -> Optional.empty());
    ElementPool pool = ElementPool.of(Optional.of(archive), List.of());
    Predicate<ElementSet> isMoved = elements -> elements.epoch().isAfter(epoch(bundled));
    assertEquals(
        Map.of(), pool.nearest(List.of(C19), epoch(bundled), Duration.ofDays(9_999), isMoved));
  }

  private static Instant epoch(Snapshot snapshot) {
    return snapshot.elementSets().stream()
        .filter(elements -> elements.catalogNumber() == C19)
        .map(ElementSet::epoch)
        .findFirst()
        .orElseThrow();
  }
}
