package dev.skytally.report.passes;

import dev.skytally.report.Report;
import dev.skytally.report.setting.Setting;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The passes over one site. */
public record PassesReport(Setting setting, GroundSite site, List<Pass> passes) implements Report {
  /** What a culmination is told to. */
  private static final Duration EDGE = Duration.ofMillis(1);

  public PassesReport {
    passes = List.copyOf(passes);
  }

  /** Whether the highest within the window is only where the window cuts the pass off. */
  boolean isAtEdge(Pass pass) {
    Instant highest = pass.culmination().utc();
    Selection window = setting.selection();
    return (pass.rise().isEmpty() && isAbout(highest, window.start()))
        || (pass.set().isEmpty() && isAbout(highest, window.end()));
  }

  private static boolean isAbout(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(EDGE) < 0;
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
