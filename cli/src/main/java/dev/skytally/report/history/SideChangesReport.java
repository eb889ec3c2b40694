package dev.skytally.report.history;

import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SideChange;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites that changed sides, by day.
 *
 * @param days the days that have a run before them, by time; those without a change are dropped
 * @param events the events of all these days
 */
public record SideChangesReport(
    RunSetting setting, Metric metric, List<Day> days, List<Event> events) implements Report {

  /**
   * The sites of one day with another leader than in the run before.
   *
   * @param before the day of the run before
   * @param completeness the completeness of both runs together
   */
  public record Day(
      LocalDate day, LocalDate before, List<SideChange> changes, Completeness completeness) {
    public Day {
      changes = List.copyOf(changes);
    }
  }

  public SideChangesReport {
    days = days.stream().filter(day -> !day.changes().isEmpty()).toList();
    events = List.copyOf(events);
  }

  private List<Event> events(LocalDate day) {
    return events.stream().filter(event -> event.day().equals(day)).toList();
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    int changes = days.stream().mapToInt(day -> day.changes().size()).sum();
    Words.append(
        text,
        "Sites with another leader by %s than in the run before: %s on %s."
            .formatted(
                HistoryTable.name(metric),
                Words.count(changes, "change", "changes"),
                Words.count(days.size(), "day", "days")),
        0);
    text.append('\n');
    HistoryTable.appendSetting(text, setting);
    for (Day day : days) {
      text.append('\n').append(day.day()).append(", since ").append(day.before()).append('\n');
      if (!day.completeness().isComplete()) {
        Words.append(text, "  " + SettingText.incomplete(day.completeness()), 4);
      }
      for (Event event : events(day.day())) {
        Words.append(text, "  " + event.text(), 4);
      }
      appendChanges(text, day.changes());
    }
    return text.toString();
  }

  /** Appends the sites, grouped by their change. */
  static void appendChanges(StringBuilder text, List<SideChange> changes) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (SideChange change : changes) {
      names
          .computeIfAbsent(
              CapitalsColumns.leader(change.from()) + " to " + CapitalsColumns.leader(change.to()),
              sides -> new ArrayList<>())
          .add(change.site().name());
    }
    names.forEach(
        (sides, sites) -> {
          String line = "  %s in %s: %s".formatted(sides, sites.size(), String.join(", ", sites));
          Words.append(text, Words.sentence(line), 4);
        });
  }

  /** A row of the sheet: one change on its day. */
  private record Row(Day day, SideChange change) {}

  @Override
  public Sheet<?> sheet() {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(RunColumns.DATE.from(row -> row.day().day()));
    columns.addAll(
        Column.from(
            List.of(SiteColumns.ISO2, SiteColumns.COUNTRY, SiteColumns.NAME),
            row -> row.change().site()));
    columns.add(RunColumns.METRIC.always(metric));
    columns.addAll(Column.from(RunColumns.SIDES, Row::change));
    columns.add(RunColumns.EVENTS.from(row -> events(row.day().day())));
    columns.add(SettingColumns.MISSING.from(row -> row.day().completeness()));
    List<Row> rows = new ArrayList<>();
    for (Day day : days) {
      day.changes().forEach(change -> rows.add(new Row(day, change)));
    }
    return new Sheet<>(columns, rows);
  }

  @Override
  public String json() {
    return SideChangesJson.text(this);
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class SideChangesJson {
    static String text(SideChangesReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            ColumnJson.write(json, List.of(RunColumns.METRIC), report.metric());
            json.writeArrayFieldStart("days");
            for (Day day : report.days()) {
              json.writeStartObject();
              ColumnJson.write(json, List.of(RunColumns.DATE), day.day());
              RunSettingJson.writeChanges(json, day.changes());
              RunSettingJson.writeEvents(json, report.events(day.day()));
              SettingJson.writeMissing(json, day.completeness());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }
  }
}
