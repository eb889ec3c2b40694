package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
  private static final String GPS = "G24 (38833)";

  private static final String BEIDOU = "C19 (43001)";

  @TempDir Path folder;

  /** A bundled snapshot without one satellite. */
  private Path cut(String date, String who) throws IOException {
    return without(TestElements.text(date), date, who);
  }

  private Path without(String text, String name, String who) throws IOException {
    String number = who.replaceFirst(".*\\(", "").replace(")", "");
    List<String> lines = text.lines().toList();
    List<String> left = new ArrayList<>();
    for (int i = 0; i + 2 < lines.size(); i += 3) {
      if (!lines.get(i + 1).startsWith("1 " + number)) {
        left.addAll(lines.subList(i, i + 3));
      }
    }
    assertEquals(lines.size() - 3, left.size(), who);
    return Files.write(folder.resolve(name + "-cut.tle"), left);
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
    for (String command : List.of("capitals", "passes Nairobi", "sky Nairobi", "elements")) {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals --elements 2020-12-01",
        "capitals --elements 2022-06-16",
        "capitals --elements 2024-09-22",
        "capitals",
        "passes Nairobi",
        "sky Nairobi",
        "elements --date 2026-10-06"
      })
  void aCompleteAnswerSaysSoAndWarnsOfNothing(String line) {
    Run run = Run.ofLine(line);
    assertEquals("", run.err());
    assertFalse(run.out().contains("INCOMPLETE"));
    JsonNode json = Run.ofLine(line + " --format json").json();
    assertTrue(json.get("complete").asBoolean());
    assertEquals(0, json.get("missing").size());
    assertFalse(json.has("with_missing"));
  }

  @Test
  void theColumnAtTheEndNamesTheSatellite() throws IOException {
    Path elements = cut("2026-10-06", GPS);
    for (String command : List.of("capitals", "passes Nairobi", "sky Nairobi")) {
      Run csv = run(command + " --format csv", elements);
      int last = csv.cells(0).length - 1;
      assertEquals("missing", csv.cells(0)[last]);
      assertEquals("G24", csv.cells(1)[last]);
    }
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
    for (String system : List.of("GPS", "BDS")) {
      int leads = whole.at("/leads/max/" + system).asInt();
      assertEquals(leads, cut.at("/with_missing/leads_max/" + system + "/least").asInt());
      assertEquals(leads, cut.at("/with_missing/leads_max/" + system + "/most").asInt());
    }
    assertTrue(whole.at("/leads/max/GPS").asInt() > cut.at("/leads/max/GPS").asInt());
  }

  @Test
  void recomputeBackfillAndHistoryNameTheSatellite() throws IOException {
    // Further from what is bundled than any element set may be, so that nothing fills the gap.
    Path elements = without(TestElements.moved(300), "moved", GPS);
    String history = folder.resolve("history.sqlite").toString();
    String backfilled = "skytally: warning: 1 of 1 day is incomplete: " + GPS + " is missing on ";
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
    assertTrue(periods.at("/0/leads/GPS/mean").isNull());
    assertEquals(1, periods.at("/1/days").asInt());
    List<String> withIncomplete = new ArrayList<>(List.of(line));
    withIncomplete.add("--incomplete");
    JsonNode all = Run.of(withIncomplete.toArray(String[]::new)).json().get("periods");
    assertEquals(1, all.at("/0/days").asInt());
    assertFalse(all.at("/0/leads/GPS/mean").isNull());
    Path picture = folder.resolve("history.svg");
    Run.of("history", "--history", history, "--picture", picture.toString());
    assertTrue(Files.readString(picture).contains("<title>GPS, incomplete days</title>"));
  }

  @Test
  void findingAndValidateNameTheSatellite() throws IOException {
    Path elements = cut("2020-12-01", GPS);
    Run finding = run("finding --format json", elements);
    assertTrue(finding.err().contains(GPS + ", operational, does not count: "), finding.err());
    assertFalse(finding.json().get("complete").asBoolean());
    assertTrue(finding.json().get("missing").toString().contains("\"norad\":38833"));
    Path truth = Sp3Sample.write(folder, 0);
    Run validate = run("validate --format json --truth " + truth, elements);
    assertWarned(GPS, validate);
    assertMissing(GPS, validate.json().at("/comparisons/0"));
  }

  @Test
  void picturesAndThePageCarryTheMarkAndTheName() throws IOException {
    Path elements = cut(LocalDate.of(2026, 10, 6).toString(), GPS);
    Path page = folder.resolve("page.html");
    run("capitals --report " + page, elements);
    assertTrue(
        Files.readString(page).contains("\"incomplete\":\"INCOMPLETE: without " + GPS + ".\""));
    Path map = folder.resolve("map.svg");
    run("capitals --report " + map, elements);
    assertTrue(Files.readString(map).contains("INCOMPLETE: without " + GPS + "."));
    Path sky = folder.resolve("sky.svg");
    run("sky Nairobi -o " + sky, elements);
    assertTrue(Files.readString(sky).contains("(incomplete)"));
  }
}
