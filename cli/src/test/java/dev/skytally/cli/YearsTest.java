package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.history.TestElements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Years of scheduled runs, simulated: a server that fails in every way, a clock that is wrong at
 * times, two machines that share an archive and a history, runs that are killed, a full disk, and
 * upgrades.
 *
 * <p>Time is simulated, and a run that is killed is one whose clock throws. Processes that are
 * really killed are in {@link CrashTest}.
 */
class YearsTest {
  private static final Instant BEGIN = Instant.parse("2026-10-08T06:00:00Z");
  private static final Duration BETWEEN_REQUESTS = Duration.ofHours(2);
  private static final long SEED = 20_261_128;
  private static final List<String> MACHINES = List.of("first", "second");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private Instant trueTime = BEGIN;
  private String version = "1.0";

  /** By machine, when it asked, by the true time. */
  private final Map<String, List<Instant>> requests = new HashMap<>();

  /**
   * What each run reported as new: the digest of its element sets and what it was compared with.
   */
  private final List<JsonNode> reported = new ArrayList<>();

  private String asking = "";
  private Answer answer = Answer.GOOD;

  /** How the server answers. */
  private enum Answer {
    GOOD,
    NOT_UPDATED,
    ERROR,
    NOT_FOUND,
    REDIRECT,
    HTML,
    EMPTY,
    CUT_OFF,
    HALF_A_SYSTEM,
    OLD,
    BREAKS_OFF,
    CLOSES
  }

  /** Ends a simulated run where a real one would be killed. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A machine's clock, which may be wrong, and kills the run when it is read for a given time. */
  private final class MachineClock extends Clock {
    private final Duration wrongBy;
    private int readingsLeft;

    private MachineClock(Duration wrongBy, int readingsLeft) {
      this.wrongBy = wrongBy;
      this.readingsLeft = readingsLeft;
    }

