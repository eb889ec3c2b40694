package dev.skytally.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skytally.fetch.Catalogue;
import dev.skytally.input.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers and removers are killed, and disks run full: nothing that was stored is lost. */
@Tag("exhaustive")
class CrashTest {
  private static final int ROUNDS = 200;
  private static final int LONGEST_LIFE_MILLIS = 60;
  private static final Instant STORED = Instant.parse("2026-11-24T12:34:56Z");

  @TempDir Path folder;

  /** Stores snapshots as long as it lives, and tells of each that is stored. */
  static final class Writer {
    public static void main(String[] arguments) throws IOException {
      SnapshotArchive archive = SnapshotArchive.open(Path.of(arguments[0]));
      for (int i = 0; ; i++) {
        Catalogue catalogue = Catalogue.movedByDays(i % 50).with(900_000_000 + i, arguments[1]);
        TextFile text = TextFile.of("answer", catalogue.json());
        System.out.println(archive.add(text, arguments[1], STORED).sha256());
      }
    }
  }

  /** Removes snapshots, oldest first, for as long as it lives. */
  static final class Remover {
    public static void main(String[] arguments) throws IOException {
      SnapshotArchive archive = SnapshotArchive.open(Path.of(arguments[0]));
      while (true) {
        try (SnapshotArchive.Writer writer = archive.write()) {
          List<SnapshotArchive.Entry> all = archive.entries();
          all.subList(0, Math.min(3, all.size())).forEach(writer::remove);
        }
        System.out.println("removed");
      }
    }
  }

  private static Process start(Path archive, String name) throws IOException {
    return start(Writer.class, archive, name);
  }

  private static Process start(Class<?> program, Path archive, String name) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            program.getName(),
            archive.toString(),
            name)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void killedWritersLoseNothingThatTheyToldOf() throws Exception {
    Path archive = folder.resolve("archive");
    Random random = new Random(20261124);
    Set<String> told = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Process> writers =
          List.of(start(archive, "GPS A" + round), start(archive, "GPS B" + round));
      try {
        BufferedReader first = reader(writers.get(0));
        told.add(first.readLine());
        writers.get(0).waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        // By their handles, as the processes themselves would close what is still to be read.
        writers.forEach(writer -> writer.toHandle().destroyForcibly());
        readWholeLines(first, told);
        readWholeLines(reader(writers.get(1)), told);
      } finally {
        for (Process writer : writers) {
          writer.destroyForcibly().waitFor();
        }
      }
      SnapshotArchive left = SnapshotArchive.open(archive);
      if (round % 20 == 0 || round == ROUNDS - 1) {
        assertEquals(List.of(), left.verify(), "round " + round);
      }
      Set<String> kept =
          left.entries().stream().map(SnapshotArchive.Entry::sha256).collect(Collectors.toSet());
      assertTrue(kept.containsAll(told), "round " + round);
    }
    System.out.println(told.size() + " snapshots were told of in " + ROUNDS + " rounds");
  }

  @Test
  void killedRemoversLeaveEachSnapshotWholeOrGone() throws Exception {
    Path archive = folder.resolve("archive");
    Random random = new Random(20261128);
    for (int round = 0; round < ROUNDS / 4; round++) {
      List<Process> processes =
          List.of(start(archive, "GPS A" + round), start(Remover.class, archive, ""));
      try {
        reader(processes.get(0)).readLine();
        reader(processes.get(1)).readLine();
        processes.get(1).waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        processes.forEach(process -> process.toHandle().destroyForcibly());
      } finally {
        for (Process process : processes) {
          process.destroyForcibly().waitFor();
        }
      }
      assertEquals(List.of(), SnapshotArchive.open(archive).verify(), "round " + round);
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** The last line may have been cut off. */
  private static void readWholeLines(BufferedReader reader, Set<String> lines) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.length() == 64) {
        lines.add(line);
      }
    }
  }

  @Test
  void aFullDiskLosesNothing() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
        "needs the right to mount a small disk");
    try {
      Path filler = Files.write(disk.resolve("filler"), new byte[200_000]);
      SnapshotArchive archive = SnapshotArchive.open(disk.resolve("archive"));
      List<SnapshotArchive.Entry> stored = new ArrayList<>();
      IOException full =
          assertThrows(
              IOException.class,
              () -> {
                for (int day = 0; ; day++) {
                  TextFile text = TextFile.of("answer", Catalogue.movedByDays(day).json());
                  stored.add(archive.add(text, "test", STORED));
                }
              });
      assertTrue(full.getMessage().contains(": cannot be written: "), full.getMessage());
      assertTrue(stored.size() > 10, stored.size() + " were stored");
      assertEquals(List.of(), archive.verify());
      assertTrue(archive.entries().containsAll(stored));

      Files.delete(filler);
      TextFile text = TextFile.of("answer", Catalogue.movedByDays(stored.size() + 1).json());
      stored.add(archive.add(text, "test", STORED));
      assertEquals(List.of(), archive.verify());
      assertTrue(archive.entries().containsAll(stored));
    } finally {
      run("umount", disk.toString());
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
