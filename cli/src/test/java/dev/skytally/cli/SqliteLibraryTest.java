package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's library in processes of their own, as one process loads it once. */
class SqliteLibraryTest {
  @TempDir Path folder;

  /** Nothing can be unpacked into a temporary folder that does not exist. */
  private int exitCode(Map<String, String> environment) throws Exception {
    return exitCode(folder.resolve("missing"), environment);
  }

  private int exitCode(Path temporary, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.skytally.cli.Main",
            "recompute",
            "--no-fetch",
            "--history",
            folder.resolve("history.sqlite").toString(),
            "--archive",
            Files.createDirectories(folder.resolve("archive")).toString());
    builder.environment().keySet().removeAll(List.of("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"));
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(folder.resolve("errors").toFile());
    return builder.start().waitFor();
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("errors")).stream()
        .filter(line -> !line.contains("the newest element sets are of"))
        // By the JDK: from 20 on about the missing folder, from 24 on about native code, which only
        // the manifest of the jar allows.
        .filter(line -> !line.startsWith("WARNING: ") && !line.isBlank())
        .toList();
  }

  @Test
  void theLibraryIsUnpackedOnceAndNotIntoTheTemporaryFolder() throws Exception {
    Path cache = folder.resolve("cache");
    for (int run = 0; run < 2; run++) {
      assertEquals(0, exitCode(Map.of("XDG_CACHE_HOME", cache.toString())));
      assertEquals(List.of(), errors());
      assertEquals(1, filesIn(cache.resolve("skytally")).size());
    }
  }

  /** In a file system that is mounted without execution, no file is executable. */
  @Test
  void aCacheWithoutExecutionIsPassedOverForTheTemporaryFolder() throws Exception {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    assertEquals(0, exitCode(environment));
    Path library = filesIn(folder.resolve("cache/skytally")).get(0);
    Files.write(library, new byte[0]);
    assertTrue(library.toFile().setExecutable(false));
    assertEquals(0, exitCode(Files.createDirectory(folder.resolve("temporary")), environment));
    assertEquals(List.of(), errors());
  }

  @Test
  void aLibraryThatCannotBeLoadedIsOneLine() throws Exception {
    assertEquals(1, exitCode(Map.of()));
    assertEquals(
        List.of(
            "skytally: %s: SQLite's library cannot be loaded from the temporary folder %s, which must"
                    .formatted(folder.resolve("history.sqlite"), folder.resolve("missing"))
                + " allow files to be written and executed; or set XDG_CACHE_HOME to a folder that does"),
        errors());
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
