package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.draw.ColorScale;
import dev.skytally.report.draw.MapFrame;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.draw.Typeface;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Times;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/**
 * A picture of a grid with coasts, borders and a legend. It has one map of the lead of one system
 * over another or of the leader of several, or one map for each system.
 */
final class WorldPicture {
  private static final int WIDTH = 1600;
  private static final int MARGIN = 40;
  private static final int TITLE_SIZE = 30;
  private static final int TEXT_SIZE = 18;
  private static final int SMALL_SIZE = 15;
  private static final int DEGREES_SIZE = 12;
  private static final int LEAST_BETWEEN_DEGREES = 45;
  private static final int MOST_MAP_HEIGHT = 1200;
  private static final int LEGEND_WIDTH = 1000;
  private static final int LEGEND_HEIGHT = 20;
  private static final int SWATCH_WIDTH = 34;
  private static final int SWATCH_GAP = 9;
  private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20};
  private static final int MOST_CLASSES_A_SIDE = 9;
  private static final int MOST_CLASSES = 16;
  private static final double WHOLE_PERCENT = 100;

  /** All greater PDOPs have one colour. */
  private static final double POOR_PDOP = WorldStudy.GOOD_PDOP;

  private static final double LEAST_TIED_PERCENT = 0.1;
  private static final int MOST_MISSING_NAMED = 4;

  /** One map. */
  private record Panel(String title, ColorScale scale, WorldFigures.Value value) {}

  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
  }

  private final Setting setting;
  private final WorldResult result;
  private final Optional<WorldDilution> dilution;
  private final WorldMap map;
  private final WorldGrid grid;
  private final WorldLayer layer;
  private final MapProjection projection;
  private final boolean dark;
  private final List<GnssSystem> systems;
  private final boolean ofLeaders;
  private final Color paper;
  private final Color ink;
  private final Color faintInk;

  WorldPicture(
      Setting setting,
      WorldResult result,
      Optional<WorldDilution> dilution,
      WorldMap map,
      WorldLayer layer,
      MapProjection projection,
      boolean dark) {
    this.setting = setting;
    this.result = result;
    this.dilution = dilution;
    this.map = map;
    this.layer = layer;
    this.projection = projection;
    this.dark = dark;
    grid = result.grid();
    systems = result.tally().systems();
    ofLeaders = layer == WorldLayer.LEAD && systems.size() > 2;
    paper = new Color(dark ? 0x15181d : 0xffffff);
    ink = new Color(dark ? 0xe8eaed : 0x1f2328);
    faintInk = new Color(dark ? 0xa7adb5 : 0x57606a);
  }

  /** Draws letters and a line to a scratch image, so that fonts and classes are loaded early. */
  static void ready() {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.fill(Typeface.BOLD.outline("a", 0, 8, 8));
    stroke(graphics, new Rectangle2D.Double(1, 1, 5, 5), 0, 255, 1.5f);
    graphics.dispose();
  }

  void write(OutputStream out) throws IOException {
    ImageIO.write(draw(), "png", out);
  }

  private BufferedImage draw() {
    List<Panel> panels = panels();
    int across = Math.min(2, panels.size());
    double panelWidth = (WIDTH - (across + 1.0) * MARGIN) / across;
    double panelTitle = panels.get(0).title().isEmpty() ? 0 : TEXT_SIZE + 12;
    double mapHeight = frame(0, 0, panelWidth).height();
    double top = MARGIN + TITLE_SIZE + TEXT_SIZE + 30;
    double below = mapHeight + panelTitle + 32;
    int down = (panels.size() + across - 1) / across;
    double legendTop = top + down * below + 6;
    int height = (int) Math.ceil(legendTop + LEGEND_HEIGHT + 3.6 * TEXT_SIZE + SMALL_SIZE + MARGIN);
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(paper);
    graphics.fillRect(0, 0, WIDTH, height);
    drawTitle(graphics);
    for (int i = 0; i < panels.size(); i++) {
      double left = MARGIN + i % across * (panelWidth + MARGIN);
      int rowOfPanels = i / across;
      double panelTop = top + rowOfPanels * below;
      graphics.setColor(ink);
      String name = panels.get(i).title();
      graphics.fill(Typeface.BOLD.outline(name, left, panelTop + TEXT_SIZE, TEXT_SIZE));
      MapFrame frame = frame(left, panelTop + panelTitle, panelWidth);
      colour(image, frame, panels.get(i));
      drawLines(graphics, frame);
      drawDegrees(graphics, frame);
    }
    if (ofLeaders) {
      drawLeaders(graphics, panels.get(0), legendTop);
    } else {
      drawLegend(graphics, panels.get(0), legendTop);
    }
    drawFootnote(graphics, height - MARGIN + 4.0);
    graphics.dispose();
    return image;
  }

  private MapFrame frame(double left, double top, double width) {
    return MapFrame.of(grid, projection, left, top, width, MOST_MAP_HEIGHT);
  }

  private List<Panel> panels() {
    GridTally tally = result.tally();
    if (ofLeaders) {
      return List.of(new Panel("", leaderColors(), this::leader));
    }
    if (layer == WorldLayer.LEAD) {
      WorldFigures.Value lead =
          (row, column) ->
              tally.mean(systems.get(0), row, column) - tally.mean(systems.get(1), row, column);
      return List.of(new Panel("", diverging(lead), lead));
    }
    List<WorldFigures.Value> values = new ArrayList<>();
    for (int i = 0; i < systems.size(); i++) {
      GnssSystem system = systems.get(i);
      int number = i;
      values.add(
          switch (layer) {
            case MEAN -> (row, column) -> tally.mean(system, row, column);
            case MAX -> (row, column) -> tally.max(system, row, column);
            case MIN -> (row, column) -> tally.min(system, row, column);
            case AVAILABLE -> (row, column) -> 100 * tally.shareAtLeastFour(system, row, column);
            case PDOP -> (row, column) -> medianPdop(number, row, column);
            case LEAD -> throw new IllegalStateException("the lead is of no single system");
          });
    }
    List<String> names = new ArrayList<>(systems.stream().map(GnssSystem::displayName).toList());
    if (layer == WorldLayer.PDOP && systems.size() > 1) {
      values.add((row, column) -> medianPdop(systems.size(), row, column));
      names.add("Together: " + ClocksText.words(result.tally().clocks(), systems));
    }
    ColorScale scale = sequential(values);
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      panels.add(new Panel(names.get(i), scale, values.get(i)));
    }
    return panels;
  }

  private double medianPdop(int set, int row, int column) {
    return dilution.orElseThrow().medianPdop(set, row, column);
  }

  /** Returns the leader's index among the systems, or the number of systems for a tie. */
  private int leader(int row, int column) {
    return result.tally().leader(row, column).map(systems::indexOf).orElse(systems.size());
  }

  private ColorScale leaderColors() {
    int[] rgb = new int[systems.size() + 1];
    for (int i = 0; i < systems.size(); i++) {
      rgb[i] = softened(new Color(SystemMark.of(systems.get(i)).areaRgb()));
    }
    rgb[systems.size()] = grey();
    return ColorScale.ofWholes(rgb);
  }

  /** Mixes a quarter of the paper's colour into a colour, so that borders stand out. */
  private int softened(Color color) {
    return new Color(
            (3 * color.getRed() + paper.getRed()) / 4,
            (3 * color.getGreen() + paper.getGreen()) / 4,
            (3 * color.getBlue() + paper.getBlue()) / 4)
        .getRGB();
  }

  private ColorScale diverging(WorldFigures.Value value) {
    double[] range = range(List.of(value));
    double most = Math.max(Math.abs(range[0]), Math.abs(range[1]));
    double step = step(most, MOST_CLASSES_A_SIDE);
    return ColorScale.diverging(step, Math.max(1, (int) Math.ceil(most / step)), dark);
  }

  private ColorScale sequential(List<WorldFigures.Value> values) {
    double[] range = range(values);
    if (layer == WorldLayer.AVAILABLE) {
      range[1] = WHOLE_PERCENT;
    }
    if (layer == WorldLayer.PDOP) {
      range[1] = Math.max(range[0], Math.min(range[1], POOR_PDOP));
    }
    boolean whole = layer == WorldLayer.MAX || layer == WorldLayer.MIN;
    double step = step(range[1] - range[0], MOST_CLASSES - 1);
    step = whole ? Math.max(1, step) : step;
    double least = Math.floor(range[0] / step) * step;
    if (layer == WorldLayer.AVAILABLE) {
      least = Math.min(least, WHOLE_PERCENT - step);
    }
    double end = whole ? range[1] + 1 : range[1];
    int classes = Math.max(1, (int) Math.ceil((end - least) / step - 1e-9));
    return ColorScale.sequential(least, step, classes);
  }

  private static double step(double range, int mostClasses) {
    for (double step : STEPS) {
      if (range / step <= mostClasses) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private double[] range(List<WorldFigures.Value> values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (WorldFigures.Value value : values) {
      for (int row = 0; row < grid.rows(); row++) {
        for (int column = 0; column < grid.columns(); column++) {
          double at = value.at(row, column);
          if (!Double.isNaN(at)) {
            least = Math.min(least, at);
            greatest = Math.max(greatest, at);
          }
        }
      }
    }
    return least <= greatest ? new double[] {least, greatest} : new double[2];
  }

  /** Gives each pixel the colour of its cell. */
  private void colour(BufferedImage image, MapFrame frame, Panel panel) {
    int[][] rgb = new int[grid.rows()][grid.columns()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        double value = panel.value().at(row, column);
        rgb[row][column] = Double.isNaN(value) ? grey() : panel.scale().rgbOf(value);
      }
    }
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int right = (int) Math.ceil(frame.left() + frame.width());
    for (int y = (int) frame.top(); y < frame.top() + frame.height(); y++) {
      double latitude = frame.latitudeDegrees(y + 0.5);
      int[] row = rgb[grid.rowAt(latitude)];
      for (int x = (int) frame.left(); x < right; x++) {
        double longitude = frame.longitudeDegrees(x + 0.5, latitude);
        if (frame.holds(longitude)) {
          pixels[y * WIDTH + x] = row[grid.columnAt(longitude)];
        }
      }
    }
  }

  private int grey() {
    return dark ? ColorScale.DARK_GREY : ColorScale.LIGHT_GREY;
  }

  private void drawLines(Graphics2D graphics, MapFrame frame) {
    Path2D outline = frame.outline();
    Shape clip = graphics.getClip();
    graphics.clip(outline);
    stroke(graphics, frame.graticule(graticuleDegrees()), dark ? 0xffffff : 0x000000, 36, 0.7f);
    Path2D borders = frame.path(map.borders());
    stroke(graphics, borders, dark ? 0xffffff : 0x000000, 90, 0.7f);
    Path2D coasts = frame.path(map.coasts());
    stroke(graphics, coasts, dark ? 0x000000 : 0xffffff, 110, 2.2f);
    stroke(graphics, coasts, dark ? 0xffffff : 0x000000, 215, 0.9f);
    graphics.setClip(clip);
    stroke(graphics, outline, faintInk.getRGB() & 0xffffff, 255, 1.4f);
  }

  private int graticuleDegrees() {
    double span = grid.columns() * grid.resolutionDegrees();
    return span > 120 ? 30 : span > 40 ? 10 : span > 15 ? 5 : span > 6 ? 2 : 1;
  }

  /** Draws latitudes to the left of a map and longitudes below it. */
  private void drawDegrees(Graphics2D graphics, MapFrame frame) {
    graphics.setColor(faintInk);
    double west = frame.westDegrees();
    for (int parallel : frame.parallels(graticuleDegrees())) {
      String words = degrees(parallel, "N", "S");
      double left = frame.x(west, parallel) - 4 - Typeface.REGULAR.width(words, DEGREES_SIZE);
      draw(graphics, words, left, frame.y(parallel) + 0.35 * DEGREES_SIZE, DEGREES_SIZE);
    }
    double south = frame.southDegrees();
    int every = graticuleDegrees();
    while (frame.x(every, south) - frame.x(0, south) < LEAST_BETWEEN_DEGREES) {
      every *= 2;
    }
    for (int meridian : frame.meridians(every)) {
      int east = Math.floorMod(meridian + 179, 360) - 179;
      String words = east == 180 ? "180°" : degrees(east, "E", "W");
      double baseline = frame.y(south) + DEGREES_SIZE + 2;
      drawCentred(graphics, words, frame.x(meridian, south), baseline, DEGREES_SIZE);
    }
  }

  private static String degrees(int degrees, String positive, String negative) {
    return Math.abs(degrees) + "°" + (degrees > 0 ? positive : degrees < 0 ? negative : "");
  }

  private static void stroke(Graphics2D graphics, Shape shape, int rgb, int alpha, float width) {
    graphics.setColor(new Color(rgb | alpha << 24, true));
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  private void drawTitle(Graphics2D graphics) {
    graphics.setColor(ink);
    String title = title() + SettingText.titleMark(setting.selection());
    graphics.fill(Typeface.BOLD.outline(title, MARGIN, MARGIN + TITLE_SIZE - 6, TITLE_SIZE));
    graphics.setColor(faintInk);
    OldOrbits old = setting.selection().oldOrbits();
    String subtitle =
        Times.UTC.moment(result.start())
            + " to "
            + Times.UTC.moment(result.end())
            + " UTC, every "
            + Decimals.plain(setting.stepSeconds(), 6)
            + " s; elevation "
            + Decimals.plain(setting.maskDegrees(), 6)
            + "° or more; "
            + SettingText.counted(setting.selection())
            + " satellites"
            + (result.constellation().missing().isEmpty()
                ? ""
                : "; missing: " + missing(result.constellation().missing()))
            + (old.isEmpty() ? "" : "; old orbits: " + old.text());
    drawFitting(graphics, subtitle, MARGIN + TITLE_SIZE + TEXT_SIZE + 6, TEXT_SIZE);
  }

  private static String missing(List<Missing> missing) {
    return missing.size() <= MOST_MISSING_NAMED
        ? Missing.names(missing)
        : Missing.names(missing.subList(0, MOST_MISSING_NAMED))
            + (" and " + (missing.size() - MOST_MISSING_NAMED) + " more");
  }

  private String title() {
    return switch (layer) {
      case LEAD ->
          ofLeaders
              ? "Which system leads by the share of time with more in view than every other"
              : systems.get(0).displayName()
                  + " or "
                  + systems.get(1).displayName()
                  + ": which has more satellites in view, and by how many";
      case MEAN -> "Satellites in view, mean";
      case MAX ->
          "Satellites in view, " + (setting.isOneDay() ? "daily maximum" : "greatest number");
      case MIN -> "Satellites in view, " + (setting.isOneDay() ? "daily minimum" : "least number");
      case AVAILABLE -> "Share of time with four or more satellites in view";
      case PDOP -> "How well a position can be fixed: median PDOP, less is better";
    };
  }

  private void drawFootnote(Graphics2D graphics, double baseline) {
    graphics.setColor(faintInk);
    String footnote =
        "Geometry only, "
            + Decimals.plain(grid.resolutionDegrees(), 6)
            + "° cells. Orbits: "
            + setting.selection().source().label()
            + ", median age "
            + Decimals.fixed(setting.selection().medianAgeDays(), 1)
            + " days. "
            + projectionName()
            + " projection; coasts and borders: Natural Earth. Skytally";
    drawFitting(graphics, footnote, baseline, SMALL_SIZE);
  }

  private String projectionName() {
    return switch (projection) {
      case EQUIRECTANGULAR -> "Equirectangular";
      case ROBINSON -> "Robinson";
      case EQUAL_EARTH -> "Equal Earth";
    };
  }

  /** Draws a line of words, compressed horizontally if it is too long. */
  private static void drawFitting(Graphics2D graphics, String words, double baseline, int size) {
    double width = Typeface.REGULAR.width(words, size);
    AffineTransform narrower = AffineTransform.getTranslateInstance(MARGIN, baseline);
    narrower.scale(Math.min(1, (WIDTH - 2 * MARGIN) / width), 1);
    graphics.fill(Typeface.REGULAR.outline(words, 0, 0, size).createTransformedShape(narrower));
  }

  private void drawLegend(Graphics2D graphics, Panel panel, double top) {
    ColorScale scale = panel.scale();
    double left = (WIDTH - LEGEND_WIDTH) / 2.0;
    double width = (double) LEGEND_WIDTH / scale.classes();
    for (int i = 0; i < scale.classes(); i++) {
      graphics.setColor(new Color(scale.rgb(i)));
      graphics.fill(new Rectangle2D.Double(left + i * width, top, width + 0.5, LEGEND_HEIGHT));
    }
    graphics.setColor(faintInk);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Rectangle2D.Double(left, top, LEGEND_WIDTH, LEGEND_HEIGHT));
    graphics.setColor(ink);
    boolean ofWholes = (layer == WorldLayer.MAX || layer == WorldLayer.MIN) && scale.step() == 1;
    double shift = ofWholes ? width / 2 : 0;
    for (int i = 0; i < scale.classes() + (ofWholes ? 0 : 1); i++) {
      double value = layer == WorldLayer.LEAD ? Math.abs(scale.edge(i)) : scale.edge(i);
      boolean isOpen =
          layer == WorldLayer.PDOP && i == scale.classes() && scale.edge(i) >= POOR_PDOP;
      String number =
          Decimals.plain(value, 2)
              + (layer == WorldLayer.AVAILABLE ? " %" : isOpen ? " or more" : "");
      drawCentred(
          graphics, number, left + shift + i * width, top + LEGEND_HEIGHT + 19, SMALL_SIZE + 1);
    }
    double caption = top + LEGEND_HEIGHT + 19 + TEXT_SIZE + 8;
    if (layer == WorldLayer.LEAD) {
      String less = "← more " + systems.get(1).displayName();
      String more = "more " + systems.get(0).displayName() + " →";
      drawCentred(graphics, less, left + LEGEND_WIDTH / 4.0, caption, TEXT_SIZE);
      drawCentred(graphics, more, left + LEGEND_WIDTH * 3 / 4.0, caption, TEXT_SIZE);
      drawCentred(graphics, "satellites, mean", left + LEGEND_WIDTH / 2.0, caption, TEXT_SIZE);
      drawTies(graphics, panel, left + LEGEND_WIDTH + MARGIN, top);
    } else {
      String unit =
          switch (layer) {
            case AVAILABLE -> "of the time";
            case PDOP -> "median PDOP; grey: no position for more than half of the time";
            default -> "satellites";
          };
      drawCentred(graphics, unit, left + LEGEND_WIDTH / 2.0, caption, TEXT_SIZE);
    }
  }

  /** Draws a swatch of ties, if they are large enough to be seen on the map. */
  private void drawTies(Graphics2D graphics, Panel panel, double left, double top) {
    double percent =
        percentsOfArea(2, (row, column) -> panel.value().at(row, column) == 0 ? 0 : 1)[0];
    if (percent >= LEAST_TIED_PERCENT) {
      String words = "tied " + Decimals.fixed(percent, 1) + " %";
      drawSwatch(graphics, grey(), words, left, top);
    }
  }

  /** Draws a swatch for each system and one for ties, each with its share of the area. */
  private void drawLeaders(Graphics2D graphics, Panel panel, double top) {
    graphics.setStroke(new BasicStroke(1));
    double[] percents = percentsOfArea(panel.scale().classes(), this::leader);
    double slot = (WIDTH - 2.0 * MARGIN) / percents.length;
    for (int i = 0; i < percents.length; i++) {
      String name = i < systems.size() ? systems.get(i).displayName() : "tied";
      String words = name + " " + Decimals.fixed(percents[i], 1) + " %";
      double width = SWATCH_WIDTH + SWATCH_GAP + Typeface.REGULAR.width(words, TEXT_SIZE);
      double left = MARGIN + (i + 0.5) * slot - width / 2;
      drawSwatch(graphics, panel.scale().rgb(i), words, left, top);
    }
    String caption = "of the area of " + WorldTable.surface(grid);
    drawCentred(graphics, caption, WIDTH / 2.0, top + LEGEND_HEIGHT + 19 + TEXT_SIZE, TEXT_SIZE);
  }

  /**
   * Returns the percentage of the area of each class of cells.
   *
   * @param classOf returns the class, from 0 on, by row and column
   */
  private double[] percentsOfArea(int classes, IntBinaryOperator classOf) {
    double[] percents = new double[classes];
    double area = 0;
    for (int row = 0; row < grid.rows(); row++) {
      double cell = grid.cellShareOfEarth(row);
      area += cell * grid.columns();
      for (int column = 0; column < grid.columns(); column++) {
        percents[classOf.applyAsInt(row, column)] += cell;
      }
    }
    for (int i = 0; i < classes; i++) {
      percents[i] *= 100 / area;
    }
    return percents;
  }

  private void drawSwatch(Graphics2D graphics, int rgb, String words, double left, double top) {
    Rectangle2D swatch = new Rectangle2D.Double(left, top, SWATCH_WIDTH, LEGEND_HEIGHT);
    graphics.setColor(new Color(rgb));
    graphics.fill(swatch);
    graphics.setColor(faintInk);
    graphics.draw(swatch);
    graphics.setColor(ink);
    draw(graphics, words, left + SWATCH_WIDTH + SWATCH_GAP, top + LEGEND_HEIGHT - 4, TEXT_SIZE);
  }

  private static void drawCentred(
      Graphics2D graphics, String words, double x, double baseline, int size) {
    draw(graphics, words, x - Typeface.REGULAR.width(words, size) / 2, baseline, size);
  }

  private static void draw(
      Graphics2D graphics, String words, double left, double baseline, int size) {
    graphics.fill(Typeface.REGULAR.outline(words, left, baseline, size));
  }
}
