package dev.skytally.report.history;

import static java.util.stream.Collectors.joining;

import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SideChange;
import dev.skytally.report.Report;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On which days which sites changed sides.
 *
 * @param days with a run before them, by time, whether a site changed or not
 * @param events of all these days
 */
public record SideChangesReport(
    RunSetting setting, Metric metric, List<Day> days, List<Event> events) implements Report {

  /**
   * The sites that another system led than in the run before.
   *
   * @param before the day of that run
   * @param completeness of both runs together
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

  static String name(Optional<GnssSystem> leader) {
    return leader.map(GnssSystem::name).orElse("tie");
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    int changes = days.stream().mapToInt(day -> day.changes().size()).sum();
    Words.append(
        text,
        "Another first by %s than in the run before: %s on %s."
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

  /** Names the sites, those of the same change together. */
  static void appendChanges(StringBuilder text, List<SideChange> changes) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (SideChange change : changes) {
      names
          .computeIfAbsent(
              name(change.from()) + " to " + name(change.to()), sides -> new ArrayList<>())
          .add(change.site().name());
    }
    names.forEach(
        (sides, sites) -> {
          String line = "  %s in %s: %s".formatted(sides, sites.size(), String.join(", ", sites));
          Words.append(text, Words.sentence(line), 4);
        });
  }

  @Override
  public String csv() {
    CsvText csv =
        new CsvText().cells("date", "iso2", "country", "name", "metric", "from", "to", "events");
    csv.cell("missing").endRow();
    for (Day day : days) {
      String happened = events(day.day()).stream().map(Event::text).collect(joining("; "));
      for (SideChange change : day.changes()) {
        csv.cells(day.day().toString(), change.site().countryCode(), change.site().country());
        csv.cells(change.site().name(), Words.key(metric));
        csv.cells(name(change.from()), name(change.to()), happened);
        csv.cell(SettingText.labels(day.completeness())).endRow();
      }
    }
    return csv.toString();
  }

  @Override
  public String json() {
    return SideChangesJson.text(this);
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class SideChangesJson {
    static String text(SideChangesReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            json.writeStringField("metric", Words.key(report.metric()));
            json.writeArrayFieldStart("days");
            for (Day day : report.days()) {
              json.writeStartObject();
              json.writeStringField("date", day.day().toString());
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
