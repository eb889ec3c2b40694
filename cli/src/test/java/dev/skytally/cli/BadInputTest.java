package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  private static final int CATALOG_NUMBER = 43873;
  private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
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
    assertFails(
        path + ": no such file; points are written as 0:5,90:12", "capitals", "--horizon", path);
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

  /** The bundled element sets of a day, the first ones with a letter for a checksum. */
  private String catalogue(String name, LocalDate date, int damaged) throws IOException {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (ElementSet elements : BundledSnapshots.load(date).elementSets()) {
      text.append(elements.text());
      if (number++ < damaged) {
        text.setCharAt(text.length() - 1, 'x');
      }
      text.append('\n');
    }
    return file(name, text.toString());
  }

  @Test
  void contradictoryElementSetsOfOneEpochAreWarnedOfAndTheLastCounts() throws IOException {
    takeRealElementSet();
    String other = withChecksum(line2.substring(0, 17) + "123.4567" + line2.substring(25, 68));
    String whole = Files.readString(Path.of(catalogue("whole.tle", DAY, 0)));
    String twice = file("twice.tle", whole + NAME + "\n" + line1 + "\n" + other + "\n");
    Run run = Run.of("sky", "Rome", "--date", "2026-10-05", "--elements", twice, "--format", "csv");
    assertEquals(
        "skytally: warning: contradictory element sets of the same epoch; the last one of each"
            + " satellite counts: G04\n",
        run.err());
    String replaced = file("replaced.tle", whole.replace(line2, other));
    assertEquals(
        Run.of("sky", "Rome", "--date", "2026-10-05", "--elements", replaced, "--format", "csv")
            .out(),
        run.out());
    String same = file("same.tle", whole + NAME + "\n" + line1 + "\n" + line2 + "\n");
    assertEquals("", Run.of("sky", "Rome", "--date", "2026-10-05", "--elements", same).err());
  }

  @Test
  void oneBadElementSetIsSkippedNamedAndCounted() throws IOException {
    String path = catalogue("mixed.tle", DAY, 1);
    Run run = Run.of("capitals", "--elements", path, "--format", "json");
    assertEquals(0, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: warning: G22 (26407), operational, does not count: "
                    + path
                    + ", line 3, column 69"),
        run.err());
    assertEquals(1, run.err().lines().count());
    assertTrue(run.json().at("/excluded/0/norad").asInt() > 0);
    Run table = Run.of("capitals", "--elements", path, "--quiet");
    assertEquals(run.err(), table.err());
    assertTrue(table.out().replaceAll("\\s+", " ").contains("; excluded 1 damaged set"));
    String page =
        Run.of("plan", "Rome", "--elements", path, "--date", DAY.toString(), "--format", "page")
            .out();
    assertTrue(page.contains("; beschädigte Bahndatensätze weggelassen: 1\""), page);
  }

  @Test
  void damagedElementSetOfASatelliteThatNeedNotCountIsNamed() throws IOException {
    String path = catalogue("mixed.tle", DAY, 1);
    String err = Run.of("capitals", "--elements", path, "--systems", "BDS").err();
    assertTrue(err.startsWith("skytally: warning: excluded: GPS BIIR-5"), err);
    assertTrue(err.contains("(26407): " + path + ", line 3"), err);
  }

  @Test
  void aFileCutShortIsWarnedOfAndNamesWhoIsMissing() throws IOException {
    String whole = catalogue("whole.tle", DAY, 0);
    assertEquals("", Run.of("capitals", "--elements", whole).err());
    String lines =
        Files.readString(Path.of(whole)).lines().limit(300).collect(Collectors.joining("\n"));
    String path = file("cut.tle", lines + "\n");
    for (String[] given : new String[][] {{"capitals"}, {"capitals", "-q"}, {"passes", "Rome"}}) {
      List<String> arguments = new ArrayList<>(List.of(given));
      arguments.addAll(List.of("--elements", path, "--systems", "BDS"));
      Run run = Run.of(arguments.toArray(String[]::new));
      assertEquals(0, run.exitCode());
      assertTrue(
          run.err()
              .matches(
                  "skytally: warning: (C\\d+ \\(\\d+\\), ){29}operational, do not count: no element set in"
                      + " \\S+cut.tle\n"),
          run.err());
    }
    Run table = Run.of("capitals", "--elements", path, "--systems", "BDS");
    assertTrue(table.out().contains("\nMissing   C"), table.out());
    JsonNode json =
        Run.of("elements", "--elements", path, "--systems", "BDS", "--format", "json").json();
    int counted = json.at("/systems/bds/satellites").size();
    int missing = 0;
    for (JsonNode exclusion : json.get("excluded")) {
      missing += exclusion.get("reason").asText().startsWith("no element set in") ? 1 : 0;
    }
    assertEquals(37, counted + missing);
  }

  @Test
  void moreThanATenthOfDamagedElementSetsFailsTheJobButMayBeListed() throws IOException {
    int total = BundledSnapshots.load(DAY).elementSets().size();
    int tenth = total / 10;
    String few = catalogue("few.tle", DAY, tenth);
    assertEquals(0, Run.of("capitals", "--elements", few, "-q").exitCode());
    String many = catalogue("many.tle", DAY, tenth + 1);
    Run refused = Run.of("capitals", "--elements", many);
    assertEquals(1, refused.exitCode());
    assertEquals("", refused.out());
    assertEquals(1, refused.err().lines().count());
    assertTrue(
        refused
            .err()
            .startsWith(
                "skytally: %s of %s element sets are damaged, more than a tenth; the first: GPS BIIR-5"
                    .formatted(tenth + 1, total)),
        refused.err());
    assertTrue(refused.err().contains("(26407): " + many + ", line 3"), refused.err());
    assertEquals(0, Run.of("elements", "--elements", many).exitCode());
  }

  @Test
  void moreThanATenthOfDamagedElementSetsFailsFindingAndValidateToo() throws IOException {
    LocalDate day = LocalDate.of(2020, 12, 1);
    int few = BundledSnapshots.load(day).elementSets().size() / 10;
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Path many = Path.of(catalogue("many.tle", day, few + 1));
    Path truth = Sp3Sample.write(folder, 0);
    String validate = "validate --format json --truth " + truth + " --elements ";
    for (String line : List.of("finding --elements ", validate)) {
      Run refused = Run.ofLine(line + many);
      assertEquals(1, refused.exitCode(), line);
      assertEquals("", refused.out());
      assertTrue(
          refused.err().contains("element sets are damaged, more than a tenth"), refused.err());
    }
    Files.move(many, sources.resolve("many.tle"));
    Files.move(Path.of(catalogue("few.tle", day, few)), sources.resolve("few.tle"));
    Run folderOfBoth = Run.ofLine(validate + sources);
    assertEquals(0, folderOfBoth.exitCode(), folderOfBoth.err());
    assertTrue(folderOfBoth.err().contains("skipped: "), folderOfBoth.err());
    assertEquals(1, folderOfBoth.json().get("comparisons").size());
  }

  @Test
  void satelliteWithAnOldElementSetIsLeftOutWithADatedReason() throws IOException {
    takeRealElementSet();
    String fresh = Files.readString(Path.of(catalogue("fresh.tle", DAY, 0)));
    String old = old(line1);
    String path = file("old.tle", fresh.replace(line1, old));
    for (String command : List.of("capitals", "elements")) {
      Run run = Run.of(command, "--elements", path, "--date", DAY.toString(), "--format", "json");
      assertEquals(0, run.exitCode());
      assertTrue(
          run.err()
              .startsWith(
                  "skytally: warning: G04 (43873), operational, does not count: its element set is of"
                      + " 2019-10-06, "),
          run.err());
      assertEquals(1, run.err().lines().count());
      String reason = "";
      for (JsonNode exclusion : run.json().get("excluded")) {
        if (exclusion.get("norad").asInt() == CATALOG_NUMBER) {
          reason = exclusion.get("reason").asText();
        }
      }
      assertTrue(
          reason.startsWith("its element set is of 2019-10-06, ")
              && reason.endsWith(" days from the window's middle, more than 180"),
          reason);
    }
  }

  /** Line 1 at the beginning of day 279 of 2019 (6 October), with the checksum that this makes. */
  private static String old(String line1) {
    String text = line1.substring(0, 18) + "19279.00000000" + line1.substring(32, 68);
    return withChecksum(text);
  }

  private static String withChecksum(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += c == '-' ? 1 : Math.max(0, Character.digit(c, 10));
    }
    return text + sum % 10;
  }

  @Test
  void withoutADateTheDayIsThatOfTheNewestElementSetsOfTheSystemsAskedFor() throws IOException {
    takeRealElementSet();
    String archive =
        Files.readString(Path.of(catalogue("a.tle", LocalDate.of(2020, 12, 1), 0)))
            + Files.readString(Path.of(catalogue("b.tle", LocalDate.of(2022, 6, 16), 0)))
            + Files.readString(Path.of(catalogue("c.tle", LocalDate.of(2024, 9, 22), 0)));
    String path = file("archive.tle", archive);
    assertTrue(
        Run.of("elements", "--elements", path).out().startsWith("On 2024-09-2"), "the newest");
    String mixed = file("mixed.tle", archive + line1 + "\n" + line2 + "\n");
    assertTrue(
        Run.of("elements", "--elements", mixed, "--systems", "GAL")
            .out()
            .startsWith("On 2024-09-2"),
        "of Galileo");
    assertTrue(
        Run.of("elements", "--elements", mixed, "--systems", "GPS", "--max-age", "999")
            .out()
            .startsWith("On 2026-10-0"),
        "of GPS");
  }

  @Test
  void satelliteThatSgp4CannotStartIsWarnedOf() throws IOException {
    takeRealElementSet();
    String fresh = Files.readString(Path.of(catalogue("fresh.tle", DAY, 0)));
    String unfit = line2.substring(0, 26) + "9999999" + line2.substring(33, 68);
    String path = file("unfit.tle", fresh.replace(line2, withChecksum(unfit)));
    for (List<String> command : List.of(List.of("capitals"), List.of("passes", "Rome"))) {
      List<String> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--elements", path, "--date", DAY.toString(), "--quiet"));
      Run run = Run.of(arguments.toArray(String[]::new));
      assertEquals(0, run.exitCode());
      assertTrue(
          run.err()
              .startsWith(
                  "skytally: warning: G04 (43873), operational, does not count: SGP4 cannot start"),
          run.err());
      assertEquals(1, run.err().lines().count());
    }
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
  void siteListWithoutAHeaderIsToldSo() throws IOException {
    String path = file("sites.csv", "place,y,x\nA,0,0\n");
    Run run = Run.of("capitals", "--sites", path);
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: " + path + ", line 1: no header found in \"place,y,x\", expected "),
        run.err());
    assertTrue(run.err().endsWith("; or name its columns with --columns\n"), run.err());
  }

  /** Blank lines above do not hide that the columns can be named. */
  @Test
  void anUnknownHeaderBelowBlankLinesCanBeExplained() throws IOException {
    Run run = Run.of("capitals", "--sites", file("sites.csv", "\n\nplace,y,x\nA,0,0\n"));
    assertTrue(run.err().contains(", line 3: no header found"), run.err());
    assertTrue(run.err().endsWith("; or name its columns with --columns\n"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,47.03,128.84/B,x,130|line 2, column 3: \"x\"",
        "A,47.03,128.84/B,50,130,4|line 2, column 10: has 4 fields",
        "A,47.03,128.84/A,50,130|line 2, column 1: site \"A\" is on line 1 already",
      })
  void aFaultInAListWithoutAHeaderIsNoQuestionOfItsColumns(String lines, String place)
      throws IOException {
    String path = file("sites.csv", lines.replace('/', '\n'));
    Run run = Run.of("capitals", "--sites", path);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("skytally: " + path + ", " + place), run.err());
    assertFalse(run.err().contains("--columns"), run.err());
  }

  @Test
  void aListWithoutAHeaderCanBeExplainedByNumbersOfColumns() throws IOException {
    Run run = Run.of("capitals", "--sites", file("sites.csv", "A,47.03,28.84\nB,50,30\n"));
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .endsWith(
                "or give the number of each column; for example --columns"
                    + " name=1,latitude_deg=2,longitude_deg=3\n"),
        run.err());
  }

  @Test
  void satellitesThatTheSnapshotDoesNotHoldAreNamed() throws IOException {
    String path = file("only.csv", "system,norad\nGPS,99999\n");
    assertFails(
        path + ": the list of satellites is wrong: GPS 99999 (not in the snapshot" + " 2026-10-06)",
        "capitals",
        "--only",
        path);
  }

  @Test
  void dateFarFromEverySnapshotIsRefusedUntilTheLimitIsRaised() {
    assertFails(
        "the nearest element sets, snapshot 2022-06-16, are up to 196 days from the window,"
            + " more than 180: Skytally bundles those of 2020-12-01, 2022-06-16, 2024-09-22,"
            + " 2026-10-06; give nearer ones with --elements FILE, import them (skytally archive"
            + " import), or raise --max-age",
        "capitals",
        "--date",
        "2021-12-01");
    Run raised = Run.of("capitals", "--date", "2021-12-01", "--max-age", "200");
    assertEquals(0, raised.exitCode());
    assertTrue(raised.err().startsWith("skytally: warning: old orbits: "), raised.err());
  }

  @Test
  void daysThatTheRegistryDoesNotCoverAreWarnedOf() {
    Run before = Run.ofLine("elements --date 2017-01-01 --elements 2020-12-01 --max-age 5000");
    assertEquals(0, before.exitCode());
    assertTrue(
        before
            .err()
            .contains("skytally: warning: the registry of satellites begins on 2018-01-01; for"),
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
    assertTrue(first.err().contains("no satellite is left"), first.err());
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
      assertEquals(0, run.exitCode());
      assertTrue(run.err().contains(", operational, do not count: no element set in "), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void quietSilencesNoErrors() {
    assertEquals(1, Run.of("capitals", "--date", "2021-12-01", "-q").err().lines().count());
  }

  @Test
  void systemWithoutASatelliteIsWarnedOfAndNoSatelliteAtAllFails() throws IOException {
    takeRealElementSet();
    String path = file("one.tle", line1 + "\n" + line2 + "\n");
    List<String> warnings =
        Run.of("capitals", "--elements", path, "--systems", "GPS,GAL").err().lines().toList();
    assertEquals(2, warnings.size());
    assertTrue(
        warnings
            .get(0)
            .startsWith(
                "skytally: warning: no satellite of Galileo is counted, so it cannot lead: E"));
    assertTrue(
        warnings
            .get(1)
            .matches(
                "skytally: warning: (G\\d+ \\(\\d+\\), ){30}operational, do not count: no element set"
                    + " in \\S+one.tle; with all of them, elements of .*"),
        warnings.get(1));
    assertFails(
        "no satellite is left: the snapshot " + path + " holds none of GAL with status operational",
        "capitals",
        "--elements",
        path,
        "--systems",
        "GAL");
  }
}
