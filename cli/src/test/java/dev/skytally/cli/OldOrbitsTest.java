package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.history.TestElements;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.selection.FilledGaps;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers by old orbits say so. The nearest bundled element sets are 130 days from the day. */
class OldOrbitsTest {
  private static final String OLD = " --date 2024-05-14 --systems BDS -q";
  private static final String FRESH = " --date 2024-09-22 --systems BDS -q";

  /** By the registry, as in {@code BundledSnapshotsTest}: of 44 operational satellites. */
  private static final int SATELLITES = 44;

  private static final String GEOSYNCHRONOUS = "17 BeiDou GEO/IGSO satellites by element sets 1";

  @TempDir Path folder;

  private static Run run(String line) {
    Run run = Run.ofLine(line);
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  @Test
  void everyCommandWarnsEvenIfQuietAndMarksItsTable() {
    for (String command :
        List.of(
            "capitals",
            "world --resolution 5",
            "passes Nairobi",
            "sky Nairobi",
            "plan Nairobi",
            "elements")) {
      Run old = run(command + (command.equals("elements") ? OLD.replace(" -q", "") : OLD));
      assertTrue(
          old.err().startsWith("skytally: warning: old orbits: " + GEOSYNCHRONOUS), old.err());
      assertTrue(
          ("\n" + old.out()).contains("\nOLD ORBITS: " + GEOSYNCHRONOUS), command + old.out());
      Run fresh = run(command + (command.equals("elements") ? FRESH.replace(" -q", "") : FRESH));
      assertEquals("", fresh.err());
      assertFalse(fresh.out().contains("OLD ORBITS"), fresh.out());
    }
  }

  @Test
  void jsonListsTheSatellites() {
    for (String command : List.of("capitals", "passes Nairobi", "sky Nairobi", "plan Nairobi")) {
      JsonNode old = run(command + OLD + " --format json").json().get("old_orbits");
      assertEquals(SATELLITES, old.size());
      assertTrue(old.get(0).get("age_days").asDouble() > 120, old.toString());
      assertEquals(0, run(command + FRESH + " --format json").json().get("old_orbits").size());
    }
  }

  @Test
  void csvCountsTheSatellitesWhereThereAreAny() throws IOException {
    Path world = folder.resolve("world.csv");
    run("world --resolution 5 -o " + world + OLD);
    String cells = Files.readString(world);
    assertTrue(cells.contains(",old_orbit_satellites\r\n"), cells.substring(0, 500));
    assertTrue(cells.endsWith("," + SATELLITES + "\r\n"));
    for (String command : List.of("capitals", "passes Nairobi", "sky Nairobi", "plan Nairobi")) {
      List<String> old = run(command + OLD + " --format csv").lines();
      assertTrue(old.get(0).endsWith(",old_orbit_satellites"), old.get(0));
      assertTrue(old.get(1).endsWith("," + SATELLITES), old.get(1));
      String fresh = run(command + FRESH + " --format csv").lines().get(0);
      assertTrue(fresh.endsWith(",missing"), fresh);
    }
  }

  @Test
  void picturesAndPagesAreMarked() throws IOException {
    Path map = folder.resolve("map.svg");
    run("capitals --report " + map + OLD);
    assertTrue(Files.readString(map).contains("OLD ORBITS: "));
    Path page = folder.resolve("page.html");
    run("capitals --report " + page + OLD);
    assertTrue(Files.readString(page).contains("OLD ORBITS: " + GEOSYNCHRONOUS));
    Path plot = folder.resolve("sky.svg");
    run("sky Nairobi -o " + plot + OLD);
    assertTrue(Files.readString(plot).contains("(old orbits)"));
  }

  @Test
  void aRaisedLimitDoesNotMakeOrbitsFresh() {
    Run run = run("capitals --date 2023-08-01 --max-age 500 --systems GPS -q");
    assertTrue(run.err().contains("old orbits: 30 GPS MEO satellites"), run.err());
    assertTrue(run.out().contains("OLD ORBITS: 30 GPS MEO satellites"), run.out());
  }

  /** Run's clock shows 7 October 2026. */
  @Test
  void oldOrbitsAboutNowAreAnsweredByFetchingFreshOnes() {
    String advice = "skytally: warning: fetch fresh element sets with: skytally fetch\n";
    assertTrue(run("capitals --date 2026-10-30").err().contains(advice));
    assertFalse(run("capitals --date 2026-10-30 -q").err().contains(advice));
    assertFalse(run("capitals --date 2026-12-20").err().contains(advice));
    assertFalse(run("capitals --elements 2026-10-06 --date 2026-10-30").err().contains(advice));
    assertFalse(run("capitals").err().contains(advice));
  }

  @Test
  void findingSaysHowOldItsElementSetsAre() {
    Run run = run("finding -q");
    String old = "20 BeiDou GEO/IGSO satellites by element sets 35 to 36 days away";
    assertTrue(run.err().contains("warning: old orbits: " + old), run.err());
    assertTrue(run.out().replace('\n', ' ').contains("OLD ORBITS: " + old), run.out());
  }

  /** The archive lacks G24, so the bundled element set of 39 days before fills the gap. */
  @Test
  void recomputeWarnsOfWhatIsFilledFromOldElementSets() throws IOException {
    Path elements = folder.resolve("moved.tle");
    Files.writeString(elements, TestElements.moved(40, name -> !name.contains("PRN 24)")));
    Map<String, String> home = Map.of("HOME", folder.toString());
    assertEquals(0, Run.in(home, "archive", "import", elements.toString()).exitCode());
    String old = "1 GPS MEO satellite by an element set 39 days away";
    for (int i = 0; i < 2; i++) {
      Run run = Run.in(home, "recompute", "--no-fetch", "-q");
      assertTrue(run.err().contains("warning: old orbits: " + old), run.err());
      assertTrue(run.out().contains("\nOLD ORBITS: " + old + ".\n"), run.out());
    }
    JsonNode json = Run.in(home, "recompute", "--no-fetch", "--format", "json").json();
    assertEquals(38833, json.at("/old_orbits/0/norad").asInt());
  }

  private static CapitalsEffect effectOfTheFirstMissing(LocalDate day) throws IOException {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Constellation whole =
        ConstellationSelection.on(day)
            .from(
                BundledSnapshots.load(LocalDate.of(2024, 9, 22)), start.plus(Duration.ofHours(12)));
    List<Member> members = new ArrayList<>(whole.members());
    Missing missing =
        new Missing(members.remove(0).satellite(), Missing.Reason.NOT_IN_SOURCE, "taken out");
    Function<Constellation, StudyResult> study =
        constellation ->
            VisibilityStudy.of(constellation)
                .at(WorldCapitals.all().subList(0, 3))
                .over(start, Duration.ofDays(1))
                .run();
    StudyResult result = study.apply(whole.with(members, List.of(Exclusion.of(missing))));
    ElementPool pool = ElementPool.of(Optional.empty(), List.of());
    return FilledGaps.of(result.constellation(), result.start(), result.end(), pool)
        .answer(result, study)
        .map(CapitalsEffect::new)
        .orElseThrow();
  }

  @Test
  void theEffectSaysHowOldAnElementSetIs() throws IOException {
    String text = effectOfTheFirstMissing(LocalDate.of(2024, 11, 21)).text();
    assertTrue(text.matches("with G02, elements of 2024-09-2\\d, 6[0-3] days away, from .*"), text);
  }

  /** Its nearest element set is 266 days away. */
  @Test
  void aMissingSatelliteWithATooOldElementSetAloneGivesARange() throws IOException {
    String text = effectOfTheFirstMissing(LocalDate.of(2025, 6, 15)).text();
    assertTrue(text.startsWith("as it can raise a maximum by one: "), text);
  }
}
