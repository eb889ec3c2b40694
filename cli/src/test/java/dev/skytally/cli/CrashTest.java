package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.cli.console.ProgramVersion;
import dev.skytally.history.HistoryFile;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed, or run out of disk, at any moment. */
@Tag("exhaustive")
class CrashTest {
  private static final int ROUNDS = 200;

  /** About what a whole run takes, so that every part of it is hit. */
  private static final int LATEST_KILL_MILLIS = 1_500;

  private static final long SEED = 20_261_124;

  @TempDir Path folder;
  private Path home;

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A process that is killed leaves SQLite's library there.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.skytally.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("XDG_DATA_HOME");
    builder.environment().remove("XDG_STATE_HOME");
    builder.redirectOutput(folder.resolve("output").toFile());
    return builder.start();
  }

  private Process recompute(Path elements) throws IOException {
    return start("recompute", "--from", elements.toString());
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
  }

  private Path moved(int round) throws IOException {
    return Files.writeString(folder.resolve("elements.tle"), TestElements.moved(1 + 0.05 * round));
  }

  private SnapshotArchive archive() {
    return SnapshotArchive.open(home.resolve(".local/share/skytally/archive"));
  }

  private Path history() {
    return home.resolve(".local/share/skytally/history.sqlite");
  }

  private Set<String> archived() throws IOException {
    Set<String> digests = new HashSet<>();
    for (Entry entry : archive().entries()) {
      digests.add(entry.sha256());
    }
    return digests;
  }

  private int stored() throws IOException {
    try (HistoryFile history = HistoryFile.open(history())) {
      assertEquals(List.of(), HistoryFile.verify(history()));
      return history.settings().isEmpty()
          ? 0
          : history.snapshots(history.settings().get(0), ProgramVersion.orNone()).size();
    }
  }

  @Test
  void killedAtAnyMomentNothingIsHalfStoredAndNothingIsLost() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    Random random = new Random(SEED);
    Set<String> seen = new HashSet<>();
    int killed = 0;
    int runs = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Process process = recompute(moved(round));
      if (!process.waitFor(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        killed++;
      }
      process.waitFor();
      Set<String> now = archived();
      assertTrue(now.containsAll(seen), "no snapshot is lost, round " + round);
      seen = now;
      int storedNow = stored();
      assertTrue(storedNow >= runs, "no run is lost, round " + round);
      assertTrue(
          storedNow == runs || output().contains("By the element sets "),
          "no run is kept untold, round " + round);
      runs = storedNow;
    }
    assertTrue(killed > ROUNDS / 4, killed + " of " + ROUNDS + " were killed in time");
    Process last = recompute(moved(ROUNDS));
    assertEquals(0, last.waitFor(), output());
    assertEquals(List.of(), archive().verify());
    assertTrue(archived().containsAll(seen));
    assertTrue(stored() > 0);
    System.out.printf(
        "%d of %d rounds killed; %d snapshots, %d runs in the history, both undamaged%n",
        killed, ROUNDS, archived().size(), stored());
  }

  @Test
  void severalAtOnceLoseNothingAndNobodyIsLockedOut() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    Set<String> outputs = new HashSet<>();
    for (int round = 0; round < Math.max(3, ROUNDS / 10); round++) {
      Path elements = moved(20 * round);
      Process one = recompute(elements);
      Process other = recompute(elements);
      while (one.isAlive() || other.isAlive()) {
        stored();
      }
      assertEquals(0, one.exitValue(), output());
      assertEquals(0, other.exitValue(), output());
      outputs.add(output());
      assertEquals(round + 1, archived().size());
      assertEquals(round + 1, stored());
    }
    assertTrue(outputs.stream().noneMatch(text -> text.contains("lock")), outputs.toString());
  }

  /** Under nohup, Java ignores the signal. */
  @Test
  void hangUpMakesWatchReloadItsSites() throws Exception {
    assumeFalse(isHangUpIgnored(), "SIGHUP is ignored here");
    home = Files.createDirectory(folder.resolve("home"));
    Path sites = folder.resolve("sites.csv");
    String one = "name,latitude_deg,longitude_deg\nQuito,-0.2,-78.5\n";
    Files.writeString(sites, one);
    Process watch = start("watch", "--no-fetch", "--sites", sites.toString());
    try {
      awaitOutput(watch, "Next run after ");
      Files.writeString(sites, one + "Suva,-18.14,178.44\n");
      assertEquals(
          0, new ProcessBuilder("kill", "-HUP", Long.toString(watch.pid())).start().waitFor());
      awaitOutput(watch, "Reloaded: 2 sites of sites.csv\n");
      watch.destroy();
      watch.waitFor();
    } finally {
      watch.destroyForcibly();
    }
  }

  private static boolean isHangUpIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    String name = "SigIgn:";
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(name))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(name.length()).strip(), 16))
            .anyMatch(ignored -> (ignored & 1) != 0);
  }

  private void awaitOutput(Process process, String text) throws Exception {
    while (!output().contains(text)) {
      assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS), output());
    }
  }

  @Test
  void fullDiskIsToldAndLeavesWhatWasThere() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", home.toString())
            .redirectErrorStream(true)
            .start();
    mount.getInputStream().readAllBytes();
    assumeTrue(mount.waitFor() == 0, "only an administrator may mount a small file system");
    try {
      assertEquals(0, recompute(moved(0)).waitFor(), output());
      int failed = 0;
      for (int round = 1; round <= 20; round++) {
        Set<String> seen = archived();
        int runs = stored();
        Path filler = home.resolve("filler");
        fill(filler, 8 * 1024 * round);
        int code = recompute(moved(20 * round)).waitFor();
        failed += code;
        long problems =
            output()
                .lines()
                .filter(line -> line.startsWith("skytally: "))
                .filter(line -> !line.startsWith("skytally: warning: "))
                .count();
        assertEquals(code, problems, output());
        assertTrue(code <= 1, output());
        Files.delete(filler);
        assertEquals(List.of(), archive().verify());
        assertTrue(archived().containsAll(seen));
        assertTrue(stored() >= runs);
        assertEquals(0, recompute(moved(20 * round)).waitFor(), output());
      }
      assertTrue(failed > 0, "the disk was full at least once");
      System.out.printf("%d of 20 runs found the disk full%n", failed);
    } finally {
      new ProcessBuilder("umount", home.toString()).start().waitFor();
    }
  }

  /** Fills a small file system, except for some bytes. */
  private static void fill(Path filler, int leftBytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
      byte[] block = new byte[4096];
      long free = Files.getFileStore(filler).getUsableSpace() - leftBytes;
      for (long written = 0; written < free; written += block.length) {
        file.write(block);
      }
    }
  }
}
