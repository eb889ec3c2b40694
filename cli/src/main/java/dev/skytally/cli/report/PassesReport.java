package dev.skytally.cli.report;

import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import java.util.List;

/** The passes over one site. */
public record PassesReport(Setting setting, GroundSite site, List<Pass> passes) implements Report {
  public PassesReport {
    passes = List.copyOf(passes);
  }

  @Override
  public String table() {
    return PassesTable.text(this);
  }

  @Override
  public String csv() {
    return PassesCsv.text(this);
  }

  @Override
  public String json() {
    return PassesJson.text(this);
  }
}
