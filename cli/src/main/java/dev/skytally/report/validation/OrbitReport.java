package dev.skytally.report.validation;

import dev.skytally.report.Report;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.tally.Metric;
import dev.skytally.validation.OrbitComparison;
import dev.skytally.validation.OrbitComparison.PositionErrors;
import dev.skytally.validation.OrbitComparison.ViewErrors;
import dev.skytally.validation.Spread;
import java.util.List;

/**
 * How far element sets are from orbits that are known better, and what that does.
 *
 * @param truth the name of the file of those orbits
 * @param form what that file is
 * @param areCapitals whether the sites are the world's capitals rather than a list of the user's
 * @param entries the element sets, the nearest in age first; at least one
 */
public record OrbitReport(String truth, String form, boolean areCapitals, List<Entry> entries)
    implements Report {

  /**
   * One source of element sets.
   *
   * @param ageDays the median age at the middle of the window; negative if they are of later
   * @param completeness whether they have every satellite in service
   */
  public record Entry(
      String elements, double ageDays, Completeness completeness, OrbitComparison comparison) {
    int sites() {
      return comparison.trueResult().tallies().size();
    }

    double maskDegrees() {
      return Math.toDegrees(comparison.trueResult().mask().leastElevationRadians());
    }
  }

  public OrbitReport {
    entries = List.copyOf(entries);
  }

  @Override
  public String table() {
    return new OrbitTable(this).text();
  }

  @Override
  public String csv() {
    CsvText csv = new CsvText();
    csv.cells("elements", "age_days", "system", "orbit", "satellites", "worst");
    csv.cells("positions", "positions_left_out");
    for (String axis : List.of("", "along_", "cross_", "radial_")) {
      csv.cells(axis + "error_median_m", axis + "error_p95_m", axis + "error_max_m");
    }
    csv.cells("share_in_view_differs", "rises_and_sets", "rise_set_error_median_s");
    csv.cells("rise_set_error_p95_s", "rise_set_error_max_s", "rises_and_sets_unmatched");
    csv.cells("share_count_differs", "count_error_max", "sites", "sites_max_differs");
    csv.cells("mean_error_median", "mean_error_p95", "mean_error_max");
    csv.cells("share_ahead_error_median", "share_ahead_error_p95", "share_ahead_error_max");
    for (Metric metric : Metric.values()) {
      csv.cell("sites_leader_differs_" + Words.key(metric));
    }
    csv.cell("missing").endRow();
    for (Entry entry : entries) {
      for (PositionErrors errors : entry.comparison().positionErrors()) {
        begin(csv, entry, errors.system().name(), errors.orbitClass().name());
        csv.cell(errors.satellites()).cell(errors.worst().label());
        csv.cell(errors.meters().count()).cell(errors.positionsLeftOut());
        spread(csv, errors.meters(), 1);
        spread(csv, errors.alongMeters(), 1);
        spread(csv, errors.crossMeters(), 1);
        spread(csv, errors.radialMeters(), 1);
        csv.cell(
            Double.isNaN(errors.shareDiffering())
                ? ""
                : Decimals.scientific(errors.shareDiffering()));
        empty(csv, 15 + Metric.values().length);
        csv.cell(SettingText.labels(entry.completeness())).endRow();
      }
      for (ViewErrors errors : entry.comparison().viewErrors()) {
        begin(csv, entry, errors.system().name(), "");
        csv.cell(errors.satellites());
        empty(csv, 15);
        csv.cell(Decimals.scientific(errors.shareDiffering()));
        csv.cell(errors.riseAndSetSeconds().count());
        spread(csv, errors.riseAndSetSeconds(), 3);
        csv.cell(errors.unmatched());
        csv.cell(Decimals.plain(errors.shareCountDiffers(), 6));
        csv.cell(errors.greatestCountError()).cell(entry.sites()).cell(errors.maxDiffers());
        spread(csv, errors.meanInView(), 6);
        spread(csv, errors.shareAhead(), 6);
        for (Metric metric : Metric.values()) {
          csv.cell(entry.comparison().leaderDiffers(metric).size());
        }
        csv.cell(SettingText.labels(entry.completeness())).endRow();
      }
    }
    return csv.toString();
  }

  private static void begin(CsvText csv, Entry entry, String system, String orbit) {
    csv.cells(entry.elements(), Decimals.fixed(entry.ageDays(), 3), system, orbit);
  }

  private static void empty(CsvText csv, int cells) {
    for (int i = 0; i < cells; i++) {
      csv.cell("");
    }
  }

  private static void spread(CsvText csv, Spread spread, int decimals) {
    csv.cells(
        number(spread.median(), decimals),
        number(spread.percentile95(), decimals),
        number(spread.max(), decimals));
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "" : Decimals.plain(value, decimals);
  }

  @Override
  public String json() {
    return OrbitJson.text(this);
  }
}
