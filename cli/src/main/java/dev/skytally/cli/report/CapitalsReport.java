package dev.skytally.cli.report;

import dev.skytally.StudyResult;

/**
 * What every site sees of every system, and who leads.
 *
 * @param areCapitals whether the sites are the world's capitals rather than a list of the user's
 */
public record CapitalsReport(Setting setting, StudyResult result, boolean areCapitals)
    implements Report {
  @Override
  public String table() {
    return new CapitalsTable(this).text();
  }

  @Override
  public String csv() {
    return CapitalsCsv.text(result);
  }

  @Override
  public String json() {
    return CapitalsJson.text(this);
  }
}
