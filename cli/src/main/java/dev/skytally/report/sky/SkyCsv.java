package dev.skytally.report.sky;

import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Utc;
import dev.skytally.selection.Selection;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;

/**
 * The sky over a site as CSV: a row for each satellite in view, and with tracks for each moment.
 * There is a column for health where the orbits' source reports it, and one for the number of
 * satellites with old orbits where there are any.
 */
final class SkyCsv {
  private SkyCsv() {}

  static String text(SkyReport report) {
    CsvText csv = new CsvText();
    csv.cells("site", "utc", "prn", "norad", "azimuth_deg", "elevation_deg", "range_m");
    boolean reportsHealth = report.setting().selection().reportsHealth();
    if (reportsHealth) {
      csv.cell("health");
    }
    csv.cell("missing");
    Selection selection = report.setting().selection();
    String missing = SettingText.labels(selection.constellation().completeness());
    int old = selection.oldOrbits().members().size();
    if (old > 0) {
      csv.cell("old_orbit_satellites");
    }
    csv.endRow();
    for (Sky.InView seen : report.now().inView()) {
      for (SkyReport.Place place : report.track(seen)) {
        LookAngles angles = place.lookAngles();
        csv.cell(report.now().site().name()).cell(Utc.iso(place.utc()));
        csv.cell(seen.satellite().prn()).cell(seen.satellite().catalogNumber());
        csv.cell(Decimals.plain(angles.azimuthDegrees(), 4));
        csv.cell(Decimals.plain(angles.elevationDegrees(), 4));
        csv.cell(Decimals.plain(angles.rangeMeters(), 0));
        if (reportsHealth) {
          csv.cell(report.setting().selection().healthWord(seen.satellite()));
        }
        csv.cell(missing);
        if (old > 0) {
          csv.cell(old);
        }
        csv.endRow();
      }
    }
    return csv.toString();
  }
}
