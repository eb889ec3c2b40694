package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class WorldTest {
  private static final String ANY_DAY = "world --mask 5 --resolution 5 --every 30m";
  private static final String COARSE = ANY_DAY + " --date 2020-11-25";

  /** Left and right of a map. */
  private static final int MARGIN = 40;

  /** How many of the cells' centres may be under a coast, a border or a line of the grid. */
  private static final double UNDER_LINES = 0.2;

  /** By how much red, green and blue of a grey may differ. */
  private static final int GREY_TINT = 8;

  /** By how much a figure with six decimals may be off. */
  private static final double ROUNDING = 5e-7;

  /** The median PDOP of an area has two decimals. */
  private static final double HALF_A_BIN = 0.005 + ROUNDING;

  @TempDir Path folder;

  private Path write(String name, String flags) {
    return write(COARSE, name, flags);
  }

  private Path write(String study, String name, String flags) {
    Path file = folder.resolve(name);
    Run run = Run.ofLine(study + " " + flags + " -o " + file);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("By the mean number in view"), run.out());
    return file;
  }

  private Path write(String name) {
    return write(name, "--threads 2");
  }

  @Test
  void theSummarySharesOutTheWholeEarth() {
    Run run = Run.ofLine(COARSE + " --systems GPS");
    assertEquals(0, run.exitCode());
    assertTrue(run.lines().get(0).startsWith("Window"));
    run = Run.ofLine(COARSE);
    double led = 0;
    for (String line : run.lines()) {
      if (line.startsWith("GPS  ") || line.startsWith("BeiDou  ")) {
        led += Double.parseDouble(line.split(" +", -1)[2]);
      }
    }
    assertTrue(led <= 100.05 && led > 95, run.out());
  }

  @Test
  void csvHasARowForEveryCell() throws IOException {
    List<String> lines = Files.readAllLines(write("world.csv"));
    assertEquals(1 + 36 * 72, lines.size());
    assertEquals(
        "latitude_deg,longitude_deg,gps_mean,bds_mean,gps_share_ahead,bds_share_ahead,gps_max,gps_min,"
            + "gps_share_at_least_4,bds_max,bds_min,bds_share_at_least_4,"
            + "leader_mean_number,leader_share_number,missing",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("87.5,-177.5,"));
    assertTrue(lines.get(36 * 72).startsWith("-87.5,177.5,"));
  }

  @Test
  void csvOverTheAntimeridianKeepsLongitudesWithin180() throws IOException {
    List<String> lines = Files.readAllLines(write("pacific.csv", "--bounds 170,-10,-170,0"));
    assertEquals(1 + 2 * 4, lines.size());
    assertTrue(lines.get(1).startsWith("-2.5,172.5,"));
    assertTrue(lines.get(4).startsWith("-2.5,-172.5,"));
  }

  /** A cell is what {@code capitals} counts at its centre, sampled as often. */
  @Test
  void aCellIsWhatAStudyOfItsCentreCounts() throws IOException {
    String[] cell = Files.readAllLines(write("world.csv")).get(1 + 20 * 72 + 50).split(",", -1);
    Path sites = folder.resolve("site.csv");
    Files.writeString(
        sites, "name,latitude_deg,longitude_deg\nx," + cell[0] + "," + cell[1] + "\n");
    JsonNode site =
        Run.ofLine("capitals --date 2020-11-25 --mask 5 --every 30m --format json --sites " + sites)
            .json()
            .get("sites")
            .get(0);
    assertEquals(
        site.get("systems").get("gps").get("mean").asDouble(), Double.parseDouble(cell[2]));
    assertEquals(
        site.get("systems").get("bds").get("mean").asDouble(), Double.parseDouble(cell[3]));
    assertEquals(site.at("/systems/bds/share_ahead").asDouble(), Double.parseDouble(cell[5]));
    assertEquals(site.get("systems").get("bds").get("max").asText(), cell[9]);
  }

  /**
   * {@code capitals} rounds percentiles to 0.01; those of a grid are interpolated in bins that are
   * a sixteenth of their value wide at most.
   */
  @Test
  void theDilutionOfACellIsThatOfAStudyOfItsCentre() throws IOException {
    Path grid = write("dilution.csv", "--dop --pdop 2 --bounds 12,44,13,48");
    List<String> lines = Files.readAllLines(grid);
    List<String> names = List.of(lines.get(0).split(",", -1));
    String[] cell = lines.get(1).split(",", -1);
    Path sites = folder.resolve("site.csv");
    Files.writeString(
        sites, "name,latitude_deg,longitude_deg\nx," + cell[0] + "," + cell[1] + "\n");
    JsonNode site =
        Run.ofLine(
                "capitals --dop --date 2020-11-25 --mask 5 --every 30m --format json --sites "
                    + sites)
            .json()
            .get("sites")
            .get(0);
    for (String set : List.of("gps", "bds", "together")) {
      JsonNode expected = set.equals("together") ? site.get(set) : site.at("/systems/" + set);
      for (String figure : List.of("pdop_median", "pdop_p95")) {
        double value = expected.get(figure).asDouble();
        double ofCell = Double.parseDouble(cell[names.indexOf(set + "_" + figure)]);
        assertEquals(value, ofCell, value / 16 + 0.01, set + " " + figure);
      }
      double median = Double.parseDouble(cell[names.indexOf(set + "_pdop_median")]);
      double good = Double.parseDouble(cell[names.indexOf(set + "_share_pdop_at_most_2")]);
      assertEquals(median < 2 - 2.0 / 16, good > 0.5, set + " " + median + " " + good);
    }
  }

  /** QZSS is visible from at most half of the Earth. */
  @Test
  void aCellWithoutAPositionHasNoDilution() throws IOException {
    String qzss = "--dop --systems QZS --date 2024-09-22";
    Path json = folder.resolve("qzss.json");
    assertEquals(0, Run.ofLine(ANY_DAY + " " + qzss + " -o " + json).exitCode());
    JsonNode world = JsonSchemaTest.valid(new ObjectMapper().readTree(json.toFile()));
    JsonNode medians = world.at("/figures/qzs_pdop_median");
    int row = (int) ((90 - 10) / 5.0);
    assertTrue(medians.get(row).get((180 - 60) / 5).isNull(), "the Amazon");
    assertTrue(medians.get(row).get((180 + 135) / 5).isNumber(), "south of Japan");
    assertEquals(0, world.at("/figures/qzs_share_position").get(row).get((180 - 60) / 5).asInt());
    Path tiff = folder.resolve("qzss.tif");
    Run run = Run.ofLine(ANY_DAY + " " + qzss + " -o " + tiff);
    FileDirectory directory = TiffReader.readTiff(tiff.toFile()).getFileDirectory();
    int band = 4;
    Rasters rasters = directory.readRasters();
    assertTrue(Float.isNaN(rasters.getPixel((180 - 60) / 5, row)[band].floatValue()));
    assertTrue(run.out().contains("PDOP"), run.out());
  }

  /** A cell counts by its area. */
  @ParameterizedTest
  @CsvSource({
    "'all,sea,land', -180,-90,180,90", // GPS from everywhere, QZSS from less than half
    "'all,sea,land', 90,-40,180,40",
    "'all,land', -5,15,10,25", // the Sahara
    "'all,sea', 150,20,170,40" // east of Japan
  })
  void theSummaryOfDilutionIsThatOfItsCells(
      String surfaces, double west, double south, double east, double north) throws IOException {
    String study =
        "world --mask 30 --resolution 5 --every 2h --date 2024-09-22 --systems GPS,BDS,QZS --dop --pdop 2";
    String bounds = "--bounds=%s,%s,%s,%s".formatted(west, south, east, north);
    JsonNode world =
        JsonSchemaTest.valid(
            new ObjectMapper().readTree(write(study, "dilution.json", bounds).toFile()));
    JsonNode figures = world.get("figures");
    JsonNode dilution = world.at("/summary/dilution");
    for (String surface : List.of("all", "sea", "land")) {
      assertEquals(
          List.of(surfaces.split(",", -1)).contains(surface), !dilution.get(surface).isNull());
    }
    double[] areas = new double[figures.get("gps_pdop_median").size()];
    for (int row = 0; row < areas.length; row++) {
      double latitude = world.at("/grid/first_latitude_deg").asDouble() - 5.0 * row;
      areas[row] = area(latitude - 2.5, latitude + 2.5);
    }
    JsonNode all = dilution.get("all");
    for (String set : List.of("gps", "bds", "qzs", "together")) {
      JsonNode good = figures.get(set + "_share_pdop_at_most_2");
      assertEquals(
          mean(good, areas, JsonNode::asDouble),
          all.at("/" + set + "/share_pdop_good").asDouble(),
          2 * ROUNDING);
      JsonNode medians = figures.get(set + "_pdop_median");
      JsonNode median = all.at("/" + set + "/pdop_median");
      double most = median.isNull() ? 1000 : median.asDouble();
      double notBeyond = mean(medians, areas, one -> isAtMost(one, most + HALF_A_BIN));
      double below = mean(medians, areas, one -> isAtMost(one, most - HALF_A_BIN));
      assertEquals(!median.isNull(), notBeyond >= 0.5, set + " " + notBeyond);
      assertTrue(median.isNull() || below < 0.5, set + " " + below);
    }
    JsonNode leader = figures.get("leader_pdop_number");
    assertEquals(
        mean(leader, areas, one -> one.asInt() == 1 ? 1 : 0),
        all.at("/gps/led_by_pdop").asDouble(),
        2 * ROUNDING);

    double whole = world.at("/summary/all/share_of_earth").asDouble();
    double land = world.at("/summary/land/share_of_earth").asDouble(0) / whole;
    for (String figure : List.of("gps/share_pdop_good", "qzs/share_pdop_good", "gps/led_by_pdop")) {
      assertEquals(
          all.at("/" + figure).asDouble(),
          land * dilution.at("/land/" + figure).asDouble(0)
              + (1 - land) * dilution.at("/sea/" + figure).asDouble(0),
          10 * ROUNDING,
          figure);
    }
  }

  /** Returns the area of a zone, up to a factor: that of a sphere by both radii of curvature. */
  private static double area(double south, double north) {
    double eccentricitySquared = 0.00669438;
    double sine = Math.sin(Math.toRadians((south + north) / 2));
    return (Math.sin(Math.toRadians(north)) - Math.sin(Math.toRadians(south)))
        / Math.pow(1 - eccentricitySquared * sine * sine, 2);
  }

  private static double isAtMost(JsonNode pdop, double most) {
    return pdop.isNumber() && pdop.asDouble() <= most ? 1 : 0;
  }

  /** Returns the mean over the cells, with the area of a cell of each row as weight. */
  private static double mean(JsonNode figure, double[] areas, ToDoubleFunction<JsonNode> value) {
    double sum = 0;
    double area = 0;
    for (int row = 0; row < areas.length; row++) {
      for (JsonNode cell : figure.get(row)) {
        sum += areas[row] * value.applyAsDouble(cell);
        area += areas[row];
      }
    }
    return sum / area;
  }

  @Test
  void aMapOfPdopHasAPanelForEachSystemAndForAll() throws IOException {
    BufferedImage map = ImageIO.read(write("pdop.png", "--what pdop").toFile());
    BufferedImage mean = ImageIO.read(write("mean.png", "--what mean").toFile());
    assertTrue(map.getHeight() > mean.getHeight() + 300, "two rows of panels");
  }

  @Test
  void jsonHasTheFiguresOfTheCsv() throws IOException {
    JsonNode json = JsonSchemaTest.valid(new ObjectMapper().readTree(write("world.json").toFile()));
    assertEquals("skytally/2", json.get("schema").asText());
    assertEquals(36, json.get("grid").get("rows").asInt());
    assertEquals(87.5, json.get("grid").get("first_latitude_deg").asDouble());
    assertEquals(1, json.get("summary").get("all").get("share_of_earth").asDouble());
    String[] cell = Files.readAllLines(write("world.csv")).get(1 + 7 * 72 + 3).split(",", -1);
    assertEquals(
        Double.parseDouble(cell[3]), json.get("figures").get("bds_mean").get(7).get(3).asDouble());
  }

  @Test
  void tiffHasABandAFigureAndKnowsItsPlace() throws IOException {
    FileDirectory tiff =
        TiffReader.readTiff(write("world.tif").toFile()).getFileDirectories().get(0);
    Rasters rasters = tiff.readRasters();
    assertEquals(72, rasters.getWidth());
    assertEquals(36, rasters.getHeight());
    assertEquals(12, rasters.getSamplesPerPixel());
    assertEquals(List.of(5.0, 5.0, 0.0), tiff.getModelPixelScale());
    assertEquals(List.of(0.0, 0.0, 0.0, -180.0, 90.0, 0.0), tiff.getModelTiepoint());
    assertTrue(tiff.getStringEntryValue(FieldTagType.GDAL_METADATA).contains(">bds_share_ahead<"));
    String[] cell = Files.readAllLines(write("world.csv")).get(1 + 7 * 72 + 3).split(",", -1);
    for (int band = 0; band < 12; band++) {
      assertEquals(
          Double.parseDouble(cell[2 + band]),
          rasters.getPixelSample(band, 3, 7).doubleValue(),
          1e-6);
    }
  }

  /** Tiles side by side and below each other, the last of them cut, are read as written. */
  @Test
  void tiffOfManyTilesHasTheFiguresOfTheCsv() throws IOException {
    String fine = "world --date 2020-11-25 --resolution 0.1 --every 12h";
    String window = "--bounds 0,-30,60,30";
    List<FileDirectory> images =
        TiffReader.readTiff(write(fine, "world.tif", window).toFile()).getFileDirectories();
    assertEquals(2, images.size());
    FileDirectory tiff = images.get(0);
    assertTrue(tiff.getTileOffsets().size() > 2 * tiff.getSamplesPerPixel());
    Rasters rasters = tiff.readRasters();
    List<String> lines = Files.readAllLines(write(fine, "world.csv", window));
    assertEquals(1 + 600 * 600, lines.size());
    for (int line = 1; line < lines.size(); line++) {
      String[] cell = lines.get(line).split(",", -1);
      for (int band = 0; band < 12; band++) {
        assertEquals(
            Double.parseDouble(cell[2 + band]),
            rasters.getPixelSample(band, (line - 1) % 600, (line - 1) / 600).doubleValue(),
            1e-6);
      }
    }
  }

  /** Numbers of the systems in the order of the columns, found again from the other bands. */
  @Test
  void leadersAreTheGreatestOfTheirFigures() throws IOException {
    String study = ANY_DAY + " --date 2026-10-06 --systems GPS,BDS,GAL";
    List<String> lines = Files.readAllLines(write(study, "leaders.csv", "--threads 2"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cell = List.of(line.split(",", -1));
      for (String measure : List.of("mean", "share")) {
        int first = names.indexOf("gps_" + (measure.equals("mean") ? "mean" : "share_ahead"));
        int number = leader(cell.subList(first, first + 3)) + 1;
        assertEquals(
            number,
            Integer.parseInt(cell.get(names.indexOf("leader_" + measure + "_number"))),
            line);
      }
    }
  }

  /** Programs compare the places of rasters, so a corner is the number that people write. */
  @ParameterizedTest
  @CsvSource({
    "'-10,35,-5,40', '', -10, 40",
    "'-9.9,35.3,-5,39.7', '', -9.9, 39.7",
    "'170.3,-5,-170,5', --nodes, 170.3, 5"
  })
  void tiffOfAWindowBeginsAtItsBounds(String bounds, String flags, double west, double north)
      throws IOException {
    String study = "world --date 2020-11-25 --duration 30m --resolution 0.1 --bounds ";
    Path tiff = write(study + bounds, "window.tif", ("--threads 2 " + flags).strip());
    FileDirectory directory = TiffReader.readTiff(tiff.toFile()).getFileDirectories().get(0);
    assertEquals(List.of(0.0, 0.0, 0.0, west, north, 0.0), directory.getModelTiepoint());
    assertEquals(List.of(0.1, 0.1, 0.0), directory.getModelPixelScale());
  }

  /** The pixel's middle is at its tie point; of cells it is the area's corner. */
  @Test
  void tiffOfNodesIsOfPoints() throws IOException {
    FileDirectory points =
        TiffReader.readTiff(write("nodes.tif", "--nodes").toFile()).getFileDirectories().get(0);
    assertEquals(37, points.getImageHeight().intValue());
    assertEquals(List.of(0.0, 0.0, 0.0, -180.0, 90.0, 0.0), points.getModelTiepoint());
    assertEquals(2, rasterType(points));
    assertEquals(
        1,
        rasterType(TiffReader.readTiff(write("cells.tif").toFile()).getFileDirectories().get(0)));
  }

  /** GTRasterTypeGeoKey of the GeoTIFF standard: 1 of areas, 2 of points. */
  private static int rasterType(FileDirectory tiff) {
    List<?> keys = (List<?>) tiff.get(FieldTagType.GeoKeyDirectory).getValues();
    for (int i = 4; i < keys.size(); i += 4) {
      if (keys.get(i).equals(1025)) {
        return (Integer) keys.get(i + 3);
      }
    }
    throw new AssertionError("no raster type among " + keys);
  }

  @Test
  void tiffOfASingleSystemIsRead() throws IOException {
    Path file = folder.resolve("gps.tif");
    assertEquals(0, Run.ofLine(COARSE + " --systems GPS -o " + file).exitCode());
    FileDirectory tiff = TiffReader.readTiff(file.toFile()).getFileDirectories().get(0);
    assertEquals(4, tiff.readRasters().getSamplesPerPixel());
  }

  /** Of a GeoTIFF of 62 bands, memory holds what was tallied, 55 MB, and not the file's 64 MB. */
  @Test
  void aGridIsWrittenWithoutAnotherOneInMemory() throws Exception {
    Path file = folder.resolve("six.tif");
    Run run =
        runIn(
            90,
            "--date 2026-10-06 --systems GPS,BDS,GAL,GLO,QZS,NAVIC --resolution 0.5 --every 12h -o "
                + file);
    assertEquals(0, run.exitCode(), run.out());
    assertEquals(
        62, TiffReader.readTiff(file.toFile()).getFileDirectories().get(0).getSamplesPerPixel());
  }

  @Test
  void whatIsTooMuchForMemoryIsToldWithWhatWouldBeLess() throws Exception {
    assertEquals(
        new Run(
            1,
            "skytally: out of memory: give a coarser --resolution, smaller --bounds or fewer"
                + " --systems, or give Java more with JAVA_TOOL_OPTIONS=-Xmx4g\n",
            ""),
        runIn(90, "--date 2026-10-06 --resolution 0.05"));
  }

  /** Runs a process with limited memory; its errors are part of the output. */
  private static Run runIn(int megabytes, String flags) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx" + megabytes + "m"));
    command.addAll(
        List.of("-XX:MaxDirectMemorySize=8m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.skytally.cli.Main", "world"));
    command.addAll(List.of(flags.split(" ", -1)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said, "");
  }

  @ParameterizedTest
  @CsvSource({"30s, 30 s", "60s, 60 s", "10m, 60 s"})
  void aShortWindowIsCountedOnceIfNothingElseIsSaid(String duration, String step) {
    Run run = Run.ofLine("world --resolution 5 --date 2020-11-25 --duration " + duration);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("sampled every " + step), run.out());
  }

  @Test
  void tiffSaysWhatWasCounted() throws Exception {
    JsonNode json = new ObjectMapper().readTree(write("world.json", "--height 250").toFile());
    Path tiff = write("world.tif", "--height 250");
    Map<String, String> items = metadata(tiff);
    assertEquals("2020-11-25T00:00:00.000Z to 2020-11-26T00:00:00.000Z", items.get("WINDOW"));
    assertEquals("5", items.get("MASK_DEG"));
    assertEquals("1800", items.get("STEP_S"));
    assertEquals("250", items.get("HEIGHT_M"));
    assertEquals("30 GPS, 44 BeiDou; status operational", items.get("COUNTED"));
    JsonNode elements = json.get("elements");
    assertEquals(elements.get("snapshot").asText(), items.get("SNAPSHOT"));
    assertEquals(elements.get("origin").asText(), items.get("ORIGIN"));
    assertEquals(elements.get("epoch_median").asText(), items.get("EPOCH_MEDIAN"));
    assertEquals(elements.get("age_days_median").asText(), items.get("AGE_DAYS_MEDIAN"));
  }

  /** What GDAL reads as the metadata of the whole file. */
  private static Map<String, String> metadata(Path tiff) throws Exception {
    String xml =
        TiffReader.readTiff(tiff.toFile())
            .getFileDirectories()
            .get(0)
            .getStringEntryValue(FieldTagType.GDAL_METADATA);
    NodeList items =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getElementsByTagName("Item");
    Map<String, String> metadata = new HashMap<>();
    for (int i = 0; i < items.getLength(); i++) {
      Element item = (Element) items.item(i);
      if (!item.hasAttribute("sample")) {
        metadata.put(item.getAttribute("name"), item.getTextContent());
      }
    }
    return metadata;
  }

  @ParameterizedTest
  @ValueSource(strings = {"R&D <\"size\">.tle", "größe ü.tle"})
  void tiffOfAFileWithAnyNameIsXmlAllTheSame(String name) throws Exception {
    Charset ofNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
    assumeTrue(ofNames.newEncoder().canEncode(name), "names of files are " + ofNames + " here");
    Path own = folder.resolve(name);
    Files.writeString(
        own,
        BundledSnapshots.load(LocalDate.of(2026, 10, 6)).elementSets().stream()
            .map(ElementSet::text)
            .collect(Collectors.joining("\n")));
    Path tiff = folder.resolve("own.tif");
    assertEquals(
        0,
        Run.of("world", "--resolution", "5", "--elements", own.toString(), "-o", tiff.toString())
            .exitCode());
    assertEquals(own.toString(), metadata(tiff).get("SNAPSHOT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"equirectangular", "robinson", "equal-earth"})
  void picturesHaveColoursAcrossTheMapWithoutSeamOrHole(String projection) throws IOException {
    BufferedImage light = ImageIO.read(write("lead.png", "--projection " + projection).toFile());
    assertEquals(1600, light.getWidth());
    int paper = light.getRGB(2, 2);
    assertEquals(0xffffffff, paper);
    int middle = light.getWidth() / 2;
    int top = firstRowWithin(light, middle);
    for (int y = top + 4; y < top + 600; y++) {
      assertNotEquals(paper, light.getRGB(middle, y), "at row " + y);
    }
    for (int x = 60; x < 1540; x++) {
      assertNotEquals(paper, light.getRGB(x, top + 380), "at column " + x);
    }
    BufferedImage dark =
        ImageIO.read(write("dark.png", "--theme dark --projection " + projection).toFile());
    assertNotEquals(paper, dark.getRGB(2, 2));
  }

  private static int firstRowWithin(BufferedImage image, int x) {
    int y = 100;
    while (image.getRGB(x, y) == image.getRGB(2, 2)) {
      y++;
    }
    return y;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead", "mean", "max", "min", "available"})
  void everyLayerIsDrawn(String layer) throws IOException {
    Path file = write("layer.png", "--bounds 60,-12,150,55 --what " + layer);
    assertEquals(1600, ImageIO.read(file.toFile()).getWidth());
  }

  /** Who has the greatest mean, by the CSV, and the colour at its cells. */
  @ParameterizedTest
  @CsvSource({"light, 3f95c5, df863f, 63c3b2", "dark, 055b8c, a54c07, 29897a"})
  void ofThreeSystemsEachCellHasTheColourOfTheOneThatLeadsThere(
      String theme, String gps, String beiDou, String galileo) throws IOException {
    String study =
        "world --mask 5 --resolution 2 --every 1h --date 2026-10-06 --systems GPS,BDS,GAL";
    List<String> lines = Files.readAllLines(write(study, "leaders.csv", "--threads 2"));
    BufferedImage image = ImageIO.read(write(study, "leaders.png", "--theme " + theme).toFile());
    List<Integer> colors =
        List.of(
            Integer.decode("0x" + gps),
            Integer.decode("0x" + beiDou),
            Integer.decode("0x" + galileo));
    int[] cells = new int[3];
    int[] coloured = new int[3];
    for (String line : lines.subList(1, lines.size())) {
      String[] cell = line.split(",", -1);
      int leader = leader(List.of(cell).subList(2, 5));
      if (leader < 0) {
        continue;
      }
      int x = longitudePixel(Double.parseDouble(cell[1]));
      int y = latitudePixel(image, Double.parseDouble(cell[0]));
      cells[leader]++;
      coloured[leader] += (image.getRGB(x, y) & 0xffffff) == colors.get(leader) ? 1 : 0;
    }
    for (int i = 0; i < 3; i++) {
      assertTrue(cells[i] > 20, cells[i] + " cells");
      assertTrue(coloured[i] > (1 - UNDER_LINES) * cells[i], coloured[i] + " of " + cells[i]);
    }
  }

  /** Where the greatest number stands; -1 if it stands twice. */
  private static int leader(List<String> numbers) {
    List<Double> ahead = numbers.stream().map(Double::valueOf).toList();
    int leader = ahead.indexOf(Collections.max(ahead));
    return leader == ahead.lastIndexOf(ahead.get(leader)) ? leader : -1;
  }

  /** Neither QZSS nor NavIC ever rises over the Amazon, by the CSV. */
  @ParameterizedTest
  @CsvSource({"QZS, NAVIC", "NAVIC, QZS"})
  void whereNeitherOfTwoSystemsIsAheadTheMapIsGrey(String first, String second) throws IOException {
    String study = ANY_DAY + " --date 2026-10-06 --systems " + first + "," + second;
    String row =
        Files.readAllLines(write(study, "ties.csv", "--threads 2")).stream()
            .filter(line -> line.startsWith("-2.5,-62.5,"))
            .findFirst()
            .orElseThrow();
    assertTrue(row.startsWith("-2.5,-62.5,0,0,0,0,"), row);
    BufferedImage image = ImageIO.read(write(study, "ties.png", "--threads 2").toFile());
    Color color = new Color(image.getRGB(longitudePixel(-62.5), latitudePixel(image, -2.5)));
    assertEquals(color.getRed(), color.getBlue(), GREY_TINT);
    assertEquals(color.getRed(), color.getGreen(), GREY_TINT);
  }

  private static int longitudePixel(double longitudeDegrees) {
    return (int) (MARGIN + (180 + longitudeDegrees) * (1600 - 2 * MARGIN) / 360.0);
  }

  private static int latitudePixel(BufferedImage image, double latitudeDegrees) {
    return (int)
        (firstRowWithin(image, 800) + (90 - latitudeDegrees) * (1600 - 2 * MARGIN) / 360.0);
  }

  private List<Element> texts(String study, String name, String flags) throws Exception {
    Path file = folder.resolve(name);
    Run run = Run.ofLine(study + " " + flags + " -o " + file);
    assertEquals(0, run.exitCode(), run.err());
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("text");
    List<Element> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add((Element) nodes.item(i));
    }
    return texts;
  }

  private static double at(List<Element> texts, String words, String coordinate) {
    return texts.stream()
        .filter(text -> text.getTextContent().equals(words))
        .mapToDouble(text -> Double.parseDouble(text.getAttribute(coordinate)))
        .findFirst()
        .orElseThrow();
  }

  /** A degree of longitude is shorter than one of latitude by the cosine of the latitude. */
  @Test
  void aRegionKeepsItsShapes() throws Exception {
    List<Element> texts = texts(COARSE, "region.svg", "--bounds 0,50,20,70");
    double east = at(texts, "15°E", "x") - at(texts, "5°E", "x");
    double north = at(texts, "55°N", "y") - at(texts, "65°N", "y");
    assertEquals(Math.cos(Math.toRadians(60)), east / north, 1e-3);
  }

  @Test
  void whatIsAvailableEverywhereAllOfTheTimeHasNoScale() throws Exception {
    List<String> words = words(texts(COARSE, "all.svg", "--what available"));
    assertTrue(words.contains("GPS: 100 % everywhere"), words.toString());
    assertTrue(
        words.contains("four or more satellites in view from everywhere, all of the time"),
        words.toString());
    assertTrue(!words.contains("of the time"), words.toString());
    String some = "--what available --systems GPS,NAVIC --date 2026-10-06";
    words = words(texts(ANY_DAY, "some.svg", some));
    assertTrue(words.contains("GPS: 100 % everywhere"), words.toString());
    assertTrue(words.contains("NavIC: 0 % everywhere"), words.toString());
    assertTrue(words.containsAll(List.of("0 %", "of the time")), words.toString());
  }

  private static List<String> words(List<Element> texts) {
    return texts.stream().map(Element::getTextContent).toList();
  }

  /** The shares in the legend of a map of leaders are those of the first sentence. */
  @Test
  void aMapOfLeadersHasTheMeasureOfTheFirstSentence() throws Exception {
    String study = ANY_DAY + " --date 2026-10-06 --systems GPS,BDS,GAL";
    String sentence = Run.ofLine(study).out().replace('\n', ' ');
    sentence = sentence.substring(0, sentence.indexOf(" of the Earth"));
    assertTrue(sentence.startsWith("By the mean number in view, "), sentence);
    List<String> words = words(texts(study, "leaders.svg", "--threads 2"));
    assertTrue(words.get(0).endsWith("by the mean number"), words.get(0));
    for (String system : List.of("GPS", "BeiDou", "Galileo")) {
      String share = sentence.replaceAll(".*" + system + "( leads)? over ([<>0-9.]+ %).*", "$2");
      assertTrue(words.contains(system + " " + share), share + " in " + words);
    }
  }

  /** Three satellites are never four. */
  @Test
  void aSystemThatIsNeverAvailableIsAsDarkAsTheScaleGets() throws IOException {
    String study = ANY_DAY + " --date 2026-10-06 --systems NAVIC --what available -o ";
    Path file = folder.resolve("none.png");
    Run run = Run.ofLine(study + file);
    assertEquals(0, run.exitCode(), run.err());
    BufferedImage image = ImageIO.read(file.toFile());
    Color color = new Color(image.getRGB(longitudePixel(-122.5), image.getHeight() / 2));
    assertTrue(color.getRed() + color.getGreen() + color.getBlue() < 3 * 100, color.toString());
  }

  @Test
  void theLeadIsWhatIsDrawnOfSeveralSystemsAndTheMeanOfOne() throws IOException {
    String three = "--systems GPS,BDS,GAL --bounds 60,-12,150,55";
    assertArrayEquals(
        Files.readAllBytes(write("lead.png", three + " --what lead")),
        Files.readAllBytes(write("default.png", three)));
    Path mean = folder.resolve("mean.png");
    Path one = folder.resolve("one.png");
    assertEquals(0, Run.ofLine(COARSE + " --systems GPS --what mean -o " + mean).exitCode());
    assertEquals(0, Run.ofLine(COARSE + " --systems GPS -o " + one).exitCode());
    assertArrayEquals(Files.readAllBytes(mean), Files.readAllBytes(one));
  }

  @Test
  void threadsMakeNoDifferenceToAByte() throws IOException {
    byte[] one = Files.readAllBytes(write("one.json", "--threads 1"));
    assertArrayEquals(one, Files.readAllBytes(write("two.json", "--threads 2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --resolution 0                 | resolution 0.0 is outside 0.05 to 5 degrees
          --resolution 1e-9              | resolution 1.0E-9 is outside 0.05 to 5 degrees
          --resolution 0.7               | resolution 0.7 does not divide the globe: 180 / 0.7 is 257.1429, expected a whole number
          --resolution fine              | --resolution: "fine", expected degrees such as 0.25
          --bounds 0,20,10,10            | south 20.0 is not below north 10.0
          --bounds 0,20,10               | --bounds: "0,20,10", expected west,south,east,north such as 60,-12,150,55
          --bounds 0,-91,10,10           | south -91.0 is outside -90 to 90 degrees
          --height 1e9                   | height 1.0E9 is outside -10000 to 100000 metres
          --what lead                    | --what is for pictures, give -o with a name that ends in .png or .svg, or --format png
          --what most -o none/a.png      | --what: "most", expected lead, mean, max, min, available or pdop
          --projection mercator -o none/a.png | --projection: "mercator", expected equirectangular, robinson or equal-earth
          --theme red -o none/a.png      | --theme: "red", expected light or dark
          --systems GPS --what lead -o none/a.png | --what lead compares systems, give two or more with --systems
          --pdop 4                       | --pdop is a limit of the dilution of precision, add --dop
          --dop --pdop 0                 | --pdop: the PDOP limit is 0.0, expected 0.001 to 1000
          --clocks own                   | --clocks changes the dilution of precision only, add --dop
          --every 25h                    | --every is longer than --duration, nothing would be compared
          -o none/map.jpg                | -o: "none/map.jpg", expected a name that ends in .png, .svg, .tif, .csv or .json
          --every 0.001s --duration 10d  | 864000000 samples are more than the greatest number, 16909320: lengthen --every
          """)
  void wrongUsageIsToldInOneLine(String flags, String line) {
    assertEquals(
        new Run(2, "", "skytally: " + line + " (see skytally world --help)\n"),
        Run.ofLine("world " + flags));
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeTheWork() {
    Path file = folder.resolve("none").resolve("a.png");
    assertEquals(
        new Run(1, "", "skytally: -o " + file + ": there is no folder " + file.getParent() + "\n"),
        Run.ofLine("world -o " + file));
  }
}
