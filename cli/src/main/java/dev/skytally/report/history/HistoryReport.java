package dev.skytally.report.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Report;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * At how many sites each system led over time, and what happened to the satellites meanwhile.
 *
 * @param runs of the setting, by day; at least one
 * @param events of the runs, by the labels of the periods that have some
 * @param metric what leads are by where only one is shown
 * @param withIncomplete whether incomplete days are part of means and ranges too
 */
public record HistoryReport(
    RunSetting setting,
    List<StoredRun> runs,
    Map<String, List<Event>> events,
    Period by,
    Metric metric,
    boolean withIncomplete)
    implements Report {

  /** How much time a row stands for. */
  public enum Period {
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    /** As {@code 2021-12-06}, {@code 2021-12}, {@code 2021-Q4} or {@code 2021}. */
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
   * Tells a history by periods.
   *
   * @param events of the runs, in the order of their days
   */
  public static HistoryReport of(
      RunSetting setting,
      List<StoredRun> runs,
      List<Event> events,
      Period by,
      Metric metric,
      boolean withIncomplete) {
    Map<String, List<Event>> byPeriod =
        events.stream()
            .collect(groupingBy(event -> by.label(event.day()), LinkedHashMap::new, toList()));
    return new HistoryReport(setting, List.copyOf(runs), byPeriod, by, metric, withIncomplete);
  }

  List<GnssSystem> systems() {
    return setting.systems();
  }

  /** A single system has nobody to lead. */
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

  /** Those of some runs that means and ranges are of. */
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
  public String csv() {
    return by == Period.DAY ? daysCsv() : periodsCsv();
  }

  private String daysCsv() {
    CsvText csv = new CsvText().cells("date", "snapshot", "epoch_median", "program_version");
    for (GnssSystem system : systems()) {
      csv.cell(system + "_satellites");
    }
    for (Metric metric : metrics()) {
      for (GnssSystem system : systems()) {
        csv.cell("leads_" + Words.key(metric) + "_" + system);
      }
      csv.cell("leads_" + Words.key(metric) + "_tie");
    }
    csv.cells("events", "missing", "filled").endRow();
    for (StoredRun run : runs) {
      csv.cells(run.day().toString(), run.snapshot().label());
      csv.cells(Utc.iso(run.snapshot().medianEpoch()), run.programVersion());
      for (GnssSystem system : systems()) {
        csv.cell(run.counted(system));
      }
      for (Metric metric : metrics()) {
        for (GnssSystem system : systems()) {
          csv.cell(run.leads().get(metric).sites(system));
        }
        csv.cell(run.leads().get(metric).ties());
      }
      csv.cell(text(events(run.day().toString())));
      csv.cell(SettingText.labels(run.completeness()));
      csv.cell(run.filled().stream().map(SatelliteState::label).collect(joining(" "))).endRow();
    }
    return csv.toString();
  }

  private String periodsCsv() {
    CsvText csv = new CsvText().cells("period", "days");
    for (GnssSystem system : systems()) {
      csv.cells(system + "_satellites_least", system + "_satellites_most");
    }
    if (isComparing()) {
      for (GnssSystem system : systems()) {
        for (String figure : List.of("mean", "least", "most")) {
          csv.cell("leads_" + Words.key(metric) + "_" + system + "_" + figure);
        }
      }
    }
    csv.cells("events", "incomplete_days", "unknown_days").endRow();
    runsByPeriod()
        .forEach(
            (period, within) -> {
              List<StoredRun> judged = judged(within);
              csv.cell(period).cell(judged.size());
              for (GnssSystem system : systems()) {
                IntSummaryStatistics counted = range(judged, run -> run.counted(system));
                rangeCells(csv, counted);
              }
              if (isComparing()) {
                for (GnssSystem system : systems()) {
                  IntSummaryStatistics led = led(judged, system);
                  csv.cell(judged.isEmpty() ? "" : Decimals.plain(led.getAverage(), 6));
                  rangeCells(csv, led);
                }
              }
              csv.cell(text(events(period))).cell(incomplete(within));
              csv.cell(unknown(within)).endRow();
            });
    return csv.toString();
  }

  private static void rangeCells(CsvText csv, IntSummaryStatistics range) {
    boolean isEmpty = range.getCount() == 0;
    csv.cell(isEmpty ? "" : Integer.toString(range.getMin()));
    csv.cell(isEmpty ? "" : Integer.toString(range.getMax()));
  }

  IntSummaryStatistics led(List<StoredRun> within, GnssSystem system) {
    return range(within, run -> run.leads().get(metric).sites(system));
  }

  private Metric[] metrics() {
    return isComparing() ? Metric.values() : new Metric[0];
  }

  private static String text(List<Event> events) {
    return events.stream().map(Event::text).collect(joining("; "));
  }

  @Override
  public String json() {
    return HistoryJson.text(this);
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class HistoryJson {
    static String text(HistoryReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            if (report.by() == Period.DAY) {
              json.writeArrayFieldStart("runs");
              for (StoredRun run : report.runs()) {
                json.writeStartObject();
                RunSettingJson.writeRun(json, run, report.setting());
                RunSettingJson.writeEvents(json, report.events(run.day().toString()));
                json.writeEndObject();
              }
              json.writeEndArray();
            } else {
              writePeriods(json, report);
            }
          });
    }

    private static void writePeriods(JsonGenerator json, HistoryReport report) throws IOException {
      json.writeStringField("metric", Words.key(report.metric()));
      json.writeArrayFieldStart("periods");
      for (var period : report.runsByPeriod().entrySet()) {
        json.writeStartObject();
        json.writeStringField("period", period.getKey());
        List<StoredRun> judged = report.judged(period.getValue());
        json.writeNumberField("days", judged.size());
        json.writeNumberField("incomplete_days", incomplete(period.getValue()));
        json.writeNumberField("unknown_days", unknown(period.getValue()));
        json.writeObjectFieldStart("satellites");
        for (GnssSystem system : report.systems()) {
          json.writeObjectFieldStart(system.name());
          writeRange(json, range(judged, run -> run.counted(system)));
          json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("leads");
        if (report.isComparing()) {
          for (GnssSystem system : report.systems()) {
            IntSummaryStatistics led = report.led(judged, system);
            json.writeObjectFieldStart(system.name());
            if (judged.isEmpty()) {
              json.writeNullField("mean");
            } else {
              JsonText.number(json, "mean", led.getAverage(), 6);
            }
            writeRange(json, led);
            json.writeEndObject();
          }
        }
        json.writeEndObject();
        RunSettingJson.writeEvents(json, report.events(period.getKey()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private static void writeRange(JsonGenerator json, IntSummaryStatistics range)
        throws IOException {
      if (range.getCount() == 0) {
        json.writeNullField("least");
        json.writeNullField("most");
      } else {
        json.writeNumberField("least", range.getMin());
        json.writeNumberField("most", range.getMax());
      }
    }
  }
}
