package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.draw.ColorScale;
import dev.skytally.report.draw.MapFrame;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.draw.Typeface;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingWords;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Language;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;

/**
 * A picture of a grid with coasts, borders and a legend. It has one map of the lead of one system
 * over another or of the leader of several, or one map for each system.
 */
final class WorldPicture {
  static final int WIDTH = 1600;
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

  /**
   * One map.
   *
   * @param scale of all maps together
   */
  private record Panel(String title, ColorScale scale, WorldFigures.Value value) {}

  private final Setting setting;
  private final WorldResult result;
  private final Optional<WorldDilution> dilution;
  private final WorldMap map;
  private final WorldGrid grid;
  private final WorldLayer layer;
  private final MapProjection projection;
  private final boolean dark;
  private final PictureStyle style;
  private final Language language;
  private final SettingWords words;
  private final double dotsPerPixel;
  private final List<GnssSystem> systems;
  private final boolean ofLeaders;
  private final String paper;
  private final String ink;
  private final String faintInk;
  private final SvgText svg = new SvgText();

  /**
   * Creates a picture.
   *
   * @param dotsPerPixel the number of dots of the cells along a pixel of the picture as drawn
   */
  WorldPicture(
      Setting setting,
      WorldResult result,
      Optional<WorldDilution> dilution,
      WorldMap map,
      WorldLayer layer,
      MapProjection projection,
      boolean dark,
      PictureStyle style,
      double dotsPerPixel) {
    this.setting = setting;
    this.result = result;
    this.dilution = dilution;
    this.map = map;
    this.layer = layer;
    this.projection = projection;
    this.dark = dark;
    this.style = style;
    language = style.language();
    words = new SettingWords(setting, language);
    this.dotsPerPixel = dotsPerPixel;
    grid = result.grid();
    systems = result.tally().systems();
    ofLeaders = layer == WorldLayer.LEAD && systems.size() > 2;
    paper = dark ? "#15181d" : "#ffffff";
    ink = dark ? "#e8eaed" : SvgText.INK;
    faintInk = dark ? "#a7adb5" : SvgText.LIGHT_INK;
  }

  /** Draws a letter, so that the font and the drawing library are loaded early. */
  static void ready() {
    SvgText svg = new SvgText();
    svg.title(1, 8, "a", 8);
    svg.picture(8, 8, "").png(OptionalInt.empty());
  }

  SvgPicture draw() {
    List<Panel> panels = panels();
    int across = Math.min(2, panels.size());
    double panelWidth = (WIDTH - (across + 1.0) * MARGIN) / across;
    double panelTitle = panels.get(0).title().isEmpty() ? 0 : TEXT_SIZE + 12;
    MapFrame frame = MapFrame.of(grid, projection, 0, 0, panelWidth, MOST_MAP_HEIGHT);
    String title = style.titleOr(title()) + words.titleMark();
    double top = drawTitle(title) + 24;
    define(frame);
    double below = frame.height() + panelTitle + 32;
    for (int i = 0; i < panels.size(); i++) {
      double left = MARGIN + i % across * (panelWidth + MARGIN);
      int rowOfPanels = i / across;
      double panelTop = top + rowOfPanels * below;
      svg.title(left, panelTop + TEXT_SIZE, panels.get(i).title(), TEXT_SIZE, ink);
      drawMap(frame, panels.get(i), left, panelTop + panelTitle);
    }
    int down = (panels.size() + across - 1) / across;
    double legendTop = top + down * below + 6;
    double legendBottom = drawKey(panels, legendTop);
    double bottom = drawLines(footnote(), legendBottom + TEXT_SIZE, SMALL_SIZE);
    return svg.picture(WIDTH, bottom + MARGIN - 8, title, paper);
  }

  /** Draws what explains the colours; returns its lower edge. */
  private double drawKey(List<Panel> panels, double top) {
    if (isWholeEverywhere(panels)) {
      drawWhole(panels.get(0), top);
      return top + LEGEND_HEIGHT;
    }
    if (ofLeaders) {
      drawLeaders(panels.get(0), top);
    } else {
      drawLegend(panels.get(0), top);
    }
    return top + LEGEND_HEIGHT + 19 + TEXT_SIZE + 8;
  }

