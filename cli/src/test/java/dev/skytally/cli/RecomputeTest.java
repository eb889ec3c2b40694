package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.ProgramVersion;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.history.TestElements;
import dev.skytally.input.TextFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RecomputeTest {
  /** The median epoch of the newest bundled element sets, moved by a day. */
  private static final Instant EPOCH = Instant.parse("2026-10-06T15:00:00Z");

  private static final String STALE =
      "skytally: warning: the newest element sets are of 2026-10-06, %s days ago: either nobody"
          + " fetches them, or the source no longer renews them\n";

  @TempDir Path folder;

  /** A run whose user keeps everything in the test's folder. */
  private Run run(String... arguments) {
    return runAt(Run.NOON.instant(), arguments);
  }

  private Run runAt(Instant now, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    int exitCode = Main.run(console(out, err, clock), arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Console console(ByteArrayOutputStream out, ByteArrayOutputStream err, Clock clock) {
    return new Console(out, err, false, Map.of("HOME", folder.toString()), clock);
  }

  private Path moved(double days) throws IOException {
    return Files.writeString(folder.resolve("moved-" + days + ".tle"), TestElements.moved(days));
  }

  private Run recompute(Path elements, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("recompute", "--from", elements.toString()));
    arguments.addAll(List.of(options));
    Instant published = ElementSetReader.read(elements).medianEpoch().plus(Duration.ofHours(3));
    Instant noon = Run.NOON.instant();
    return runAt(published.isAfter(noon) ? published : noon, arguments.toArray(String[]::new));
  }

  private void assertClean() throws IOException {
    Path archive = folder.resolve(".local/share/skytally/archive");
    assertEquals(List.of(), SnapshotArchive.open(archive).verify());
    assertEquals(0, run("history", "verify").exitCode());
  }

  @Test
  void eachRunIsComputedOnceAndComparedWithTheOneBefore() throws IOException {
    Run first = recompute(moved(1), "--fail-on-change");
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().contains("2026-10-06: GPS leads in "), first.out());
    assertTrue(first.out().contains("the first run of its setting"), first.out());

    Run again = recompute(moved(1), "--fail-on-change");
    assertEquals(0, again.exitCode(), again.err());
    assertNothingNew(again);

    Run second = recompute(moved(4), "--fail-on-change");
    assertEquals(3, second.exitCode(), second.err());
    assertTrue(second.out().contains("Since 2026-10-06, "), second.out());
    Run secondAgain = recompute(moved(4), "--fail-on-change");
    assertEquals(0, secondAgain.exitCode());
    assertNothingNew(secondAgain);
    assertClean();
  }

  /** The report is one sentence and the verdict, because the changes were reported with the run. */
  private static void assertNothingNew(Run run) {
    assertTrue(
        run.out()
            .replace('\n', ' ')
            .matches(
                "Nothing new: the run of the newest element sets, of 2026-10-\\d\\d, is already"
                    + " stored. GPS leads in \\d+, BeiDou in \\d+ of 195 capitals by the daily maximum;"
                    + " \\d+ tied. (COMPLETENESS UNKNOWN: the registry of satellites ends on .*)?"),
        run.out());
  }

  @Test
  void nothingNewHasNoChangesInJsonAndCsvEither() throws IOException {
    recompute(moved(1));
    Run changed = recompute(moved(4), "--format", "csv");
    assertTrue(changed.lines().size() > 1, changed.out());
    assertEquals(changed.lines().subList(0, 1), recompute(moved(4), "--format", "csv").lines());
    JsonNode again = recompute(moved(4), "--format", "json").json();
    assertFalse(again.get("new").asBoolean());
    assertEquals("2026-10-09", again.at("/run/date").asText());
    assertTrue(again.get("before").isNull());
    assertEquals(0, again.get("changed_sides").size());
    assertEquals(0, again.get("events").size());
  }

  @Test
  void elementSetsThatNobodyRenewsAreWarnedOf() throws IOException {
    String elements = moved(1).toString();
    assertEquals(0, run("fetch", "--from", elements).exitCode());
    Instant recent = EPOCH.plus(Duration.ofDays(3)).minusSeconds(60);
    Instant late = EPOCH.plus(Duration.ofDays(3)).plusSeconds(60);
    Instant afterYears = EPOCH.plus(Duration.ofDays(400)).plusSeconds(60);
    for (String command : List.of("fetch", "recompute")) {
      assertEquals("", runAt(recent, command, "--from", elements).err());
      assertEquals(STALE.formatted(3), runAt(late, command, "--from", elements).err());
      assertEquals(STALE.formatted(400), runAt(afterYears, command, "--from", elements).err());
    }
    Run unreachable = runAt(afterYears, "recompute", "--url", "http://127.0.0.1:1/gp.php", "-q");
    assertTrue(unreachable.err().endsWith(STALE.formatted(400)), unreachable.err());
    String watched = watch(2, pause -> {});
    assertTrue(watched.contains("is watching\n" + STALE.formatted(48)), watched);
  }

  @Test
  void schedulersMayHaveStaleElementSetsFail() throws IOException {
    recompute(moved(1));
    Instant late = EPOCH.plus(Duration.ofDays(7)).plusSeconds(60);
    String[] failing = {"recompute", "--no-fetch", "--fail-on-stale", "7"};
    assertEquals(0, runAt(late.minusSeconds(120), failing).exitCode());
    Run stale = runAt(late, failing);
    assertEquals(1, stale.exitCode());
    assertEquals(
        STALE.formatted(7)
            + "skytally: the newest element sets are over 7 days old, and --fail-on-stale allows 7\n",
        stale.err());
    assertNothingNew(stale);
  }

  /** A change is reported once, but outdated element sets are reported each time. */
  @Test
  void changeIsToldByTheExitCodeThoughElementSetsAreStale() throws IOException {
    recompute(moved(1));
    String[] both = {
      "recompute", "--from", moved(4).toString(), "--fail-on-change", "--fail-on-stale", "7"
    };
    Instant late = EPOCH.plus(Duration.ofDays(400));
    String stale =
        "skytally: the newest element sets are over 396 days old, and --fail-on-stale allows 7\n";
    Run changed = runAt(late, both);
    assertEquals(3, changed.exitCode());
    assertTrue(changed.err().endsWith(stale), changed.err());
    assertEquals(1, runAt(late, both).exitCode());
  }

  /** As on a board without a real-time clock. */
  @Test
  void aClockBeforeTheNewestElementSetsIsWarnedOfAndNotFresh() throws IOException {
    recompute(moved(1));
    String[] line = {"recompute", "--no-fetch", "--fail-on-stale", "7"};
    assertEquals("", runAt(EPOCH.minus(Duration.ofHours(23)), line).err());
    Run wrong = runAt(Instant.EPOCH.plusSeconds(90), line);
    assertEquals(1, wrong.exitCode());
    String problem =
        "this machine's clock shows 1970-01-01 00:01 UTC, but there are element sets of %s: set the"
                .formatted(LocalDate.ofInstant(EPOCH, ZoneOffset.UTC))
            + " clock\n";
    assertEquals("skytally: warning: " + problem + "skytally: " + problem, wrong.err());
  }

  @Test
  void anUpgradeReportsNoChangeAgain() throws IOException {
    recompute(moved(1));
    Run changed = recompute(moved(4), "--fail-on-change");
    assertEquals(3, changed.exitCode());
    Run upgraded = runBy("99", "recompute", "--no-fetch", "--fail-on-change");
    assertEquals(0, upgraded.exitCode(), upgraded.out());
    String text = upgraded.out().replaceAll("\\s+", " ");
    assertTrue(
        text.contains(
            "No capital changed sides and nothing happened to the satellites since skytally (not"
                + " packaged) computed the same element sets."),
        text);
    assertNothingNew(runBy("99", "recompute", "--no-fetch", "--fail-on-change"));
    Run next = recompute(moved(7), "--format", "json");
    assertEquals("2026-10-09", next.json().at("/before/date").asText());
  }

  @Test
  void anUpgradeThatChangesFiguresSaysSoOnce() throws Exception {
    recompute(moved(1));
    String history = "jdbc:sqlite:" + folder.resolve(".local/share/skytally/history.sqlite");
    try (Connection connection = DriverManager.getConnection(history);
        Statement statement = connection.createStatement()) {
      // As if the version before had seen GPS ahead wherever BeiDou is.
      statement.executeUpdate("UPDATE result SET leader_max = 'GPS' WHERE leader_max = 'BDS'");
    }
    Run upgraded = runBy("99", "recompute", "--no-fetch", "--fail-on-change");
    assertEquals(3, upgraded.exitCode());
    String text = upgraded.out().replaceAll("\\s+", " ");
    assertTrue(text.contains("The new version of skytally (99) itself changes figures."), text);
    assertTrue(
        text.contains("Since skytally (not packaged) computed the same element sets, "), text);
    assertEquals(0, runBy("99", "recompute", "--no-fetch", "--fail-on-change").exitCode());
  }

  private Run runBy(String version, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("HOME", folder.toString());
    Clock clock = Clock.fixed(EPOCH.plus(Duration.ofDays(3)), ZoneOffset.UTC);
    int exitCode = Main.run(new Console(out, err, false, environment, clock, version), arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void daysAfterTheRegistrysEndAreWarnedOfOnceEach() throws IOException {
    assertEquals("", recompute(moved(1)).err());
    String assumed =
        "skytally: warning: the registry of satellites ends on 2026-10-06; PRN and status are assumed"
            + " to be the same on 2026-10-07; a newer skytally may know better\n";
    assertEquals(assumed, recompute(moved(2)).err());
    assertEquals("", recompute(moved(2)).err());
    assertEquals(assumed.replace("10-07", "10-08"), recompute(moved(3), "--quiet").err());
    String again = recompute(moved(3)).out().replaceAll("\\s+", " ");
    assertTrue(again.contains("COMPLETENESS UNKNOWN: the registry of satellites ends on"), again);
  }

  @Test
  void archiveThatIsNamedAndNotThereIsRefusedWhereNobodyMakesIt() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    assertEquals(
        new Run(
            1,
            "",
            "skytally: --archive %s: there is no such folder; create it with skytally fetch or"
                    .formatted(nowhere)
                + " skytally archive import\n"),
        run("recompute", "--no-fetch", "--archive", nowhere.toString()));
    assertEquals(0, recompute(moved(1), "--archive", nowhere.toString()).exitCode());
    assertTrue(Files.isDirectory(nowhere));
  }

  @Test
  void changesToldAreThoseOfTheHistory() throws IOException {
    recompute(moved(1));
    JsonNode reported = recompute(moved(4), "--format", "json").json();
    JsonNode kept = run("history", "--changes", "--format", "json").json();
    assertEquals(kept.at("/days/0/changed_sides"), reported.get("changed_sides"));
    assertEquals(kept.at("/days/0/events"), reported.get("events"));
    assertTrue(reported.get("new").asBoolean());
    assertEquals("2026-10-06", reported.at("/before/date").asText());
  }

  @Test
  void failureToFetchIsALineAndTheLastGoodDataStaysInForce() throws IOException {
    recompute(moved(1));
    Run run;
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      run = run("recompute", "--url", "http://127.0.0.1:" + taken.getLocalPort() + "/gp.php");
    }
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("Nothing new: "), run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("the previous element sets stay in use"), run.err());
  }

  @Test
  void foldersThatCannotBeUsedAreToldInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Files.createDirectory(folder.resolve("archive"));
    Files.writeString(folder.resolve("archive/snapshots"), "");
    Map<String, String> environment =
        Map.of("XDG_STATE_HOME", file.toString(), "XDG_DATA_HOME", folder.toString());
    for (Run run :
        List.of(
            run("recompute", "--no-fetch", "--history", file + "/history.sqlite"),
            Run.in(environment, "recompute", "--url", "http://127.0.0.1:1/gp.php"))) {
      assertEquals(
          new Run(1, "", "skytally: %s: is a file, expected a folder\n".formatted(file)), run);
    }
    Run unreadable = run("recompute", "--no-fetch", "--archive", folder.resolve("archive") + "");
    assertEquals(1, unreadable.exitCode());
    assertTrue(unreadable.err().contains("snapshots: cannot be read"), unreadable.err());
    assertEquals(1, unreadable.err().lines().count(), unreadable.err());
  }

  /** A mirror may write its file badly once: the job goes on with what it has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\1\2",
        "<html>Service unavailable</html>",
        "",
        "\u001f\u008b not gzip",
        "1 2 3"
      })
  void aFileWithoutElementSetsIsAWarning(String content) throws IOException {
    Path bad = folder.resolve("gnss.tle");
    Files.write(bad, content.getBytes(StandardCharsets.ISO_8859_1));
    Run run = run("recompute", "--from", bad.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("By the element sets 2026-10-06."), run.out());
    assertTrue(run.err().startsWith("skytally: warning: " + bad + ": failed: "), run.err());
    assertTrue(run.err().endsWith("; the previous element sets stay in use\n"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void aFileOlderThanTheBundledElementSetsIsKeptAndTheseStayInUse() throws IOException {
    Path old = moved(-1500);
    Run run = run("recompute", "--from", old.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("By the element sets 2026-10-06."), run.out());
    assertTrue(
        run.err().startsWith("skytally: warning: " + old + ": rejected, because the file "),
        run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    Path kept = Path.of(run.err().replaceFirst("(?s).*; kept as ", "").replaceFirst("(?s);.*", ""));
    assertEquals(Files.readString(old), TextFile.read(kept).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--from n1.tle", "--groups gnss", "--url https://example.org", "--omm csv"})
  void whatToFetchContradictsFetchingNothing(String option) {
    for (String command : List.of("recompute", "watch")) {
      Run run = Run.ofLine(command + " --no-fetch " + option);
      assertEquals(2, run.exitCode());
      assertEquals(
          "skytally: --no-fetch and %s contradict each other, give one of them (see skytally %s --help)\n"
              .formatted(option.split(" ", -1)[0], command),
          run.err());
    }
  }

  @Test
  void groupsThatLackASystemAreRefusedBeforeAnythingIsAsked() {
    Run run = run("recompute", "--url", "http://127.0.0.1:1/gp.php", "--groups", "gps-ops,galileo");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "skytally: a run needs element sets of GPS, BDS, but --groups requests only those of"
                    + " GPS, GAL: give --groups gnss, or fewer --systems"),
        run.err());
  }

  @Test
  void withoutAnythingArchivedTheNewestBundledElementSetsCount() {
    Run run = run("recompute", "--no-fetch");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("By the element sets 2026-10-06."), run.out());
  }

  @Test
  void bundledElementSetsNewerThanTheArchivesCount() throws IOException {
    run("archive", "import", moved(-10).toString());
    Run run = run("recompute", "--no-fetch");
    assertTrue(run.out().contains("By the element sets 2026-10-06."), run.out());
  }

  /** Some of the element sets, moved by some days, as a file of their own. */
  private Path some(double days, Predicate<String> name) throws IOException {
    return Files.writeString(
        folder.resolve("some-" + days + ".tle"), TestElements.moved(days, name));
  }

  @Test
  void systemThatTheNewestSnapshotLacksIsThatOfTheOneBefore() throws IOException {
    Run whole = recompute(moved(1), "--format", "json");
    Run partial = recompute(some(2, name -> name.startsWith("GPS")), "-q", "--format", "json");
    assertEquals(0, partial.exitCode(), partial.err());
    assertTrue(
        partial.err().matches("skytally: warning: the registry of satellites ends on .*\n"),
        partial.err());
    JsonNode run = partial.json().get("run");
    assertEquals(whole.json().at("/run/systems"), run.get("systems"));
    assertEquals("2026-10-07", run.get("date").asText());
    String snapshot = run.get("snapshot").asText();
    assertTrue(snapshot.matches("2026-10-07T.* \\(GPS\\), 2026-10-06T.* \\(BeiDou\\)"), snapshot);
    assertEquals(0, partial.json().get("events").size());

    Run next = recompute(moved(3), "--format", "json");
    assertEquals("2026-10-07", next.json().at("/before/date").asText());
    assertEquals("2026-10-08", next.json().at("/run/date").asText());
  }

  @Test
  void restOfASystemIsPassedOverAndALostSatelliteIsFilled() throws IOException {
    run("archive", "import", moved(1).toString());
    run("archive", "import", some(2, name -> !name.matches("BEIDOU-3 M.*")).toString());
    String rest = runAt(EPOCH.plus(Duration.ofDays(2)), "recompute", "--no-fetch").out();
    assertTrue(rest.matches("(?s).*\\(GPS\\), .*\\(BeiDou\\)\\..*"), rest);

    Run lost = recompute(some(3, name -> !name.contains("(C19)")));
    assertTrue(lost.out().contains("C19"), lost.out());
    assertFalse(lost.out().contains("(GPS)"), lost.out());
  }

  @Test
  void satellitesThatTheNewestElementSetsLackAreFilledOneByOne() throws IOException {
    Run run = recompute(some(2, name -> !name.startsWith("GPS BIIF")), "--format", "json");
    assertEquals(0, run.exitCode());
    assertFalse(run.err().contains("does not count"), run.err());
    JsonNode stored = run.json().get("run");
    assertTrue(stored.get("complete").isNull());
    assertEquals(0, stored.get("missing").size());
    assertEquals(31, stored.at("/systems/gps/satellites").asInt());
    assertTrue(stored.get("filled").size() > 3);
    for (JsonNode filled : stored.get("filled")) {
      assertEquals("GPS", filled.get("system").asText());
      assertEquals("2026-10-06", filled.get("snapshot").asText());
    }
  }

  @Test
  void systemThatFallsBehindByDaysIsWarnedOf() throws IOException {
    recompute(moved(1));
    Run run = recompute(some(5, name -> name.startsWith("GPS")), "--quiet");
    assertTrue(
        run.err()
            .matches(
                "skytally: warning: BeiDou: uses the element sets 2026-10-06T\\S+, 4 days behind the"
                    + " newest, because no newer ones have half of it\n"
                    + "skytally: warning: the registry of satellites ends on .*\n"),
        run.err());
  }

  @Test
  void systemThatItsSourceNoLongerRenewsIsWarnedOf() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("stale.tle"),
            TestElements.moved(1, name -> name.startsWith("GPS"))
                + TestElements.moved(11, name -> !name.startsWith("GPS")));
    run("archive", "import", file.toString());
    Run run = runAt(EPOCH.plus(Duration.ofDays(11)), "recompute", "--no-fetch", "--quiet");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.err()
            .matches(
                "skytally: warning: GPS: uses the element sets 2026-10-16T\\S+, 9 days behind the"
                    + " newest, because no newer ones have half of it\n"
                    + "skytally: warning: the registry of satellites ends on .*\n"
                    + "skytally: warning: old orbits: 1 GPS MEO satellite by an element set 28 days .*\n"),
        run.err());
  }

  @Test
  void systemScatteredOverSnapshotsIsTakenSatelliteBySatellite() throws IOException {
    int whole =
        recompute(moved(100), "--format", "json").json().at("/run/systems/gps/satellites").asInt();
    for (int third = 0; third < 3; third++) {
      String digits = List.of("0123", "456", "789").get(third);
      Predicate<String> ofThird =
          name -> name.startsWith("GPS") && digits.indexOf(name.charAt(name.indexOf(')') - 1)) >= 0;
      run("archive", "import", some(300 + third, ofThird).toString());
    }
    Run run = run("recompute", "--no-fetch", "--systems", "GPS", "--format", "json");
    assertEquals(whole, run.json().at("/run/systems/gps/satellites").asInt(), run.out());
  }

  /** Only a file that does not exist is a new history. */
  @ParameterizedTest
  @ValueSource(
      strings = {"recompute --no-fetch", "history", "history verify", "archive prune --keep all"})
  void anEmptiedHistoryIsALossAndStaysAsItIs(String command) throws IOException {
    recompute(moved(1));
    Path history = folder.resolve(".local/share/skytally/history.sqlite");
    Files.write(history, new byte[0]);
    Run run = run((command + " --history " + history).split(" "));
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertEquals("", run.out());
    assertEquals(
        ("skytally: %s: is empty, expected a history; restore a backup, or delete the file to"
                + " begin a new history\n")
            .formatted(history),
        run.err());
    assertEquals(0, Files.size(history));
  }

  @Test
  void damagedSnapshotIsPassedOverWithAWord() throws IOException {
    run("archive", "import", moved(1).toString(), moved(2).toString());
    Path archive = folder.resolve(".local/share/skytally/archive");
    List<Entry> entries = SnapshotArchive.open(archive).entries();
    Files.writeString(archive.resolve("snapshots").resolve(entries.get(1).file()), "hello");
    Run run = run("recompute", "--no-fetch");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains(entries.get(1).file()), run.err());
    assertTrue(run.err().startsWith("skytally: warning: skipped: "), run.err());
    assertTrue(run.out().contains("2026-10-06: "), run.out());
  }

  @Test
  void elementSetsPassedOverAreWarnedOfThoughOthersAreWhole() throws IOException {
    recompute(moved(1));
    run("archive", "import", some(40, name -> name.contains("(PRN 01)")).toString());
    Run run = run("recompute", "--no-fetch");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("GPS, BeiDou: uses the element sets 2026-10-06T"), run.err());
    assertTrue(run.err().endsWith("no newer ones have half of them\n"), run.err());
  }

  @Test
  void laterRunOfADayIsComparedWithTheEarlierOne() throws IOException {
    recompute(moved(1));
    Run earlier = recompute(some(4, name -> !name.contains("(C19)")));
    String label = earlier.out().replaceAll("(?s).*By the element sets (\\S+)\\.\n.*", "$1");
    Run later = recompute(some(4.1, name -> !name.contains("(C19)")));
    assertTrue(
        later
            .out()
            .replace('\n', ' ')
            .contains("Since the earlier run of that day, by the element sets " + label + ", "),
        later.out());
    assertTrue(later.out().contains("C19 (43001) on 2026-10-09, by elements of 2026-10-06"));
    assertFalse(later.out().contains("What happened"), later.out());
    Run back = recompute(moved(4.2));
    assertFalse(back.out().contains("C19"), back.out());
  }

  @Test
  void changeThatCouldNotBeToldIsToldTheNextTime() throws IOException {
    assertToldAgainAfter("No space left on device");
  }

  @Test
  void changeWhoseReaderIsGoneIsToldTheNextTime() throws IOException {
    assertToldAgainAfter("Broken pipe");
  }

  private void assertToldAgainAfter(String failure) throws IOException {
    recompute(moved(1));
    run("archive", "import", moved(4).toString());
    Map<String, String> home = Map.of("HOME", folder.toString());
    Run untold = Run.into(failure, home, "recompute", "--no-fetch", "--fail-on-change");
    assertEquals(1, untold.exitCode());
    assertTrue(untold.err().contains(failure), untold.err());

    Run again = run("recompute", "--no-fetch", "--fail-on-change");
    assertEquals(3, again.exitCode(), again.err());
    assertTrue(again.out().contains("Since 2026-10-06, "), again.out());
    assertClean();
  }

  @Test
  void historyOfTheArchiveIsFilledFromIt() throws IOException {
    recompute(moved(1));
    assertEquals(0, run("archive", "import", moved(2).toString(), moved(3).toString()).exitCode());
    String history = folder.resolve(".local/share/skytally/history.sqlite").toString();
    assertEquals(
        new Run(
            0,
            "2 runs stored in " + history + ", 1 already there\n",
            "skytally: warning: completeness unknown on 2 days from 2026-10-07 to 2026-10-08, which"
                + " the registry of satellites does not cover\n"),
        run("history", "backfill"));
  }

  /** A clock that the pauses put forward. */
  private static class SteppedClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Watches for some pauses of three hours, and calls back before each. */
  private String watch(int pauses, IntConsumer before) {
    SteppedClock clock = new SteppedClock();
    int[] done = new int[1];
    return watch(
        clock,
        length -> {
          if (done[0] == pauses) {
            throw new InterruptedException();
          }
          before.accept(done[0]++);
          clock.now = clock.now.plus(Duration.ofHours(3));
        });
  }

  private String watch(Clock clock, WatchCommand.Pause pause) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandLine watch = new CommandLine(new WatchCommand(console(out, out, clock), pause).spec());
    assertEquals(0, watch.execute("--no-fetch", "--every", "5h"));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Watches with a list of one site, which is replaced and reloaded before the first pause. */
  private String watchAndReload(String sites) throws IOException {
    Path file = folder.resolve("sites.csv");
    Files.writeString(file, "name,latitude_deg,longitude_deg\nQuito,-0.2,-78.5\n");
    run("archive", "import", moved(1).toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] pauses = new int[1];
    WatchCommand[] command = new WatchCommand[1];
    command[0] =
        new WatchCommand(
            console(out, out, Run.NOON),
            length -> {
              if (pauses[0]++ > 0) {
                throw new InterruptedException();
              }
              try {
                Files.writeString(file, sites);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              command[0].reload();
            });
    CommandLine watch = new CommandLine(command[0].spec());
    assertEquals(0, watch.execute("--no-fetch", "--sites", file.toString()));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void watchThatIsReloadedComputesTheNewSitesAtOnce() throws IOException {
    String out =
        watchAndReload(
            "name,latitude_deg,longitude_deg\nQuito,-0.2,-78.5\nSuva,-18.14,178.44\nBern,47,7.4\n");
    String[] parts = out.split("Reloaded: 3 sites of sites.csv\n", -1);
    assertEquals(2, parts.length, out);
    assertTrue(parts[0].contains(" of 1 site "), out);
    assertTrue(parts[1].contains(" of 3 sites "), out);
  }

  @Test
  void watchThatIsReloadedWithAFaultKeepsItsSites() throws IOException {
    String out = watchAndReload("name,latitude_deg\nQuito,-0.2\n");
    String[] parts =
        out.split("skytally: cannot reload, the old settings stay in use: .*sites\\.csv, .*\n", -1);
    assertEquals(2, parts.length, out);
    assertTrue(parts[1].startsWith("Nothing new: "), out);
    assertTrue(parts[1].contains(" of 1 site "), out);
  }

  @Test
  void watchFirstPrintsItsVersion() throws IOException {
    assertTrue(
        watch(0, pause -> {}).startsWith("skytally " + ProgramVersion.orNone() + " is watching\n"));
  }

  @Test
  void watchThatIsStoppedGivesUpAStalledAnswerAndComputesNothing() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicInteger pauses = new AtomicInteger();
    WatchCommand command =
        new WatchCommand(console(out, out, Run.NOON), length -> pauses.incrementAndGet());
    try (ServerSocket stalling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:%s/gp.php".formatted(stalling.getLocalPort());
      CommandLine watch = new CommandLine(command.spec());
      Thread watching = new Thread(() -> watch.execute("--url", url));
      watching.start();
      try (Socket request = stalling.accept()) {
        assertTrue(request.isConnected());
        command.stop();
        watching.join();
      }
    }
    assertEquals(0, pauses.get());
    assertFalse(out.toString(StandardCharsets.UTF_8).contains(" leads in "), out::toString);
  }

  @Test
  void watchReportsInLines() throws IOException {
    run("archive", "import", moved(1).toString());
    List<String> lines = watch(0, pause -> {}).lines().toList();
    assertTrue(lines.size() > 2, lines::toString);
    assertTrue(lines.get(lines.size() - 1).startsWith("Next run after "), lines::toString);
  }

  @Test
  void momentsOfARunAreInTheZone() throws IOException {
    JsonNode json = recompute(moved(1), "--timezone", "+05:45", "--format", "json").json();
    String epoch = json.at("/run/epoch_median").asText();
    assertTrue(epoch.endsWith("+05:45"), epoch);
    assertEquals(EPOCH, OffsetDateTime.parse(epoch).toInstant().truncatedTo(ChronoUnit.MINUTES));
    assertEquals("2026-10-06", json.at("/run/date").asText());
  }

  @Test
  void watchMoreOftenThanSourcesAreRenewedIsRefused() {
    for (String tooOften : List.of("1s", "599s")) {
      Run run = run("watch", "--no-fetch", "--every", tooOften);
      assertEquals(2, run.exitCode(), tooOften);
    }
    assertTrue(
        run("watch", "--every", "1s")
            .err()
            .startsWith("skytally: --every is too short, expected at least 10m: "));
  }

  @Test
  void watchLooksWhenItIsDueAndNotOtherwise() throws IOException {
    run("archive", "import", moved(1).toString());
    String out = watch(6, pause -> {});
    assertEquals(1, out.split("the first run of its setting", -1).length - 1, out);
    assertEquals(3, out.split("Nothing new: ", -1).length - 1, out);
  }

  @Test
  void watchGoesOnAfterAFailure() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve(".local/share/skytally/history.sqlite"));
    run("archive", "import", moved(1).toString());
    String out =
        watch(
            2,
            pause -> {
              if (pause == 1) {
                try {
                  Files.delete(inTheWay);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    assertTrue(out.contains("\nskytally: "), out);
    assertTrue(out.contains("2026-10-06: GPS leads in "), out);
  }

  @Test
  void watchStopsWhenItIsInterruptedInTheMiddleOfARound() throws IOException {
    recompute(moved(1));
    run("archive", "import", moved(2).toString());
    Clock interrupting =
        new SteppedClock() {
          @Override
          public Instant instant() {
            Thread.currentThread().interrupt();
            return super.instant();
          }
        };
    watch(interrupting, length -> Thread.sleep(0));
    assertClean();
    assertEquals(0, run("recompute", "--no-fetch").exitCode());
  }
}
