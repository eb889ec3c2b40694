package dev.skytally.report.capitals;

import dev.skytally.StudyResult;
import dev.skytally.geography.Line;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.draw.FactsSvg;
import dev.skytally.report.draw.LegendSvg;
import dev.skytally.report.draw.MapFrame;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.MarkSizes;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.draw.Typeface;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.setting.SettingWords;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Language;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * A map of the sites as SVG. Colour and shape of a mark show the leader by the greatest number in
 * view, its size shows by how many satellites.
 */
public final class CapitalsMap {
  private static final int WIDTH = 1200;
  private static final int MARGIN = 30;
  private static final int TITLE_SIZE = 20;
  private static final double SIGN_WIDTH = 16;

  private static final String WATER = "#eaf1f6";
  private static final String LAND = "#cfd4d2";
  private static final String GRID = "#d3dfe8";
  private static final int GRID_DEGREES = 30;

  /** Coasts skip points that are nearer than this to the one before. */
  private static final double FINEST_PIXELS = 0.6;

  private static final double TIE_REACH = 3;

  private final CapitalsReport report;
  private final PictureStyle style;
  private final Language language;
  private final StudyResult result;
  private final List<GnssSystem> systems;
  private final Optional<MarkSizes> sizes;
  private final SvgText svg = new SvgText();

  private CapitalsMap(CapitalsReport report, PictureStyle style) {
    this.report = report;
    this.style = style;
    language = style.language();
    result = report.result();
    systems = result.constellation().systems();
    sizes = sizes();
  }

  public static SvgPicture of(CapitalsReport report, PictureStyle style) {
    return new CapitalsMap(report, style).draw();
  }

  private SvgPicture draw() {
    String headline = headline();
    double mapWidth = WIDTH - 2 * MARGIN;
    double y = MARGIN;
    for (String line :
        Words.lines(headline, words -> Typeface.BOLD.width(words, TITLE_SIZE) <= mapWidth)) {
      y += TITLE_SIZE;
      svg.title(MARGIN, y, line, TITLE_SIZE);
      y += 6;
    }
    MapFrame frame = MapFrame.ofEarth(MapProjection.EQUAL_EARTH, MARGIN, y + 14, mapWidth);
    drawEarth(frame);
    drawSites(frame);
    y = drawLegend(frame.y(-90) + 34);
    List<Fact> known = new ArrayList<>(new SettingWords(report.setting(), language).facts());
    known.add(new Fact(language.words("label.map"), language.words("fact.map")));
    FactsSvg facts = new FactsSvg(known, mapWidth);
    facts.draw(svg, MARGIN, y + 18);
    return svg.picture(WIDTH, y + 18 + facts.height() + MARGIN, headline);
  }

  /** Returns the title with the marks of the answer; in English it is the verdict. */
  private String headline() {
    if (language == Language.EN) {
      String mark = SettingText.marks(report.setting().selection());
      return (style.titleOr(report.headline()) + " " + mark).strip();
    }
    String usual =
        systems.size() == 1
            ? language.words("capitals.title.alone", language.name(systems.get(0)))
            : language.words("capitals.title." + (report.areCapitals() ? "capitals" : "sites"));
    return style.titleOr(usual) + new SettingWords(report.setting(), language).titleMark();
  }

  private void drawEarth(MapFrame frame) {
    Path2D outline = frame.outline();
    svg.begin("clipPath", "id", "earth");
    svg.element("path", "d", outline);
    svg.end("clipPath");
    svg.element("path", "d", outline, "fill", WATER);
    svg.stroke(frame.graticule(GRID_DEGREES), GRID, 0.8);
    svg.begin("g", "clip-path", "url(#earth)");
    svg.element("path", "d", land(frame), "fill", LAND, "fill-rule", "evenodd");
    svg.end("g");
    svg.stroke(outline, "#b6c4cf", 1);
  }

  private static Path2D land(MapFrame frame) {
    Path2D path = new Path2D.Double();
    for (Line ring : WorldMap.medium().landRings()) {
      double west = 0;
      double east = 0;
      for (int i = 0; i < ring.points(); i++) {
        west = Math.min(west, ring.longitudeDegrees(i));
        east = Math.max(east, ring.longitudeDegrees(i));
      }
      appendRing(path, frame, ring, 0);
      if (west < -180) {
        appendRing(path, frame, ring, 360);
      }
      if (east > 180) {
        appendRing(path, frame, ring, -360);
      }
    }
    return path;
  }

  private static void appendRing(Path2D path, MapFrame frame, Line ring, int turnDegrees) {
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    int last = ring.points() - 1;
    for (int i = 0; i <= last; i++) {
      double latitude = ring.latitudeDegrees(i);
      double x = frame.x(ring.longitudeDegrees(i) + turnDegrees, latitude);
      double y = frame.y(latitude);
      if (i == 0 || i == last || Math.hypot(x - lastX, y - lastY) >= FINEST_PIXELS) {
        MapFrame.lineTo(path, i == 0, x, y);
        lastX = x;
        lastY = y;
      }
    }
    double begin = ring.longitudeDegrees(0);
    double end = ring.longitudeDegrees(last);
    if (Math.abs(end - begin) > 180) {
      path.lineTo(frame.x(end + turnDegrees, -90), frame.y(-90));
      path.lineTo(frame.x(begin + turnDegrees, -90), frame.y(-90));
    }
    path.closePath();
  }

