package dev.skytally.report.plan;

import dev.skytally.plan.Measure;
import dev.skytally.plan.PlanSeries;
import dev.skytally.report.Column;
import dev.skytally.report.dilution.DilutionColumns;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a series: the figures of each system and of all together at an instant. */
final class SeriesColumns {
  private static final int DECIMALS = 4;

  private static final List<Column<LookAngles>> DIRECTION =
      List.of(
          Column.number(
              "azimuth_deg", DECIMALS, "azimuth from north over east", LookAngles::azimuthDegrees),
          Column.number("elevation_deg", DECIMALS, "elevation", LookAngles::elevationDegrees));

  private SeriesColumns() {}

  /**
   * An instant of a series.
   *
   * @param directions of the satellites in view; empty if they were not asked for
   */
  record Row(
      GroundSite site, PlanSeries series, int instant, Map<Satellite, LookAngles> directions) {}

  /** Returns the rows of a site. */
  static List<Row> rows(GroundSite site, PlanSeries series) {
    List<Row> rows = new ArrayList<>(series.size());
    for (int k = 0; k < series.size(); k++) {
      Map<Satellite, LookAngles> directions = new HashMap<>();
      if (!series.skies().isEmpty()) {
        for (Sky.InView seen : series.skies().get(k).inView()) {
          directions.put(seen.satellite(), seen.lookAngles());
        }
      }
      rows.add(new Row(site, series, k, directions));
    }
    return rows;
  }

  /** Returns the columns of the figures. */
  static List<Column<Row>> figures(Setting setting) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(SettingColumns.time(setting).from(row -> row.series().utc(row.instant())));
    for (GnssSystem system : setting.systems()) {
      columns.addAll(Column.of(system, measures(Optional.of(system))));
    }
    columns.addAll(
        Column.within(
            DilutionColumns.TOGETHER, "all systems together", measures(Optional.empty())));
    return columns;
  }

  private static List<Column<Row>> measures(Optional<GnssSystem> system) {
    List<Column<Row>> columns = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      columns.add(
          Column.numberIfAny(
              Words.key(measure),
              measure == Measure.SATELLITES ? 0 : DECIMALS,
              description(measure),
              row -> {
                double value = row.series().value(row.instant(), system, measure);
                return value == Double.POSITIVE_INFINITY ? Double.NaN : value;
              }));
    }
    return columns;
  }

  private static String description(Measure measure) {
    return switch (measure) {
      case SATELLITES -> "number of satellites in view";
      case GDOP -> "dilution of precision of position and clocks; empty without a position";
      case PDOP -> "dilution of precision of the position";
      case HDOP -> "dilution of precision of the horizontal position";
      case VDOP -> "dilution of precision of the height";
      case TDOP -> "dilution of precision of the clocks";
    };
  }

  /** Returns the columns of the direction of each satellite, empty while it is not in view. */
  static List<Column<Row>> directions(Collection<Satellite> satellites) {
    List<Column<Row>> columns = new ArrayList<>();
    for (Satellite satellite : satellites) {
      String name = satellite.label().toLowerCase(Locale.ROOT);
      columns.addAll(
          Column.within(
              Character.isDigit(name.charAt(0)) ? "norad_" + name : name,
              satellite.label(),
              Column.fromAny(
                  DIRECTION, row -> Optional.ofNullable(row.directions().get(satellite)))));
    }
    return columns;
  }
}