  /** Defines what all maps have in common: their outline and lines. */
  private void define(MapFrame frame) {
    svg.begin("defs");
    svg.element("path", "id", "outline", "d", frame.outline());
    svg.begin("clipPath", "id", "map");
    svg.element("use", "href", "#outline");
    svg.end("clipPath");
    svg.element("path", "id", "graticule", "d", frame.graticule(graticuleDegrees()));
    svg.element("path", "id", "borders", "d", frame.path(map.borders()));
    svg.element("path", "id", "coasts", "d", frame.path(map.coasts()));
    svg.end("defs");
  }

  private void drawMap(MapFrame frame, Panel panel, double left, double top) {
    int[][] rgb = new int[grid.rows()][grid.columns()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        double value = panel.value().at(row, column);
        rgb[row][column] = Double.isNaN(value) ? grey() : panel.scale().rgbOf(value);
      }
    }
    String light = dark ? "#ffffff" : "#000000";
    svg.begin(
        "g",
        "transform",
        "translate(" + SvgText.pixels(left) + " " + SvgText.pixels(top) + ")",
        "stroke-linejoin",
        "round",
        "stroke-linecap",
        "round");
    svg.begin("g", "clip-path", "url(#map)", "fill", "none");
    svg.cells(
        frame,
        dotsPerPixel,
        (latitude, longitude) -> rgb[grid.rowAt(latitude)][grid.columnAt(longitude)]);
    use("graticule", light, "0.14", 0.7);
    use("borders", light, "0.35", 0.7);
    use("coasts", dark ? "#000000" : "#ffffff", dark ? "0.6" : "0.43", 2.2);
    use("coasts", light, "0.84", 0.9);
    svg.end("g");
    svg.element("use", "href", "#outline", "fill", "none", "stroke", faintInk, "stroke-width", 1.4);
    drawDegrees(frame);
    svg.end("g");
  }

  private void use(String id, String color, String opacity, double width) {
    svg.element(
        "use", "href", "#" + id, "stroke", color, "stroke-opacity", opacity, "stroke-width", width);
  }

  private List<Panel> panels() {
    GridTally tally = result.tally();
    if (ofLeaders) {
      return List.of(
          new Panel(
              "", leaderColors(), (row, column) -> WorldFigures.leaderByMean(tally, row, column)));
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
    List<String> names = new ArrayList<>(systems.stream().map(language::name).toList());
    if (layer == WorldLayer.PDOP && systems.size() > 1) {
      values.add((row, column) -> medianPdop(systems.size(), row, column));
      names.add(language.words("world.together"));
    }
    ColorScale scale = sequential(values);
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      panels.add(new Panel(title(names.get(i), values.get(i)), scale, values.get(i)));
    }
    return panels;
  }

  /** Returns the title of a map, which says if a share of time is the same everywhere. */
  private String title(String name, WorldFigures.Value value) {
    double[] range = range(List.of(value));
    return layer == WorldLayer.AVAILABLE && range[0] == range[1]
        ? language.words("world.everywhere", name, percent(Decimals.plain(range[0], 2)))
        : name;
  }

  private String percent(String number) {
    return language.percent(number);
  }

  private boolean isWholeEverywhere(List<Panel> panels) {
    return layer == WorldLayer.AVAILABLE
        && range(panels.stream().map(Panel::value).toList())[0] == WHOLE_PERCENT;
  }

  private double medianPdop(int set, int row, int column) {
    return dilution.orElseThrow().medianPdop(set, row, column);
  }

  private ColorScale leaderColors() {
    int[] rgb = new int[systems.size() + 1];
    for (int i = 0; i < systems.size(); i++) {
      rgb[i] = softened(SystemMark.of(systems.get(i)).areaRgb());
    }
    rgb[systems.size()] = grey();
    return ColorScale.ofWholes(rgb);
  }

  /** Mixes a quarter of the paper's colour into a colour, so that borders stand out. */
  private int softened(int rgb) {
    int papersRgb = Integer.decode(paper);
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int component = (rgb >> shift) & 0xff;
      int paperComponent = (papersRgb >> shift) & 0xff;
      mixed |= ((3 * component + paperComponent) / 4) << shift;
    }
    return mixed;
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

  private int grey() {
    return dark ? ColorScale.DARK_GREY : ColorScale.LIGHT_GREY;
  }

  private int graticuleDegrees() {
    double span = grid.columns() * grid.resolutionDegrees();
    return span > 120 ? 30 : span > 40 ? 10 : span > 15 ? 5 : span > 6 ? 2 : 1;
  }

  /** Draws latitudes to the left of a map and longitudes below it. */
  private void drawDegrees(MapFrame frame) {
    double west = frame.westDegrees();
    for (int parallel : frame.parallels(graticuleDegrees())) {
      svg.words(
          frame.x(west, parallel) - 4,
          frame.y(parallel) + 0.35 * DEGREES_SIZE,
          language.latitude(parallel),
          "font-size",
          DEGREES_SIZE,
          "fill",
          faintInk,
          "text-anchor",
          "end");
    }
    double south = frame.southDegrees();
    int every = graticuleDegrees();
    while (frame.x(every, south) - frame.x(0, south) < LEAST_BETWEEN_DEGREES) {
      every *= 2;
    }
    for (int meridian : frame.meridians(every)) {
      int east = Math.floorMod(meridian + 179, 360) - 179;
      double baseline = frame.y(south) + DEGREES_SIZE + 2;
      drawCentred(
          language.longitude(east), frame.x(meridian, south), baseline, DEGREES_SIZE, faintInk);
    }
  }

  /** Draws the title and the definition of the figures; returns the last baseline. */
  private double drawTitle(String title) {
    double y = MARGIN - 6;
    for (String line :
        Words.lines(title, words -> Typeface.BOLD.width(words, TITLE_SIZE) <= WIDTH - 2 * MARGIN)) {
      y += TITLE_SIZE;
      svg.title(MARGIN, y, line, TITLE_SIZE, ink);
      y += 6;
    }
    return drawLines(subtitle(), y, TEXT_SIZE);
  }

  private String subtitle() {
    List<String> parts = new ArrayList<>();
    parts.add(
        language.words(
            "world.definition",
            language.window(setting.times(), result.start(), result.end()),
            number(setting.stepSeconds()),
            number(setting.maskDegrees()),
            words.counted()));
    parts.addAll(words.rules());
    if (layer == WorldLayer.PDOP && systems.size() > 1) {
      parts.add(words.clocks(result.tally().clocks()));
    }
    List<Missing> missing = result.constellation().missing();
    if (!missing.isEmpty()) {
      parts.add(language.words("missing", missing(missing)));
    }
    OldOrbits old = setting.selection().oldOrbits();
    if (!old.isEmpty()) {
      parts.add(language.words("old_orbits") + (language == Language.EN ? ": " + old.text() : ""));
    }
    return String.join(language.words("semicolon"), parts);
  }

  private String missing(List<Missing> missing) {
    return missing.size() <= MOST_MISSING_NAMED
        ? Missing.names(missing)
        : language.words(
            "and_more",
            Missing.names(missing.subList(0, MOST_MISSING_NAMED)),
            missing.size() - MOST_MISSING_NAMED);
  }

  private String number(double value) {
    return language.number(Decimals.plain(value, 6));
  }

  private String title() {
    String day = setting.isOneDay() ? ".day" : "";
    return switch (layer) {
      case LEAD ->
          ofLeaders
              ? language.words("world.leaders")
              : language.words(
                  "world.lead", language.name(systems.get(0)), language.name(systems.get(1)));
      case MEAN -> language.words("world.mean");
      case MAX -> language.words("world.max" + day);
      case MIN -> language.words("world.min" + day);
      case AVAILABLE -> language.words("world.available");
      case PDOP -> language.words("world.pdop");
    };
  }

  private String footnote() {
    return language.words(
        "world.footnote",
        number(grid.resolutionDegrees()),
        language.label(setting.selection().source().label()),
        words.ageDays(),
        language.words("projection." + projection.name()));
  }

  /** Draws words in as many lines as needed below a baseline; returns the last baseline. */
  private double drawLines(String words, double above, int size) {
    double y = above;
    for (String line :
        Words.lines(words, some -> Typeface.REGULAR.width(some, size) <= WIDTH - 2 * MARGIN)) {
      y += size + 6;
      svg.words(MARGIN, y, line, "font-size", size, "fill", faintInk);
    }
    return y;
  }

  private void drawLegend(Panel panel, double top) {
    ColorScale scale = panel.scale();
    double left = (WIDTH - LEGEND_WIDTH) / 2.0;
    double width = (double) LEGEND_WIDTH / scale.classes();
    for (int i = 0; i < scale.classes(); i++) {
      drawBox(left + i * width, top, width, scale.rgb(i));
    }
    boolean ofWholes = (layer == WorldLayer.MAX || layer == WorldLayer.MIN) && scale.step() == 1;
    double shift = ofWholes ? width / 2 : 0;
    for (int i = 0; i < scale.classes() + (ofWholes ? 0 : 1); i++) {
      double value = layer == WorldLayer.LEAD ? Math.abs(scale.edge(i)) : scale.edge(i);
      boolean isOpen =
          layer == WorldLayer.PDOP && i == scale.classes() && scale.edge(i) >= POOR_PDOP;
      String plain = Decimals.plain(value, 2);
      String number =
          layer == WorldLayer.AVAILABLE
              ? percent(plain)
              : isOpen ? language.words("world.or_more", plain) : language.number(plain);
      drawCentred(number, left + shift + i * width, top + LEGEND_HEIGHT + 19, SMALL_SIZE + 1, ink);
    }
    double caption = top + LEGEND_HEIGHT + 19 + TEXT_SIZE + 8;
    double middle = WIDTH / 2.0;
    if (layer == WorldLayer.LEAD) {
      String less = "← " + language.words("world.more_of", language.name(systems.get(1)));
      String more = language.words("world.more_of", language.name(systems.get(0))) + " →";
      drawCentred(less, middle - LEGEND_WIDTH / 4.0, caption, TEXT_SIZE, ink);
      drawCentred(more, middle + LEGEND_WIDTH / 4.0, caption, TEXT_SIZE, ink);
      drawCentred(language.words("world.unit.lead"), middle, caption, TEXT_SIZE, ink);
      drawTies(panel, left + LEGEND_WIDTH + MARGIN, top);
    } else {
      String unit =
          switch (layer) {
            case AVAILABLE -> "available";
            case PDOP -> "pdop";
            default -> "count";
          };
      String words = language.words("world.unit." + unit);
      drawCentred(words, middle, caption, TEXT_SIZE, ink);
    }
  }

  private void drawBox(double left, double top, double width, int rgb) {
    svg.element(
        "rect",
        "x",
        left,
        "y",
        top,
        "width",
        width,
        "height",
        LEGEND_HEIGHT,
        "fill",
        String.format(Locale.ROOT, "#%06x", rgb),
        "stroke",
        faintInk,
        "stroke-width",
        "0.7");
  }

  /** Draws a sentence instead of a scale, which would suggest differences. */
  private void drawWhole(Panel panel, double top) {
    String words = language.words("world.whole");
    double width = SWATCH_WIDTH + SWATCH_GAP + Typeface.REGULAR.width(words, TEXT_SIZE);
    drawSwatch(panel.scale().rgbOf(WHOLE_PERCENT), words, (WIDTH - width) / 2, top);
  }

  /** Draws a swatch of ties, if they are large enough to be seen on the map. */
  private void drawTies(Panel panel, double left, double top) {
    double percent =
        percentsOfArea(2, (row, column) -> panel.value().at(row, column) == 0 ? 0 : 1)[0];
    if (percent >= LEAST_TIED_PERCENT) {
      String words = language.words("tied") + " " + percent(Decimals.fixed(percent, 1));
      drawSwatch(grey(), words, left, top);
    }
  }

  /** Draws a swatch for each system and one for ties, each with its share of the area. */
  private void drawLeaders(Panel panel, double top) {
    GridTally tally = result.tally();
    double[] percents =
        percentsOfArea(
            panel.scale().classes(),
            (row, column) -> WorldFigures.leaderByMean(tally, row, column));
    double slot = (WIDTH - 2.0 * MARGIN) / percents.length;
    for (int i = 0; i < percents.length; i++) {
      String name = i < systems.size() ? language.name(systems.get(i)) : language.words("tied");
      String words = name + " " + percent(Decimals.percentOfWhole(percents[i] / 100));
      double width = SWATCH_WIDTH + SWATCH_GAP + Typeface.REGULAR.width(words, TEXT_SIZE);
      double left = MARGIN + (i + 0.5) * slot - width / 2;
      drawSwatch(panel.scale().rgb(i), words, left, top);
    }
    String caption =
        language.words(WorldTable.isWhole(grid) ? "world.of_earth" : "world.of_region");
    double baseline = top + LEGEND_HEIGHT + 19 + TEXT_SIZE;
    drawCentred(caption, WIDTH / 2.0, baseline, TEXT_SIZE, ink);
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

  private void drawSwatch(int rgb, String words, double left, double top) {
    drawBox(left, top, SWATCH_WIDTH, rgb);
    svg.words(
        left + SWATCH_WIDTH + SWATCH_GAP,
        top + LEGEND_HEIGHT - 4,
        words,
        "font-size",
        TEXT_SIZE,
        "fill",
        ink);
  }

  private void drawCentred(String words, double x, double baseline, int size, String color) {
    svg.words(x, baseline, words, "font-size", size, "fill", color, "text-anchor", "middle");
  }
}
