package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.history.TestElements;
import dev.skytally.terrain.Terrain;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The map and the sky plot, read as XML with a mark for each site or satellite. */
class PicturesTest {
  private static final String GPS_COLOR = "#0072b2";
  private static final String BDS_COLOR = "#d55e00";
  private static final String ALL_SYSTEMS = "GPS,BDS,GAL,GLO,QZS,NAVIC";

  /** The centre and the rim of the sky plot. */
  private static final double ZENITH_X = 380;

  private static final double ZENITH_Y = 412;
  private static final double RIM = 300;

  /** From a mark's outline, where its path begins, to its middle. */
  private static final double MARK_PIXELS = 9;

  @TempDir Path folder;

  /** Hangul is in neither of the bundled fonts. */
  @Test
  void lettersThatNoFontHasAreNamedOnce() throws IOException {
    Path sites = Files.writeString(folder.resolve("seoul.csv"), "name,lat,lon\n서울,37.57,126.98\n");
    String sky =
        "sky 서울 --systems GPS --date 2026-10-05 --sites " + sites + " -o " + folder.resolve("sky.");
    for (String ending : List.of("svg", "png")) {
      Run run = Run.ofLine(sky + ending);
      assertEquals(0, run.exitCode(), run.err());
      assertEquals(
          "skytally: warning: letters drawn as boxes, because the fonts of pictures lack them: 서"
              + " 울\n",
          run.err());
    }
    assertEquals(
        "",
        Run.ofLine("sky ET --systems GPS --date 2026-10-05 -o " + folder.resolve("et.svg")).err());
  }

  private record Mark(String title, String fill, double beginX, double beginY, String outline) {
    /** Returns the radius of a circle. */
    double radius() {
      return Double.parseDouble(outline.split("[a ]", -1)[2]);
    }
  }

  private static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList nodes = svg.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Mark> marks(Document svg) {
    List<Mark> marks = new ArrayList<>();
    for (Element title : elements(svg, "title")) {
      Element mark = (Element) title.getParentNode();
      if (mark.getTagName().equals("path")) {
        Matcher begin = Pattern.compile("M([-.0-9]+) ([-.0-9]+)").matcher(mark.getAttribute("d"));
        assertTrue(begin.lookingAt());
        marks.add(
            new Mark(
                title.getTextContent(),
                mark.getAttribute("fill"),
                Double.parseDouble(begin.group(1)),
                Double.parseDouble(begin.group(2)),
                mark.getAttribute("d")));
      }
    }
    return marks;
  }

  private Document map(String line) throws Exception {
    Path file = folder.resolve("map.svg");
    Run run = Run.ofLine(line + " --report " + file);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(Run.ofLine(line).out(), run.out());
    return xml(file);
  }

  @Test
  void mapShowsEveryCapitalByItsLeader() throws Exception {
    JsonNode json = Run.ofLine("capitals --date 2020-11-25 --format json").json();
    Document svg = map("capitals --date 2020-11-25");
    List<Mark> marks = marks(svg);
    assertEquals(195, marks.size());
    JsonNode leads = json.at("/leads/max");
    assertEquals(leads.get("gps").asInt(), count(marks, GPS_COLOR));
    assertEquals(leads.get("bds").asInt(), count(marks, BDS_COLOR));
    assertEquals(leads.get("tie").asInt(), count(marks, "none"));
    JsonNode first = json.get("sites").get(0);
    String title =
        "Kabul, Afghanistan: GPS %s, BeiDou %s"
            .formatted(first.at("/systems/gps/max").asInt(), first.at("/systems/bds/max").asInt());
    assertTrue(marks.stream().anyMatch(mark -> mark.title.equals(title)), title);
    String verdict = Run.ofLine("capitals --date 2020-11-25").lines().get(0);
    assertEquals(verdict, elements(svg, "title").get(0).getTextContent());
  }

  private static int count(List<Mark> marks, String fill) {
    return (int) marks.stream().filter(mark -> mark.fill.equals(fill)).count();
  }

