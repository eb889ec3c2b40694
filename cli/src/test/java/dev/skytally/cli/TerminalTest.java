package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No text of others controls the terminal. */
class TerminalTest {
  private static final String HOSTILE = "a\u001b[2J\u202eb\u200b\u2028c\u0085";
  private static final String VISIBLE = "a\\u001b[2J\\u202eb\\u200b\\u2028c\\u0085";
  private static final int LONGEST_ERROR = 1_000;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console = new Console(out, err, true, Map.of(), Run.NOON);

  private String printed() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aResultKeepsItsLinesAndShowsWhatWouldControlTheTerminal() throws JobFailedException {
    console.write("Name\tx\n" + HOSTILE + "\r\n");
    assertEquals("Name\tx\n" + VISIBLE + "\r\n", printed());
  }

  @Test
  void aLineOfAResultStaysOne() throws JobFailedException {
    console.say(HOSTILE + "\n");
    assertEquals(VISIBLE + "\\u000a\n", printed());
  }

  @Test
  void warningsErrorsTracesAndTheProgressShowItToo() {
    console.warn(HOSTILE);
    console.error(HOSTILE);
    console.showHelp(HOSTILE + "\n");
    console.overwrite(HOSTILE);
    assertEquals(
        "skytally: warning: %1$s\nskytally: %1$s\n%1$s\n\r%1$s".formatted(VISIBLE), printed());
    err.reset();
    console.trace(new IllegalStateException(HOSTILE));
    assertTrue(
        printed().startsWith("java.lang.IllegalStateException: " + VISIBLE + "\n\tat dev.skytally"),
        printed());
  }

  @Test
  void anErrorHasAtMost1000Characters() {
    console.error("cannot read " + "x".repeat(5_000) + ": permission denied");
    assertEquals(LONGEST_ERROR + 1, printed().length());
    assertTrue(printed().startsWith("skytally: cannot read xxx"), printed());
    assertTrue(printed().endsWith("xxx: permission denied\n"), printed());
  }

  private static void assertVisible(Run run) {
    String all = run.out() + run.err();
    assertTrue(all.contains(VISIBLE), all);
    assertTrue(all.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), all);
    assertTrue(all.chars().noneMatch(c -> Character.getType(c) == Character.FORMAT), all);
    assertTrue(run.err().lines().allMatch(line -> line.length() <= LONGEST_ERROR), run.err());
  }

  @Test
  void pathsInOptionsAndArgumentsAreShown() {
    for (String option :
        new String[] {
          "--elements", "--sites", "--horizon", "--only", "--orbits", "-o", "--start"
        }) {
      assertVisible(Run.of("capitals", option, folder + "/none/" + HOSTILE));
    }
    assertVisible(Run.of("passes", HOSTILE));
    assertVisible(Run.of(HOSTILE));
    assertVisible(Run.of("capitals", "--" + HOSTILE));
    assertVisible(Run.of("archive", "list", "--archive", folder + "/none/" + HOSTILE));
    assertVisible(Run.of("history", "verify", "--history", folder + "/none/" + HOSTILE));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void namesOfFilesInAFolderAreShown() throws IOException {
    Charset ofNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
    assumeTrue(ofNames.newEncoder().canEncode(HOSTILE), "names of files are " + ofNames + " here");
    Path elements = Files.createDirectory(folder.resolve("elements"));
    Files.writeString(elements.resolve(HOSTILE + ".tle"), "1 " + HOSTILE + "\n2 \n");
    Run run = Run.of("capitals", "--elements", elements.toString());
    assertEquals(1, run.exitCode());
    assertVisible(run);
    assertEquals(1, run.err().lines().count());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFolderOfAnExportIsShown() throws IOException {
    Path archive = folder.resolve("archive");
    Run imported =
        Run.of("archive", "import", "--archive", archive.toString(), elementSets().toString());
    assertEquals(0, imported.exitCode(), imported.err());
    assertVisible(
        Run.of("archive", "export", "--archive", archive.toString(), folder + "/" + HOSTILE));
  }

  private Path elementSets() throws IOException {
    return Files.writeString(
        folder.resolve("one.tle"),
        """
        1 41019U 15062A   20336.50000000  .00000012  00000-0  00000-0 0  9991
        2 41019  55.0000 100.0000 0012345  50.0000 310.0000  2.00561234123450
        """);
  }
}
