package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One satellite that should count is taken out of a snapshot; every answer must say so. */
class MissingTest {
  /** In service under one PRN on the days of all bundled snapshots. */
  private static final int G24 = 38833;

  private static final String GPS = "G24 (38833)";

  private static final String BEIDOU = "C19 (43001)";

  @TempDir Path folder;

  /** A bundled snapshot without one satellite. */
  private Path cut(String date, String who) throws IOException {
    return without(TestElements.text(date), date, who);
  }

  private Path without(String text, String name, String who) throws IOException {
    int number = Integer.parseInt(who.replaceFirst(".*\\(", "").replace(")", ""));
    return write(name + "-cut.tle", TestElements.without(text, number));
  }

  static Stream<Arguments> cuts() {
    return BundledSnapshots.dates().stream()
        .flatMap(date -> Stream.of(GPS, BEIDOU).map(who -> Arguments.of(date.toString(), who)));
  }

  private Run run(String line, Path elements) {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
    arguments.addAll(List.of("--elements", elements.toString()));
    return Run.in(Map.of("HOME", folder.toString()), arguments.toArray(String[]::new));
  }

  private static void assertMissing(String who, JsonNode json) {
    assertFalse(json.get("complete").asBoolean());
    assertEquals(1, json.get("missing").size());
    assertEquals(
        who, "%s (%s)".formatted(json.at("/missing/0/prn").asText(), json.at("/missing/0/norad")));
    assertTrue(
        json.at("/missing/0/text").asText().startsWith(who + ", operational, does not count"));
  }

