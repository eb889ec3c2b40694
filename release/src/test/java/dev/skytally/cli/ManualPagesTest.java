package dev.skytally.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skytally.cli.option.Heading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ManualPagesTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    ManualPages.main(new String[] {folder.toString(), "2026-11-24"});
  }

  @Test
  void everyCommandHasAPageWithItsOptions() throws IOException {
    List<CommandLine> commands = ManualPages.withSubcommands(ManualPages.program());
    assertTrue(commands.size() > 12, commands.size() + " commands");
    for (CommandLine command : commands) {
      String page = page(ManualPages.pageName(command));
      for (OptionSpec option : command.getCommandSpec().options()) {
        for (String name : option.names()) {
          boolean isListed = page.contains("\\fB" + name.replace("-", "\\-") + "\\fR");
          assertEquals(!option.hidden(), isListed, name + " in " + page);
        }
      }
    }
  }

  @Test
  void optionsHaveTheHeadingsOfTheHelp() throws IOException {
    for (CommandLine command : ManualPages.withSubcommands(ManualPages.program())) {
      String page = page(ManualPages.pageName(command));
      List<String> inHelp = headings(command.getUsageMessage(), "(?m)^(%s):$");
      assertFalse(inHelp.isEmpty(), command.getCommandName());
      assertEquals(inHelp, headings(page, "(?m)^\\.SS (%s)$"), command.getCommandName());
    }
    String page = page("skytally-capitals");
    assertTrue(page.contains(".SH OPTIONS\n.SS Window\n.TP\n\\fB\\-\\-date\\fR="), page);
    assertTrue(page.contains(".SS Output\n.TP\n\\fB\\-\\-dop\\fR\n"), page);
  }

  @Test
  void examplesAndExitCodesHaveTheirSections() throws IOException {
    String page = page("skytally");
    assertTrue(page.contains(".SH EXAMPLES\n.EX\n  skytally capitals "), page);
    assertTrue(page.contains(".SH EXIT STATUS\n0 done, 1 "), page);
  }

  @Test
  void groffHasNothingToWarnOf() throws Exception {
    assumeTrue(isInstalled("groff"), "needs groff");
    try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
      for (Path page : pages.toList()) {
        assertEquals("", output("groff", "-man", "-Tutf8", "-ww", "-z", page.toString()));
      }
    }
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assumeTrue(isInstalled("bash"), "needs bash");
    assertEquals(Set.of("passes"), completions("skytally", "pas"));
    assertEquals(Set.of("--format"), completions("skytally", "history", "--for"));
    assertEquals(Set.of("prune"), completions("skytally", "archive", "pr"));
  }

  @Test
  void bashCompletesValuesThatTheProgramTakes() throws Exception {
    assumeTrue(isInstalled("bash"), "needs bash");
    assertEquals(
        Set.of("table", "csv", "json", "geojson", "html", "svg", "png"),
        completions("skytally", "capitals", "--format", ""));
    assertEquals(
        Set.of("equirectangular", "robinson", "equal-earth"),
        completions("skytally", "world", "--projection", ""));
    assertEquals(
        Set.of("operational", "transmitting", "all"),
        completions("skytally", "capitals", "--status", ""));
    assertEquals(
        Set.of("GPS", "BDS", "GAL", "GLO", "QZS", "NAVIC"),
        completions("skytally", "sky", "--systems", ""));
  }

  private static List<String> headings(String page, String pattern) {
    String titles = Stream.of(Heading.values()).map(Heading::title).collect(joining("|"));
    return Pattern.compile(pattern.formatted(titles))
        .matcher(page)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private Set<String> completions(String... words) throws Exception {
    String script =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%s; _complete_skytally 2>/dev/null; echo \"${COMPREPLY[*]}\""
            .formatted(folder.resolve("completion.bash"), quoted(words), words.length - 1);
    return new TreeSet<>(List.of(output("bash", "-c", script).strip().split("\\s+")));
  }

  private static String quoted(String... words) {
    return Stream.of(words).map(word -> "'" + word + "'").collect(joining(" "));
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("man/man1").resolve(name + ".1"));
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
