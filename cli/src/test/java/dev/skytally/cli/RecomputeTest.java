package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.history.TestElements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecomputeTest {
  @TempDir Path folder;

  /** A run whose user keeps everything in the test's folder. */
  private Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(console(out, err), arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Console(out, err, false, Map.of("HOME", folder.toString()));
  }

  private Path moved(double days) throws IOException {
    return Files.writeString(folder.resolve("moved-" + days + ".tle"), TestElements.moved(days));
  }

  private Run recompute(Path elements, String... options) {
    List<String> arguments = new ArrayList<>(List.of("recompute", "--from", elements.toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
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
    assertTrue(first.out().contains("the first run of its kind"), first.out());

    Run again = recompute(moved(1), "--fail-on-change");
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.out().startsWith("Nothing new: "), again.out());

    Run second = recompute(moved(4), "--fail-on-change");
    assertEquals(3, second.exitCode(), second.err());
    assertTrue(second.out().contains("Since 2026-10-06, "), second.out());
    assertEquals(0, recompute(moved(4), "--fail-on-change").exitCode());
    assertClean();
  }

  @Test
  void changesToldAreThoseOfTheHistory() throws IOException {
    recompute(moved(1));
    JsonNode told = recompute(moved(4), "--format", "json").json();
    JsonNode kept = run("history", "--changes", "--format", "json").json();
    assertEquals(kept.at("/days/0/changed_sides"), told.get("changed_sides"));
    assertEquals(kept.at("/days/0/events"), told.get("events"));
    assertTrue(told.get("new").asBoolean());
    assertEquals("2026-10-06", told.at("/before/date").asText());
  }

  @Test
  void failureToFetchIsALineAndTheLastGoodDataStaysInForce() throws IOException {
    recompute(moved(1));
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = socket.getLocalPort();
    }
    Run run = run("recompute", "--url", "http://127.0.0.1:" + closedPort + "/gp.php");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("Nothing new: "), run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("what is archived stays in force"), run.err());
  }

  @Test
  void groupsThatLackASystemAreRefusedBeforeAnythingIsAsked() {
    Run run = run("recompute", "--url", "http://127.0.0.1:1/gp.php", "--groups", "gps-ops,beidou");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err()
            .startsWith("skytally: a run needs element sets of all of GPS,BDS at once, but http:"),
        run.err());
    assertTrue(run.err().contains("has those of GPS only; ask for gnss"), run.err());
  }

  @Test
  void withoutAnythingArchivedThereIsNothingToCompute() {
    Run run = run("recompute", "--no-fetch");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("the archive holds nothing yet"), run.err());
  }

  @Test
  void historyOfTheArchiveIsFilledFromIt() throws IOException {
    recompute(moved(1));
    assertEquals(0, run("archive", "import", moved(2).toString(), moved(3).toString()).exitCode());
    String history = folder.resolve(".local/share/skytally/history.sqlite").toString();
    assertEquals(
        new Run(0, "2 runs stored in " + history + ", 1 there already\n", ""),
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

  /** Watches for so many pauses of three hours; each is told before it begins. */
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
    CommandLine watch = new CommandLine(new WatchCommand(console(out, out), clock, pause).spec());
    assertEquals(0, watch.execute("--no-fetch", "--every", "5h"));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void watchLooksWhenItIsDueAndNotOtherwise() throws IOException {
    run("archive", "import", moved(1).toString());
    String out = watch(6, pause -> {});
    assertEquals(1, out.split("the first run of its kind", -1).length - 1, out);
    assertEquals(3, out.split("Nothing new: ", -1).length - 1, out);
  }

  @Test
  void watchGoesOnAfterAFailure() {
    String out =
        watch(
            2,
            pause -> {
              if (pause == 1) {
                try {
                  run("archive", "import", moved(1).toString());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    assertTrue(out.startsWith("skytally: "), out);
    assertTrue(out.contains("the archive holds nothing yet"), out);
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
