package dev.skytally.report.sky;

import dev.skytally.dop.Dilution;
import dev.skytally.report.draw.FactsSvg;
import dev.skytally.report.draw.LabelPlaces;
import dev.skytally.report.draw.LegendSvg;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.draw.Typeface;
import dev.skytally.report.setting.SettingWords;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Language;
import dev.skytally.report.text.Times;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sky plot as SVG, as planning tools draw it: the zenith in the middle, north up, east to the
 * right, and elevation decreasing evenly to the rim.
 */
final class SkyPlot {
  private static final int WIDTH = 760;
  private static final int MARGIN = 30;
  private static final int TITLE_SIZE = 20;
  private static final int TEXT_SIZE = 14;
  private static final double RADIUS = 300;
  private static final double ZENITH_X = WIDTH / 2.0;
  private static final double ZENITH_Y = 412;
  private static final double LEGEND_Y = ZENITH_Y + RADIUS + 58;
  private static final double MARK_RADIUS = 5.5;
  private static final double LABEL_SIZE = 11;

  private static final int RING_DEGREES = 30;
  private static final String GRID = "#d0d7de";
  private static final String BELOW_MASK = "#eceeec";

  private final SkyReport report;
  private final PictureStyle style;
  private final Language language;
  private final SettingWords words;
  private final ElevationMask mask;
  private final double rimDegrees;
  private final SvgText svg = new SvgText();
  private final FactsSvg facts;

  SkyPlot(SkyReport report, PictureStyle style) {
    this.report = report;
    this.style = style;
    mask = report.setting().masks().common();
    rimDegrees = Math.min(0, Math.toDegrees(mask.leastElevationRadians()));
    language = style.language();
    words = new SettingWords(report.setting(), language);
    facts = new FactsSvg(facts(), WIDTH - 2 * MARGIN);
  }

  SvgPicture draw() {
    drawTitle();
    drawGrid();
    drawMask();
    drawSatellites();
    drawLegend();
    facts.draw(svg, MARGIN, LEGEND_Y + 18);
    double height = LEGEND_Y + 18 + facts.height() + MARGIN;
    return svg.picture(
        WIDTH, height, language == Language.EN ? "Sky plot: " + report.headline() : title());
  }

  private List<Fact> facts() {
    List<Fact> all = new ArrayList<>();
    all.add(new Fact("PDOP", dilutions()));
    all.addAll(words.factsWithoutWindow());
    return all;
  }

  private String dilutions() {
    List<GnssSystem> systems = report.setting().systems();
    List<String> parts = new ArrayList<>();
    for (GnssSystem system : systems) {
      parts.add(language.name(system) + " " + pdop(report.dilution(system)));
    }
    if (systems.size() == 1) {
      return parts.get(0);
    }
    parts.add(language.words("sky.together", pdop(report.dilutionTogether())));
    return language.commas(parts) + language.words("semicolon") + words.clocks(report.clocks());
  }

  private String pdop(Optional<Dilution> dilution) {
    return dilution
        .map(d -> language.number(Decimals.fixed(d.pdop(), 2)))
        .orElse(language.words("sky.none"));
  }

  private String title() {
    GroundSite site = report.now().site();
    String place = site.country().isEmpty() ? site.name() : site.name() + ", " + site.country();
    return style.titleOr(language.words("sky.title", place));
  }

  private void drawTitle() {
    svg.title(MARGIN, MARGIN + 16, title() + words.titleMark(), TITLE_SIZE);
    Times times = report.setting().times();
    String moment = language.zoned(times, report.now().utc());
    if (report.hasTracks()) {
      Sky last = report.skies().get(report.skies().size() - 1);
      moment = language.words("sky.paths", moment, language.moment(times, last.utc()));
    }
    svg.words(MARGIN, MARGIN + 40, moment, "font-size", TEXT_SIZE, "fill", SvgText.LIGHT_INK);
  }

  private double distance(double elevationDegrees) {
    return RADIUS * (90 - elevationDegrees) / (90 - rimDegrees);
  }

  private double x(double azimuthDegrees, double elevationDegrees) {
    return ZENITH_X + distance(elevationDegrees) * Math.sin(Math.toRadians(azimuthDegrees));
  }

  private double y(double azimuthDegrees, double elevationDegrees) {
    return ZENITH_Y - distance(elevationDegrees) * Math.cos(Math.toRadians(azimuthDegrees));
  }

  private double x(LookAngles angles) {
    return x(angles.azimuthDegrees(), angles.elevationDegrees());
  }

  private double y(LookAngles angles) {
    return y(angles.azimuthDegrees(), angles.elevationDegrees());
  }

  private void drawGrid() {
    svg.begin("g", "stroke", GRID, "fill", "none");
    for (int azimuth = 0; azimuth < 360; azimuth += RING_DEGREES) {
      Path2D spoke =
          SvgText.line(ZENITH_X, ZENITH_Y, x(azimuth, rimDegrees), y(azimuth, rimDegrees));
      svg.element("path", "d", spoke);
    }
    for (int elevation = RING_DEGREES; elevation < 90; elevation += RING_DEGREES) {
      svg.element("circle", "cx", ZENITH_X, "cy", ZENITH_Y, "r", distance(elevation));
    }
    svg.end("g");
    svg.begin("g", "font-size", TEXT_SIZE, "text-anchor", "middle", "fill", SvgText.INK);
    for (int azimuth = 0; azimuth < 360; azimuth += RING_DEGREES) {
      boolean cardinal = azimuth % 90 == 0;
      double out = RADIUS + 18;
      double angle = Math.toRadians(azimuth);
      svg.words(
          ZENITH_X + out * Math.sin(angle),
          ZENITH_Y - out * Math.cos(angle) + 5,
          cardinal ? language.words("compass." + "NESW".charAt(azimuth / 90)) : azimuth + "°",
          "font-weight",
          cardinal ? "bold" : "normal",
          "fill",
          cardinal ? SvgText.INK : SvgText.LIGHT_INK);
    }
    svg.end("g");
  }

