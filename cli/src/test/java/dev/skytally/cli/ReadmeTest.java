package dev.skytally.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what the program prints, and what they link to exists. */
class ReadmeTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final String README = "README.md";
  private static final String PROMPT = "$ ./skytally ";
  private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*\"|\\S+");
  private static final String LEFT_OUT = "...\n";

  /** A line of a block of code, but for those that show output. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^ *(?:sudo )?(?:\\./)?skytally ([^#>$]+?)(?: *[#>$].*)?$");

  private static final Pattern OPTION = Pattern.compile("(?<= )--?[a-z][a-z-]*");
  private static final Pattern LINK =
      Pattern.compile("(?m)(?:\\]\\(|^\\[[^]]+]: )(?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?");

  /** A class whose link stands at the end of the document. */
  private static final Pattern REFERENCE = Pattern.compile("\\[`\\w+`](?!\\()");

  /** From {@code tally_2020-11-25_mask5_step60.csv} of the engine's reference data. */
  private static final int BEIDOU_OVER_ADDIS_ABABA = 25;

  /** From {@code tally_2020-10-26_mask0_step60_transmitting.csv}; exact counts give the same. */
  private static final int CAPITALS_LED_BY_BEIDOU = 165;

  private static final int ROWS_NOT_UNDERSTOOD = 1;

  @TempDir Path folder;

  /** The documents for users and developers, relative to the top folder. */
  private static List<String> documents() throws IOException {
    try (Stream<Path> top = Files.list(TOP);
        Stream<Path> docs = Files.list(TOP.resolve("docs"))) {
      return Stream.concat(top, docs)
          .map(file -> TOP.relativize(file).toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  static List<String> blocks(String file, String language) throws IOException {
    Matcher blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(TOP.resolve(file)));
    return blocks.results().map((MatchResult block) -> block.group(1)).toList();
  }

  @TestFactory
  Stream<DynamicTest> shownOutputIsTrue() throws IOException {
    List<String> shown = new ArrayList<>();
    for (String file : documents()) {
      shown.addAll(blocks(file, "console"));
    }
    assertTrue(shown.size() >= 25, shown.size() + " blocks");
    Map<String, Run> runs = new HashMap<>();
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
                          runs.computeIfAbsent(
                              LocalFiles.resolve(command.substring(PROMPT.length())),
                              ReadmeTest::run)));
            });
  }

  /** Runs a command, in which an argument with blanks is in quotes. */
  private static Run run(String command) {
    return Run.of(
        ARGUMENT
            .matcher(command)
            .results()
            .map(argument -> argument.group().replace("\"", ""))
            .toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> commandsHaveTheOptionsShown() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (String file : documents()) {
      String text = Files.readString(TOP.resolve(file)).replaceAll("\\\\\n +", "");
      COMMAND.matcher(text).results().forEach(command -> commands.add(command.group(1).strip()));
    }
    assertTrue(commands.size() >= 20, commands.toString());
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> assertUnderstood(command)));
  }

  private static void assertUnderstood(String command) {
    String name = command.replaceFirst(" (?![a-z]+( |$)).*", "");
    String help = Run.ofLine(name + " --help").out();
    for (MatchResult option : OPTION.matcher(command).results().toList()) {
      assertTrue(help.matches("(?s).*[ ,]" + option.group() + "[ =,\n].*"), option.group());
    }
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

  /** A script that stands for the launcher runs the program of this build. */
  @ParameterizedTest
  @ValueSource(strings = {README, "docs/world.md"})
  @Tag("exhaustive")
  void recipesWork(String file) throws IOException, InterruptedException {
    Path launcher = folder.resolve("skytally");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -cp '%s' dev.skytally.cli.Main \"$@\"\n"
            .formatted(java(), System.getProperty("java.class.path")));
    assertTrue(launcher.toFile().setExecutable(true));
    List<String> recipes = new ArrayList<>(blocks(file, "sh"));
    assertTrue(recipes.size() >= 2, file);
    if (!file.equals(README)) {
      String ofReadme = String.join("", blocks(README, "sh"));
      recipes.removeIf(ofReadme::contains);
    }
    run("sh", "-e", "-c", String.join("\n", recipes));
  }

  @ParameterizedTest
  @CsvSource({
    "0, " + BEIDOU_OVER_ADDIS_ABABA,
    "1, " + CAPITALS_LED_BY_BEIDOU,
    "2, " + ROWS_NOT_UNDERSTOOD
  })
  void theLibraryExamplesCompileAndRun(int number, String firstLine)
      throws IOException, InterruptedException {
    Path example = folder.resolve("Example.java");
    Files.writeString(example, blocks("docs/library.md", "java").get(number));
    String output = run(java(), "-cp", System.getProperty("java.class.path"), example.toString());
    assertEquals(firstLine, output.lines().findFirst().orElse(""));
    assertEquals(output.lines().toList(), output.lines().distinct().toList(), "no two are alike");
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (String file : documents()) {
      Path document = TOP.resolve(file);
      String prose = Files.readString(document).replaceAll("(?s)```.*?```", "");
      for (MatchResult link : LINK.matcher(prose).results().toList()) {
        Path target =
            link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
        if (!Files.exists(target)
            || (link.group(2) != null && !anchors(target).contains(link.group(2)))) {
          dead.add(file + " " + link.group());
        }
      }
      for (MatchResult reference : REFERENCE.matcher(prose).results().toList()) {
        if (!prose.contains("\n" + reference.group() + ": ")) {
          dead.add(file + " " + reference.group());
        }
      }
    }
    assertEquals(List.of(), dead);
  }

  /** As GitHub makes them of the headings. */
  private static List<String> anchors(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .toList();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What a process in the folder prints. */
  private String run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process.environment().put("HOME", folder.toString());
    process.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    assertEquals(0, process.start().waitFor(), () -> text(output));
    return text(output);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
