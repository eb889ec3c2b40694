package dev.skytally.report.history;

import dev.skytally.history.RunSetting;
import dev.skytally.history.SiteDay;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Figure;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteColumns;
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
 * The figures of one site over time.
 *
 * @param days the days with a run, by time
 * @param runs the runs of these days
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
          cells.add(CapitalsColumns.leader(day.leaders().get(metric)));
        }
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    IncompleteDays.append(text, runs);
    return text.toString();
  }

  @Override
  public Sheet<SiteDay> sheet() {
    List<Column<SiteDay>> columns = columns();
    columns.add(1, SiteColumns.NAME.always(site));
    columns.add(SettingColumns.MISSING.from(day -> run(day).completeness()));
    return new Sheet<>(columns, days);
  }

  /** Returns the columns of the days. */
  private List<Column<SiteDay>> columns() {
    List<Column<SiteDay>> columns = new ArrayList<>();
    columns.add(RunColumns.DATE.from(SiteDay::day));
    for (GnssSystem system : setting.systems()) {
      columns.addAll(
          Column.of(
              system,
              List.of(
                  Figure.MAX.from(day -> day.inView().get(system).max()),
                  Figure.MEAN.from(day -> day.inView().get(system).mean()),
                  Figure.MIN.from(day -> day.inView().get(system).min()),
                  Figure.SHARE_AHEAD
                      .<SiteDay>from(day -> day.inView().get(system).shareAhead())
                      .emptyUnless(isComparing()))));
    }
    columns.addAll(
        CapitalsColumns.leaders(isComparing(), (day, metric) -> day.leaders().get(metric)));
    return columns;
  }

  @Override
  public String json() {
    return SiteHistoryJson.text(this);
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class SiteHistoryJson {
    static String text(SiteHistoryReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            ColumnJson.writeObject(json, "site", SiteColumns.ALL, report.site());
            List<Column<SiteDay>> columns = report.columns();
            json.writeArrayFieldStart("days");
            for (SiteDay day : report.days()) {
              json.writeStartObject();
              ColumnJson.write(json, columns, day);
              SettingJson.writeMissing(json, report.run(day).completeness());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }
  }
}
