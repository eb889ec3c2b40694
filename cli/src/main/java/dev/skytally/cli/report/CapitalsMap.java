package dev.skytally.cli.report;

import dev.skytally.StudyResult;
import dev.skytally.geography.Line;
import dev.skytally.geography.WorldMap;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A map of the sites as SVG: who leads by the greatest number in view, told by colour and shape,
 * and by how many satellites, told by size.
 */
public final class CapitalsMap {
  private static final int WIDTH = 1200;
  private static final int MARGIN = 30;
  private static final int TITLE_SIZE = 20;
  private static final int TEXT_SIZE = 14;

  /** Of the widest of the common fonts. */
  private static final double LEGEND_LETTER_WIDTH = 8.7;

  private static final int TITLE_COLUMNS = 80;
  private static final String WATER = "#eaf1f6";
  private static final String LAND = "#cfd4d2";
  private static final String GRID = "#d3dfe8";
  private static final int GRID_DEGREES = 30;

  /** Coasts are drawn no finer than that. */
  private static final double FINEST_PIXELS = 0.6;

  private static final double TIE_RADIUS = 3.5;
  private static final double RADIUS_OF_ONE_AHEAD = 2.9;

  /** From here on marks grow no more. */
  private static final int GREATEST_LEAD = 12;

  private final CapitalsReport report;
  private final StudyResult result;
  private final List<GnssSystem> systems;

  private CapitalsMap(CapitalsReport report) {
    this.report = report;
    result = report.result();
    systems = result.constellation().systems();
  }

  public static String svg(CapitalsReport report) {
    return new CapitalsMap(report).draw();
  }

  private String draw() {
    String headline = report.headline();
    List<String> title = Words.lines(headline, TITLE_COLUMNS);
    List<SettingText.Fact> known = new ArrayList<>(SettingText.facts(report.setting()));
    known.add(new SettingText.Fact("Map", "land after Natural Earth; Equal Earth projection"));
    FactsSvg facts = new FactsSvg(known, WIDTH - 2 * MARGIN);
    double mapWidth = WIDTH - 2 * MARGIN;
    double mapTop = MARGIN + title.size() * (TITLE_SIZE + 6) + 14;
    double legendTop = mapTop + mapWidth * EqualEarth.ASPECT + 34;
    double factsTop = legendTop + 22;
    int height = (int) Math.ceil(factsTop + facts.height() + MARGIN - 6);
    SvgText svg = new SvgText(WIDTH, height, headline);
    for (int i = 0; i < title.size(); i++) {
      svg.words(
          MARGIN,
          MARGIN + TITLE_SIZE - 4.0 + i * (TITLE_SIZE + 6),
          title.get(i),
          "font-size",
          TITLE_SIZE,
          "font-weight",
          "bold",
          "fill",
          SvgText.INK);
    }
    EqualEarth projection = new EqualEarth(MARGIN, mapTop, mapWidth);
    drawEarth(svg, projection);
    drawSites(svg, projection);
    drawLegend(svg, legendTop);
    facts.draw(svg, MARGIN, factsTop);
    return svg.finish();
  }

  private static void drawEarth(SvgText svg, EqualEarth projection) {
    String outline = outline(projection);
    svg.begin("clipPath", "id", "earth");
    svg.element("path", "d", outline);
    svg.end("clipPath");
    svg.element("path", "d", outline, "fill", WATER);
    StringBuilder grid = new StringBuilder();
    for (int longitude = -180 + GRID_DEGREES; longitude < 180; longitude += GRID_DEGREES) {
      meridian(grid, projection, longitude, -90, 90);
    }
    for (int latitude = -90 + GRID_DEGREES; latitude < 90; latitude += GRID_DEGREES) {
      point(grid, 'M', projection.x(-180, latitude), projection.y(latitude));
      point(grid, 'L', projection.x(180, latitude), projection.y(latitude));
    }
    svg.element("path", "d", grid, "fill", "none", "stroke", GRID, "stroke-width", "0.8");
    svg.begin("g", "clip-path", "url(#earth)");
    svg.element("path", "d", land(projection), "fill", LAND, "fill-rule", "evenodd");
    svg.end("g");
    svg.element("path", "d", outline, "fill", "none", "stroke", "#b6c4cf");
  }

  private static String outline(EqualEarth projection) {
    StringBuilder path = new StringBuilder();
    meridian(path, projection, -180, -90, 90);
    StringBuilder east = new StringBuilder();
    meridian(east, projection, 180, 90, -90);
    return path.append('L').append(east, 1, east.length()).append('Z').toString();
  }

  private static void meridian(
      StringBuilder path, EqualEarth projection, int longitude, int from, int to) {
    int step = Integer.signum(to - from) * 3;
    for (int latitude = from; latitude != to + step; latitude += step) {
      point(
          path,
          latitude == from ? 'M' : 'L',
          projection.x(longitude, latitude),
          projection.y(latitude));
    }
  }

  private static void point(StringBuilder path, char command, double x, double y) {
    path.append(command).append(SvgText.pixels(x)).append(' ').append(SvgText.pixels(y));
  }

