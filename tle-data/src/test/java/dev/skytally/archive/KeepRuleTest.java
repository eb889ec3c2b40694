package dev.skytally.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.KeepRule.Every;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.fetch.Catalogue;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepRuleTest {
  /** The median epoch of an unmoved catalogue is on Monday 2026-10-05. */
  private static final int SUNDAY = 6;

  @TempDir Path folder;

  /** The days that a rule keeps, of snapshots moved by some days. */
  private List<String> kept(Every every, Period age, int... days) throws IOException {
    SnapshotArchive archive = archive(days);
    Set<Entry> kept =
        new KeepRule(every, Optional.ofNullable(age)).keep(archive, archive.entries());
    return days(archive, kept);
  }

  private SnapshotArchive archive(int... days) throws IOException {
    SnapshotArchive archive = SnapshotArchive.open(folder);
    for (int day : days) {
      archive.add(TextFile.of("answer", Catalogue.movedByDays(day).json()), "test", Instant.EPOCH);
    }
    return archive;
  }

  private static List<String> days(SnapshotArchive archive, Set<Entry> kept) throws IOException {
    return archive.entries().stream()
        .filter(kept::contains)
        .map(entry -> entry.medianEpoch().toString().substring(0, 10))
        .collect(Collectors.toList());
  }

  @Test
  void newestOfEachWeekFromMondayToSundayIsKept() throws IOException {
    assertEquals(
        List.of("2026-10-11", "2026-10-13"),
        kept(Every.WEEKLY, null, 0, SUNDAY, SUNDAY + 1, SUNDAY + 2));
  }

  @Test
  void weekAcrossNewYearIsOneWeek() throws IOException {
    // 2026-12-31 is a Thursday.
    assertEquals(List.of("2027-01-02"), kept(Every.WEEKLY, null, 87, 88, 89));
  }

  @Test
  void newestOfEachMonthIsKept() throws IOException {
    assertEquals(
        List.of("2026-10-31", "2026-11-04", "2027-10-05"),
        kept(Every.MONTHLY, null, 0, 26, 27, 30, 365));
  }

  @Test
  void newestOfEachYearIsKept() throws IOException {
    assertEquals(List.of("2026-10-31", "2027-10-05"), kept(Every.YEARLY, null, 0, 26, 364, 365));
  }

  @Test
  void newestOfEachDayIsKept() throws IOException {
    SnapshotArchive archive = archive(1, 2);
    Entry another =
        archive.add(
            TextFile.of("answer", Catalogue.movedByDays(1).with(900_000_000, "GPS X").json()),
            "test",
            Instant.EPOCH);
    Set<Entry> kept = new KeepRule(Every.DAILY, Optional.empty()).keep(archive, archive.entries());
    assertEquals(List.of("2026-10-06", "2026-10-07"), days(archive, kept));
    assertEquals(3, archive.entries().size(), another.file());
  }

  @Test
  void ageCountsBackFromTheNewestSnapshot() throws IOException {
    assertEquals(
        List.of("2026-10-08", "2026-10-12", "2026-10-15"),
        kept(Every.ALL, Period.ofWeeks(1), 0, 2, 3, 7, 10));
  }

  @Test
  void damagedSnapshotDoesNotStandForItsMonth() throws IOException {
    SnapshotArchive archive = archive(0, 10, 20);
    Entry newest = archive.entries().get(2);
    Files.write(folder.resolve("snapshots").resolve(newest.file()), new byte[9]);
    Set<Entry> kept =
        new KeepRule(Every.MONTHLY, Optional.empty()).keep(archive, archive.entries());
    assertEquals(List.of("2026-10-15"), days(archive, kept));
  }

  @Test
  void rulesAreNamedAsUsersWriteThem() {
    assertEquals(
        "weekly:2y", new KeepRule(Every.WEEKLY, Optional.of(Period.ofYears(2))).toString());
    assertEquals("monthly", new KeepRule(Every.MONTHLY, Optional.empty()).toString());
  }

  @Test
  void onlySnapshotIsKept() throws IOException {
    assertEquals(List.of("2026-10-05"), kept(Every.MONTHLY, null, 0));
  }

  @Test
  void nothingIsKeptOfNothing() throws IOException {
    assertTrue(kept(Every.ALL, null).isEmpty());
  }
}