  /** Draws the large marks first, so that they do not hide small ones. */
  private void drawSites(MapFrame frame) {
    List<SiteTally> tallies = new ArrayList<>(result.tallies());
    tallies.sort(Comparator.comparingDouble((SiteTally tally) -> radius(tally)).reversed());
    svg.begin("g", "stroke", "#ffffff", "stroke-width", "0.9");
    for (SiteTally tally : tallies) {
      GroundSite site = tally.site();
      double longitude = Math.IEEEremainder(site.longitudeDegrees(), 360);
      double x = frame.x(longitude, site.latitudeDegrees());
      double y = frame.y(site.latitudeDegrees());
      Optional<GnssSystem> leader = leader(tally);
      if (leader.isPresent()) {
        SystemMark mark = SystemMark.of(leader.get());
        svg.titled(
            words(tally),
            "path",
            "d",
            mark.path(x, y, radius(tally)),
            "fill",
            mark.color(),
            "fill-opacity",
            "0.9");
      } else {
        svg.titled(words(tally), "path", cross(x, y));
      }
    }
    svg.end("g");
  }

  /** Returns the attributes of a cross, the mark of ties. */
  private static Object[] cross(double x, double y) {
    String left = SvgText.pixels(x - TIE_REACH);
    String right = SvgText.pixels(x + TIE_REACH);
    String top = SvgText.pixels(y - TIE_REACH);
    String bottom = SvgText.pixels(y + TIE_REACH);
    return new Object[] {
      "d",
      "M%1$s %3$sL%2$s %4$sM%1$s %4$sL%2$s %3$s".formatted(left, right, top, bottom),
      "fill",
      "none",
      "stroke",
      SystemMark.NEUTRAL,
      "stroke-width",
      "1.6"
    };
  }

  /** Returns the leader; a single system counts as the leader wherever it is in view. */
  private Optional<GnssSystem> leader(SiteTally tally) {
    if (systems.size() > 1) {
      return tally.leader(Metric.MAX);
    }
    GnssSystem system = systems.get(0);
    return tally.inView(system).max() > 0 ? Optional.of(system) : Optional.empty();
  }

  /** Returns the difference between the greatest numbers of the first and the second system. */
  private int lead(SiteTally tally) {
    int first = 0;
    int second = 0;
    for (GnssSystem system : systems) {
      int max = tally.inView(system).max();
      second = Math.max(second, Math.min(first, max));
      first = Math.max(first, max);
    }
    return first - second;
  }

  /** Returns the sizes of the marks of sites with a leader, if there are any. */
  private Optional<MarkSizes> sizes() {
    IntSummaryStatistics leads =
        result.tallies().stream()
            .filter(tally -> leader(tally).isPresent())
            .mapToInt(this::lead)
            .summaryStatistics();
    return leads.getCount() == 0
        ? Optional.empty()
        : Optional.of(new MarkSizes(systems.size() > 1 ? 1 : leads.getMin(), leads.getMax()));
  }

  private double radius(SiteTally tally) {
    return leader(tally).isPresent() ? sizes.orElseThrow().radius(lead(tally)) : TIE_REACH;
  }

  private String words(SiteTally tally) {
    GroundSite site = tally.site();
    StringBuilder text = new StringBuilder(site.name());
    if (!site.country().isEmpty()) {
      text.append(", ").append(site.country());
    }
    String separator = ": ";
    for (GnssSystem system : systems) {
      text.append(separator).append(language.name(system)).append(' ');
      text.append(tally.inView(system).max());
      separator = ", ";
    }
    return text.toString();
  }

  /** Draws the legend from the baseline of its first line on; returns that of the last line. */
  private double drawLegend(double firstY) {
    LegendSvg legend = new LegendSvg(svg, MARGIN, firstY, WIDTH - MARGIN, SIGN_WIDTH);
    boolean comparing = systems.size() > 1;
    for (GnssSystem system : systems) {
      legend.add(
          language.words(
              comparing ? "capitals.leads" : "capitals.seen",
              language.name(system),
              sitesOf(Optional.of(system))),
          SystemMark.of(system));
    }
    legend.add(
        language.words(comparing ? "capitals.tied" : "capitals.never", sitesOf(Optional.empty())),
        (x, y) -> svg.element("path", cross(x, y)));
    if (comparing || sizes.isPresent()) {
      boolean isLed = comparing && sizes.isPresent();
      legend.newLine();
      legend.add(language.words(isLed ? "capitals.ahead_by" : "capitals.greatest"));
    }
    sizes.ifPresent(of -> addSizes(legend, of));
    return legend.lastY();
  }

  private void addSizes(LegendSvg legend, MarkSizes of) {
    for (int number : of.numbers()) {
      legend.add(
          Integer.toString(number),
          (x, y) ->
              svg.element(
                  "path", "d", SystemMark.circle(x, y, of.radius(number)), "fill", "#8c959f"));
    }
  }

  private long sitesOf(Optional<GnssSystem> leader) {
    return result.tallies().stream().filter(tally -> leader(tally).equals(leader)).count();
  }
}
