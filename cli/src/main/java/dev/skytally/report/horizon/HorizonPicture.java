package dev.skytally.report.horizon;

import dev.skytally.report.draw.FactsSvg;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Language;
import dev.skytally.terrain.HorizonSetting;
import dev.skytally.terrain.TerrainHorizon;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** A panorama of the terrain around a site as SVG, with north in the middle. */
final class HorizonPicture {
  private static final int WIDTH = 1_000;
  private static final double METERS_A_KILOMETER = 1000;
  private static final int MARGIN = 30;
  private static final int TITLE_SIZE = 20;
  private static final int TEXT_SIZE = 13;
  private static final double LEFT = MARGIN + 30;
  private static final double PIXELS_A_DEGREE_OF_AZIMUTH = (WIDTH - MARGIN - LEFT) / 360;
  private static final double TOP = 70;
  private static final double HEIGHT = 260;
  private static final int LEAST_SPAN_DEGREES = 10;
  private static final String TERRAIN = "#c9d1c8";
  private static final String EDGE = "#57606a";
  private static final String GRID = "#d0d7de";

  private final HorizonReport report;
  private final TerrainHorizon horizon;
  private final PictureStyle style;
  private final Language language;
  private final int stepDegrees;
  private final int lowestDegrees;
  private final int highestDegrees;
  private final SvgText svg = new SvgText();

  HorizonPicture(HorizonReport report, TerrainHorizon horizon, PictureStyle style) {
    this.report = report;
    this.horizon = horizon;
    this.style = style;
    language = style.language();
    double lowest = 0;
    double highest = 0;
    for (TerrainHorizon.Point point : horizon.points()) {
      lowest = Math.min(lowest, point.elevationDegrees());
      highest = Math.max(highest, point.elevationDegrees());
    }
    stepDegrees = highest - lowest > 2 * LEAST_SPAN_DEGREES ? 10 : 2;
    lowestDegrees = (int) Math.floor(lowest / stepDegrees) * stepDegrees;
    highestDegrees =
        Math.max(
            lowestDegrees + LEAST_SPAN_DEGREES,
            (int) Math.ceil(highest / stepDegrees) * stepDegrees);
  }

  SvgPicture draw() {
    String title = style.titleOr(headline());
    svg.title(MARGIN, MARGIN + 16, title, TITLE_SIZE);
    drawTerrain();
    drawGrid();
    FactsSvg facts = new FactsSvg(facts(), WIDTH - 2 * MARGIN);
    double factsTop = TOP + HEIGHT + 45;
    facts.draw(svg, MARGIN, factsTop);
    return svg.picture(WIDTH, factsTop + facts.height() + MARGIN, title);
  }

  private String headline() {
    return language == Language.EN
        ? report.headline()
        : language.words(
            "horizon.title",
            horizon.site().name(),
            number(horizon.highest().elevationDegrees(), 1),
            number(horizon.meanDegrees(), 1));
  }

  private List<Fact> facts() {
    if (language == Language.EN) {
      return report.facts();
    }
    HorizonSetting setting = report.setting();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "terrain",
            report.source(),
            number(report.model().spacingMeters(), 0),
            number(setting.distanceMeters() / METERS_A_KILOMETER, 3)));
    facts.add(fact("antenna", number(setting.antennaMeters(), 3)));
    facts.add(fact("refraction", number(setting.refraction(), 3)));
    double reachMeters = horizon.reachMeters();
    if (Double.isFinite(reachMeters)) {
      facts.add(fact("reach", language.number(HorizonReport.kilometers(reachMeters))));
    }
    return facts;
  }

  private Fact fact(String key, Object... values) {
    return new Fact(language.words("label." + key), language.words("horizon." + key, values));
  }

  private String number(double value, int mostDecimals) {
    return language.number(Decimals.plain(value, mostDecimals));
  }

  /** Returns the place of an azimuth from -180, in the south, to 180. */
  private static double x(double azimuthDegrees) {
    return LEFT + (azimuthDegrees + 180) * PIXELS_A_DEGREE_OF_AZIMUTH;
  }

  private double y(double elevationDegrees) {
    return TOP + HEIGHT * (highestDegrees - elevationDegrees) / (highestDegrees - lowestDegrees);
  }

  private void drawTerrain() {
    Path2D edge = new Path2D.Double();
    int directions = horizon.points().size();
    for (int i = 0; i <= directions; i++) {
      TerrainHorizon.Point point = horizon.points().get((i + directions / 2) % directions);
      double x = x(i * TerrainHorizon.STEP_DEGREES - 180);
      if (i == 0) {
        edge.moveTo(x, y(point.elevationDegrees()));
      } else {
        edge.lineTo(x, y(point.elevationDegrees()));
      }
    }
    Path2D terrain = new Path2D.Double(edge);
    terrain.lineTo(x(180), y(lowestDegrees));
    terrain.lineTo(x(-180), y(lowestDegrees));
    terrain.closePath();
    svg.element("path", "d", terrain, "fill", TERRAIN);
    svg.stroke(edge, EDGE, 1.2);
  }

  private void drawGrid() {
    svg.begin("g", "font-size", TEXT_SIZE, "fill", SvgText.LIGHT_INK);
    for (int degrees = lowestDegrees; degrees <= highestDegrees; degrees += stepDegrees) {
      svg.stroke(SvgText.line(x(-180), y(degrees), x(180), y(degrees)), GRID, 0.8);
      svg.words(LEFT - 6, y(degrees) + 4, degrees + "°", "text-anchor", "end");
    }
    for (int azimuth = -180; azimuth <= 180; azimuth += 45) {
      svg.stroke(SvgText.line(x(azimuth), TOP, x(azimuth), TOP + HEIGHT), GRID, 0.8);
      svg.words(x(azimuth), TOP + HEIGHT + 18, name(azimuth), "text-anchor", "middle");
    }
    svg.end("g");
  }

  private String name(int azimuthDegrees) {
    return azimuthDegrees % 90 == 0
        ? language.words("compass." + "SWNES".charAt(azimuthDegrees / 90 + 2))
        : Decimals.fixed(Math.floorMod(azimuthDegrees, 360), 0) + "°";
  }
}
