package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.site.ElevationMask;
import dev.skytally.terrain.Terrain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cone of 1000 m east of the site, 0.1 degrees (11.1 km) away. */
class HorizonTest {
  private static final double SUMMIT_DEGREES = Math.toDegrees(Math.atan(998 / 11_132.0)) - 0.04;

  /** The dip of the sea from 2 m. */
  private static final double SEA_DIP_DEGREES = 0.045;

  @TempDir Path folder;

  private Path model;

  @BeforeEach
  void writeTheCone() throws IOException {
    model =
        Terrain.cone(0, 0.1, 1_000, 0.05)
            .write(folder.resolve("cone.tif"), 0.1, -0.05, 241, 241, 1 / 1200.0, 1 / 1200.0);
  }

  private Run horizon(String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = HorizonCommand.NAME;
    all[1] = "--dem";
    all[2] = model.toString();
    all[3] = "-q";
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    Run run = Run.of(all);
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  @Test
  void theCsvIsAHorizonForOtherCommands() throws IOException {
    Path file = folder.resolve("horizon.csv");
    horizon("0,0", "-o", file.toString());
    ElevationMask mask = ElevationMask.readHorizon(file);
    assertEquals(720, mask.azimuthsRadians().length);
    assertEquals(SUMMIT_DEGREES, Math.toDegrees(mask.elevationRadians(Math.toRadians(90))), 0.05);
    assertEquals(0, Math.toDegrees(mask.elevationRadians(Math.toRadians(270))), 0.05);
    Run passes = Run.of("passes", "0,0", "--horizon", file.toString(), "--format", "json");
    assertEquals(file.toString(), passes.json().get("horizon").asText());
  }

  @Test
  void theTableSaysWhatTheModelLacks() {
    Run run = horizon("0,0");
    // The path of the model decides where lines wrap.
    String text = run.out().replaceAll("\\s+", " ");
    assertTrue(text.startsWith("Horizon of 0,0: up to 5.1 degrees"), text);
    assertTrue(text.contains("without single buildings and trees"), text);
    assertTrue(text.contains("Earth seems 1.149 times as large"), text);
    assertTrue(text.contains("all heights up to 5.6 km"), text);
    assertTrue(run.out().contains("\n90 to 100 "), run.out());
    assertTrue(run.out().contains("\n350 to 360 "), run.out());
  }

  @Test
  void manySitesHaveALineAndAFileEach() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            "name,lat,lon\nShore,0,0\nSummit: top,0,0.1\nElsewhere,9,9\n");
    Path into = folder.resolve("horizons");
    Run run = horizon("--sites", sites.toString(), "--folder", into.toString());
    assertTrue(run.out().startsWith("Horizons of 2 sites."), run.out());
    assertTrue(run.err().contains("has no height at Elsewhere (9.0000, 9.0000)"), run.err());
    assertEquals(
        SUMMIT_DEGREES,
        Math.toDegrees(
            ElevationMask.readHorizon(into.resolve("Shore.csv")).greatestElevationRadians()),
        0.05);
    assertTrue(
        ElevationMask.readHorizon(into.resolve("Summit__top.csv")).greatestElevationRadians() < 0);
  }

  /** On some file systems, one would replace the other. */
  @Test
  void namesThatDifferOnlyInCaseWouldShareAFile() throws IOException {
    Path sites =
        Files.writeString(folder.resolve("sites.csv"), "name,lat,lon\nshore,0,0\nShore,0,0.01\n");
    Run run =
        Run.of(
            "horizon",
            "--dem",
            model.toString(),
            "--sites",
            sites.toString(),
            "--folder",
            folder.resolve("horizons").toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("two sites would have the file "), run.err());
  }

  @Test
  void aPanoramaShowsTheTerrain() throws IOException {
    Path file = folder.resolve("panorama.svg");
    horizon("0,0", "-o", file.toString());
    String svg = Files.readString(file);
    assertTrue(svg.contains("Horizon of 0,0: up to 5.1 degrees"), svg.substring(0, 300));
    assertEquals(SUMMIT_DEGREES, drawnDegrees(svg, "E"), 0.05);
    assertEquals(-SEA_DIP_DEGREES, drawnDegrees(svg, "W"), 0.05);
  }

  /** Returns the elevation of the outline at a point of the compass, by the lines of the grid. */
  private static double drawnDegrees(String svg, String compass) {
    double x = lineBegin(svg, compass)[0];
    double zero = lineBegin(svg, "0°")[1];
    double pixelsADegree = (zero - lineBegin(svg, "4°")[1]) / 4;
    Matcher outline = Pattern.compile("<path d=\"([^\"]+)\" fill=\"none\"").matcher(svg);
    assertTrue(outline.find(), svg);
    return Stream.of(outline.group(1).substring(1).split("L", -1))
        .map(point -> point.split(" ", -1))
        .filter(point -> Math.abs(Double.parseDouble(point[0]) - x) < 0.2)
        .mapToDouble(point -> (zero - Double.parseDouble(point[1])) / pixelsADegree)
        .findFirst()
        .orElseThrow();
  }

  /** Returns x and y of the begin of the grid's line with some words. */
  private static double[] lineBegin(String svg, String words) {
    Matcher line =
        Pattern.compile("<path d=\"M([^ ]+) ([^L]+)L[^>]*>\n<text [^>]*>" + words + "</text>")
            .matcher(svg);
    assertTrue(line.find(), words + " in " + svg);
    return new double[] {Double.parseDouble(line.group(1)), Double.parseDouble(line.group(2))};
  }

  @ParameterizedTest
  @CsvSource({"en, heights up to 5.6 km", "de, 'Höhen bis 5,6 km'", "zh, 5.6公里内高程齐全"})
  void aPanoramaSaysWhereTheModelEnds(String language, String words) throws IOException {
    Path file = folder.resolve("panorama.svg");
    horizon("0,0", "--language", language, "-o", file.toString());
    String svg = Files.readString(file);
    assertTrue(svg.contains(words), svg);
  }

  @Test
  void jsonHasEachDirection() {
    JsonNode json = horizon("0,0", "--format", "json").json();
    assertEquals(0.13, json.get("refraction").asDouble());
    assertEquals(720, json.at("/sites/0/horizon").size());
    assertEquals(SUMMIT_DEGREES, json.at("/sites/0/horizon/180/elevation_deg").asDouble(), 0.05);
  }

  @Test
  void theEndOfTheModelIsReported() {
    Run run = Run.of("horizon", "0,0", "--dem", model.toString());
    assertTrue(
        run.err().contains("beyond it counts as sea, so give it more files if there is land"),
        run.err());
  }

  @Test
  void problemsAreOneLine() {
    String dem = " --dem " + model;
    assertEquals(
        "skytally: warning: %s has no height at 9,9 (9.0000, 9.0000), so it has no horizon\n"
                .formatted(model)
            + "skytally: no site is within %s\n".formatted(model),
        Run.ofLine("horizon 9,9" + dem).err());
    assertEquals(
        "skytally: SITE or --sites is missing (see skytally horizon --help)\n",
        Run.ofLine("horizon" + dem).err());
    assertEquals(
        "skytally: --refraction: \"1\", expected a number from 0 to 0.5 (see skytally horizon"
            + " --help)\n",
        Run.ofLine("horizon 0,0 --refraction 1" + dem).err());
    assertEquals(
        "skytally: " + folder.resolve("none.tif") + ": no such file or folder\n",
        Run.ofLine("horizon 0,0 --dem " + folder.resolve("none.tif")).err());
  }

  @Test
  void twoSitesNeverShareAFile() throws IOException {
    Path sites =
        Files.writeString(folder.resolve("sites.csv"), "name,lat,lon\na:b,0,0\na b,0,0.1\n");
    Path into = folder.resolve("horizons");
    Run run =
        Run.of(
            "horizon",
            "-q",
            "--sites",
            sites.toString(),
            "--dem",
            model.toString(),
            "--folder",
            into.toString());
    assertEquals(1, run.exitCode());
    assertEquals(
        "skytally: --folder: two sites would have the file "
            + into.resolve("a_b.csv")
            + ", give them other names\n",
        run.err());
  }

  @Test
  void aDamagedModelIsOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    Path half = Files.write(folder.resolve("half.tif"), Arrays.copyOf(whole, whole.length / 2));
    Run run = Run.of("horizon", "0,0", "--dem", half.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("skytally: " + half + ": is "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }
}