  private static void assertWarned(String who, Run run) {
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: warning: " + who + ", operational, does not count: no element set in "),
        run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void everyCommandNamesTheSatelliteQuietOrNot(String date, String who) throws IOException {
    Path elements = cut(date, who);
    for (String command :
        List.of(
            "capitals",
            "passes Nairobi",
            "sky Nairobi --date " + date,
            "plan Nairobi --date " + date,
            "elements")) {
      for (String quiet : List.of("", " -q")) {
        Run table = run(command + quiet, elements);
        assertWarned(who, table);
        assertTrue(table.out().contains("\nINCOMPLETE: without " + who + ".\n"), table.out());
      }
      assertMissing(who, run(command + " --format json", elements).json());
    }
    Run world = run("world --resolution 5 --every 1h -o " + folder.resolve("world.json"), elements);
    assertWarned(who, world);
    assertTrue(world.out().contains("\nINCOMPLETE: without " + who + ".\n"), world.out());
    assertTrue(Files.readString(folder.resolve("world.json")).contains("\"complete\" : false"));
  }

  @Test
  void germanPageSaysWhyTheSatelliteIsMissing() throws IOException {
    Run page = run("plan Nairobi --date 2026-10-06 --format page", cut("2026-10-06", GPS));
    String facts = new ObjectMapper().readTree(page.out()).at("/facts/de").toString();
    assertTrue(facts.contains("\"" + GPS + ": nicht in den Bahndaten\""), facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals --elements 2020-12-01",
        "capitals --elements 2022-06-16",
        "capitals --elements 2024-09-22",
        "capitals",
        "passes Nairobi",
        "sky Nairobi --date 2026-10-06",
        "plan Nairobi --date 2026-10-06",
        "elements --date 2026-10-06"
      })
  void aCompleteAnswerSaysSoAndWarnsOfNothing(String line) {
    Run run = Run.ofLine(line);
    assertEquals("", run.err());
    assertFalse(run.out().contains("INCOMPLETE"));
    assertEquals(
        !line.startsWith("elements"),
        run.out().contains("\nComplete  no satellite that should count is missing\n"),
        run.out());
    JsonNode json = Run.ofLine(line + " --format json").json();
    assertTrue(json.get("complete").asBoolean());
    assertEquals(0, json.get("missing").size());
    assertFalse(json.has("with_missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--exclude G24", "--only LIST"})
  void anAnswerIsCompleteWithoutASatelliteThatIsNotAskedFor(String options) throws IOException {
    Path list = write("list.csv", "system,norad\nGPS,26407\nBDS,43001\n");
    String given = options.replace("LIST", list.toString());
    String complete = "\nComplete  no satellite that should count is missing\n";
    Path elements = cut("2024-09-22", GPS);
    String excluding = run("capitals " + given, elements).out();
    assertTrue(excluding.contains(complete), excluding);
    String cut = run("capitals", elements).out();
    assertFalse(cut.contains(complete), cut);
  }

  @Test
  void theColumnAtTheEndNamesTheSatellite() throws IOException {
    Path elements = cut("2026-10-06", GPS);
    for (String command :
        List.of(
            "capitals",
            "passes Nairobi",
            "sky Nairobi --date 2026-10-06",
            "plan Nairobi --date 2026-10-06")) {
      Run csv = run(command + " --format csv", elements);
      int last = csv.cells(0).length - 1;
      assertEquals("missing", csv.cells(0)[last]);
      assertEquals("G24", csv.cells(1)[last]);
    }
    Run alone = run("capitals --systems GPS --format json", elements);
    assertWarned(GPS, alone);
    assertFalse(alone.json().has("with_missing"));
    Run whole = Run.ofLine("capitals --format csv");
    assertEquals("", whole.cells(1)[whole.cells(0).length - 1]);
  }

  @Test
  void theVerdictWithTheNearestElementSetIsThatOfTheWholeSnapshot() throws IOException {
    // Beside the cut file lies the whole one.
    Files.writeString(folder.resolve("whole.tle"), TestElements.text("2026-10-06"));
    JsonNode whole = Run.ofLine("capitals --format json").json();
    JsonNode cut = run("capitals --format json", cut("2026-10-06", GPS)).json();
    assertEquals(38833, cut.at("/with_missing/added/0/norad").asInt());
    for (String metric : List.of("max", "mean", "share")) {
      for (String system : List.of("gps", "bds")) {
        JsonNode led = cut.at("/with_missing/leads/" + metric + "/" + system);
        int leads = whole.at("/leads/" + metric + "/" + system).asInt();
        assertEquals(leads, led.at("/least").asInt(-1), metric);
        assertEquals(leads, led.at("/most").asInt(-1), metric);
      }
    }
    assertTrue(whole.at("/leads/max/gps").asInt() > cut.at("/leads/max/gps").asInt());
  }

  @Test
  void worldStatesTheEffectInItsTableAndItsJson() throws IOException {
    Files.writeString(folder.resolve("whole.tle"), TestElements.text("2020-12-01"));
    Path file = folder.resolve("world.json");
    String line = "world --resolution 5 --every 1h -o " + file;
    assertEquals(0, Run.ofLine(line + " --elements 2020-12-01").exitCode());
    JsonNode whole = new ObjectMapper().readTree(file.toFile());
    assertFalse(whole.has("with_missing"));
    Run run = run(line, cut("2020-12-01", GPS));
    JsonNode cut = JsonSchemaTest.valid(new ObjectMapper().readTree(file.toFile()));
    assertEquals(G24, cut.at("/with_missing/added/0/norad").asInt());
    assertEquals(0, cut.at("/with_missing/without_elements").size());
    assertEquals(whole.get("summary"), cut.at("/with_missing/summary"));
    assertNotEquals(whole.get("summary"), cut.get("summary"));
    String effect =
        "; with G24, elements of 2020-11-30 from snapshot 2020-12-01: by the mean BeiDou"
            + " leads over "
            + Math.round(1000 * whole.at("/summary/all/systems/bds/led_by_mean").asDouble()) / 10.0
            + " % and GPS";
    assertTrue(run.err().contains(effect), run.err());
    assertTrue(run.out().replaceAll("\\s+", " ").contains(effect), run.out());
  }

  @Test
  void recomputeBackfillAndHistoryNameTheSatellite() throws IOException {
    // Further from what is bundled than any element set may be, so that nothing fills the gap.
    Path elements = without(TestElements.moved(300), "moved", GPS);
    String history = folder.resolve("history.sqlite").toString();
    String backfilled =
        "skytally: warning: 1 of 1 day is incomplete: %s is missing on 2027-08-01; a missing"
                .formatted(GPS)
            + " satellite can change who leads, so means and ranges exclude incomplete days";
    Run backfill = run("history backfill -q --history " + history, elements);
    assertEquals(0, backfill.exitCode(), backfill.err());
    assertTrue(backfill.err().startsWith(backfilled), backfill.err());
    for (String line :
        List.of("history", "history --by year", "history --site Nairobi", "history -q")) {
      Run shown = Run.of((line + " --history " + history).split(" ", -1));
      assertTrue(shown.err().startsWith(backfilled), shown.err());
    }
    JsonNode run = Run.of("history", "--history", history, "--format", "json").json().at("/runs/0");
    assertMissing(GPS, run);
    Map<String, String> home = Map.of("HOME", folder.toString());
    assertEquals(0, Run.in(home, "archive", "import", elements.toString()).exitCode());
    Run recompute = Run.in(home, "recompute", "--no-fetch", "-q");
    assertTrue(
        recompute.err().contains("skytally: warning: " + GPS + ", operational, does not count: "),
        recompute.err());
    assertTrue(recompute.out().contains("\nINCOMPLETE: without " + GPS + ".\n"), recompute.out());
    String effect = "s it can raise a maximum by one: ";
    assertTrue(recompute.err().contains("; a" + effect), recompute.err());
    assertTrue(recompute.out().replace('\n', ' ').contains(" A" + effect), recompute.out());
    for (String isNew : List.of("", "--mask=1")) {
      List<String> again = new ArrayList<>(List.of("recompute", "--no-fetch", "--format=json"));
      again.addAll(isNew.isEmpty() ? List.of() : List.of(isNew));
      JsonNode json = Run.in(home, again.toArray(String[]::new)).json();
      assertEquals(!isNew.isEmpty(), json.get("new").asBoolean());
      assertEquals(0, json.at("/with_missing/added").size());
    }
  }

  @Test
  void meansLeaveIncompleteDaysOutUnlessTheyAreAskedFor() throws IOException {
    Path elements = Files.createDirectory(folder.resolve("elements"));
    Files.move(without(TestElements.moved(300), "moved", GPS), elements.resolve("1.tle"));
    Files.writeString(elements.resolve("2.tle"), TestElements.moved(600));
    String history = folder.resolve("history.sqlite").toString();
    assertEquals(0, run("history backfill --history " + history, elements).exitCode());
    String[] line = {"history", "--history", history, "--by", "year", "--format", "json"};
    JsonNode periods = Run.of(line).json().get("periods");
    assertEquals(0, periods.at("/0/days").asInt());
    assertEquals(1, periods.at("/0/incomplete_days").asInt());
    assertTrue(periods.at("/0/leads").isNull());
    assertEquals(1, periods.at("/1/days").asInt());
    List<String> withIncomplete = new ArrayList<>(List.of(line));
    withIncomplete.add("--incomplete");
    JsonNode all = Run.of(withIncomplete.toArray(String[]::new)).json().get("periods");
    assertEquals(1, all.at("/0/days").asInt());
    assertTrue(all.at("/0/leads/max/gps/mean").isNumber());
    Path picture = folder.resolve("history.svg");
    Run.of("history", "--history", history, "--picture", picture.toString());
    assertTrue(Files.readString(picture).contains("<title>GPS, incomplete days</title>"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void elementSetThatIsTooOldMakesEveryCommandWarn() throws IOException {
    Path elements =
        write("old.tle", TestElements.moved(TestElements.text("2020-12-01"), G24, -170));
    for (String command :
        List.of(
            "capitals",
            "passes Nairobi",
            "sky Nairobi",
            "plan Nairobi",
            "elements --date 2020-12-15")) {
      String day = command.contains("--date") ? "" : " --date 2020-12-15";
      JsonNode json = assertTooOld(run(command + day + " --format json", elements)).json();
      assertEquals("too_old", json.at("/missing/0/reason").asText());
    }
    Path history = folder.resolve("history");
    Path aged = write("aged.tle", TestElements.moved(TestElements.text("2026-10-06"), G24, -200));
    Run backfill = run("history backfill --history " + history, aged);
    assertEquals("1 run stored in " + history + ", 0 already there\n", backfill.out());
    JsonNode filled = Run.of("history", "--history", history.toString(), "--format", "json").json();
    assertEquals(38833, filled.at("/runs/0/filled/0/norad").asInt());
  }

  private static Run assertTooOld(Run run) {
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: warning: "
                    + GPS
                    + ", operational, does not count: its element set is of"),
        run.err());
    return run;
  }

  @Test
  void findingAndValidateNoticeThatAnElementSetIsTooOld() throws IOException {
    Path elements =
        write("old.tle", TestElements.moved(TestElements.text("2020-12-01"), G24, -190));
    Run finding = assertTooOld(run("finding --format json", elements));
    assertTrue(
        finding.err().contains("; on 2020-11-25 with mask 0, with G24, elements of 2020-1"),
        finding.err());
    JsonNode json = finding.json();
    assertFalse(json.get("complete").asBoolean());
    for (JsonNode setting : json.get("settings")) {
      boolean isNear = !setting.get("date").asText().equals("2020-11-25");
      assertEquals(isNear, setting.get("complete").asBoolean(), setting.toString());
      assertEquals(!isNear, setting.has("with_missing"));
    }
    Path truth = Sp3Sample.write(folder, 0);
    Run validate = assertTooOld(run("validate --format json --truth " + truth, elements));
    assertMissing(GPS, validate.json().at("/comparisons/0"));
    assertEquals("[\"G24\"]", validate.json().at("/comparisons/0/only_in_truth").toString());
  }

  @Test
  void elementSetThatSgp4CannotStartMakesEveryCommandWarn() throws IOException {
    Path elements =
        write("narrow.tle", TestElements.unflyable(TestElements.text("2020-12-01"), G24));
    Path truth = Sp3Sample.write(folder, 0);
    for (String command :
        List.of(
            "capitals",
            "passes Nairobi",
            "sky Nairobi --date 2020-12-01",
            "plan Nairobi --date 2020-12-01",
            "elements --systems GPS,BDS",
            "validate --truth " + truth)) {
      Run run = run(command + " -q --format json", elements);
      assertEquals(0, run.exitCode(), run.err());
      JsonNode json = run.json();
      JsonNode answer = json.has("comparisons") ? json.at("/comparisons/0") : json;
      assertMissing(GPS, answer);
      assertEquals("not_flown", answer.at("/missing/0/reason").asText());
      assertTrue(run.err().startsWith("skytally: warning: " + GPS), run.err());
    }
  }

  @Test
  void effectIsThatOfTheNearestElementSetOfAFileBesideThatCanBeFlown() throws IOException {
    Path elements = without(TestElements.moved(300), "1", GPS);
    write("2.tle", TestElements.unflyable(TestElements.moved(299), G24));
    write("3.tle", TestElements.moved(290));
    write("4.txt", TestElements.moved(300));
    Run run = run("capitals --format json", elements);
    assertTrue(run.err().contains("; with G24, elements of 2027-07-2"), run.err());
    assertTrue(run.err().contains(" from snapshot 3.tle: "), run.err());
    assertEquals("3.tle", run.json().at("/with_missing/added/0/snapshot").asText());
  }

  @Test
  void effectIsThatOfTheArchiveWhereItHoldsTheNearestElementSet() throws IOException {
    Map<String, String> home = Map.of("HOME", folder.toString());
    Path kept = write("kept.txt", TestElements.moved(290));
    assertEquals(0, Run.in(home, "archive", "import", kept.toString()).exitCode());
    Run run = run("capitals --format json", without(TestElements.moved(300), "1", GPS));
    String snapshot = run.json().at("/with_missing/added/0/snapshot").asText();
    assertTrue(snapshot.startsWith("2027-07-2"), snapshot);
    assertTrue(run.err().contains(" from snapshot " + snapshot + ": "), run.err());
  }

  @Test
  void effectIsStatedWhereASystemHasNoMemberAtAll() throws IOException {
    Path elements = write("gps.tle", TestElements.moved(0, name -> name.startsWith("GPS")));
    Run run = run("capitals --systems GPS,QZS", elements);
    assertTrue(
        run.err()
            .startsWith("skytally: warning: no satellite of QZSS is counted, so it cannot lead: "),
        run.err());
    assertTrue(run.err().contains("; with all of them, elements of 2026-10-0"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  /** The registry ends on 2026-10-06. */
  @Test
  void completenessIsUnknownWhereTheRegistryDoesNotCoverTheDay() {
    String assumed =
        "the registry of satellites ends on 2026-10-06; PRN and status are assumed to be the same on"
            + " 2026-10-07";
    for (String command :
        List.of("capitals", "passes Nairobi", "sky Nairobi", "plan Nairobi", "elements")) {
      String line = command + " -q --date 2026-10-07";
      Run table = Run.ofLine(line);
      assertEquals("skytally: warning: " + assumed + "\n", table.err());
      assertTrue(
          table.out().replaceAll("\\s+", " ").contains("COMPLETENESS UNKNOWN: " + assumed + ". "),
          table.out());
      JsonNode json = Run.ofLine(line + " --format json").json();
      assertTrue(json.get("complete").isNull());
      assertEquals(0, json.get("missing").size());
    }
    Run csv = Run.ofLine("capitals -q --date 2026-10-07 --format csv");
    assertEquals("?", csv.cells(1)[csv.cells(0).length - 1]);
    Run world = Run.ofLine("world --resolution 5 --every 12h -q --date 2026-10-07");
    assertTrue(world.out().contains("COMPLETENESS UNKNOWN: "), world.out() + world.err());
    Run sky = Run.of("sky", "Nairobi", "-q", "--date", "2026-10-07", "-o", folder + "/sky.svg");
    assertEquals("skytally: warning: " + assumed + "\n", sky.err());
  }

  @Test
  void completenessIsKnownWhereAListSaysWhoCounts() throws IOException {
    Path list = write("list.csv", "system,norad\nGPS,38833\nBDS,43001\n");
    String line = "capitals --date 2026-10-07 --only " + list;
    assertTrue(Run.ofLine(line + " --format json").json().get("complete").asBoolean());
    assertEquals("", Run.ofLine(line + " -q").err());
  }

  @Test
  void completenessOfDaysThatTheRegistryDoesNotCoverIsUnknownInTheHistory() throws IOException {
    Path elements = write("whole.tle", TestElements.moved(300));
    String history = folder.resolve("history.sqlite").toString();
    String unknown =
        "completeness unknown on 2027-08-01, which the registry of satellites does not cover";
    Run backfill = run("history backfill -q --history " + history, elements);
    assertEquals("skytally: warning: " + unknown + "\n", backfill.err());
    String[] line = {"history", "-q", "--history", history};
    assertEquals("skytally: warning: " + unknown + "\n", Run.of(line).err());
    assertTrue(Run.of(line).out().contains("2027-08-01 ?"), Run.of(line).out());
    assertTrue(json(line).at("/runs/0/complete").isNull());
    assertTrue(json(line, "--site", "Nairobi").at("/days/0/complete").isNull());
    assertEquals(1, json(line, "--by", "year").at("/periods/0/days").asInt());
    assertEquals(1, json(line, "--by", "year").at("/periods/0/unknown_days").asInt());
  }

  private static JsonNode json(String[] line, String... more) {
    List<String> arguments = new ArrayList<>(List.of(line));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--format", "json"));
    return Run.of(arguments.toArray(String[]::new)).json();
  }

  @Test
  void picturesAndThePageCarryTheMarkAndTheName() throws IOException {
    Path elements = cut(LocalDate.of(2026, 10, 6).toString(), GPS);
    Path page = folder.resolve("page.html");
    run("capitals --report " + page, elements);
    assertTrue(
        Files.readString(page)
            .contains("\"incomplete\":{\"en\":\"INCOMPLETE: without " + GPS + ".\""));
    Path map = folder.resolve("map.svg");
    run("capitals --report " + map, elements);
    assertTrue(Files.readString(map).contains("INCOMPLETE: without " + GPS + "."));
    Path sky = folder.resolve("sky.svg");
    run("sky Nairobi --date 2026-10-06 -o " + sky, elements);
    assertTrue(Files.readString(sky).contains("(incomplete)"));
  }
}
