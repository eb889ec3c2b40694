package dev.skytally.report.plan;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.SitePlan;
import dev.skytally.plan.SitePlan.Avoid;
import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.site.SitesGeoJson;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows of one site or more, and the periods to avoid.
 *
 * @param created when the report is made
 */
public record PlanReport(
    Setting setting,
    PlanQuestion question,
    ReceiverClocks clocks,
    List<SitePlan> plans,
    Instant created)
    implements Report {
  static final Column<Setting> TIME_ZONE =
      Column.text("time_zone", "time zone of the times, as of --timezone", s -> s.times().id());

  public PlanReport {
    plans = List.copyOf(plans);
  }

  /** A window, and its place among those of its site, from 1. */
  record Ranked(int rank, PlanWindow window) {}

  /** Returns the windows of a site with their ranks. */
  static List<Ranked> ranked(SitePlan plan) {
    List<Ranked> ranked = new ArrayList<>();
    for (PlanWindow window : plan.windows()) {
      ranked.add(new Ranked(ranked.size() + 1, window));
    }
    return ranked;
  }

  /** Returns the first whole second of a window; if it has none, the second that it lies in. */
  public static Instant firstSecond(PlanWindow window) {
    return firstSecond(window.begin(), window.end());
  }

  /** Returns the last whole second of a window; if it has none, the second that it lies in. */
  public static Instant lastSecond(PlanWindow window) {
    return floor(window.end());
  }

  /**
   * Returns the first whole second of a stretch in which all conditions hold; if it has none, the
   * second that it lies in, so that it does not end before it begins.
   */
  static Instant firstSecond(Instant begin, Instant end) {
    Instant first = ceiling(begin);
    Instant last = floor(end);
    return first.isAfter(last) ? last : first;
  }

  static Instant floor(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  static Instant ceiling(Instant instant) {
    return floor(instant.plusNanos(999_999_999));
  }

  /** Returns why no site has a window; empty if any has. */
  public Optional<String> whyNoWindow() {
    if (plans.stream().anyMatch(plan -> !plan.windows().isEmpty())) {
      return Optional.empty();
    }
    SitePlan first = plans.get(0);
    return Optional.of(
        "no window at %s: %s%s"
            .formatted(
                first.site().name(),
                PlanWords.whyNone(first, this),
                plans.size() == 1 ? "" : "; nor at the other sites"));
  }

  @Override
  public String table() {
    return PlanTable.text(this);
  }

  /** The columns of a window. */
  List<Column<Ranked>> windowColumns() {
    return List.of(
        Column.count("rank", "place by median PDOP, from 1", Ranked::rank),
        Column.text("begin", "beginning", row -> setting.times().iso(row.window().begin())),
        Column.text("end", "end", row -> setting.times().iso(row.window().end())),
        Column.number(
            "length_s",
            3,
            "length",
            row -> Times.seconds(row.window().begin(), row.window().end())),
        Column.numberIfAny(
            "pdop_median",
            4,
            "PDOP exceeded in at most half of the whole minutes, all systems together",
            row -> row.window().medianPdop().orElse(Double.NaN)),
        Column.count(
            "satellites_min",
            "least number of satellites in view, all systems together",
            row -> row.window().leastInView()),
        Column.text(
            "end_cause",
            "what ends the window: set, rise, out_of_service, back_in_service, dilution, hours,"
                + " study or length",
            row -> Words.key(row.window().ending().kind())),
        Column.text(
            "end_satellite",
            "the satellite that sets, rises or changes its service then",
            row -> row.window().ending().satellite().map(Satellite::label).orElse("")),
        Column.text(
            "failing",
            "the condition that fails from then on; of a period to avoid, those that fail in it,"
                + " or nothing if it is good but too short",
            row -> row.window().ending().condition().map(Object::toString).orElse("")));
  }

  /** The columns of a period to avoid. */
  List<Column<Avoid>> avoidColumns() {
    return List.of(
        Column.text("begin", "beginning", row -> setting.times().iso(row.begin())),
        Column.text("end", "end", row -> setting.times().iso(row.end())),
        Column.number("length_s", 3, "length", row -> Times.seconds(row.begin(), row.end())),
        Column.text("failing", "", row -> PlanWords.conditions(row.failing())));
  }

  /** A row of the sheet: a window, or a period to avoid. */
  record Row(GroundSite site, List<Ranked> window, List<Avoid> avoid) {}

  @Override
  public Sheet<Row> sheet() {
    List<Column<Avoid>> ofAvoid = avoidColumns();
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.text("site", "name of the site", row -> row.site().name()));
    columns.add(
        Column.text(
            "kind",
            "window, or avoid for a period without one",
            row -> row.avoid().isEmpty() ? "window" : "avoid"));
    for (Column<Ranked> column : windowColumns()) {
      Column<Row> ofWindow = column.fromAny(row -> row.window().stream().findFirst());
      columns.add(
          ofAvoid.stream()
              .filter(other -> other.name().equals(column.name()))
              .map(other -> other.<Row>fromAny(row -> row.avoid().stream().findFirst()))
              .findFirst()
              .map(ofWindow::or)
              .orElse(ofWindow));
    }
    columns.add(TIME_ZONE.always(setting));
    columns.addAll(SettingColumns.of(setting, Row::site));
    SettingColumns.addOldOrbitsAndOutages(columns, setting.selection());
    List<Row> rows = new ArrayList<>();
    for (SitePlan plan : plans) {
      ranked(plan).forEach(one -> rows.add(new Row(plan.site(), List.of(one), List.of())));
      plan.avoid().forEach(one -> rows.add(new Row(plan.site(), List.of(), List.of(one))));
    }
    return new Sheet<>(columns, rows);
  }

  @Override
  public String json() {
    return PlanJson.text(this);
  }

  @Override
  public String geoJson() {
    return SitesGeoJson.text(sheet(), Row::site);
  }

  @Override
  public String calendar() {
    return PlanCalendar.text(this);
  }
}
