package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  private static final int CATALOG_NUMBER = 43873;
  private static final String NAME = "GPS BIII-1  (PRN 04)";

  @TempDir Path folder;

  private String line1;
  private String line2;

  /** Takes a real element set from the bundle, as a user would from a catalogue. */
  private void takeRealElementSet() {
    List<String> lines =
        BundledSnapshots.load(LocalDate.of(2026, 10, 6)).elementSets().stream()
            .filter(elements -> elements.catalogNumber() == CATALOG_NUMBER)
            .flatMap(elements -> elements.text().lines())
            .filter(line -> !line.startsWith(NAME))
            .toList();
    line1 = lines.get(0);
    line2 = lines.get(1);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void assertFails(String line, String... arguments) {
    assertEquals(new Run(1, "", "skytally: " + line + "\n"), Run.of(arguments));
  }

  @Test
  void unreadablePathIsNamed() {
    String path = folder.resolve("none.tle").toString();
    assertFails(path + ": no such file", "capitals", "--elements", path);
    assertFails(path + ": no such file", "capitals", "--sites", path);
    assertFails(path + ": no such file", "capitals", "--horizon", path);
    assertFails(path + ": no such file", "capitals", "--only", path);
  }

  @Test
  void emptyFileIsNamed() throws IOException {
    String empty = file("empty", "");
    assertFails(empty + ": is empty", "capitals", "--elements", empty);
    assertFails(empty + ": is empty", "capitals", "--sites", empty);
  }

  @Test
  void binaryFileIsNamed() throws IOException {
    String binary = file("binary", "ELF\0\1");
    assertFails(
        binary + ": is binary (byte 4 is NUL), expected text in UTF-8",
        "capitals",
        "--elements",
        binary);
  }

  @Test
  void wrongChecksumOfTheOnlyElementSetFailsTheJobAtItsPlace() throws IOException {
    takeRealElementSet();
    char right = line2.charAt(68);
    char wrong = right == '0' ? '1' : (char) (right - 1);
    String path = file("bad.tle", NAME + "\n" + line1 + "\n" + line2.substring(0, 68) + wrong);
    assertFails(
        "%s, line 3, column 69: checksum is %s, expected %s".formatted(path, wrong, right),
        "capitals",
        "--elements",
        path);
  }

  @Test
  void truncatedLineFailsTheJobAtItsPlace() throws IOException {
    takeRealElementSet();
    String path = file("cut.tle", line1 + "\n" + line2.substring(0, 40) + "\n");
    Run run = Run.of("capitals", "--elements", path);
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("skytally: " + path + ", line 2"), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void oneBadElementSetIsSkippedNamedAndCounted() throws IOException {
    takeRealElementSet();
    String bad = line2.substring(0, 68) + "x";
    String path = file("mixed.tle", line1 + "\n" + line2 + "\n" + line1 + "\n" + bad + "\n");
    Run run = Run.of("capitals", "--elements", path, "--systems", "GPS", "--format", "json");
    assertEquals(0, run.exitCode());
    assertTrue(
        run.err().startsWith("skytally: warning: left out: " + path + ", line 4, column 69"),
        run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals(1, run.json().at("/systems/GPS/satellites").size());
    assertEquals(CATALOG_NUMBER, run.json().at("/excluded/0/norad").asInt());
  }

  @Test
  void latitude91IsNamedWithItsLineAndColumn() throws IOException {
    String path = file("sites.csv", "name,latitude_deg,longitude_deg\nA,0,0\nB,91,0\n");
    assertFails(
        path + ", line 3, column 3: latitude_deg is \"91\", expected a number from -90 to 90",
        "capitals",
        "--sites",
        path);
  }

  @Test
  void siteListWithoutItsColumnsIsToldWhichAreMissing() throws IOException {
    String path = file("sites.csv", "place,lat,lon\nA,0,0\n");
    Run run = Run.of("capitals", "--sites", path);
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: "
                    + path
                    + ", line 1: no column name and latitude_deg and longitude_deg"),
        run.err());
  }

  @Test
  void satellitesThatTheSnapshotDoesNotHoldAreNamed() throws IOException {
    String path = file("only.csv", "system,norad\nGPS,99999\n");
    assertFails(
        path
            + ": the list of satellites cannot be followed: GPS 99999 (not in the snapshot"
            + " 2026-10-06)",
        "capitals",
        "--only",
        path);
  }

  @Test
  void dateFarFromEverySnapshotIsRefusedUntilTheLimitIsRaised() {
    assertFails(
        "the nearest bundled element sets, snapshot 2022-06-16, are up to 196 days from the window,"
            + " more than 180: give nearer ones with --elements, or raise --max-age",
        "capitals",
        "--date",
        "2021-12-01");
    Run raised = Run.of("capitals", "--date", "2021-12-01", "--max-age", "200");
    assertEquals(0, raised.exitCode());
    assertEquals(
        "skytally: warning: the nearest bundled element sets, snapshot 2022-06-16, are up to 196"
            + " days from the window; positions are less sure\n",
        raised.err());
  }

  @Test
  void daysThatTheRegistryDoesNotCoverAreWarnedOf() {
    Run before = Run.ofLine("elements --date 2017-01-01 --elements 2020-12-01 --max-age 5000");
    assertEquals(0, before.exitCode());
    assertTrue(
        before
            .err()
            .contains("skytally: warning: the registry of satellites begins on 2018-01-01; of"),
        before.err());
    assertEquals(
        "skytally: warning: the registry of satellites ends on 2026-10-06; PRN and status are"
            + " assumed to be the same on 2026-10-07\n",
        Run.ofLine("elements --date 2026-10-07").err());
    assertEquals("", Run.ofLine("elements --date 2026-10-06").err());
  }

  @Test
  void datesAtTheBoundsAreNoBug() {
    Run first = Run.ofLine("capitals --date 1957-01-01 --max-age 2147483647");
    assertEquals(1, first.exitCode());
    assertTrue(first.err().contains("no satellite is left to look at"), first.err());
    Run last = Run.ofLine("capitals --start 2100-12-31T23:59:59Z --max-age 2147483647");
    assertEquals(0, last.exitCode(), last.err());
  }

  @Test
  void ofSeveralElementSetsOfASatelliteTheNearestIsJudged() throws IOException {
    StringBuilder archive = new StringBuilder();
    for (LocalDate date : BundledSnapshots.dates()) {
      BundledSnapshots.load(date).elementSets().stream()
          .filter(elements -> elements.catalogNumber() == CATALOG_NUMBER)
          .forEach(elements -> archive.append(elements.text()).append('\n'));
    }
    String path = file("archive.tle", archive.toString());
    for (LocalDate date : BundledSnapshots.dates()) {
      Run run =
          Run.of("capitals", "--elements", path, "--date", date.toString(), "--systems", "GPS");
      assertEquals(new Run(0, run.out(), ""), run);
    }
  }

  @Test
  void quietSilencesWarningsButNoErrors() {
    Run warned = Run.of("capitals", "--date", "2021-02-15", "--quiet");
    assertEquals(0, warned.exitCode());
    assertEquals("", warned.err());
    assertEquals(1, Run.of("capitals", "--date", "2021-12-01", "-q").err().lines().count());
  }

  @Test
  void systemWithoutASatelliteIsWarnedOfAndNoSatelliteAtAllFails() throws IOException {
    takeRealElementSet();
    String path = file("one.tle", line1 + "\n" + line2 + "\n");
    assertEquals(
        "skytally: warning: no satellite of Galileo is counted\n",
        Run.of("capitals", "--elements", path, "--systems", "GPS,GAL").err());
    assertFails(
        "no satellite is left to look at: the snapshot "
            + path
            + " holds none of GAL with status operational",
        "capitals",
        "--elements",
        path,
        "--systems",
        "GAL");
  }
}
