package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.cli.console.Console;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.history.TestElements;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Satellite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * A GPS or BeiDou satellite of each bundled snapshot lacks a usable element set, and every command
 * that computes with element sets must say so. One satellite of each kind stands for all, which the
 * exhaustive tests try in turn. One site, a coarse grid and short windows leave time for that.
 */
class EachMissingSatelliteTest {
  /** Further from what is bundled than any element set may be, so that nothing fills a gap. */
  private static final int DAYS_AWAY = 300;

  private static final int FINDING_LACKS = 4;

  private static final String WORLD = "world --resolution 5 --every 12h --bounds 30,-5,40,5 -o ";

  @TempDir Path folder;
  private Path site;

  @BeforeEach
  void writeSite() throws IOException {
    site = write("site.csv", "name,latitude_deg,longitude_deg\nNairobi,-1.29,36.82\n");
  }

  /** What is wrong with a satellite's element set. */
  private enum Fault {
    NOT_IN_SOURCE {
      @Override
      String in(String text, int catalogNumber) {
        return TestElements.without(text, catalogNumber);
      }
    },
    DAMAGED {
      @Override
      String in(String text, int catalogNumber) {
        return TestElements.damaged(text, catalogNumber);
      }
    },
    TOO_OLD {
      @Override
      String in(String text, int catalogNumber) {
        return TestElements.moved(text, catalogNumber, -200);
      }
    },
    NOT_FLOWN {
      @Override
      String in(String text, int catalogNumber) {
        return TestElements.unflyable(text, catalogNumber);
      }
    };

    abstract String in(String text, int catalogNumber);

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<LocalDate> dates() {
    return BundledSnapshots.dates();
  }

  @ParameterizedTest
  @MethodSource("dates")
  void everyStudyNamesASatelliteOfEachKindThatIsNotInTheElementSets(LocalDate date)
      throws IOException {
    assertAreNamed(oneOfEachKind(date), date, Fault.NOT_IN_SOURCE, studies(date));
  }

  /** Returns the first satellite of each system and class of orbits. */
  private static List<Satellite> oneOfEachKind(LocalDate date) {
    Map<List<Object>, Satellite> kinds = new LinkedHashMap<>();
    for (Satellite satellite : counted(date, day(date))) {
      kinds.putIfAbsent(List.of(satellite.system(), satellite.orbitClass()), satellite);
    }
    assertEquals(4, kinds.size(), "GPS, and BeiDou in three classes of orbits");
    return List.copyOf(kinds.values());
  }

  /** Every snapshot without the satellite, and every other fault in the newest one. */
  static Stream<Arguments> datesAndFaults() {
    LocalDate newest = dates().get(dates().size() - 1);
    return Stream.concat(
        dates().stream().map(date -> Arguments.of(date, Fault.NOT_IN_SOURCE)),
        Stream.of(Fault.DAMAGED, Fault.TOO_OLD, Fault.NOT_FLOWN)
            .map(fault -> Arguments.of(newest, fault)));
  }

  @ParameterizedTest
  @MethodSource("datesAndFaults")
  @Tag("exhaustive")
  void everyStudyAndValidationNamesTheSatelliteWithoutUsableElementSets(LocalDate date, Fault fault)
      throws IOException {
    List<String> commands = new ArrayList<>(studies(date));
    commands.add("validate --sites %s --truth %s".formatted(site, Sp3Sample.write(folder, date)));
    commands.add("validate --observed " + write("tracked.rnx", observations(date)));
    assertAreNamed(counted(date, day(date)), date, fault, commands);
  }

  private List<String> studies(LocalDate date) {
    return List.of(
        "capitals --sites " + site,
        "passes Nairobi",
        "sky Nairobi --date " + day(date),
        "elements --date " + day(date),
        WORLD + folder.resolve("world.json"));
  }

  private void assertAreNamed(
      List<Satellite> satellites, LocalDate date, Fault fault, List<String> commands)
      throws IOException {
    String text = TestElements.text(date.toString());
    for (Satellite satellite : satellites) {
      String who = who(satellite);
      Path elements = write("faulty.tle", fault.in(text, satellite.catalogNumber()));
      for (String command : commands) {
        Run run = run(folder, command + " -q --elements " + elements);
        assertIsNamed(who, fault, run);
        JsonNode json = json(run);
        assertIsMissing(who, fault, json.has("comparisons") ? json.at("/comparisons/0") : json);
      }
    }
  }

