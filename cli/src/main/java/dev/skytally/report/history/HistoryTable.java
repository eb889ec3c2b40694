package dev.skytally.report.history;

import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.StoredRun;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a history for people: the verdict, the setting, a row for each period, the events. */
final class HistoryTable {
  private static final int EVENTS_WIDTH = 28;
  private static final String NONE = "-";

  private final HistoryReport report;
  private final StringBuilder text = new StringBuilder(32_768);

  HistoryTable(HistoryReport report) {
    this.report = report;
  }

  String text() {
    appendVerdict();
    text.append('\n');
    appendSetting(text, report.setting());
    text.append('\n');
    if (report.by() == HistoryReport.Period.DAY) {
      appendDays();
    } else {
      appendPeriods();
    }
    IncompleteDays.append(text, report.runs());
    IncompleteDays.outagesUnknown(report.setting(), report.runs())
        .ifPresent(sentence -> Words.append(text, Words.sentence(Words.capitalized(sentence)), 0));
    IncompleteDays.appendFilled(text, report.runs());
    appendEvents(text, report.events().values().stream().flatMap(List::stream).toList());
    return text.toString();
  }

  private void appendVerdict() {
    List<StoredRun> runs = report.runs();
    LocalDate first = runs.get(0).day();
    LocalDate last = runs.get(runs.size() - 1).day();
    StringBuilder line = new StringBuilder();
    line.append(Words.count(runs.size(), "day", "days"));
    line.append(runs.size() == 1 ? ", " + first : " from " + first + " to " + last);
    List<StoredRun> judged = report.judged(runs);
    if (report.isComparing() && !judged.isEmpty()) {
      String separator =
          judged.size() == runs.size()
              ? ": "
              : "; on the %s without a missing satellite, "
                  .formatted(Words.count(judged.size(), "day", "days"));
      for (GnssSystem system : report.systems()) {
        line.append(separator).append(system.displayName()).append(" led in ");
        line.append(span(report.led(judged, system)));
        separator = ", ";
      }
      line.append(" of ").append(places(report.setting()));
      line.append(" by ").append(name(report.metric()));
    }
    Words.append(text, line.append('.').toString(), 0);
    int incomplete = HistoryReport.incomplete(runs);
    if (incomplete > 0) {
      Words.append(
          text,
          "INCOMPLETE: %s, %s."
              .formatted(
                  Words.count(incomplete, "day", "days"),
                  report.withIncomplete()
                      ? "included in means and ranges"
                      : "excluded from means and ranges (--incomplete includes them)"),
          0);
    }
  }

  /** Returns the definition of a setting. */
  static List<Fact> facts(RunSetting setting) {
    return List.of(
        new Fact(
            "In view",
            "elevation "
                + Words.degrees(setting.maskDegrees())
                + " or more, on whole days of UTC; exact, without a time step"),
        new Fact(
            "Counted",
            "status "
                + Words.key(setting.status())
                + (setting.usable()
                    ? ", while usable according to notices (" + setting.outages().source() + ")"
                    : "")
                + ", seen from "
                + places(setting)
                + (setting.areCapitals() ? "" : " of " + setting.siteList())));
  }

  static void appendSetting(StringBuilder text, RunSetting setting) {
    for (Fact fact : facts(setting)) {
      SettingText.line(text, fact.label(), fact.value());
    }
  }

  static String places(RunSetting setting) {
    return placesCount(setting, setting.sites().size());
  }

  static String placesCount(RunSetting setting, int count) {
    return setting.areCapitals()
        ? Words.count(count, "capital", "capitals")
        : Words.count(count, "site", "sites");
  }

  static String name(Metric metric) {
    return switch (metric) {
      case MAX -> "the daily maximum";
      case MEAN -> "the mean number in view";
      case SHARE -> "the share of time ahead";
    };
  }

