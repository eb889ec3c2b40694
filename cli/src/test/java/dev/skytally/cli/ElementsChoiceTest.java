package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.cli.console.Console;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.history.TestElements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of element sets from an archive, and the warnings about them. */
class ElementsChoiceTest {
  /** The last day that the registry covers, so that there is no warning about assumptions. */
  private static final String DAY = " --date 2026-10-06";

  @TempDir Path home;

  private Run run(String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, false, Map.of("HOME", home.toString()), Run.NOON);
    int exitCode = Main.run(console, line.split(" ", -1));
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Archives each text as a snapshot, and gives all there are, the oldest first. */
  private List<Entry> archive(String... texts) throws IOException {
    for (String text : texts) {
      Path file = Files.writeString(home.resolve("elements.tle"), text);
      assertEquals(0, run("archive import " + file).exitCode());
    }
    return SnapshotArchive.open(folder()).entries();
  }

  private Path folder() {
    return home.resolve(".local/share/skytally/archive");
  }

  private Path file(Entry entry) {
    return folder().resolve("snapshots").resolve(entry.file());
  }

  private Path cutShort(Entry entry) throws IOException {
    byte[] bytes = Files.readAllBytes(file(entry));
    return Files.write(file(entry), Arrays.copyOf(bytes, bytes.length / 2));
  }

  private String excluded(Entry entry) {
    return "skytally: warning: excluded: "
        + file(entry)
        + ": is a damaged gzip file; import its text again to repair it\n";
  }

  private static boolean isGps(String name) {
    return name.startsWith("GPS");
  }

  private static boolean isNotGps(String name) {
    return !isGps(name);
  }

