package dev.skytally.report.capitals;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.Setting;
import dev.skytally.tally.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every site sees of every system, and who leads.
 *
 * @param dilution of the same sites, if it was asked for
 * @param areCapitals whether the sites are the world's capitals rather than a list of the user's
 */
public record CapitalsReport(
    Setting setting, StudyResult result, Optional<DilutionResult> dilution, boolean areCapitals)
    implements Report {
  /** The same without the dilution of precision. */
  public CapitalsReport withoutDilution() {
    return new CapitalsReport(setting, result, Optional.empty(), areCapitals);
  }

  @Override
  public String table() {
    return new CapitalsTable(this).text();
  }

  @Override
  public Sheet<CapitalsColumns.Row> sheet() {
    return new Sheet<>(CapitalsColumns.all(this), rows());
  }

  /** Returns the rows of the sheet: a site each. */
  public List<CapitalsColumns.Row> rows() {
    List<CapitalsColumns.Row> rows = new ArrayList<>();
    for (int i = 0; i < result.tallies().size(); i++) {
      int site = i;
      rows.add(
          new CapitalsColumns.Row(
              result.tallies().get(site), dilution.map(all -> all.sites().get(site))));
    }
    return rows;
  }

  public CapitalsColumns columns() {
    return new CapitalsColumns(this);
  }

  @Override
  public String json() {
    return CapitalsJson.text(this);
  }

  /** What the sites are, as many as there are. */
  public String places() {
    boolean one = result.tallies().size() == 1;
    if (areCapitals) {
      return one ? "capital" : "capitals";
    }
    return one ? "site" : "sites";
  }

  /** The verdict in one sentence. */
  String headline() {
    return setting.systems().size() > 1
        ? new Verdict(result, Metric.MAX).sentence(places(), setting.isOneDay())
        : Verdict.alone(result, places());
  }
}