  /** The day of a bundled snapshot. */
  private static LocalDate day(LocalDate date) {
    return LocalDate.ofInstant(BundledSnapshots.medianEpoch(date), ZoneOffset.UTC);
  }

  private static List<Satellite> counted(LocalDate date, LocalDate day) {
    List<Satellite> counted =
        ConstellationSelection.on(day)
            .from(BundledSnapshots.load(date), day.atTime(12, 0).toInstant(ZoneOffset.UTC))
            .members()
            .stream()
            .map(Member::satellite)
            .toList();
    assertTrue(counted.size() >= 68, () -> counted.size() + " on " + day);
    return counted;
  }

  private static String who(Satellite satellite) {
    return satellite.prn() + " (" + satellite.catalogNumber() + ")";
  }

  private static void assertIsNamed(String who, Fault fault, Run run) {
    String warning = "skytally: warning: " + who + ", operational, does not count: ";
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().startsWith(warning), who + ": " + run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(
        fault == Fault.NOT_IN_SOURCE,
        run.err().startsWith(warning + "no element set in "),
        run.err());
  }

  private static void assertIsMissing(String who, Fault fault, JsonNode json) {
    assertFalse(json.get("complete").asBoolean(true), who);
    assertEquals(List.of(who), missing(json));
    assertEquals(fault.key(), json.at("/missing/0/reason").asText());
    assertTrue(json.at("/missing/0/text").asText().startsWith(who + ", operational, does not"));
  }

  private static List<String> missing(JsonNode json) {
    return StreamSupport.stream(json.get("missing").spliterator(), false)
        .map(one -> one.get("prn").asText() + " (" + one.get("norad") + ")")
        .toList();
  }

  /** Returns what a receiver at Nairobi tracked at two instants of a day. */
  private static String observations(LocalDate date) {
    StringBuilder text = new StringBuilder();
    header(text, "     3.04           OBSERVATION DATA    M: MIXED", "RINEX VERSION / TYPE");
    header(
        text, "sample              nobody              20201201 000000 UTC", "PGM / RUN BY / DATE");
    header(text, "Nairobi", "MARKER NAME");
    header(text, "nobody              nobody", "OBSERVER / AGENCY");
    header(text, "1                   receiver            1", "REC # / TYPE / VERS");
    header(text, "1                   antenna", "ANT # / TYPE");
    header(text, "  5105000.0000  3824000.0000  -142600.0000", "APPROX POSITION XYZ");
    header(text, "        0.0000        0.0000        0.0000", "ANTENNA: DELTA H/E/N");
    header(text, "G    1 C1C", "SYS / # / OBS TYPES");
    header(
        text,
        String.format(Locale.ROOT, "  %tY    %<tm    %<td    06    00    0.0000000     GPS", date),
        "TIME OF FIRST OBS");
    header(text, "", "END OF HEADER");
    for (int minute : List.of(0, 1)) {
      text.append(
          String.format(Locale.ROOT, "> %tY %<tm %<td 06 %02d  0.0000000  0  1\n", date, minute));
      text.append("G05  20000000.000 7\n");
    }
    return text.toString();
  }

  private static void header(StringBuilder text, String content, String label) {
    text.append(content).append(" ".repeat(60 - content.length())).append(label).append('\n');
  }

