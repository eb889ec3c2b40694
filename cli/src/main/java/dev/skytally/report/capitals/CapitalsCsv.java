package dev.skytally.report.capitals;

import dev.skytally.StudyResult;
import dev.skytally.report.dilution.DilutionCsv;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Utc;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.util.List;
import java.util.Optional;

/**
 * The capitals as CSV: the figures of {@link CapitalsJson}, a row a site. A single system has
 * nobody to lead: its columns about the leader are empty. There is a column for the number of
 * satellites with old orbits where there are any.
 */
final class CapitalsCsv {
  private CapitalsCsv() {}

  static String text(CapitalsReport report) {
    StudyResult result = report.result();
    List<GnssSystem> systems = result.constellation().systems();
    CsvText csv = new CsvText();
    boolean comparing = systems.size() > 1;
    header(csv, systems);
    if (report.dilution().isPresent()) {
      DilutionCsv.header(csv, systems);
    }
    csv.cells("window_start", "window_end", "mask_deg", "horizon", "step_s", "snapshot");
    csv.cell("missing");
    if (report.dilution().isPresent()) {
      csv.cell("clocks");
    }
    int old = report.setting().selection().oldOrbits().members().size();
    if (old > 0) {
      csv.cell("old_orbit_satellites");
    }
    csv.endRow();
    List<String> setting = setting(report.setting());
    for (int i = 0; i < result.tallies().size(); i++) {
      SiteTally tally = result.tallies().get(i);
      GroundSite site = tally.site();
      csv.cells(site.countryCode(), site.country());
      csv.cell(site.country().isEmpty() ? "" : site.name()).cell(site.name());
      csv.cell(Decimals.plain(site.latitudeDegrees(), 6));
      csv.cell(Decimals.plain(site.longitudeDegrees(), 6));
      csv.cell(Decimals.plain(site.heightMeters(), 6));
      for (GnssSystem system : systems) {
        SystemTally inView = tally.inView(system);
        csv.cell(inView.max()).cell(Decimals.plain(inView.mean(), 6)).cell(inView.min());
        csv.cell(Decimals.plain(inView.shareAtLeastFour(), 6));
      }
      for (GnssSystem system : systems) {
        csv.cell(comparing ? Decimals.plain(tally.shareAheadOfAll(system), 6) : "");
      }
      for (GnssSystem system : systems) {
        for (GnssSystem other : systems) {
          if (system != other) {
            csv.cell(Decimals.plain(tally.shareAhead(system, other), 6));
          }
        }
      }
      for (Metric metric : Metric.values()) {
        Optional<GnssSystem> leader = tally.leader(metric);
        csv.cell(!comparing ? "" : leader.isPresent() ? leader.get().name() : "tie");
      }
      if (report.dilution().isPresent()) {
        DilutionCsv.cells(csv, report.dilution().get().sites().get(i), systems);
      }
      setting.forEach(csv::cell);
      csv.cell(SettingText.labels(result.constellation().completeness()));
      if (report.dilution().isPresent()) {
        csv.cell(ClocksText.option(report.dilution().get().clocks(), systems));
      }
      if (old > 0) {
        csv.cell(old);
      }
      csv.endRow();
    }
    return csv.toString();
  }

  /** What was asked, in every row, so that a file that is kept tells it. */
  private static List<String> setting(Setting setting) {
    Selection selection = setting.selection();
    boolean aboveHorizon = setting.horizonFile().isPresent();
    return List.of(
        Utc.iso(selection.start()),
        Utc.iso(selection.end()),
        aboveHorizon ? "" : Decimals.plain(setting.maskDegrees(), 6),
        setting.horizonFile().orElse(""),
        setting.step().isPresent() ? Decimals.plain(setting.stepSeconds(), 6) : "",
        selection.source().label());
  }

  private static void header(CsvText csv, List<GnssSystem> systems) {
    csv.cells("iso2", "country", "capital", "name");
    csv.cells("latitude_deg", "longitude_deg", "height_m");
    for (GnssSystem system : systems) {
      csv.cells(system + "_max", system + "_mean", system + "_min");
      csv.cell(system + "_share_at_least_4");
    }
    for (GnssSystem system : systems) {
      csv.cell("share_ahead_" + system);
    }
    for (GnssSystem system : systems) {
      for (GnssSystem other : systems) {
        if (system != other) {
          csv.cell("share_ahead_" + system + "_of_" + other);
        }
      }
    }
    csv.cells("leader_max", "leader_mean", "leader_share");
  }
}
