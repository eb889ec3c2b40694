package dev.skytally.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Has Jazzer look for inputs that make a reader fail, each reader in a process of its own. Runs
 * with {@code -Pfuzz}; {@code -Dfuzz.seconds} says how long for each reader, and a {@code
 * -Dfuzz.seed} other than 0 has it try the same inputs each time.
 */
@Tag("fuzz")
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
  private static final Pattern INPUTS = Pattern.compile("stat::number_of_executed_units: *(\\d+)");

  /** Parsers that the inputs reach; to watch more classes makes the fuzzer slow. */
  private static final String WATCHED =
      "dev.skytally.**:org.orekit.files.**:org.orekit.gnss.**:com.fasterxml.jackson.**";

  private static final int FINDING_LINES = 40;
  private static final int LONGEST_LINE = 4_000;

  @ParameterizedTest
  @EnumSource
  void noInputMakesAReaderFail(Reader reader)
      throws IOException, InterruptedException, URISyntaxException {
    Path folder =
        Files.createDirectories(Path.of(System.getProperty("fuzz.folder"), reader.name()));
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path log = folder.resolve("log.txt");
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--target_args=" + reader,
                "--instrumentation_includes=" + WATCHED,
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-max_total_time=" + System.getProperty("fuzz.seconds"),
                "-seed=" + System.getProperty("fuzz.seed"),
                "-timeout=5",
                "-rss_limit_mb=2048",
                "-max_len=20000",
                "-print_final_stats=1",
                corpus.toString(),
                reader.seeds().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exitCode = jazzer.waitFor();
    // What the JDK's signal handlers print is in no encoding in particular.
    List<String> lines = List.of(new String(Files.readAllBytes(log), US_ASCII).split("\n", -1));
    assertEquals(0, exitCode, () -> finding(lines, log));
    long inputs =
        lines.stream()
            .map(INPUTS::matcher)
            .filter(Matcher::matches)
            .mapToLong(line -> Long.parseLong(line.group(1)))
            .sum();
    System.out.println(reader + ": " + inputs + " inputs");
    assertTrue(inputs > Reader.files(reader.seeds()).size(), () -> "tried no inputs, see " + log);
  }

  /** What Jazzer found, with the input, as the folder is gone when a build machine is. */
  private static String finding(List<String> lines, Path log) {
    return lines.stream()
        .dropWhile(line -> !line.startsWith("=="))
        .limit(FINDING_LINES)
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
        .collect(Collectors.joining("\n", "found an input, see " + log + "\n", ""));
  }
}