    @Override
    public Instant instant() {
      if (readingsLeft-- == 0) {
        throw new Killed();
      }
      return trueTime.plus(wrongBy);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    requests.computeIfAbsent(asking, machine -> new ArrayList<>()).add(trueTime);
    byte[] good = elements(trueTime.minus(Duration.ofHours(5))).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      switch (answer) {
        case GOOD -> reply(exchange, 200, good);
        case NOT_UPDATED -> reply(exchange, 403, bytes("GP data has not updated since your last"));
        case ERROR -> reply(exchange, 500, bytes("Internal Server Error"));
        case NOT_FOUND -> reply(exchange, 404, bytes("Not Found"));
        case REDIRECT -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
          reply(exchange, 302, bytes(""));
        }
        case HTML -> reply(exchange, 200, bytes("<html><body>Log in to the network</body></html>"));
        case EMPTY -> reply(exchange, 200, bytes(""));
        case CUT_OFF ->
            reply(exchange, 200, Arrays.copyOf(good, good.length / 2 + random.nextInt(99)));
        case HALF_A_SYSTEM ->
            reply(
                exchange,
                200,
                bytes(withoutNames(new String(good, StandardCharsets.UTF_8), "GPS BIIF|GPS BIII")));
        case OLD -> reply(exchange, 200, bytes(elements(trueTime.minus(Duration.ofDays(20)))));
        case BREAKS_OFF -> {
          exchange.sendResponseHeaders(200, good.length);
          exchange.getResponseBody().write(good, 0, good.length / 3);
        }
        case CLOSES -> {
          // Without an answer.
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** The newest bundled snapshot, moved to an instant; now and then a satellite is missing. */
  private static String elements(Instant at) throws IOException {
    double days =
        Duration.between(Instant.parse("2026-10-05T15:00:00Z"), at).toSeconds() / 86_400.0;
    long month = (long) days / 30;
    String text = TestElements.moved(days);
    return month % 3 == 1 ? withoutNames(text, "GPS.*PRN 0?%s\\)".formatted(month % 32 + 1)) : text;
  }

  private static String withoutNames(String text, String names) {
    List<String> lines = text.lines().toList();
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i + 2 < lines.size(); i += 3) {
      if (!lines.get(i).matches(".*(" + names + ").*")) {
        kept.append(String.join("\n", lines.subList(i, i + 3))).append('\n');
      }
    }
    return kept.toString();
  }

  private Run run(String machine, Clock clock, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of(
            "XDG_DATA_HOME", folder.resolve("data").toString(),
            "XDG_STATE_HOME", folder.resolve(machine).toString(),
            "XDG_CACHE_HOME", folder.resolve("cache").toString());
    asking = machine;
    int exitCode = Main.run(new Console(out, err, false, environment, clock, version), arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void simulate(int runs, Duration between) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    try {
      String url = "http://127.0.0.1:%s/gp.php".formatted(server.getAddress().getPort());
      for (int i = 0; i < runs; i++) {
        version = "1." + 3 * i / runs;
        answer =
            random.nextInt(10) < 6
                ? Answer.GOOD
                : Answer.values()[random.nextInt(Answer.values().length)];
        String machine = MACHINES.get(random.nextInt(MACHINES.size()));
        trueTime =
            trueTime.plusSeconds((long) (between.toSeconds() * (0.2 + 1.6 * random.nextDouble())));
        recompute(machine, url, Duration.ZERO);
        if (i % 10 == 9) {
          // The machine starts with a wrong clock, which is set right after a while.
          trueTime = trueTime.plusSeconds(random.nextInt(4 * 3600));
          Duration back =
              Duration.between(trueTime, Instant.EPOCH).dividedBy(1L << random.nextInt(12));
          recompute(machine, url, back);
          trueTime = trueTime.plusSeconds(random.nextInt(2 * 3600));
          recompute(machine, url, Duration.ZERO);
        }
      }
    } finally {
      server.stop(0);
    }
    assertTrue(requests.get("first").size() > runs / 3, () -> requests.toString());
    requests.values().forEach(YearsTest::assertNeverWithinTwoHours);
    assertEveryChangeReportedOnce();
    assertEquals(0, run("first", Clock.systemUTC(), "archive", "verify").exitCode());
    assertEquals(0, run("first", Clock.systemUTC(), "history", "verify").exitCode());
    assertEquals(Map.of(), differencesFromUndisturbed());
  }

  private void recompute(String machine, String url, Duration wrongBy) throws IOException {
    int whatHappens = random.nextInt(10);
    Clock clock =
        new MachineClock(wrongBy, whatHappens == 0 ? random.nextInt(5) : Integer.MAX_VALUE);
    List<String> line =
        new ArrayList<>(List.of("recompute", "--url", url, "--format", "json", "--fail-on-change"));
    if (whatHappens == 1) {
      // A full disk.
      line.addAll(List.of("-o", "/dev/full"));
    }
    Run run;
    try {
      run = run(machine, clock, line.toArray(String[]::new));
    } catch (Killed e) {
      return;
    }
    if (run.exitCode() != ExitCode.FAILED) {
      JsonNode report = new ObjectMapper().readTree(run.out());
      if (report.get("new").asBoolean()) {
        reported.add(report);
        assertEquals(
            report.get("changed_sides").size() + report.get("events").size() > 0,
            run.exitCode() == ExitCode.CHANGED);
      }
    } else {
      assertTrue(whatHappens < 2, run.err());
    }
  }

  private static void assertNeverWithinTwoHours(List<Instant> times) {
    for (int i = 1; i < times.size(); i++) {
      Duration since = Duration.between(times.get(i - 1), times.get(i));
      assertTrue(since.compareTo(BETWEEN_REQUESTS) >= 0, times.get(i) + " came after " + since);
    }
  }

  /** Each stored run is reported once, compared with the one that was reported before it. */
  private void assertEveryChangeReportedOnce() throws SQLException {
    List<String> stored = new ArrayList<>();
    query(
        folder.resolve("data/skytally/history.sqlite"),
        "SELECT sha256 || program_version FROM run JOIN snapshot ON snapshot.id = run.snapshot"
            + " ORDER BY run.id",
        rows -> stored.add(rows.getString(1)));
    assertEquals(stored, reported.stream().map(report -> key(report.get("run"))).toList());
    int upgrades = 0;
    for (int i = 1; i < reported.size(); i++) {
      JsonNode report = reported.get(i);
      JsonNode before = report.get("before");
      assertEquals(key(reported.get(i - 1).get("run")), key(before));
      if (sha256(before).equals(sha256(report.get("run")))) {
        upgrades++;
        assertEquals(0, report.get("changed_sides").size());
        assertEquals(0, report.get("events").size());
      }
    }
    assertTrue(upgrades > 0);
  }

  private static String sha256(JsonNode run) {
    return run.get("snapshot_sha256").asText();
  }

  private static String key(JsonNode run) {
    return sha256(run) + run.get("program_version").asText();
  }

  /** What differs from runs of the same snapshots in which nothing went wrong, by snapshot. */
  private Map<String, String> differencesFromUndisturbed() throws Exception {
    SnapshotArchive archive = SnapshotArchive.open(folder.resolve("data/skytally/archive"));
    Path clean = folder.resolve("clean");
    // Before anything is archived, the newest bundled element sets count.
    recomputeUndisturbed(clean, BEGIN);
    for (SnapshotArchive.Entry entry : archive.entries()) {
      SnapshotArchive.open(clean.resolve("archive"))
          .add(archive.text(entry), entry.origin(), entry.stored());
      recomputeUndisturbed(clean, entry.medianEpoch().plus(Duration.ofHours(6)));
    }
    Map<String, String> expected = results(clean.resolve("history.sqlite"));
    Map<String, String> differences = results(folder.resolve("data/skytally/history.sqlite"));
    differences.entrySet().removeIf(run -> run.getValue().equals(expected.get(run.getKey())));
    differences.replaceAll(
        (sha, figures) -> expected.containsKey(sha) ? "differs" : "was not computed");
    return differences;
  }

  private void recomputeUndisturbed(Path clean, Instant now) throws IOException {
    Files.createDirectories(clean.resolve("archive"));
    Run run =
        run(
            "clean",
            Clock.fixed(now, ZoneOffset.UTC),
            "recompute",
            "--no-fetch",
            "--archive",
            clean.resolve("archive").toString(),
            "--history",
            clean.resolve("history.sqlite").toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  /** All figures of each run, by the digest of its element sets. */
  private static Map<String, String> results(Path history) throws SQLException {
    Map<String, StringBuilder> results = new TreeMap<>();
    query(
        history,
        "SELECT sha256, site.position, in_view.system, max, mean, min, share_ahead, leader_max"
            + " FROM run JOIN snapshot ON snapshot.id = run.snapshot"
            + " JOIN result ON result.run = run.id JOIN site ON site.id = result.site"
            + " JOIN in_view ON in_view.run = run.id AND in_view.site = site.id"
            + " WHERE run.id IN (SELECT max(id) FROM run GROUP BY snapshot)"
            + " ORDER BY sha256, site.position, in_view.system",
        rows -> {
          StringBuilder text =
              results.computeIfAbsent(rows.getString(1), sha -> new StringBuilder());
          for (int column = 2; column <= 8; column++) {
            text.append(rows.getString(column)).append(' ');
          }
        });
    Map<String, String> texts = new TreeMap<>();
    results.forEach((sha, text) -> texts.put(sha, text.toString()));
    return texts;
  }

  private interface Row {
    void read(ResultSet rows) throws SQLException;
  }

  private static void query(Path history, String sql, Row row) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        row.read(rows);
      }
    }
  }

  @Test
  @Tag("exhaustive")
  void someWeeksOfRunsLoseNothingAndReportEachChangeOnce() throws Exception {
    simulate(60, Duration.ofHours(12));
  }

  @Test
  @Tag("years")
  void fourYearsOfRunsLoseNothingAndReportEachChangeOnce() throws Exception {
    simulate(466, Duration.ofHours(75));
  }
}