  /**
   * Only the snapshot of 2020 is near enough to the published figure. A finding is many studies of
   * all capitals, so it is computed without several satellites at once.
   */
  @Test
  @Tag("exhaustive")
  void findingNamesEachSatellite() throws IOException {
    LocalDate date = LocalDate.of(2020, 12, 1);
    List<Satellite> counted = counted(date, LocalDate.of(2020, 11, 25));
    for (int from = 0; from < counted.size(); from += FINDING_LACKS) {
      String text = TestElements.text(date.toString());
      List<Satellite> lacking =
          counted.subList(from, Math.min(from + FINDING_LACKS, counted.size()));
      for (Satellite satellite : lacking) {
        text = TestElements.without(text, satellite.catalogNumber());
      }
      Run run = run(folder, "finding -q --elements " + write("cut.tle", text));
      assertEquals(0, run.exitCode(), run.err());
      JsonNode json = run.json();
      for (Satellite satellite : lacking) {
        assertIsAmongTheMissing(who(satellite), run.err(), json);
      }
      for (JsonNode setting : json.get("settings")) {
        if (setting.get("date").asText().equals("2020-11-25")) {
          assertFalse(setting.get("complete").asBoolean(true), lacking.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dates")
  @Tag("exhaustive")
  void answersFromTheArchiveAndTheHistoryNameEachSatellite(LocalDate date) throws IOException {
    String moved = TestElements.moved(TestElements.text(date.toString()), DAYS_AWAY);
    LocalDate day = day(date).plusDays(DAYS_AWAY);
    boolean isNewest = date.equals(dates().get(dates().size() - 1));
    List<String> commands = new ArrayList<>();
    for (String study : studies(date)) {
      commands.add(study.replaceFirst(" --date.*", "") + " --date " + day);
    }
    if (isNewest) {
      commands.add("recompute --no-fetch --mask 5 --sites " + site);
    }
    for (Satellite satellite : counted(date, day)) {
      String who = who(satellite);
      Path home = Files.createTempDirectory(folder, "home");
      Path elements = write("cut.tle", TestElements.without(moved, satellite.catalogNumber()));
      assertEquals(
          0,
          Run.in(Map.of("HOME", home.toString()), "archive", "import", elements.toString())
              .exitCode());
      for (String command : commands) {
        Run run = run(home, command + " -q");
        JsonNode json = json(run);
        assertIsAmongTheMissing(who, run.err(), json.has("run") ? json.get("run") : json);
      }
      if (isNewest) {
        assertTrue(warningsOfWatch(home).contains("warning: " + who + ", operational"), who);
      }
      Run backfill = run(home, "history backfill -q --sites " + site);
      assertTrue(backfill.err().contains(who), backfill.err());
      assertHistoryNames(who, home);
    }
  }

  private static void assertIsAmongTheMissing(String who, String warnings, JsonNode json) {
    assertTrue(
        warnings
            .lines()
            .anyMatch(line -> line.startsWith("skytally: warning: ") && line.contains(who)),
        () -> who + ": " + warnings);
    assertFalse(json.get("complete").asBoolean(true), who);
    assertTrue(missing(json).contains(who), () -> who + ": " + missing(json));
  }

  private String warningsOfWatch(Path home) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayOutputStream(), err, false, Map.of("HOME", home.toString()), Run.NOON);
    WatchCommand watch =
        new WatchCommand(
            console,
            length -> {
              throw new InterruptedException();
            });
    assertEquals(0, new CommandLine(watch.spec()).execute("--no-fetch", "--sites=" + site));
    return err.toString(StandardCharsets.UTF_8);
  }

  private void assertHistoryNames(String who, Path home) throws IOException {
    String line = "history -q --mask 0 --sites " + site;
    Run byDay = run(home, line);
    assertIsAmongTheMissing(who, byDay.err(), byDay.json().at("/runs/0"));
    Run bySite = run(home, line + " --site Nairobi");
    assertTrue(bySite.err().contains(who), bySite.err());
    assertFalse(bySite.json().at("/days/0/complete").asBoolean(true));
    Run byYear = run(home, line + " --by year");
    assertTrue(byYear.err().contains(who), byYear.err());
    assertEquals(1, byYear.json().at("/periods/0/incomplete_days").asInt());
  }

  private static Run run(Path home, String line) {
    String json = line.contains(WORLD) || line.contains("backfill") ? "" : " --format json";
    return Run.in(Map.of("HOME", home.toString()), (line + json).split(" ", -1));
  }

  /** Returns the answer, which world writes to a file. */
  private JsonNode json(Run run) throws IOException {
    Path world = folder.resolve("world.json");
    if (Files.exists(world)) {
      JsonNode json = new ObjectMapper().readTree(world.toFile());
      Files.delete(world);
      return json;
    }
    return run.json();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
