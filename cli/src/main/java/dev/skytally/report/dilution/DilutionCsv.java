package dev.skytally.report.dilution;

import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.SiteDilution;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.satellites.GnssSystem;
import java.util.List;
import java.util.OptionalDouble;

/** The columns of the dilution of precision; a percentile that there is none of is empty. */
public final class DilutionCsv {
  private static final String TOGETHER = "together";

  private DilutionCsv() {}

  public static void header(CsvText csv, List<GnssSystem> systems) {
    for (GnssSystem system : systems) {
      header(csv, system.name());
    }
    if (systems.size() > 1) {
      header(csv, TOGETHER);
      csv.cell("leader_pdop");
    }
  }

  private static void header(CsvText csv, String of) {
    csv.cells(of + "_pdop_median", of + "_pdop_95", of + "_share_pdop_at_most_6");
  }

  public static void cells(CsvText csv, SiteDilution site, List<GnssSystem> systems) {
    for (GnssSystem system : systems) {
      cells(csv, site.of(system));
    }
    if (systems.size() > 1) {
      cells(csv, site.together());
      csv.cell(site.leader().map(GnssSystem::name).orElse("tie"));
    }
  }

  private static void cells(CsvText csv, DilutionSummary summary) {
    csv.cell(percentile(summary.medianPdop())).cell(percentile(summary.pdop95()));
    csv.cell(Decimals.plain(summary.shareAtMostSix(), 6));
  }

  private static String percentile(OptionalDouble pdop) {
    return pdop.isPresent() ? Decimals.plain(pdop.getAsDouble(), 2) : "";
  }
}
