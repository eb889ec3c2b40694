package dev.skytally.report.passes;

import dev.skytally.outage.Outage;
import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passes over one site. */
public record PassesReport(Setting setting, GroundSite site, List<Pass> passes) implements Report {
  /** Tolerance for matching the edge of the window. */
  private static final Duration EDGE = Duration.ofMillis(1);

  private static final Column<PassEvent> AZIMUTH =
      Column.number(
          "azimuth_deg",
          4,
          "azimuth from north over east",
          event -> event.lookAngles().azimuthDegrees());

  public PassesReport {
    passes = List.copyOf(passes);
  }

  /** Returns whether a pass is highest at the edge of the window, and higher outside it. */
  boolean isAtEdge(Pass pass) {
    Instant highest = pass.culmination().utc();
    Selection window = setting.selection();
    return (pass.rise().isEmpty() && isAbout(highest, window.start()))
        || (pass.set().isEmpty() && isAbout(highest, window.end()));
  }

  private static boolean isAbout(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(EDGE) < 0;
  }

  /** Returns the outages with which a pass begins or ends. */
  Stream<Outage> outagesThatCut(Pass pass) {
    return setting
        .selection()
        .outages()
        .of(pass.satellite(), setting.selection().start(), setting.selection().end())
        .stream()
        .filter(
            outage ->
                pass.set().map(PassEvent::utc).equals(Optional.of(outage.from()))
                    || (outage.to().isPresent()
                        && pass.rise().map(PassEvent::utc).equals(outage.to())));
  }

  @Override
  public String table() {
    return PassesTable.text(this);
  }

  @Override
  public Sheet<Pass> sheet() {
    List<Column<Pass>> columns = columns();
    columns.add(SettingColumns.missing(setting.selection()));
    SettingColumns.addOldOrbitsAndOutages(columns, setting.selection());
    return new Sheet<>(columns, passes);
  }

  /** Returns the columns of the passes; a rise or set outside the window is empty. */
  List<Column<Pass>> columns() {
    List<Column<Pass>> columns = new ArrayList<>();
    columns.add(Column.text("site", "name of the site", pass -> pass.site().name()));
    columns.addAll(Column.from(SatelliteColumns.PRN_AND_NORAD, Pass::satellite));
    List<Column<PassEvent>> event =
        List.of(SettingColumns.time(setting).from(PassEvent::utc), AZIMUTH);
    columns.addAll(Column.within("rise", "rise", Column.fromAny(event, Pass::rise)));
    List<Column<Pass>> culmination = Column.from(event, Pass::culmination);
    culmination.add(
        Column.number(
            "elevation_deg", 4, "elevation", p -> p.culmination().lookAngles().elevationDegrees()));
    culmination.add(
        Column.flag(
            "at_window_edge", "whether it is higher outside of the window", this::isAtEdge));
    columns.addAll(Column.within("culmination", "culmination in the window", culmination));
    columns.addAll(Column.within("set", "set", Column.fromAny(event, Pass::set)));
    if (!setting.selection().outages().isNone()) {
      columns.add(
          Column.text(
              "notice",
              "the notice of an outage with which the pass begins or ends",
              pass -> outagesThatCut(pass).map(Outage::source).collect(Collectors.joining("; "))));
    }
    return columns;
  }

  @Override
  public String json() {
    return PassesJson.text(this);
  }
}
