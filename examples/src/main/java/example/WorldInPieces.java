package example;

import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.ConstellationSelection;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Computes the two halves of a world in two processes and adds them up in a third. */
final class WorldInPieces {
  private WorldInPieces() {}

  private static WorldStudy study() {
    var day = LocalDate.of(2026, 10, 6);
    var start = Instant.parse("2026-10-06T00:00:00Z");
    return WorldStudy.of(
            ConstellationSelection.on(day)
                .from(BundledSnapshots.load(day), start.plusSeconds(43_200)))
        .on(WorldGrid.cells(2))
        .over(start, Duration.ofDays(1));
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2) {
      try (var file = Files.newOutputStream(Path.of(arguments[1]))) {
        study().pieces(2).get(Integer.parseInt(arguments[0])).run().writeTo(file);
      }
      return;
    }
    Path folder = Files.createTempDirectory("world");
    List<Process> processes = new ArrayList<>();
    List<Path> files = List.of(folder.resolve("0"), folder.resolve("1"));
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  WorldInPieces.class.getName(),
                  Integer.toString(i),
                  files.get(i).toString())
              .inheritIO()
              .start());
    }
    List<WorldResult> pieces = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      if (processes.get(i).waitFor() != 0) {
        throw new IllegalStateException("process " + i + " failed");
      }
      try (var file = Files.newInputStream(files.get(i))) {
        pieces.add(WorldResult.readFrom(file));
      }
      Files.delete(files.get(i));
    }
    Files.delete(folder);
    var sum = WorldResult.sum(pieces);
    var single = study().run();
    System.out.println("complete: " + pieces.get(0).isComplete() + ", " + sum.isComplete());
    System.out.println("equal: " + sum.equals(single));
    System.out.println("same bytes: " + sha256(sum).equals(sha256(single)));
  }

  private static String sha256(WorldResult result) throws Exception {
    var bytes = new ByteArrayOutputStream();
    result.writeTo(bytes);
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
  }
}
