package dev.skytally.report.validation;

import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.tally.Metric;
import dev.skytally.validation.OrbitComparison;
import dev.skytally.validation.OrbitComparison.PositionErrors;
import dev.skytally.validation.OrbitComparison.ViewErrors;
import dev.skytally.validation.Spread;
import dev.skytally.validation.Validation.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How far element sets are from orbits that are known better, and what that does.
 *
 * @param truth the name of the file of those orbits
 * @param format the format of that file
 * @param times writes the times
 * @param areCapitals whether the sites are the world's capitals rather than a list of the user's
 * @param entries the element sets, the nearest in age first; at least one
 */
public record OrbitReport(
    String truth,
    String format,
    Times times,
    boolean areCapitals,
    List<Entry<OrbitComparison>> entries)
    implements Report {

  static final Column<Entry<OrbitComparison>> SITES =
      Column.count("sites", "number of sites", OrbitReport::sites);

  static final List<Column<PositionErrors>> POSITIONS = positions();
  static final List<Column<ViewErrors>> VIEWS = views();

  private static List<Column<PositionErrors>> positions() {
    List<Column<PositionErrors>> columns =
        new ArrayList<>(
            List.of(
                SatelliteColumns.SYSTEM.from(PositionErrors::system),
                Column.text("orbit", "orbit class", errors -> errors.orbitClass().name()),
                Column.count("satellites", "satellites", PositionErrors::satellites),
                Column.text("worst", "satellite with the greatest error", e -> e.worst().label()),
                Column.count("positions", "(satellite, instant) compared", e -> e.meters().count()),
                Column.count(
                    "positions_excluded",
                    "(satellite, instant) at which an orbit is not known",
                    PositionErrors::positionsLeftOut)));
    columns.addAll(spread("error_m", 1, "error of the position", PositionErrors::meters));
    columns.addAll(
        spread("along_error_m", 1, "error along the track", PositionErrors::alongMeters));
    columns.addAll(
        spread("cross_error_m", 1, "error across the track", PositionErrors::crossMeters));
    columns.addAll(spread("radial_error_m", 1, "radial error", PositionErrors::radialMeters));
    columns.add(shareInViewDiffers(PositionErrors::shareDiffering));
    return columns;
  }

  private static List<Column<ViewErrors>> views() {
    List<Column<ViewErrors>> columns =
        new ArrayList<>(
            List.of(
                SatelliteColumns.SYSTEM.from(ViewErrors::system),
                Column.count("satellites", "satellites", ViewErrors::satellites),
                shareInViewDiffers(ViewErrors::shareDiffering),
                Column.count(
                    "rises_and_sets",
                    "rises and sets compared",
                    e -> e.riseAndSetSeconds().count())));
    columns.addAll(
        spread("rise_set_error_s", 3, "error of rises and sets", ViewErrors::riseAndSetSeconds));
    columns.add(
        Column.count(
            "rises_and_sets_unmatched",
            "rises and sets by only one of the two orbits",
            ViewErrors::unmatched));
    columns.add(
        Column.number(
            "share_count_differs",
            6,
            "share of (site, instant) at which the number in view differs",
            ViewErrors::shareCountDiffers));
    columns.add(
        Column.count(
            "count_error_max",
            "greatest error of the number in view",
            ViewErrors::greatestCountError));
    columns.add(
        Column.count(
            "sites_max_differs", "sites at which the maximum differs", ViewErrors::maxDiffers));
    columns.addAll(spread("mean_error", 6, "error of the mean in view", ViewErrors::meanInView));
    columns.addAll(
        spread("share_ahead_error", 6, "error of the share of time ahead", ViewErrors::shareAhead));
    return columns;
  }

  static <R> Column<R> shareInViewDiffers(ToDoubleFunction<R> value) {
    return Column.number(
        "share_in_view_differs",
        "share of (site, satellite, instant) in view by only one of the two orbits",
        row -> {
          double share = value.applyAsDouble(row);
          return Double.isNaN(share) ? "" : Decimals.scientific(share);
        });
  }

  private static <R> List<Column<R>> spread(
      String name, int decimals, String description, Function<R, Spread> spread) {
    List<Column<Spread>> columns =
        List.of(
            Column.numberIfAny("median", decimals, "median", Spread::median),
            Column.numberIfAny("p95", decimals, "95 % do not exceed it", Spread::percentile95),
            Column.numberIfAny("max", decimals, "greatest", Spread::max));
    return Column.within(name, description, Column.from(columns, spread));
  }

  static int sites(Entry<OrbitComparison> entry) {
    return entry.comparison().trueResult().tallies().size();
  }

  static double maskDegrees(Entry<OrbitComparison> entry) {
    return Math.toDegrees(entry.comparison().trueResult().mask().leastElevationRadians());
  }

  public OrbitReport {
    entries = List.copyOf(entries);
  }

  @Override
  public String table() {
    return new OrbitTable(this).text();
  }

  /** A row of the sheet: the errors of positions, or what they do to what is in view. */
  private record Row(
      Entry<OrbitComparison> entry,
      Optional<PositionErrors> positions,
      Optional<ViewErrors> view) {}

  @Override
  public Sheet<?> sheet() {
    Map<String, Column<Row>> common = new LinkedHashMap<>();
    for (Column<Row> column : Column.fromAny(POSITIONS, Row::positions)) {
      common.put(column.name(), column);
    }
    for (Column<Row> column : Column.fromAny(VIEWS, Row::view)) {
      common.merge(column.name(), column, Column::or);
    }
    List<Column<Entry<OrbitComparison>>> ofViews = new ArrayList<>();
    ofViews.add(SITES);
    for (Metric metric : Metric.values()) {
      ofViews.add(
          Column.count(
              "sites_leader_differs_" + Words.key(metric),
              "sites at which the leader by " + Words.key(metric) + " differs",
              entry -> entry.comparison().leaderDiffers(metric).size()));
    }
    List<Column<Row>> columns = Column.from(SourceColumns.ALL, Row::entry);
    columns.addAll(common.values());
    columns.addAll(Column.fromAny(ofViews, row -> row.view().map(view -> row.entry())));
    columns.add(SettingColumns.MISSING.from(row -> row.entry().completeness()));
    List<Row> rows = new ArrayList<>();
    for (Entry<OrbitComparison> entry : entries) {
      for (PositionErrors errors : entry.comparison().positionErrors()) {
        rows.add(new Row(entry, Optional.of(errors), Optional.empty()));
      }
      for (ViewErrors errors : entry.comparison().viewErrors()) {
        rows.add(new Row(entry, Optional.empty(), Optional.of(errors)));
      }
    }
    return new Sheet<>(columns, rows);
  }

  @Override
  public String json() {
    return OrbitJson.text(this);
  }
}
