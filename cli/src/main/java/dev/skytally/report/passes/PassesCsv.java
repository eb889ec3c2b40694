package dev.skytally.report.passes;

import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Utc;
import dev.skytally.selection.Selection;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.util.Optional;

/**
 * Passes as CSV: the figures of {@link PassesJson}, a row a pass; an open end is empty. There is a
 * column for the number of satellites with old orbits where there are any.
 */
final class PassesCsv {
  private PassesCsv() {}

  static String text(PassesReport report) {
    CsvText csv = new CsvText();
    csv.cells("site", "prn", "norad", "rise_utc", "rise_azimuth_deg", "culmination_utc");
    csv.cells("culmination_azimuth_deg", "culmination_elevation_deg", "set_utc", "set_azimuth_deg");
    csv.cells("culmination_at_window_edge", "missing");
    Selection selection = report.setting().selection();
    String missing = SettingText.labels(selection.constellation().completeness());
    int old = selection.oldOrbits().members().size();
    if (old > 0) {
      csv.cell("old_orbit_satellites");
    }
    csv.endRow();
    for (Pass pass : report.passes()) {
      csv.cell(pass.site().name()).cell(pass.satellite().prn());
      csv.cell(pass.satellite().catalogNumber());
      crossing(csv, pass.rise());
      crossing(csv, Optional.of(pass.culmination()));
      csv.cell(Decimals.plain(pass.culmination().lookAngles().elevationDegrees(), 4));
      crossing(csv, pass.set());
      csv.cells(report.isAtEdge(pass) ? "yes" : "no", missing);
      if (old > 0) {
        csv.cell(old);
      }
      csv.endRow();
    }
    return csv.toString();
  }

  private static void crossing(CsvText csv, Optional<PassEvent> event) {
    csv.cell(event.map(e -> Utc.iso(e.utc())).orElse(""));
    csv.cell(event.map(e -> Decimals.plain(e.lookAngles().azimuthDegrees(), 4)).orElse(""));
  }
}
