package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.history.TestElements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void backfill() throws IOException {
    file = folder.resolve("history.sqlite");
    Path elements = TestElements.writeBundled(folder.resolve("elements"));
    Run run = run("history backfill", "--quiet", "--elements", elements.toString());
    assertEquals(new Run(0, "4 runs stored in " + file + ", 0 already there\n", ""), run);
  }

  /** A command with the test's history. */
  private static Run run(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--history", file.toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }

  private static Run history(String options) {
    return run("history", options.isEmpty() ? new String[0] : options.split(" "));
  }

  /** A run is of a day in UTC; the moments beside it are in the zone. */
  @Test
  void momentsAreInTheZoneAndDaysAreNot() {
    JsonNode utc = history("--format json").json().at("/runs/0");
    JsonNode local = history("--format json --timezone Asia/Kathmandu").json().at("/runs/0");
    assertEquals(utc.get("date"), local.get("date"));
    for (String moment : List.of("epoch_median", "computed_at")) {
      assertTrue(utc.get(moment).asText().endsWith("Z"));
      assertTrue(local.get(moment).asText().endsWith("+05:45"), local.toString());
      assertEquals(
          Instant.parse(utc.get(moment).asText()),
          OffsetDateTime.parse(local.get(moment).asText()).toInstant());
    }
  }

  /** G02 was out of service for seven hours on 14 July 2022, by NANU 2022034. */
  @Test
  void usableRunsAreASettingOfTheirOwnAndListOutages() throws IOException {
    Path elements =
        Files.writeString(
            folder.resolve("july-2022.tle"),
            TestElements.moved(TestElements.text("2022-06-16"), 29));
    Path own = folder.resolve("usable.sqlite");
    String backfill = "history backfill --quiet --elements " + elements + " --history " + own;
    assertTrue(Run.ofLine(backfill + " --usable").err().contains("of BeiDou on 1 of 1 day"));
    assertEquals(0, Run.ofLine(backfill).exitCode());

    String history = "history --format json --history " + own;
    JsonNode usable = Run.ofLine(history + " --usable").json();
    JsonNode run = usable.at("/runs/0");
    assertEquals("2022-07-14", run.get("date").asText());
    assertEquals("the bundled list", usable.at("/setting/usable_according_to").asText());
    assertEquals("[\"BDS\"]", run.get("outages_unknown").toString());
    JsonNode outage = run.at("/events/0");
    assertEquals("outage", outage.get("kind").asText());
    assertTrue(
        outage
            .get("text")
            .asText()
            .matches(
                "G02 .*: out of service from 2022-07-14 15:24 to 2022-07-14 22:16 UTC, NANU 2022034"),
        outage.toString());
    String capitals = "capitals --date 2022-07-14 --format json --elements " + elements;
    for (String by : List.of("max", "mean", "share")) {
      assertEquals(
          Run.ofLine(capitals + " --usable").json().at("/leads/" + by), run.at("/leads/" + by));
    }

    Run usual = Run.ofLine(history);
    assertTrue(usual.err().contains("--mask 0 --usable"), usual.err());
    assertEquals(0, usual.json().at("/runs/0/events").size());
    assertNotEquals(run.get("leads"), usual.json().at("/runs/0/leads"));
    String table = Run.ofLine("history --usable --history " + own).out();
    assertTrue(table.contains("~G02"), table);
    assertTrue(table.contains("while usable according to notices"), table);
  }

  @Test
  void runsThatCannotBeReadAreDamage() throws IOException, SQLException {
    Path damaged = Files.copy(file, folder.resolve("damaged.sqlite"));
    try (Connection client = DriverManager.getConnection("jdbc:sqlite:" + damaged.toUri());
        Statement statement = client.createStatement()) {
      statement.executeUpdate("DELETE FROM run_satellite");
    }
    assertEquals(
        new Run(
            1, "", "skytally: " + damaged + ": is damaged (skytally history verify explains)\n"),
        Run.of("history", "--history", damaged.toString()));
  }

  /** No figure is reported, wherever in the file a broken disk or a bad copy leaves noise. */
  @ParameterizedTest
  @ValueSource(ints = {10_000, 30_000, 60_000, 90_000, 120_000, 150_000})
  void noiseInTheFileIsRefusedByReadersAndWriters(int offset) throws IOException {
    Path damaged = Files.copy(file, folder.resolve("noise-" + offset + ".sqlite"));
    byte[] noise = new byte[9000];
    new Random(offset).nextBytes(noise);
    try (SeekableByteChannel channel = Files.newByteChannel(damaged, StandardOpenOption.WRITE)) {
      channel.position(offset).write(ByteBuffer.wrap(noise));
    }
    Run refused =
        new Run(
            1, "", "skytally: " + damaged + ": is damaged (skytally history verify explains)\n");
    String history = " --history " + damaged;
    assertEquals(refused, Run.ofLine("history" + history));
    assertEquals(refused, Run.ofLine("history --site Nairobi" + history));
    Map<String, String> home = Map.of("HOME", folder.toString());
    assertEquals(refused, Run.in(home, ("recompute --no-fetch -q" + history).split(" ")));
    Run verify = Run.ofLine("history verify" + history);
    assertEquals(1, verify.exitCode());
    assertFalse(verify.err().isEmpty());
    assertFalse(verify.err().contains("history verify"), verify.err());
  }

  @Test
  void figuresAreThoseOfCapitals() {
    JsonNode runs = history("--format json").json().get("runs");
    assertEquals(4, runs.size());
    for (JsonNode run : runs) {
      String snapshot = run.get("snapshot").asText().replace(".tle", "");
      JsonNode capitals =
          Run.of(
                  "capitals",
                  "--elements",
                  snapshot,
                  "--date",
                  run.get("date").asText(),
                  "--format",
                  "json")
              .json();
      assertEquals(capitals.get("leads"), run.get("leads"), snapshot);
      for (String system : List.of("gps", "bds")) {
        assertEquals(
            capitals.at("/systems/" + system + "/satellites").size(),
            run.at("/systems/" + system + "/satellites").asInt());
      }
    }
  }

  @Test
  void figuresOfASiteAreThoseOfCapitals() {
    JsonNode day = history("--site Kenya --format json").json().at("/days/0");
    JsonNode nairobi = null;
    for (JsonNode site :
        Run.ofLine("capitals --elements 2020-12-01 --date 2020-11-30 --format json")
            .json()
            .get("sites")) {
      nairobi = site.get("name").asText().equals("Nairobi") ? site : nairobi;
    }
    assertEquals(nairobi.get("leader"), day.get("leader"));
    for (String system : List.of("gps", "bds")) {
      for (String figure : List.of("max", "mean", "min", "share_ahead")) {
        assertEquals(
            nairobi.at("/systems/" + system + "/" + figure),
            day.at("/systems/" + system + "/" + figure));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--by month",
        "--by quarter --metric mean",
        "--by year --metric share",
        "--site Nairobi",
        "--changes"
      })
  void everyLineFitsInEightyColumns(String options) {
    Run run = history(options);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        List.of(),
        run.lines().stream().filter(line -> line.codePointCount(0, line.length()) > 80).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--by quarter", "--site Nairobi", "--changes --metric share"})
  void csvHasAsManyCellsInEachRowAsInItsHeader(String options) {
    Run run = history((options + " --format csv").strip());
    assertEquals(0, run.exitCode(), run.err());
    List<Integer> cells =
        run.lines().stream()
            .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1).length)
            .distinct()
            .toList();
    assertTrue(run.lines().size() > 1);
    assertEquals(1, cells.size(), run.out());
  }

  @Test
  void launchesAndRetirementsAreNamed() {
    String out = history("").out().replaceAll("\\s+", " ");
    for (String event :
        List.of(
            "G28 (55268, GPS-IIIA): in service (launched in 2023)",
            "C62 (56564, BDS-3G): new in the element sets, launched in 2023 (not counted, test)",
            "C04 (43683, BDS-3G): was C59 before",
            "G28 (26407, GPS-IIR-A): out of service (reserve, was operational)")) {
      assertTrue(out.contains(event), out);
    }
  }

  @Test
  void changesAreToldWithTheDayOfTheRunBefore() {
    List<String> days =
        history("--changes").out().lines().filter(line -> line.startsWith("20")).toList();
    assertEquals(
        List.of(
            "2022-06-15, since 2020-11-30",
            "2024-09-21, since 2022-06-15",
            "2026-10-05, since 2024-09-21"),
        days);
  }

  @Test
  void changesOfASiteFollowFromItsSeries() {
    JsonNode days = history("--site Nairobi --format json").json().get("days");
    JsonNode changes = history("--changes --metric mean --format json").json().get("days");
    for (int i = 1; i < days.size(); i++) {
      String before = days.get(i - 1).at("/leader/mean").asText();
      String after = days.get(i).at("/leader/mean").asText();
      boolean isTold = false;
      for (JsonNode day : changes) {
        for (JsonNode change : day.get("changed_sides")) {
          isTold |=
              day.get("date").equals(days.get(i).get("date"))
                  && change.get("name").asText().equals("Nairobi");
        }
      }
      assertEquals(!before.equals(after), isTold, days.get(i).get("date").asText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --site Xyzzyx         | no site of the history is named "Xyzzyx"
          --site Rom            | more than one name begins with "Rom", for example Rome, Romania
          --site Rome --changes | --site and --changes contradict each other, give one of them
          --mask 7              | the history has no such setting, choose one of: --systems GPS,BDS --status operational --mask 0
          --by week             | --by: "week", expected day, month, quarter or year
          --metric most         | --metric: "most", expected max, mean or share
          --picture a.gif       | --picture: "a.gif", expected a name that ends in .svg or .png
          """)
  void wrongUsageIsToldInOneLine(String options, String line) {
    assertEquals(
        new Run(2, "", "skytally: " + line + " (see skytally history --help)\n"), history(options));
  }

  @Test
  void helpSaysThatWhatIsNotGivenMayBeAnything() {
    String help = Run.of("history", "--help").out().replaceAll("\\s+", " ");
    assertTrue(help.contains("QZS, NAVIC (default: any)."), help);
    String computes = Run.of("history", "backfill", "--help").out().replaceAll("\\s+", " ");
    assertTrue(computes.contains("QZS, NAVIC (default: GPS,BDS)."), computes);
  }

  @Test
  void oneOfSeveralSettingsIsChosenByItsFlags() throws IOException {
    Path other = folder.resolve("several.sqlite");
    Path elements = folder.resolve("elements").resolve("2022-06-16.tle");
    for (String mask : List.of("10", "7.5")) {
      Run run =
          Run.of(
              "history",
              "backfill",
              "--history",
              other.toString(),
              "--elements",
              elements.toString(),
              "--mask",
              mask);
      assertEquals(0, run.exitCode(), run.err());
    }
    Run unclear = Run.of("history", "--history", other.toString());
    assertEquals(
        "skytally: the history has several settings, choose one of:"
            + " --systems GPS,BDS --status operational --mask 10;"
            + " --systems GPS,BDS --status operational --mask 7.5 (see skytally history --help)\n",
        unclear.err());
    assertEquals(
        7.5,
        Run.of("history", "--history", other.toString(), "--mask", "7.5", "--format", "json")
            .json()
            .at("/setting/mask_deg")
            .asDouble());
  }

  /** A trial with other flags does not stop what a schedule exports. */
  @Test
  void usualSettingIsShownThoughThereAreOthers() throws IOException {
    Path other = Files.copy(file, folder.resolve("trial.sqlite"));
    String elements = folder.resolve("elements").resolve("2022-06-16.tle").toString();
    String[] trials = {"--mask 7", "--systems GPS,GAL --mask 7"};
    for (String trial : trials) {
      assertEquals(
          0,
          Run.ofLine(
                  "history backfill --history " + other + " --elements " + elements + " " + trial)
              .exitCode());
    }
    for (String options : List.of("", " --by quarter", " --site Nairobi", " --format json")) {
      Run run = Run.ofLine("history --history " + other + options);
      assertEquals(history(options.strip()).out(), run.out());
      assertEquals(
          "skytally: warning: shows the default one of several settings, --systems GPS,BDS --status"
              + " operational --mask 0; the others: --systems GPS,BDS --status operational --mask 7;"
              + " --systems GPS,GAL --status operational --mask 7\n",
          run.err());
    }
    assertEquals(
        "[\"GPS\",\"BDS\"]",
        Run.ofLine("history --mask 7 --format json --history " + other)
            .json()
            .at("/setting/systems")
            .toString());
  }

  @Test
  void pictureIsTheSameForTheSameHistory() throws IOException {
    Path svg = folder.resolve("history.svg");
    assertEquals(0, history("--by year --picture " + svg).exitCode());
    String drawn = Files.readString(svg);
    assertTrue(drawn.contains("BeiDou"), drawn);
    assertEquals(0, history("--by year --picture " + svg).exitCode());
    assertEquals(drawn, Files.readString(svg));
    Path png = folder.resolve("history.png");
    assertEquals(0, history("--by year --picture " + png).exitCode());
    assertEquals(1920, ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(png))).getWidth());
  }

  @Test
  void noHistoryIsToldWithWhatBeginsOne() {
    Path none = folder.resolve("none.sqlite");
    assertEquals(
        new Run(
            1,
            "",
            "skytally: "
                + none
                + ": there is no history yet; create one with skytally recompute or skytally history"
                + " backfill\n"),
        Run.of("history", "--history", none.toString()));
  }

  @Test
  void verifySaysWhatItFound() {
    assertEquals(
        new Run(0, file + ": no damage found, every run is whole\n", ""), run("history verify"));
  }

  @Test
  void runsAreComputedAtTheTimeOfTheConsole() {
    JsonNode runs = run("history --format json").json().get("runs");
    assertFalse(runs.isEmpty());
    for (JsonNode run : runs) {
      assertEquals(Run.NOON.instant(), Instant.parse(run.get("computed_at").asText()));
    }
  }

  @Test
  void singleSystemLeadsNobodyButHasAHistory() {
    Path other = folder.resolve("single.sqlite");
    String elements = folder.resolve("elements").toString();
    assertEquals(
        0,
        Run.of(
                "history",
                "backfill",
                "--systems",
                "QZS",
                "--history",
                other.toString(),
                "--elements",
                elements)
            .exitCode());
    for (String options : List.of("", " --by year", " --site Tokyo", " --format json")) {
      Run run = Run.ofLine("history --history " + other + options);
      assertEquals(0, run.exitCode(), run.err());
    }
  }

  @Test
  void anEmptyArchiveThatTheUserNamesIsAnError(@TempDir Path elsewhere) throws IOException {
    Path empty = Files.createDirectory(elsewhere.resolve("empty"));
    Path history = elsewhere.resolve("new.sqlite");
    Run run =
        Run.of(
            "history", "backfill", "--archive", empty.toString(), "--history", history.toString());
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.err().contains("--archive " + empty + " is empty: add"), run.err());
    assertFalse(Files.exists(history));
  }
}