  private void appendDays() {
    TextTable table = new TextTable().words("Day", 12);
    for (GnssSystem system : report.systems()) {
      table.numbers("counted", system.name());
    }
    if (report.isComparing()) {
      for (Metric metric : Metric.values()) {
        for (GnssSystem system : report.systems()) {
          table.numbers(Words.key(metric), system.name());
        }
        if (metric == Metric.MAX) {
          table.numbers(Words.key(metric), "tie");
        }
      }
    }
    table.words("events", EVENTS_WIDTH);
    for (StoredRun run : report.runs()) {
      List<String> cells = new ArrayList<>();
      cells.add(run.day() + mark(run));
      for (GnssSystem system : report.systems()) {
        cells.add(Integer.toString(run.counted(system)));
      }
      if (report.isComparing()) {
        for (Metric metric : Metric.values()) {
          for (GnssSystem system : report.systems()) {
            cells.add(Integer.toString(run.leads().get(metric).sites(system)));
          }
          if (metric == Metric.MAX) {
            cells.add(Integer.toString(run.leads().get(metric).ties()));
          }
        }
      }
      cells.add(signs(report.events(run.day().toString())));
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    appendLegend();
  }

  /** Returns the mark after the day of a run that may lack satellites. */
  static String mark(StoredRun run) {
    return run.isIncomplete() ? " !" : run.completeness().isUnknown() ? " ?" : "";
  }

  private void appendPeriods() {
    TextTable table =
        new TextTable()
            .words(report.by() == HistoryReport.Period.MONTH ? "Month" : "Period", 10)
            .numbers("days");
    boolean withColumn = HistoryReport.incomplete(report.runs()) > 0;
    if (withColumn) {
      table.numbers("incomplete");
    }
    for (GnssSystem system : report.systems()) {
      table.numbers("counted", system.name());
    }
    if (report.isComparing()) {
      for (GnssSystem system : report.systems()) {
        table.numbers(system.displayName() + " leads", "mean");
        table.numbers(system.displayName() + " leads", "range");
      }
    }
    table.words("events", EVENTS_WIDTH);
    report
        .runsByPeriod()
        .forEach(
            (period, runs) -> {
              List<StoredRun> judged = report.judged(runs);
              List<String> cells =
                  new ArrayList<>(List.of(period, Integer.toString(judged.size())));
              if (withColumn) {
                cells.add(Integer.toString(HistoryReport.incomplete(runs)));
              }
              for (GnssSystem system : report.systems()) {
                cells.add(span(HistoryReport.range(judged, run -> run.counted(system))));
              }
              if (report.isComparing()) {
                for (GnssSystem system : report.systems()) {
                  IntSummaryStatistics led = report.led(judged, system);
                  cells.add(judged.isEmpty() ? NONE : Decimals.fixed(led.getAverage(), 1));
                  cells.add(span(led));
                }
              }
              cells.add(signs(report.events(period)));
              table.row(cells.toArray(String[]::new));
            });
    table.appendTo(text);
    appendLegend();
  }

  private void appendLegend() {
    Words.append(
        text,
        legendOfLeads()
            + "Events: + counted now, - no longer, * in the element sets for the first time, not"
            + " counted, = another PRN"
            + (report.setting().usable() ? ", ~ out of service for a time" : "")
            + (hasEventOfMissing() ? ", ! a missing satellite enters or leaves service." : ".")
            + legendOfMarks(),
        0);
  }

  private boolean hasEventOfMissing() {
    return report.events().values().stream().flatMap(List::stream).anyMatch(Event::isOfMissing);
  }

  private String legendOfMarks() {
    if (report.by() != HistoryReport.Period.DAY) {
      return "";
    }
    return (HistoryReport.incomplete(report.runs()) > 0 ? " !: incomplete." : "")
        + (HistoryReport.unknown(report.runs()) > 0 ? " ?: completeness unknown." : "");
  }

  private String legendOfLeads() {
    if (!report.isComparing()) {
      return "";
    }
    String sites = report.setting().areCapitals() ? "capitals" : "sites";
    return report.by() == HistoryReport.Period.DAY
        ? "max, mean, share: %s led, by each metric. ".formatted(sites)
        : "leads: number of %s, by %s. ".formatted(sites, name(report.metric()));
  }

  static String span(IntSummaryStatistics range) {
    if (range.getCount() == 0) {
      return NONE;
    }
    return range.getMin() == range.getMax()
        ? Integer.toString(range.getMin())
        : range.getMin() + "-" + range.getMax();
  }

  /** Returns events as signs: {@code +G11 -C03 *C62}. */
  static String signs(List<Event> events) {
    StringBuilder signs = new StringBuilder();
    for (Event event : events) {
      signs.append(signs.isEmpty() ? "" : " ");
      signs.append(sign(event)).append(event.label());
    }
    return signs.toString();
  }

  private static char sign(Event event) {
    return switch (event.kind()) {
      case APPEARED -> event.satellite().counted() ? '+' : '*';
      case ENTERED -> event.isOfMissing() ? '!' : '+';
      case FOUND -> '+';
      case LEFT -> event.isOfMissing() ? '!' : '-';
      case LOST -> '-';
      case RENUMBERED -> '=';
      case OUTAGE -> '~';
    };
  }

  /** Appends events in words, by day; satellites with the same event share a line. */
  static void appendEvents(StringBuilder text, List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    text.append("\nWhat happened:\n");
    Map<LocalDate, Map<String, List<String>>> days = new LinkedHashMap<>();
    for (Event event : events) {
      days.computeIfAbsent(event.day(), day -> new LinkedHashMap<>())
          .computeIfAbsent(event.what(), what -> new ArrayList<>())
          .add(event.who());
    }
    days.forEach(
        (day, happened) -> {
          String[] label = {day.toString()};
          happened.forEach(
              (what, who) -> {
                Words.append(text, label[0] + "  " + String.join(", ", who) + what, 14);
                label[0] = " ".repeat(label[0].length());
              });
        });
  }
}
