package dev.skytally.report.passes;

import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes passes for people. */
public final class PassesTable {
  private static final String OPEN = "-";
  private static final String BEYOND = ">";
  private static final int NOTICE_WIDTH = 60;

  private PassesTable() {}

  static String text(PassesReport report) {
    Setting setting = report.setting();
    StringBuilder text = new StringBuilder(8_192);
    Words.append(text, headline(report), 0);
    SettingText.appendMarks(text, setting.selection());
    text.append('\n');
    SettingText.line(text, "Site", place(report.site()));
    SettingText.append(text, setting);
    if (report.passes().isEmpty()) {
      return text.toString();
    }
    text.append('\n');
    Selection selection = setting.selection();
    Times times = setting.times();
    boolean hasOneOffset = times.haveOneOffset(selection.start(), selection.end());
    String zone = hasOneOffset ? times.offset(selection.start()) : "local";
    int width = hasOneOffset ? 14 : 21;
    Function<PassEvent, String> time =
        event -> times.seconds(event.utc()) + (hasOneOffset ? "" : " " + times.offset(event.utc()));
    TextTable table =
        new TextTable()
            .words("Sat", 9)
            .words("Rise", zone, width)
            .numbers("Rise", "az")
            .words("Culmination", zone, width)
            .numbers("Culmination", "az")
            .numbers("Culmination", "el")
            .words("Set", zone, width)
            .numbers("Set", "az")
            .numbers("h:mm");
    boolean hasOutages = !selection.outOfService().isEmpty();
    if (hasOutages) {
      table.words("Notice", NOTICE_WIDTH);
    }
    int year = times.year(selection.start());
    boolean withYears = times.year(selection.end().minusNanos(1)) != year;
    boolean cutOff = false;
    int headed = 0;
    for (Pass pass : report.passes()) {
      year = times.year(utc(pass.rise()).orElse(selection.start()));
      if (withYears && year != headed) {
        table.heading(Integer.toString(year));
        headed = year;
      }
      PassEvent culmination = pass.culmination();
      boolean atEdge = report.isAtEdge(pass);
      cutOff |= atEdge;
      List<String> cells =
          new ArrayList<>(
              List.of(
                  pass.satellite().label(),
                  pass.rise().map(time).orElse(OPEN),
                  pass.rise().map(PassesTable::azimuth).orElse(OPEN),
                  time.apply(culmination),
                  azimuth(culmination),
                  (atEdge ? BEYOND : "")
                      + Decimals.fixed(culmination.lookAngles().elevationDegrees(), 1),
                  pass.set().map(time).orElse(OPEN),
                  pass.set().map(PassesTable::azimuth).orElse(OPEN),
                  length(setting.selection(), pass)));
      if (hasOutages) {
        cells.add(notice(report, pass));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    Words.append(
        text,
        "az, el: azimuth from north over east and elevation, degrees. h:mm: how long in view. '-': in view already when"
            + " the window begins, or still when it ends."
            + (cutOff ? " '>': highest at the window's edge, and higher outside it." : "")
            + (withYears ? " Passes are grouped by the year of the rise." : ""),
        0);
    return text.toString();
  }

  private static String headline(PassesReport report) {
    long satellites = report.passes().stream().map(p -> p.satellite().label()).distinct().count();
    String passes =
        report.passes().isEmpty()
            ? "No satellite passes"
            : Words.count(report.passes().size(), "pass", "passes")
                + " of "
                + Words.count((int) satellites, "satellite", "satellites");
    return Words.sentence(passes + " over " + report.site().name());
  }

  public static String place(GroundSite site) {
    StringBuilder text = new StringBuilder(site.name());
    if (!site.country().isEmpty()) {
      text.append(", ").append(site.country());
    }
    text.append(" (latitude ").append(Decimals.fixed(site.latitudeDegrees(), 4));
    text.append(", longitude ").append(Decimals.fixed(site.longitudeDegrees(), 4));
    text.append(" degrees, height ").append(Decimals.plain(site.heightMeters(), 6)).append(" m)");
    return text.toString();
  }

  private static String azimuth(PassEvent event) {
    return Long.toString(Math.round(event.lookAngles().azimuthDegrees()) % 360);
  }

  private static String notice(PassesReport report, Pass pass) {
    Setting setting = report.setting();
    return report
        .outagesThatCut(pass)
        .map(outage -> SettingText.outOfService(outage, setting.selection(), setting.times()))
        .collect(Collectors.joining("; "));
  }

  /** Returns the time in view within the window, in hours and minutes: {@code 7:05}. */
  private static String length(Selection selection, Pass pass) {
    Instant begin = utc(pass.rise()).orElse(selection.start());
    Instant end = utc(pass.set()).orElse(selection.end());
    long minutes = Math.round(Duration.between(begin, end).toMillis() / 60e3);
    return minutes / 60 + (minutes % 60 < 10 ? ":0" : ":") + minutes % 60;
  }

  private static Optional<Instant> utc(Optional<PassEvent> event) {
    return event.map(PassEvent::utc);
  }
}
