package dev.skytally.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.fetch.Catalogue;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotArchiveTest {
  private static final Instant STORED = Instant.parse("2026-11-24T12:34:56Z");
  private static final Duration HALF_A_YEAR = Duration.ofDays(180);

  @TempDir Path temporary;

  private Path folder;
  private SnapshotArchive archive;

  @BeforeEach
  void open() {
    folder = temporary.resolve("archive");
    archive = SnapshotArchive.open(folder);
  }

  private Entry add(Catalogue catalogue) throws IOException {
    return archive.add(text(catalogue), "https://example.org/gp.php?GROUP=gnss", STORED);
  }

  private static TextFile text(Catalogue catalogue) {
    return TextFile.of("answer", catalogue.json());
  }

  private Path file(Entry entry) {
    return folder.resolve("snapshots").resolve(entry.file());
  }

  /** Changes a byte in the middle. */
  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void toLookIntoNoArchiveMakesNone() throws IOException {
    assertEquals(List.of(), archive.entries());
    assertEquals(List.of(), archive.verify());
    Instant noon = Instant.parse("2020-12-01T12:00:00Z");
    assertEquals("2020-12-01", archive.nearest(noon, HALF_A_YEAR).snapshot().label());
    assertFalse(Files.exists(folder));
  }

  @Test
  void textsAreKeptAsReceivedAndNamedByEpoch() throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(3);
    Entry entry = add(catalogue);
    assertTrue(entry.file().matches("2026-10-08T1500Z-[0-9a-f]{8}\\.json\\.gz"), entry.file());
    assertEquals("https://example.org/gp.php?GROUP=gnss", entry.origin());
    assertEquals(STORED, entry.stored());
    assertEquals(catalogue.size(), entry.elementSets());
    assertEquals(catalogue.json(), archive.text(entry).text());
    Snapshot snapshot = archive.load(entry);
    assertEquals(entry.label(), snapshot.label());
    assertEquals(entry.origin(), snapshot.origin());
    assertEquals(
        Duration.ZERO,
        Duration.between(entry.medianEpoch(), snapshot.medianEpoch())
            .truncatedTo(ChronoUnit.SECONDS));
    try (var in = new GZIPInputStream(Files.newInputStream(file(entry)))) {
      assertEquals(catalogue.json(), new String(in.readAllBytes(), UTF_8), "gzip reads it too");
    }
  }

  @Test
  void theSameTextAgainIsTheSameSnapshot() throws IOException {
    Entry first = add(Catalogue.movedByDays(3));
    byte[] bytes = Files.readAllBytes(file(first));
    Entry again = archive.add(text(Catalogue.movedByDays(3)), "elsewhere", STORED.plusSeconds(9));
    assertEquals(first, again);
    assertEquals(List.of(first), archive.entries());
    assertArrayEquals(bytes, Files.readAllBytes(file(first)));
  }

  @Test
  void entriesAreOldestFirst() throws IOException {
    Entry late = add(Catalogue.movedByDays(9));
    Entry early = add(Catalogue.movedByDays(2));
    Entry middle = add(Catalogue.movedByDays(5));
    assertEquals(List.of(early, middle, late), archive.entries());
  }

  @Test
  void textsWithoutElementSetsAreRefused() {
    assertThrows(
        InputFormatException.class,
        () -> archive.add(TextFile.of("page", "<html></html>"), "page", STORED));
  }

  @Test
  void theManifestCanBeReadByPeopleAndMadeAnewFromTheFiles() throws IOException {
    add(Catalogue.movedByDays(2));
    archive.add(text(Catalogue.movedByDays(3)), "Dateien/für später\tÄ.tle", STORED);
    List<Entry> entries = archive.entries();
    Path manifest = folder.resolve("manifest.tsv");
    List<String> lines = Files.readAllLines(manifest);
    assertEquals("file\tepoch_median\telement_sets\tsha256\tstored\torigin", lines.get(0));
    assertTrue(lines.get(2).endsWith("\t2026-11-24T12:34:56Z\tDateien/für später\\u0009Ä.tle"));

    Files.delete(manifest);
    assertEquals(entries, archive.entries());
    assertEquals(List.of(), archive.verify());

    Files.write(manifest, lines.subList(0, 2));
    assertEquals(entries, archive.entries(), "as after a stop between file and manifest");
    assertEquals(List.of(), archive.verify());

    add(Catalogue.movedByDays(4));
    assertEquals(4, Files.readAllLines(manifest).size());
    assertEquals(lines, Files.readAllLines(manifest).subList(0, 3));
  }

  @Test
  void aDamagedManifestIsToldOfAndMended() throws IOException {
    add(Catalogue.movedByDays(2));
    List<Entry> entries = archive.entries();
    Path manifest = folder.resolve("manifest.tsv");
    Files.writeString(manifest, Files.readString(manifest).replace("2026-11-24T", "20XX"));
    assertEquals(entries, archive.entries());
    List<String> problems = archive.verify();
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith(manifest + ", line 2: "), problems.get(0));
    add(Catalogue.movedByDays(4));
    assertEquals(List.of(), archive.verify());
  }

  @Test
  void aDamagedSnapshotIsToldOfPassedOverAndMendedByTheSameText() throws IOException {
    Entry near = add(Catalogue.movedByDays(20));
    Entry far = add(Catalogue.movedByDays(18));
    byte[] sound = Files.readAllBytes(file(near));
    damage(file(near));
    Instant late = Instant.parse("2026-10-26T00:00:00Z");

    List<String> problems = archive.verify();
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith(file(near).toString()), problems.get(0));
    NearestElementSets used = archive.nearest(late, HALF_A_YEAR);
    assertEquals(far.label(), used.snapshot().label());
    assertEquals(far.elementSets(), used.snapshot().elementSets().size());
    assertEquals(List.of(), used.snapshot().problems());
    assertEquals(problems, used.damagedFiles());
    assertEquals(archive.load(far).medianEpoch(), used.newestEpoch());

    add(Catalogue.movedByDays(20));
    assertEquals(List.of(), archive.verify());
    assertArrayEquals(sound, Files.readAllBytes(file(near)));
    assertEquals(near.label(), archive.nearest(late, HALF_A_YEAR).snapshot().label());
  }

  @Test
  void anotherTextUnderASnapshotsNameIsToldOf() throws IOException {
    Entry one = add(Catalogue.movedByDays(2));
    Entry other = add(Catalogue.movedByDays(3));
    Files.copy(file(other), file(one), StandardCopyOption.REPLACE_EXISTING);
    List<String> problems = archive.verify();
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("expected " + one.sha256()), problems.get(0));
    assertTrue(
        problems
            .get(0)
            .startsWith(
                assertThrows(InputFormatException.class, () -> archive.text(one)).getMessage()),
        problems.get(0));
    NearestElementSets used = archive.nearest(one.medianEpoch(), HALF_A_YEAR);
    assertEquals(problems, used.damagedFiles());
    assertFalse(used.snapshot().label().contains(one.label()), used.snapshot().label());
  }

  @Test
  void aChangedSnapshotWithoutALineInTheManifestIsFoundByItsName() throws IOException {
    Entry one = add(Catalogue.movedByDays(2));
    Entry other = add(Catalogue.movedByDays(3));
    Path manifest = folder.resolve("manifest.tsv");
    Files.write(
        manifest,
        Files.readAllLines(manifest).stream().filter(line -> !line.contains(one.file())).toList());
    assertEquals(List.of(file(one)), archive.unlisted());
    assertEquals(List.of(), archive.verify());
    Files.copy(file(other), file(one), StandardCopyOption.REPLACE_EXISTING);
    assertEquals(
        List.of(
            "%s: is not the text that was stored (SHA-256 %s, expected %s)"
                .formatted(file(one), other.sha256(), one.sha256().substring(0, 8))),
        archive.verify());
    assertEquals(List.of(other), archive.entries());
  }

  @Test
  void aNameThatBeginsAsXmlDoesIsStoredAsLines() throws IOException {
    String lines =
        """
        <Telecomm>
        1 41019U 15062A   20336.50000000  .00000012  00000-0  00000-0 0  9991
        2 41019  55.0000 100.0000 0012345  50.0000 310.0000  2.00561234123450
        """;
    Entry entry = archive.add(TextFile.of("x", lines), "x", STORED);
    assertTrue(entry.file().endsWith(".tle.gz"), entry.file());
    assertEquals("<Telecomm>", archive.load(entry).elementSets().get(0).name());
  }

  @Test
  void aManifestCannotNameFilesElsewhere() throws IOException {
    Entry entry = add(Catalogue.movedByDays(2));
    Path manifest = folder.resolve("manifest.tsv");
    String lines = Files.readString(manifest);
    Files.delete(file(entry));
    Path outside = temporary.resolve("outside.json.gz");
    for (String name :
        List.of("../../outside.json.gz", outside.toString(), "\\outside.json.gz", ".outside.gz")) {
      Files.writeString(manifest, lines.replace(entry.file(), name));
      assertEquals(1, archive.verify().size(), name);
      assertEquals(entry, add(Catalogue.movedByDays(2)), name);
      assertFalse(Files.exists(outside), name);
      assertEquals(List.of(), archive.verify(), name);
      Files.delete(file(entry));
    }
  }

  @Test
  void namesOfSnapshotsAreVisibleAscii() throws IOException {
    Entry entry = add(Catalogue.movedByDays(2));
    for (String name : List.of("\u007f.json.gz", "\u001f.json.gz", "sn\u00e4p.json.gz")) {
      String lines = Files.readString(folder.resolve("manifest.tsv"));
      Files.writeString(
          folder.resolve("manifest.tsv"), lines.replace(entry.file(), "2026-01-01T1200Z" + name));
      assertEquals(1, archive.verify().size(), name);
      assertEquals(List.of(file(entry)), archive.unlisted(), name);
      add(Catalogue.movedByDays(3));
      assertEquals(entry, archive.entries().get(0), name);
    }
    Files.copy(file(entry), folder.resolve("snapshots/a copy~.json.gz"));
    assertTrue(files().contains("a copy~.json.gz"));
  }

  /** Where names are ASCII, Java can make no such file. */
  @Test
  void aFileWithANameThatIsNotReadIsAProblem() throws IOException {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    Entry entry = add(Catalogue.movedByDays(2));
    Path copy = Files.copy(file(entry), folder.resolve("snapshots/sn\u00e4p.json.gz"));
    assertEquals(List.of(entry), archive.entries());
    assertEquals(
        List.of(
            copy
                + ": is not read, because its name has other characters than visible ASCII; rename"
                + " it"),
        archive.verify());
  }

  @Test
  void changesOfAnotherProcessAreSeen() throws IOException {
    Entry early = add(Catalogue.movedByDays(2));
    Entry late = add(Catalogue.movedByDays(3));
    assertEquals(List.of(early, late), archive.entries());
    Path manifest = folder.resolve("manifest.tsv");
    List<String> lines = Files.readAllLines(manifest);

    Files.writeString(manifest, Files.readString(manifest).replace("example.org", "example.com"));
    assertEquals("https://example.com/gp.php?GROUP=gnss", archive.entries().get(0).origin());

    Files.write(manifest, lines);
    assertEquals(List.of(), archive.unlisted());
    Files.write(manifest, lines.subList(0, 2));
    assertEquals(List.of(file(late)), archive.unlisted());
    assertEquals(List.of(early, late), archive.entries());

    Files.delete(manifest);
    assertEquals(Set.of(file(early), file(late)), Set.copyOf(archive.unlisted()));

    Files.write(manifest, List.of(lines.get(0), lines.get(2), lines.get(1)));
    assertEquals(List.of(), archive.unlisted());
    assertEquals(List.of(early, late), archive.entries(), "oldest first in whatever order");
  }

  @Test
  void changeAtTheEndOfALongManifestIsSeen() throws IOException {
    Entry entry = add(Catalogue.movedByDays(2));
    Path manifest = folder.resolve("manifest.tsv");
    String row = Files.readAllLines(manifest).get(1).replace(entry.file(), "lost.tle.gz") + "\n";
    String text = Files.readString(manifest) + row.repeat(1_000);
    Files.writeString(manifest, text);
    assertEquals(1_000, archive.verify().size());
    Files.writeString(manifest, text + row);
    assertEquals(1_001, archive.verify().size());
  }

  @Test
  void unlistedSnapshotThatWasDamagedSinceIsNoEntryAnyMore() throws IOException {
    Entry one = add(Catalogue.movedByDays(2));
    Entry other = add(Catalogue.movedByDays(3));
    Files.delete(folder.resolve("manifest.tsv"));
    assertEquals(List.of(one, other), archive.entries());
    damage(file(one));
    assertEquals(List.of(other), archive.entries());
  }

  @Test
  void writerCountsNewTextsAndWithoutOneTheManifestStays() throws IOException {
    Path manifest = folder.resolve("manifest.tsv");
    try (SnapshotArchive.Writer writer = archive.write()) {
      assertEquals(0, writer.written());
    }
    assertFalse(Files.exists(manifest));
    try (SnapshotArchive.Writer writer = archive.write()) {
      for (int day : new int[] {2, 3, 2}) {
        writer.add(text(Catalogue.movedByDays(day)), "test", STORED);
      }
      assertEquals(2, writer.written());
    }
    assertEquals(3, Files.readAllLines(manifest).size());
  }

  @Test
  void writerThatCannotStartDoesNotKeepOthersWaiting() throws IOException {
    Files.createDirectories(folder);
    Path blocked = Files.createFile(folder.resolve("snapshots"));
    assertThrows(IOException.class, archive::write);
    Files.delete(blocked);
    Entry entry = add(Catalogue.movedByDays(2));
    assertEquals(List.of(entry), archive.entries());
  }

  @Test
  void nearestEntryIsNearestByMedianEpochBeforeOrAfter() throws IOException {
    assertEquals(Optional.empty(), archive.nearestEntry(STORED));
    Entry early = add(Catalogue.movedByDays(2));
    Entry late = add(Catalogue.movedByDays(12));
    Instant middle = early.medianEpoch().plus(5, ChronoUnit.DAYS);
    assertEquals(Optional.of(early), archive.nearestEntry(middle.minusSeconds(1)));
    assertEquals(Optional.of(late), archive.nearestEntry(middle.plusSeconds(1)));
    assertEquals(Files.size(file(late)), archive.sizeBytes(late));
  }

  @Test
  void originOfRejectedAnswerIsInItsFileAsFarAsTheFileGoes() throws IOException {
    String origin = "https://example.org/gp.php";
    Path kept = archive.reject("<html>".getBytes(UTF_8), origin, STORED, "is a web page");
    assertEquals(Optional.of(origin), SnapshotArchive.originOf(kept));
    int fixedHeaderBytes = 10;
    Files.write(kept, Arrays.copyOf(Files.readAllBytes(kept), fixedHeaderBytes + 5));
    assertEquals(Optional.of("https"), SnapshotArchive.originOf(kept));
    Files.writeString(kept, "<html>");
    assertEquals(Optional.empty(), SnapshotArchive.originOf(kept));
    assertEquals(Optional.empty(), SnapshotArchive.originOf(folder));
  }

  @Test
  void recordsBeforeADamagedOneStayInTheIndex() throws IOException {
    Path index = folder.resolve("epochs.bin");
    add(Catalogue.movedByDays(2));
    int firstBytes = (int) Files.size(index);
    add(Catalogue.movedByDays(3));
    byte[] sound = Files.readAllBytes(index);
    int lastByte = sound.length - 1;
    int sizeOfSecond = firstBytes;
    for (int place : new int[] {lastByte, sizeOfSecond}) {
      byte[] damaged = sound.clone();
      damaged[place] ^= 0x40;
      Files.write(index, damaged);
      assertEquals(1, EpochIndex.read(folder).size());
      add(Catalogue.movedByDays(4 + place));
      assertEquals(files(), EpochIndex.read(folder).keySet());
    }
  }

  @Test
  void aLostSnapshotIsNeverForgotten() throws IOException {
    Entry lost = add(Catalogue.movedByDays(2));
    Files.delete(file(lost));
    assertEquals(List.of(), archive.entries());
    Entry kept = add(Catalogue.movedByDays(3));
    assertEquals(List.of(kept), archive.entries());
    assertEquals(
        List.of(file(lost) + ": is missing, though the manifest lists it"), archive.verify());
    add(Catalogue.movedByDays(2));
    assertEquals(List.of(), archive.verify());
  }

  @Test
  void whatAStoppedWriterLeftBehindIsNoSnapshotAndGoes() throws IOException {
    Entry entry = add(Catalogue.movedByDays(2));
    Path part = folder.resolve("snapshots/.2026-10-09T1500Z-00000000.json.gz.part");
    Files.write(part, new byte[] {0x1f, (byte) 0x8b, 8});
    assertEquals(List.of(entry), archive.entries());
    assertEquals(List.of(), archive.verify());
    add(Catalogue.movedByDays(3));
    assertFalse(Files.exists(part));
  }

  @Test
  void earlierSnapshotsStayAsTheyAre() throws IOException {
    Map<Path, byte[]> before = new TreeMap<>();
    for (int day = 1; day < 6; day++) {
      Entry entry = add(Catalogue.movedByDays(day));
      before.put(file(entry), Files.readAllBytes(file(entry)));
      for (Map.Entry<Path, byte[]> file : before.entrySet()) {
        assertArrayEquals(file.getValue(), Files.readAllBytes(file.getKey()));
      }
    }
  }

  @Test
  void manyWritersAtOnceLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Entry>> writers = new ArrayList<>();
      for (int day = 0; day < 24; day++) {
        Catalogue catalogue = Catalogue.movedByDays(day / 2);
        writers.add(
            () ->
                SnapshotArchive.open(folder)
                    .add(text(catalogue), "https://example.org/gp.php?GROUP=gnss", STORED));
      }
      for (Future<Entry> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(12, archive.entries().size());
    assertEquals(13, Files.readAllLines(folder.resolve("manifest.tsv")).size());
    assertEquals(List.of(), archive.verify());
  }

  @Test
  void contentThatIsRejectedAgainIsKeptOnceWithItsLastReason() throws IOException {
    byte[] page = "<html>no</html>".getBytes(UTF_8);
    Path first = archive.reject(page, "https://example.org", STORED, "is older");
    assertEquals("2026-11-24T1234Z", first.getFileName().toString().substring(0, 16));
    Path kept =
        archive.reject(page, "https://example.org", STORED.plusSeconds(7200), "is a web page");
    assertEquals("2026-11-24T1434Z", kept.getFileName().toString().substring(0, 16));
    try (var in = new GZIPInputStream(Files.newInputStream(kept))) {
      assertArrayEquals(page, in.readAllBytes());
    }
    try (Stream<Path> files = Files.list(folder.resolve("rejected"))) {
      List<Path> sorted = files.sorted().toList();
      assertEquals(2, sorted.size(), sorted::toString);
      assertEquals(kept, sorted.get(0));
      Path reason = sorted.get(1);
      assertEquals(
          "is a web page\nreceived 2026-11-24T14:34:56Z from https://example.org\n",
          Files.readString(reason));
    }
    assertEquals(List.of(), archive.entries());
  }

  /** By reading everything, which is slow and plain. */
  private Map<Integer, Instant> nearestEpochs(Instant at) throws IOException {
    List<Snapshot> all = new ArrayList<>();
    for (LocalDate date : BundledSnapshots.dates()) {
      all.add(BundledSnapshots.load(date));
    }
    for (Entry entry : archive.entries()) {
      all.add(archive.load(entry));
    }
    Map<Integer, Instant> nearest = new TreeMap<>();
    for (Snapshot snapshot : all) {
      for (ElementSet elements : snapshot.elementSets()) {
        if (elements.age(at).abs().compareTo(HALF_A_YEAR) <= 0) {
          nearest.merge(
              elements.catalogNumber(), elements.epoch(), (one, other) -> nearer(one, other, at));
        }
      }
    }
    return nearest;
  }

  private static Instant nearer(Instant one, Instant other, Instant at) {
    int order = Duration.between(one, at).abs().compareTo(Duration.between(other, at).abs());
    return order < 0 || (order == 0 && one.isAfter(other)) ? one : other;
  }

  private void assertNearest(Instant at) throws IOException {
    Map<Integer, Instant> epochs = new TreeMap<>();
    for (ElementSet elements : archive.nearest(at, HALF_A_YEAR).snapshot().elementSets()) {
      epochs.put(elements.catalogNumber(), elements.epoch());
    }
    assertEquals(nearestEpochs(at), epochs, at.toString());
  }

  @Test
  void theNearestElementSetOfEachSatelliteIsFoundAmongArchivedAndBundledOnes() throws IOException {
    add(Catalogue.movedByDays(-90));
    add(Catalogue.movedByDays(-3).withHalfOf("GPS"));
    add(Catalogue.movedByDays(4).without(record -> record.get("OBJECT_NAME").startsWith("GSAT")));
    add(Catalogue.movedByDays(6).with(799_500_001, "GPS BIII-99"));
    Random random = new Random(20261124);
    for (int i = 0; i < 40; i++) {
      assertNearest(
          Instant.parse("2026-05-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400)));
    }
    Files.delete(folder.resolve("epochs.bin"));
    assertNearest(Instant.parse("2026-10-10T00:00:00Z"));
    add(Catalogue.movedByDays(7));
    damage(folder.resolve("epochs.bin"));
    assertNearest(Instant.parse("2026-10-10T00:00:00Z"));
  }

  private Set<String> files() throws IOException {
    return archive.entries().stream().map(Entry::file).collect(Collectors.toSet());
  }

  @Test
  void theNextWriterRebuildsAnIndexThatWasDeletedOrDamaged() throws IOException {
    Path index = folder.resolve("epochs.bin");
    add(Catalogue.movedByDays(-3));
    add(Catalogue.movedByDays(1));
    Files.delete(index);
    assertEquals(Set.of(), EpochIndex.read(folder).keySet());
    add(Catalogue.movedByDays(2));
    assertEquals(files(), EpochIndex.read(folder).keySet());
    add(Catalogue.movedByDays(3));
    damage(index);
    assertNotEquals(files(), EpochIndex.read(folder).keySet());
    add(Catalogue.movedByDays(4));
    assertEquals(files(), EpochIndex.read(folder).keySet());
  }

  @Test
  void aSnapshotIsAppendedToTheIndexAfterAWriterThatWasCutOff() throws IOException {
    Path index = folder.resolve("epochs.bin");
    add(Catalogue.movedByDays(-3));
    byte[] one = Files.readAllBytes(index);
    add(Catalogue.movedByDays(1));
    byte[] two = Files.readAllBytes(index);
    assertArrayEquals(one, Arrays.copyOf(two, one.length));
    Files.write(index, Arrays.copyOf(two, two.length - 1));
    assertEquals(1, EpochIndex.read(folder).size());
    add(Catalogue.movedByDays(2));
    assertEquals(files(), EpochIndex.read(folder).keySet());
    assertArrayEquals(one, Arrays.copyOf(Files.readAllBytes(index), one.length));
  }

  @Test
  void theIndexForgetsRemovedSnapshots() throws IOException {
    Entry old = add(Catalogue.movedByDays(3));
    add(Catalogue.movedByDays(5));
    try (SnapshotArchive.Writer writer = archive.write()) {
      writer.remove(old);
    }
    assertEquals(files(), EpochIndex.read(folder).keySet());
  }

  @Test
  void whatTheIndexSaysOtherwiseThanTheTextDoesNotCount() throws IOException {
    Entry whole = add(Catalogue.movedByDays(3));
    Entry half = add(Catalogue.movedByDays(3).withHalfOf("GPS"));
    EpochIndex.Epochs ofWhole = EpochIndex.Epochs.of(archive.load(whole));
    Files.delete(file(whole));
    EpochIndex.add(folder, Map.of(half.file(), ofWhole), Set.of(), file -> Optional.empty());
    assertNearest(half.medianEpoch());
  }

  @Test
  void whatOthersLackComesFromTheOneThatHasIt() throws IOException {
    Entry old = add(Catalogue.movedByDays(1).with(799_500_001, "GPS BIII-99"));
    Entry fresh = add(Catalogue.movedByDays(30));
    NearestElementSets nearest =
        archive.nearest(Instant.parse("2026-11-05T00:00:00Z"), HALF_A_YEAR);
    Snapshot used = nearest.snapshot();
    assertEquals(fresh.label() + " and 1 other", used.label());
    assertTrue(
        used.origin().startsWith("170 element sets of " + fresh.label())
            && used.origin().contains("; 1 element set of " + old.label()),
        used.origin());
    assertEquals(171, used.elementSets().size());

    Snapshot named = nearest.snapshotNamedFor(List.of(799_500_001));
    assertEquals(old.label(), named.label());
    assertEquals(old.origin(), named.origin());
    assertEquals(used.elementSets(), named.elementSets());
  }

  @Test
  void farFromEverythingTheNearestThereIsIsTaken() throws IOException {
    add(Catalogue.movedByDays(3));
    Snapshot used = archive.nearest(Instant.parse("2035-01-01T00:00:00Z"), HALF_A_YEAR).snapshot();
    assertEquals(archive.entries().get(0).label(), used.label());
  }

  @Test
  void theNewestEpochIsThatOfTheNewestSnapshot() throws IOException {
    assertEquals(Instant.parse("2026-10-05T15:00:04Z"), archive.newestEpoch());
    Entry entry = add(Catalogue.movedByDays(3));
    assertEquals(entry.medianEpoch(), archive.newestEpoch());
  }

  @Test
  void removedSnapshotsAreGoneAndTheOthersStay() throws IOException {
    Entry old = add(Catalogue.movedByDays(3));
    Entry newer = add(Catalogue.movedByDays(5));
    try (SnapshotArchive.Writer writer = archive.write()) {
      writer.remove(old);
    }
    assertEquals(List.of(newer), archive.entries());
    assertFalse(Files.exists(file(old)));
    assertEquals(List.of(), archive.verify());
    assertEquals(old, add(Catalogue.movedByDays(3)), "it can be stored again");
    assertEquals(List.of(old, newer), archive.entries());
  }

  @Test
  void snapshotStoredAgainByTheWriterThatRemovedItStays() throws IOException {
    Entry entry = add(Catalogue.movedByDays(3));
    try (SnapshotArchive.Writer writer = archive.write()) {
      writer.remove(entry);
      writer.add(text(Catalogue.movedByDays(3)), entry.origin(), STORED);
    }
    assertEquals(List.of(entry), archive.entries());
    assertEquals(List.of(), archive.verify());
  }

  @Test
  void removalThatIsStoppedLeavesEachSnapshotWholeOrGone() throws IOException {
    List<Entry> all = new ArrayList<>();
    for (int day = 0; day < 8; day++) {
      all.add(add(Catalogue.movedByDays(day)));
    }
    Entry undeletable = all.get(4);
    byte[] content = Files.readAllBytes(file(undeletable));
    SnapshotArchive.Writer writer = archive.write();
    all.forEach(writer::remove);
    // A folder that is not empty cannot be deleted.
    Files.delete(file(undeletable));
    Files.createDirectories(file(undeletable).resolve("within"));
    assertThrows(IOException.class, writer::close);
    Files.delete(file(undeletable).resolve("within"));
    Files.delete(file(undeletable));
    Files.write(file(undeletable), content);

    assertEquals(List.of(), archive.verify());
    assertTrue(archive.entries().contains(undeletable));
    assertTrue(all.containsAll(archive.entries()));
    add(Catalogue.movedByDays(9));
    assertEquals(List.of(), archive.unlisted());
  }
}
