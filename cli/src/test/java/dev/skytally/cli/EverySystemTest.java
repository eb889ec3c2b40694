package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.report.draw.SystemMark;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A system that was added in one place only would fail here, rather than at a user's. */
class EverySystemTest {
  @TempDir Path folder;

  private static String systems(GnssSystem system) {
    GnssSystem other = system == GnssSystem.GPS ? GnssSystem.BDS : GnssSystem.GPS;
    return " --date 2026-10-06 --systems " + system + "," + other;
  }

  @ParameterizedTest
  @EnumSource
  void figuresOfEachSystemAreInEachFormat(GnssSystem system) {
    Run table = Run.ofLine("capitals" + systems(system));
    assertEquals(0, table.exitCode(), table.err());
    assertTrue(table.out().contains(system.displayName()), table.out());
    Run json = Run.ofLine("capitals --format json" + systems(system));
    String name = system.name().toLowerCase(Locale.ROOT);
    assertFalse(json.json().at("/systems/" + name + "/satellites").isEmpty());
    Run csv = Run.ofLine("capitals --format csv" + systems(system));
    assertTrue(csv.lines().get(0).contains("," + name + "_max,"), csv.lines().get(0));
    Run passes = Run.ofLine("passes Jakarta --format csv --date 2026-10-06 --systems " + system);
    assertEquals(system.rinexLetter(), passes.cells(1)[1].charAt(0));
  }

  @ParameterizedTest
  @EnumSource
  void picturesAndPagesOfEachSystemAreDrawn(GnssSystem system) throws IOException {
    String color = SystemMark.of(system).color();
    for (String command : new String[] {"capitals --report ", "sky Jakarta -o "}) {
      Path picture = folder.resolve(system + "-" + command.charAt(0) + ".svg");
      Run run = Run.ofLine(command + picture + systems(system));
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(Files.readString(picture).contains(color), command);
    }
    Path map = folder.resolve(system + ".png");
    Run world = Run.ofLine("world --resolution 5 -o " + map + systems(system));
    assertEquals(0, world.exitCode(), world.err());
    assertTrue(world.out().contains(system.displayName()), world.out());
    Path page = folder.resolve(system + ".html");
    Run run = Run.ofLine("passes Jakarta --report " + page + systems(system));
    assertEquals(0, run.exitCode(), run.err());
    String text = Files.readString(page);
    assertTrue(text.contains(".sys-" + system + " { --colour: light-dark(" + color), text);
  }
}
