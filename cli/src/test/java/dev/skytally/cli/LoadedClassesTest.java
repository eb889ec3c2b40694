package dev.skytally.cli;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process of its own loads: no command pays for what it does not need. */
class LoadedClassesTest {
  private static final String FONT_BOX = "org.apache.fontbox.";
  private static final String JSVG = "com.github.weisj.";
  private static final String JETTY = "org.eclipse.jetty.";
  private static final String COMMONS = "org.apache.commons.";

  /** Java's font support needs a library that headless packages lack. */
  private static final String FONTS_OF_THE_MACHINE = "sun.font.SunFontManager";

  @TempDir Path folder;

  private List<String> loadedBy(String line) throws Exception {
    Path log = folder.resolve("classes");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.skytally.cli.Main"));
    command.addAll(List.of(line.split(" ", -1)));
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(DISCARD).redirectError(err.toFile());
    // The archive of whoever runs the tests would be drawn from too.
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("XDG_DATA_HOME");
    Process process = builder.start();
    assertEquals(0, process.waitFor(), () -> read(err));
    try (Stream<String> lines = Files.lines(log)) {
      return lines.toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean holds(List<String> loaded, String name) {
    return loaded.stream().anyMatch(line -> line.contains(" " + name));
  }

  /** The libraries that draw have loggers, whose messages are for no user. */
  private void assertSilent() {
    assertEquals("", read(folder.resolve("err")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"capitals --format csv", "world --resolution 5"})
  void textNeedsNothingThatDraws(String line) throws Exception {
    List<String> loaded = loadedBy(line);
    assertTrue(holds(loaded, "dev.skytally.cli.Main"));
    assertFalse(holds(loaded, FONT_BOX));
    assertFalse(holds(loaded, JSVG));
    assertFalse(holds(loaded, "java.awt."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"capitals --format csv", "world --resolution 5"})
  void onlyAHorizonOfTerrainNeedsElevationModels(String line) throws Exception {
    List<String> loaded = loadedBy(line);
    assertTrue(holds(loaded, "dev.skytally.cli.Main"));
    assertFalse(holds(loaded, "mil.nga."));
    assertFalse(holds(loaded, "dev.skytally.terrain."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "capitals --format csv"})
  void onlyTheServerNeedsJetty(String line) throws Exception {
    List<String> loaded = loadedBy(line);
    assertTrue(holds(loaded, "dev.skytally.cli.Main"));
    assertFalse(holds(loaded, JETTY));
    assertFalse(holds(loaded, "dev.skytally.server."));
  }

  /** Their setup takes longer than all reading in a short run. */
  @Test
  void utcNeedsNoTableOfTimeZonesAndTheCapitalsNoOtherNames() throws Exception {
    List<String> loaded = loadedBy("capitals --date 2020-11-25 --format csv");
    assertTrue(holds(loaded, "dev.skytally.internal.input.WrittenTime"));
    assertFalse(holds(loaded, "java.time.zone.TzdbZoneRulesProvider"));
    assertFalse(holds(loaded, "dev.skytally.site.OtherNames"));
    assertTrue(
        holds(
            loadedBy("passes UK --date 2026-10-05 --systems GPS --timezone Europe/London"),
            "java.time.zone.TzdbZoneRulesProvider"));
  }

  @Test
  void textThatIsNotPackedNeedsNothingThatUnpacks() throws Exception {
    Path sites = Files.writeString(folder.resolve("sites.csv"), "name,lat,lon\nBern,46.95,7.45\n");
    List<String> loaded = loadedBy("capitals --sites " + sites);
    assertTrue(holds(loaded, "dev.skytally.input.TextFile"));
    assertFalse(holds(loaded, COMMONS));
  }

  @Test
  void svgNeedsTheFontAlone() throws Exception {
    List<String> loaded = loadedBy("sky ET --date 2026-10-05 -o " + folder.resolve("sky.svg"));
    assertTrue(holds(loaded, FONT_BOX));
    assertFalse(holds(loaded, JSVG));
    assertFalse(holds(loaded, "java.awt.Font"));
    assertFalse(holds(loaded, "java.awt.image."));
    assertSilent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals --date 2026-10-06 --report ",
        "sky ET --at 2026-10-06T00:00:00Z --systems GPS,BDS,GAL,GLO,QZS,NAVIC --tracks 2h -o ",
        "world --date 2026-10-06 --resolution 5 -o "
      })
  void pngNeedsNoFontOfTheMachine(String line) throws Exception {
    Path elsewhere = folder.resolve("elsewhere.png");
    Path here = folder.resolve("here.png");
    List<String> loaded = loadedBy(line + elsewhere);
    assertTrue(holds(loaded, FONT_BOX));
    assertFalse(holds(loaded, FONTS_OF_THE_MACHINE));
    assertSilent();
    assertEquals(0, Run.ofLine(line + here).exitCode());
    assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(elsewhere));
  }
}
