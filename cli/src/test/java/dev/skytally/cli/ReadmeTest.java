package dev.skytally.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README and docs show is what the program prints. */
class ReadmeTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final String PROMPT = "$ ./skytally ";
  private static final String LEFT_OUT = "...\n";

  /** From {@code tally_2020-11-25_mask5_step60.csv} of the engine's reference data. */
  private static final int BEIDOU_OVER_ADDIS_ABABA = 25;

  @TempDir Path folder;

  static List<String> blocks(String file, String language) throws IOException {
    Matcher blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(TOP.resolve(file)));
    return blocks.results().map((MatchResult block) -> block.group(1)).toList();
  }

  @TestFactory
  Stream<DynamicTest> shownOutputIsTrue() throws IOException {
    List<String> shown = new ArrayList<>();
    for (String file : List.of("README.md", "docs/accuracy.md", "docs/finding.md")) {
      List<String> ofFile = blocks(file, "console");
      assertTrue(ofFile.size() >= 3, file);
      shown.addAll(ofFile);
    }
    return shown.stream()
        .map(
            block -> {
              int end = block.indexOf('\n');
              String command = block.substring(0, end);
              assertTrue(command.startsWith(PROMPT), command);
              return DynamicTest.dynamicTest(
                  command,
                  () ->
                      assertShows(
                          block.substring(end + 1),
                          Run.ofLine(LocalFiles.resolve(command.substring(PROMPT.length())))));
            });
  }

  private static void assertShows(String shown, Run run) {
    assertEquals(0, run.exitCode(), run.err());
    Pattern expected =
        Pattern.compile(
            Stream.of(shown.split(Pattern.quote(LEFT_OUT), -1))
                .map(Pattern::quote)
                .collect(joining(".*\n?")),
            Pattern.DOTALL);
    assertTrue(expected.matcher(run.out()).matches(), run.out());
  }

  @Test
  void theLibraryExampleCompilesAndRuns() throws IOException, InterruptedException {
    Path example = folder.resolve("Example.java");
    Files.writeString(example, blocks("README.md", "java").get(0));
    Path output = folder.resolve("output");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CrashTest.classPath(),
                example.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, run.waitFor(), () -> text(output));
    assertEquals(BEIDOU_OVER_ADDIS_ABABA + "\n", text(output));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