  /** Draws the rim, and the sky below the mask in grey. */
  private void drawMask() {
    String rim = SystemMark.circle(ZENITH_X, ZENITH_Y, RADIUS);
    boolean atTheRim = mask.isConstant() && Math.toDegrees(mask.leastElevationRadians()) <= 0;
    if (!atTheRim) {
      StringBuilder edge = new StringBuilder();
      for (int azimuth = 0; azimuth < 360; azimuth++) {
        double degrees = Math.toDegrees(mask.elevationRadians(Math.toRadians(azimuth)));
        edge.append(edge.isEmpty() ? 'M' : 'L').append(SvgText.pixels(x(azimuth, degrees)));
        edge.append(' ').append(SvgText.pixels(y(azimuth, degrees)));
      }
      edge.append('Z');
      svg.element("path", "d", rim + edge, "fill", BELOW_MASK, "fill-rule", "evenodd");
      svg.element(
          "path", "d", edge, "fill", "none", "stroke", "#8c959f", "stroke-dasharray", "4 3");
    }
    svg.element("path", "d", rim, "fill", "none", "stroke", "#57606a", "stroke-width", "1.3");
    svg.begin("g", "font-size", LABEL_SIZE, "fill", SvgText.LIGHT_INK);
    for (int elevation = 0; elevation < 90; elevation += RING_DEGREES) {
      svg.words(ZENITH_X + 3, ZENITH_Y - distance(elevation) + 12, elevation + "°");
    }
    svg.end("g");
  }

  private void drawSatellites() {
    LabelPlaces places = new LabelPlaces();
    List<Sky.InView> inView = report.now().inView();
    for (Sky.InView seen : inView) {
      places.addMark(x(seen.lookAngles()), y(seen.lookAngles()), MARK_RADIUS);
    }
    List<SkyReport.Track> tracks = report.hasTracks() ? report.tracks() : List.of();
    for (SkyReport.Track track : tracks) {
      drawTrack(track, places);
    }
    for (Sky.InView seen : inView) {
      SystemMark mark = SystemMark.of(seen.satellite().system());
      LookAngles angles = seen.lookAngles();
      svg.titled(
          "%s: azimuth %s, elevation %s degrees"
              .formatted(
                  seen.satellite().label(),
                  Decimals.fixed(angles.azimuthDegrees(), 1),
                  Decimals.fixed(angles.elevationDegrees(), 1)),
          "path",
          "d",
          mark.path(x(angles), y(angles), MARK_RADIUS),
          "fill",
          mark.color(),
          "stroke",
          "#ffffff");
    }
    for (Sky.InView seen : inView) {
      drawLabel(seen.satellite(), seen.lookAngles(), places);
    }
    for (SkyReport.Track rising :
        tracks.subList(Math.min(inView.size(), tracks.size()), tracks.size())) {
      drawLabel(rising.satellite(), rising.places().get(0).lookAngles(), places);
    }
  }

  private void drawTrack(SkyReport.Track track, LabelPlaces places) {
    Path2D path = new Path2D.Double();
    double endX = 0;
    double endY = 0;
    for (SkyReport.Place place : track.places()) {
      endX = x(place.lookAngles());
      endY = y(place.lookAngles());
      if (path.getCurrentPoint() == null) {
        path.moveTo(endX, endY);
      } else {
        path.lineTo(endX, endY);
      }
      places.avoid(endX, endY);
    }
    String color = SystemMark.of(track.satellite().system()).color();
    svg.stroke(path, color, 1.6, "stroke-opacity", "0.55");
    svg.element("circle", "cx", endX, "cy", endY, "r", 1.8, "fill", color);
  }

  private void drawLabel(Satellite satellite, LookAngles angles, LabelPlaces places) {
    String label = satellite.label();
    double markX = x(angles);
    double markY = y(angles);
    Rectangle2D box =
        places.place(
            markX, markY, MARK_RADIUS, Typeface.REGULAR.width(label, LABEL_SIZE), LABEL_SIZE);
    double gap = Math.hypot(box.getCenterX() - markX, box.getCenterY() - markY);
    String color = SystemMark.of(satellite.system()).color();
    if (gap > 2.2 * MARK_RADIUS + box.getWidth() / 2) {
      svg.stroke(SvgText.line(markX, markY, box.getCenterX(), box.getCenterY()), color, 0.6);
    }
    for (boolean halo : new boolean[] {true, false}) {
      svg.words(
          box.getCenterX(),
          box.getMaxY() - 1.5,
          label,
          "font-size",
          LABEL_SIZE,
          "text-anchor",
          "middle",
          "fill",
          halo ? "#ffffff" : color,
          "stroke",
          halo ? "#ffffff" : "none",
          "stroke-width",
          halo ? 3 : 0);
    }
  }

  private void drawLegend() {
    LegendSvg legend = new LegendSvg(svg, MARGIN, LEGEND_Y, WIDTH - MARGIN, 14);
    for (GnssSystem system : report.setting().systems()) {
      legend.add(
          language.name(system) + " " + report.now().lookAngles(system).size(),
          SystemMark.of(system));
    }
  }
}