  private static String snapshot(Run run) {
    return run.json().at("/elements/snapshot").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"capitals", "world --resolution 5 --every 6h", "sky Nairobi", "elements"})
  void damagedFileIsLeftOutInOneLine(String command) throws IOException {
    List<Entry> entries = archive(TestElements.moved(-2), TestElements.moved(0.2));
    cutShort(entries.get(1));
    for (String quietOrNot : List.of("", " --quiet")) {
      Run run = run(command + DAY + quietOrNot);
      assertEquals(0, run.exitCode(), run.err());
      assertEquals(excluded(entries.get(1)), run.err());
    }
  }

  @Test
  void answerIsThatOfTheOthersAlone() throws IOException {
    List<Entry> entries = archive(TestElements.moved(-2), TestElements.moved(-1));
    Path others = home.resolve("others");
    assertEquals(
        0, run("archive import " + file(entries.get(0)) + " --archive " + others).exitCode());
    Path damaged = cutShort(entries.get(1));
    String question = "elements --date 2026-10-04 --format json";
    JsonNode answer = run(question).json();
    JsonNode ofOthers = run(question + " --archive " + others).json();
    assertEquals(ofOthers.get("systems"), answer.get("systems"));
    assertEquals(ofOthers.get("elements"), answer.get("elements"));
    assertTrue(answer.at("/excluded/0/reason").asText().startsWith(damaged + ": "));
  }

  @Test
  void withoutADateTheDayIsThatOfTheNewestSoundSnapshot() throws IOException {
    List<Entry> entries = archive(TestElements.moved(10), TestElements.moved(20));
    cutShort(entries.get(1));
    Run run = run("capitals --format json");
    assertEquals("2026-10-15T00:00:00.000Z", run.json().at("/window/start").asText());
    assertEquals(entries.get(0).label(), snapshot(run));
    assertTrue(run.err().startsWith(excluded(entries.get(1))), run.err());
  }

  @Test
  void damagedFileIsToldOfWhereTheOthersAreTooFarAway() throws IOException {
    Entry damaged = archive(TestElements.moved(400)).get(0);
    cutShort(damaged);
    Run run = run("capitals --date " + damaged.label().substring(0, 10));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith(excluded(damaged)), run.err());
    assertTrue(run.err().contains("more than 180: "), run.err());
  }

  @Test
  void manyDamagedFilesAreToldInFourLinesAndTheBundledElementSetsAnswer() throws IOException {
    for (int i = 0; i < 25; i++) {
      archive(TestElements.moved(i / 100.0));
    }
    for (Entry entry : SnapshotArchive.open(folder()).entries()) {
      cutShort(entry);
    }
    Run run = run("capitals --format json" + DAY);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("2026-10-06", snapshot(run));
    List<String> lines = run.err().lines().toList();
    assertEquals(4, lines.size(), run.err());
    assertEquals(
        "skytally: warning: excluded: 22 more files of the archive (all: skytally archive verify)",
        lines.get(3));
  }

  @Test
  void damagedFileThatIsNamedIsAFailure() throws IOException {
    Path damaged = cutShort(archive(TestElements.moved(-2)).get(0));
    assertEquals(
        new Run(1, "", "skytally: " + damaged + ": is a damaged gzip file\n"),
        run("capitals --elements " + damaged));
  }

  @Test
  void historyIsFilledFromTheOthersWithAWord() throws IOException {
    List<Entry> entries = archive(TestElements.moved(-2), TestElements.moved(-1));
    cutShort(entries.get(1));
    Run run = run("history backfill");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("1 run stored in "), run.out());
    assertEquals(
        "skytally: warning: skipped: " + file(entries.get(1)) + ": is a damaged gzip file\n",
        run.err());
  }

  @Test
  void withoutAnArchiveTheHistoryIsThatOfTheBundledSnapshots() {
    Run run = run("history backfill");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("4 runs stored in "), run.out());
    List<String> days =
        run("history --format csv").lines().stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    assertEquals(
        BundledSnapshots.dates().stream()
            .map(date -> BundledSnapshots.medianEpoch(date).toString().substring(0, 10))
            .toList(),
        days);
  }

  @Test
  void systemThatIsNoLongerRenewedIsWarnedOf() throws IOException {
    archive(
        TestElements.moved(-40, ElementsChoiceTest::isGps),
        TestElements.moved(-30, ElementsChoiceTest::isNotGps));
    String warning =
        "skytally: warning: the element sets of GPS are 9 days further from the window than those of"
            + " BeiDou; positions are less sure\n";
    for (String command : List.of("capitals", "elements")) {
      assertEquals(warning, run(command + " --date 2026-09-06").err());
    }
    assertEquals("", run("capitals --date 2026-09-06 --quiet").err());
    assertEquals("", run("capitals --date 2026-09-06 --systems GPS").err());
    assertEquals("", run("capitals --date 2026-09-06 --quiet").err());
  }

  @Test
  void systemsOnEitherSideOfTheWindowAreAsNear() throws IOException {
    archive(
        TestElements.moved(-45, ElementsChoiceTest::isGps),
        TestElements.moved(-35, ElementsChoiceTest::isNotGps));
    assertEquals("", run("capitals --date 2026-08-26").err());
  }

  @Test
  void whatTheCatalogueRenewsLessOftenIsNotWarnedOf() {
    assertEquals("", run("capitals --systems GPS,BDS,GAL,GLO,QZS,NAVIC" + DAY).err());
  }

  @Test
  void elementSetsAreNamedByTheSatellitesThatCount() throws IOException {
    List<Entry> entries =
        archive(
            TestElements.moved(-61, name -> isGps(name) && !name.contains("(PRN 01)")),
            TestElements.moved(-60, ElementsChoiceTest::isNotGps));
    String gps = entries.get(0).label();
    String beidou = entries.get(1).label();
    String day = " --date 2026-08-06 --format json --systems ";
    assertEquals(gps, snapshot(run("capitals" + day + "GPS --max-age 30")));
    assertEquals(beidou, snapshot(run("capitals" + day + "BDS")));
    assertEquals(beidou + " and 1 other", snapshot(run("capitals" + day + "GPS,BDS --max-age 30")));
    String missing = run("elements" + day + "GPS --max-age 30").out();
    assertTrue(missing.contains("no element set in " + gps + '"'), missing);
  }
}
