package dev.skytally.report.horizon;

import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Words;
import dev.skytally.terrain.ElevationModel;
import dev.skytally.terrain.HorizonSetting;
import dev.skytally.terrain.TerrainHorizon;
import java.util.ArrayList;
import java.util.List;

/**
 * The horizons of sites.
 *
 * @param horizons at least one
 * @param source the file or folder of the elevation model, as the user gave it
 */
public record HorizonReport(
    List<TerrainHorizon> horizons, ElevationModel model, String source, HorizonSetting setting)
    implements Report {
  private static final double METERS_A_KILOMETER = 1000;

  /** A row of the sheet. */
  record Row(TerrainHorizon horizon, TerrainHorizon.Point point) {}

  static final List<Column<TerrainHorizon.Point>> POINT =
      List.of(
          Column.number(
              "azimuth_deg",
              1,
              "azimuth from north over east",
              TerrainHorizon.Point::azimuthDegrees),
          Column.number(
              "elevation_deg",
              3,
              "elevation of the terrain",
              TerrainHorizon.Point::elevationDegrees),
          Column.number(
              "distance_m",
              0,
              "distance of the terrain that makes the horizon",
              TerrainHorizon.Point::distanceMeters),
          Column.number(
              "reach_m",
              "distance up to which the model has heights; empty if it has all that matter",
              point ->
                  Double.isInfinite(point.reachMeters())
                      ? ""
                      : Decimals.fixed(point.reachMeters(), 0)));

  static final Column<TerrainHorizon> GROUND =
      Column.number(
          "ground_m", 1, "height of the ground in the model", TerrainHorizon::groundMeters);

  public HorizonReport {
    horizons = List.copyOf(horizons);
  }

  /** Returns a report of one of the sites. */
  public HorizonReport of(TerrainHorizon horizon) {
    return new HorizonReport(List.of(horizon), model, source, setting);
  }

  /** Returns "Horizon of Porto: up to 12.3 degrees, 4.1 on average." */
  String headline() {
    if (horizons.size() > 1) {
      return "Horizons of " + horizons.size() + " sites.";
    }
    TerrainHorizon horizon = horizons.get(0);
    return "Horizon of "
        + horizon.site().name()
        + ": up to "
        + Words.degrees(rounded(horizon.highest().elevationDegrees()))
        + ", "
        + Decimals.fixed(horizon.meanDegrees(), 1)
        + " on average.";
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 10) / 10.0;
  }

  /** Returns the choices behind the horizons. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Terrain",
            source
                + ", a height every "
                + Decimals.fixed(model.spacingMeters(), 0)
                + " m, without single buildings and trees; up to "
                + Decimals.plain(setting.distanceMeters() / METERS_A_KILOMETER, 3)
                + " km"));
    facts.add(
        new Fact("Antenna", Decimals.plain(setting.antennaMeters(), 3) + " m above the ground"));
    facts.add(
        new Fact(
            "Refraction",
            "coefficient "
                + Decimals.plain(setting.refraction(), 3)
                + ": the Earth seems "
                + Decimals.fixed(setting.radiusFactor(), 3)
                + " times as large"));
    double reachMeters =
        horizons.stream().mapToDouble(TerrainHorizon::reachMeters).min().orElseThrow();
    if (Double.isFinite(reachMeters)) {
      facts.add(
          new Fact(
              "Reach",
              "the model has all heights up to "
                  + kilometers(reachMeters)
                  + " km; places without a height count as sea"));
    }
    return facts;
  }

  static String kilometers(double meters) {
    return Decimals.fixed(meters / METERS_A_KILOMETER, meters < METERS_A_KILOMETER ? 3 : 1);
  }

  @Override
  public String table() {
    return HorizonTable.text(this);
  }

  @Override
  public Sheet<Row> sheet() {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(SiteColumns.NAME.from(row -> row.horizon().site()));
    columns.addAll(Column.from(POINT, Row::point));
    List<Row> rows = new ArrayList<>();
    for (TerrainHorizon horizon : horizons) {
      horizon.points().forEach(point -> rows.add(new Row(horizon, point)));
    }
    return new Sheet<>(columns, rows);
  }

  @Override
  public String json() {
    return HorizonJson.text(this);
  }

  /** Draws the horizon of the only site. */
  public SvgPicture panorama(PictureStyle style) {
    return new HorizonPicture(this, horizons.get(0), style).draw();
  }
}
