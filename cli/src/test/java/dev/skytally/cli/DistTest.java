package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for schedulers run commands that there are. */
class DistTest {
  private static final Path DIST = Path.of("src", "main", "dist");
  private static final Pattern COMMAND = Pattern.compile("(?m)/bin/skytally ([-a-z0-9 ]+)");

  @ParameterizedTest
  @ValueSource(strings = {"skytally-recompute.service", "skytally-watch.service", "crontab"})
  void commandsAreUnderstood(String file) throws IOException {
    Matcher commands = COMMAND.matcher(Files.readString(DIST.resolve(file)));
    assertTrue(commands.find(), file);
    String command = commands.group(1).strip().replaceFirst(" -o$", "");
    Run run = Run.ofLine(command + " --help");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("Usage: skytally " + command.replaceFirst(" .*", "")), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skytally-recompute.service",
        "skytally-recompute.timer",
        "skytally-watch.service"
      })
  void unitsHaveTheirSections(String file) throws IOException {
    List<String> lines = Files.readAllLines(DIST.resolve(file));
    assertTrue(lines.contains("[Unit]"), file);
    assertTrue(
        lines.stream().allMatch(l -> l.isEmpty() || l.matches("#.*|\\[[A-Z][a-z]+]|[A-Z].*=.+")),
        file);
  }
}
