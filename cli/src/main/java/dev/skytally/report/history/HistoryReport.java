package dev.skytally.report.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The number of sites that each system led over time, and the events of satellites meanwhile.
 *
 * @param times writes the times
 * @param runs the runs of the setting, by day; at least one
 * @param events the events of the runs, by the labels of their periods
 * @param metric the metric of leads if only one is shown
 * @param withIncomplete whether means and ranges include incomplete days
 */
public record HistoryReport(
    RunSetting setting,
    Times times,
    List<StoredRun> runs,
    Map<String, List<Event>> events,
    Period by,
    Metric metric,
    boolean withIncomplete)
    implements Report {

  private static final Column<IntSummaryStatistics> MEAN =
      Column.numberIfAny(
          "mean", 6, "mean", range -> range.getCount() == 0 ? Double.NaN : range.getAverage());

  private static final List<Column<IntSummaryStatistics>> RANGE =
      List.of(
          Column.numberIfAny(
              "least", 0, "least", range -> range.getCount() == 0 ? Double.NaN : range.getMin()),
          Column.numberIfAny(
              "most", 0, "most", range -> range.getCount() == 0 ? Double.NaN : range.getMax()));

  /** The time that a row covers. */
  public enum Period {
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    /** Returns {@code 2021-12-06}, {@code 2021-12}, {@code 2021-Q4} or {@code 2021}. */
    String label(LocalDate day) {
      String date = day.toString();
      return switch (this) {
        case DAY -> date;
        case MONTH -> date.substring(0, "2021-12".length());
        case QUARTER -> date.substring(0, "2021-".length()) + "Q" + (day.getMonthValue() + 2) / 3;
        case YEAR -> date.substring(0, "2021".length());
      };
    }
  }

  /**
   * Returns a report by periods.
   *
   * @param events the events of the runs, in the order of their days
   */
  public static HistoryReport of(
      RunSetting setting,
      Times times,
      List<StoredRun> runs,
      List<Event> events,
      Period by,
      Metric metric,
      boolean withIncomplete) {
    Map<String, List<Event>> byPeriod =
        events.stream()
            .collect(groupingBy(event -> by.label(event.day()), LinkedHashMap::new, toList()));
    return new HistoryReport(
        setting, times, List.copyOf(runs), byPeriod, by, metric, withIncomplete);
  }

  List<GnssSystem> systems() {
    return setting.systems();
  }

  /** Returns whether there are two or more systems. */
  boolean isComparing() {
    return systems().size() > 1;
  }

  Map<String, List<StoredRun>> runsByPeriod() {
    Map<String, List<StoredRun>> periods = new LinkedHashMap<>();
    for (StoredRun run : runs) {
      periods.computeIfAbsent(by.label(run.day()), label -> new ArrayList<>()).add(run);
    }
    return periods;
  }

  /** Returns the runs that means and ranges include. */
  List<StoredRun> judged(List<StoredRun> within) {
    return withIncomplete ? within : within.stream().filter(run -> !run.isIncomplete()).toList();
  }

  static int incomplete(List<StoredRun> within) {
    return (int) within.stream().filter(StoredRun::isIncomplete).count();
  }

  static int unknown(List<StoredRun> within) {
    return (int) within.stream().filter(run -> run.completeness().isUnknown()).count();
  }

  List<Event> events(String period) {
    return events.getOrDefault(period, List.of());
  }

  static IntSummaryStatistics range(List<StoredRun> runs, ToIntFunction<StoredRun> figure) {
    return runs.stream().mapToInt(figure).summaryStatistics();
  }

  @Override
  public String table() {
    return new HistoryTable(this).text();
  }

  @Override
  public Sheet<?> sheet() {
    return by == Period.DAY ? daySheet() : periodSheet();
  }

  private Sheet<StoredRun> daySheet() {
    List<Column<StoredRun>> columns = RunColumns.of(systems(), times);
    columns.add(RunColumns.EVENTS.from(run -> events(run.day().toString())));
    columns.add(SettingColumns.MISSING.from(StoredRun::completeness));
    columns.add(
        Column.text(
            "filled",
            "satellites that use an element set of another snapshot, separated by blanks",
            run -> run.filled().stream().map(SatelliteState::label).collect(joining(" "))));
    return new Sheet<>(columns, runs);
  }

  /** A row of a sheet by periods: the runs of a period, and those in its means and ranges. */
  record Row(String period, List<StoredRun> within, List<StoredRun> judged) {}

  private Sheet<Row> periodSheet() {
    List<Column<Row>> columns = columns();
    columns.add(RunColumns.EVENTS.from(row -> events(row.period())));
    List<Row> rows = new ArrayList<>();
    runsByPeriod().forEach((label, within) -> rows.add(new Row(label, within, judged(within))));
    return new Sheet<>(columns, rows);
  }

  /** Returns the columns of periods. */
  private List<Column<Row>> columns() {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                Column.text("period", "the period", Row::period),
                Column.count("days", "days in means and ranges", row -> row.judged().size()),
                Column.count("incomplete_days", "incomplete days", row -> incomplete(row.within())),
                Column.count(
                    "unknown_days", "days of unknown completeness", row -> unknown(row.within()))));
    for (GnssSystem system : systems()) {
      List<Column<Row>> counted =
          Column.from(RANGE, row -> range(row.judged(), run -> run.counted(system)));
      columns.addAll(
          Column.of(system, Column.within("satellites", "satellites that count", counted)));
    }
    for (GnssSystem system : isComparing() ? systems() : List.<GnssSystem>of()) {
      List<Column<Row>> led = new ArrayList<>();
      led.add(MEAN.from(row -> led(row.judged(), system)));
      led.addAll(Column.from(RANGE, row -> led(row.judged(), system)));
      columns.addAll(
          CapitalsColumns.ofLeads(
              metric, Column.within(Words.key(system), system.displayName(), led)));
    }
    return columns;
  }

  IntSummaryStatistics led(List<StoredRun> within, GnssSystem system) {
    return range(within, run -> run.leads().get(metric).sites(system));
  }

  @Override
  public String json() {
    return HistoryJson.text(this);
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class HistoryJson {
    static String text(HistoryReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            if (report.by() == Period.DAY) {
              json.writeArrayFieldStart("runs");
              for (StoredRun run : report.runs()) {
                json.writeStartObject();
                RunSettingJson.writeRun(json, run, report.setting(), report.times());
                RunSettingJson.writeEvents(json, report.events(run.day().toString()));
                json.writeEndObject();
              }
            } else {
              ColumnJson.write(json, List.of(RunColumns.METRIC), report.metric());
              json.writeArrayFieldStart("periods");
              List<Column<Row>> columns = report.columns();
              for (Row row : report.periodSheet().rows()) {
                json.writeStartObject();
                ColumnJson.write(json, columns, row);
                RunSettingJson.writeEvents(json, report.events(row.period()));
                json.writeEndObject();
              }
            }
            json.writeEndArray();
          });
    }
  }
}
