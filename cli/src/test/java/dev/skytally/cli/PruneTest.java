package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneTest {
  private static final String OLD = "2026-10-06";
  private static final String MIDDLE = "2026-10-09";
  private static final String NEWEST = "2026-10-15";

  @TempDir Path folder;

  private Run run(String line) {
    return Run.in(Map.of("HOME", folder.toString()), line.split(" ", -1));
  }

  /** Element sets of some satellites that are by some days newer than the bundled ones. */
  private String elements(int days, Predicate<String> name) throws IOException {
    Path file = folder.resolve(days + ".tle");
    return Files.writeString(file, TestElements.moved(days, name)).toString();
  }

  private void importElements(int... days) throws IOException {
    for (int day : days) {
      assertDone(run("archive import " + elements(day, name -> true)));
    }
  }

  private static void assertDone(Run run) {
    assertEquals(0, run.exitCode(), run.err());
  }

  private Path archive() {
    return folder.resolve(".local/share/skytally/archive");
  }

  private List<String> days(Path archive) throws IOException {
    SnapshotArchive snapshots = SnapshotArchive.open(archive);
    assertEquals(List.of(), snapshots.verify());
    return snapshots.entries().stream().map(PruneTest::day).toList();
  }

  private static String day(Entry entry) {
    return entry.medianEpoch().toString().substring(0, 10);
  }

  /** The cells of the row of a table that begins with some words. */
  private static List<String> row(Run run, String words) {
    return run.lines().stream()
        .filter(line -> line.startsWith(words + " "))
        .map(line -> List.of(line.substring(words.length()).strip().split(" +")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.out()));
  }

  @Test
  void planIsShownAndNothingIsRemovedByDefault() throws IOException {
    importElements(1, 4, 10);
    Run run = run("archive prune --keep all:5d,monthly");
    assertDone(run);
    assertEquals("1", row(run, "kept by all:5d").get(0));
    assertEquals("0", row(run, "kept by monthly").get(0));
    assertEquals("2", row(run, "would be removed").get(0));
    assertTrue(run.out().endsWith("Nothing is removed yet; add --yes to remove them.\n"));
    assertEquals(List.of(OLD, MIDDLE, NEWEST), days(archive()));
  }

  @Test
  void sizesAreThoseOfTheFiles() throws IOException {
    importElements(1, 4, 10);
    long bytes = 0;
    SnapshotArchive archive = SnapshotArchive.open(archive());
    for (Entry entry : archive.entries()) {
      bytes += Files.size(archive().resolve("snapshots").resolve(entry.file()));
    }
    double megabytes =
        Double.parseDouble(row(run("archive prune --keep all"), "kept by all").get(1));
    assertEquals(bytes / 1e6, megabytes, 0.005);
  }

  @Test
  void snapshotsThatNoRuleKeepsAreRemovedWithYes() throws IOException {
    importElements(1, 4, 10);
    Run run = run("archive prune --keep monthly --yes");
    assertDone(run);
    assertEquals("2", row(run, "removed").get(0));
    assertEquals(List.of(NEWEST), days(archive()));
    assertEquals("0", row(run("archive prune --keep monthly --yes"), "removed").get(0));
  }

  @Test
  void missingHistoryIsSaid() throws IOException {
    importElements(1);
    assertEquals(
        "skytally: warning: found no history, so no run keeps a snapshot; if you have one, give"
            + " --history FILE\n",
        run("archive prune --keep monthly").err());
  }

  @Test
  void snapshotsThatRunsWereComputedFromAreKept() throws IOException {
    importElements(1);
    assertDone(run("recompute --no-fetch"));
    importElements(4, 10);
    Run run = run("archive prune --keep yearly --yes");
    assertDone(run);
    assertEquals("1", row(run, "kept by a run in history.sqlite").get(0));
    assertEquals(List.of(OLD, NEWEST), days(archive()));
  }

  @Test
  void snapshotThatOneSatelliteOfARunIsFlownByIsKept() throws IOException {
    importElements(1);
    assertDone(run("archive import " + elements(4, name -> !name.contains("(C19)"))));
    assertDone(run("recompute --no-fetch"));
    importElements(10);
    assertDone(run("archive prune --keep yearly --yes"));
    assertEquals(List.of(OLD, MIDDLE, NEWEST), days(archive()));
  }

  @Test
  void snapshotsOfABackfillFromFilesAreKept() throws IOException {
    importElements(1);
    Path snapshots = archive().resolve("snapshots");
    assertDone(run("archive import " + elements(4, name -> !name.contains("(C19)"))));
    assertDone(run("history backfill --elements " + snapshots));
    importElements(10);
    assertDone(run("archive prune --keep yearly --yes"));
    assertEquals(List.of(OLD, MIDDLE, NEWEST), days(archive()));
  }

  @Test
  void historyBesideTheArchiveKeepsItsSnapshots() throws IOException {
    importElements(1);
    assertDone(run("recompute --no-fetch"));
    importElements(10);
    Run another =
        Run.in(
            Map.of("HOME", folder.resolve("another").toString()),
            ("archive prune --keep yearly --yes --archive " + archive()).split(" "));
    assertDone(another);
    assertEquals(List.of(OLD, NEWEST), days(archive()));
  }

  @Test
  void nothingIsRemovedIfTheHistoryCannotBeRead() throws IOException {
    importElements(1, 4);
    for (String history : List.of("damaged.sqlite", "missing.sqlite")) {
      Path file = folder.resolve(history);
      if (history.startsWith("damaged")) {
        Files.writeString(file, "damaged ".repeat(999));
      }
      Run run = run("archive prune --keep yearly --yes --history " + file);
      assertEquals(1, run.exitCode());
      assertTrue(run.err().startsWith("skytally: " + file + ": "), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertEquals(List.of(OLD, MIDDLE), days(archive()));
    }
  }

  @Test
  void newestSnapshotIsKeptEvenIfItIsDamaged() throws IOException {
    importElements(1, 4);
    SnapshotArchive archive = SnapshotArchive.open(archive());
    Path newest = archive().resolve("snapshots").resolve(archive.entries().get(1).file());
    Files.write(newest, new byte[99]);
    Run run = run("archive prune --keep yearly --yes");
    assertDone(run);
    assertEquals("1", row(run, "kept by the newest").get(0));
    assertTrue(Files.exists(newest));
  }
}