  @Test
  void eastIsRightAndNorthIsUp() throws Exception {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            """
            name,latitude_deg,longitude_deg
            "West & <south>",-40,-100
            North,60,0
            East,-10,170
            Beyond,-10,190
            """);
    List<Mark> marks = marks(map("capitals --systems GPS --sites " + sites));
    assertEquals(4, marks.size());
    Mark west = find(marks, "West & <south>: ");
    Mark north = find(marks, "North: ");
    Mark east = find(marks, "East: ");
    assertTrue(west.beginX < north.beginX && north.beginX < east.beginX);
    assertTrue(north.beginY < east.beginY && east.beginY < west.beginY);
    assertTrue(find(marks, "Beyond: ").beginX < west.beginX);
  }

  /** Areas grow evenly with the numbers; radii are rounded to a tenth of a pixel. */
  @Test
  void marksOfASingleSystemAreAsLargeAsItsNumbers() throws Exception {
    String line = "capitals --date 2020-11-25 --systems BDS";
    Document svg = map(line);
    List<Mark> marks = marks(svg);
    NavigableMap<Integer, Double> areas = new TreeMap<>();
    for (JsonNode site : Run.ofLine(line + " --format json").json().get("sites")) {
      int max = site.at("/systems/bds/max").asInt();
      double radius =
          find(marks, site.get("name").asText() + ", " + site.get("country").asText()).radius();
      areas.putIfAbsent(max, radius * radius);
      assertEquals(areas.get(max), radius * radius, site.toString());
    }
    assertTrue(areas.size() > 5, areas.toString());
    List<String> words = elements(svg, "text").stream().map(Element::getTextContent).toList();
    int least =
        Integer.parseInt(words.get(words.indexOf("greatest number of satellites in view") + 1));
    int greatest = Integer.parseInt(words.get(words.indexOf("Window") - 1));
    assertTrue(least <= areas.firstKey() && areas.lastKey() <= greatest, words.toString());
    double smaller = areas.firstEntry().getValue();
    double wider = areas.lastEntry().getValue() - smaller;
    assertTrue(wider > 30, areas.toString());
    areas.forEach(
        (number, area) -> {
          double share =
              (double) (number - areas.firstKey()) / (areas.lastKey() - areas.firstKey());
          assertEquals(share, (area - smaller) / wider, 0.03, areas.toString());
        });
  }

  private static Mark find(List<Mark> marks, String title) {
    return marks.stream().filter(mark -> mark.title.startsWith(title)).findFirst().orElseThrow();
  }

  private Document sky(String line) throws Exception {
    Path file = folder.resolve("sky.svg");
    assertEquals(new Run(0, "", ""), Run.ofLine(line + " -o " + file));
    return xml(file);
  }

  @Test
  void satellitesStandWhereTheTableSays() throws Exception {
    String line = "sky ET --mask 10 --at 2026-10-06T00:00:00Z";
    JsonNode satellites = Run.ofLine(line + " --format json").json().get("satellites");
    List<Mark> marks = marks(sky(line));
    assertEquals(satellites.size(), marks.size());
    for (int i = 0; i < marks.size(); i++) {
      JsonNode satellite = satellites.get(i);
      Mark mark = marks.get(i);
      assertTrue(mark.title.startsWith(satellite.get("prn").asText() + ": "), mark.title);
      assertEquals(mark.title.startsWith("G") ? GPS_COLOR : BDS_COLOR, mark.fill);
      double azimuth = Math.toRadians(satellite.get("azimuth_deg").asDouble());
      double distance = RIM * (90 - satellite.get("elevation_deg").asDouble()) / 90;
      assertEquals(ZENITH_X + distance * Math.sin(azimuth), mark.beginX, MARK_PIXELS);
      assertEquals(ZENITH_Y - distance * Math.cos(azimuth), mark.beginY, MARK_PIXELS);
    }
  }

  @Test
  void labelsOfACrowdedSkyDoNotOverlap() throws Exception {
    String line = "sky Indonesia --at 2026-10-06T12:00:00Z --tracks 2h --systems " + ALL_SYSTEMS;
    int rising = Run.ofLine(line + " --format json").json().get("rising").size();
    assertTrue(rising > 5);
    Document svg = sky(line);
    List<Rectangle2D> labels = new ArrayList<>();
    for (Element text : elements(svg, "text")) {
      if (text.getTextContent().matches("[GCERJI]\\d\\d")
          && text.getAttribute("stroke").equals("none")) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double size = Double.parseDouble(text.getAttribute("font-size"));
        labels.add(new Rectangle2D.Double(x - size, y - 0.75 * size, 2 * size, 0.75 * size));
      }
    }
    assertEquals(marks(svg).size() + rising, labels.size());
    assertTrue(labels.size() > 50);
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertTrue(!labels.get(i).intersects(labels.get(j)), labels.get(i) + " " + labels.get(j));
      }
    }
  }

  @Test
  void horizonIsDrawnByAzimuth() throws Exception {
    Path horizon =
        Files.writeString(
            folder.resolve("street.csv"), "azimuth_deg,elevation_deg\n0,0\n90,45\n180,0\n270,-5\n");
    Document svg = sky("sky ET --date 2026-10-05 --horizon " + horizon);
    Element edge =
        elements(svg, "path").stream()
            .filter(path -> path.hasAttribute("stroke-dasharray"))
            .findFirst()
            .orElseThrow();
    String[] points = edge.getAttribute("d").split("[ML]", -1);
    String[] east = points[1 + 90].split(" ", -1);
    assertEquals(ZENITH_X + RIM * 45 / 95, Double.parseDouble(east[0]), 0.1);
    assertEquals(ZENITH_Y, Double.parseDouble(east[1]), 0.1);
  }

  @Test
  void pngIsThePictureInDots() throws IOException {
    Path map = folder.resolve("map.PNG");
    Path sky = folder.resolve("sky.png");
    assertEquals(0, Run.ofLine("capitals --report " + map).exitCode());
    assertEquals(new Run(0, "", ""), Run.ofLine("sky ET --date 2026-10-05 -o " + sky));
    assertHasColors(map, 2400);
    assertHasColors(sky, 1520);
  }

  private static void assertHasColors(Path file, int width) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(width, image.getWidth());
    int[] gpsBeiDouWhite = new int[3];
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        int rgb = image.getRGB(x, y) & 0xffffff;
        gpsBeiDouWhite[0] += rgb == Integer.decode(GPS_COLOR) ? 1 : 0;
        gpsBeiDouWhite[1] += rgb == Integer.decode(BDS_COLOR) ? 1 : 0;
        gpsBeiDouWhite[2] += rgb == 0xffffff ? 1 : 0;
      }
    }
    assertTrue(gpsBeiDouWhite[0] > 100 && gpsBeiDouWhite[1] > 100);
    assertTrue(gpsBeiDouWhite[2] > image.getWidth() * image.getHeight() / 4);
  }

  /** A picture of each command that draws. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals --report",
        "sky ET --at 2026-10-06T00:00:00Z -o",
        "world --resolution 5 --every 6h --systems GPS,BDS -o",
        "history --history FILE --picture",
        "horizon 0,0 --dem FILE -o"
      })
  void aPictureHasTheTitleAndTheWidthThatAreGiven(String line) throws Exception {
    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
    if (words.contains("FILE")) {
      words.set(words.indexOf("FILE"), input(words.get(0)));
    }
    Path svg = folder.resolve("own.svg");
    Path png = folder.resolve("own.png");
    List<String> more = List.of("--title", "Größe & <Maß> 😀", "--width", "640");
    for (Path file : List.of(svg, png)) {
      List<String> arguments = new ArrayList<>(words);
      arguments.add(file.toString());
      arguments.addAll(more);
      Run run = Run.of(arguments.toArray(String[]::new));
      assertEquals(0, run.exitCode(), run.err());
    }
    Document picture = xml(svg);
    assertEquals("Größe & <Maß> 😀", elements(picture, "text").get(0).getTextContent());
    Element root = picture.getDocumentElement();
    assertEquals("640", root.getAttribute("width"));
    String[] box = root.getAttribute("viewBox").split(" ", -1);
    double shape = Double.parseDouble(box[3]) / Double.parseDouble(box[2]);
    assertEquals(640 * shape, Double.parseDouble(root.getAttribute("height")), 1);
    BufferedImage image = ImageIO.read(png.toFile());
    assertEquals(640, image.getWidth());
    assertEquals(640 * shape, image.getHeight(), 1);
  }

  /** Writes the file that a command draws, a history of one run or an elevation model. */
  private String input(String command) throws IOException {
    if (command.equals(HorizonCommand.NAME)) {
      return Terrain.cone(0, 0.01, 100, 0.005)
          .write(folder.resolve("cone.tif"), 0.02, -0.02, 49, 49, 1 / 1200.0, 1 / 1200.0)
          .toString();
    }
    Path elements = Files.writeString(folder.resolve("2026.tle"), TestElements.text("2026-10-06"));
    Path file = folder.resolve("history.sqlite");
    Run run = Run.ofLine("history backfill --elements " + elements + " --history " + file);
    assertEquals(0, run.exitCode(), run.err());
    return file.toString();
  }

  /** A journalist's map of the world is one command. */
  @Test
  void aMapInFrenchHasFrenchWordsNumbersAndDates() throws Exception {
    Path file = folder.resolve("carte.svg");
    Run run =
        Run.of(
            ("world --resolution 5 --every 6h --date 2020-11-25 --mask 7.5 --language fr --title"
                    + " Carte -o "
                    + file)
                .split(" ", -1));
    assertEquals(0, run.exitCode(), run.err());
    List<String> words = elements(xml(file), "text").stream().map(Element::getTextContent).toList();
    assertEquals("Carte", words.get(0));
    assertTrue(words.get(1).startsWith("du 25/11/2020 00:00 au 26/11/2020 00:00 UTC"));
    assertTrue(words.get(1).contains("7,5°"), words.get(1));
    assertTrue(words.containsAll(List.of("satellites, en moyenne", "60° O", "60° S")));
  }

  @Test
  void pictureThatCannotBeWrittenIsToldBeforeTheJob() {
    Path missing = folder.resolve("none").resolve("map.svg");
    assertEquals(
        new Run(
            1,
            "",
            "skytally: --report %s: there is no folder %s\n"
                .formatted(missing, missing.getParent())),
        Run.of("capitals", "--report", missing.toString()));
  }
}
