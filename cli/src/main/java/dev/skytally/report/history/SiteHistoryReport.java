package dev.skytally.report.history;

import dev.skytally.history.RunSetting;
import dev.skytally.history.SiteDay;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Report;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.site.SiteJson;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * What one site saw over time.
 *
 * @param days with a run, by time
 * @param runs of these days
 */
public record SiteHistoryReport(
    RunSetting setting, GroundSite site, List<SiteDay> days, List<StoredRun> runs)
    implements Report {
  public SiteHistoryReport {
    days = List.copyOf(days);
    runs = List.copyOf(runs);
  }

  private StoredRun run(SiteDay day) {
    return runs.stream().filter(run -> run.day().equals(day.day())).findFirst().orElseThrow();
  }

  private boolean isComparing() {
    return setting.systems().size() > 1;
  }

  private String leader(SiteDay day, Metric metric) {
    return isComparing() ? day.leaders().get(metric).map(GnssSystem::name).orElse("tie") : "";
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    Words.append(
        text,
        site.name()
            + (site.country().isEmpty() ? "" : ", " + site.country())
            + ": "
            + Words.count(days.size(), "day", "days"),
        0);
    text.append('\n');
    TextTable table = new TextTable().words("Day", 12);
    for (GnssSystem system : setting.systems()) {
      String group = system.displayName();
      table.numbers(group, "max").numbers(group, "mean").numbers(group, "min");
    }
    if (isComparing()) {
      for (GnssSystem system : setting.systems()) {
        table.numbers("% ahead", system.name());
      }
      for (Metric metric : Metric.values()) {
        table.words("leads by", Words.key(metric), 5);
      }
    }
    for (SiteDay day : days) {
      List<String> cells = new ArrayList<>();
      cells.add(day.day() + HistoryTable.mark(run(day)));
      for (GnssSystem system : setting.systems()) {
        SiteDay.InView seen = day.inView().get(system);
        cells.add(Integer.toString(seen.max()));
        cells.add(Decimals.fixed(seen.mean(), 2));
        cells.add(Integer.toString(seen.min()));
      }
      if (isComparing()) {
        for (GnssSystem system : setting.systems()) {
          cells.add(Decimals.fixed(100 * day.inView().get(system).shareAhead(), 1));
        }
        for (Metric metric : Metric.values()) {
          cells.add(leader(day, metric));
        }
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    IncompleteDays.append(text, runs);
    return text.toString();
  }

  @Override
  public String csv() {
    CsvText csv = new CsvText().cells("date", "name");
    for (GnssSystem system : setting.systems()) {
      csv.cells(system + "_max", system + "_mean", system + "_min", "share_ahead_" + system);
    }
    csv.cells("leader_max", "leader_mean", "leader_share", "missing").endRow();
    for (SiteDay day : days) {
      csv.cells(day.day().toString(), site.name());
      for (GnssSystem system : setting.systems()) {
        SiteDay.InView seen = day.inView().get(system);
        csv.cell(seen.max()).cell(Decimals.plain(seen.mean(), 6)).cell(seen.min());
        csv.cell(isComparing() ? Decimals.plain(seen.shareAhead(), 6) : "");
      }
      for (Metric metric : Metric.values()) {
        csv.cell(leader(day, metric));
      }
      csv.cell(SettingText.labels(run(day).completeness())).endRow();
    }
    return csv.toString();
  }

  @Override
  public String json() {
    return SiteHistoryJson.text(this);
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class SiteHistoryJson {
    static String text(SiteHistoryReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            json.writeObjectFieldStart("site");
            SiteJson.write(json, report.site());
            json.writeEndObject();
            json.writeArrayFieldStart("days");
            for (SiteDay day : report.days()) {
              json.writeStartObject();
              json.writeStringField("date", day.day().toString());
              json.writeObjectFieldStart("systems");
              for (GnssSystem system : report.setting().systems()) {
                SiteDay.InView seen = day.inView().get(system);
                json.writeObjectFieldStart(system.name());
                json.writeNumberField("max", seen.max());
                JsonText.number(json, "mean", seen.mean(), 6);
                json.writeNumberField("min", seen.min());
                if (report.isComparing()) {
                  JsonText.number(json, "share_ahead", seen.shareAhead(), 6);
                } else {
                  json.writeNullField("share_ahead");
                }
                json.writeEndObject();
              }
              json.writeEndObject();
              json.writeObjectFieldStart("leader");
              for (Metric metric : Metric.values()) {
                JsonText.textOrNull(json, Words.key(metric), report.leader(day, metric));
              }
              json.writeEndObject();
              SettingJson.writeMissing(json, report.run(day).completeness());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }
  }
}
