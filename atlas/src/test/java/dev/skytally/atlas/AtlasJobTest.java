package dev.skytally.atlas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.GridTally;
import dev.skytally.WorldStudy;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Piece;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.input.Sha256;
import dev.skytally.report.draw.MapFrame;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.SelectionQuestion;
import dev.skytally.site.ElevationMask;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whole atlases on two threads. */
class AtlasJobTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 29);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 2);
  private static final List<GnssSystem> SYSTEMS =
      List.of(GnssSystem.GPS, GnssSystem.BDS, GnssSystem.GAL);
  private static final GridFigure[] COUNTS = {
    GridFigure.LEADER, GridFigure.PAIRS, GridFigure.RANGE, GridFigure.AVAILABLE
  };
  private static final WorldGrid GRID = WorldGrid.cells(5).within(160, -90, 120, 75);
  private static final String PLAN =
      """
      {"first_day": "2026-09-29", "last_day": "2026-10-02", "step_s": 1800, "resolution_deg": 5,
       "bounds_deg": [160, -90, 120, 75], "systems": ["GPS", "BDS", "GAL"], "mask_deg": 5,
       "figures": ["leader", "pairs", "range", "available"], "by": ["month"]}
      """;

  @TempDir Path folder;

  private record Run(int code, String out, String messages) {}

  private Run run(String plan) throws IOException {
    return run(Files.writeString(folder.resolve("plan.json"), plan));
  }

  private Run run(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int code =
        new AtlasJob(new PrintStream(out, true, UTF_8), new PrintStream(messages, true, UTF_8))
            .run(file.toString(), folder.resolve("out").toString());
    return new Run(code, out.toString(UTF_8), messages.toString(UTF_8));
  }

  /** Returns the tally of some days, each counted whole in this process. */
  private static GridTally counted(
      LocalDate first, LocalDate last, List<GnssSystem> systems, GridFigure... figures)
      throws Exception {
    List<GridTally> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      var selection =
          SelectionQuestion.over(Duration.ofDays(1))
              .from(start)
              .wanting(date -> ConstellationSelection.on(date).systems(systems))
              .of(BundledSnapshots.load(BundledSnapshots.nearest(day)));
      days.add(
          WorldStudy.of(selection.constellation())
              .on(GRID)
              .over(start, Duration.ofDays(1))
              .every(Duration.ofMinutes(30))
              .above(ElevationMask.ofDegrees(5))
              .tallying(Set.of(figures))
              .run()
              .tally());
    }
    return days.stream().reduce(GridTally::plus).orElseThrow();
  }

  /** Reads an array of Zarr by its metadata, as far as an atlas has such arrays. */
  private float[][][] array(String name) throws IOException {
    Path array = folder.resolve("out/atlas.zarr").resolve(name);
    String metadata = Files.readString(array.resolve(".zarray"));
    int[] shape = numbers(metadata, "shape");
    int[] chunks = numbers(metadata, "chunks");
    float[][][] values = new float[shape[0]][shape[1]][shape[2]];
    for (int time = 0; time < shape[0]; time++) {
      for (int row = 0; row < shape[1]; row++) {
        for (int column = 0; column < shape[2]; column++) {
          if (column % chunks[2] == 0 && row % chunks[1] == 0) {
            Path chunk = array.resolve(time + "." + row / chunks[1] + "." + column / chunks[2]);
            read(chunk, chunks, values[time], row, column);
          }
        }
      }
    }
    return values;
  }

  private static void read(Path chunk, int[] size, float[][] values, int firstRow, int firstColumn)
      throws IOException {
    try (InputStream in = new InflaterInputStream(Files.newInputStream(chunk))) {
      ByteBuffer numbers = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals(size[1] * size[2] * 4, numbers.capacity());
      for (int row = firstRow; row < firstRow + size[1]; row++) {
        for (int column = firstColumn; column < firstColumn + size[2]; column++) {
          float value = numbers.getFloat();
          if (row < values.length && column < values[row].length) {
            values[row][column] = value;
          }
        }
      }
    }
  }

  private static int[] numbers(String json, String field) {
    Matcher found = Pattern.compile("\"" + field + "\" : \\[ ([0-9, ]*) ]").matcher(json);
    assertTrue(found.find(), json);
    return Stream.of(found.group(1).split(", ")).mapToInt(Integer::parseInt).toArray();
  }

  private interface Figure {
    double at(int row, int column);
  }

  private void assertLayer(String name, int time, Figure expected) throws IOException {
    float[][] values = array(name)[time];
    assertEquals(GRID.rows(), values.length);
    for (int row = 0; row < GRID.rows(); row++) {
      assertEquals(GRID.columns(), values[row].length);
      for (int column = 0; column < GRID.columns(); column++) {
        assertEquals((float) expected.at(row, column), values[row][column], name);
      }
    }
  }

  private Map<String, String> outputs() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        digests.put(name, Sha256.of(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private Path piecesFolder() {
    return folder.resolve("out").resolve("work").resolve("pieces");
  }

  private List<Path> pieces() throws IOException {
    try (Stream<Path> files = Files.walk(piecesFolder())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void anAtlasIsTheSumOfItsDaysAndContinuesAfterFaults() throws Exception {
    // A piece that cannot be written, because a folder is in its place.
    Path blocked = piecesFolder().resolve("2026-09-29-days-2/row-00000-column-00000/in-the-way");
    Files.createDirectories(blocked);
    Run failed = run(PLAN);
    assertEquals(1, failed.code(), failed.messages());
    assertEquals("", failed.out());
    assertTrue(
        failed.messages().contains("2026-09-29-days-2/row-00000-column-00000: IOException: "),
        failed.messages());
    assertTrue(failed.messages().contains("1 of 2 pieces failed three times"), failed.messages());
    assertEquals(1, pieces().size(), "the rest completes");
    Object counted = Files.readAttributes(pieces().get(0), "unix:ino").get("ino");

    Files.delete(blocked);
    Files.delete(blocked.getParent());
    Run done = run(PLAN);
    assertEquals(0, done.code(), done.messages());
    assertFalse(done.messages().contains("finished"), done.messages());
    assertEquals(2, pieces().size());
    assertEquals(
        counted, Files.readAttributes(pieces().get(1), "unix:ino").get("ino"), "not counted again");

    GridTally september = counted(FIRST, LocalDate.of(2026, 9, 30), SYSTEMS, COUNTS);
    GridTally october = counted(LocalDate.of(2026, 10, 1), LAST, SYSTEMS, COUNTS);
    GridTally whole = september.plus(october);
    assertEquals(192, whole.instants(0));
    assertLayer("whole/gps_mean", 0, (r, c) -> whole.mean(GnssSystem.GPS, r, c));
    assertLayer("whole/bds_max", 0, (r, c) -> whole.max(GnssSystem.BDS, r, c));
    assertLayer("whole/bds_min", 0, (r, c) -> whole.min(GnssSystem.BDS, r, c));
    assertLayer("whole/gal_share_ahead", 0, (r, c) -> whole.shareAheadOfAll(GnssSystem.GAL, r, c));
    assertLayer(
        "whole/gal_share_ahead_of_gps",
        0,
        (r, c) -> whole.shareAhead(GnssSystem.GAL, GnssSystem.GPS, r, c));
    assertLayer("month/bds_mean", 0, (r, c) -> september.mean(GnssSystem.BDS, r, c));
    assertLayer("month/bds_mean", 1, (r, c) -> october.mean(GnssSystem.BDS, r, c));
    assertLayer(
        "month/gps_share_at_least_4", 1, (r, c) -> october.shareAtLeastFour(GnssSystem.GPS, r, c));
    assertEquals(4 + 1, Files.readAllLines(folder.resolve("out/days.csv")).size());
    assertEarth(whole);
    assertFalse(hasInkBelowTitle("gps_mean"));
    BufferedImage leaders = ImageIO.read(folder.resolve("out/layers/leaders.png").toFile());
    assertMap(leaders, SYSTEMS, whole::leader);

    Map<String, String> before = outputs();
    byte[] damaged = Files.readAllBytes(pieces().get(0));
    damaged[damaged.length / 2] ^= 1;
    Files.write(pieces().get(0), damaged);
    Run again = run(PLAN);
    assertEquals(0, again.code(), again.messages());
    assertTrue(
        again
            .messages()
            .startsWith("skytally-atlas: this atlas is finished; its pieces are checked"),
        again.messages());
    assertEquals(done.out(), again.out());
    assertEquals(before, outputs());

    Run other = run(PLAN.replace("\"mask_deg\": 5", "\"mask_deg\": 6"));
    assertEquals(1, other.code());
    String remedy = ": give an empty folder, or delete this one to begin anew\n";
    assertTrue(
        other.messages().endsWith("the atlas of another plan, work/plan.json" + remedy),
        other.messages());
    Path edited = folder.resolve("out/plan.json");
    Files.writeString(edited, PLAN.replace("\"mask_deg\": 5", "\"mask_deg\": 6"));
    assertEquals(other, run(edited));
    Files.writeString(edited, PLAN);

    Files.writeString(piecesFolder().resolveSibling("version"), "0.0.1");
    Run newer = run(PLAN);
    assertEquals(1, newer.code());
    assertTrue(newer.messages().contains("was begun by Skytally 0.0.1"), newer.messages());
    Files.writeString(piecesFolder().resolveSibling("version"), "(not packaged)");
    assertEquals(before, outputs());

    // work may be deleted when an atlas is finished; the rest is still the atlas of its plan.
    deleteFolder(folder.resolve("out/work"));
    Run afterwards = run(PLAN.replace("\"mask_deg\": 5", "\"mask_deg\": 6"));
    assertTrue(
        afterwards.messages().endsWith("the atlas of another plan, plan.json" + remedy),
        afterwards.messages());
  }

  private static void deleteFolder(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Here, the job of the other plan ended for want of an archive, or before its only piece. */
  @Test
  void aFolderWithoutAnyPieceTakesAnotherPlan() throws Exception {
    String day =
        """
        {"first_day": "2026-11-15", "last_day": "2026-11-15", "step_s": 21600,
         "resolution_deg": 5, "systems": [%s]}
        """;
    Run noArchive = run(day.formatted("\"GPS\"").replace("}", ", \"archive\": \"none\"}"));
    assertEquals(1, noArchive.code());
    assertTrue(noArchive.messages().contains("none is not a folder"), noArchive.messages());

    Path blocked = piecesFolder().resolve("2026-11-15-days-1/row-00000-column-00000/in-the-way");
    Files.createDirectories(blocked);
    Run stopped = run(day.formatted("\"GPS\""));
    assertEquals(1, stopped.code());
    assertTrue(stopped.messages().contains("1 of 1 pieces failed"), stopped.messages());
    Files.delete(blocked);
    Files.delete(blocked.getParent());

    Run done = run(day.formatted("\"GAL\", \"BDS\""));
    assertEquals(0, done.code(), done.messages());
    List<String> rows = Files.readAllLines(folder.resolve("out/countries.csv"));
    assertTrue(
        rows.get(0).startsWith("period,place,share_of_earth,gal_mean,bds_mean"), rows.get(0));
    // By the snapshot of 6 October, BeiDou's element sets are 40 days old and older.
    assertTrue(hasInkBelowTitle("gal_mean"), "pictures are marked too");

    deleteFolder(folder.resolve("out/work"));
    Run unclaimed = run(day.formatted("\"GAL\", \"BDS\""));
    assertEquals(1, unclaimed.code());
    assertTrue(
        unclaimed.messages().contains("an atlas without its folder work"), unclaimed.messages());
  }

  /** Two jobs began in one folder, and the second claimed it before the first had a piece. */
  @Test
  void aPieceIsNotStoredInTheFolderOfAnotherPlan() throws Exception {
    String day =
        """
        {"first_day": "2026-10-06", "last_day": "2026-10-06", "step_s": 21600,
         "resolution_deg": 5, "mask_deg": %s}
        """;
    Path claim = Files.createDirectories(folder.resolve("out/work")).resolve("plan.json");
    Files.writeString(claim, day.formatted(30));
    Work first = Work.of(day.formatted(0), folder.resolve("out").toString(), new Configuration());
    Piece piece = Division.of(first.plan()).pieces().get(0);
    IOException problem = assertThrows(IOException.class, () -> new PieceTask(first).run(piece));
    assertTrue(problem.getMessage().contains("with another plan"), problem.getMessage());
    assertFalse(Files.exists(piecesFolder()));
  }

  /** Somebody keeps the plan of another atlas in the folder; this job has not made it. */
  @Test
  void aPlanThatNoJobWroteIsNotReplaced() throws Exception {
    Path other = Files.createDirectories(folder.resolve("out")).resolve("plan.json");
    String text = PLAN.replace("\"mask_deg\": 5", "\"mask_deg\": 6");
    Files.writeString(other, text);
    Run run = run(PLAN);
    assertEquals(1, run.code());
    assertTrue(run.messages().contains("the atlas of another plan, plan.json"), run.messages());
    assertEquals(text, Files.readString(other));
    assertEquals(List.of("plan.json"), List.copyOf(outputs().keySet()));
  }

  /** The means over the window, weighted by area, are in the row of the Earth. */
  private void assertEarth(GridTally whole) throws IOException {
    double sum = 0;
    double area = 0;
    for (int row = 0; row < GRID.rows(); row++) {
      for (int column = 0; column < GRID.columns(); column++) {
        sum += GRID.cellShareOfEarth(row) * whole.mean(GnssSystem.GPS, row, column);
        area += GRID.cellShareOfEarth(row);
      }
    }
    List<String> rows = Files.readAllLines(folder.resolve("out/countries.csv"));
    assertTrue(rows.get(0).startsWith("period,place,share_of_earth,gps_mean,"), rows.get(0));
    String[] earth = rows.get(1).split(",", -1);
    assertArrayEquals(new String[] {"whole", "Earth"}, new String[] {earth[0], earth[1]});
    assertEquals(area, Double.parseDouble(earth[2]), 1e-6);
    assertEquals(sum / area, Double.parseDouble(earth[3]), 1e-6);
  }

  @Test
  @Tag("exhaustive")
  void theDilutionOfAnAtlasIsThatOfItsDay() throws Exception {
    Run done =
        run(
            """
            {"first_day": "2026-10-02", "last_day": "2026-10-02", "step_s": 1800,
             "resolution_deg": 5, "bounds_deg": [160, -90, 120, 75], "systems": ["BDS", "GPS"],
             "mask_deg": 5, "figures": ["dilution"]}
            """);
    assertEquals(0, done.code(), done.messages());
    GridTally day =
        counted(LAST, LAST, List.of(GnssSystem.BDS, GnssSystem.GPS), GridFigure.DILUTION);
    assertLayer(
        "whole/bds_pdop_median",
        0,
        (r, c) -> day.dilution(GnssSystem.BDS, r).get(c).pdop().median().orElse(Double.NaN));
    List<String> columns =
        List.of(Files.readAllLines(folder.resolve("out/countries.csv")).get(0).split(","));
    assertTrue(columns.contains("gps_pdop_median"), columns.toString());
    assertFalse(columns.contains("leader_pdop_number"), "a number of a system has no mean");
    BufferedImage picture =
        ImageIO.read(folder.resolve("out/layers/leader_pdop_number.png").toFile());
    assertEquals(SystemMark.of(GnssSystem.BDS).areaRgb(), legend(picture, 0.17));
    assertEquals(SystemMark.of(GnssSystem.GPS).areaRgb(), legend(picture, 0.5));
    assertMap(picture, List.of(GnssSystem.BDS, GnssSystem.GPS), (r, c) -> leaderByPdop(day, r, c));
  }

  /** Returns whether the line between the title and the map of a picture has letters. */
  private boolean hasInkBelowTitle(String layer) throws IOException {
    BufferedImage picture = ImageIO.read(folder.resolve("out/layers/" + layer + ".png").toFile());
    for (int y = 62; y < 80; y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if ((picture.getRGB(x, y) & 0xffffff) != 0xffffff) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<GnssSystem> leaderByPdop(GridTally day, int row, int column) {
    double bds = medianPdop(day, GnssSystem.BDS, row, column);
    double gps = medianPdop(day, GnssSystem.GPS, row, column);
    return bds == gps ? Optional.empty() : Optional.of(bds < gps ? GnssSystem.BDS : GnssSystem.GPS);
  }

  private static double medianPdop(GridTally day, GnssSystem system, int row, int column) {
    return day.dilution(system, row).get(column).pdop().median().orElse(Double.POSITIVE_INFINITY);
  }

  private interface Leader {
    Optional<GnssSystem> at(int row, int column);
  }

  /** In the middle of most cells, where no coast is, a map has the colour of the leader. */
  private static void assertMap(BufferedImage picture, List<GnssSystem> systems, Leader leader) {
    MapFrame frame = MapFrame.of(GRID, MapProjection.ROBINSON, 30, 84, 1140, 900);
    Set<GnssSystem> seen = EnumSet.noneOf(GnssSystem.class);
    int led = 0;
    int same = 0;
    for (int row = 0; row < GRID.rows(); row++) {
      for (int column = 0; column < GRID.columns(); column++) {
        double latitude = GRID.latitudeDegrees(row);
        int x = (int) frame.x(GRID.longitudeDegrees(column), latitude);
        int rgb = picture.getRGB(x, (int) frame.y(latitude)) & 0xffffff;
        Optional<GnssSystem> expected = leader.at(row, column);
        for (GnssSystem system : systems) {
          if (rgb == SystemMark.of(system).areaRgb()) {
            assertEquals(expected, Optional.of(system), "row " + row + ", column " + column);
            seen.add(system);
            same++;
          }
        }
        led += expected.isPresent() ? 1 : 0;
      }
    }
    assertTrue(same > 0.9 * led, same + " of " + led);
    assertTrue(seen.size() > 1, "a map of one colour shows nothing");
  }

  /** Returns the colour at a part of the legend's width. */
  private static int legend(BufferedImage picture, double part) {
    int row = picture.getHeight() - 56;
    return picture.getRGB((int) (60 + part * (picture.getWidth() - 120)), row) & 0xffffff;
  }

  @Test
  void wrongUsageIsAnsweredWithTheUsage() {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(messages, true, UTF_8);
    assertEquals(2, new AtlasJob(stream, stream).run("plan.json"));
    assertTrue(messages.toString(UTF_8).startsWith("usage: skytally-atlas PLAN FOLDER"));
  }
}
