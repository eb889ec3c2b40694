package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's archive, filled by import and fetch and used by commands that compute. */
class ArchiveTest {
  private static final LocalDate NEWEST = LocalDate.of(2026, 10, 6);

  @TempDir Path home;

  private Path archive;

  @BeforeEach
  void noArchiveYet() {
    archive = home.resolve(".local/share/skytally/archive");
  }

  @Test
  void aSourceThatDoesNotExistIsAMistakeAndNoFailureToGoOnAfter() {
    Path none = home.resolve("none.tle");
    for (String command : List.of("fetch", "recompute")) {
      assertEquals(
          new Run(1, "", "skytally: " + none + ": there is no such file\n"),
          run(command + " --from " + none));
    }
    assertFalse(Files.exists(archive));
  }

  @Test
  void whatIsOlderThanWhatIsHeldIsRejectedWithTheWayToKeepIt() throws IOException {
    Path old = Files.writeString(home.resolve("old.tle"), TestElements.text("2024-09-22"));
    Run run = run("fetch --from " + old);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("is older than the archived or bundled element sets"), run.err());
    assertTrue(run.err().endsWith("add it with skytally archive import\n"), run.err());
    assertDone(run("archive import " + old));
  }

  private Run run(String line) {
    return Run.in(Map.of("HOME", home.toString()), line.split(" ", -1));
  }

  @Test
  void bundledElementSetsAreListedWithTheArchiveWhereMoreAre() throws IOException {
    assertTrue(
        run("elements")
            .out()
            .contains("\nThere is no archive yet; create one with skytally fetch "));
    assertDone(run("archive import " + fileADayLater()));
    Run with = run("elements");
    assertTrue(
        with.out().replace("\n", " ").contains(" There are more in the archive " + archive),
        with.out());
  }

  private static void assertDone(Run run) {
    assertEquals(0, run.exitCode(), run.err());
  }

  /** Returns the newest bundled element sets as OMM, with the epochs moved by a day. */
  private static String aDayLater() {
    return BundledSnapshots.load(NEWEST).elementSets().stream()
        .map(ArchiveTest::record)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String record(ElementSet set) {
    return String.format(
        Locale.ROOT,
        "{\"OBJECT_NAME\":\"%s\",\"OBJECT_ID\":\"%s\",\"NORAD_CAT_ID\":%d,\"EPOCH\":\"%s\","
            + "\"MEAN_MOTION\":%.8f,\"ECCENTRICITY\":%.7f,\"INCLINATION\":%.4f,"
            + "\"RA_OF_ASC_NODE\":%.4f,\"ARG_OF_PERICENTER\":%.4f,\"MEAN_ANOMALY\":%.4f,"
            + "\"BSTAR\":0,\"MEAN_MOTION_DOT\":0,\"MEAN_MOTION_DDOT\":0}",
        set.name(),
        set.internationalDesignator(),
        set.catalogNumber(),
        set.epoch().plus(Duration.ofDays(1)).toString().replace("Z", ""),
        set.meanMotionRevolutionsPerDay(),
        set.eccentricity(),
        set.inclinationDegrees(),
        set.rightAscensionDegrees(),
        set.argumentOfPerigeeDegrees(),
        set.meanAnomalyDegrees());
  }

  private Path fileADayLater() throws IOException {
    return Files.writeString(home.resolve("later.json"), aDayLater());
  }

  @Test
  void withoutAnArchiveNothingIsMadeAndTheBundleIsUsed() throws IOException {
    Run run = run("capitals");
    assertEquals(Run.ofLine("capitals"), run);
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(List.of(), files.toList());
    }
    assertEquals(
        new Run(
            1,
            "",
            "skytally: there is no archive yet; create one with skytally fetch or skytally archive"
                + " import\n"),
        run("archive list"));
  }

  @Test
  void importedElementSetsAreListedVerifiedAndExported() throws IOException {
    Path file = fileADayLater();
    assertEquals(
        new Run(0, "1 stored, 0 already there, 0 rejected, of 1 file\n", ""),
        run("archive import " + file));
    assertEquals(
        "0 stored, 1 already there, 0 rejected, of 1 file\n", run("archive import " + file).out());
    JsonNode snapshot = run("archive list --format json").json().at("/snapshots/0");
    assertEquals(170, snapshot.get("element_sets").asInt());
    assertEquals("2026-10-06T15:00:04.000Z", snapshot.get("epoch_median").asText());
    assertEquals(file.toString(), snapshot.get("origin").asText());
    assertEquals(2, run("archive list --format csv").lines().size());
    String listed = run("archive list").out().replaceAll("\\s+", " ");
    assertTrue(listed.startsWith("1 snapshot in " + archive), listed);
    assertEquals(
        new Run(0, "1 snapshot in " + archive + ", all undamaged\n", ""), run("archive verify"));
    Path target = home.resolve("out");
    assertDone(run("archive export " + target));
    try (Stream<Path> files = Files.list(target)) {
      assertEquals(
          List.of(aDayLater()), files.map(ArchiveTest::content).toList(), "as it was received");
    }
  }

  @Test
  void damagedSnapshotsAreNotExportedAndTheOthersAre() throws IOException {
    assertDone(run("archive import " + fileADayLater()));
    Path moved = Files.writeString(home.resolve("moved.tle"), TestElements.moved(3));
    assertDone(run("archive import " + moved));
    Path damaged;
    try (Stream<Path> files = Files.list(archive.resolve("snapshots"))) {
      damaged = files.filter(file -> file.toString().contains(".json")).findFirst().orElseThrow();
    }
    Files.writeString(damaged, "something else");
    Path target = home.resolve("out");
    Run run = run("archive export " + target);
    assertEquals(1, run.exitCode());
    assertEquals("1 snapshot written to " + target + "\n", run.out());
    assertTrue(run.err().startsWith("skytally: not written: " + damaged + ": is not"), run.err());
    try (Stream<Path> files = Files.list(target)) {
      assertEquals(List.of(TestElements.moved(3)), files.map(ArchiveTest::content).toList());
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anArchiveOfAnotherMachineKeepsItsOriginsWhenImported() throws IOException {
    Path file = fileADayLater();
    assertDone(run("archive import " + file + " --archive " + home.resolve("other")));
    assertDone(run("archive import " + home.resolve("other/snapshots")));
    assertEquals(
        file.toString(),
        run("archive list --format json").json().at("/snapshots/0/origin").asText());
  }

  @Test
  void refusedFilesAreNamedAndTheOthersStored() throws IOException {
    Path folder = Files.createDirectories(home.resolve("files"));
    Files.writeString(folder.resolve("a.txt"), "nothing of the kind\n");
    Files.writeString(folder.resolve("b.json"), aDayLater());
    Files.writeString(
        folder.resolve("c.json"), aDayLater().replace("\"ECCENTRICITY\":0.00", "\"E\":0.00"));
    Run run = run("archive import " + folder);
    assertEquals(1, run.exitCode());
    assertEquals("1 stored, 0 already there, 2 rejected, of 3 files\n", run.out());
    List<String> problems = run.err().lines().toList();
    assertTrue(
        problems.get(0).startsWith("skytally: not stored: " + folder.resolve("a.txt") + ": "),
        run.err());
    assertTrue(problems.get(1).contains(" element sets are damaged"), run.err());
  }

  @Test
  void fewDamagedElementSetsAreStoredWithAWarning() throws IOException {
    String text = aDayLater();
    Path file =
        Files.writeString(
            home.resolve("few.json"), text.replaceFirst("\"ECCENTRICITY\":0.00", "\"E\":0.00"));
    Run run = run("archive import " + file);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("1 stored, 0 already there, 0 rejected, of 1 file\n", run.out());
    assertTrue(
        run.err()
            .matches(
                "skytally: warning: \\S+few.json: 1 of \\d+ element sets are damaged and do"
                    + " not count; the first: .*\n"),
        run.err());
  }

  @Test
  void damageIsAFailureThatNamesTheFile() throws IOException {
    assertDone(run("archive import " + fileADayLater()));
    try (Stream<Path> files = Files.list(archive.resolve("snapshots"))) {
      Path snapshot = files.findFirst().orElseThrow();
      Files.write(snapshot, new byte[] {0x1f, (byte) 0x8b, 8, 0});
      Run run = run("archive verify");
      assertEquals(1, run.exitCode());
      assertTrue(
          run.err().startsWith("skytally: " + snapshot + ": is a damaged gzip file"), run.err());
    }
  }

  @Test
  void archivedElementSetsAreUsedWhereTheyAreNearest() throws IOException {
    assertDone(run("archive import " + fileADayLater()));
    JsonNode later = run("capitals --date 2026-10-08 --format json").json();
    assertEquals("2026-10-06T1500Z", later.at("/elements/snapshot").asText().substring(0, 16));
    assertEquals(home.resolve("later.json").toString(), later.at("/elements/origin").asText());
    JsonNode earlier = run("capitals --date 2026-08-25 --format json").json();
    assertEquals("2026-10-06", earlier.at("/elements/snapshot").asText());
    assertTrue(earlier.at("/elements/origin").asText().startsWith("bundled; "));
    JsonNode newest = run("capitals --format json").json();
    assertEquals("2026-10-06T00:00:00.000Z", newest.at("/window/start").asText());
    assertTrue(
        run("capitals --date 2026-10-08").out().contains("\nElements  snapshot 2026-10-06T1500Z-"));
  }

  @Test
  void elementSetsOfADateAreCalledByTheSnapshotThatTheyAreOfAndFlownOnItsDay() throws IOException {
    assertDone(run("archive import " + fileADayLater()));
    JsonNode json = run("capitals --elements 2026-10-20 --format json").json();
    assertEquals("2026-10-06T1500Z", json.at("/elements/snapshot").asText().substring(0, 16));
    assertEquals("2026-10-06T00:00:00.000Z", json.at("/window/start").asText());
    JsonNode old = run("capitals --elements 2024-09-01 --format json").json();
    assertEquals("2024-09-22", old.at("/elements/snapshot").asText());
    assertEquals("2024-09-21T00:00:00.000Z", old.at("/window/start").asText());
    assertTrue(
        run("capitals --elements 2024-09-01 --format csv").lines().get(1).endsWith(",2024-09-22,"));
  }

  @Test
  void satellitesWithNineDigitsInTheCatalogueAreNamedCountedAndSorted() throws IOException {
    String newcomer =
        record(BundledSnapshots.load(NEWEST).elementSets().get(0))
            .replaceFirst("\"OBJECT_NAME\":\"[^\"]*\"", "\"OBJECT_NAME\":\"GPS BIII-99\"")
            .replaceFirst("\"OBJECT_ID\":\"[^\"]*\"", "\"OBJECT_ID\":\"2026-200A\"")
            .replaceFirst("\"NORAD_CAT_ID\":\\d+", "\"NORAD_CAT_ID\":799500001");
    Path file = home.resolve("newcomer.json");
    Files.writeString(file, aDayLater().replaceFirst("]$", "," + newcomer + "]"));
    assertDone(run("archive import " + file));
    String flags = " --date 2026-10-08 --include 799500001 --format ";
    JsonNode gps = run("capitals" + flags + "json").json().at("/systems/gps/satellites");
    assertEquals(32, gps.size());
    assertEquals(799_500_001, gps.get(31).get("norad").asInt(), "last, as it has no PRN");
    assertTrue(run("elements" + flags + "csv").out().contains(",799500001,GPS BIII-99,"));
    assertTrue(run("elements" + flags + "table").out().contains(" 799500001 GPS BIII-99 "));
    assertTrue(run("passes 0,0 --systems GPS" + flags + "csv").out().contains("799500001"));
  }

  @Test
  void anArchiveElsewhereIsUsedWhenGiven() throws IOException {
    Path elsewhere = home.resolve("elsewhere");
    assertDone(run("archive import " + fileADayLater() + " --archive " + elsewhere));
    assertFalse(Files.exists(archive));
    String flags = " --date 2026-10-08 --format json --archive ";
    assertEquals(
        home.resolve("later.json").toString(),
        run("capitals" + flags + elsewhere).json().at("/elements/origin").asText());
    assertEquals(
        new Run(
            1,
            "",
            "skytally: --archive nowhere: there is no such folder; create it with skytally fetch"
                + " or skytally archive import\n"),
        run("capitals" + flags + "nowhere"));
  }

  @Test
  void foldersFollowTheXdgSpecification() throws IOException {
    Path data = home.resolve("data");
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "XDG_DATA_HOME", data.toString());
    assertDone(Run.in(environment, "archive", "import", fileADayLater().toString()));
    assertTrue(Files.exists(data.resolve("skytally/archive/manifest.tsv")));
    assertEquals(
        "skytally: there is no place for an archive, because neither XDG_DATA_HOME nor HOME is set:"
            + " give --archive DIR\n",
        Run.ofLine("archive import x.tle").err());
    assertEquals(
        "skytally: requests nothing, because there is no place to log requests: neither"
            + " XDG_STATE_HOME nor HOME is set\n",
        Run.ofLine("fetch --archive " + home.resolve("a")).err());
  }

  /** A server that gives the same answer again and again, and counts. */
  private record Server(HttpServer http, AtomicInteger requests) implements AutoCloseable {
    static Server answering(int status, String body) throws IOException {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AtomicInteger requests = new AtomicInteger();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      http.createContext(
          "/",
          exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      http.start();
      return new Server(http, requests);
    }

    String url() {
      return "http://127.0.0.1:" + http.getAddress().getPort() + "/gp.php";
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }

  @Test
  void fetchedElementSetsAreArchivedAndUsedAndNotAskedForAgain() throws IOException {
    try (Server server = Server.answering(200, aDayLater())) {
      String asked = server.url() + "?GROUP=gnss&FORMAT=JSON";
      assertEquals(
          new Run(0, asked + ": would be requested now\n", ""),
          run("fetch --dry-run --url " + server.url()));
      assertEquals(0, server.requests().get());

      Run fetched = run("fetch --url " + server.url());
      assertDone(fetched);
      assertTrue(
          fetched.out().startsWith(asked + ": stored as 2026-10-06T1500Z-")
              && fetched
                  .out()
                  .endsWith(".json.gz, 170 element sets, median epoch 2026-10-06 15:00 UTC\n"),
          fetched.out());
      assertEquals(
          asked,
          run("capitals --date 2026-10-08 --format json").json().at("/elements/origin").asText());

      for (String again : List.of("fetch", "fetch --omm csv", "fetch --dry-run")) {
        Run second = run(again + " --url " + server.url());
        assertDone(second);
        assertTrue(
            second
                .out()
                .matches(
                    ".*: not requested again within two hours, even if the last request failed; due at"
                        + " 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)? UTC\n"),
            second.out());
      }
      String local = run("fetch --timezone +05:45 --url " + server.url()).out();
      assertTrue(local.endsWith(" +05:45\n"), local);
      assertEquals(1, server.requests().get());
    }
  }

  @Test
  void failuresAreToldInOneLineEachAndEndWithExitCodeOne() throws IOException {
    try (Server server = Server.answering(503, "")) {
      String flags = " --groups gps-ops,galileo --url " + server.url();
      assertEquals(
          new Run(
              1,
              "",
              """
              skytally: %1$s?GROUP=gps-ops&FORMAT=JSON: failed: it answers with the error HTTP 503
              skytally: %1$s?GROUP=galileo&FORMAT=JSON: not requested after this failure
              """
                  .formatted(server.url())),
          run("fetch" + flags));
      assertEquals(1, server.requests().get());
      assertFalse(Files.exists(archive));
    }
  }

  /** GPS of the default day: the notices are used, and asked for once in two hours. */
  @Test
  void fetchedNoticesCountWithUsable() throws IOException {
    String table = "prn,from,to,source\nG05,2026-10-05T06:00,2026-10-05T08:00,a test\n";
    Path notices = home.resolve(".local/share/skytally/notices");
    try (Server server = Server.answering(200, table)) {
      String fetch = "fetch --notices " + server.url();
      assertEquals(server.url() + ": would be requested now\n", run(fetch + " --dry-run").out());
      Run fetched = run(fetch);
      assertDone(fetched);
      assertTrue(fetched.out().endsWith(".txt, 1 outage\n"), fetched.out());
      assertTrue(run(fetch).out().contains(": not requested again within two hours"));
      assertEquals(1, server.requests().get());
    }
    JsonNode outages = run("passes ET --format json --usable").json().get("outages");
    assertEquals("the bundled list and " + notices, outages.get("source").asText());
    assertEquals("G05", outages.at("/list/0/prn").asText());
    assertEquals("[\"BDS\"]", outages.get("unknown").toString());
    assertEquals(
        outages.get("list"),
        run("passes ET --format json --outages " + notices).json().at("/outages/list"));
    Path same = Files.writeString(home.resolve("same.csv"), table);
    assertTrue(run("fetch --notices " + same).out().contains(": nothing new; the same notices"));
    for (String answer : List.of("<html><body>sorry</body></html>", "prn,from,to,source\n")) {
      try (Server server = Server.answering(200, answer)) {
        Run rejected = run("fetch --notices " + server.url());
        assertEquals(1, rejected.exitCode());
        assertTrue(rejected.err().contains(": rejected, because the answer "), rejected.err());
      }
    }
    try (Stream<Path> files = Files.list(notices)) {
      assertEquals(List.of(table), files.map(ArchiveTest::text).toList());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rejectedAnswersAreKeptAside() throws IOException {
    try (Server server = Server.answering(200, "<html><body>sorry</body></html>")) {
      Run run = run("fetch --url " + server.url());
      assertEquals(1, run.exitCode());
      assertTrue(
          run.err().contains(": rejected, because the answer begins with \"<html>")
              && run.err().contains("; kept as " + archive.resolve("rejected"))
              && run.err().endsWith(".answer.gz\n"),
          run.err());
      assertEquals(Run.ofLine("capitals").out(), run("capitals").out());
    }
  }

  @Test
  void aFileThatIsNoElementSetsSpoilsNoOther() throws IOException {
    Path exports = Files.createDirectories(home.resolve("exports"));
    Files.writeString(exports.resolve("a.txt"), "notes\n");
    Files.writeString(exports.resolve("b.json"), aDayLater());
    Run run = run("fetch --from " + exports);
    assertEquals(1, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.out().startsWith(exports.resolve("b.json") + ": stored as "), run.out());
  }

  @Test
  void emptyFoldersAndNamesAreToldOf() throws IOException {
    Path empty = Files.createDirectories(home.resolve("empty"));
    String problem = "skytally: " + empty + ": holds no files, expected at least one\n";
    assertEquals(new Run(1, "", problem), run("fetch --from " + empty));
    assertEquals(new Run(1, "", problem), run("archive import " + empty));
    String nameless = "skytally: \"\": is not a name, expected a file or a folder\n";
    assertEquals(new Run(1, "", nameless), run("fetch --from "));
    assertEquals(new Run(1, "", nameless), run("archive import "));
  }

  @Test
  void filesAreSourcesToo() throws IOException {
    Path file = fileADayLater();
    Run run = run("fetch --from " + file);
    assertDone(run);
    assertTrue(run.out().startsWith(file + ": stored as "), run.out());
    assertTrue(run("fetch --from " + file).out().contains(": nothing new; "));
  }
}