  private static String land(EqualEarth projection) {
    StringBuilder path = new StringBuilder(200_000);
    for (Line ring : WorldMap.medium().landRings()) {
      double west = 0;
      double east = 0;
      for (int i = 0; i < ring.points(); i++) {
        west = Math.min(west, ring.longitudeDegrees(i));
        east = Math.max(east, ring.longitudeDegrees(i));
      }
      appendRing(path, projection, ring, 0);
      if (west < -180) {
        appendRing(path, projection, ring, 360);
      }
      if (east > 180) {
        appendRing(path, projection, ring, -360);
      }
    }
    return path.toString();
  }

  private static void appendRing(
      StringBuilder path, EqualEarth projection, Line ring, int turnDegrees) {
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    int last = ring.points() - 1;
    for (int i = 0; i <= last; i++) {
      double latitude = ring.latitudeDegrees(i);
      double x = projection.x(ring.longitudeDegrees(i) + turnDegrees, latitude);
      double y = projection.y(latitude);
      if (i == 0 || i == last || Math.hypot(x - lastX, y - lastY) >= FINEST_PIXELS) {
        point(path, i == 0 ? 'M' : 'L', x, y);
        lastX = x;
        lastY = y;
      }
    }
    double begin = ring.longitudeDegrees(0);
    double end = ring.longitudeDegrees(last);
    if (Math.abs(end - begin) > 180) {
      point(path, 'L', projection.x(end + turnDegrees, -90), projection.y(-90));
      point(path, 'L', projection.x(begin + turnDegrees, -90), projection.y(-90));
    }
    path.append('Z');
  }

  /** The large marks first, so that they hide no small one. */
  private void drawSites(SvgText svg, EqualEarth projection) {
    List<SiteTally> tallies = new ArrayList<>(result.tallies());
    tallies.sort(Comparator.comparingDouble((SiteTally tally) -> radius(tally)).reversed());
    svg.begin("g", "stroke", "#ffffff", "stroke-width", "0.9");
    for (SiteTally tally : tallies) {
      GroundSite site = tally.site();
      double longitude = Math.IEEEremainder(site.longitudeDegrees(), 360);
      double x = projection.x(longitude, site.latitudeDegrees());
      double y = projection.y(site.latitudeDegrees());
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
        drawTie(svg, words(tally), x, y);
      }
    }
    svg.end("g");
  }

  private static void drawTie(SvgText svg, String title, double x, double y) {
    svg.titled(
        title,
        "path",
        "d",
        SystemMark.circle(x, y, TIE_RADIUS),
        "fill",
        "#ffffff",
        "stroke",
        SystemMark.NEUTRAL,
        "stroke-width",
        "1.6");
  }

  /** A single system leads everywhere, by all that it has. */
  private Optional<GnssSystem> leader(SiteTally tally) {
    return systems.size() == 1 ? Optional.of(systems.get(0)) : tally.leader(Metric.MAX);
  }

  /** By how many satellites the leader is ahead of the next, at its best and the next's best. */
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

  private double radius(SiteTally tally) {
    return leader(tally).isPresent() ? radius(lead(tally)) : TIE_RADIUS;
  }

  /** The marks' areas grow with the lead. */
  private static double radius(int lead) {
    return RADIUS_OF_ONE_AHEAD * Math.sqrt(Math.max(1, Math.min(lead, GREATEST_LEAD)));
  }

  private String words(SiteTally tally) {
    GroundSite site = tally.site();
    StringBuilder text = new StringBuilder(site.name());
    if (!site.country().isEmpty()) {
      text.append(", ").append(site.country());
    }
    String separator = ": ";
    for (GnssSystem system : systems) {
      text.append(separator).append(system.displayName()).append(' ');
      text.append(tally.inView(system).max());
      separator = ", ";
    }
    return text.toString();
  }

  private void drawLegend(SvgText svg, double y) {
    double x = MARGIN + 10;
    for (GnssSystem system : systems) {
      SystemMark mark = SystemMark.of(system);
      svg.element("path", "d", mark.path(x, y - 5, 7), "fill", mark.color());
      String words =
          systems.size() == 1
              ? system.displayName()
              : system.displayName() + " leads in " + result.ledBy(system, Metric.MAX).size();
      x = legendWords(svg, x + 14, y, words, SvgText.INK);
    }
    if (systems.size() > 1) {
      drawTie(svg, "tied", x, y - 5);
      x = legendWords(svg, x + 12, y, "tied in " + result.ties(Metric.MAX).size(), SvgText.INK);
    }
    x += 30;
    String what = systems.size() == 1 ? "greatest number in view" : "ahead by";
    x = legendWords(svg, x, y, what, SvgText.LIGHT_INK) - 4;
    for (int lead : new int[] {1, 3, 6, GREATEST_LEAD}) {
      svg.element("path", "d", SystemMark.circle(x, y - 5, radius(lead)), "fill", "#8c959f");
      String words = lead == GREATEST_LEAD ? lead + " or more" : Integer.toString(lead);
      x = legendWords(svg, x + radius(lead) + 5, y, words, SvgText.LIGHT_INK) - 6;
    }
  }

  /** Where the next sign goes, as wide as letters are at most. */
  private static double legendWords(SvgText svg, double x, double y, String words, String color) {
    svg.words(x, y, words, "font-size", TEXT_SIZE, "fill", color);
    return x + words.length() * LEGEND_LETTER_WIDTH + 22;
  }
}
