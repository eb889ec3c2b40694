package dev.skytally.report.capitals;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.site.SitesGeoJson;
import dev.skytally.tally.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of every system at every site, and the leaders.
 *
 * @param dilution the dilution of precision at the same sites, if it was asked for
 * @param areCapitals whether the sites are the world's capitals
 */
public record CapitalsReport(
    Setting setting, StudyResult result, Optional<DilutionResult> dilution, boolean areCapitals)
    implements Report {
  /** Returns this report without the dilution of precision. */
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

  /** Returns the rows of the sheet, one for each site. */
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

  @Override
  public String geoJson() {
    return SitesGeoJson.text(sheet(), row -> row.tally().site());
  }

  /** Returns the word for the sites, in the singular or plural. */
  public String places() {
    boolean one = result.tallies().size() == 1;
    if (areCapitals) {
      return one ? "capital" : "capitals";
    }
    return one ? "site" : "sites";
  }

  /** Returns the verdict in one sentence. */
  String headline() {
    return setting.systems().size() > 1
        ? new Verdict(result, Metric.MAX).sentence(places(), setting.isOneDay())
        : Verdict.alone(result, places());
  }
}
